package weights

import (
	"strings"
	"testing"
)

// TestFeaturesHaveWords asks that every weight in the file is of a feature that has words, and that the file is whole.
func TestFeaturesHaveWords(t *testing.T) {
	for part, of := range parsed() {
		room, _, _ := strings.Cut(part, ".")
		for name := range of {
			if name != "bias" && Words(room, name) == "" {
				t.Errorf("the feature %s of %s has no words in features.tsv", name, part)
			}
		}
	}
	if len(parsed()) < 3 {
		t.Errorf("weights.tsv has %d parts", len(parsed()))
	}
}

func TestProbability(t *testing.T) {
	m := &Model{Bias: 0, Weights: []float64{2, -1}}
	if p := m.Probability([]float64{0, 0}); p != .5 {
		t.Errorf("no feature gives %v", p)
	}
	if p := m.Probability([]float64{1, 2}); p != .5 {
		t.Errorf("features that cancel give %v", p)
	}
	r := m.Reasons("section", []string{"signOff", "size"}, []float64{1, .5}, 5)
	if len(r) != 2 || r[0].Adds != 2 || r[1].Adds != -.5 || r[0].Words == "" {
		t.Errorf("the reasons are %+v", r)
	}
}
