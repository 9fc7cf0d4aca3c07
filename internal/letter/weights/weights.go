// Package weights holds what was fitted on gold: for each fitted part of reading the weights of its features, as data. It decides nothing; the
// parts ask it for theirs.
//
// Decisions:
//
// 2026-11-30 One file for all that is fitted, written by `undersigned evaluate extract --fit`, so that a change of weights is one change to review.
// Weights are rounded to four places, and a product is rounded before it is added (no fused multiply-add), so that every machine gives the
// same bits. Models are linear: a reader of the file can say what each feature is worth.
package weights

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Model turns features into a probability: 1 / (1 + exp(-(Bias + sum of weight x feature))).
type Model struct {
	Bias    float64
	Weights []float64
}

// Probability is that of a thing with these features, of the length of Weights.
func (m *Model) Probability(features []float64) float64 {
	x := m.Bias
	for i, v := range features {
		if v != 0 {
			x += float64(m.Weights[i] * v)
		}
	}
	return 1 / (1 + math.Exp(-x))
}

//go:embed weights.tsv
var data string

var parsed = sync.OnceValue(func() map[string]map[string]float64 {
	parts := map[string]map[string]float64{}
	for line := range strings.Lines(data) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 3 {
			continue
		}
		w, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			panic("weights.tsv: " + line) // a broken file in the tree
		}
		if parts[f[0]] == nil {
			parts[f[0]] = map[string]float64{}
		}
		parts[f[0]][f[1]] = w
	}
	return parts
})

// Of returns the model of a part, its weights in the order of the features' names. A feature that the file does not name weighs nothing.
func Of(part string, features []string) *Model {
	of := parsed()[part]
	m := &Model{Bias: of["bias"], Weights: make([]float64, len(features))}
	for i, name := range features {
		m.Weights[i] = of[name]
	}
	return m
}
