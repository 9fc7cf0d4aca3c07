package phrase

import (
	"slices"
	"testing"

	"undersigned/internal/letter/text"
)

func TestSplitNames(t *testing.T) {
	for printed, want := range map[string][]string{
		"River Watch, Delta Alliance and Harbor Union":                   {"River Watch", "Delta Alliance", "Harbor Union"},
		"River Watch, Center for Science and Technology, and Salt Union": {"River Watch", "Center for Science and Technology", "Salt Union"},
		"Castor Investments, Inc., Homes & Sons, LLC, and The Mill":      {"Castor Investments, Inc.", "Homes & Sons, LLC", "The Mill"},
		"Bread, Salt and Peace; Union of Mills; and Grain House":         {"Bread, Salt and Peace", "Union of Mills", "Grain House"},
		"Readers Union (Oslo, Norway), Pen Circle":                       {"Readers Union (Oslo, Norway)", "Pen Circle"},
		"Quay Council, California, Pier Friends":                         {"Quay Council, California", "Pier Friends"},
		"Naturbund, Radverein und Waldfreunde":                           {"Naturbund", "Radverein", "Waldfreunde"},
		"Amis du Port, Ligue du Sel et Collectif Nuit":                   {"Amis du Port", "Ligue du Sel", "Collectif Nuit"},
		"Research and Education":                                         {"Research and Education"},
		"•  Alpha Trust • Beta Trust • Gamma Trust":                      {"Alpha Trust", "Beta Trust", "Gamma Trust"},
	} {
		var got []string
		for _, s := range SplitNames(printed) {
			got = append(got, s.Text)
			if text.Trim(printed[s.Start:s.End]) != s.Text {
				t.Errorf("%q: the span of %q is %q", printed, s.Text, printed[s.Start:s.End])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("splitNames(%q) is %q, want %q", printed, got, want)
		}
	}
}
