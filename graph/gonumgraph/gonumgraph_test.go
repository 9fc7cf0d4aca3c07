package gonumgraph_test

import (
	"math"
	"testing"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"

	"undersigned/graph"
	"undersigned/graph/gonumgraph"
	"undersigned/graph/graphtest"
)

func ids(it gonum.Nodes) []int64 {
	var got []int64
	for it.Next() {
		got = append(got, it.Node().ID())
	}
	return got
}

func TestNodesAndNeighboursComeInOrder(t *testing.T) {
	x := graphtest.Random(1, 60, 20, 300, 3)
	g := gonumgraph.New(x)
	all := ids(g.Nodes())
	if len(all) != 80 {
		t.Fatalf("%d nodes, want 80", len(all))
	}
	edges := 0
	for i, id := range all {
		if id != int64(i) || g.Node(id).ID() != id {
			t.Fatalf("node %d has id %d", i, id)
		}
		it := g.From(id)
		want := it.Len()
		near := ids(it)
		if it.Len() != 0 || it.Next() || it.Node() != nil {
			t.Fatal("an exhausted iterator still gives nodes")
		}
		it.Reset()
		if again := ids(it); len(near) != want || len(again) != want {
			t.Fatalf("node %d: Len %d, %d nodes, %d after Reset", id, want, len(near), len(again))
		}
		for k, other := range near {
			if k > 0 && near[k-1] >= other {
				t.Fatalf("neighbours of %d are not ascending: %v", id, near)
			}
			if e := g.Edge(id, other); e == nil || e.From().ID() != id || e.ReversedEdge().From().ID() != other {
				t.Fatalf("edge %d-%d: %v", id, other, e)
			}
		}
		edges += len(near)
	}
	if edges != 2*x.Signatures() {
		t.Fatalf("%d ends of edges, want %d", edges, 2*x.Signatures())
	}
}

func TestStrangersHaveNothing(t *testing.T) {
	g := gonumgraph.New(graphtest.Davis())
	for _, id := range []int64{-1, 32, math.MaxInt64} {
		if g.Node(id) != nil || g.From(id).Len() != 0 || g.HasEdgeBetween(id, 0) || g.Edge(0, id) != nil {
			t.Errorf("node %d exists", id)
		}
	}
	if g.HasEdgeBetween(0, 1) || g.HasEdgeBetween(18, 19) || g.HasEdgeBetween(0, 0) {
		t.Error("organizations or letters are tied among themselves")
	}
	empty, err := graph.NewIncidence(0, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if g := gonumgraph.New(empty); g.Nodes().Len() != 0 || g.Node(0) != nil {
		t.Error("the empty network has nodes")
	}
	if l, ok := g.Letter(18); !ok || l != 0 {
		t.Errorf("node 18 of Davis is letter %d, %v", l, ok)
	}
}

// Values of networkx 3.6.1, betweenness_centrality(normalized=False). gonum counts every pair in both directions.
func TestBetweennessOfDavis(t *testing.T) {
	b := network.Betweenness(gonumgraph.New(graphtest.Davis()))
	for id, want := range map[int64]float64{0: 42.9802, 13: 50.4903, 18 + 7: 110.2064, 18 + 8: 101.9321} {
		if got := b[id] / 2; math.Abs(got-want) > 1e-4 {
			t.Errorf("node %d: %.4f, want %.4f", id, got, want)
		}
	}
}

// Closeness of Evelyn on Davis is .8 (Borgatti-Everett: (m + 2(n-1)) / farness).
func TestClosenessOfDavis(t *testing.T) {
	g := gonumgraph.New(graphtest.Davis())
	shortest := path.DijkstraAllPaths(g)
	farness := network.Farness(g, shortest)
	if got := (14 + 2*17) / farness[0]; math.Abs(got-.8) > 1e-12 {
		t.Errorf("closeness of Evelyn %.6f, want .8", got)
	}
}

func TestConnectedComponents(t *testing.T) {
	if got := len(topo.ConnectedComponents(gonumgraph.New(graphtest.Davis()))); got != 1 {
		t.Errorf("Davis has %d components, want 1", got)
	}
	with := graphtest.WithIsolates(graphtest.Davis(), 2, 1)
	if got := len(topo.ConnectedComponents(gonumgraph.New(with))); got != 4 {
		t.Errorf("Davis with three isolates has %d components, want 4", got)
	}
}
