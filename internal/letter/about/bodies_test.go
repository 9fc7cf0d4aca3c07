package about

import (
	"slices"
	"testing"
)

func TestBodiesIn(t *testing.T) {
	for text, want := range map[string][]string{
		"We ask the Ministry of Pools and the Council of the Harbor to act.": {"Ministry of Pools", "Council of the Harbor"},
		"Der Deutsche Bundestag soll handeln.":                               {"Der Deutsche Bundestag"},
		"Le Ministère de la Mer (MM), dit-on.":                               {"Le Ministère de la Mer"},
		"the council of the town":                                            nil,
		"Congress":                                                           {"Congress"},
	} {
		var got []string
		for _, m := range bodiesIn(text) {
			got = append(got, text[m[0]:m[1]])
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %q the bodies are %q, want %q", text, got, want)
		}
	}
}
