package letter

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/lettertest"
	"undersigned/internal/pdf"
)

func pdfDraft(t *testing.T, name string) *Draft {
	t.Helper()
	lettertest.NeedEngine(t)
	data, err := os.ReadFile(filepath.Join("testdata", name, "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Extract(context.Background(), name, data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPDFSetAside looks for what is no part of a letter's text: it is told of, with its reason, and once.
func TestPDFSetAside(t *testing.T) {
	for _, c := range []struct{ file, text, why string }{
		{"pdf-pages", "Night Lines Letter", whyRunning},
		{"pdf-pages", "Page 1 of 4", whyPageNo},
		{"pdf-columns-de", "Offener Brief Stadtbüchereien", whyRunning},
		{"pdf-columns-de", "Seite 1 von 3", whyPageNo},
		{"pdf-footnotes", "See Table 1 of the report", whyFootnote},
		{"pdf-footnotes", "Joined after the letter", whyFootnote},
	} {
		n := 0
		for _, l := range pdfDraft(t, c.file).LeftOut {
			if strings.Contains(l.Text, c.text) {
				if n++; l.Why != c.why {
					t.Errorf("%s: %q is left out as %s", c.file, l.Text, l.Why)
				}
			}
		}
		if n != 1 {
			t.Errorf("%s: %q is left out %d times", c.file, c.text, n)
		}
	}
}

// TestPDFEvidence checks page, line and box of names: of one line, wrapped, and in a table.
func TestPDFEvidence(t *testing.T) {
	d := pdfDraft(t, "pdf-two-columns")
	row := func(name string) Row {
		for _, r := range d.Signatories {
			if r.Name == name {
				return r
			}
		}
		t.Fatalf("%q is no row", name)
		return Row{}
	}
	one, two := row("Alder Valley Water Alliance"), row("Coalition of Lakeside Library Workers and Friends of Public Reading")
	if one.Text != one.Name || one.Page != 1 || one.Line >= two.Line {
		t.Errorf("one line: %+v", one)
	}
	if strings.Count(two.Text, "\n") != 1 || two.Evidence[0].Text != two.Text {
		t.Errorf("two lines: %q", two.Text)
	}
	height := func(r Row) float64 { return r.Box[3] - r.Box[1] }
	if !(height(two) > 1.8*height(one)) || two.Box[0] != one.Box[0] {
		t.Errorf("the boxes are %v and %v", one.Box, two.Box)
	}
	if right := row("Hilltop Immigrant Support Center"); right.Box[0] <= one.Box[2] || right.Line <= two.Line || !slices.Equal(right.Box, right.Evidence[0].Box) {
		t.Errorf("the right column: %+v", right)
	}
}

// TestPDFRefused wants errors that say what to do.
func TestPDFRefused(t *testing.T) {
	lettertest.NeedEngine(t)
	data, err := os.ReadFile("testdata/pdf-two-columns/input.pdf")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, c := range []struct {
		ctx    context.Context
		data   []byte
		limits Limits
		code   graph.Code
		says   string
	}{
		{context.Background(), data[:len(data)/2], Limits{}, graph.Invalid, "download it again"},
		{context.Background(), data, Limits{Lines: 5}, graph.TooLarge, "split it"},
		{context.Background(), data, Limits{Rows: 5}, graph.TooLarge, "split it"},
		{context.Background(), blankPDF(), Limits{}, graph.Invalid, "is empty"},
		{stopped, data, Limits{}, graph.Cancelled, ""},
	} {
		_, err := Extract(c.ctx, "letter.pdf", c.data, c.limits)
		if graph.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %s and %q", graph.CodeOf(err), err, c.code, c.says)
		}
	}
}

// blankPDF is a PDF with one page that has nothing on it.
func blankPDF() []byte {
	var b strings.Builder
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%sendobj\n", i+1, o)
	}
	start := b.Len()
	b.WriteString("xref\n0 4\n0000000000 65535 f \n")
	for _, x := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", x)
	}
	fmt.Fprintf(&b, "trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return []byte(b.String())
}

// setPage sets words of ten points on a page: each is half its size wide a letter.
func setPage(words ...any) []row {
	var page pdf.Page
	page.Width, page.Height = 600, 800
	for i := 0; i+2 < len(words); i += 3 {
		x, y, text := float64(words[i].(int)), float64(words[i+1].(int)), words[i+2].(string)
		run := pdf.Run{Text: text, X0: x, Y0: y - 8, X1: x + 5*float64(len(text)), Y1: y + 2, Baseline: y, Size: 10, Spaced: true}
		for k := range len(text) + 1 {
			run.Edges = append(run.Edges, 5*float64(k))
		}
		page.Runs = append(page.Runs, run)
	}
	found, _ := pageWords(page)
	return pageRows(found)
}

// TestGutters asks where columns are parted: by white space that goes through several rows, not by a wide gap in one.
func TestGutters(t *testing.T) {
	columns := []any{}
	for i := range 5 {
		columns = append(columns, 50, 100+12*i, "Left name", 250, 100+12*i, "Right name")
	}
	found := gutters(setPage(columns...), nil)
	if len(found) != 1 || found[0].x0 != 95 || found[0].x1 != 250 || found[0].top != 0 || found[0].end != 5 || found[0].start != 250 {
		t.Errorf("two columns: %+v", found)
	}
	crossed := append(slices.Clone(columns), 50, 90, "A heading that is set over both of the columns below")
	if found := gutters(setPage(crossed...), nil); len(found) != 1 || found[0].top != 1 {
		t.Errorf("under a heading: %+v", found)
	}
	if found := gutters(setPage(50, 100, "Place", 400, 100, "Date", 50, 112, "Street and number", 50, 124, "Town"), nil); len(found) != 0 {
		t.Errorf("a date on the right: %+v", found)
	}
	known := []gutter{{x0: 200, x1: 250, start: 250}}
	if found := gutters(setPage(50, 100, "The last", 250, 100, "two names"), known); len(found) != 1 {
		t.Errorf("the last row of columns on another page: %+v", found)
	}
	bullets := []any{}
	for i := range 6 {
		bullets = append(bullets, 50, 100+12*i, "•", 70, 100+12*i, "Name")
	}
	if found := gutters(setPage(bullets...), nil); len(found) != 0 {
		t.Errorf("bullets: %+v", found)
	}
}

// TestLongestOrder chooses, between two names of a sorted list, the lines that begin one.
func TestLongestOrder(t *testing.T) {
	for _, c := range []struct {
		before, texts, after, begins string
	}{
		{"Harbor Aid", "Home Union|Island Friends", "Kite Club", "yy"},
		{"Harbor Aid", "Workers|Island Friends", "Kite Club", "ny"},
		{"Patient Voice", "Rain|Pathfinders Three|Oaks", "Rowing Club", "nyn"},
		{"Zoo Friends", "Aid for All", "", "n"},
		{"Zoo Friends", "Zoo Keepers|Aid for All", "Bird Club", "yn"},
	} {
		got := ""
		for _, b := range longestOrder(strings.Split(c.texts, "|"), c.before, c.after) {
			if b {
				got += "y"
			} else {
				got += "n"
			}
		}
		if got != c.begins {
			t.Errorf("%s, %s, %s: %s, want %s", c.before, c.texts, c.after, got, c.begins)
		}
	}
}
