package affinity

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"undersigned/graph"
)

// Tie is a pair of organizations that signed at least one letter together.
type Tie struct {
	A, B    int32   // positions, A < B
	Letters int32   // letters signed by both
	Newman  float64 // sum of 1/(k-1) over those letters, k signers each
}

// Other returns the end of t that is not o.
func (t Tie) Other(o int32) int32 { return t.A + t.B - o }

// Compare orders ties strongest first: by Newman weight, then shared letters, both falling; then A and B, both rising.
// No two ties of one network are equal under it.
func Compare(s, t Tie) int {
	if s.Newman != t.Newman {
		return cmp.Compare(t.Newman, s.Newman)
	}
	return cmp.Or(cmp.Compare(t.Letters, s.Letters), cmp.Compare(s.A, t.A), cmp.Compare(s.B, t.B))
}

// Options say which ties to count and how many to keep.
type Options struct {
	Keep       int // strongest ties to return; 0 counts only
	MinLetters int // fewest shared letters of a tie that counts; below 1 means 1
	Threads    int // workers; below 1 means GOMAXPROCS. The result does not depend on it
	// Sizes are how many signers each letter has for its weight, where x is a part of a network: a tie then weighs what it weighs in the whole. nil:
	// those of x.
	Sizes []int
	// Progress is told how many of the organizations are done, now and then, by one goroutine at a time and with rising done.
	Progress func(done, total int)
}

// Result holds the number of all ties and the strongest of them.
type Result struct {
	Count int64 // pairs with at least MinLetters shared letters, kept or not
	Ties  []Tie // the strongest Options.Keep, in the order of Compare
}

