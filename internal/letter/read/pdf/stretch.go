package pdf

import (
	"math"
	"slices"
	"strings"

	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// setting of a stretch of text within a column.
type alignment uint8

const (
	leftSet  alignment = iota // short lines: names, addresses
	centered                  // lines around one axis, or flush right
	running                   // paragraphs that fill the column
)

// splitStretches cuts columns into stretches of one kind. A list between paragraphs may be set narrower than they are, or around an axis:
// where its lines had to end is seen from its own lines, not from the paragraphs.
func splitStretches(frames []frame, ask medium.Words) []frame {
	var out []frame
	all := [2]float64{math.Inf(1), math.Inf(-1)} // text of full width
	for i := range frames {
		if s := extent(frames[i].rows); frames[i].of == 1 {
			all = [2]float64{min(all[0], s[0]), max(all[1], s[1])}
		}
	}
	for _, f := range frames {
		if f.table != nil || len(f.rows) == 0 {
			out = append(out, f)
			continue
		}
		groups := closeRows(f.rows)
		within := extent(f.rows)
		if f.of == 1 {
			within = all
		}
		kinds := alignments(groups, within, ask)
		if f.of > 1 && !slices.Contains(kinds, running) && !slices.Contains(kinds, centered) {
			out = append(out, f)
			continue
		}
		for i := 0; i < len(groups); {
			part := f
			part.rows = nil
			k := i
			for ; k < len(groups) && kinds[k] == kinds[i] && (k == i || f.of > 1 || alikeGroups(groups[k-1], groups[k])); k++ {
				part.rows = append(part.rows, groups[k]...)
			}
			part.kind, part.within = kinds[i], within
			out = append(out, part)
			i = k
		}
	}
	return out
}

// alikeGroups reports whether paragraphs may be of one list: in one size, and the upper one does not lead to the lower.
func alikeGroups(a, b []row) bool {
	if rule.Off("pdf.alikeGroups") {
		return false
	}
	last := a[len(a)-1].text()
	return math.Abs(a[0].size-b[0].size) < 0.08*a[0].size && !(len(a) < 3 && (strings.HasSuffix(last, ":") || strings.HasSuffix(last, ",")))
}

// closeRows groups rows that stand close together in one type.
func closeRows(rows []row) [][]row {
	var out [][]row
	for i := range rows {
		n := len(out)
		if i > 0 {
			a, b := &rows[i-1], &rows[i]
			d := (b.base - a.base) / max(a.size, b.size)
			before := d
			if i > 1 {
				before = (a.base - rows[i-2].base) / max(a.size, rows[i-2].size)
			}
			if math.Abs(a.size-b.size) < 0.08*a.size && (d < 1.5 || d < 2.2 && math.Abs(d-before) < 0.05) {
				out[n-1] = append(out[n-1], rows[i])
				continue
			}
		}
		out = append(out, []row{rows[i]})
	}
	return out
}

// extent is where rows begin and end.
func extent(rows []row) [2]float64 {
	s := [2]float64{math.Inf(1), math.Inf(-1)}
	for i := range rows {
		s[0], s[1] = min(s[0], rows[i].first().x0), max(s[1], rows[i].end())
	}
	return s
}

// alignments says how each paragraph is set.
func alignments(groups [][]row, s [2]float64, ask medium.Words) []alignment {
	width, axis := s[1]-s[0], (s[0]+s[1])/2
	out := make([]alignment, len(groups))
	for i, g := range groups {
		full, middle, lower := 0, 0, 0
		for k := range g {
			x0, x1 := g[k].first().x0, g[k].end()
			if x1-x0 > 0.86*width {
				full++
			}
			if math.Abs((x0+x1)/2-axis) < 0.6*g[k].size && x0-s[0] > g[k].size {
				middle++
			}
		}
		for k := 1; k < len(g); k++ {
			if text.IsLower(g[k].first().text) {
				lower++
			}
		}
		text := joinRows(g)
		switch {
		case len(g) < 4 && ask.Sentence(text), len(g) > 1 && full > 0 && 3*lower >= len(g)-1 && lower > 0 && ask.Sentence(text):
			out[i] = running
		case 4*middle > 3*len(g):
			out[i] = centered
		}
	}
	for from := 0; from < len(out); { // one or two lines stand in the middle by chance
		to, rows := from, 0
		for ; to < len(out) && out[to] == out[from]; to++ {
			rows += len(groups[to])
		}
		if out[from] == centered && rows < 3 {
			for i := from; i < to; i++ {
				out[i] = leftSet
			}
		}
		from = to
	}
	return out
}

func joinRows(rows []row) string {
	t := rows[0].text()
	for i := 1; i < len(rows); i++ {
		t += " " + rows[i].text()
	}
	return t
}
