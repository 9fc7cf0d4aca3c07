package load

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/ruling"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

func openStore(t testing.TB) store.Store {
	t.Helper()
	s, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// folder writes files into a new folder; names may have slashes.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func mustLoad(t testing.TB, l *Loader, in Input) *Summary {
	t.Helper()
	s, err := l.Load(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func contentOf(t testing.TB, s store.Store) string {
	t.Helper()
	hash, err := s.ContentHash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func networkOf(t testing.TB, s store.Store) *graph.Network {
	t.Helper()
	data, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func dataSet(name string, signatories ...string) string {
	list, _ := json.Marshal(signatories)
	return fmt.Sprintf(`{"undersigned": "dataset/1", "name": %q, "letters": [{"id": "one", "title": "Letter of %s", "signatories": %s}]}`, name, name, list)
}

func TestFolderIsReadWithoutHiddenAndForeignFiles(t *testing.T) {
	dir := folder(t, map[string]string{
		"b/two.json":         dataSet("two", "A", "B"),
		"a/one.yaml":         dataSet("one", "B", "C"),
		"a/picture.png":      "\x89PNG",
		".hidden.json":       "nothing",
		".git/config":        "nothing",
		"a/.DS_Store":        "nothing",
		"z/table.csv.backup": "nothing",
	})
	s := openStore(t)
	sum := mustLoad(t, &Loader{Store: s}, Input{Paths: []string{dir}})
	var names []string
	for _, r := range sum.Letters {
		names = append(names, filepath.Base(r.Name))
	}
	if !slices.Equal(names, []string{"one.yaml", "two.json"}) || sum.Hidden != 3 || len(sum.Skipped) != 2 || sum.Signed != 2 || sum.Signatories != 4 {
		t.Errorf("letters of %v, hidden %d, skipped %v, signed %d, signatories %d", names, sum.Hidden, sum.Skipped, sum.Signed, sum.Signatories)
	}
	data, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := json.Marshal(data); bytes.Contains(text, []byte(dir)) || bytes.Contains(text, []byte("a/one")) {
		t.Error("a path of this machine is stored")
	}
}

// TestListsThatAreNoDataSets asks that YAML and JSON which are no data set of ours are read as lists of signatories.
func TestListsThatAreNoDataSets(t *testing.T) {
	dir := folder(t, map[string]string{
		"set.yaml":      dataSet("set", "A", "B"),
		"partners.yml":  "title: Partners of the pool\norganizations:\n- Salt Union\n- Pier Friends\n",
		"logos.json":    `[{"name": "River Watch", "logo": "river.png"}]`,
		"settings.json": `{"port": 80}`,
	})
	s := openStore(t)
	sum, err := (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{dir}})
	if graph.CodeOf(err) != graph.Invalid || len(sum.Failed) != 1 || !strings.Contains(sum.Failed[0].Error, "settings.json has no list of organizations") || !strings.Contains(sum.Failed[0].Error, "undersigned: dataset/1") {
		t.Errorf("the error is %v, failed %+v", err, sum.Failed)
	}
	if len(sum.Letters) != 3 || sum.Signatories != 5 || sum.Letters[1].Title != "Partners of the pool" || sum.Letters[1].Kind != "list" || sum.Letters[1].Medium != "yaml" {
		t.Errorf("the letters are %+v", sum.Letters)
	}
}

func TestBadFilesAreNamedAndTheOthersLoad(t *testing.T) {
	dir := folder(t, map[string]string{
		"bad.json":     "{\n\"undersigned\": \"dataset/1\",\n\"name\": \"x\", \"leters\": []}",
		"good.json":    dataSet("good", "A", "B"),
		"aliases.json": `[["A"]]`,
		"edges.csv":    "organization,letter\n\nC\n",
	})
	in := func(name string) string { return filepath.Join(dir, name) }
	s := openStore(t)
	sum, err := (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{in("bad.json"), in("good.json"), in("missing.txt")},
		Aliases: []string{in("aliases.json")}, Edges: []string{in("edges.csv")}})
	if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "4 files could not be read, the others are loaded") {
		t.Errorf("the error is %v", err)
	}
	for i, want := range []string{"aliases.json: group 1 has 1 names", `bad.json: line 3, the file: there is no field "leters"`, "edges.csv, row 3: ", "missing.txt: there is no such file"} {
		if i >= len(sum.Failed) || !strings.Contains(sum.Failed[i].Error, want) {
			t.Errorf("failure %d of %+v is not %q", i, sum.Failed, want)
		}
	}
	if len(sum.Letters) != 1 || !sum.Letters[0].Written || sum.Revision == 0 || networkOf(t, s).Coverage().Signatures != 2 {
		t.Errorf("the good file gives %+v", sum)
	}
	_, err = (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{in("bad.json")}})
	if message := graph.MessageOf(err); !strings.HasPrefix(message, "bad.json: line 3") {
		t.Errorf("one bad file alone gives %q", message)
	}
	if _, err := (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{t.TempDir()}}); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "nothing to load") {
		t.Errorf("an empty folder gives %v", err)
	}
	if _, err := (&Loader{}).Load(t.Context(), Input{}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("no store gives %v", err)
	}
}

