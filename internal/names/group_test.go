package names_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/names"
)

// TestNoChains: a group holds no pair that is different, though each is joined with one between.
func TestNoChains(t *testing.T) {
	all := []string{"Tide Watch (TW)", "Tide Watch", "TIDE WATCH", "Tide Watch (Tidal Workers)", "Lantern Works Ltd", "Lantern Works", "Lantern Works GmbH"}
	c := names.NewCorpus(all)
	groups, err := c.Groups(context.Background(), names.AtRule)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		for k := range i {
			if r := c.Compare(c.Of(i), c.Of(k)); groups[i] == groups[k] && r.Verdict == names.Different {
				t.Errorf("%s and %s are in one group and different: %v", all[i], all[k], r)
			}
		}
	}
	if groups[0] != groups[1] || groups[1] != groups[2] {
		t.Errorf("spellings of one name are in groups %v", groups[:3])
	}
}

// TestGroupsInAnyOrder: the order of rows changes nothing but the numbers.
func TestGroupsInAnyOrder(t *testing.T) {
	all := towns(400)
	want := together(t, all, names.AtLikely)
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		shuffled := slices.Clone(all)
		r.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		if got := together(t, shuffled, names.AtLikely); !slices.Equal(got, want) {
			t.Fatalf("groups depend on the order of rows:\n%v\n%v", want, got)
		}
	}
}

// together returns each group as its sorted names.
func together(t *testing.T, all []string, level names.Level) []string {
	t.Helper()
	groups, err := names.NewCorpus(all).Groups(context.Background(), level)
	if err != nil {
		t.Fatal(err)
	}
	of := map[int][]string{}
	for i, g := range groups {
		of[g] = append(of[g], all[i])
	}
	var list []string
	for _, g := range of {
		slices.Sort(g)
		list = append(list, fmt.Sprint(slices.Compact(g)))
	}
	slices.Sort(list)
	return list
}

// TestPairsAreAllPairs: on a small corpus the index misses no pair that a comparison of all with all calls the same.
func TestPairsAreAllPairs(t *testing.T) {
	all := towns(250)
	c := names.NewCorpus(all)
	pairs, err := c.Pairs(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	found := map[[2]int32]bool{}
	for _, p := range pairs {
		found[[2]int32{p.A, p.B}] = true
	}
	missed, same := 0, 0
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			if r := c.Compare(c.Of(i), c.Of(k)); r.Verdict == names.Same {
				if same++; !found[[2]int32{int32(i), int32(k)}] {
					missed++
					t.Errorf("missed: %s | %s (%s)", all[i], all[k], r.Rule)
				}
			}
		}
	}
	if same == 0 {
		t.Error("no pair is the same: the test shows nothing")
	}
}

func TestGroupsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := names.NewCorpus(towns(50)).Groups(ctx, names.AtLikely); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a stopped grouping says %v", err)
	}
	if _, err := names.NewCorpus(towns(5)).Groups(context.Background(), "sure"); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("an unknown level says %v", err)
	}
}

var (
	heads  = []string{"Association", "Network", "Friends", "Union", "Alliance", "Committee", "Society", "Forum"}
	whom   = []string{"Tidal", "Lantern", "Harbour", "Orchard", "Meadow", "River", "Granite", "Heron", "Juniper", "Copper", "Willow", "Falcon"}
	what   = []string{"Workers", "Growers", "Teachers", "Keepers", "Builders", "Readers", "Singers", "Nurses"}
	where  = []string{"Norwick", "Estbury", "Sandholm", "Vellmar", "Quillan", "Torrano", "Ylvik", "Drumore", "Kaskade", "Belmonte"}
	spells = []func(string) string{
		func(s string) string { return s }, func(s string) string { return "The " + s }, func(s string) string { return s + ", Inc." },
		func(s string) string { return s + " e.V." },
	}
)

// towns makes names of organizations, some of them spelt in several ways.
func towns(n int) []string {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var all []string
	for len(all) < n {
		name := fmt.Sprintf("%s %s %s of %s%s", pick(whom), pick(what), pick(heads), pick(where), syllables(r))
		for range 1 + r.IntN(2) {
			all = append(all, spells[r.IntN(len(spells))](name))
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(n, len(all))]
}

func syllables(r *rand.Rand) string {
	s := ""
	for range 1 + r.IntN(2) {
		s += string("bdfgklmnprstv"[r.IntN(13)]) + string("aeiou"[r.IntN(5)])
	}
	return s
}

// BenchmarkPairs compares 100,000 names: at most 60 s of one core and 1 GB.
func BenchmarkPairs(b *testing.B) {
	all := towns(100_000)
	b.ResetTimer()
	for range b.N {
		if _, err := names.NewCorpus(all).Pairs(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
