package report

import "math"

// spot is a place for the name of a cluster. A clean one touches no other hull and hides no mark.
type spot struct {
	box
	cost  float64
	clean bool
}

// beside finds a place for a box w x h just outside a hull: among 32 directions from its middle, and where the layout
// proposes the name, the one that touches no other name, hides fewest marks, crosses no other hull, and lies towards the proposed
// side. It is false where every place is taken.
func (s *sheet) beside(i int, w, h float64, outlines [][][2]float64) (spot, bool) {
	hull, c := outlines[i], s.n.Clusters[i]
	middle := centre(hull)
	proposed := s.place(c.LabelX, c.LabelY)
	wish := math.Atan2(proposed[1]-middle[1], proposed[0]-middle[0])
	best := spot{cost: math.Inf(1)}
	try := func(b box, cost float64) {
		if !b.inside(s.plot) || s.taken(b.grown(6*s.u)) {
			return
		}
		hides := s.hidden(b)
		cost += 3 * hides / (s.k * s.k)
		clean := hides == 0
		for k, other := range outlines {
			if k != i && other != nil && touches(other, b.grown(s.u)) {
				cost += 150 * s.u
				clean = false
			}
		}
		if cost < best.cost {
			best = spot{b, cost, clean}
		}
	}
	if b := (box{proposed[0] - w/2, proposed[1] - h/2, w, h}); !touches(hull, b) {
		try(b, 0)
	}
	for d := range 32 {
		angle := float64(d) * math.Pi / 16
		b, far := outside(hull, middle, angle, w, h, 3*s.u)
		try(b, 8*math.Abs(math.Remainder(angle-wish, 2*math.Pi))*s.u+.15*far)
	}
	return best, !math.IsInf(best.cost, 1)
}

// outside moves a box from the middle of a hull in a direction until it is clear of it, and returns how far it went.
func outside(hull [][2]float64, middle [2]float64, angle, w, h, gap float64) (b box, far float64) {
	step := h / 10
	for far = 0; ; far += step {
		b = box{middle[0] + far*math.Cos(angle) - w/2, middle[1] + far*math.Sin(angle) - h/2, w, h}
		if !touches(hull, b.grown(gap)) {
			return b, far
		}
	}
}

// centre is the middle of the corners of a polygon.
func centre(polygon [][2]float64) (c [2]float64) {
	for _, p := range polygon {
		c[0] += p[0] / float64(len(polygon))
		c[1] += p[1] / float64(len(polygon))
	}
	return c
}

// touches reports whether a box and a polygon share a point.
func touches(polygon [][2]float64, b box) bool {
	for i, p := range polygon {
		if crosses(p, polygon[(i+1)%len(polygon)], b) {
			return true
		}
	}
	return within(polygon, b.x, b.y)
}

// crosses reports whether a line from p to q has a point in a box (Liang and Barsky's clipping, doi:10.1145/357332.357333).
func crosses(p, q [2]float64, b box) bool {
	if max(p[0], q[0]) < b.x || min(p[0], q[0]) > b.x+b.w || max(p[1], q[1]) < b.y || min(p[1], q[1]) > b.y+b.h {
		return false // most are, and are done without a division
	}
	t0, t1 := 0., 1.
	for axis, side := range [2][2]float64{{b.x, b.x + b.w}, {b.y, b.y + b.h}} {
		d := q[axis] - p[axis]
		if d == 0 {
			if p[axis] < side[0] || p[axis] > side[1] {
				return false
			}
			continue
		}
		enter, leave := (side[0]-p[axis])/d, (side[1]-p[axis])/d
		t0, t1 = max(t0, min(enter, leave)), min(t1, max(enter, leave))
	}
	return t0 <= t1
}

// within reports whether a point lies in a polygon, by the number of sides a ray from it crosses.
func within(polygon [][2]float64, x, y float64) bool {
	in := false
	for i, p := range polygon {
		q := polygon[(i+1)%len(polygon)]
		if (p[1] > y) != (q[1] > y) && x < (q[0]-p[0])*(y-p[1])/(q[1]-p[1])+p[0] {
			in = !in
		}
	}
	return in
}
