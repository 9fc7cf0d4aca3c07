package layout

import (
	"math"
	"slices"
)

// disc is a circle that may not overlap others.
type disc struct {
	at point
	r  float64
}

// settling brings discs close to their anchors without overlap: again and again each moves a little towards its anchor,
// then overlapping ones push each other apart along the line between their middles, the larger one less (position-based
// dynamics: M. Müller, B. Heidelberger, M. Hennix, J. Ratcliff, 2007, doi:10.1016/j.jvcir.2007.01.005). The order of
// pairs is fixed by a grid, so the outcome is as well. A step costs O(discs) where sizes are alike.
type settling struct {
	discs   []disc
	anchor  func(i int) point
	pull    point // share of the way to the anchor that a disc goes in the first step, by axis; shrinks to nothing
	steps   int
	walls   *box // discs stay inside; nil: no walls
	cells   grid
	large   []int32 // discs too large for the grid, which would make its cells too wide
	reach   float64 // largest radius in the grid
	overlap float64 // largest overlap of a pass
}

const (
	passes   = 2   // of pushing apart, per step
	cleanups = 300 // passes at most at the end
	slack    = 1e-3
)

// run settles and returns the largest overlap that is left, at most slack where there was room enough.
func (s *settling) run() float64 {
	s.classify()
	for step := range s.steps {
		fade := 1 - float64(step)/float64(s.steps)
		for i := range s.discs {
			d := &s.discs[i]
			way := s.anchor(i).minus(d.at)
			d.at = d.at.plus(point{float64(way.x * (s.pull.x * fade)), float64(way.y * (s.pull.y * fade))})
		}
		for range passes {
			s.pass()
		}
	}
	for range cleanups {
		if s.pass(); s.overlap <= slack {
			break
		}
	}
	return s.overlap
}

// classify sorts discs into those that the grid handles and the few that are much larger.
func (s *settling) classify() {
	radii := make([]float64, len(s.discs))
	for i, d := range s.discs {
		radii[i] = d.r
	}
	slices.Sort(radii)
	if len(radii) == 0 {
		return
	}
	limit := 2 * radii[len(radii)/2]
	for i, d := range s.discs {
		if d.r > limit {
			s.large = append(s.large, int32(i))
		} else {
			s.reach = max(s.reach, d.r)
			s.cells.members = append(s.cells.members, int32(i))
		}
	}
}

func (s *settling) pass() {
	s.overlap = 0
	s.cells.build(s.discs, 2*s.reach)
	s.cells.pairs(s.push)
	for k, a := range s.large {
		s.cells.around(s.discs[a].at, s.discs[a].r+s.reach, func(b int32) { s.push(a, b) })
		for _, b := range s.large[:k] {
			s.push(a, b)
		}
	}
	if s.walls != nil {
		for i := range s.discs {
			s.confine(&s.discs[i])
		}
	}
}

// push moves two discs apart if they overlap.
func (s *settling) push(a, b int32) {
	p, q := &s.discs[a], &s.discs[b]
	way := q.at.minus(p.at)
	need := p.r + q.r
	if math.Abs(way.x) >= need || math.Abs(way.y) >= need {
		return
	}
	far := way.length()
	if far >= need {
		return
	}
	s.overlap = max(s.overlap, need-far)
	if far < 1e-9 {
		way = spiral(int(a+b)+1, 1)
		way, far = way.times(1/way.length()), 1
		need++
	}
	mp, mq := float64(p.r*p.r), float64(q.r*q.r) // the larger disc is the heavier one
	part := (need - far) / far / (mp + mq)
	p.at = p.at.minus(way.times(part * mq))
	q.at = q.at.plus(way.times(part * mp))
}

func (s *settling) confine(d *disc) {
	in := s.walls.grow(-d.r)
	to := point{clamp(d.at.x, in.min.x, in.max.x), clamp(d.at.y, in.min.y, in.max.y)}
	s.overlap = max(s.overlap, d.at.distance(to))
	d.at = to
}

// clamp brings v between low and high, or to their middle where they cross.
func clamp(v, low, high float64) float64 {
	if low > high {
		return (low + high) / 2
	}
	return min(max(v, low), high)
}

// spiral is place i of a sunflower head whose seeds have about the given area of a square of side apart: neighbours turn
// by the golden angle, so that any number of them fills a disc evenly (H. Vogel, 1979,
// doi:10.1016/0025-5564(79)90080-4).
func spiral(i int, apart float64) point {
	const cos, sin = -0.7373688780783197, 0.6754902942615238
	c, s := powerOfTurn(i, cos, sin)
	return point{c, s}.times(apart * math.Sqrt((float64(i)+.5)/math.Pi))
}

// powerOfTurn raises cos + i sin to a power by squaring; exactly rounded operations only.
func powerOfTurn(n int, cos, sin float64) (c, s float64) {
	c, s = 1, 0
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			c, s = float64(c*cos)-float64(s*sin), float64(c*sin)+float64(s*cos)
		}
		cos, sin = float64(cos*cos)-float64(sin*sin), float64(2*cos*sin)
	}
	return c, s
}
