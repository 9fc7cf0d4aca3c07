package evaluate

import (
	"context"

	"undersigned/internal/letter"
)

// wholes is the confidence of documents, and what is doubtful about them.
type wholes struct{}

func (wholes) name() string { return "doubt" }

// doubtPrecision is that of the prior, see announcedPrecision.
const doubtPrecision = .5

// alikeDocuments is how many documents of a publisher count in full: they share their layout, and fifty are no fifty proofs.
const alikeDocuments = 12

// learn asks which documents have an F1 of BarDoubt.
func (wholes) learn(_ context.Context, known []*Document) ([]fitted, error) {
	of := map[string]int{}
	for _, d := range known {
		of[d.Publisher]++
	}
	var samples []sample
	for _, d := range known {
		if d.Error == "" {
			samples = append(samples, sample{features: letter.DoubtFeaturesOf(d.draft), right: d.F1 >= BarDoubt, weight: min(1, alikeDocuments/float64(of[d.Publisher]))})
		}
	}
	names := letter.DoubtFeatureNames[:]
	return []fitted{{"doubt", names, fit(samples, priorModel(doubtBias, doubtWeights, names), doubtPrecision, nil)}}, nil
}

func (wholes) decide(_ context.Context, models []fitted, d *Document, _ bool) error {
	if d.Error == "" {
		letter.Reconsider(d.draft, models[0].Model)
	}
	return nil
}
