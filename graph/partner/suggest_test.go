package partner_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/graph/partner"
)

type ranking func(*graph.Incidence, partner.Query) ([]partner.Suggestion, error)

func suggest(t testing.TB, f ranking, x *graph.Incidence, q partner.Query) []partner.Suggestion {
	t.Helper()
	got, err := f(x, q)
	if err != nil || got == nil {
		t.Fatalf("%v, %v", got, err)
	}
	return got
}

func weights(seed uint64, letters int) []float64 {
	r := rand.New(rand.NewPCG(seed, 3))
	w := make([]float64, letters)
	for l := range w {
		w[l] = float64(r.IntN(3))
	}
	return w
}

// oracle spells the formula of the package comment out, organization by organization.
func oracle(x *graph.Incidence, q partner.Query, beta float64) map[int32]float64 {
	scores := map[int32]float64{}
	for j := range int32(x.Organizations()) {
		if slices.Contains(q.Seeds, j) {
			continue
		}
		for _, l := range x.LettersOf(int(j)) {
			t := 0.
			for _, s := range q.Seeds {
				if x.Signed(int(s), int(l)) {
					t += 1 / float64(x.Degree(int(s)))
				}
			}
			if q.Weights != nil {
				t *= q.Weights[l]
			}
			scores[j] += t / float64(x.Size(int(l))) / math.Pow(float64(x.Degree(int(j))), beta)
		}
	}
	return scores
}

func TestScoresFollowTheFormulaAndSplitExactly(t *testing.T) {
	for seed := range uint64(30) {
		x := graphtest.Random(seed, 80, 40, 400, 3)
		q := partner.Query{Seeds: []int32{int32(seed), int32(seed) + 20, int32(seed) + 40}}
		if seed%2 == 1 {
			q.Weights = weights(seed, x.Letters())
		}
		beta := partner.DefaultBeta
		if seed%3 == 2 {
			q.Beta, beta = partner.NoBeta, 0
		}
		want := oracle(x, q, beta)
		got := suggest(t, partner.Suggest, x, q)
		for i, s := range got {
			if math.Abs(s.Score-want[s.Org]) > 1e-12 || s.New || len(s.Via) > 0 {
				t.Fatalf("seed %d: %+v, want score %v", seed, s, want[s.Org])
			}
			if i > 0 && (got[i-1].Score < s.Score || got[i-1].Score == s.Score && got[i-1].Org > s.Org) {
				t.Fatalf("out of order at %d", i)
			}
			delete(want, s.Org)
			checkSplit(t, x, q, s)
		}
		for o, score := range want {
			if score > 0 {
				t.Fatalf("seed %d: organization %d with score %v is missing", seed, o, score)
			}
		}
		for _, s := range suggest(t, partner.SuggestNew, x, q) {
			checkSplit(t, x, q, s)
		}
	}
}

func checkSplit(t *testing.T, x *graph.Incidence, q partner.Query, s partner.Suggestion) {
	t.Helper()
	letters, others := 0., 0.
	for i, l := range s.Letters {
		letters += l.Share
		if l.Share <= 0 || i > 0 && s.Letters[i-1].Share < l.Share || !x.Signed(int(s.Org), int(l.Letter)) {
			t.Fatalf("letters of %+v", s)
		}
	}
	for _, v := range s.Seeds {
		others += v.Share
		if v.Share <= 0 || !slices.Contains(q.Seeds, v.Seed) {
			t.Fatalf("seeds of %+v", s)
		}
	}
	for _, v := range s.Via {
		others += v.Share
		if v.Share <= 0 || slices.Contains(q.Seeds, v.Org) {
			t.Fatalf("partners of %+v", s)
		}
	}
	if math.Abs(letters-s.Score) > 1e-12 || math.Abs(others-s.Score) > 1e-12 {
		t.Fatalf("shares add up to %v and %v, the score is %v", letters, others, s.Score)
	}
}

