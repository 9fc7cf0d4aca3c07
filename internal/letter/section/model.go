package section

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Model turns a candidate's features into the probability that its lines are signatories: 1 / (1 + exp(-(Bias + sum of weight x feature))).
type Model struct {
	Bias    float64
	Weights Features
}

// Probability that a candidate with these features is of signatories. Products are rounded before they are added, so that machines with a
// fused multiply-add give the same bits.
func (m *Model) Probability(f *Features) float64 {
	x := m.Bias
	for i, v := range f {
		x += float64(m.Weights[i] * v)
	}
	return 1 / (1 + math.Exp(-x))
}

//go:embed weights.tsv
var weights string

// Fitted is the model that is built in: weights.tsv, which `undersigned evaluate extract --fit` writes.
var Fitted = sync.OnceValue(func() *Model {
	m, err := ParseModel(weights)
	if err != nil {
		panic(err) // a broken file in the tree
	}
	return m
})

// ParseModel reads a model: a line for each feature and for the bias, name, tab, weight. Features that it does not name weigh nothing.
func ParseModel(s string) (*Model, error) {
	m := &Model{}
	of := map[string]float64{}
	for line := range strings.Lines(s) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, err
		}
		of[name] = w
	}
	m.Bias = of["bias"]
	for i, name := range FeatureNames {
		m.Weights[i] = of[name]
	}
	return m, nil
}
