package partner_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/graph/partner"
)

// The oracle: shortest paths by gonum on the explicit projection whose edges cost 1 less a weight too small to add a step.
func TestPathsAreShortestAndHeaviest(t *testing.T) {
	for seed := range uint64(6) {
		x := graphtest.Random(seed, 70, 60, 170, 6)
		shared, newman := graphtest.Projection(x)
		const tiny = 1e-5
		g := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
		for a := range shared {
			g.AddNode(simple.Node(a))
		}
		for a := range shared {
			for b := range a {
				if shared[a][b] > 0 {
					g.SetWeightedEdge(g.NewWeightedEdge(simple.Node(a), simple.Node(b), 1-tiny*newman[a][b]))
				}
			}
		}
		for a := range int32(70) {
			tree := path.DijkstraFrom(simple.Node(a), g)
			for b := range int32(70) {
				steps, err := partner.PathBetween(x, a, b)
				if err != nil {
					t.Fatal(err)
				}
				cost, at := 0., a
				for _, s := range steps {
					if s.From != at || len(s.Letters) != int(shared[s.From][s.To]) || math.Abs(s.Newman-newman[s.From][s.To]) > 1e-12 {
						t.Fatalf("%d to %d: step %+v", a, b, s)
					}
					at = s.To
					cost += 1 - tiny*s.Newman
				}
				if steps == nil {
					cost, at = math.Inf(1), b
				}
				if want := tree.WeightTo(int64(b)); at != b || cost != want && math.Abs(cost-want) > 1e-9 {
					t.Fatalf("%d to %d: cost %v over %d steps, want %v", a, b, cost, len(steps), want)
				}
			}
		}
	}
}

func TestPathsOfDavis(t *testing.T) {
	x := graphtest.Davis()
	steps, err := partner.PathBetween(x, 0, 2) // Evelyn, Theresa: 7 events, Newman 1.486880
	if err != nil || len(steps) != 1 || len(steps[0].Letters) != 7 || math.Abs(steps[0].Newman-1.486880) > 1e-6 {
		t.Errorf("Evelyn to Theresa: %+v, %v", steps, err)
	}
	if steps, err = partner.PathBetween(x, 3, 3); err != nil || steps == nil || len(steps) != 0 {
		t.Errorf("to oneself: %v, %v", steps, err)
	}
	if steps, err = partner.PathBetween(graphtest.WithIsolates(x, 1, 0), 0, 18); err != nil || steps != nil {
		t.Errorf("to an isolate: %v, %v", steps, err)
	}
	for _, bad := range [][2]int32{{-1, 0}, {0, 18}} {
		if _, err := partner.PathBetween(x, bad[0], bad[1]); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func BenchmarkPathS10k(b *testing.B) {
	x := graphtest.Shared(b, "s10k.csv.gz")
	for i := 0; b.Loop(); i++ {
		if _, err := partner.PathBetween(x, int32(i%1000), int32(9999-i%1000)); err != nil {
			b.Fatal(err)
		}
	}
}
