package dataset

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
)

func TestEdgesReadsEverySpelling(t *testing.T) {
	want := []graph.Edge{
		{Organization: "A, Inc.", Letter: "One", Date: graph.Date{Year: 2021}, Target: "WTO", Row: 2},
		{Organization: "B", Letter: "One", Row: 3},
	}
	for name, text := range map[string]string{
		"comma":           "organization,letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,\n",
		"no last newline": "organization,letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,",
		"windows":         "organization,letter,date,target\r\n\"A, Inc.\",One,2021,WTO\r\nB,One,,\r\n",
		"semicolon":       "Organization;Letter;Date;Target\nA, Inc.;One;2021;WTO\nB;One;;\n",
		"tab":             "ORGANISATION\tletter\ttarget\tdate\nA, Inc.\tOne\tWTO\t2021\nB\tOne\t\t\n",
		"byte order mark": "\ufeff\"organization\",letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,\n",
		"more columns":    "row,letter,organization,date,target,note\n1,One,\"A, Inc.\",2021,WTO,x\n2,One,B,,,\n",
	} {
		edges, document, err := Edges(t.Context(), "dir/list.csv", strings.NewReader(text))
		if err != nil || len(edges) != 2 {
			t.Errorf("%s: %v, %v", name, edges, err)
			continue
		}
		rows := strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
		for i, e := range edges {
			if e.Text != rows[i+1] {
				t.Errorf("%s: row %d keeps %q, not the row as it stands %q", name, e.Row, e.Text, rows[i+1])
			}
			if e.Text = ""; e != want[i] {
				t.Errorf("%s: %+v, want %+v", name, e, want[i])
			}
		}
		if document.Name != "list.csv" || document.SHA256 != fingerprint([]byte(text)) || document.ID == "" {
			t.Errorf("%s: document %+v", name, document)
		}
	}
}

func TestEdgesErrorsNameTheRow(t *testing.T) {
	for text, want := range map[string]string{
		"":                                         "is empty",
		"\n\n":                                     "is empty",
		"organization,letter\n":                    "no rows",
		"name,letter\nA,B\n":                       `no column "organization"`,
		"organization;text\nA;B\n":                 `no column "letter"`,
		"organization,letter,organisation\n":       "two columns",
		"organization,letter\nA,B\nC\n":            "row 3: the row has another number of columns",
		"organization,letter\nA,B\n,C\n":           `row 3: the column "organization" is empty`,
		"organization,letter\nA,B\nC,\" \"\n":      `row 3: the column "letter" is empty`,
		"organization,letter,date\nA,B,May\n":      `row 2: "May" is no date`,
		"organization,letter\nA,\"B\nC,D\n":        "quote",
		"organization,letter\nA \"x\",B\n":         "row 2, column 3: a quote",
		"organization,letter\nA,B\n***,B\n":        `row 3: "***" has no letters`,
		"organization,letter\nA,B\nC\x00D,B\n":     "row 3: the text has a zero byte",
		"organization,letter\nA,B\nC,\xff\n":       "row 3: the text is not UTF-8",
		"\x1f\x8bnothing":                          "gzip file is damaged",
		"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff": "gzip file is damaged",
	} {
		_, _, err := Edges(t.Context(), "/tmp/list.csv", strings.NewReader(text))
		if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), want) || !strings.HasPrefix(graph.MessageOf(err), "list.csv: ") {
			t.Errorf("%q: %v, want a message with %q", text, err, want)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := Edges(stopped, "x.csv", strings.NewReader("organization,letter\nA,B\n")); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped reading gives %v", err)
	}
}

func TestUnpackStopsAtABomb(t *testing.T) {
	const limit = 1 << 20
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(make([]byte, 64*limit)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	size := packed.Len()
	if size > limit {
		t.Fatalf("the bomb itself has %d bytes", size)
	}
	text, _, err := unpack(&packed, limit)
	if graph.CodeOf(err) != graph.TooLarge || text != "" {
		t.Fatalf("a file of %d bytes that unpacks to 64 times the bound gives %d bytes, %v", size, len(text), err)
	}
	if _, _, err := unpack(bytes.NewReader(make([]byte, limit+1)), limit); graph.CodeOf(err) != graph.TooLarge {
		t.Fatalf("a file over the bound gives %v", err)
	}
}

// sharedFile reads a file of ../shared beside the module (graphtest says what the networks there are); where it is missing the
// test is skipped, in CI it fails.
func sharedFile(t testing.TB, path string) []byte {
	t.Helper()
	full := filepath.Join("..", "..", "..", "shared", filepath.FromSlash(path))
	data, err := os.ReadFile(full)
	if os.IsNotExist(err) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing; put the shared data beside the module", full)
		}
		t.Skipf("%s is not there; put the shared data beside the module to run this test", full)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEdgesAgreeWithAnotherReader(t *testing.T) {
	want := graphtest.Shared(t, "s10k.csv.gz")
	edges, document, err := Edges(t.Context(), "s10k.csv.gz", bytes.NewReader(sharedFile(t, "data/networks/s10k.csv.gz")))
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NetworkFromEdges(edges, document)
	if err != nil {
		t.Fatal(err)
	}
	got := n.Incidence()
	if got.Organizations() != want.Organizations() || got.Letters() != want.Letters() || got.Signatures() != want.Signatures() {
		t.Fatalf("%d organizations, %d letters, %d signatures; want %d, %d, %d", got.Organizations(), got.Letters(), got.Signatures(),
			want.Organizations(), want.Letters(), want.Signatures())
	}
}

func BenchmarkEdgesS10k(b *testing.B) {
	data := sharedFile(b, "data/networks/s10k.csv.gz")
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Edges(b.Context(), "s10k.csv.gz", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzEdges(f *testing.F) {
	f.Add("organization,letter\nA,B\n")
	f.Add("organization;letter;date\n\"A;\n1\";B;2021\n")
	f.Fuzz(func(t *testing.T, text string) {
		edges, _, err := Edges(t.Context(), "x.csv", strings.NewReader(text))
		if err != nil {
			if graph.MessageOf(err) == "" || graph.CodeOf(err) == graph.Internal {
				t.Fatalf("an error without advice: %#v", err)
			}
			return
		}
		for _, e := range edges { // every name stands in the row that proves it
			row := strings.ReplaceAll(strings.ReplaceAll(e.Text, `""`, `"`), "\r\n", "\n")
			if e.Organization == "" || e.Letter == "" || !strings.Contains(row, strings.Split(e.Organization, `"`)[0]) {
				t.Fatalf("%+v", e)
			}
		}
	})
}