func TestFilesThatAreNotTaken(t *testing.T) {
	dir := folder(t, map[string]string{"long.txt": strings.Repeat("a long letter ", 100), "list.csv.gz": "\x1f\x8b", "sub/x.json": "[]"})
	in := func(name string) []string { return []string{filepath.Join(dir, name)} }
	for _, test := range []struct {
		in   Input
		code graph.Code
		want string
	}{
		{Input{Paths: in("long.txt")}, graph.TooLarge, "long.txt has 1400 bytes and the limit is 1000"},
		{Input{Paths: in("list.csv.gz")}, graph.Unsupported, "with --edges"},
		{Input{Aliases: in("sub")}, graph.Invalid, "sub is a folder"},
		{Input{Edges: in("missing.csv")}, graph.NotFound, "missing.csv: there is no such file"},
		{Input{Edges: in("list.csv.gz")}, graph.Invalid, "list.csv.gz: the gzip file is damaged"},
		{Input{Paths: in("sub/x.json")}, graph.Invalid, "x.json has no list of organizations"},
	} {
		_, err := (&Loader{DryRun: true, Limits: letter.Limits{Bytes: 1000}}).Load(t.Context(), test.in)
		if graph.CodeOf(err) != test.code || !strings.Contains(graph.MessageOf(err), test.want) {
			t.Errorf("%+v gives %v, want %s: %s", test.in, err, test.code, test.want)
		}
	}
}

// TestExampleThroughTheStore: the figures of the example data hold for what a store gives back, too.
func TestExampleThroughTheStore(t *testing.T) {
	dir := folder(t, map[string]string{examples.Name: string(examples.Data())})
	s := openStore(t)
	sum := mustLoad(t, &Loader{Store: s}, Input{Paths: []string{dir}})
	c := networkOf(t, s).Coverage()
	if got, want := [...]int{c.Letters, c.Organizations, c.SeveralLetters, c.Signatures}, [...]int{24, 1643, 384, 2312}; got != want || sum.Signed != 28 {
		t.Errorf("letters, organizations, on several letters, signatures: %v, want %v; %d documents", got, want, sum.Signed)
	}
	change, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data, err := ruling.Complete(t.Context(), graph.Data{Letters: change.Letters, Profiles: change.Profiles, Judgements: change.Judgements})
	if err != nil {
		t.Fatal(err)
	}
	if contentOf(t, s) != graph.ContentHash(data.Letters, data.Profiles, data.Judgements) {
		t.Error("loading the file gives other content than examples.Change")
	}
}

func TestLoadingTwiceChangesNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.json": dataSet("a", "A", "B"), "b.json": dataSet("b", "B", "C"), "aliases.json": `[["A", "C"]]`, "distinct.yaml": "- [A, B, why]\n"})
	in := Input{Paths: []string{filepath.Join(dir, "a.json"), filepath.Join(dir, "b.json")}, Aliases: []string{filepath.Join(dir, "aliases.json")}, Distinct: []string{filepath.Join(dir, "distinct.yaml")}}
	s := openStore(t)
	first := mustLoad(t, &Loader{Store: s}, in)
	second := mustLoad(t, &Loader{Store: s}, in)
	if first.Written != 4 || first.Judgements != 2 || second.Written != 0 || second.Unchanged != 4 || first.Revision != second.Revision {
		t.Errorf("first %+v, second %+v", first, second)
	}
	for _, r := range second.Letters {
		if r.Written || r.Replaces {
			t.Errorf("%s counts as written", r.Name)
		}
	}
	changed := folder(t, map[string]string{"b.json": dataSet("b", "B", "D")})
	third := mustLoad(t, &Loader{Store: s}, Input{Paths: []string{filepath.Join(changed, "b.json"), filepath.Join(dir, "a.json")}})
	if third.Written != 1 || third.Letters[0].Written || !third.Letters[1].Written || !third.Letters[1].Replaces {
		t.Errorf("a changed file gives %+v", third)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.json": dataSet("a", "A", "B"), "b.json": dataSet("b", "A"), "aliases.json": `[["A", "B"], ["A", "C"]]`})
	in := Input{Paths: []string{filepath.Join(dir, "a.json"), filepath.Join(dir, "b.json")}, Aliases: []string{filepath.Join(dir, "aliases.json")}}
	s := openStore(t)
	for name, l := range map[string]*Loader{"with a store": {Store: s, DryRun: true}, "without": {DryRun: true}} {
		sum := mustLoad(t, l, in)
		if len(sum.Letters) != 2 || sum.Letters[0].Written || sum.Letters[0].Organizations != 2 || sum.Written != 4 || sum.Revision != 0 {
			t.Errorf("%s: %+v", name, sum)
		}
	}
	if contentOf(t, s) != "" {
		t.Error("something was written")
	}
	mustLoad(t, &Loader{Store: s}, Input{Paths: in.Paths[:1], Aliases: in.Aliases})
	if sum := mustLoad(t, &Loader{Store: s, DryRun: true}, in); sum.Written != 1 || sum.Unchanged != 3 {
		t.Errorf("of four records one is new, but %d would be written and %d not", sum.Written, sum.Unchanged)
	}
}

func TestCopiesAndConflicts(t *testing.T) {
	a := `{"undersigned": "dataset/1", "name": "x", "letters": [{"id": "one", "documents": ["d.html"], "signatories": ["A"]}], "profiles": [{"of": {"name": "A"}, "country": "Chile"}]}`
	b := strings.Replace(a, `["A"]`, `["B"]`, 1)
	c := strings.NewReplacer(`"x"`, `"y"`, "Chile", "Peru").Replace(a)
	dir := folder(t, map[string]string{"a.json": a, "copy.json": a, "other.json": b, "profile.json": c})
	s := openStore(t)
	sum, err := (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{dir}})
	if graph.CodeOf(err) != graph.Conflict || len(sum.Failed) != 2 {
		t.Fatalf("%v, %+v", err, sum.Failed)
	}
	if !strings.Contains(sum.Failed[0].Error, "other.json: the letter") || !strings.Contains(sum.Failed[0].Error, "a.json") || !strings.Contains(sum.Failed[1].Error, `profile.json: it describes "A"`) {
		t.Errorf("the conflicts read %+v", sum.Failed)
	}
	if len(sum.Letters) != 2 || filepath.Base(sum.Letters[1].CopyOf) != "a.json" || sum.Signed != 1 {
		t.Errorf("the copy gives %+v", sum.Letters)
	}
}

