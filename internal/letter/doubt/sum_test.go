package doubt

import (
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/weights"
)

// TestSum asks which doubts are said by a confidence above the bar and below it.
func TestSum(t *testing.T) {
	model := func(bias float64) *weights.Model {
		m := &weights.Model{Bias: bias, Weights: make([]float64, featureCount)}
		m.Weights[fSilent], m.Weights[fNoLetter] = -1, -.5
		return m
	}
	traits := make([]float64, featureCount)
	traits[fSilent], traits[fNoLetter] = 1, 1
	rows := []draft.Row{{Name: "Night Owls", Type: graph.TypeOrganization, Confidence: .9}}
	for _, c := range []struct {
		name      string
		bias      float64
		structure []draft.Doubt
		rows      []draft.Row
		want      []string
	}{
		{"sure, without doubts", 4, nil, rows, []string{}},
		{"sure, with two doubts", 4, []draft.Doubt{{Says: "a fact", Always: true}, {Says: "a guess"}}, rows, []string{"a fact"}},
		{"unsure, with two doubts", 0, []draft.Doubt{{Says: "a fact", Always: true}, {Says: "a guess"}}, rows, []string{"a fact", "a guess"}},
		{"unsure, and nothing to say", 0, nil, rows, []string{"nothing in it speaks of signing"}},
		{"no row is sure", 4, nil, []draft.Row{{Name: "Night Owls", Type: graph.TypeOrganization, Confidence: .2}}, []string{"no row is sure"}},
		{"no person is sure", 4, nil, []draft.Row{{Name: "Jane Roe", Type: graph.TypePerson, Confidence: .2}}, []string{}},
	} {
		d := &draft.Draft{Signatories: c.rows, Structure: c.structure, Traits: traits}
		Sum(d, model(c.bias))
		if !slices.Equal(d.Doubtful, c.want) {
			t.Errorf("%s: the doubts are %q, want %q", c.name, d.Doubtful, c.want)
		}
		if (len(c.want) > 0) != (d.Confidence <= Bar) {
			t.Errorf("%s: the confidence is %v", c.name, d.Confidence)
		}
	}
}

// TestLooks asks what the features of documents see in names.
func TestLooks(t *testing.T) {
	for name, want := range map[string]string{"Night Owls (Chile)": "Chile", "Night Owls (NO)": "", "Night Owls – Chile": "Chile", "Night Owls, Chile": "Chile", "Night Owls": ""} {
		if got := tailOf(name); got != want {
			t.Errorf("the tail of %q is %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]bool{"12. Night Owls": true, "Night Owls 21": true, "Night Owls": false, "21": false, "7Sisters Club": false} {
		if got := numbered(name); got != want {
			t.Errorf("%q has a number beside it: %v", name, got)
		}
	}
	if foreign("Ночные совы") != 1 || foreign("Night Owls, 3 May") != 0 {
		t.Error("letters that are not Latin are not told")
	}
}
