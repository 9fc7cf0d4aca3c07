package search

import (
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Access Now", []string{"access", "now"}},
		{"Fundacja Łódź – Ośrodek", []string{"fundacja", "lodz", "osrodek"}},
		{"People's Action", []string{"action", "peoples"}},
		{"S.T.O.P. The Surveillance", []string{"stop", "surveillance", "the"}},
		{"Digitalcourage e.V.", []string{"digitalcourage", "ev"}},
		{"Access.Now", []string{"access", "now"}},
		{"Anti-Defamation/League", []string{"anti", "defamation", "league"}},
		{"Straße STRASSE", []string{"strasse"}},
		{"ＡＣＬＵ ﬁrst", []string{"aclu", "first"}},
		{"Ταμείο", []string{"ταμειο"}},
		{"人权组织", []string{"人权组织", "权组织", "组织", "织"}},
		{"人权NGO", []string{"ngo", "人权ngo", "权ngo"}},
		{"서울 연대", []string{"서울", "연대"}},
		{"मानव अधिकार", []string{"अधिकार", "मानव"}},
		{"منظمة العَفو", []string{"العفو", "منظمة"}},
		{"が か", []string{"か", "が"}},
		{"!!! --- ", []string{}},
		{"", []string{}},
	} {
		if got := Words(c.name); !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestQueryWordsFindWholeName(t *testing.T) {
	for _, name := range []string{"人权组织", "S.T.O.P.", "Ärzte ohne Grenzen", strings.Repeat("a", 500), "องค์กรสิทธิ"} {
		words := Words(name)
		queried, err := QueryWords(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range queried {
			if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, q) }) {
				t.Errorf("%.20q: the query word %q begins none of %q", name, q, words)
			}
		}
	}
}

func TestLongNamesStayCheap(t *testing.T) {
	total := 0
	for _, w := range Words(strings.Repeat("权利", 5000)) {
		total += len(w)
	}
	if total > 10_000*wordLength*3 {
		t.Errorf("%d bytes of words for a name of 10,000 characters", total)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Łódź S.T.O.P. 人权")
	f.Fuzz(func(t *testing.T, name string) {
		words := Words(name)
		queried, err := QueryWords(name)
		if err != nil && graph.CodeOf(err) != graph.Invalid {
			t.Fatal(err)
		}
		for _, q := range queried {
			if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, q) }) {
				t.Errorf("%q is not found by its own words: %q in %q", name, q, words)
			}
		}
	})
}
