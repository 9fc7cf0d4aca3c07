package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// passes is how many passes over its nodes layout makes.
func (c *component) passes(o *Options) int {
	switch n := c.size(); {
	case n == 1:
		return 0
	case n <= restartable:
		return starts * (o.Iterations + polish)
	}
	return o.Iterations + polish
}

// layout draws one component: pivot MDS, then stochastic descent on sparse stress, then a few sweeps of majorization.
func (c *component) layout(ctx context.Context, o *Options) ([]point, error) {
	n := c.size()
	if n == 1 {
		return []point{{}}, ctx.Err()
	}
	k := o.Pivots
	if n <= fullNodes {
		k = n
	}
	p, err := c.pivots(ctx, k)
	if err != nil {
		return nil, err
	}
	begin := p.start(n)
	runs := 1
	if n <= restartable {
		runs = starts
	}
	var best []point
	least := math.Inf(1)
	for run := range runs {
		s := &descent{component: c, pivots: p, stretch: 1 + o.Pull, pos: make([]point, n), random: rand.New(rand.NewPCG(o.Seed, uint64(run)))}
		spread := .01 * float64(1+30*run) // the first run trusts the start, later ones less and less
		for v := range s.pos {
			s.pos[v] = begin[v].plus(point{float64(s.random.Float64()) - .5, float64(s.random.Float64()) - .5}.times(spread))
		}
		if err := s.run(ctx, o); err != nil {
			return nil, err
		}
		if runs == 1 {
			return s.pos, nil
		}
		if stress := s.stress(); stress < least {
			best, least = s.pos, stress
		}
	}
	return best, nil
}

// descent moves nodes one term at a time towards their distance in the graph, with steps that shrink from passes that
// satisfy every term in turn to passes that average them (J. X. Zheng, S. Pawar, D. F. M. Goodman, "Graph drawing by
// stochastic gradient descent", 2019, doi:10.1109/TVCG.2018.2859997).
type descent struct {
	*component
	*pivots
	stretch float64 // of distances between different clusters
	pos     []point
	random  *rand.Rand
}

const polish = 12 // sweeps of majorization after the descent

func (s *descent) run(ctx context.Context, o *Options) error {
	passes := o.Iterations
	order := make([]int32, s.size())
	for i := range order {
		order[i] = int32(i)
	}
	lightest, heaviest := math.Inf(1), 1.
	for _, d := range s.distance {
		if d > 0 {
			lightest = min(lightest, 1/float64(d*d))
		}
	}
	for _, row := range s.weight {
		for _, w := range row {
			heaviest = max(heaviest, w)
		}
	}
	lightest /= s.stretch * s.stretch
	// Steps go down by the same factor each pass, from the one that fully moves the lightest term to a tenth of the one
	// that fully moves the heaviest.
	step := 1 / lightest
	shrink := 1.
	if passes > 1 {
		shrink = root(.1*lightest/heaviest, passes-1)
	}
	for range passes {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for i, v := range order {
			if i&0xfff == 0xfff && ctx.Err() != nil {
				return ctx.Err()
			}
			s.descend(v, step)
		}
		step *= shrink
		o.passed(s.size())
	}
	for range polish {
		if err := ctx.Err(); err != nil {
			return err
		}
		for v := range int32(s.size()) {
			if v&0xfff == 0xfff && ctx.Err() != nil {
				return ctx.Err()
			}
			s.majorize(v)
		}
		o.passed(s.size())
	}
	return nil
}

// root returns the n-th root of a number in (0, 1] by bisection: exactly rounded operations only.
func root(a float64, n int) float64 {
	low, high := 0., 1.
	for range 60 {
		mid := (low + high) / 2
		power := 1.
		for range n {
			power *= mid
		}
		if power < a {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// terms calls f for every term of node v: the other node, the distance wanted, the weight. Neighbours first, then pivots
// in a fixed order that starts elsewhere for each node.
func (s *descent) terms(v int32, f func(w int32, d, weight float64)) {
	for _, w := range s.near(v) {
		f(w, s.length(v, w, 1), 1)
	}
	k := len(s.of)
	row := s.distance[int(v)*k : int(v)*k+k]
	first := int(v) % k
	for i := range k {
		at := i + first
		if at >= k {
			at -= k
		}
		if d := row[at]; d > 1 {
			f(s.of[at], s.length(v, s.of[at], d), s.weight[at][d])
		}
	}
}

func (s *descent) length(v, w, d int32) float64 {
	if s.apart(v, w) {
		return float64(d) * s.stretch
	}
	return float64(d)
}

// descend moves v by each of its terms in turn.
func (s *descent) descend(v int32, step float64) {
	s.terms(v, func(w int32, d, weight float64) {
		away := s.pos[v].minus(s.pos[w])
		far := away.length()
		if far == 0 {
			return
		}
		by := min(1, weight*step)
		s.pos[v] = s.pos[v].minus(away.times(by * (far - d) / (2 * far)))
	})
}

// majorize puts v where the quadratic bound of its part of the stress is least (E. R. Gansner, Y. Koren, S. North,
// "Graph drawing by stress majorization", 2004, doi:10.1007/978-3-540-31843-9_25).
func (s *descent) majorize(v int32) {
	sum, total := point{}, 0.
	s.terms(v, func(w int32, d, weight float64) {
		at := s.pos[w]
		away := s.pos[v].minus(at)
		if far := away.length(); far > 0 {
			at = at.plus(away.times(d / far))
		}
		sum = sum.plus(at.times(weight))
		total += weight
	})
	s.pos[v] = sum.times(1 / total)
}

// stress is the value that descent lowers, summed over all terms.
func (s *descent) stress() float64 {
	sum := 0.
	for v := range int32(s.size()) {
		s.terms(v, func(w int32, d, weight float64) {
			off := s.pos[v].distance(s.pos[w]) - d
			sum += float64(weight * float64(off*off))
		})
	}
	return sum
}
