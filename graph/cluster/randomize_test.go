package cluster

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
)

func TestRandomizeKeepsEveryDegree(t *testing.T) {
	for seed, size := range [][2]int{{40, 20}, {20, 40}, {1, 5}} { // traded by letters, by organizations, not at all
		x := graphtest.Random(uint64(seed), size[0], size[1], 4*size[0], 3)
		y, err := randomize(x, rand.New(rand.NewPCG(1, 2)))
		if err != nil {
			t.Fatal(err)
		}
		for o := range size[0] {
			if x.Degree(o) != y.Degree(o) {
				t.Errorf("%v: organization %d had %d letters, now %d", size, o, x.Degree(o), y.Degree(o))
			}
		}
		for l := range size[1] {
			if x.Size(l) != y.Size(l) {
				t.Errorf("%v: letter %d had %d signers, now %d", size, l, x.Size(l), y.Size(l))
			}
		}
	}
}

// With degrees (1,1,1) and (1,1,1) there are six networks; each must come up about as often.
func TestRandomizeIsUniformOnATinyNetwork(t *testing.T) {
	x, err := graph.NewIncidence(3, 3, []graph.Pair{{Org: 0, Letter: 0}, {Org: 1, Letter: 1}, {Org: 2, Letter: 2}})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	seen := map[string]int{}
	const trials = 6000
	for range trials {
		y, err := randomize(x, random)
		if err != nil {
			t.Fatal(err)
		}
		seen[fmt.Sprint(graphtest.Pairs(y))]++
	}
	if len(seen) != 6 {
		t.Errorf("%d of 6 networks came up", len(seen))
	}
	for network, count := range seen {
		if count < trials/6-150 || count > trials/6+150 { // five standard deviations
			t.Errorf("%s came up %d times of %d", network, count, trials)
		}
	}
}