func TestNewOnesNeverSignedWithASeedButWithAPartner(t *testing.T) {
	found := 0
	for seed := range uint64(10) {
		x := graphtest.Random(seed, 200, 90, 500, 5)
		q := partner.Query{Seeds: []int32{int32(seed), int32(seed) + 50}}
		partners := map[int32]bool{}
		for _, s := range suggest(t, partner.Suggest, x, q) {
			partners[s.Org] = true
		}
		got := suggest(t, partner.SuggestNew, x, q)
		found += len(got)
		for _, s := range got {
			if !s.New || partners[s.Org] || slices.Contains(q.Seeds, s.Org) || len(s.Seeds) > 0 {
				t.Fatalf("%+v signed with a seed", s)
			}
			for _, v := range s.Via {
				if !partners[v.Org] {
					t.Fatalf("%d is no partner of the seeds", v.Org)
				}
			}
		}
	}
	if found == 0 {
		t.Fatal("nobody new was ever suggested")
	}
}

// Seed 0 signs letter 0 with 1 and 2; 1 signs letter 1 with 3; 3 signs letter 2 with 4. By hand: t_0 = 1/3, organization
// 1 (two letters) holds 1/3, sends half of it to letter 1, of which 3 gets half: 1/12, over 2^.3.
func TestByHand(t *testing.T) {
	x, err := graph.NewIncidence(6, 3, []graph.Pair{{Org: 0, Letter: 0}, {Org: 1, Letter: 0}, {Org: 2, Letter: 0}, {Org: 1, Letter: 1}, {Org: 3, Letter: 1}, {Org: 3, Letter: 2}, {Org: 4, Letter: 2}})
	if err != nil {
		t.Fatal(err)
	}
	q := partner.Query{Seeds: []int32{0, 0}}
	got := suggest(t, partner.Suggest, x, q)
	if len(got) != 2 || got[0].Org != 2 || got[1].Org != 1 || got[0].Score != 1./3 || math.Abs(got[1].Score-1/(3*math.Pow(2, .3))) > 1e-15 {
		t.Errorf("known: %+v", got)
	}
	fresh := suggest(t, partner.SuggestNew, x, q)
	if len(fresh) != 1 || fresh[0].Org != 3 || math.Abs(fresh[0].Score-1/(12*math.Pow(2, .3))) > 1e-15 ||
		len(fresh[0].Letters) != 1 || fresh[0].Letters[0].Letter != 1 || len(fresh[0].Via) != 1 || fresh[0].Via[0].Org != 1 {
		t.Errorf("new: %+v", fresh)
	}
	q.Exclude = func(o int32) bool { return o == 1 || o == 3 }
	if got := suggest(t, partner.Suggest, x, q); len(got) != 1 || got[0].Org != 2 {
		t.Errorf("excluded ones are suggested: %+v", got)
	}
	if got := suggest(t, partner.SuggestNew, x, q); len(got) != 0 {
		t.Errorf("excluded ones are suggested as new: %+v", got)
	}
}

func TestNoAnswers(t *testing.T) {
	x := graphtest.WithIsolates(graphtest.Davis(), 1, 1)
	for _, f := range []ranking{partner.Suggest, partner.SuggestNew} {
		if got := suggest(t, f, x, partner.Query{Seeds: []int32{18}}); len(got) != 0 {
			t.Errorf("a seed without letters has partners: %v", got)
		}
		for code, q := range map[graph.Code]partner.Query{
			graph.Invalid:  {},
			graph.NotFound: {Seeds: []int32{19}},
		} {
			if _, err := f(x, q); graph.CodeOf(err) != code || graph.MessageOf(err) == "" {
				t.Errorf("%+v: %v, want %s", q, err, code)
			}
		}
		for _, q := range []partner.Query{{Seeds: []int32{0}, Weights: []float64{1}}, {Seeds: []int32{0}, Weights: append(make([]float64, 14), math.NaN())},
			{Seeds: []int32{0}, Weights: append(make([]float64, 14), -1)}, {Seeds: []int32{0}, Beta: math.NaN()}} {
			if _, err := f(x, q); graph.CodeOf(err) != graph.Invalid {
				t.Errorf("%+v: %v", q, err)
			}
		}
	}
	if _, err := partner.Popularity(x, partner.Query{Seeds: []int32{-1}}); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("unknown seed: %v", err)
	}
}

