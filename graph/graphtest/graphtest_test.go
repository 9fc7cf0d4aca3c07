package graphtest_test

import (
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
)

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name                        string
		x                           *graph.Incidence
		orgs, letters, signs, edges int
	}{
		{"davis", graphtest.Davis(), 18, 14, 89, 139},
		{"karate", graphtest.Karate(), 34, 78, 156, 78},
	} {
		if c.x.Organizations() != c.orgs || c.x.Letters() != c.letters || c.x.Signatures() != c.signs {
			t.Errorf("%s: got %d x %d with %d signatures", c.name, c.x.Organizations(), c.x.Letters(), c.x.Signatures())
		}
		shared, _ := graphtest.Projection(c.x)
		edges := 0
		for a := range shared {
			for b := range a {
				if shared[a][b] > 0 {
					edges++
				}
			}
		}
		if edges != c.edges {
			t.Errorf("%s: the projection has %d edges, want %d", c.name, edges, c.edges)
		}
	}
	if names := graphtest.DavisNames(); len(names) != 18 || names[0] != "Evelyn" || names[17] != "Flora" {
		t.Errorf("names: %v", names)
	}
}

func TestDavisEqualsTheSharedFile(t *testing.T) {
	if got, want := graphtest.Pairs(graphtest.Davis()), graphtest.Pairs(graphtest.Shared(t, "davis.csv")); len(got) != len(want) {
		t.Errorf("the literal has %d attendances, the file %d", len(got), len(want))
	}
	x, y := graphtest.Davis(), graphtest.Shared(t, "davis.csv")
	for o := range x.Organizations() { // the file lists women in the same order, events in order of first attendance
		if x.Degree(o) != y.Degree(o) {
			t.Errorf("woman %d: %d events in the literal, %d in the file", o, x.Degree(o), y.Degree(o))
		}
	}
}

func TestRandomIsReproducibleAndExact(t *testing.T) {
	x := graphtest.Random(7, 60, 40, 300, 4)
	if x.Signatures() != 300 {
		t.Errorf("got %d signatures, want 300", x.Signatures())
	}
	if !slices.Equal(graphtest.Pairs(x), graphtest.Pairs(graphtest.Random(7, 60, 40, 300, 4))) {
		t.Error("the same seed gave another network")
	}
	if slices.Equal(graphtest.Pairs(x), graphtest.Pairs(graphtest.Random(8, 60, 40, 300, 4))) {
		t.Error("another seed gave the same network")
	}
	if got := graphtest.Random(1, 3, 4, 100, 2).Signatures(); got != 12 {
		t.Errorf("a request for more than all pairs gave %d signatures, want 12", got)
	}
}

func TestRelabelKeepsEverySignature(t *testing.T) {
	x := graphtest.Random(3, 30, 20, 120, 3)
	y, orgPerm, letterPerm := graphtest.Relabel(x, 5)
	for _, p := range graphtest.Pairs(x) {
		if !y.Signed(int(orgPerm[p.Org]), int(letterPerm[p.Letter])) {
			t.Fatalf("signature %v was lost", p)
		}
	}
	if y.Signatures() != x.Signatures() {
		t.Errorf("got %d signatures, want %d", y.Signatures(), x.Signatures())
	}
}

func TestSharedNetworks(t *testing.T) {
	for name, want := range map[string][3]int{
		"s2k.csv":       {2000, 500, 20000},
		"s10k.csv.gz":   {10000, 1000, 100000},
		"senate115.csv": {110, 3874, 0}, // signatures not stated by the source
	} {
		t.Run(name, func(t *testing.T) {
			x := graphtest.Shared(t, name)
			if x.Organizations() != want[0] || x.Letters() != want[1] || want[2] > 0 && x.Signatures() != want[2] {
				t.Errorf("got %d x %d with %d signatures", x.Organizations(), x.Letters(), x.Signatures())
			}
		})
	}
}

// verdict records how a test would have ended instead of ending it.
type verdict struct {
	testing.TB
	said string
}

func (v *verdict) Helper()               {}
func (v *verdict) Skipf(string, ...any)  { v.said = "skip"; panic(v) }
func (v *verdict) Fatalf(string, ...any) { v.said = "fail"; panic(v) }

func TestMissingFileSkipsHereAndFailsInCI(t *testing.T) {
	for ci, want := range map[string]string{"": "skip", "true": "fail"} {
		t.Setenv("CI", ci)
		v := &verdict{TB: t}
		func() {
			defer func() { _ = recover() }()
			graphtest.Shared(v, "no-such-file.csv")
		}()
		if v.said != want {
			t.Errorf("CI=%q: got %q, want %q", ci, v.said, want)
		}
	}
}
