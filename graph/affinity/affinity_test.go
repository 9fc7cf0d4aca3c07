package affinity_test

import (
	"cmp"
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/graph/affinity"
	"undersigned/graph/graphtest"
)

const tiny = 1e-12

func ties(t testing.TB, x *graph.Incidence, o affinity.Options) affinity.Result {
	t.Helper()
	r, err := affinity.Ties(context.Background(), x, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Values of networkx 3.6.1 on its davis_southern_women_graph: bipartite.weighted_projected_graph counts the letters of a
// pair, collaboration_weighted_projected_graph sums Newman's weight. That sum is 89/2 exactly, since each of the 89
// attendances gives a woman a total of 1.
func TestDavis(t *testing.T) {
	x := graphtest.Davis()
	r := ties(t, x, affinity.Options{Keep: 1000})
	if r.Count != 139 || len(r.Ties) != 139 {
		t.Errorf("got %d ties, kept %d; want 139", r.Count, len(r.Ties))
	}
	letters, newman := int32(0), 0.
	for _, tie := range r.Ties {
		letters += tie.Letters
		newman += tie.Newman
	}
	if letters != 322 || math.Abs(newman-44.5) > 1e-9 || affinity.Total(x) != 44.5 {
		t.Errorf("got %d shared letters, Newman %v and total %v; want 322, 44.5, 44.5", letters, newman, affinity.Total(x))
	}
	for _, c := range []struct {
		a, b    int32
		letters int
		newman  float64
	}{{0, 2, 7, 1.486880}, {11, 12, 6, 1.617832}} {
		shared, newman := affinity.Pair(x, c.b, c.a)
		if len(shared) != c.letters || math.Abs(newman-c.newman) > 5e-7 {
			t.Errorf("%d-%d: got %d letters, Newman %v; want %d, %v", c.a, c.b, len(shared), newman, c.letters, c.newman)
		}
	}
	if shared, newman := affinity.Pair(x, 3, 3); shared != nil || newman != 0 {
		t.Errorf("a tie with itself: %v, %v", shared, newman)
	}
}

func TestKarateHasOneTieEachLetter(t *testing.T) {
	r := ties(t, graphtest.Karate(), affinity.Options{Keep: 100})
	for _, tie := range r.Ties {
		if tie.Letters != 1 || tie.Newman != 1 {
			t.Errorf("%+v: want one letter of weight 1", tie)
		}
	}
	if r.Count != 78 || len(r.Ties) != 78 {
		t.Errorf("got %d ties, want 78", r.Count)
	}
}

// Every answer is compared with the projection spelled out.
func TestAgainstTheProjection(t *testing.T) {
	for seed := range uint64(20) {
		x := graphtest.WithIsolates(graphtest.Random(seed, 90, 40, 400, 4), 2, 2)
		letters, newman := graphtest.Projection(x)
		for _, least := range []int{0, 1, 3} {
			var want []affinity.Tie
			for a := range letters {
				for b := a + 1; b < len(letters); b++ {
					if letters[a][b] >= int32(max(1, least)) {
						want = append(want, affinity.Tie{A: int32(a), B: int32(b), Letters: letters[a][b], Newman: newman[a][b]})
					}
				}
			}
			slices.SortFunc(want, affinity.Compare)
			for _, keep := range []int{0, 1, 50, 1 << 30} {
				r := ties(t, x, affinity.Options{Keep: keep, MinLetters: least, Threads: 3})
				if r.Count != int64(len(want)) || !slices.Equal(r.Ties, want[:min(keep, len(want))]) {
					t.Fatalf("seed %d, least %d, keep %d: got %d ties, want %d, or their order differs", seed, least, keep, r.Count, len(want))
				}
			}
		}
		strengths := affinity.Strengths(x)
		for o := range strengths {
			near := affinity.Neighbours(x, int32(o))
			sum := 0.
			for _, tie := range near {
				b := tie.Other(int32(o))
				if tie.Letters != letters[o][b] || math.Abs(tie.Newman-newman[o][b]) > tiny || tie.A >= tie.B {
					t.Fatalf("seed %d: neighbour %+v of %d", seed, tie, o)
				}
				sum += tie.Newman
			}
			if math.Abs(sum-strengths[o]) > tiny*100 {
				t.Errorf("seed %d: ties of %d sum to %v, its strength is %v", seed, o, sum, strengths[o])
			}
			if !slices.IsSortedFunc(near, affinity.Compare) || near == nil {
				t.Errorf("seed %d: neighbours of %d are not strongest first", seed, o)
			}
		}
	}
}

func TestThreadsDoNotMatter(t *testing.T) {
	x := graphtest.Random(1, 700, 90, 4000, 6)
	want := ties(t, x, affinity.Options{Keep: 500, Threads: 1})
	for _, threads := range []int{2, 5, 64} {
		if got := ties(t, x, affinity.Options{Keep: 500, Threads: threads}); !reflect.DeepEqual(got, want) {
			t.Errorf("%d threads give another answer than one", threads)
		}
	}
}

func TestRelabelling(t *testing.T) {
	x := graphtest.Random(2, 80, 40, 400, 4)
	y, org, _ := graphtest.Relabel(x, 9)
	before, after := ties(t, x, affinity.Options{Keep: 1e6}).Ties, ties(t, y, affinity.Options{Keep: 1e6}).Ties
	for i, tie := range before {
		a, b := org[tie.A], org[tie.B]
		before[i].A, before[i].B = min(a, b), max(a, b)
	}
	byEnds := func(s, t affinity.Tie) int { return cmp.Or(cmp.Compare(s.A, t.A), cmp.Compare(s.B, t.B)) }
	slices.SortFunc(before, byEnds)
	slices.SortFunc(after, byEnds)
	if len(before) != len(after) {
		t.Fatalf("%d ties became %d", len(before), len(after))
	}
	for i := range before {
		s, u := before[i], after[i]
		if byEnds(s, u) != 0 || s.Letters != u.Letters || math.Abs(s.Newman-u.Newman) > tiny {
			t.Errorf("%+v became %+v", s, u)
		}
	}
}

func TestNothingToTie(t *testing.T) {
	empty, err := graph.NewIncidence(0, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := graph.NewIncidence(2, 2, []graph.Pair{{Org: 0, Letter: 1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []*graph.Incidence{empty, alone} {
		if r := ties(t, x, affinity.Options{Keep: 5}); r.Count != 0 || len(r.Ties) != 0 || affinity.Total(x) != 0 {
			t.Errorf("got %+v, total %v", r, affinity.Total(x))
		}
	}
	if near := affinity.Neighbours(alone, 0); near == nil || len(near) != 0 {
		t.Errorf("got %v", near)
	}
}

func TestRefusals(t *testing.T) {
	if _, err := affinity.Ties(context.Background(), graphtest.Davis(), affinity.Options{Keep: -1}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a negative number to keep: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := affinity.Ties(ctx, graphtest.Davis(), affinity.Options{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a cancelled context: %v", err)
	}
}

// The number of distinct pairs is that of a Python set of the pairs of each letter.
func TestS10k(t *testing.T) {
	x := graphtest.Shared(t, "s10k.csv.gz")
	if r := ties(t, x, affinity.Options{Keep: 20000}); r.Count != 6035151 || len(r.Ties) != 20000 {
		t.Errorf("got %d ties, kept %d; want 6035151 and 20000", r.Count, len(r.Ties))
	}
}

func BenchmarkTies(b *testing.B) {
	for _, name := range []string{"s2k.csv", "s10k.csv.gz"} {
		b.Run(name, func(b *testing.B) {
			x := graphtest.Shared(b, name)
			b.ReportAllocs()
			for b.Loop() {
				ties(b, x, affinity.Options{Keep: 20000, Threads: 1})
			}
		})
	}
}
