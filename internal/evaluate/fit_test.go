package evaluate

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"undersigned/internal/letter"
)

// drawn makes rows of some documents whose rightness follows known weights.
func drawn(documents, rows int, bias float64, weights map[int]float64) []sample {
	random := rand.New(rand.NewPCG(1, 2))
	var out []sample
	for d := range documents {
		for range rows {
			s := sample{document: d}
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
	}
	return out
}

// TestFit draws rows from known weights and asks for them back, and for the prior where nothing was seen.
func TestFit(t *testing.T) {
	const first = 4
	m := fit(drawn(4000, 1, 1.5, map[int]float64{first: -2}))
	if math.Abs(m.Bias-1.5) > 0.15 || math.Abs(m.Weights[first]+2) > 0.25 {
		t.Errorf("the fit gives bias %.2f and weight %.2f, want 1.5 and -2", m.Bias, m.Weights[first])
	}
	start := priorModel()
	for k := range m.Weights {
		if k != first && m.Weights[k] != start.Weights[k] {
			t.Errorf("the weight of %s moved to %.3f without a row that shows it", letter.FeatureNames[k], m.Weights[k])
		}
	}
	if none := fit(nil); none != start {
		t.Errorf("without rows the fit gives %+v", none)
	}
}

// TestFitWeighsDocuments asks that one long list does not drown the others.
func TestFitWeighsDocuments(t *testing.T) {
	long := make([]sample, 10_000)
	for i := range long {
		long[i].right = true
	}
	alone, with := fit(drawn(50, 20, 0, nil)), fit(append(drawn(50, 20, 0, nil), samplesOf(long, 1000)...))
	if with.Bias-alone.Bias > 1.5 {
		t.Errorf("one document of 10,000 rows moves the bias from %.2f to %.2f", alone.Bias, with.Bias)
	}
}

func samplesOf(rows []sample, document int) []sample {
	for i := range rows {
		rows[i].document = document
	}
	return rows
}

// TestWriteModel asks for a line each weight, fitted on the 3 rows of the test's own gold.
func TestWriteModel(t *testing.T) {
	var model bytes.Buffer
	if err := run(t).WriteModel(&model); err != nil || strings.Count(model.String(), "\tf") != len(letter.FeatureNames) || !strings.Contains(model.String(), "fitted on 3 rows of 3 documents") {
		t.Errorf("the weights are printed as\n%s (%v)", &model, err)
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
	priorModel() // panics where a name is misspelt
}
