package load

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/fetch"
	"undersigned/internal/store"
)

const poolLetter = "<html><body><h1>Keep the pool open</h1><p>Dear Mayor,</p><p>We ask you to keep the pool, since it is ours and we will need it.</p><h2>Signed by</h2><ul><li>Salt Union</li><li>Pier Friends</li></ul></body></html>"

func web(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/b/letter.php", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(poolLetter)) //nolint:errcheck // the client may have left
	})
	mux.Handle("/a", http.RedirectHandler("/b/letter.php", http.StatusMovedPermanently))
	mux.HandleFunc("/list.yml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Write([]byte("organizations: [River Watch]")) //nolint:errcheck // as above
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func onlyDocument(t *testing.T, l *Loader) graph.Document {
	t.Helper()
	data, err := l.Store.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(data.Letters) != 1 || len(data.Letters[0].Documents) != 1 {
		t.Fatalf("%d letters are stored", len(data.Letters))
	}
	return data.Letters[0].Documents[0]
}

// TestAddress loads a letter from an address: the copy, its hash, where and when are kept, and loading it again, or the page as
// a file, changes nothing.
func TestAddress(t *testing.T) {
	s := web(t)
	copies := filepath.Join(t.TempDir(), "copies")
	l := &Loader{Store: openStore(t), Fetch: fetch.Options{Private: true}, Copies: copies}
	sum := mustLoad(t, l, Input{Paths: []string{s.URL + "/a"}})
	if len(sum.Letters) != 1 || sum.Letters[0].Name != s.URL+"/a" || sum.Letters[0].Organizations != 2 || sum.Letters[0].Medium != "html" {
		t.Fatalf("the letters are %+v", sum.Letters)
	}
	d := onlyDocument(t, l)
	if d.Published != s.URL+"/b/letter.php" || len(d.Retrieved) != len("2021-05-06T07:08:09Z") || d.Name != "letter.html" || d.Text == "" {
		t.Errorf("the document is %+v", d)
	}
	kept, err := os.ReadFile(filepath.Join(copies, d.SHA256+".html"))
	if err != nil || string(kept) != poolLetter {
		t.Errorf("the copy is %q, %v", kept, err)
	}
	before := contentOf(t, l.Store)
	for _, path := range []string{s.URL + "/b/letter.php#part", filepath.Join(folder(t, map[string]string{"page.html": poolLetter}), "page.html")} {
		if sum := mustLoad(t, l, Input{Paths: []string{path}}); sum.Written != 0 || contentOf(t, l.Store) != before {
			t.Errorf("loading %s again writes %d records", path, sum.Written)
		}
	}
	if entries, err := os.ReadDir(copies); err != nil || len(entries) != 1 {
		t.Errorf("%d copies are kept, %v", len(entries), err)
	}
}

// TestAddressOrder asks that page and file in any order, in one load or two, give the same store.
func TestAddressOrder(t *testing.T) {
	s := web(t)
	page := filepath.Join(folder(t, map[string]string{"a.html": poolLetter}), "a.html")
	var hashes []string
	for _, loads := range [][][]string{{{page, s.URL + "/a"}}, {{page}, {s.URL + "/a"}}, {{s.URL + "/a"}, {page}}} {
		l := &Loader{Store: openStore(t), Fetch: fetch.Options{Private: true}}
		for _, paths := range loads {
			mustLoad(t, l, Input{Paths: paths})
		}
		d := onlyDocument(t, l)
		if d.Published == "" || d.Retrieved == "" {
			t.Errorf("%v loses the address", loads)
		}
		hashes = append(hashes, d.Name+d.Published+d.SHA256)
	}
	if hashes[0] != hashes[1] || hashes[1] != hashes[2] {
		t.Errorf("the order matters: %q", hashes)
	}
}

// TestFileKeepsTheOrigin: what is stored of where a document comes from stays when the document is loaded as a file, whether it was read
// there or only said, and although its rows were corrected meanwhile. Two copies of it are no conflict.
func TestFileKeepsTheOrigin(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": poolLetter, "b.html": poolLetter})
	for name, said := range map[string]graph.Document{
		"an address":           {Published: "https://pool.example/letter"},
		"an address with time": {Published: "https://pool.example/letter", Retrieved: "2026-01-02T03:04:05Z"},
		"a repository":         {Repository: "pool/letters", Path: "2021/letter.html"},
	} {
		for _, corrected := range []bool{false, true} {
			l := &Loader{Store: openStore(t)}
			mustLoad(t, l, Input{Paths: []string{filepath.Join(dir, "a.html")}})
			data, err := l.Store.Snapshot(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			d := &data.Letters[0].Documents[0]
			d.Published, d.Retrieved, d.Repository, d.Path = said.Published, said.Retrieved, said.Repository, said.Path
			if corrected {
				data.Letters[0].Signatures[0].Country = "Norway"
			}
			if _, err := l.Store.Put(t.Context(), store.Change{Letters: data.Letters, Actor: "person: Ada"}); err != nil {
				t.Fatal(err)
			}
			sum := mustLoad(t, l, Input{Paths: []string{dir}})
			got := onlyDocument(t, l)
			if got.Published != said.Published || got.Retrieved != said.Retrieved || got.Repository != said.Repository || got.Path != said.Path || got.Name != "a.html" ||
				(sum.Written == 1) != corrected || len(sum.Failed) != 0 {
				t.Errorf("%s, corrected %v: the document is %+v, %d records were written, failed %+v", name, corrected, got, sum.Written, sum.Failed)
			}
		}
	}
}

// TestAddressFailures asks that addresses which cannot be read are named and the others load, and that a dry run keeps no copy.
func TestAddressFailures(t *testing.T) {
	s := web(t)
	copies := filepath.Join(t.TempDir(), "copies")
	l := &Loader{DryRun: true, Fetch: fetch.Options{Private: true}, Copies: copies}
	sum, err := l.Load(t.Context(), Input{Paths: []string{s.URL + "/list.yml", s.URL + "/missing"}})
	if graph.CodeOf(err) != graph.NotFound || len(sum.Failed) != 1 || sum.Failed[0].Name != s.URL+"/missing" || len(sum.Letters) != 1 || sum.Letters[0].Medium != "yaml" {
		t.Errorf("%v, failed %+v, letters %+v", err, sum.Failed, sum.Letters)
	}
	if _, err := os.Stat(copies); err == nil {
		t.Error("a dry run keeps a copy")
	}
	if _, err := (&Loader{DryRun: true}).Load(t.Context(), Input{Paths: []string{s.URL + "/list.yml"}}); graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "local network") {
		t.Errorf("a private address gives %v", err)
	}
	blocked := filepath.Join(folder(t, map[string]string{"file": "x"}), "file", "copies")
	_, err = (&Loader{Store: openStore(t), Fetch: fetch.Options{Private: true}, Copies: blocked}).Load(t.Context(), Input{Paths: []string{s.URL + "/list.yml"}})
	if graph.CodeOf(err) != graph.Unavailable || !strings.Contains(graph.MessageOf(err), "could not be kept") {
		t.Errorf("a folder that cannot be made gives %v", err)
	}
}
