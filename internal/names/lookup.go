package names

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
)

// Match is a name of a corpus that may be the one that was asked for.
type Match struct {
	At int32 // its position
	Result
}

// Like compares a name, of the corpus or not, with those of the corpus that share most with it, and returns the likest, the best first, then by
// position; limit 0 means all that were compared. Different ones are among them: whoever asks sees how far off the nearest is. It is safe for
// concurrent use; the first call builds the index.
func (c *Corpus) Like(ctx context.Context, name string, limit int) ([]Match, error) {
	ix, err := c.index(ctx)
	if err != nil {
		return nil, err
	}
	worth, _ := c.lookup.scratch.Get().(*[]float32)
	if worth == nil {
		list := make([]float32, len(c.forms))
		worth = &list
	}
	f := c.Form(name)
	near := ix.near(f, -1, *worth, nil)
	c.lookup.scratch.Put(worth) // near left zeros
	found := make([]Match, 0, len(near))
	for _, at := range near {
		if err := ctx.Err(); err != nil {
			return nil, graph.Wrap(graph.Cancelled, err, "comparing names was stopped")
		}
		found = append(found, Match{at, c.Compare(f, c.forms[at])})
	}
	slices.SortFunc(found, func(a, b Match) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.At, b.At)) })
	if limit > 0 {
		found = found[:min(limit, len(found))]
	}
	return found, nil
}
