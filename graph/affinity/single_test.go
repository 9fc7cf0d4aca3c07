package affinity_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/graph/affinity"
)

// naive counts every pair of every letter.
func naive(x *graph.Incidence, sizes []int, least, keep int) (count int64, ties []affinity.Tie) {
	found := map[[2]int32]*affinity.Tie{}
	for l := range x.Letters() {
		signers := x.SignersOf(l)
		for i, a := range signers {
			for _, b := range signers[i+1:] {
				t := found[[2]int32{a, b}]
				if t == nil {
					t = &affinity.Tie{A: a, B: b}
					found[[2]int32{a, b}] = t
				}
				t.Letters++
				t.Newman += 1 / float64(sizes[l]-1)
			}
		}
	}
	for _, t := range found {
		if int(t.Letters) >= least {
			ties = append(ties, *t)
		}
	}
	slices.SortFunc(ties, affinity.Compare)
	return int64(len(ties)), ties[:min(len(ties), keep)]
}

// TestSinglesAreCountedAtOnce: organizations that signed one letter give the same ties, counted and kept, as if every pair were walked.
func TestSinglesAreCountedAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for try := range 400 {
		n, m := 1+r.IntN(30), 1+r.IntN(8)
		var pairs []graph.Pair
		for o := range n {
			for range 1 + r.IntN(1+r.IntN(3)) {
				pairs = append(pairs, graph.Pair{Org: int32(o), Letter: int32(r.IntN(m))})
			}
		}
		x, err := graph.NewIncidence(n, m, pairs)
		if err != nil {
			t.Fatal(err)
		}
		sizes := make([]int, m)
		for l := range sizes {
			sizes[l] = max(2, x.Size(l)+r.IntN(2)*try%3)
		}
		for _, least := range []int{0, 1, 2} {
			for _, keep := range []int{0, 1, 3, 10, 1000} {
				count, want := naive(x, sizes, least, keep)
				got, err := affinity.Ties(t.Context(), x, affinity.Options{Keep: keep, MinLetters: least, Sizes: sizes})
				if err != nil || got.Count != count || !slices.Equal(got.Ties, want) && len(got.Ties)+len(want) > 0 {
					t.Fatalf("least %d, keep %d: %d ties %v, want %d %v (%v)", least, keep, got.Count, got.Ties, count, want, err)
				}
			}
		}
	}
}

// TestLetterOfFiftyThousand: work grows with signatures, not with the billion pairs of one letter.
func TestLetterOfFiftyThousand(t *testing.T) {
	const k = 50_000
	pairs := make([]graph.Pair, 0, k+10)
	for o := range k {
		pairs = append(pairs, graph.Pair{Org: int32(o)})
	}
	for o := range 10 {
		pairs = append(pairs, graph.Pair{Org: int32(o), Letter: 1})
	}
	x, err := graph.NewIncidence(k, 2, pairs)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second) // walked pair by pair it took longer than requests may
	defer cancel()
	r, err := affinity.Ties(ctx, x, affinity.Options{Keep: 100_000})
	if err != nil || r.Count != int64(k)*(k-1)/2 || len(r.Ties) != 100_000 || r.Ties[0].Letters != 2 || r.Ties[44].Letters != 2 || r.Ties[45].Letters != 1 {
		t.Errorf("%d ties, %d kept (%v)", r.Count, len(r.Ties), err)
	}
}

func BenchmarkLetterOfFiftyThousand(b *testing.B) {
	const k = 50_000
	pairs := make([]graph.Pair, k)
	for o := range pairs {
		pairs[o] = graph.Pair{Org: int32(o)}
	}
	x, err := graph.NewIncidence(k, 1, pairs)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := affinity.Ties(b.Context(), x, affinity.Options{Keep: 1_000_000}); err != nil {
			b.Fatal(err)
		}
	}
}
