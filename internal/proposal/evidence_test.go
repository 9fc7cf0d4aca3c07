package proposal_test

import (
	"fmt"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/proposal"
)

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

func TestEvidence(t *testing.T) {
	translation := letter("a2", nil, two, "Tide Watch")
	translation.TranslationOf = "a"
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
		{"a letter and its translation", nil, []graph.Letter{letter("a", nil, one, "Tide Watch"), translation}, map[string]float64{"other-form": 1}, "another form of the letter prints the other"},
		{"a translation prints both", nil, []graph.Letter{letter("a", nil, one, two), translation}, map[string]float64{"one-list": 1}, "one list prints both"},
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

// TestLongList: who signs beside a thousand others shows no company by it.
func TestLongList(t *testing.T) {
	for _, c := range []struct {
		others int
		want   bool
	}{{999, true}, {1000, false}} {
		crowd := make([]string, c.others)
		for i := range crowd {
			crowd[i] = fmt.Sprintf("Friends of Pond %d", i)
		}
		got, _ := known(t, network(t, nil, letter("a", nil, append(crowd, one)...), letter("b", nil, two, crowd[0])), one, two)
		if (got["partners"] > 0) != c.want {
			t.Errorf("beside %d others: %v", c.others, got)
		}
	}
}
