package layout

import (
	"context"
	"math"
)

// disc is a circle that may not overlap others.
type disc struct {
	at point
	r  float64
}

// settling brings discs close to their anchors without overlap: again and again each moves a little towards its anchor,
// then overlapping ones push each other apart along the line between their middles, the larger one less (position-based
// dynamics: M. Müller, B. Heidelberger, M. Hennix, J. Ratcliff, 2007, doi:10.1016/j.jvcir.2007.01.005). The order of
// pairs is fixed by grids, one for each class of sizes, so the outcome is as well and a pass costs O(discs).
type settling struct {
	discs   []disc
	anchor  func(i int) point
	pull    float64 // share of the way to the anchor that a disc goes in the first step; shrinks to nothing
	steps   int
	clean   int    // passes at most at the end
	walls   *box   // discs stay inside; nil: no walls
	levels  []grid // discs by size, smallest first; a level's radii are within a factor of two
	overlap float64
	ctx     context.Context // where it has ended, settling does at once; what it leaves is of no use
}

const (
	passes = 2   // of pushing apart, per step
	slack  = .02 // overlap that is left to the last moving apart; a hundredth of a gap
)

// run settles and returns the largest overlap that is left, at most slack where there was room enough.
func (s *settling) run() float64 {
	s.classify()
	for step := range s.steps {
		if s.ctx.Err() != nil {
			return s.overlap
		}
		by := s.pull * (1 - float64(step)/float64(s.steps))
		for i := range s.discs {
			d := &s.discs[i]
			d.at = d.at.towards(s.anchor(i), by)
		}
		for range passes {
			s.pass()
		}
	}
	for range s.clean {
		if s.pass(); s.overlap <= slack || s.ctx.Err() != nil {
			break
		}
	}
	return s.overlap
}

// free settles without walls and leaves no overlap at all: what pushing does not resolve, moving apart does.
func (s *settling) free() {
	left := s.run()
	for range 20 {
		if left <= slack || s.ctx.Err() != nil {
			break
		}
		for i := range s.discs {
			s.discs[i].at = s.discs[i].at.times(1.01)
		}
		for range s.clean {
			if s.pass(); s.overlap <= slack || s.ctx.Err() != nil {
				break
			}
		}
		left = s.overlap
	}
	factor := 1.
	s.touching(func(i, j int32) {
		p, q := s.discs[i], s.discs[j]
		if far := p.at.distance(q.at); far < p.r+q.r {
			factor = max(factor, (p.r+q.r)/max(far, slack))
		}
	})
	for i := range s.discs {
		s.discs[i].at = s.discs[i].at.times(factor)
	}
}

// classify makes a grid for each class of sizes.
func (s *settling) classify() {
	least := math.Inf(1)
	for _, d := range s.discs {
		least = min(least, d.r)
	}
	for i, d := range s.discs {
		level := 0
		for r := least; 2*r < d.r; r *= 2 {
			level++
		}
		for len(s.levels) <= level {
			s.levels = append(s.levels, grid{})
		}
		g := &s.levels[level]
		g.members = append(g.members, int32(i))
		g.reach = max(g.reach, d.r)
	}
}

func (s *settling) pass() {
	s.overlap = 0
	s.touching(s.push)
	if s.walls != nil {
		for i := range s.discs {
			s.confine(&s.discs[i])
		}
	}
}

// touching calls f for all pairs that may touch, in a fixed order.
func (s *settling) touching(f func(i, j int32)) {
	for k := range s.levels {
		g := &s.levels[k]
		g.build(s.discs)
		g.pairs(f)
		for _, i := range g.members {
			for below := range s.levels[:k] {
				s.levels[below].around(s.discs[i], func(j int32) { f(i, j) })
			}
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
