package explore

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/graph/affinity"
)

// ties counts the ties of a view with at least least shared letters and returns the strongest keep, in the order of
// affinity.Compare. Positions are those of x.
//
// It differs from affinity.Ties in one thing: a letter's share is 1/(size-1) with size its signers in the whole network,
// shown or not. So the weight of a tie is the same on the map, in a table of any filter and on the pages of the two
// organizations. O(sum of k*k/2) for letters with k signers shown; memory O(n + keep).
func ties(ctx context.Context, x *graph.Incidence, size []int, least, keep int) (total int64, strongest []affinity.Tie, err error) {
	share := make([]float64, x.Letters())
	for l := range share {
		if size[l] > 1 {
			share[l] = 1 / float64(size[l]-1)
		}
	}
	type cell struct {
		newman  float64
		letters int32
	}
	row := make([]cell, x.Organizations())
	var touched []int32
	var best []affinity.Tie
	cut := func() {
		slices.SortFunc(best, affinity.Compare)
		best = best[:min(len(best), keep)]
	}
	full := false
	for a := range x.Organizations() {
		if a%64 == 0 && ctx.Err() != nil {
			return 0, nil, graph.Wrap(graph.Cancelled, ctx.Err(), "counting the ties was stopped before it was done")
		}
		touched = touched[:0]
		for _, l := range x.LettersOf(a) {
			signers := x.SignersOf(int(l))
			at, _ := slices.BinarySearch(signers, int32(a))
			for _, b := range signers[at+1:] {
				c := &row[b]
				if c.letters == 0 {
					touched = append(touched, b)
				}
				c.letters++
				c.newman += share[l]
			}
		}
		for _, b := range touched {
			c := row[b]
			row[b] = cell{}
			if int(c.letters) < least {
				continue
			}
			total++
			t := affinity.Tie{A: int32(a), B: b, Letters: c.letters, Newman: c.newman}
			if keep == 0 || full && affinity.Compare(t, best[keep-1]) > 0 {
				continue
			}
			best = append(best, t)
			if len(best) == 4*keep {
				cut()
				full = true
			}
		}
	}
	cut()
	return total, best, nil
}
