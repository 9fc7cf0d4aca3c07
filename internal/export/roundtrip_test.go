package export

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// file is a network as a reader of a format sees it.
type file struct {
	ids, labels []string
	edges       [][2]string
	weights     []float64
}

// expected is what a reader of any format should see.
func expected(n *Network, mode Mode) file {
	var f file
	for _, o := range n.Organizations {
		f.ids, f.labels = append(f.ids, o.ID), append(f.labels, clean(o.Name))
	}
	if mode == OneMode {
		for _, t := range n.Ties {
			f.edges = append(f.edges, [2]string{n.Organizations[t.A].ID, n.Organizations[t.B].ID})
			f.weights = append(f.weights, t.Newman)
		}
		return f
	}
	for _, l := range n.Letters {
		f.ids, f.labels = append(f.ids, l.ID), append(f.labels, clean(l.Title))
		for _, o := range l.Signers {
			f.edges = append(f.edges, [2]string{n.Organizations[o].ID, l.ID})
			f.weights = append(f.weights, 1)
		}
	}
	return f
}

func (f file) compare(t *testing.T, format string, want file) {
	t.Helper()
	if !slices.Equal(f.ids, want.ids) || !slices.Equal(f.labels, want.labels) {
		t.Errorf("%s: nodes\n%q %q, want\n%q %q", format, f.ids, f.labels, want.ids, want.labels)
	}
	if !slices.Equal(f.edges, want.edges) || !slices.Equal(f.weights, want.weights) {
		t.Errorf("%s: edges\n%v %v, want\n%v %v", format, f.edges, f.weights, want.edges, want.weights)
	}
}

func compareAll(t *testing.T, n *Network) {
	for _, mode := range []Mode{OneMode, TwoMode} {
		want := expected(n, mode)
		readGEXF(t, write(t, n, mode, GEXF)).compare(t, "gexf", want)
		readGraphML(t, write(t, n, mode, GraphML)).compare(t, "graphml", want)
		readJSON(t, write(t, n, mode, JSON), mode).compare(t, "json", want)
		readVOSviewer(t, write(t, n, mode, VOSviewer)).compare(t, "vosviewer", want)
		comparePajek(t, write(t, n, mode, Pajek), n, mode, want)
		readCSV(t, write(t, n, mode, Nodes), write(t, n, mode, Ties), mode).compare(t, "csv", want)
	}
}

func TestPartitionHasAClusterForEachVertex(t *testing.T) {
	n := hard()
	for mode, vertices := range map[Mode]int{OneMode: len(n.Organizations), TwoMode: len(n.Organizations) + len(n.Letters)} {
		lines := strings.Split(strings.TrimSuffix(string(write(t, n, mode, Partition)), "\r\n"), "\r\n")
		if lines[1] != "*Vertices "+strconv.Itoa(vertices) || len(lines) != 2+vertices {
			t.Fatalf("the partition has %d lines after %q", len(lines)-2, lines[1])
		}
		for i, line := range lines[2:] {
			want := 0
			if i < len(n.Organizations) {
				want = n.Organizations[i].Cluster
			}
			if line != strconv.Itoa(want) {
				t.Errorf("vertex %d is in cluster %s, want %d", i+1, line, want)
			}
		}
	}
}

func TestRoundTripOfHardNames(t *testing.T) { compareAll(t, hard()) }

// Any name at all comes back from every format, up to the characters that clean replaces. CRLF inside a name is left out
// here because the CSV reader of the standard library cannot tell it from LF.
func TestRoundTripOfRandomNames(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"=", "+", "-", "@", "'", "\"", ",", ";", "\n", "\t", " ", "<", "&", ">", "]]>", "--", "\\", "\u202e", "é", "e\u0301", "例", "🐸",
		"\x00", "\x1b", "\xc3", "\ufffe", "\u2028", "a", "B", "1"}
	for range 40 {
		n := hard()
		for i := range n.Organizations {
			n.Organizations[i].Name = draw(r, pieces)
		}
		for i := range n.Letters {
			n.Letters[i].Title = draw(r, pieces)
		}
		compareAll(t, n)
	}
}

func draw(r *rand.Rand, pieces []string) string {
	var b strings.Builder
	for range r.IntN(7) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestCSVKeepsLineBreaksAndEndsRowsWithCRLF(t *testing.T) {
	n := hard()
	n.Organizations[0].Name = "one\r\ntwo\nthree"
	got := string(write(t, n, OneMode, Nodes))
	if !strings.Contains(got, "o1,\"one\r\ntwo\nthree\",") {
		t.Error("a line break inside a cell was changed")
	}
	if !strings.HasPrefix(got, "id,label,mode,") || !strings.HasSuffix(got, ","+n.Hash+"\r\n") {
		t.Error("rows do not end with CRLF")
	}
}

func TestSignatureRows(t *testing.T) {
	rows := records(t, write(t, hard(), OneMode, Signatures))
	if len(rows) != 4 {
		t.Fatalf("%d rows, want a head and 3", len(rows))
	}
	for i, want := range [][]string{
		{"o1", "Bread, Roses & \"Co.\"", "l1", "A letter, \"quoted\"\nand broken", "2020-04", "World Trade Organization; G7; G20", "Bread, Roses & \"Co.\"",
			"- Bread, Roses & \"Co.\"\n  (France)", "a.txt", "1", "8", "1", "6", "listed", "+France", "", "l1", "3f9c21ab0d54e6f7"},
		{"o1", "Bread, Roses & \"Co.\"", "l1", "A letter, \"quoted\"\nand broken", "2020-04", "World Trade Organization; G7; G20", "Bread, Roses",
			"+ Bread, Roses", "b.html", "", "3", "", "", "reported", "", "translation-of", "l1-fr", "3f9c21ab0d54e6f7"},
	} {
		got := rows[1+i]
		for k := range got {
			if unguard(got[k]) != want[k] {
				t.Errorf("row %d, %s: %q, want %q", i+1, rows[0][k], got[k], want[k])
			}
		}
	}
	if rows[1][7][0] != '\'' || rows[1][14] != "'+France" {
		t.Error("a printed line that begins with a formula sign is not guarded")
	}
}

func TestNoCellRunsAsAFormula(t *testing.T) {
	for _, w := range writers {
		if !strings.HasSuffix(w.name, ".csv") {
			continue
		}
		for _, row := range records(t, write(t, hard(), w.mode, w.write)) {
			for _, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("%s: the cell %q would run", w.name, cell)
				}
			}
		}
	}
}
