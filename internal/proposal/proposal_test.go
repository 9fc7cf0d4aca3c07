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

// known returns the features of a pair that are not 0, by name, and the reasons.
func known(t *testing.T, n *graph.Network, a, b string) (map[string]float64, []string) {
	t.Helper()
	i, okA := n.Organization(a)
	k, okB := n.Organization(b)
	if !okA || !okB {
		t.Fatalf("no organization %q or %q", a, b)
	}
	x, reasons := proposal.NewEvidence(n).Of(int32(i), int32(k))
	turned, again := proposal.NewEvidence(n).Of(int32(k), int32(i))
	if turned != x || len(again) != len(reasons) {
		t.Errorf("%s | %s: %v, turned %v", a, b, x, turned)
	}
	_, features := proposal.Model()
	found := map[string]float64{}
	for f, v := range x {
		if v != 0 {
			found[features[f].Name] = v
		}
	}
	var why []string
	for _, r := range reasons {
		if x[r.Feature] == 0 {
			t.Errorf("%q is said of %s, which is 0", r.Text, features[r.Feature].Name)
		}
		why = append(why, r.Text)
	}
	return found, why
}

const one, two = "Lantern Works", "Lantern Work"

func TestEvidence(t *testing.T) {
	version := letter("a2", nil, two, "Tide Watch")
	version.VersionOf = "a"
	rest := func(place string, n int) []string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("%s Friends %d (%s)", place, i, place))
		}
		return list
	}
	for _, c := range []struct {
		name     string
		profiles []graph.Profile
		letters  []graph.Letter
		want     map[string]float64
		why      string
	}{
		{"nothing is known", nil, []graph.Letter{letter("a", nil, one), letter("b", nil, two)}, nil, ""},
		{"one list", nil, []graph.Letter{letter("a", []string{"City Council"}, one, two, "Tide Watch")}, map[string]float64{"one-list": 1}, "one list prints both"},
		{"four lists", nil, []graph.Letter{letter("a", nil, one, two), letter("b", nil, one, two), letter("c", nil, one, two), letter("d", nil, one, two)},
			map[string]float64{"one-list": 1, "one-list-again": 2}, "4 lists print both"},
		{"two versions of a letter", nil, []graph.Letter{letter("a", nil, one, "Tide Watch"), version}, map[string]float64{"other-form": 1}, "another form of the letter prints the other"},
		{"a version prints both", nil, []graph.Letter{letter("a", nil, one, two), version}, map[string]float64{"one-list": 1}, "one list prints both"},
		{"countries differ", nil, []graph.Letter{letter("a", nil, one+" (Kenya)"), letter("b", nil, two+" (India)")}, map[string]float64{"country-different": 1}, "Kenya and India"},
		{"a country in two languages", nil, []graph.Letter{letter("a", nil, append(rest("Chile", 7), one+" (Germany)")...), letter("b", nil, two+" (Deutschland)")},
			map[string]float64{"country-same": 1.204}, "both in Germany"}, // ln (9+1)/(2+1)
		{"a country of all", nil, []graph.Letter{letter("a", nil, one+" (Kenya)"), letter("b", nil, two+" (Kenya)")}, nil, ""},
		{"no country", nil, []graph.Letter{letter("a", nil, one+" (Global)"), letter("b", nil, two+" (India)")}, nil, ""},
		{"one website", nil, []graph.Letter{letter("a", nil, one+" (): https://www.lantern.example"), letter("b", nil, two+" (): write to info@lantern.example")},
			map[string]float64{"host-same": 1}, "one website"},
		{"other websites", []graph.Profile{profile(one, "website", "https://lantern.example/")}, []graph.Letter{letter("a", nil, one), letter("b", nil, two+" (): www.works.example")},
			map[string]float64{"host-different": 1}, "lantern.example and works.example"},
		{"mail from anywhere", nil, []graph.Letter{letter("a", nil, one+" (): lantern@gmail.com"), letter("b", nil, two+" (): work@gmail.com")}, nil, ""},
		{"identifiers", []graph.Profile{profile(one, "ein", "12-3456789"), profile(two, "EIN", "98-7654321")}, []graph.Letter{letter("a", nil, one), letter("b", nil, two)},
			map[string]float64{"identifier-different": 1}, "different identifiers of ein"},
		{"a target", nil, []graph.Letter{letter("a", []string{"City Council"}, one), letter("b", []string{"City Council"}, two), letter("c", []string{"Harbour Board"}, "Tide Watch")},
			map[string]float64{"targets": 1}, "both sign to City Council"},
		{"half of the targets", nil, []graph.Letter{letter("a", []string{"City Council", "Water Board"}, one), letter("b", []string{"City Council", "Road Board"}, two), letter("c", nil, "Tide Watch", "Heron Trust", "Dune Keepers")},
			map[string]float64{"targets": .2847}, "both sign to City Council"}, // ln² 6/3 / (ln² 6/3 + ln² 6/2)
		{"what all target", nil, []graph.Letter{letter("a", []string{"City Council"}, one), letter("b", []string{"City Council"}, two)}, nil, ""},
		{"other targets", nil, []graph.Letter{letter("a", []string{"City Council"}, one), letter("b", []string{"Harbour Board"}, two)}, map[string]float64{"targets-none": 1}, "no target in common"},
		{"partners", nil, []graph.Letter{letter("a", nil, one, "Tide Watch", "Heron Trust"), letter("b", nil, two, "Tide Watch", "Heron Trust", "Juniper Net", "Orchard Union")},
			map[string]float64{"partners": .7071}, "2 of 2 partners in common"}, // 2 / √(2·4)
		{"other partners", nil, []graph.Letter{letter("a", nil, one, "Tide Watch"), letter("b", nil, two, "Heron Trust")}, map[string]float64{"partners-none": 1}, "no partner in common"},
		{"partners of a letter that both signed", nil, []graph.Letter{letter("a", nil, one, two, "Tide Watch"), letter("b", nil, one, "Heron Trust")}, map[string]float64{"one-list": 1}, "one list prints both"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, why := known(t, network(t, c.profiles, c.letters...), one, two)
			for f, v := range c.want {
				if d := got[f] - v; d > .001 || d < -.001 {
					t.Errorf("%s is %.4f, not %.4f", f, got[f], v)
				}
				delete(got, f)
			}
			if len(got) > 0 {
				t.Errorf("also %v", got)
			}
			if all := strings.Join(why, "; "); !strings.HasPrefix(all, c.why) || c.why == "" && all != "" {
				t.Errorf("it says %q, not %q", all, c.why)
			}
		})
	}
}

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
	if took := time.Since(start); took > 20*time.Second { // some 2 s on a quiet core
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
