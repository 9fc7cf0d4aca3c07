package pdf

import (
	"math"
	"slices"
)

// proven cuts a gutter down to the rows it parts and says whether it does part columns.
func proven(rows []row, g gutter, known []gutter) (gutter, bool) {
	c := g.center()
	top, end, left, right, both := -1, -1, 0, 0, 0
	starts, ends, axes := map[float64]int{}, map[float64]int{}, map[float64]int{}
	for i := g.top; i < g.end; i++ {
		if at := firstRightOf(&rows[i], c); at >= 0 {
			if top < 0 {
				top = i
			}
			end = i + 1
		}
	}
	if top < 0 {
		return g, false
	}
	top, end = withLeft(rows, g, top, end)
	for i := top; i < end; i++ {
		l := rows[i].first().x0 < c
		if l {
			left++
			ends[math.Round(lastLeftOf(&rows[i], c))]++
		}
		if at := firstRightOf(&rows[i], c); at >= 0 {
			right++
			starts[math.Round(rows[i].words[at].x0)]++
			axes[math.Round(axisFrom(&rows[i], at)/2)]++
			if l {
				both++
			}
		}
	}
	aligned := 0
	for x, n := range starts {
		n += starts[x+1]
		if n > aligned || n == aligned && x < g.start {
			aligned, g.start = n, x
		}
	}
	hung := 0 // lines that hang begin at a second place
	for x, n := range starts {
		if n += starts[x+1]; n >= 2 && right >= 6 && math.Abs(x-g.start) > 2 && math.Abs(x-g.start) < 30 {
			hung = max(hung, n)
		}
	}
	share := float64(aligned+hung) / float64(right)
	g.flush = 5*aligned >= 4*right
	for x, n := range ends { // columns set flush right
		share = max(share, float64(n+ends[x+1])/float64(left))
	}
	around := 0.0 // columns set around an axis
	for x, n := range axes {
		around = max(around, float64(n+axes[x+1])/float64(right))
	}
	size := rows[top].size
	width := (g.x1 - g.x0) / size
	g.top, g.end = top, end
	few := min(left, right)
	switch {
	case few >= 8 && both >= 6 && around >= 0.6 && width < 1.2: // long columns around axes of their own may nearly meet in a row
		return withoutHeads(rows, g), true
	case few >= 3 && share >= 0.6 && (width >= 0.9 || share >= 0.8 && few >= 5), few >= 3 && width >= 1.2 && both >= 2 && around >= 0.5,
		few >= 2 && both >= 2 && width >= 2 && share > 0.99:
		return g, true
	}
	for _, k := range known {
		if few >= 1 && min(k.x1, g.x1)-max(k.x0, g.x0) >= 0.38*size && math.Abs(k.start-g.start) < 3 {
			return g, true
		}
	}
	return g, false
}

// withoutHeads takes rows in another type off both ends: a heading's blanks are as wide as a narrow gutter.
func withoutHeads(rows []row, g gutter) gutter {
	var sizes []float64
	for i := g.top; i < g.end; i++ {
		sizes = append(sizes, rows[i].size)
	}
	slices.Sort(sizes)
	usual := sizes[len(sizes)/2]
	other := func(i int) bool { return math.Abs(rows[i].size-usual) > 0.08*usual }
	for g.top+1 < g.end && other(g.top) {
		g.top++
	}
	for g.end-1 > g.top && other(g.end-1) {
		g.end--
	}
	return g
}

// withLeft adds rows that only the left column has, above and below those of the right one, as long as they follow closely in the same
// type: columns need not have the same number of lines.
func withLeft(rows []row, g gutter, top, end int) (int, int) {
	pitch := 0.0
	last := -1
	for i := top; i < end; i++ {
		if rows[i].first().x0 < g.x0 {
			if last >= 0 {
				pitch = max(pitch, rows[i].base-rows[last].base)
			}
			last = i
		}
	}
	if last < 0 {
		return top, end
	}
	pitch = min(max(pitch, 1.2*rows[last].size), 3*rows[last].size)
	alike := func(a, b *row) bool { return math.Abs(a.size-b.size) < 0.5 && a.bold() == b.bold() }
	for end < g.end && rows[end].base-rows[last].base <= 1.1*pitch && alike(&rows[end], &rows[last]) {
		last, end = end, end+1
	}
	for top > g.top && rows[top].base-rows[top-1].base <= 1.4*rows[top].size && alike(&rows[top-1], &rows[top]) {
		top--
	}
	return top, end
}

// axisFrom is the middle of the text that begins with a row's word and goes on to the next wide gap.
func axisFrom(r *row, at int) float64 {
	end := r.words[at].x1
	for i := at + 1; i < len(r.words) && r.words[i].x0-end < 1.2*r.size; i++ {
		end = max(end, r.words[i].x1)
	}
	return (r.words[at].x0 + end) / 2
}

// lastLeftOf is where the text left of x ends.
func lastLeftOf(r *row, x float64) float64 {
	end := 0.0
	for i := range r.words {
		if r.words[i].x0 < x {
			end = max(end, r.words[i].x1)
		}
	}
	return end
}

// firstRightOf is the first word right of x, -1 where there is none.
func firstRightOf(r *row, x float64) int {
	for i := range r.words {
		if r.words[i].x0 >= x {
			return i
		}
	}
	return -1
}
