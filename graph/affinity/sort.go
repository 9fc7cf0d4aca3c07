package affinity

import (
	"context"
	"slices"

	"undersigned/graph"
)

// unwatched is how many ties are sorted or offered without a look at the context: some milliseconds.
const unwatched = 1 << 15

func stopped(ctx context.Context) error {
	return graph.Wrap(graph.Cancelled, ctx.Err(), "counting the ties was stopped before it was done")
}

// sort puts ties in the order of Compare, under which no two are equal. A sort of slices could not be stopped: a million ties take it half a second.
func sort(ctx context.Context, ties []Tie) error {
	from, to := ties, []Tie(nil)
	for part := range slices.Chunk(ties, unwatched) {
		if ctx.Err() != nil {
			return stopped(ctx)
		}
		slices.SortFunc(part, Compare)
	}
	if len(ties) > unwatched {
		to = make([]Tie, len(ties))
	}
	for run := unwatched; run < len(ties); run *= 2 {
		for at := 0; at < len(ties); at += 2 * run {
			middle, end := min(at+run, len(ties)), min(at+2*run, len(ties))
			if err := merge(ctx, to[at:end], from[at:middle], from[middle:end]); err != nil {
				return err
			}
		}
		from, to = to, from
	}
	if to != nil && &from[0] != &ties[0] {
		copy(ties, from)
	}
	return nil
}

// merge puts two sorted runs into one.
func merge(ctx context.Context, to, a, b []Tie) error {
	for k := range to {
		if k%unwatched == 0 && ctx.Err() != nil {
			return stopped(ctx)
		}
		if len(b) == 0 || len(a) > 0 && Compare(a[0], b[0]) < 0 {
			to[k], a = a[0], a[1:]
		} else {
			to[k], b = b[0], b[1:]
		}
	}
	return nil
}
