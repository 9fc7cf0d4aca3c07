package export

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// writers are all writers of the package by the name of their golden file.
var writers = []struct {
	name  string
	mode  Mode
	write func(io.Writer, *Network, Mode) error
}{
	{"one.gexf", OneMode, GEXF}, {"two.gexf", TwoMode, GEXF},
	{"one.graphml", OneMode, GraphML}, {"two.graphml", TwoMode, GraphML},
	{"one.net", OneMode, Pajek}, {"two.net", TwoMode, Pajek},
	{"one.clu", OneMode, Partition}, {"two.clu", TwoMode, Partition},
	{"one.vosviewer.json", OneMode, VOSviewer}, {"two.vosviewer.json", TwoMode, VOSviewer},
	{"one.nodes.csv", OneMode, Nodes}, {"two.nodes.csv", TwoMode, Nodes},
	{"one.ties.csv", OneMode, Ties}, {"two.ties.csv", TwoMode, Ties},
	{"signatures.csv", OneMode, Signatures},
	{"aliases.csv", OneMode, Aliases}, {"one.ftm.json", OneMode, FTM},
	{"one.json", OneMode, JSON}, {"two.json", TwoMode, JSON},
	{"one.xlsx", OneMode, XLSX}, {"two.xlsx", TwoMode, XLSX},
}

// hard is a small network with names that break careless writers.
func hard() *Network {
	names := []string{
		"Bread, Roses & \"Co.\"", "=SUM(A1:A9)", "Line\nBreak\tTab", "<b>Rights</b> & 'Liberties'", "منظمة الحقوق", "🐸 Frogs\\Toads",
		"'-quoted", "Bell\x07 and \xff", "Twin", "Twin", " edge blanks ", "",
	}
	n := &Network{Hash: "3f9c21ab0d54e6f7", Statement: "Co-signing among 12 organizations, 2019–2021",
		Remark: "1 letter without a date is left out.", Source: "3 letters read by undersigned", Width: 1200, Height: 800, TiesTotal: 1234}
	for i, name := range names {
		n.Organizations = append(n.Organizations, Organization{ID: fmt.Sprintf("o%d", i+1), Name: name, Letters: 1 + i%3,
			Strength: float64(i) / 4, Betweenness: 1.5e-7 * float64(i), PageRank: 1 / 12., Cluster: i % 3, Stability: float64(i%2)*1.75 - 1,
			First: graph.Date{Year: 2019}, Last: graph.Date{Year: 2021, Month: 5, Day: 6}, X: float64(i * 100), Y: float64(i * i), Radius: 2.5})
	}
	n.Organizations[0].Country, n.Organizations[0].Kind = "+France", "union"
	for i, names := range map[int][]graph.Name{
		0: {{Text: "Bread, Roses", Kind: graph.Printed}, {Text: "+ Bread", Kind: graph.Printed}, {Text: "Twins", Kind: graph.Printed}, {Text: "B&R", Kind: graph.Acronym}, {Text: "Roses <old>", Kind: graph.Former}},
		1: {{Text: "Twins", Kind: graph.Printed}, {Text: "=SUM(A1:A9)", Kind: graph.Printed}, {Text: "'-Sum", Kind: graph.Printed}},
	} {
		n.Organizations[i].Names = names
	}
	n.Organizations[1].Parent, n.Organizations[2].Parent = "o1", "hidden"
	n.Organizations[1].ExternalIDs = map[string]string{"wikidata": "Q42", "lei": "UNDERSIGNEDTEST00045", "ein": "12-3456789", "ror": "012abc", "domain": "sum.example"}
	n.Organizations[2].ExternalIDs = map[string]string{"wikidata": "P42", "lei": "UNDERSIGNEDTEST00001", "domain": "https://sum.example"}
	n.Letters = []Letter{
		{ID: "l1", File: "a.txt", Address: "https://letters.example/1", Topics: []string{"trade"}, Title: "A letter, \"quoted\"\nand broken", Kind: "letter", Language: "en", Date: graph.Date{Year: 2020, Month: 4},
			Targets: []string{"World Trade Organization", "G7; G20"}, X: 10, Y: 20, Signers: []int{0, 1, 2, 3, 4, 5}},
		{ID: "l2", Title: "@all", Date: graph.Date{Year: 2021}, X: 30, Y: 40, Signers: []int{5, 6, 7, 8, 9}},
		{ID: "l3", X: 50, Y: 60, Signers: []int{10, 11, 0}, Size: 40},
	}
	n.Ties = []Tie{{0, 5, 2, 1.2}, {1, 2, 1, .2}, {8, 9, 1, 1. / 3}}
	n.Clusters = []Cluster{{Number: 1, Label: "Trade <&>", Size: 4, Stability: .84}, {Number: 2, Label: "Privacy", Size: 4, Stability: -1}}
	n.Signatures = slices.Values([]Signature{
		{Organization: 0, Letter: 0, Name: "Bread, Roses & \"Co.\"", Text: "- Bread, Roses & \"Co.\"\n  (France)", Document: "a.txt", Record: "l1",
			Page: 1, Line: 8, Position: 1, Of: 6, Status: graph.Listed, Country: "+France"},
		{Organization: 0, Letter: 0, Name: "Bread, Roses", Text: "+ Bread, Roses", Document: "b.html", Record: "l1-fr", Relation: "translation-of",
			Line: 3, Status: graph.Reported},
		{Organization: 11, Letter: 2, Name: "", Text: "", Document: "c.csv", Record: "l3", Status: graph.Disputed},
	})
	return n
}

