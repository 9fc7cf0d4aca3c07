package centrality_test

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"undersigned/graph"
	"undersigned/graph/centrality"
	"undersigned/graph/graphtest"
)

func closeness(t testing.TB, x *graph.Incidence) []float64 {
	t.Helper()
	c, err := centrality.Closeness(context.Background(), x, centrality.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func pageRank(t testing.TB, x *graph.Incidence) []float64 {
	t.Helper()
	r, err := centrality.PageRank(context.Background(), x, centrality.Damping)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func bipartitePageRank(t testing.TB, x *graph.Incidence) (org, letter []float64) {
	t.Helper()
	org, letter, err := centrality.BipartitePageRank(context.Background(), x, centrality.Damping)
	if err != nil {
		t.Fatal(err)
	}
	return org, letter
}

// Values of networkx 3.6.1: bipartite.degree_centrality and closeness_centrality, pagerank(alpha=.85) of the two-mode graph
// and of bipartite.collaboration_weighted_projected_graph, whose weights are Newman's.
func TestMeasuresOfDavis(t *testing.T) {
	x := graphtest.Davis()
	woman := func(name string) int { return slices.Index(graphtest.DavisNames(), name) }
	org, letter := centrality.DegreeNormalized(x)
	close := closeness(t, x)
	rank := pageRank(t, x)
	rankOrg, rankLetter := bipartitePageRank(t, x)
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"degree of Evelyn", float64(centrality.Degree(x)[0]), 8},
		{"normalized degree of Evelyn", org[0], .571429},
		{"normalized degree of E8", letter[7], .777778},
		{"closeness of Evelyn", close[0], .8},
		{"closeness of Sylvia", close[woman("Sylvia")], .774194},
		{"closeness of Dorothy", close[woman("Dorothy")], .648649},
		{"PageRank of Nora, Newman", rank[woman("Nora")], .08659},
		{"PageRank of Evelyn, Newman", rank[0], .08337821},
		{"PageRank of Theresa, Newman", rank[woman("Theresa")], .08386033},
		{"bipartite PageRank of Evelyn", rankOrg[0], .04256345},
		{"bipartite PageRank of E8", rankLetter[7], .07250},
	} {
		if math.Abs(c.got-c.want) > 5e-6 {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

// Values of networkx 3.6.1, pagerank(karate_club_graph(), weight=None).
func TestPageRankOfKarate(t *testing.T) {
	r := pageRank(t, graphtest.Karate())
	if math.Abs(r[0]-.0969973) > 5e-7 || math.Abs(r[33]-.1009192) > 5e-7 {
		t.Errorf("members 1 and 34: %v, %v; want .0969973, .1009192", r[0], r[33])
	}
}

// PageRank solves (I - d*P') r = (1-d)/n: compared with that system, built from a dense matrix and solved directly.
func TestPageRankSolvesItsEquation(t *testing.T) {
	for name, x := range shapes(t) {
		n, m := x.Organizations(), x.Letters()
		if n == 0 {
			continue
		}
		_, newman := graphtest.Projection(x)
		near(t, name, pageRank(t, x), solve(t, newman), 1e-10)
		both := make([][]float64, n+m)
		for v := range both {
			both[v] = make([]float64, n+m)
		}
		for _, p := range graphtest.Pairs(x) {
			both[p.Org][n+int(p.Letter)], both[n+int(p.Letter)][p.Org] = 1, 1
		}
		org, letter := bipartitePageRank(t, x)
		near(t, name+", bipartite", slices.Concat(org, letter), solve(t, both), 1e-10)
	}
}

func solve(t *testing.T, weights [][]float64) []float64 {
	t.Helper()
	n := len(weights)
	a, b := mat.NewDense(n, n, nil), mat.NewVecDense(n, nil)
	for from, row := range weights {
		strength := 0.
		for _, w := range row {
			strength += w
		}
		for to, w := range row {
			step := 1 / float64(n)
			if strength > 0 {
				step = w / strength
			}
			a.Set(to, from, -centrality.Damping*step)
		}
	}
	for v := range n {
		a.Set(v, v, a.At(v, v)+1)
		b.SetVec(v, (1-centrality.Damping)/float64(n))
	}
	var r mat.VecDense
	if err := r.SolveVec(a, b); err != nil {
		t.Fatal(err)
	}
	return r.RawVector().Data
}

// Closeness by distances on an explicit graph, one search an organization.
func TestClosenessByDefinition(t *testing.T) {
	for name, x := range shapes(t) {
		n, m := x.Organizations(), x.Letters()
		want := make([]float64, n)
		for s := range want {
			dist := map[int]int{s: 0}
			farness := 0
			for queue := []int{s}; len(queue) > 0; queue = queue[1:] {
				v := queue[0]
				farness += dist[v]
				var next []int32
				if v < n {
					next = x.LettersOf(v)
				} else {
					next = x.SignersOf(v - n)
				}
				for _, w := range next {
					w := int(w)
					if v < n {
						w += n
					}
					if _, ok := dist[w]; !ok {
						dist[w] = dist[v] + 1
						queue = append(queue, w)
					}
				}
			}
			if farness > 0 {
				want[s] = float64(m+2*(n-1)) / float64(farness) * float64(len(dist)-1) / float64(n+m-1)
			}
		}
		near(t, name, closeness(t, x), want, 1e-12)
	}
}

func TestMeasuresFollowRelabelling(t *testing.T) {
	x := graphtest.Random(4, 200, 60, 700, 4)
	y, org, letter := graphtest.Relabel(x, 8)
	moved := func(after []float64, perm []int32) []float64 {
		out := make([]float64, len(after))
		for i, p := range perm {
			out[i] = after[p]
		}
		return out
	}
	near(t, "closeness", moved(closeness(t, y), org), closeness(t, x), 0)
	near(t, "PageRank", moved(pageRank(t, y), org), pageRank(t, x), 1e-12)
	beforeOrg, beforeLetter := bipartitePageRank(t, x)
	afterOrg, afterLetter := bipartitePageRank(t, y)
	near(t, "bipartite PageRank", moved(afterOrg, org), beforeOrg, 1e-12)
	near(t, "bipartite PageRank of letters", moved(afterLetter, letter), beforeLetter, 1e-12)
	d, dl := centrality.DegreeNormalized(x)
	e, el := centrality.DegreeNormalized(y)
	near(t, "degree", moved(e, org), d, 0)
	near(t, "size", moved(el, letter), dl, 0)
}

func TestMeasuresHaveTheSameBitsForAnyThreads(t *testing.T) {
	x := graphtest.Random(8, 400, 90, 1500, 5)
	c, r := closeness(t, x), pageRank(t, x)
	for _, procs := range []int{1, 7} {
		old := runtime.GOMAXPROCS(procs)
		same := slices.Equal(closeness(t, x), c) && slices.Equal(pageRank(t, x), r)
		runtime.GOMAXPROCS(old)
		if !same {
			t.Errorf("GOMAXPROCS %d gives other bits", procs)
		}
	}
}

func TestRefusals(t *testing.T) {
	x := graphtest.Davis()
	for _, damping := range []float64{-.1, 1, math.NaN()} {
		if _, err := centrality.PageRank(context.Background(), x, damping); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("damping %v: %v", damping, err)
		}
	}
	even, err := centrality.PageRank(context.Background(), x, 0)
	if err != nil || math.Abs(even[3]-1./18) > 1e-15 {
		t.Errorf("damping 0: %v, %v", even, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := centrality.PageRank(ctx, x, .85); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("PageRank, cancelled: %v", err)
	}
	if _, err := centrality.Closeness(ctx, x, centrality.Options{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("closeness, cancelled: %v", err)
	}
}

func BenchmarkCloseness(b *testing.B) {
	x := graphtest.Shared(b, "s10k.csv.gz")
	for b.Loop() {
		closeness(b, x)
	}
}

func BenchmarkPageRank(b *testing.B) {
	x := graphtest.Shared(b, "s10k.csv.gz")
	for b.Loop() {
		pageRank(b, x)
	}
}

func BenchmarkBipartitePageRank(b *testing.B) {
	x := graphtest.Shared(b, "s10k.csv.gz")
	for b.Loop() {
		bipartitePageRank(b, x)
	}
}
