package centrality_test

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"undersigned/graph"
	"undersigned/graph/centrality"
	"undersigned/graph/graphtest"
)

func betweenness(t testing.TB, x *graph.Incidence, o centrality.Options) []float64 {
	t.Helper()
	b, err := centrality.Betweenness(context.Background(), x, o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// near fails unless each got is within tolerance of want, relative where want is above 1.
func near(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		if !(math.Abs(got[i]-want[i]) <= tolerance*max(1, math.Abs(want[i]))) {
			t.Fatalf("%s: value %d is %v, want %v", what, i, got[i], want[i])
		}
	}
}

// Values of networkx 3.6.1: betweenness_centrality_subset on the two-mode graph, with the women as sources and targets.
func TestBetweennessOfDavis(t *testing.T) {
	b := betweenness(t, graphtest.Davis(), centrality.Options{})
	for name, want := range map[string]float64{"Theresa": 2.90661, "Evelyn": 2.47996, "Nora": 1.58478, "Ruth": 1.49627, "Charlotte": 0} {
		if got := b[slices.Index(graphtest.DavisNames(), name)]; math.Abs(got-want) > 5e-6 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// Values of networkx 3.6.1, betweenness_centrality(karate_club_graph(), normalized=False).
func TestBetweennessOfKarate(t *testing.T) {
	b := betweenness(t, graphtest.Karate(), centrality.Options{})
	for member, want := range map[int]float64{1: 231.0714, 34: 160.5516, 33: 76.6905, 3: 75.8508} {
		if math.Abs(b[member-1]-want) > 5e-5 {
			t.Errorf("member %d: %v, want %v", member, b[member-1], want)
		}
	}
}

// Values of networkx 3.6.1: betweenness_centrality(normalized=False), and bipartite.betweenness_centrality for Borgatti and
// Everett's normalization. The women are Evelyn and Nora, the events E8 and E9.
func TestBipartiteBetweennessOfDavis(t *testing.T) {
	org, letter, err := centrality.BipartiteBetweenness(context.Background(), graphtest.Davis(), centrality.Options{})
	if err != nil {
		t.Fatal(err)
	}
	maxOrg, maxLetter := centrality.BipartiteMaximum(18, 14)
	for _, c := range []struct{ got, raw, max, normalized float64 }{
		{org[0], 42.9802, maxOrg, .09658},
		{org[13], 50.4903, maxOrg, .11346},
		{letter[7], 110.2064, maxLetter, .24382},
		{letter[8], 101.9321, maxLetter, .22551},
	} {
		if math.Abs(c.got-c.raw) > 5e-5 || math.Abs(c.got/c.max-c.normalized) > 5e-6 {
			t.Errorf("got %v and %v, want %v and %v", c.got, c.got/c.max, c.raw, c.normalized)
		}
	}
}

// oracle computes all-pairs distances and path counts on the bipartite graph by one search a node and applies the
// definition of betweenness to every triple: slow, and nothing like the kernel. ends says which nodes paths join.
func oracle(x *graph.Incidence, ends func(v int) bool) []float64 {
	n := x.Organizations()
	size := n + x.Letters()
	near := make([][]int, size)
	for _, p := range graphtest.Pairs(x) {
		near[p.Org] = append(near[p.Org], n+int(p.Letter))
		near[n+int(p.Letter)] = append(near[n+int(p.Letter)], int(p.Org))
	}
	dist, paths := make([][]int, size), make([][]float64, size)
	for s := range size {
		dist[s], paths[s] = make([]int, size), make([]float64, size)
		for v := range dist[s] {
			dist[s][v] = -1
		}
		dist[s][s], paths[s][s] = 0, 1
		for queue := []int{s}; len(queue) > 0; queue = queue[1:] {
			v := queue[0]
			for _, w := range near[v] {
				if dist[s][w] < 0 {
					dist[s][w] = dist[s][v] + 1
					queue = append(queue, w)
				}
				if dist[s][w] == dist[s][v]+1 {
					paths[s][w] += paths[s][v]
				}
			}
		}
	}
	out := make([]float64, size)
	for s := range size {
		for t := s + 1; t < size; t++ {
			if !ends(s) || !ends(t) || dist[s][t] < 0 {
				continue
			}
			for v := range size {
				if v != s && v != t && dist[s][v] >= 0 && dist[v][t] >= 0 && dist[s][v]+dist[v][t] == dist[s][t] {
					out[v] += paths[s][v] * paths[v][t] / paths[s][t]
				}
			}
		}
	}
	return out
}

// shapes are networks that reach every branch of folding and sweeping.
func shapes(t *testing.T) map[string]*graph.Incidence {
	all := map[string]*graph.Incidence{"davis": graphtest.Davis(), "karate": graphtest.Karate()}
	for seed := range uint64(12) {
		all[fmt.Sprint("sparse ", seed)] = graphtest.WithIsolates(graphtest.Random(seed, 60, 40, 110, 3), 2, 1)
		all[fmt.Sprint("dense ", seed)] = graphtest.Random(seed, 40, 12, 200, 2)
		all[fmt.Sprint("twins ", seed)] = twins(t, graphtest.Random(seed, 14, 9, 30, 2), seed)
	}
	var chain []graph.Pair
	for l := range int32(40) {
		chain = append(chain, graph.Pair{Org: l, Letter: l}, graph.Pair{Org: l + 1, Letter: l})
	}
	all["chain"] = mustNew(t, 41, 40, chain)
	all["star"] = mustNew(t, 5, 1, []graph.Pair{{Org: 0}, {Org: 1}, {Org: 2}, {Org: 3}, {Org: 4}})
	all["empty"] = mustNew(t, 3, 2, nil)
	all["nothing"] = mustNew(t, 0, 0, nil)
	return all
}

// twins copies organizations and letters of x one to four times.
func twins(t *testing.T, x *graph.Incidence, seed uint64) *graph.Incidence {
	copies := func(n int) [][]int32 {
		next := int32(0)
		out := make([][]int32, n)
		for i := range out {
			for range 1 + (uint64(i)*7+seed)%4 {
				out[i] = append(out[i], next)
				next++
			}
		}
		return out
	}
	orgs, letters := copies(x.Organizations()), copies(x.Letters())
	var pairs []graph.Pair
	for _, p := range graphtest.Pairs(x) {
		for _, o := range orgs[p.Org] {
			for _, l := range letters[p.Letter] {
				pairs = append(pairs, graph.Pair{Org: o, Letter: l})
			}
		}
	}
	return mustNew(t, int(slices.Max(slices.Concat(orgs...)))+1, int(slices.Max(slices.Concat(letters...)))+1, pairs)
}

func mustNew(t *testing.T, n, m int, pairs []graph.Pair) *graph.Incidence {
	t.Helper()
	x, err := graph.NewIncidence(n, m, pairs)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestAgainstTheDefinition(t *testing.T) {
	for name, x := range shapes(t) {
		n := x.Organizations()
		want := oracle(x, func(v int) bool { return v < n })[:n]
		near(t, name, betweenness(t, x, centrality.Options{Threads: 2}), want, 1e-9)
		org, letter, err := centrality.BipartiteBetweenness(context.Background(), x, centrality.Options{Threads: 2})
		if err != nil {
			t.Fatal(err)
		}
		near(t, name+", all ends", slices.Concat(org, letter), oracle(x, func(int) bool { return true }), 1e-9)
	}
}

// gonum counts every pair from both ends.
func TestBipartiteBetweennessAgainstGonum(t *testing.T) {
	for seed := range uint64(3) {
		x := graphtest.Random(seed, 50, 30, 130, 3)
		g := simple.NewUndirectedGraph()
		for v := range 80 {
			g.AddNode(simple.Node(v))
		}
		for _, p := range graphtest.Pairs(x) {
			g.SetEdge(simple.Edge{F: simple.Node(p.Org), T: simple.Node(50 + p.Letter)})
		}
		want := make([]float64, 80)
		for v, b := range network.Betweenness(g) {
			want[v] = b / 2
		}
		org, letter, err := centrality.BipartiteBetweenness(context.Background(), x, centrality.Options{})
		if err != nil {
			t.Fatal(err)
		}
		near(t, "gonum", slices.Concat(org, letter), want, 1e-9)
	}
}

func TestBetweennessFollowsRelabellingAndIgnoresIsolates(t *testing.T) {
	x := graphtest.Random(6, 200, 60, 700, 4)
	before := betweenness(t, x, centrality.Options{})
	y, org, _ := graphtest.Relabel(x, 3)
	after := betweenness(t, y, centrality.Options{})
	moved := make([]float64, len(after))
	for o := range before {
		moved[o] = after[org[o]]
	}
	near(t, "relabelled", moved, before, 1e-9)
	bigger := betweenness(t, graphtest.WithIsolates(x, 1, 1), centrality.Options{})
	if !slices.Equal(bigger, append(slices.Clone(before), 0)) {
		t.Error("an isolated organization changed other values")
	}
}

func TestBetweennessHasTheSameBitsForAnyThreads(t *testing.T) {
	x := graphtest.Random(8, 900, 200, 5000, 5)
	want := betweenness(t, x, centrality.Options{Threads: 1})
	for _, procs := range []int{1, 2, 9} {
		old := runtime.GOMAXPROCS(procs)
		got := betweenness(t, x, centrality.Options{})
		runtime.GOMAXPROCS(old)
		if !slices.Equal(got, want) {
			t.Errorf("GOMAXPROCS %d gives other bits", procs)
		}
	}
}

func TestProgressAndCancelling(t *testing.T) {
	x := graphtest.Random(1, 300, 60, 1500, 3)
	last := 0
	betweenness(t, x, centrality.Options{Threads: 3, Progress: func(done, total int) {
		if done != last+1 || total < done {
			t.Errorf("after step %d came %d of %d", last, done, total)
		}
		last = done
	}})
	if last == 0 {
		t.Error("nothing was reported")
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err := centrality.Betweenness(ctx, x, centrality.Options{Progress: func(int, int) { cancel() }})
	if graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("cancelled on the way: %v", err)
	}
}

func BenchmarkBetweenness(b *testing.B) {
	for _, name := range []string{"s2k.csv", "s10k.csv.gz"} {
		b.Run(name, func(b *testing.B) {
			x := graphtest.Shared(b, name)
			b.ReportAllocs()
			for b.Loop() {
				betweenness(b, x, centrality.Options{Threads: 1})
			}
		})
	}
}
