package centrality

import (
	"context"
	"math/bits"
	"runtime"
	"sync"
	"sync/atomic"

	"undersigned/graph"
)

// Closeness returns the two-mode closeness of each organization, normalized by Borgatti and Everett 1997: with n
// organizations and m letters, (m + 2(n-1)) / farness, where farness sums the distances to all nodes, letters included;
// it is 1 for an organization that signed every letter. Where only r of the n+m-1 other nodes can be reached, farness is
// of those and the value is multiplied by r/(n+m-1), as networkx does; an organization without letters has 0.
//
// A breadth-first search for 64 organizations at a time (MS-BFS, Then et al. 2014, doi:10.14778/2735496.2735507).
// O(n*E/64) in networks of small diameter. Farness is a whole number, so neither threads nor order change a bit. The only
// error is ctx's, as Cancelled.
func Closeness(ctx context.Context, x *graph.Incidence, o Options) ([]float64, error) {
	n, m := x.Organizations(), x.Letters()
	out := make([]float64, n)
	const width = 64
	batches := (n + width - 1) / width
	threads := o.Threads
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	report := progress{call: o.Progress, total: batches}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(threads, batches) {
		wg.Go(func() {
			r := newReach(x)
			for b := int(next.Add(1)) - 1; b < batches && ctx.Err() == nil; b = int(next.Add(1)) - 1 {
				first := b * width
				r.run(x, first, min(width, n-first))
				for i := range min(width, n-first) {
					if r.farness[i] > 0 {
						near := float64(m+2*(n-1)) / float64(r.farness[i])
						out[first+i] = near * (float64(r.reached[i]) / float64(n+m-1))
					}
				}
				report.step()
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, graph.Wrap(graph.Cancelled, err, "the computation of closeness was stopped before it was done")
	}
	return out, nil
}

// reach is a search from up to 64 organizations at once; bit i of a word belongs to source i.
type reach struct {
	seen, now [2][]uint64 // organizations, letters: reached before this distance, at this distance
	farness   [64]int64
	reached   [64]int64
}

func newReach(x *graph.Incidence) *reach {
	r := &reach{}
	for i, size := range [2]int{x.Organizations(), x.Letters()} {
		r.seen[i], r.now[i] = make([]uint64, size), make([]uint64, size)
	}
	return r
}

func (r *reach) run(x *graph.Incidence, first, count int) {
	for i := range r.seen {
		clear(r.seen[i])
		clear(r.now[i])
	}
	r.farness, r.reached = [64]int64{}, [64]int64{}
	for i := range count {
		r.seen[0][first+i] = 1 << i
		r.now[0][first+i] = 1 << i
	}
	rows := [2]func(int) []int32{x.LettersOf, x.SignersOf}
	for distance, at := int64(1), 0; ; distance, at = distance+1, 1-at {
		to := 1 - at
		found, live := r.now[to], false
		for v, bitsOfV := range r.now[at] {
			if bitsOfV == 0 {
				continue
			}
			r.now[at][v] = 0
			for _, w := range rows[at](v) {
				found[w] |= bitsOfV
			}
		}
		for w := range found {
			found[w] &^= r.seen[to][w]
			if found[w] == 0 {
				continue
			}
			live = true
			r.seen[to][w] |= found[w]
			for b := found[w]; b != 0; b &= b - 1 {
				i := bits.TrailingZeros64(b)
				r.farness[i] += distance
				r.reached[i]++
			}
		}
		if !live {
			return
		}
	}
}
