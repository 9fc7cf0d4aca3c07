package sheet

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/letter/medium"
)

func edgesOf(t testing.TB, name, text string) *Edges {
	t.Helper()
	e, err := ReadEdges(context.Background(), name, strings.NewReader(text), medium.Answers{})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return e
}

// said is what a list says, for comparisons: letters with dates, targets and signatories in their order.
func said(letters []graph.Letter) []string {
	var out []string
	for _, l := range letters {
		s := l.ID + "|" + l.Title + "|" + l.Date.String()
		for _, t := range l.Targets {
			s += "|" + t.Name
		}
		for _, g := range l.Signatures {
			s += fmt.Sprintf(";%s %s %s", g.Name, g.Type, g.Status)
			for _, e := range g.Evidence {
				s += fmt.Sprintf(" %d", e.Line)
			}
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func TestEdgesReadsEverySpelling(t *testing.T) {
	for name, text := range map[string]string{
		"comma":           "organization,letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,\n",
		"no last newline": "organization,letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,",
		"windows":         "organization,letter,date,target\r\n\"A, Inc.\",One,2021,WTO\r\nB,One,,\r\n",
		"semicolon":       "Organization;Letter;Date;Target\nA, Inc.;One;2021;WTO\nB;One;;\n",
		"tab":             "ORGANISATION\tletter\ttarget\tdate\nA, Inc.\tOne\tWTO\t2021\nB\tOne\t\t\n",
		"byte order mark": "\ufeff\"organization\",letter,date,target\n\"A, Inc.\",One,2021,WTO\nB,One,,\n",
		"ragged":          "organization,letter,date,target\n\"A, Inc.\",One,2021,WTO,,\nB,One\n",
	} {
		e := edgesOf(t, "dir/list.csv", text)
		if e.list == nil {
			t.Errorf("%s: it was not read as the plain form", name)
			continue
		}
		letters := e.Letters()
		if len(letters) != 1 || len(letters[0].Signatures) != 2 || letters[0].Signatures[0].Name != "A, Inc." || letters[0].Date.Year != 2021 || len(letters[0].Targets) != 1 || letters[0].Targets[0].Name != "WTO" {
			t.Errorf("%s: %+v", name, letters)
			continue
		}
		rows := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r", ""), "\n")
		for i, s := range letters[0].Signatures {
			if s.Evidence[0].Text != rows[i+1] || s.Evidence[0].Line != i+2 || s.Evidence[0].Extractor != "edges/1" {
				t.Errorf("%s: the evidence %+v is not the row as it stands %q", name, s.Evidence[0], rows[i+1])
			}
		}
		if d := letters[0].Documents[0]; d.Name != "list.csv" || len(d.SHA256) != 64 || d.ID != d.SHA256 || d.Text != "" {
			t.Errorf("%s: document %+v", name, d)
		}
	}
}

// TestEdgesErrors: what no row can be read of is refused with the row, what some can is left out with a reason.
func TestEdgesErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                                         "is empty",
		"\n\n":                                     "is empty",
		"organization,letter\n":                    "no rows",
		"name\nA\nB\nC\n":                          "--letter-column",
		"organization;text\nA;B\n":                 "--letter-column",
		"organization,letter\n,C\n":                `row 2: the column "organization" is empty`,
		"organization,letter\nA,\" \"\n":           `row 2: the column "letter" is empty`,
		"organization,letter,date\nA,B,May\n":      `"May" is no date`,
		"organization,letter\nA,\"B\n":             "not closed",
		"organization,letter\n***,B\n":             "no letters",
		"organization,letter\nA,B\nC\x00D,B\n":     "zero byte",
		"\x1f\x8bnothing":                          "gzip file is damaged",
		"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff": "gzip file is damaged",
	} {
		_, err := ReadEdges(context.Background(), "folder/list.csv", strings.NewReader(text), medium.Answers{})
		if err == nil || !strings.Contains(graph.MessageOf(err), want) || !strings.HasPrefix(graph.MessageOf(err), "list.csv") {
			t.Errorf("%q: %v, want a message with %q", text, err, want)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := ReadEdges(stopped, "x.csv", strings.NewReader("organization,letter\nA,B\n"), medium.Answers{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped reading gives %v", err)
	}
	e := edgesOf(t, "x.csv", "organization,letter\nA,B\n,C\nTotal,2\n")
	if left := e.LeftOut(); len(left) != 2 || left[0].Line != 3 || !strings.Contains(left[0].Why, "is empty") || len(e.Letters()) != 1 {
		t.Errorf("left out %+v of %+v", left, e.Letters())
	}
}

// general reads a list the general way.
func general(t testing.TB, text string) (*Edges, error) {
	t.Helper()
	r := newReader("x.csv", "sha", medium.Limits{Bytes: MaxEdgeBytes, Lines: MaxEdges, Rows: MaxEdges})
	r.edges = true
	drafts, ids, err := readTable(t.Context(), r, []byte(text))
	if err != nil {
		return nil, err
	}
	e := &Edges{}
	for i, d := range drafts {
		e.letters = append(e.letters, d.Record(ids[i], ""))
	}
	return e, nil
}

// compare holds the plain way against the general one; false where the table has not the plain form.
func compare(t *testing.T, text string) bool {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		return false
	}
	r := newReader("x.csv", "sha", medium.Limits{Bytes: MaxEdgeBytes, Lines: MaxEdges, Rows: MaxEdges})
	list, err := r.plain(t.Context(), text)
	if err != nil || list == nil {
		return false
	}
	e := &Edges{list: list, document: graph.Document{ID: "sha", Name: "x.csv", SHA256: "sha", Medium: "table"}}
	want, err := general(t, text)
	if err != nil {
		t.Fatalf("%q: the plain way reads it, the general one says %v", text, err)
	}
	if got, want := said(e.Letters()), said(want.Letters()); !slices.Equal(got, want) {
		t.Fatalf("%q:\nplain   %q\ngeneral %q", text, got, want)
	}
	var got, left []string
	for _, l := range e.LeftOut() {
		got = append(got, fmt.Sprint(l.Line, l.Why))
	}
	for _, l := range want.LeftOut() {
		left = append(left, fmt.Sprint(l.Line, l.Why))
	}
	if !slices.Equal(got, left) {
		t.Fatalf("%q: left out\nplain   %q\ngeneral %q", text, got, left)
	}
	quick, err := e.Network(spelling)
	if err != nil {
		t.Fatal(err)
	}
	judgements, err := spelling(graph.PrintedNames(e.Letters()))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := graph.NewNetwork(graph.Data{Letters: e.Letters(), Judgements: judgements, Hash: graph.ContentHash(e.Letters(), nil, nil)})
	if err != nil {
		t.Fatal(err)
	}
	graphtest.SameNetwork(t, quick, whole)
	return true
}

// TestPlainIsGeneral reads lists of every odd kind both ways.
func TestPlainIsGeneral(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	names := []string{"Salt Union", "Pier Friends", "\"Keepers, Seeds\"", "Blue \"Lake\" Club", "\"Night\" Owls Network", "salt union", " Salt  Union ", "Night Owls; River Watch", "Pier Friends|River Watch", "350", "***", "2019-03-04", "#N/A", "Total", "Total: 4", "",
		"organization", "12 Harbor Street", "Pier Friends / Salt Union", "SALT UNION", "Ängsvakten", "和平网络", "first floor office", "John Smith", "\"Harbor\nWatch\"", "Moss Trust"}
	letters := []string{"Keep the pool", "Keep the ferry", "keep the pier", "\"Letter, second\"", "2", "", " Keep the  pool", "letter", "#REF!"}
	dates := []string{"", "2019-03-04", "2019", "03/04/2019", "13/04/2019", "25.02.2018"}
	targets := []string{"", "Harbor Office", "Harbor Office; City Council"}
	plain := 0
	for range 3000 {
		var b strings.Builder
		of := map[string]string{}
		b.WriteString([]string{"organization,letter,date,target", "signatory,letter,date,target", "Organisation,Letter,Date,Target", "\ufefforganization,letter,date,target"}[rng.IntN(4)] + "\n")
		for range 1 + rng.IntN(12) {
			l := letters[rng.IntN(len(letters))]
			if _, known := of[l]; !known || rng.IntN(20) == 0 {
				of[l] = dates[rng.IntN(len(dates))]
			}
			b.WriteString(strings.Join([]string{names[rng.IntN(len(names))], l, of[l], targets[rng.IntN(len(targets))]}, ",") + []string{"\n", "\r\n", ",,\n", "\n\n"}[rng.IntN(4)])
		}
		if compare(t, b.String()) {
			plain++
		}
	}
	if plain < 1000 {
		t.Errorf("%d of 3000 lists have the plain form: this test shows too little", plain)
	}
}

// TestScannerAgrees holds the scanner against encoding/csv where a text is strictly well formed.
func TestScannerAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		var b strings.Builder
		for range rng.IntN(40) {
			b.WriteString([]string{"a", "b c", ",", ",", "\"", "\"x, y\"", "\"say \"\"hi\"\"\"", "\n", "\r\n", "\"two\nlines\"", "é", ""}[rng.IntN(12)])
		}
		text := b.String()
		in := csv.NewReader(strings.NewReader(text))
		in.FieldsPerRecord, in.TrimLeadingSpace = -1, true
		want, err := in.ReadAll()
		if err != nil {
			continue
		}
		var got [][]string
		open := false
		s := newScanner(text, ',')
		for s.next() {
			got = append(got, slices.Clone(s.cells))
			open = open || s.open
		}
		if open || fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Fatalf("%q:\n%q, want\n%q", text, got, want)
		}
	}
}

