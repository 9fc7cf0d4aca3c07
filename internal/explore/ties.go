package explore

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/graph/affinity"
)

// ties counts the ties of a view with at least least shared letters and returns the strongest keep, in the order of affinity.Compare. A letter's
// share is that of the whole network, as in eachTie.
func ties(ctx context.Context, x *graph.Incidence, size []int, least, keep int) (total int64, strongest []affinity.Tie, err error) {
	r, err := affinity.Ties(ctx, x, affinity.Options{Keep: keep, MinLetters: least, Sizes: size})
	return r.Count, r.Ties, err
}

// eachTie calls fn for every tie of a view with at least least shared letters, by its first organization. Positions are those of x.
//
// It differs from affinity.Ties in one thing: a letter's share is 1/(size-1) with size its signers in the whole network,
// shown or not. So the weight of a tie is the same on the map, in a table of any filter and on the pages of the two
// organizations. O(sum of k*k/2) for letters with k signers shown; memory O(n). An error of fn ends it and is returned.
func eachTie(ctx context.Context, x *graph.Incidence, size []int, least int, fn func(affinity.Tie) error) error {
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
	for a := range x.Organizations() {
		if a%64 == 0 && ctx.Err() != nil {
			return graph.Wrap(graph.Cancelled, ctx.Err(), "counting the ties was stopped before it was done")
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
			if err := fn(affinity.Tie{A: int32(a), B: b, Letters: c.letters, Newman: c.newman}); err != nil {
				return err
			}
		}
	}
	return nil
}
