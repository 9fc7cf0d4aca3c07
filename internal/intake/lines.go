package intake

import (
	"cmp"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// squeeze makes runs of white space one blank, so that texts can be compared as people read them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// place is one printing of a row, or a line left out, on its way to the lines it stands on.
type place struct {
	page, line int
	pieces     []string // the printed lines, squeezed
	row, left  int      // -1 where it is not one
}

func placesOf(rows []row, left []graph.LeftOut) []place {
	var places []place
	add := func(page, number int, text string, row, left int) {
		p := place{page: page, line: number, row: row, left: left}
		for piece := range strings.SplitSeq(text, "\n") {
			if piece = squeeze(piece); piece != "" {
				p.pieces = append(p.pieces, piece)
			}
		}
		places = append(places, p)
	}
	for i := range rows {
		for _, e := range rows[i].Evidence {
			add(e.Page, e.Line, e.Text, i, -1)
		}
	}
	for i, l := range left {
		add(0, l.Line, l.Text, -1, i)
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.line, b.line)) })
	return places
}

// number gives lines of which only the text is known the numbers and pages of the rows and lines left out that stand on them, in the
// order of both. Time is linear but for repeated texts.
func number(lines []line, rows []row, left []letter.LeftOut) {
	at := map[string][]int{}
	for i, l := range lines {
		at[squeeze(l.Text)] = append(at[squeeze(l.Text)], i)
	}
	outs := make([]graph.LeftOut, len(left))
	for i, l := range left {
		outs[i] = graph.LeftOut(l)
	}
	next := map[string]int{} // of a text that stands several times, the first that is not taken
	for _, p := range placesOf(rows, outs) {
		for k, piece := range p.pieces {
			if p.row < 0 && k > 0 {
				break
			}
			here := at[piece]
			n := next[piece]
			if n > 0 && k == 0 && lines[here[n-1]].Number == p.line && lines[here[n-1]].Page == p.page {
				continue // two rows on one line
			}
			if n == len(here) {
				continue
			}
			next[piece] = n + 1
			if k == 0 {
				lines[here[n]].Number = p.line
			}
			lines[here[n]].Page = p.page
		}
	}
	page := 0
	for i := range lines { // a line without a mark is on the page of the one before
		page = max(page, lines[i].Page)
		lines[i].Page = page
	}
}

// wrapReach is how many lines further the rest of a wrapped name is looked for: wide columns put others between.
const wrapReach = 12

// marked returns the lines with what stands on them.
func marked(r *reading) []LineAnswer {
	lines := make([]LineAnswer, len(r.Lines))
	type key struct{ page, number int }
	at := make(map[key]int, len(lines))
	numbered := make(map[int]int, len(lines))
	for i, l := range r.Lines {
		lines[i] = LineAnswer{Number: l.Number, Page: l.Page, Text: l.Text, Rows: []int{}, LeftOut: -1}
		if l.Number > 0 {
			if _, taken := at[key{l.Page, l.Number}]; !taken {
				at[key{l.Page, l.Number}] = i
			}
			if _, taken := numbered[l.Number]; !taken {
				numbered[l.Number] = i
			}
		}
	}
	for _, p := range placesOf(r.Rows, r.Letter.LeftOut) {
		i, ok := at[key{p.page, p.line}]
		if !ok {
			i, ok = numbered[p.line]
		}
		if !ok || len(p.pieces) == 0 {
			continue
		}
		mark(&lines[i], p)
		for _, piece := range p.pieces[1:] {
			for k := i + 1; k < len(lines) && k <= i+wrapReach; k++ {
				if strings.Contains(squeeze(lines[k].Text), piece) {
					mark(&lines[k], p)
					i = k
					break
				}
			}
		}
	}
	return lines
}

func mark(l *LineAnswer, p place) {
	switch {
	case p.row < 0:
		l.LeftOut = p.left
	case !slices.Contains(l.Rows, p.row):
		l.Rows = append(l.Rows, p.row)
	}
}
