package pdf

import (
	"slices"
	"testing"

	"undersigned/internal/pdf"
)

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
	var middle []any // columns around axes at 150 and 300, which nearly meet in the widest row
	for i, name := range []string{"Left", "Left of all others", "A name", "The widest of all names here", "Salt", "A name again", "Left of some", "Pier Friends", "Dune Trust"} {
		middle = append(middle, 150-5*len(name)/2, 100+12*i, name, 300-5*len(name)/2, 100+12*i, name)
	}
	if found := gutters(setPage(middle...), nil); len(found) != 1 || found[0].top != 0 || found[0].end != 9 || found[0].x0 != 220 || found[0].x1 != 230 {
		t.Errorf("columns around axes: %+v", found)
	}
}
