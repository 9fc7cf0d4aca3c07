package cluster_test

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/graph/cluster"
	"undersigned/graph/graphtest"
)

func TestLettersByNumberOfTheClustersSigners(t *testing.T) {
	x := graphtest.Davis()
	p := leiden(t, x, cluster.Options{})
	lists := cluster.Letters(x, p)
	// Cluster 0 is Evelyn to Frances: all six were at E3, which six women attended, and at E5, which eight attended.
	want := []cluster.Backed{{Letter: 2, Signers: 6, Size: 6}, {Letter: 4, Signers: 6, Size: 8}}
	if !slices.Equal(lists[0][:2], want) {
		t.Errorf("got %v", lists[0])
	}
	entries := 0
	for c, list := range lists {
		for _, b := range list {
			signers := int32(0)
			for _, o := range x.SignersOf(int(b.Letter)) {
				if p.Org[o] == int32(c) {
					signers++
				}
			}
			if b.Signers != signers || signers == 0 || int(b.Size) != x.Size(int(b.Letter)) {
				t.Errorf("cluster %d: %+v, but %d signers", c, b, signers)
			}
			entries += int(signers)
		}
	}
	if entries != x.Signatures() {
		t.Errorf("the lists hold %d signatures, the network %d", entries, x.Signatures())
	}
}

func TestStability(t *testing.T) {
	clear := graphtest.Shared(t, "s2k.csv")
	p := leiden(t, clear, cluster.Options{Starts: 1})
	s, err := cluster.Stability(context.Background(), clear, p, 5, cluster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for c, mean := range s.Cluster {
		if mean < .95 {
			t.Errorf("planted cluster %d comes back in %v of runs", c, mean)
		}
	}
	vague := graphtest.WithIsolates(graphtest.Random(9, 60, 60, 150, 1), 1, 0)
	p = leiden(t, vague, cluster.Options{})
	one, err := cluster.Stability(context.Background(), vague, p, 20, cluster.Options{Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	many, err := cluster.Stability(context.Background(), vague, p, 20, cluster.Options{Threads: 4})
	if err != nil || !reflect.DeepEqual(one, many) {
		t.Errorf("threads change the stability (%v)", err)
	}
	lowest := 1.
	for o, share := range one.Org {
		if p.Org[o] < 0 {
			if share != 0 {
				t.Errorf("organization %d is in no cluster and has stability %v", o, share)
			}
			continue
		}
		lowest = min(lowest, share)
		if share < 0 || share > 1 {
			t.Errorf("organization %d: %v", o, share)
		}
	}
	if lowest > .9 {
		t.Errorf("in a network without groups every organization seems stable (lowest %v)", lowest)
	}
	if slices.Max(one.Modularity) > p.Modularity+.05 || len(one.Modularity) != 20 {
		t.Errorf("modularities %v", one.Modularity)
	}
}

func TestSignificance(t *testing.T) {
	grouped := graphtest.Random(1, 80, 40, 400, 4)
	a, err := cluster.Significance(context.Background(), grouped, 19, cluster.Options{Starts: 2})
	if err != nil {
		t.Fatal(err)
	}
	if a.P != .05 || a.Z < 3 || a.Trials != 19 {
		t.Errorf("planted groups: %+v, want p = 1/20 and a large z", a)
	}
	random := graphtest.Random(1, 80, 40, 400, 1)
	b, err := cluster.Significance(context.Background(), random, 39, cluster.Options{Starts: 2})
	if err != nil {
		t.Fatal(err)
	}
	if b.P <= .025 || math.Abs(b.Z) > 3 {
		t.Errorf("no groups: %+v, want nothing remarkable", b)
	}
	again, err := cluster.Significance(context.Background(), random, 39, cluster.Options{Starts: 2, Threads: 5})
	if err != nil || again != b {
		t.Errorf("threads change the answer: %+v and %+v (%v)", b, again, err)
	}
	star, err := graph.NewIncidence(4, 1, []graph.Pair{{Org: 0}, {Org: 1}, {Org: 2}, {Org: 3}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := cluster.Significance(context.Background(), star, 9, cluster.Options{})
	if err != nil || c.P != 1 || c.Z != 0 {
		t.Errorf("a network that cannot be mixed: %+v, %v", c, err)
	}
}
