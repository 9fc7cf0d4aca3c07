package names_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/names"
)

// joined returns the joins of names as "A = B: rule".
func joined(t testing.TB, list []string) []string {
	t.Helper()
	c := names.NewCorpus(list)
	found, err := c.Joins(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(found))
	for i, j := range found {
		a, b := list[j.A], list[j.B]
		out[i] = min(a, b) + " = " + max(a, b) + ": " + j.Rule.ID
	}
	return out
}

func TestJoins(t *testing.T) {
	list := []string{
		"Harbour Club", "HARBOUR CLUB", "Harbour Club, Inc.", "The Harbour Club", "Harbor Club", "Harbour Club of Norway", "Harbour Clubs Union",
		"FAIR", "Fair", "Tide Watch", "TideWatch", "Tide Watch (TWA)", "TWA",
		"Alliance of Lantern Keepers and Builders", "Alliance of Lantern Kepers and Builders", "Lantern Foundation", "Lantern Foundation Education Fund",
		"Meadow 1", "Meadow 2", "Lantern Local A", "Lantern Local E", "LANTERN LOCAL D", "FAIR", "…", "",
	}
	want := []string{
		"HARBOUR CLUB = Harbour Club: fold",
		"Tide Watch = TideWatch: fold",
		"HARBOUR CLUB = Harbor Club: spelling",
		"HARBOUR CLUB = Harbour Club, Inc.: legal-form",
		"HARBOUR CLUB = The Harbour Club: legal-form",
		"Tide Watch = Tide Watch (TWA): acronym-beside",
		"TWA = Tide Watch (TWA): acronym",
		"Alliance of Lantern Kepers and Builders = Alliance of Lantern Keepers and Builders: letter",
	}
	sorted := func(list []string) []string { list = slices.Clone(list); slices.Sort(list); return list }
	for i := range want {
		pair, rule, _ := strings.Cut(want[i], ": ")
		a, b, _ := strings.Cut(pair, " = ")
		want[i] = min(a, b) + " = " + max(a, b) + ": " + rule
	}
	got := joined(t, list)
	if !slices.Equal(sorted(got), sorted(want)) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		mixed := slices.Clone(list)
		r.Shuffle(len(mixed), func(i, k int) { mixed[i], mixed[k] = mixed[k], mixed[i] })
		if again := joined(t, mixed); !slices.Equal(again, got) {
			t.Fatalf("in another order\n%s", strings.Join(again, "\n"))
		}
	}
}

// TestJoinsFindWhatTheRulesSay: the keys miss no pair of names that a rule joins, but for words that many names vary.
func TestJoinsFindWhatTheRulesSay(t *testing.T) {
	list := towns(200)
	list = append(list, "Tidal Press", "Tidal Press (TP)", "Die Laterne e.V.", "Laterne", "Tidal Centre for Programmes", "Tidal Center for Programs", "Union Ouvrière / Workers Union", "Workers Union", "Copper Orchard Teachers", "Copper Orchard Teechers")
	slices.Sort(list)
	list = slices.Compact(list)
	c := names.NewCorpus(list)
	found, err := c.Joins(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	group := make([]int, len(list))
	for i := range group {
		group[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if group[i] != i {
			return root(group[i])
		}
		return i
	}
	for _, j := range found {
		group[root(int(j.A))] = root(int(j.B))
	}
	for i := range list {
		for k := range i {
			if r := c.Compare(c.Of(k), c.Of(i)); r.Rule != "" && r.Rule != "letter" && root(i) != root(k) {
				t.Errorf("%s | %s: the same by %q, and not joined", list[k], list[i], r.Rule)
			}
		}
	}
}

func TestJoinsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := names.NewCorpus(towns(50))
	cancel()
	if _, err := c.Joins(ctx, nil); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("stopped: %v", err)
	}
}

// BenchmarkJoins finds what the rules join among 100,000 names.
func BenchmarkJoins(b *testing.B) {
	all := towns(100_000)
	b.ResetTimer()
	for range b.N {
		if _, err := names.NewCorpus(all).Joins(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