// Ties walks row by row the pairs of organizations that signed several letters. Those that signed one only, which are most in most networks,
// have ties of one weight to all others of their letter: these are counted at once, and made only as far as they are kept. Time is
// O(sum of r^2/2 + Keep log Keep) over letters with r such signers of several letters, and O(signatures); memory O(n + Keep) a worker. Weights are
// summed in the order of letters, so they have the same bits for any number of workers. A negative Keep is Invalid; the only other error is
// ctx's, as Cancelled.
func Ties(ctx context.Context, x *graph.Incidence, o Options) (Result, error) {
	if o.Keep < 0 {
		return Result{}, graph.Errorf(graph.Invalid, "the number of ties to keep is %d; give 0 or more", o.Keep)
	}
	n := x.Organizations()
	// Neighbouring rows of a sorted file differ in length; small blocks taken in turn keep all workers busy.
	const block = 64
	blocks := (n + block - 1) / block
	threads := o.Threads
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	threads = max(1, min(threads, blocks))
	w := sharesOf(x, o.Sizes)
	several := severalOf(x)
	workers := make([]*worker, threads)
	told := progress{call: o.Progress, total: n}
	var next atomic.Int64
	var wg sync.WaitGroup
	for i := range workers {
		k := &worker{x: x, share: w, several: several, row: make([]cell, n), best: top{keep: o.Keep}, least: int32(max(1, o.MinLetters))}
		workers[i] = k
		wg.Go(func() {
			for {
				b := int(next.Add(1)) - 1
				if b >= blocks || ctx.Err() != nil {
					return
				}
				last := min(n, (b+1)*block)
				for a := b * block; a < last && ctx.Err() == nil; a++ { // one row may take long: its letters may have most organizations each
					k.visit(int32(a))
				}
				told.add(last - b*block)
			}
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return Result{}, stopped(ctx)
	}
	var r Result
	best := top{keep: o.Keep}
	for _, k := range workers {
		r.Count += k.count
		for t := range slices.Chunk(k.best.ties, unwatched) {
			if ctx.Err() != nil {
				return Result{}, stopped(ctx)
			}
			for _, t := range t {
				best.offer(t)
			}
		}
		k.best = top{}
	}
	if o.MinLetters <= 1 {
		count, err := single(ctx, x, w, several, &best)
		if err != nil {
			return Result{}, err
		}
		r.Count += count
	}
	r.Ties = best.ties
	if err := sort(ctx, r.Ties); err != nil {
		return Result{}, err
	}
	r.Ties = slices.Clip(r.Ties[:min(len(r.Ties), o.Keep)])
	return r, nil
}

// progress counts the rows of several goroutines and passes the number on in order.
type progress struct {
	mu          sync.Mutex
	call        func(done, total int)
	done, total int
}

func (p *progress) add(rows int) {
	if p.call == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += rows
	p.call(p.done, p.total)
}

// cell is what one row of the projection holds for one column while that row is walked.
type cell struct {
	newman  float64
	letters int32
}

type worker struct {
	x       *graph.Incidence
	share   []float64
	several [][]int32 // of each letter, its signers that signed others too
	row     []cell    // zero between rows
	touched []int32   // columns of the current row
	best    top
	count   int64
	least   int32
}

// visit counts the ties of a with later organizations.
func (k *worker) visit(a int32) {
	if k.x.Degree(int(a)) < 2 {
		return // see single
	}
	k.touched = k.touched[:0]
	for _, l := range k.x.LettersOf(int(a)) {
		signers, share := k.several[l], k.share[l]
		at, _ := slices.BinarySearch(signers, a)
		for _, b := range signers[at+1:] {
			c := &k.row[b]
			if c.letters == 0 {
				k.touched = append(k.touched, b)
			}
			c.letters++
			c.newman += share
		}
	}
	for _, b := range k.touched {
		c := k.row[b]
		k.row[b] = cell{}
		if c.letters >= k.least {
			k.count++
			k.best.offer(Tie{A: a, B: b, Letters: c.letters, Newman: c.newman})
		}
	}
}

// severalOf returns for each letter its signers that signed other letters too, in order.
func severalOf(x *graph.Incidence) [][]int32 {
	all := make([][]int32, x.Letters())
	for l := range all {
		for _, o := range x.SignersOf(l) {
			if x.Degree(int(o)) > 1 {
				all[l] = append(all[l], o)
			}
		}
	}
	return all
}

// single counts the ties of organizations that signed one letter, and offers them, the strongest letter's first: those of a letter come in the order
// of Compare, so that the first that is not kept ends it.
func single(ctx context.Context, x *graph.Incidence, share []float64, several [][]int32, best *top) (count int64, err error) {
	letters := make([]int, 0, x.Letters())
	for l := range x.Letters() {
		k, r := int64(x.Size(l)), int64(len(several[l]))
		if k > r && k > 1 {
			letters = append(letters, l)
			count += k*(k-1)/2 - r*(r-1)/2
		}
	}
	slices.SortStableFunc(letters, func(a, b int) int { return cmp.Compare(share[b], share[a]) })
	for _, l := range letters {
		if err := offerSingle(ctx, x, l, share[l], best); err != nil {
			return 0, err
		}
	}
	return count, nil
}

func offerSingle(ctx context.Context, x *graph.Incidence, l int, share float64, best *top) error {
	if best.keep == 0 {
		return nil
	}
	signers := x.SignersOf(l)
	var alone []int32
	for _, o := range signers {
		if x.Degree(int(o)) == 1 {
			alone = append(alone, o)
		}
	}
	offered := 0
	for i, a := range signers {
		if offered > unwatched || i == 0 {
			if offered = 0; ctx.Err() != nil {
				return stopped(ctx)
			}
		}
		others := signers[i+1:]
		if x.Degree(int(a)) > 1 {
			at, _ := slices.BinarySearch(alone, a)
			others = alone[at:]
		}
		for _, b := range others {
			t := Tie{A: a, B: b, Letters: 1, Newman: share}
			if len(best.ties) == best.keep && Compare(t, best.ties[0]) > 0 {
				return nil
			}
			best.offer(t)
		}
		offered += len(others)
	}
	return nil
}

// top keeps the first ties in the order of Compare: a heap with the weakest kept tie at the root, once full.
type top struct {
	keep int
	ties []Tie
}

func (h *top) offer(t Tie) {
	switch {
	case len(h.ties) < h.keep:
		h.ties = append(h.ties, t)
		if len(h.ties) == h.keep {
			for i := h.keep/2 - 1; i >= 0; i-- {
				h.sink(i)
			}
		}
	case h.keep > 0 && Compare(t, h.ties[0]) < 0:
		h.ties[0] = t
		h.sink(0)
	}
}

func (h *top) sink(i int) {
	for {
		c := 2*i + 1
		if c >= len(h.ties) {
			return
		}
		if c+1 < len(h.ties) && Compare(h.ties[c+1], h.ties[c]) > 0 {
			c++
		}
		if Compare(h.ties[c], h.ties[i]) <= 0 {
			return
		}
		h.ties[i], h.ties[c] = h.ties[c], h.ties[i]
		i = c
	}
}
