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
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lettertest"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/pdf"
)

func pdfDraft(t *testing.T, name string) *draft.Draft {
	t.Helper()
	lettertest.NeedEngine(t)
	data, err := os.ReadFile(filepath.Join("testdata", name, "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Extract(context.Background(), name, data, medium.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPDFSetAside looks for what is no part of a letter's text: it is told of, with its reason, and once.
func TestPDFSetAside(t *testing.T) {
	for _, c := range []struct{ file, text, why string }{
		{"pdf-pages", "Night Lines Letter", pdf.WhyRunning},
		{"pdf-pages", "Page 1 of 4", pdf.WhyPageNo},
		{"pdf-columns-de", "Offener Brief Stadtbüchereien", pdf.WhyRunning},
		{"pdf-columns-de", "Seite 1 von 3", pdf.WhyPageNo},
		{"pdf-footnotes", "See Table 1 of the report", pdf.WhyFootnote},
		{"pdf-footnotes", "Joined after the letter", pdf.WhyFootnote},
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
	row := func(name string) draft.Row {
		for _, r := range d.Signatories {
			if r.Name == name {
				return r
			}
		}
		t.Fatalf("%q is no row", name)
		return draft.Row{}
	}
	one, two := row("Alder Valley Water Alliance"), row("Coalition of Lakeside Library Workers and Friends of Public Reading")
	if one.Text != one.Name || one.Page != 1 || one.Line >= two.Line {
		t.Errorf("one line: %+v", one)
	}
	if strings.Count(two.Text, "\n") != 1 || two.Evidence[0].Text != two.Text {
		t.Errorf("two lines: %q", two.Text)
	}
	height := func(r draft.Row) float64 { return r.Box[3] - r.Box[1] }
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
		limits medium.Limits
		code   graph.Code
		says   string
	}{
		{context.Background(), data[:len(data)/2], medium.Limits{}, graph.Invalid, "download it again"},
		{context.Background(), data, medium.Limits{Lines: 5}, graph.TooLarge, "split it"},
		{context.Background(), data, medium.Limits{Rows: 5}, graph.TooLarge, "split it"},
		{context.Background(), blankPDF(), medium.Limits{}, graph.Invalid, "is empty"},
		{stopped, data, medium.Limits{}, graph.Cancelled, ""},
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
