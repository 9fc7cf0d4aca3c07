package section

import (
	"sync"

	"undersigned/internal/letter/weights"
)

// Model says how likely a candidate is signatories: one set of weights for what a heading or a sentence announces, one for what only looks like a
// list of them.
type Model struct {
	Announced, Shape *weights.Model
	Brief            *weights.Model // tells the ways apart in which a brief may be read; nil means what is built in
}

// builtIn is the model that weights.tsv holds.
var builtIn = sync.OnceValue(func() *Model {
	return &Model{weights.Of("section.announced", FeatureNames[:]), weights.Of("section.shape", FeatureNames[:]), weights.Of("section.brief", BriefNames[:])}
})

// probability of a candidate; m nil means the weights that are built in.
func (m *Model) probability(c *Candidate) float64 {
	if m == nil {
		m = builtIn()
	}
	if c.Blocks[0].Origin == Shape {
		return m.Shape.Probability(c.Features[:])
	}
	return m.Announced.Probability(c.Features[:])
}

func (m *Model) brief() *weights.Model {
	if m == nil || m.Brief == nil {
		return builtIn().Brief
	}
	return m.Brief
}
