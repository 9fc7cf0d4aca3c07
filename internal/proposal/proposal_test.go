package proposal_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/names"
	"undersigned/internal/proposal"
)

// letter makes a letter; a signatory is written "name", "name (country)" or "name (country): note".
func letter(id string, targets []string, signatories ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: id, Documents: []graph.Document{{ID: "d"}}}
	for _, t := range targets {
		l.Targets = append(l.Targets, graph.TargetRef{Name: t})
	}
	for _, s := range signatories {
		s, note, _ := strings.Cut(s, ": ")
		name, country, _ := strings.Cut(strings.TrimSuffix(s, ")"), " (")
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Country: country, Note: note,
			Evidence: []graph.Evidence{{Document: "d", Text: s}}})
	}
	return l
}

func network(t testing.TB, profiles []graph.Profile, letters ...graph.Letter) *graph.Network {
	t.Helper()
	n, err := graph.NewNetwork(graph.Data{Letters: letters, Profiles: profiles})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func profile(name string, ids ...string) graph.Profile {
	p := graph.Profile{Of: graph.NameRef{Name: name}, ExternalIDs: map[string]string{}}
	for i := 0; i < len(ids); i += 2 {
		p.ExternalIDs[ids[i]] = ids[i+1]
	}
	return p
}

const one, two = "Lantern Works", "Lantern Work"

func proposals(t testing.TB, n *graph.Network) []proposal.Proposal {
	t.Helper()
	list, err := proposal.Proposals(context.Background(), n)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestScore: the same names score higher or lower by what is known of the two, and the reasons say why.
func TestScore(t *testing.T) {
	score := func(letters ...graph.Letter) (float64, string) {
		for _, p := range proposals(t, network(t, nil, letters...)) {
			if p.A.Printed == two && p.B.Printed == one {
				if p.Verdict != names.Ask {
					t.Errorf("the verdict is %s", p.Verdict)
				}
				return p.Score, p.Why
			}
		}
		return 0, ""
	}
	others := letter("z", []string{"Harbour Board"}, "Dune Keepers (France)", "Reed Society (India)", "Fern Circle (Chile)")
	nothing, _ := score(letter("a", nil, one), letter("b", nil, two), others)
	last := 1.0
	for _, c := range []struct {
		name    string
		letters []graph.Letter
		above   bool
		why     string
	}{
		{"country and partners", []graph.Letter{letter("a", nil, one+" (Kenya)", "Tide Watch"), letter("b", nil, two+" (Kenya)", "Tide Watch"), others}, true, "both in Kenya; 1 of 1 partners in common"},
		{"partners", []graph.Letter{letter("a", nil, one, "Tide Watch"), letter("b", nil, two, "Tide Watch"), others}, true, "1 of 1 partners in common"},
		{"targets", []graph.Letter{letter("a", []string{"City Council"}, one), letter("b", []string{"City Council"}, two), others}, true, "both sign to City Council"},
		{"other countries", []graph.Letter{letter("a", nil, one+" (Kenya)"), letter("b", nil, two+" (India)"), others}, false, "India and Kenya"},
		{"one list", []graph.Letter{letter("a", nil, one, two), others}, false, "one list prints both"},
	} {
		got, why := score(c.letters...)
		if got > last || (got > nothing) != c.above {
			t.Errorf("%s: %.4f, after %.4f; %.4f where nothing is known", c.name, got, last, nothing)
		}
		if last = got; got >= .1 && !strings.HasSuffix(why, "; "+c.why) {
			t.Errorf("%s: it says %q", c.name, why)
		}
	}
}

// TestOrder: a hub's question comes first only where the answer moves many ties.
func TestOrder(t *testing.T) {
	many := func(n int, first ...string) []string {
		for i := range n {
			first = append(first, fmt.Sprintf("%s %s Club", []string{"Amber", "Birch", "Cedar", "Delta", "Ember"}[i%5], []string{"Otter", "Plover", "Quail", "Raven"}[i/5]))
		}
		return first
	}
	n := network(t, nil, letter("a", nil, many(20, "Harbour Union")...), letter("b", nil, "Harbour Unions", "Tide Watch"),
		letter("c", nil, many(8, one)...), letter("d", nil, many(8, two)...))
	list := proposals(t, n)
	list = slices.DeleteFunc(list, func(p proposal.Proposal) bool { return strings.HasSuffix(p.A.Printed, "Club") })
	if len(list) != 2 || list[0].A.Printed != two || list[1].A.Printed != "Harbour Union" {
		t.Fatalf("the order is %+v", list)
	}
	if list[0].Ties != 8 || list[1].Ties != 1 || list[0].Weight <= list[1].Weight {
		t.Errorf("ties %d and %d, weights %f and %f", list[0].Ties, list[1].Ties, list[0].Weight, list[1].Weight)
	}
}

// TestJudged: what somebody answered is not asked again, whatever the answer.
func TestJudged(t *testing.T) {
	letters := []graph.Letter{letter("a", nil, one), letter("b", nil, two)}
	if list := proposals(t, network(t, nil, letters...)); len(list) != 1 {
		t.Fatalf("without a judgement there are %d questions", len(list))
	}
	for _, v := range []graph.Verdict{graph.Same, graph.Different, graph.Unsure, graph.ParentOf} {
		j := graph.NewJudgement(graph.Judgement{Verdict: v, A: graph.NameRef{Name: one}, B: graph.NameRef{Name: two}, By: "person: Rosa Lind"})
		n, err := graph.NewNetwork(graph.Data{Letters: letters, Judgements: []graph.Judgement{j}})
		if err != nil {
			t.Fatal(err)
		}
		if list := proposals(t, n); len(list) != 0 {
			t.Errorf("%s is asked again: %+v", v, list)
		}
	}
}

// many makes letters by organizations of invented names, many of which are alike.
func many(r *rand.Rand, x *graph.Incidence) []graph.Letter {
	kinds := []string{"Association", "Network", "Friends", "Union", "Alliance", "Committee", "Society", "Forum"}
	whom := []string{"Tidal", "Lantern", "Harbour", "Orchard", "Meadow", "River", "Granite", "Heron", "Juniper", "Copper", "Willow", "Falcon"}
	syllables := []string{"ka", "lo", "mi", "ren", "sul", "tor", "va", "ber", "dun", "el", "fos", "gri"}
	lands := []string{"Kenya", "India", "Chile", "France", ""}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	printed := make([]string, x.Organizations())
	for o := range printed {
		town := pick(syllables) + pick(syllables) + pick(syllables)
		printed[o] = fmt.Sprintf("%s %s of %s%s", pick(whom), pick(kinds), strings.ToUpper(town[:1]), town[1:])
		if o > 0 && r.IntN(10) == 0 {
			printed[o] = printed[r.IntN(o)] + pick([]string{"s", " Fund", " International", " Kenya"})
		}
	}
	letters := make([]graph.Letter, x.Letters())
	for l := range letters {
		var list []string
		for _, o := range x.SignersOf(l) {
			list = append(list, printed[o]+" ("+pick(lands)+")")
		}
		letters[l] = letter(fmt.Sprintf("l%05d", l), []string{fmt.Sprintf("Council of %s", pick(syllables))}, list...)
	}
	return letters
}

// TestSameBytes: the order of letters and of signatories changes nothing.
func TestSameBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	letters := many(r, graphtest.Random(7, 300, 60, 1500, 4))
	first, err := json.Marshal(proposals(t, network(t, nil, letters...)))
	if err != nil || len(first) < 2000 {
		t.Fatalf("%d bytes, %v: the test shows nothing", len(first), err)
	}
	for range 3 {
		r.Shuffle(len(letters), func(i, k int) { letters[i], letters[k] = letters[k], letters[i] })
		for i := range letters {
			s := letters[i].Signatures
			r.Shuffle(len(s), func(i, k int) { s[i], s[k] = s[k], s[i] })
		}
		if again, _ := json.Marshal(proposals(t, network(t, nil, letters...))); string(again) != string(first) {
			t.Fatal("other bytes")
		}
	}
}

func TestStops(t *testing.T) {
	n := network(t, nil, many(rand.New(rand.NewPCG(1, 2)), graphtest.Random(1, 100, 20, 400, 4))...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := proposal.Proposals(ctx, n); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("stopped, it says %v", err)
	}
}

// TestLarge: 10,000 organizations on 1,000 letters.
func TestLarge(t *testing.T) {
	n := network(t, nil, many(rand.New(rand.NewPCG(3, 4)), graphtest.Shared(t, "s10k.csv.gz"))...)
	start := time.Now()
	list := proposals(t, n)
	if took := time.Since(start); took > 30*time.Second { // some 2 s on a quiet core
		t.Errorf("%d questions took %s", len(list), took)
	}
	if len(list) < 100 {
		t.Errorf("%d questions: the test shows nothing", len(list))
	}
	t.Logf("%d questions among %d organizations in %s", len(list), len(n.Organizations()), time.Since(start))
}

func BenchmarkProposals(b *testing.B) {
	n := network(b, nil, many(rand.New(rand.NewPCG(3, 4)), graphtest.Shared(b, "s10k.csv.gz"))...)
	for b.Loop() {
		proposals(b, n)
	}
}