// TestRenamedCopiesLoadInAnyOrder loads two copies of one document in two runs.
func TestRenamedCopiesLoadInAnyOrder(t *testing.T) {
	text := dataSet("x", "A")
	dir := folder(t, map[string]string{"a.json": text, "b.json": text})
	var hashes []string
	for _, order := range [][]string{{"a.json", "b.json"}, {"b.json", "a.json"}} {
		s := openStore(t)
		for _, name := range order {
			mustLoad(t, &Loader{Store: s}, Input{Paths: []string{filepath.Join(dir, name)}})
		}
		hashes = append(hashes, contentOf(t, s))
	}
	if hashes[0] != hashes[1] {
		t.Error("the order of two loads shows in the store")
	}
}

func edgeList(letters, signers int) string {
	var b strings.Builder
	b.WriteString("organization,letter\n")
	for l := range letters {
		for o := range signers {
			fmt.Fprintf(&b, "o%d,l%d\n", (l*7+o*13)%997, l)
		}
	}
	return b.String()
}

// counting counts the transactions, and refuses them after some.
type counting struct {
	store.Store
	puts, limit int
}

func (c *counting) Put(ctx context.Context, change store.Change) (store.Result, error) {
	if c.puts++; c.limit > 0 && c.puts > c.limit {
		return store.Result{}, graph.Errorf(graph.Unavailable, "the disk is full")
	}
	return c.Store.Put(ctx, change)
}

func TestManyLettersInFewTransactions(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(edgeList(1000, 10))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"edges.csv.gz": packed.String()})
	in := Input{Edges: []string{filepath.Join(dir, "edges.csv.gz")}}
	whole := &counting{Store: openStore(t)}
	if sum := mustLoad(t, &Loader{Store: whole}, in); whole.puts > 6 || sum.Signed != 1000 || sum.Signatories != 10_000 || len(sum.Letters) != 1000 {
		t.Errorf("%d transactions, %d letters, %d signatories", whole.puts, sum.Signed, sum.Signatories)
	}
	want := contentOf(t, whole)

	broken := &counting{Store: openStore(t), limit: 2}
	sum, err := (&Loader{Store: broken}).Load(t.Context(), in)
	if graph.CodeOf(err) != graph.Unavailable || sum.Written == 0 || contentOf(t, broken) == want {
		t.Fatalf("a store that fails gives %v, %d written", err, sum.Written)
	}
	last := sum.Letters[len(sum.Letters)-1]
	if sum.Revision != 2 || last.Written || !last.NotStored || sum.Letters[0].NotStored || !sum.Letters[0].Written {
		t.Errorf("then the store is said to be at revision %d, the first letter %+v and the last %+v", sum.Revision, sum.Letters[0], last)
	}
	broken.limit = 0
	if mustLoad(t, &Loader{Store: broken}, in); contentOf(t, broken) != want {
		t.Error("a load that was broken off and begun again gives other content")
	}
}

func TestStoppedLoadSaysSo(t *testing.T) {
	dir := folder(t, map[string]string{"a.json": dataSet("a", "A"), "b.json": dataSet("b", "B"), "c.json": dataSet("c", "C")})
	ctx, stop := context.WithCancel(t.Context())
	var seen []string
	l := &Loader{DryRun: true, Progress: func(done, total int, name string) {
		seen = append(seen, fmt.Sprint(done, "/", total, " ", filepath.Base(name)))
		if done == 1 {
			stop()
		}
	}}
	sum, err := l.Load(ctx, Input{Paths: []string{dir}})
	if graph.CodeOf(err) != graph.Cancelled || len(sum.Letters) != 1 {
		t.Errorf("%v, %d letters", err, len(sum.Letters))
	}
	if want := []string{"0/3 a.json", "1/3 b.json"}; !slices.Equal(seen, want) {
		t.Errorf("progress %q, want %q", seen, want)
	}
}
