package layout

import "math"

// grid finds discs near a place. Its cells are at least as wide as asked, so that discs that touch are in the same or in
// neighbouring cells.
type grid struct {
	members    []int32 // discs in the grid
	reach      float64 // largest radius
	corner     point
	width      float64
	columns    int
	rows       int
	start      []int32 // of each cell in order
	order      []int32 // discs by cell, then as in members
	cell, next []int32 // scratch: cell of each member, next free place of each cell
}

func (g *grid) build(discs []disc) {
	if len(g.members) == 0 {
		g.columns, g.rows = 0, 0
		return
	}
	first := discs[g.members[0]].at
	b := box{first, first}
	for _, i := range g.members {
		at := discs[i].at
		b.min.x, b.min.y = min(b.min.x, at.x), min(b.min.y, at.y)
		b.max.x, b.max.y = max(b.max.x, at.x), max(b.max.y, at.y)
	}
	// No more cells than a few per disc, however far they are apart.
	most := math.Sqrt(float64(4*len(g.members) + 16))
	g.width = max(2*g.reach, b.width()/most, b.height()/most, 1e-9)
	g.corner = b.min
	g.columns = int(b.width()/g.width) + 1
	g.rows = int(b.height()/g.width) + 1
	g.start = resize(g.start, g.columns*g.rows+1)
	g.next = resize(g.next, g.columns*g.rows)
	g.cell = resize(g.cell, len(g.members))
	g.order = resize(g.order, len(g.members))
	for k, i := range g.members {
		c, r := g.at(discs[i].at)
		g.cell[k] = int32(r*g.columns + c)
		g.start[g.cell[k]+1]++
	}
	for c := range g.next {
		g.start[c+1] += g.start[c]
		g.next[c] = g.start[c]
	}
	for k, i := range g.members {
		c := g.cell[k]
		g.order[g.next[c]] = i
		g.next[c]++
	}
}

// resize returns a cleared slice of length n that uses old's memory where it can.
func resize(old []int32, n int) []int32 {
	if cap(old) < n {
		return make([]int32, n)
	}
	old = old[:n]
	clear(old)
	return old
}

func (g *grid) at(p point) (column, row int) {
	return g.inside(int((p.x-g.corner.x)/g.width), g.columns), g.inside(int((p.y-g.corner.y)/g.width), g.rows)
}

func (g *grid) inside(i, n int) int { return min(max(i, 0), n-1) }

func (g *grid) in(column, row int) []int32 {
	c := row*g.columns + column
	return g.order[g.start[c]:g.start[c+1]]
}

// pairs calls f once for every pair in the same or neighbouring cells.
func (g *grid) pairs(f func(a, b int32)) {
	for r := range g.rows {
		for c := range g.columns {
			here := g.in(c, r)
			for k, a := range here {
				for _, b := range here[k+1:] {
					f(a, b)
				}
				if c+1 < g.columns {
					for _, b := range g.in(c+1, r) {
						f(a, b)
					}
				}
				if r+1 < g.rows {
					for d := max(0, c-1); d <= min(c+1, g.columns-1); d++ {
						for _, b := range g.in(d, r+1) {
							f(a, b)
						}
					}
				}
			}
		}
	}
}

// around calls f for all members that may touch a disc.
func (g *grid) around(d disc, f func(i int32)) {
	if g.columns == 0 {
		return
	}
	reach := point{d.r + g.reach, d.r + g.reach}
	left, top := g.at(d.at.minus(reach))
	right, bottom := g.at(d.at.plus(reach))
	for r := top; r <= bottom; r++ {
		for c := left; c <= right; c++ {
			for _, i := range g.in(c, r) {
				f(i)
			}
		}
	}
}
