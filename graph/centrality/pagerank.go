package centrality

import (
	"context"
	"math"

	"undersigned/graph"
)

// Damping is the customary damping factor of PageRank.
const Damping = .85

// enough is the change of all ranks together, in absolute values, below which PageRank stops.
const enough = 1e-12

// PageRank returns the PageRank (Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X) of each organization on the
// projection with Newman's weights 1/(k-1): at each step the walker takes one of the organization's shared letters at
// random, then one of its other signers. Values add up to 1. An organization that shares no letter passes its rank on
// evenly to all. The projection is not built: a step costs O(E). Sums run in the order of rows.
//
// A damping outside [0, 1) is Invalid; near 1 it takes about 28/(1-damping) steps.
func PageRank(ctx context.Context, x *graph.Incidence, damping float64) ([]float64, error) {
	n := x.Organizations()
	strength := make([]float64, n) // shared letters: the sum of Newman's weights
	for l := range x.Letters() {
		if x.Size(l) >= 2 {
			for _, o := range x.SignersOf(l) {
				strength[o]++
			}
		}
	}
	out := make([]float64, n) // rank leaving over each of an organization's shared letters
	return iterate(ctx, n, damping, func(rank, next []float64) (stuck float64) {
		for o, s := range strength {
			if s == 0 {
				out[o] = 0
				stuck += rank[o]
			} else {
				out[o] = rank[o] / s
			}
			next[o] = 0
		}
		for l := range x.Letters() {
			signers := x.SignersOf(l)
			if len(signers) < 2 {
				continue
			}
			all := 0.
			for _, o := range signers {
				all += out[o]
			}
			for _, o := range signers {
				next[o] += (all - out[o]) / float64(len(signers)-1)
			}
		}
		return stuck
	})
}

// BipartitePageRank returns the PageRank of organizations and letters on the two-mode network itself; both together add
// up to 1. Otherwise as PageRank.
func BipartitePageRank(ctx context.Context, x *graph.Incidence, damping float64) (org, letter []float64, err error) {
	n, m := x.Organizations(), x.Letters()
	rank, err := iterate(ctx, n+m, damping, func(rank, next []float64) (stuck float64) {
		clear(next)
		for o := range n {
			letters := x.LettersOf(o)
			if len(letters) == 0 {
				stuck += rank[o]
				continue
			}
			share := rank[o] / float64(len(letters))
			for _, l := range letters {
				next[n+int(l)] += share
			}
		}
		for l := range m {
			signers := x.SignersOf(l)
			if len(signers) == 0 {
				stuck += rank[n+l]
				continue
			}
			share := rank[n+l] / float64(len(signers))
			for _, o := range signers {
				next[o] += share
			}
		}
		return stuck
	})
	if err != nil {
		return nil, nil, err
	}
	return rank[:n:n], rank[n:], nil
}

// iterate repeats step until ranks settle. step sets next to the rank that arrives over edges and returns what found
// none to leave by.
func iterate(ctx context.Context, n int, damping float64, step func(rank, next []float64) (stuck float64)) ([]float64, error) {
	if !(damping >= 0 && damping < 1) {
		return nil, graph.Errorf(graph.Invalid, "the damping of PageRank is %v; give a number from 0 to below 1, for example %v", damping, Damping)
	}
	rank, next := make([]float64, n), make([]float64, n)
	for v := range rank {
		rank[v] = 1 / float64(n)
	}
	// The error shrinks by damping a step from at most 2, so this many steps always suffice; rounding may keep the change
	// above enough for ever.
	limit := 1
	if damping > 0 {
		limit += int(math.Ceil(math.Log(enough/2) / math.Log(damping)))
	}
	for range limit {
		if err := ctx.Err(); err != nil {
			return nil, graph.Wrap(graph.Cancelled, err, "the computation of PageRank was stopped before it was done")
		}
		stuck := step(rank, next)
		even := (1 - damping + float64(damping*stuck)) / float64(n)
		change := 0.
		for v := range next {
			next[v] = even + float64(damping*next[v]) // no fusing: the same bits everywhere
			change += math.Abs(next[v] - rank[v])
		}
		rank, next = next, rank
		if change < enough {
			break
		}
	}
	return rank, nil
}
