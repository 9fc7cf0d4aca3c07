package evaluate

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter"
)

const testFeatures = 6

// drawn makes samples whose rightness follows known weights.
func drawn(n int, bias float64, weights map[int]float64) []sample {
	random := rand.New(rand.NewPCG(1, 2))
	var out []sample
	for range n {
		s := sample{features: make([]float64, testFeatures), weight: 1}
		x := bias
		for k, w := range weights {
			if random.Float64() < 0.3 {
				s.features[k] = 1
				x += w
			}
		}
		s.right = random.Float64() < 1/(1+math.Exp(-x))
		out = append(out, s)
	}
	return out
}

func testPrior() *letter.Model {
	return &letter.Model{Bias: 0.5, Weights: []float64{1, -1, 0, 2, 0, 0.5}}
}

// TestFit draws samples from known weights and asks for them back, and for the prior where nothing was seen.
func TestFit(t *testing.T) {
	const first = 4
	prior := testPrior()
	m := fit(drawn(4000, 1.5, map[int]float64{first: -2}), prior, 1, nil)
	if math.Abs(m.Bias-1.5) > 0.15 || math.Abs(m.Weights[first]+2) > 0.25 {
		t.Errorf("the fit gives bias %.2f and weight %.2f, want 1.5 and -2", m.Bias, m.Weights[first])
	}
	for k := range m.Weights {
		if k != first && m.Weights[k] != prior.Weights[k] {
			t.Errorf("weight %d moved to %.3f without a sample that shows it", k, m.Weights[k])
		}
	}
	if none := fit(nil, prior, 1, nil); none.Bias != prior.Bias || !slices.Equal(none.Weights, prior.Weights) {
		t.Errorf("without samples the fit gives %+v", none)
	}
	firm := fit(drawn(4000, 1.5, map[int]float64{first: -2}), prior, 1e6, nil)
	if math.Abs(firm.Bias-prior.Bias) > 0.01 {
		t.Errorf("a firm prior moves from %.2f to %.2f", prior.Bias, firm.Bias)
	}
}

// TestSamplesWeighDocuments asks that one long list does not drown the others.
func TestSamplesWeighDocuments(t *testing.T) {
	draft := draftOf("", slices.Repeat([]string{"Salt Union"}, 400)...)
	for i := range draft.Signatories {
		draft.Signatories[i].Features = make([]float64, len(letter.FeatureNames))
	}
	d := Document{draft: draft, gold: goldOf("signed", "Salt Union")}
	d.score()
	sum := 0.0
	for _, s := range samples([]*Document{&d}) {
		sum += s.weight
	}
	if math.Abs(sum-20) > 1e-9 {
		t.Errorf("400 rows weigh %.2f together, want their square root", sum)
	}
}

// TestWriteModels asks for a line each weight and bias of all that is fitted, and for the same bytes again.
func TestWriteModels(t *testing.T) {
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := run(t).WriteModels(context.Background(), out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two fits write other bytes")
	}
	for part, features := range map[string]int{"confidence": len(letter.FeatureNames), "section.announced": len(letter.SectionFeatureNames), "section.shape": len(letter.SectionFeatureNames)} {
		if n := strings.Count(a.String(), part+"\t"); n != features+1 {
			t.Errorf("%s has %d weights, want %d and a bias", part, n, features)
		}
	}
}

// TestPrior asks that every feature of confidence has a weight to begin from.
func TestPrior(t *testing.T) {
	for _, name := range letter.FeatureNames {
		if priorWeights[name] == 0 {
			t.Errorf("the prior has no weight for %s", name)
		}
	}
	if len(priorWeights) != len(letter.FeatureNames) {
		t.Errorf("the prior has %d weights for %d features", len(priorWeights), len(letter.FeatureNames))
	}
	priorModel(0, announcedWeights, letter.SectionFeatureNames[:]) // panic where a name is misspelt
	priorModel(0, shapeWeights, letter.SectionFeatureNames[:])
}
