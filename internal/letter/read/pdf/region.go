package pdf

import (
	"cmp"
	"slices"
	"strings"

	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// frame is a run of text of one column of one page, from top to bottom, or a table.
type frame struct {
	page int
	// printed is the page among whose frames it is read, where that is another: cells that go on over pages are read one after the other.
	printed int
	rows    []row
	table   []tableRow
	column  int // 0 for text of full width, else 1, 2, ...
	of      int // number of columns beside each other
	// The column's left edge, the width that its text is seen to have, and the width it can have at most: 0 where nobody knows.
	left, width, room float64
	kind              alignment
	blocks            bool       // its names have lines of their own below them
	within            [2]float64 // where the text of the whole column begins and ends
}

// tableRow is one row of a table; a cell's printed lines are joined.
type tableRow struct {
	cells  []string
	header bool
	rows   []row
}

// deepest is how many times columns may stand within columns.
const deepest = 8

// layout puts rows into reading order: text above columns, the columns from left to right, text below; each part again.
type layout struct {
	page   int
	known  []gutter
	seen   []gutter // what was found, for other pages
	frames []frame
	ask    medium.Words
}

func (l *layout) read(rows []row, column, of, depth int) {
	if len(rows) == 0 {
		return
	}
	if depth >= deepest {
		l.text(rows, column, of)
		return
	}
	all := gutters(rows, l.known)
	if len(all) == 0 {
		l.text(rows, column, of)
		return
	}
	main := slices.MaxFunc(all, func(a, b gutter) int {
		return cmp.Or((a.end-a.top)-(b.end-b.top), text.CompareFloat(a.x1-a.x0, b.x1-b.x0))
	})
	if cut := bandAt(rows, all, main); cut > 0 {
		l.read(rows[:cut], column, of, depth+1)
		l.read(rows[cut:], column, of, depth+1)
		return
	}
	var beside []gutter
	for _, g := range all {
		shared := min(g.end, main.end) - max(g.top, main.top)
		if 10*shared >= 7*(main.end-main.top) && 10*shared >= 7*(g.end-g.top) {
			beside = append(beside, g)
		}
	}
	slices.SortFunc(beside, func(a, b gutter) int { return text.CompareFloat(a.x0, b.x0) })
	beside = slices.CompactFunc(beside, func(g, before gutter) bool { return g.x0 < before.x1 })
	l.read(rows[:main.top], column, of, depth+1)
	l.region(rows[main.top:main.end], beside, depth)
	l.read(rows[main.end:], column, of, depth+1)
}

// bandAt finds the row at which the number of columns changes, where their main gutter happens to go on: another gutter ends or begins
// there, text crosses it beyond, and white space parts the two. 0 for none.
func bandAt(rows []row, all []gutter, main gutter) int {
	crosses := func(g gutter, from, to int) bool {
		for i := from; i < to; i++ {
			for _, w := range rows[i].words {
				if w.x0 < g.center() && w.x1 > g.center() {
					return true
				}
			}
		}
		return false
	}
	for _, g := range all {
		if shared := min(g.end, main.end) - max(g.top, main.top); 10*shared < 3*(main.end-main.top) {
			continue
		}
		for _, cut := range []int{g.top, g.end} {
			if cut <= main.top+1 || cut >= main.end-1 || rows[cut].base-rows[cut-1].base < 1.6*rows[cut].size {
				continue
			}
			if cut == g.top && crosses(g, main.top, cut) || cut == g.end && crosses(g, cut, main.end) {
				return cut
			}
		}
	}
	return 0
}

// region reads rows that gutters part into columns.
func (l *layout) region(rows []row, beside []gutter, depth int) {
	parts := cutRows(rows, beside)
	if i := divider(rows, parts); i > 0 {
		l.read(rows[:i], 0, 1, depth+1)
		l.text(rows[i:i+1], 0, 1)
		l.read(rows[i+1:], 0, 1, depth+1)
		return
	}
	l.seen = append(l.seen, beside...)
	if t := asTable(rows, parts, l.ask); t != nil {
		l.frames = append(l.frames, frame{page: l.page, rows: rows, table: t})
		return
	}
	for c, part := range parts {
		var column []row
		for _, r := range part {
			if len(r.words) > 0 {
				column = append(column, r)
			}
		}
		l.read(column, c+1, len(parts), depth+1)
	}
}

func (l *layout) text(rows []row, column, of int) {
	l.frames = append(l.frames, frame{page: l.page, rows: rows, column: column, of: of})
}

// cutRows parts the words of each row at the gutters: parts[column][row], with empty rows where a column has nothing.
func cutRows(rows []row, beside []gutter) [][]row {
	parts := make([][]row, len(beside)+1)
	for c := range parts {
		parts[c] = make([]row, len(rows))
	}
	for i := range rows {
		for _, w := range rows[i].words {
			c := 0
			for c < len(beside) && beside[c].rightOf(&w) {
				c++
			}
			parts[c][i].words = append(parts[c][i].words, w)
		}
		for c := range parts {
			if p := &parts[c][i]; len(p.words) > 0 {
				p.finish()
				for _, w := range p.words {
					p.base += w.base / float64(len(p.words))
				}
			}
		}
	}
	return parts
}

// divider finds a row that parts columns from other columns below and happens not to cross their gutter: a heading over the left
// column beside which nothing stands, with columns above and below. It is set in other type than the lines around, or white space above
// it goes through all columns. 0 for none.
func divider(rows []row, parts [][]row) int {
	var steps []float64 // in the left column
	last := -1
	for i := range rows {
		if len(parts[0][i].words) == 0 {
			continue
		}
		if last >= 0 {
			steps = append(steps, rows[i].base-rows[last].base)
		}
		last = i
	}
	if len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	for i := 2; i+2 < len(rows); i++ {
		r := &rows[i]
		space, usual := r.base-rows[i-1].base, steps[len(steps)/2]
		if len(parts[0][i].words) != len(r.words) || !rightOf(parts, i-1) || !rightOf(parts, i+1) && !rightOf(parts, i+2) || space < 1.3*r.size {
			continue
		}
		headed := r.first().bold && !rows[i-1].first().bold && !rows[i+1].first().bold
		larger := r.size > rows[i-1].size+0.4 && r.size > rows[i+1].size+0.4
		band := space > 1.7*usual && rows[i+1].base-r.base > 1.2*usual
		if headed && space > 1.1*usual || larger || band || strings.HasSuffix(r.text(), ":") && space > 1.3*usual {
			return i
		}
	}
	return 0
}

// rightOf reports whether a column right of the first has text in a row.
func rightOf(parts [][]row, i int) bool {
	if rule.Off("pdf.rightOf") {
		return false
	}
	for c := 1; c < len(parts); c++ {
		if len(parts[c][i].words) > 0 {
			return true
		}
	}
	return false
}
