package pdf

import (
	"math"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
)

// hanging settles doubtful lines where wraps are set in: what is not set in there begins a name. Columns of one kind are taken together,
// page by page.
func hanging(lines []*printedLine) {
	type kind struct{ page, of int }
	in := func(l *printedLine) bool { return l.frame.kind != centered && l.x0-l.frame.left > 0.4*l.row.size }
	deep := map[kind]int{}
	for _, l := range lines {
		if l.inner == 0 && l.sign == document.Follows && in(l) {
			deep[kind{l.frame.page, l.frame.of}]++
		}
	}
	for _, l := range lines {
		hangs := deep[kind{l.frame.page, l.frame.of}] >= 2
		switch {
		case l.sign == document.MayFollow && !in(l) && hangs, l.sign == document.NoSign && !hangs:
			l.sign = document.StandsOff
		case l.sign == document.NoSign:
			l.sign = document.Follows
		}
	}
}

// grids finds columns that are cells side by side: wherever a name goes on in one, no name begins beside it. Text does not flow from one
// such column into the next.
func grids(lines []*printedLine) {
	starts := map[*frame]int{}
	for i := len(lines) - 1; i >= 0; i-- {
		starts[lines[i].frame] = i
	}
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1].frame, lines[i].frame
		if a == b || a.page != b.page || a.of != b.of || b.column != a.column+1 || lines[i].sign < document.MayFollow {
			continue
		}
		begins := map[float64]bool{}
		for _, l := range lines[starts[a]:i] {
			begins[math.Round(l.row.base)] = l.sign == document.StandsOff
		}
		wraps, crossed := 0, 0
		for k := i + 1; k < len(lines) && lines[k].frame == b; k++ {
			if y := math.Round(lines[k].row.base); lines[k].sign == document.Follows {
				if wraps++; begins[y] || begins[y+1] || begins[y-1] {
					crossed++
				}
			}
		}
		if 4*crossed <= wraps && distinctRows(lines[starts[a]:i]) {
			lines[i].sign = document.StandsOff
		}
	}
}

// distinctRows reports whether lines stand at distances that differ, as the rows of a table do.
func distinctRows(lines []*printedLine) bool {
	if rule.Off("pdf.distinctRows") {
		return false
	}
	least, most := math.Inf(1), 0.0
	for i := 1; i < len(lines); i++ {
		d := distance(lines[i-1], lines[i])
		least, most = min(least, d), max(most, d)
	}
	return most > 1.1*least
}