// TestScannerLenient reads what programs and persons write.
func TestScannerLenient(t *testing.T) {
	for text, want := range map[string]string{
		"a\t\tb\n\tc\t\n":                 `[["a" "" "b"] ["" "c" ""]]`,
		"\"Blue\" Lake,x\n5\" Pipe,y\n":   `[["\"Blue\" Lake" "x"] ["5\" Pipe" "y"]]`,
		"a, \"b, c\" ,d\n":                `[["a" "b, c" "d"]]`,
		"\"He said \"hi\" there\",x\n":    `[["He said \"hi\" there" "x"]]`,
		"\"two\r\nlines\",x\r\rthree\r\n": `[["two\nlines" "x"] ["three"]]`,
	} {
		separator := ','
		if strings.Contains(text, "\t") {
			separator = '\t'
		}
		s := newScanner(text, separator)
		var got [][]string
		for s.next() {
			got = append(got, slices.Clone(s.cells))
		}
		if s.open || fmt.Sprintf("%q", got) != want {
			t.Errorf("%q: %q, want %s", text, got, want)
		}
	}
	for _, text := range []string{"a,b\nc,\"d\ne,f\n\"g\" h,i", "a,b\nc,\"d\ne,f\ng,\"h\"\n"} {
		s := newScanner(text, ',')
		if !s.next() || s.open || !s.next() || !s.open || s.first != 2 || fmt.Sprintf("%q", s.cells) != `["c" "\"d"]` || !s.next() || s.open || fmt.Sprintf("%q", s.cells) != `["e" "f"]` || s.first != 3 || !s.next() || s.next() {
			t.Errorf("%q: a mark that is not closed: %+v", text, s)
		}
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
	full := filepath.Join("..", "..", "..", "..", "shared", filepath.FromSlash(path))
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
	e, err := ReadEdges(t.Context(), "s10k.csv.gz", bytes.NewReader(sharedFile(t, "data/networks/s10k.csv.gz")), medium.Answers{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := e.Network(spelling)
	if err != nil {
		t.Fatal(err)
	}
	got := n.Incidence()
	if got.Organizations() != want.Organizations() || got.Letters() != want.Letters() || got.Signatures() != want.Signatures() {
		t.Fatalf("%d organizations, %d letters, %d signatures; want %d, %d, %d", got.Organizations(), got.Letters(), got.Signatures(),
			want.Organizations(), want.Letters(), want.Signatures())
	}
}

// long makes a list of rows in the plain form, of invented names.
func long(rows int) string {
	rng := rand.New(rand.NewPCG(5, 6))
	words := strings.Fields("River Seed Palm Delta Forum Night Owl Salt Pier Green Blue Lake Stone Cloud Wind Field Root Moss Fern Harbor")
	word := func() string { return words[rng.IntN(len(words))] }
	names := make([]string, rows/8+1)
	for i := range names {
		names[i] = fmt.Sprintf("%s %s Network %d", word(), word(), i)
	}
	type letter struct{ title, date string }
	letters := make([]letter, rows/60+1)
	for i := range letters {
		letters[i] = letter{fmt.Sprintf("Open letter on the %s %s %d", word(), word(), i), fmt.Sprintf("20%02d-%02d-%02d", 10+rng.IntN(15), 1+rng.IntN(12), 1+rng.IntN(28))}
	}
	var b strings.Builder
	b.WriteString("organization,letter,date\n")
	for range rows {
		l := letters[rng.IntN(len(letters))]
		b.WriteString(names[rng.IntN(len(names))] + "," + l.title + "," + l.date + "\n")
	}
	return b.String()
}

// BenchmarkEdges reads a list of 500,000 rows and builds its network.
func BenchmarkEdges(b *testing.B) {
	text := long(500_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		e, err := ReadEdges(b.Context(), "x.csv", strings.NewReader(text), medium.Answers{})
		if err != nil {
			b.Fatal(err)
		}
		n, err := e.Network(spelling)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n.Incidence().Signatures()), "signatures")
	}
}

func FuzzEdges(f *testing.F) {
	f.Add("organization,letter\nA,B\n")
	f.Add("organization;letter;date\n\"A;\n1\";B;2021\n")
	f.Add("sep=;\norganization;letter\n\"A\" B;C\n")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ReadEdges(t.Context(), "x.csv", strings.NewReader(text), medium.Answers{})
		if err != nil {
			if graph.MessageOf(err) == "" || graph.CodeOf(err) == graph.Internal {
				t.Fatalf("an error without advice: %#v", err)
			}
			return
		}
		if _, err := e.Network(spelling); err != nil {
			t.Fatal(err)
		}
		compare(t, text)
	})
}

func TestEdgesLeaveOutWhatIsTooLong(t *testing.T) {
	for _, data := range []string{
		"organization,letter\nSalt Union,a1\n" + strings.Repeat("Pier ", 1000) + ",a1\n",
		"organization,letter\nSalt Union,a1\nRiver Watch," + strings.Repeat("b", 3000) + "\n",
	} {
		letters := edgesOf(t, "x.csv", data).Letters()
		if len(letters) != 1 || len(letters[0].Signatures) != 1 || len(letters[0].LeftOut) != 1 || !strings.Contains(letters[0].LeftOut[0].Why, "characters") {
			t.Errorf("it was read as %q", said(letters))
		}
	}
}

// spelling joins names that are equal but for case and marks, as a rule would.
func spelling(names []string) ([]graph.Judgement, error) {
	first := map[string]string{}
	var list []graph.Judgement
	for _, name := range slices.Sorted(slices.Values(names)) {
		if key := graph.Fold(name); first[key] == "" {
			first[key] = name
		} else if key != "" {
			list = append(list, graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: first[key]}, B: graph.NameRef{Name: name}, By: graph.RuleBy("fold", 1), Score: 1}))
		}
	}
	return list, nil
}
