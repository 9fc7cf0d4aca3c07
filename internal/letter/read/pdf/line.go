package pdf

import (
	"math"
	"slices"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
)

// lineUp makes printed lines of the frames of all pages, finds the columns' widths, headings and wraps.
func lineUp(frames []*frame, ask medium.Words) []*printedLine {
	var lines []*printedLine
	for _, f := range frames {
		if f.table != nil {
			continue
		}
		var own []*printedLine
		for _, r := range f.rows {
			if l := newPrintedLine(r, f); l.text != "" {
				own = append(own, l)
			}
		}
		f.align(own)
		lines = append(lines, own...)
	}
	widen(frames)
	findHeadings(lines, ask)
	lines = joinHeadings(lines, ask)
	findWraps(lines, ask)
	return lines
}

func newPrintedLine(r row, f *frame) *printedLine {
	l := &printedLine{row: r, frame: f, text: r.text(), x0: r.first().x0, x1: r.end()}
	head := r.first()
	if marker, rest := document.CutMarker(l.text); marker != "" && rest != "" {
		l.marker, l.text, l.sort = marker, rest, document.Item
		if len(r.words) > 1 && head.stands || head.text == marker {
			head = &r.words[1]
		}
		l.inner = head.x0
	}
	l.first = head.x1 - head.x0
	return l
}

// align finds a frame's left edge, the width of its text, and whether its lines are centered.
func (f *frame) align(lines []*printedLine) {
	if len(lines) == 0 {
		return
	}
	edges := map[float64]int{}
	var centers []float64
	ends, flush := map[float64]int{}, 0
	for _, l := range lines {
		ends[math.Round(l.x1)]++
		edges[math.Round(l.x0)]++
		centers = append(centers, (l.x0+l.x1)/2)
	}
	f.left = math.Inf(1)
	most := 0
	for x, n := range edges {
		if n += edges[x+1]; 8*n >= len(lines) {
			f.left = min(f.left, x)
		}
		most = max(most, n)
	}
	if math.IsInf(f.left, 1) {
		for x := range edges {
			f.left = min(f.left, x)
		}
	}
	slices.Sort(centers)
	middle, near := centers[len(centers)/2], 0
	for _, c := range centers {
		if math.Abs(c-middle) < 0.4*lines[0].row.size {
			near++
		}
	}
	for x, n := range ends {
		flush = max(flush, n+ends[x+1])
	}
	if len(lines) >= 4 && 2*most < len(lines) && (10*near >= 7*len(lines) || 10*flush >= 8*len(lines)) {
		f.kind = centered
	}
	for _, l := range lines {
		if f.kind == centered {
			f.width = max(f.width, l.x1-l.x0)
		} else {
			f.width = max(f.width, l.x1-f.left)
		}
	}
}

// widen lets frames share what they know of their widths: the same column on other pages, and columns beside each other that are set
// equally wide, which the text's right edge tells.
func widen(frames []*frame) {
	type place struct {
		left, of, column, size float64
		kind                   alignment
	}
	at := func(f *frame) place {
		return place{math.Round(f.left / 4), float64(f.of), float64(f.column), math.Round(2 * f.rows[0].size), f.kind}
	}
	widest := map[place]float64{}
	right := 0.0 // edge of the text, on all pages
	for _, f := range frames {
		if f.table != nil {
			continue
		}
		if f.of > 1 || f.kind == running || len(f.rows) > 5 {
			widest[at(f)] = max(widest[at(f)], f.width)
		}
		if f.kind != centered {
			right = max(right, f.left+f.width)
		}
	}
	for _, f := range frames {
		if f.table == nil && f.kind != centered {
			f.width = max(f.width, widest[at(f)])
		}
	}
	for from := 0; from < len(frames); from++ {
		f := frames[from]
		if f.table != nil || f.column != 1 || f.of < 2 {
			continue
		}
		to := from + 1
		for to < len(frames) && frames[to].table == nil && frames[to].of == f.of && frames[to].column == frames[to-1].column+1 && frames[to].page == f.page {
			to++
		}
		if beside := frames[from:to]; len(beside) == f.of {
			equalWidths(beside, right)
		}
	}
}

// equalWidths gives columns one width if they can have one: the last column ends at the text's right edge.
func equalWidths(beside []*frame, right float64) {
	last := beside[len(beside)-1]
	width, spacing := 0.0, math.Inf(1)
	for i, f := range beside {
		if f.kind == centered {
			return
		}
		width = max(width, f.width)
		if i > 0 {
			step := f.left - beside[i-1].left
			if !math.IsInf(spacing, 1) && math.Abs(step-spacing) > 0.04*spacing {
				return
			}
			spacing = min(spacing, step)
		}
	}
	size := last.rows[0].size
	whole := right - last.left
	if whole < width-1 || whole > spacing-0.3*size {
		return
	}
	for _, f := range beside {
		f.width, f.room = width, whole
	}
}
