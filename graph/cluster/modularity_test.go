package cluster_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"undersigned/graph"
	"undersigned/graph/cluster"
	"undersigned/graph/graphtest"
)

// The customary split of the women, nine and nine, with the events cut after E8 or after E7. The values are Barber's formula
// (doi:10.1103/PhysRevE.76.066102) summed over all pairs by a Python program.
func TestModularityOfDavisSplits(t *testing.T) {
	x := graphtest.Davis()
	for events, want := range map[int]float64{8: 0.318394, 7: 0.311829} {
		org, letter := make([]int32, 18), make([]int32, 14)
		for o := 9; o < 18; o++ {
			org[o] = 1
		}
		for l := events; l < 14; l++ {
			letter[l] = 1
		}
		if q := cluster.Modularity(x, org, letter); math.Abs(q-want) > 5e-7 {
			t.Errorf("women 1-9 with E1-E%d: %v, want %v", events, q, want)
		}
	}
}

// With two signers a letter, the projection is the plain graph. Its maximum is .41978961209730, as igraph's exact
// community_optimal_modularity (integer programming) gives it.
func TestProjectionModularityOfKarate(t *testing.T) {
	// The optimal partition by members from 1: sizes 11, 5, 12, 6.
	org := make([]int32, 34)
	for c, members := range [][]int{
		{1, 2, 3, 4, 8, 12, 13, 14, 18, 20, 22},
		{5, 6, 7, 11, 17},
		{9, 10, 15, 16, 19, 21, 23, 27, 30, 31, 33, 34},
		{24, 25, 26, 28, 29, 32},
	} {
		for _, member := range members {
			org[member-1] = int32(c)
		}
	}
	if q := cluster.ProjectionModularity(graphtest.Karate(), org); math.Abs(q-0.41978961209730437) > 1e-12 {
		t.Errorf("got %v", q)
	}
}

// Both modularities are compared with their definitions summed over all pairs.
func TestModularitiesByDefinition(t *testing.T) {
	for seed := range uint64(20) {
		x := graphtest.WithIsolates(graphtest.Random(seed, 50, 30, 200, 3), 1, 1)
		r := rand.New(rand.NewPCG(seed, 7))
		draw := func(n int) []int32 {
			c := make([]int32, n)
			for i := range c {
				c[i] = int32(r.IntN(5)) - 1
			}
			return c
		}
		org, letter := draw(x.Organizations()), draw(x.Letters())
		e := float64(x.Signatures())
		want := 0.
		for o, a := range org {
			for l, b := range letter {
				if a < 0 || a != b {
					continue
				}
				if x.Signed(o, l) {
					want += 1 / e
				}
				want -= float64(x.Degree(o)) * float64(x.Size(l)) / e / e
			}
		}
		if got := cluster.Modularity(x, org, letter); math.Abs(got-want) > 1e-12 {
			t.Errorf("seed %d: modularity %v, want %v", seed, got, want)
		}
		_, newman := graphtest.Projection(x)
		strength := make([]float64, len(newman))
		total := 0.
		for a, row := range newman {
			for _, w := range row {
				strength[a] += w
				total += w
			}
		}
		want = 0
		for a, row := range newman {
			for b, w := range row {
				if a == b || org[a] == org[b] && org[a] >= 0 {
					want += w/total - strength[a]*strength[b]/total/total
				}
			}
		}
		if got := cluster.ProjectionModularity(x, org); math.Abs(got-want) > 1e-12 {
			t.Errorf("seed %d: projection modularity %v, want %v", seed, got, want)
		}
	}
}

func TestModularityFollowsRelabelling(t *testing.T) {
	x := graphtest.Random(4, 80, 30, 300, 4)
	p := leiden(t, x, cluster.Options{})
	y, orgPerm, letterPerm := graphtest.Relabel(x, 2)
	org, letter := make([]int32, len(p.Org)), make([]int32, len(p.Letter))
	for o, c := range p.Org {
		org[orgPerm[o]] = c
	}
	for l, c := range p.Letter {
		letter[letterPerm[l]] = c
	}
	if got := cluster.Modularity(y, org, letter); got != p.Modularity {
		t.Errorf("got %v, want the same bits as %v", got, p.Modularity)
	}
	bigger := graphtest.WithIsolates(x, 1, 1)
	if got := leiden(t, bigger, cluster.Options{Starts: 30}).Modularity; math.Abs(got-p.Modularity) > .02 {
		t.Errorf("an isolate moved the modularity from %v to %v", p.Modularity, got)
	}
}

func TestModularityOfNothingIsZero(t *testing.T) {
	x, err := graph.NewIncidence(2, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	if q := cluster.Modularity(x, []int32{0, 0}, []int32{0}); q != 0 {
		t.Errorf("Barber: %v", q)
	}
	if q := cluster.ProjectionModularity(x, []int32{0, 0}); q != 0 {
		t.Errorf("projection: %v", q)
	}
}
