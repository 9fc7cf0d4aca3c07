package affinity

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"undersigned/graph"
)

// looked is a context that is stopped when it is looked at for the last time.
type looked struct {
	context.Context
	times, last int
}

func (l *looked) Err() error {
	if l.times++; l.times >= l.last {
		return context.Canceled
	}
	return nil
}

// TestSortLooksAtTheContext: ties are sorted as by slices.SortFunc, and no longer than some milliseconds after nobody wants them.
func TestSortLooksAtTheContext(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 2, unwatched - 1, unwatched, unwatched + 1, 2*unwatched + 1, 7 * unwatched, 8*unwatched + 5} {
		ties := make([]Tie, n)
		for i := range ties {
			ties[i] = Tie{A: int32(i), B: int32(i + 1 + r.IntN(5)), Letters: int32(r.IntN(3)), Newman: float64(r.IntN(9))}
		}
		r.Shuffle(n, func(i, j int) { ties[i], ties[j] = ties[j], ties[i] })
		want := slices.Clone(ties)
		slices.SortFunc(want, Compare)
		whole := &looked{Context: t.Context(), last: n + 100}
		given := slices.Clone(ties)
		if err := sort(whole, given); err != nil || !slices.Equal(given, want) {
			t.Fatalf("%d ties: %v, sorted: %v", n, err, slices.IsSortedFunc(given, Compare))
		}
		runs := (n + unwatched - 1) / unwatched
		least := runs // and each merge of two, whose output is looked at once in unwatched
		for run := 1; run < runs; run *= 2 {
			least += runs
		}
		if whole.times < least {
			t.Errorf("%d ties were sorted with %d looks at the context, want %d", n, whole.times, least)
		}
		for last := 1; last <= whole.times; last += 1 + whole.times/9 {
			ctx := &looked{Context: t.Context(), last: last}
			if err := sort(ctx, slices.Clone(ties)); graph.CodeOf(err) != graph.Cancelled || ctx.times > last+1 {
				t.Errorf("%d ties, stopped at look %d: %v after %d looks", n, last, err, ctx.times)
			}
		}
	}
}