func write(t *testing.T, n *Network, mode Mode, fn func(io.Writer, *Network, Mode) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := fn(&b, n, mode); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts unpacks a workbook into text that can be compared and read; other files stay as they are.
func parts(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	if !strings.HasSuffix(name, ".xlsx") {
		return data
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s\n", f.Name, strings.ReplaceAll(string(part), "</row>", "</row>\n"))
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, w := range writers {
		t.Run(w.name, func(t *testing.T) {
			got := write(t, hard(), w.mode, w.write)
			if again := write(t, hard(), w.mode, w.write); !bytes.Equal(got, again) {
				t.Fatal("two runs differ")
			}
			got = parts(t, w.name, got)
			path := filepath.Join("testdata", strings.Replace(w.name, ".xlsx", ".xlsx.txt", 1))
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs from its golden file; if that is meant, run go test -update\n%s", path, got)
			}
		})
	}
}

func TestEveryFileCarriesTheDataVersion(t *testing.T) {
	for _, w := range writers {
		got := string(parts(t, w.name, write(t, hard(), w.mode, w.write)))
		if !strings.Contains(got, hard().Hash) {
			t.Errorf("%s does not say which data it was made of", w.name)
		}
	}
}

func TestAnEmptyNetworkIsWritten(t *testing.T) {
	for _, w := range writers {
		n := &Network{Hash: "none", Signatures: slices.Values([]Signature(nil))}
		if got := write(t, n, w.mode, w.write); (len(got) == 0) != (w.name == "one.ftm.json") { // which is a line for each entity
			t.Errorf("%s: nothing written", w.name)
		}
	}
}

func TestABrokenNetworkIsRefusedBeforeTheFirstByte(t *testing.T) {
	breaks := map[string]func(*Network){
		"tie out of range":    func(n *Network) { n.Ties[0].B = 99 },
		"signer out of range": func(n *Network) { n.Letters[0].Signers = []int{-1} },
		"id twice":            func(n *Network) { n.Letters[0].ID = n.Organizations[0].ID },
		"id empty":            func(n *Network) { n.Organizations[0].ID = "" },
		"NaN":                 func(n *Network) { n.Organizations[0].Betweenness = math.NaN() },
		"infinite hull":       func(n *Network) { n.Clusters[0].Hull = [][2]float64{{math.Inf(1), 0}} },
	}
	for name, spoil := range breaks {
		for _, w := range writers {
			n := hard()
			spoil(n)
			var b bytes.Buffer
			if err := w.write(&b, n, w.mode); graph.CodeOf(err) != graph.Internal || b.Len() > 0 {
				t.Errorf("%s, %s: error %v after %d bytes", w.name, name, err, b.Len())
			}
		}
	}
}

// full is a writer without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestAWriteErrorComesOut(t *testing.T) {
	for _, w := range writers {
		if err := w.write(full{}, hard(), w.mode); err == nil {
			t.Errorf("%s: no error from a full disk", w.name)
		}
	}
}

func TestSignaturesThatAreNotThere(t *testing.T) {
	n := hard()
	n.Signatures = nil
	if err := Signatures(io.Discard, n, OneMode); graph.CodeOf(err) != graph.Unsupported {
		t.Errorf("error %v, want unsupported", err)
	}
	if err := Judgements(io.Discard, n, OneMode); graph.CodeOf(err) != graph.Unsupported {
		t.Errorf("judgements: error %v, want unsupported", err)
	}
	n.Signatures = slices.Values([]Signature{{Organization: 99}})
	for _, fn := range []func(io.Writer, *Network, Mode) error{Signatures, JSON} {
		if err := fn(io.Discard, n, OneMode); graph.CodeOf(err) != graph.Internal {
			t.Errorf("error %v for a line of nobody, want internal", err)
		}
	}
}

func TestSentences(t *testing.T) {
	n := hard()
	want := "Co-signing among 12 organizations, 2019–2021. The 3 strongest of 1,234 ties are in this file. 1 letter without a date is left out." +
		" Source: 3 letters read by undersigned. Data version 3f9c21ab0d54e6f7."
	if got := n.About(OneMode); got != want {
		t.Errorf("about: %s", got)
	}
	n.TiesTotal = 3
	if got := n.TieSentence(3, "drawn"); got != "All 3 ties are drawn." {
		t.Error(got)
	}
	for in, want := range map[int]string{0: "0", 12: "12", 999: "999", 1000: "1,000", 13701: "13,701", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := Count(in); got != want {
			t.Errorf("Count(%d) = %s, want %s", in, got, want)
		}
	}
}

func BenchmarkGEXF(b *testing.B) {
	n := &Network{Hash: "h", Width: 1200, Height: 800}
	for i := range 10_000 {
		n.Organizations = append(n.Organizations, Organization{ID: fmt.Sprintf("organization-%d", i), Name: fmt.Sprintf("Organization & %d", i),
			Letters: i, Strength: float64(i) / 3, Betweenness: float64(i) / 7, PageRank: 1 / float64(i+1), X: float64(i) / 11, Y: float64(i) / 13})
	}
	for i := range 20_000 {
		n.Ties = append(n.Ties, Tie{i % 10_000, (i * 7) % 10_000, 2, float64(i) / 17})
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := GEXF(io.Discard, n, OneMode); err != nil {
			b.Fatal(err)
		}
	}
}