func TestRelabellingFollows(t *testing.T) {
	x := graphtest.Random(5, 120, 50, 700, 4)
	y, org, letter := graphtest.Relabel(x, 9)
	a := suggest(t, partner.Suggest, x, partner.Query{Seeds: []int32{3, 4}})
	b := suggest(t, partner.Suggest, y, partner.Query{Seeds: []int32{org[3], org[4]}})
	there := map[int32]partner.Suggestion{}
	for _, s := range b {
		there[s.Org] = s
	}
	for _, s := range a {
		m := there[org[s.Org]]
		if math.Abs(m.Score-s.Score) > 1e-14 || len(m.Letters) != len(s.Letters) || len(m.Seeds) != len(s.Seeds) {
			t.Fatalf("%+v became %+v", s, m)
		}
		for _, l := range s.Letters {
			if !slices.ContainsFunc(m.Letters, func(k partner.LetterShare) bool {
				return k.Letter == letter[l.Letter] && math.Abs(k.Share-l.Share) < 1e-14
			}) {
				t.Fatalf("letter %d of %+v is not in %+v", l.Letter, s, m)
			}
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%d suggestions became %d", len(a), len(b))
	}
}

func TestLimitKeepsTheBest(t *testing.T) {
	x := graphtest.Random(2, 150, 60, 900, 4)
	for _, f := range []ranking{partner.Suggest, partner.SuggestNew, partner.Popularity} {
		all := suggest(t, f, x, partner.Query{Seeds: []int32{140}})
		if len(all) < 6 {
			t.Fatalf("only %d suggestions", len(all))
		}
		if got := suggest(t, f, x, partner.Query{Seeds: []int32{140}, Limit: 5}); !reflect.DeepEqual(got, all[:5]) {
			t.Errorf("the first five differ: %v", got)
		}
	}
}

func TestPopularityIsByLetters(t *testing.T) {
	got := suggest(t, partner.Popularity, graphtest.Davis(), partner.Query{Seeds: []int32{0}, Limit: 3})
	var orgs []int32
	for _, s := range got {
		orgs = append(orgs, s.Org)
	}
	if want := []int32{2, 13, 1}; !reflect.DeepEqual(orgs, want) || got[0].Score != 8 {
		t.Errorf("got %v, want Theresa, Nora (8 each), Laura (7, first of four)", orgs)
	}
}

func TestEveryThirdPlaceIsForSomebodyNew(t *testing.T) {
	list := func(from, n int) []partner.Suggestion {
		out := make([]partner.Suggestion, n)
		for i := range out {
			out[i].Org = int32(from + i)
		}
		return out
	}
	for _, c := range []struct {
		known, fresh, limit int
		want                []int32
	}{
		{4, 2, 0, []int32{0, 1, 100, 2, 3, 101}},
		{9, 1, 6, []int32{0, 1, 100, 2, 3, 4}},
		{1, 3, 0, []int32{0, 100, 101, 102}},
		{2, 0, 10, []int32{0, 1}},
		{0, 2, 1, []int32{100}},
		{0, 0, 5, []int32{}},
	} {
		got := []int32{}
		for _, s := range partner.Interleave(list(0, c.known), list(100, c.fresh), c.limit) {
			got = append(got, s.Org)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

func benchmark(b *testing.B, f ranking, name string) {
	x := graphtest.Shared(b, name)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		suggest(b, f, x, partner.Query{Seeds: []int32{int32(i % 100), int32(i%100) + 500}, Limit: 30})
	}
}

func BenchmarkSuggestS2k(b *testing.B)     { benchmark(b, partner.Suggest, "s2k.csv") }
func BenchmarkSuggestS10k(b *testing.B)    { benchmark(b, partner.Suggest, "s10k.csv.gz") }
func BenchmarkSuggestNewS2k(b *testing.B)  { benchmark(b, partner.SuggestNew, "s2k.csv") }
func BenchmarkSuggestNewS10k(b *testing.B) { benchmark(b, partner.SuggestNew, "s10k.csv.gz") }
