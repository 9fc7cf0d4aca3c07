package graph_test

import (
	"slices"
	"testing"

	"undersigned/graph"
)

func TestIncidenceBothSidesAgree(t *testing.T) {
	pairs := []graph.Pair{{2, 1}, {0, 0}, {2, 0}, {0, 0}, {1, 3}}
	x, err := graph.NewIncidence(4, 4, pairs)
	if err != nil {
		t.Fatal(err)
	}
	if x.Organizations() != 4 || x.Letters() != 4 || x.Signatures() != 4 {
		t.Fatalf("got %d organizations, %d letters, %d signatures; want 4, 4, 4 (a repeated pair counts once)", x.Organizations(), x.Letters(), x.Signatures())
	}
	for o, want := range [][]int32{{0}, {3}, {0, 1}, {}} {
		if got := x.LettersOf(o); !slices.Equal(got, want) || x.Degree(o) != len(want) {
			t.Errorf("letters of %d: got %v, want %v", o, got, want)
		}
	}
	for l, want := range [][]int32{{0, 2}, {2}, {}, {1}} {
		if got := x.SignersOf(l); !slices.Equal(got, want) || x.Size(l) != len(want) {
			t.Errorf("signers of %d: got %v, want %v", l, got, want)
		}
	}
	if !x.Signed(2, 1) || x.Signed(1, 1) {
		t.Error("Signed disagrees with the rows")
	}
}

func TestIncidenceRefusesPositionsOutside(t *testing.T) {
	for _, p := range []graph.Pair{{-1, 0}, {2, 0}, {0, 1}, {0, -1}} {
		if _, err := graph.NewIncidence(2, 1, []graph.Pair{p}); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%v: got %v, want an invalid error", p, err)
		}
	}
}
