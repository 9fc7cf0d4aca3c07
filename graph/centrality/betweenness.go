package centrality

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"undersigned/graph"
)

// Options are for the long computations. The zero value uses all processors and reports nothing.
type Options struct {
	Threads int // below 1 means GOMAXPROCS. The result does not depend on it
	// Progress is told how many of total steps are done, now and then, by one goroutine at a time and with rising done.
	// It must not block for long.
	Progress func(done, total int)
}

// Betweenness returns for each organization how many shortest paths between two other organizations pass through it:
// for every unordered pair of others the share of their shortest two-mode paths on which it lies, not normalized. Paths
// that differ in one letter are different paths, so this is exactly betweenness on the projection with one edge a shared
// letter. Pairs in different components count nothing; an isolated organization has 0.
//
// Exact, by Brandes' algorithm on a folded network (see folded), eight sources a sweep. O(n*E) at worst; 134 bytes a node
// and thread. Sums run in a fixed order: the same network gives the same bits for any number of threads. The only error
// is ctx's, as Cancelled.
func Betweenness(ctx context.Context, x *graph.Incidence, o Options) ([]float64, error) {
	f := fold(x)
	credit, err := sum(ctx, f.net, []job{{sources: f.sources, start: 1, least: 2}}, [2]bool{true, false}, o)
	if err != nil {
		return nil, err
	}
	out := make([]float64, x.Organizations())
	for i, v := range f.node {
		if v >= 0 {
			out[i] = credit[0][v] / 2 // each pair was met from both ends
		}
	}
	return out, nil
}

// BipartiteBetweenness returns for organizations and for letters how many shortest paths between any two other nodes of
// the two-mode network, organizations and letters alike, pass through each; not normalized. It equals networkx's
// betweenness_centrality of the bipartite graph; divide by BipartiteMaximum for its bipartite normalization.
// O((n+m)*E). Otherwise as Betweenness.
func BipartiteBetweenness(ctx context.Context, x *graph.Incidence, o Options) (org, letter []float64, err error) {
	net := plain(x)
	var jobs []job
	for i := range net {
		j := job{start: 1 - i, least: 1}
		for v := range net[i].mult {
			if row := net[i].row(int32(v)); len(row) > 0 {
				j.sources = append(j.sources, source{self: int32(v), first: row, weight: 1})
			}
		}
		jobs = append(jobs, j)
	}
	credit, err := sum(ctx, net, jobs, [2]bool{true, true}, o)
	if err != nil {
		return nil, nil, err
	}
	for i := range credit {
		for v := range credit[i] {
			credit[i][v] /= 2
		}
	}
	return credit[0], credit[1], nil
}

// BipartiteMaximum returns the largest betweenness that an organization and a letter can have among n organizations and
// m letters (Borgatti and Everett 1997). Both are 0 where one side is empty.
func BipartiteMaximum(n, m int) (org, letter float64) {
	if n == 0 || m == 0 {
		return 0, 0
	}
	side := func(n, m int) float64 {
		s, t := float64((n-1)/m), float64((n-1)%m)
		w := float64(m)
		return (w*w*(s+1)*(s+1) + w*(s+1)*(2*t-s-1) - t*(2*s-t+3)) / 2
	}
	return side(n, m), side(m, n)
}

func plain(x *graph.Incidence) *network {
	orgs := side{ptr: []int32{0}, mult: ones(x.Organizations()), end: ones(x.Organizations())}
	for o := range x.Organizations() {
		orgs.to = append(orgs.to, x.LettersOf(o)...)
		orgs.ptr = append(orgs.ptr, int32(len(orgs.to)))
	}
	letters := side{mult: ones(x.Letters()), end: ones(x.Letters())}
	letters.ptr, letters.to = transpose(orgs, x.Letters())
	return &network{orgs, letters}
}

func ones(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = 1
	}
	return v
}

// job is sources whose first nodes are on side start; nodes from distance least on are credited.
type job struct {
	sources      []source
	start, least int
}

// shards is the number of partial sums. It is fixed, so that the order of additions is, and large enough to keep many
// processors busy; each costs one number a node.
const shards = 32

// sum runs all sweeps and adds their credits, for the sides that are wanted, in a fixed order.
func sum(ctx context.Context, net *network, jobs []job, wanted [2]bool, o Options) ([2][]float64, error) {
	type batch struct {
		sources      []source
		start, least int
	}
	var batches []batch
	for _, j := range jobs {
		for s := j.sources; len(s) > 0; s = s[min(lanes, len(s)):] {
			batches = append(batches, batch{s[:min(lanes, len(s))], j.start, j.least})
		}
	}
	var parts [shards][2][]float64
	threads := o.Threads
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	report := progress{call: o.Progress, total: len(batches)}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(threads, shards, len(batches)) {
		wg.Go(func() {
			sweep := newSweep(net)
			for i := int(next.Add(1)) - 1; i < shards; i = int(next.Add(1)) - 1 {
				for side, want := range wanted {
					if want {
						parts[i][side] = make([]float64, len(net[side].mult))
					}
				}
				for _, b := range batches[i*len(batches)/shards : (i+1)*len(batches)/shards] {
					if ctx.Err() != nil {
						return
					}
					sweep.run(b.sources, b.start, b.least, &parts[i])
					report.step()
				}
			}
		})
	}
	wg.Wait()
	var total [2][]float64
	if err := ctx.Err(); err != nil {
		return total, graph.Wrap(graph.Cancelled, err, "the computation of betweenness was stopped before it was done")
	}
	for side, want := range wanted {
		if !want {
			continue
		}
		total[side] = make([]float64, len(net[side].mult))
		for i := range parts {
			for v, c := range parts[i][side] {
				total[side][v] += c
			}
		}
	}
	return total, nil
}

// progress counts steps of several goroutines and passes them on in order.
type progress struct {
	mu          sync.Mutex
	call        func(done, total int)
	done, total int
}

func (p *progress) step() {
	if p.call == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.call(p.done, p.total)
}
