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
	"cmp"
	_ "embed"
	"math"
	"slices"
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

// Set is what was fitted anew, for evaluation: its models take the place of those that are built in, by part, and Seen is told what they judge. Nil
// is what is built in.
type Set struct {
	Models map[string]*Model
	Seen   func(what any)
}

// Of is the model of a part.
func (s *Set) Of(part string, features []string) *Model {
	if s != nil && s.Models[part] != nil {
		return s.Models[part]
	}
	return Of(part, features)
}

// Tells reports whether what is judged is asked for.
func (s *Set) Tells() bool { return s != nil && s.Seen != nil }

//go:embed features.tsv
var meanings string

var words = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(meanings) {
		if f := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(f) == 3 {
			out[f[0]+"."+f[1]] = f[2]
		}
	}
	return out
})

// Words says what a feature of a part means; "" for one that features.tsv does not name.
func Words(part, feature string) string { return words()[part+"."+feature] }

// Reason is one feature with what it adds to the logarithm of the odds.
type Reason struct {
	Words string  `json:"words"`
	Adds  float64 `json:"adds"`
}

// Reasons are the features of a thing that add or take most, at most n, the strongest first.
func (m *Model) Reasons(part string, names []string, features []float64, n int) []Reason {
	var out []Reason
	for i, v := range features {
		if add := float64(m.Weights[i] * v); math.Abs(add) >= .1 {
			out = append(out, Reason{Words(part, names[i]), add})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(math.Abs(b.Adds), math.Abs(a.Adds)) })
	return out[:min(n, len(out))]
}
