package evaluate

import (
	"slices"

	"undersigned/internal/letter"
)

// priorBias and priorWeights are what the model of confidence was judged to be before anything was fitted; a fit moves them as far as the gold demands
// (its prior is normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
const priorBias = 3.6

var priorWeights = map[string]float64{
	"reprinted": 2, "marked": 0.5, "underGreet": -0.3, "unannounced": -1, "inSentence": -0.7, "unsureWrap": -1.2, "joined": -0.3, "long": -0.8,
	"veryLong": -3, "lowerCase": -2, "unbalanced": -4, "verbal": -2.5, "endsOpen": -6, "oddType": -1, "groupWord": 1, "oneWord": -0.2,
	"onBehalf": -0.3, "noted": -0.2, "addressed": -4, "doubtful": -4, "mixed": -3, "tailed": -1, "placed": -7, "country": -6.5, "office": -4,
	"counts": -5, "refers": -5, "glued": -2, "partOf": -1.5, "shortFor": -5, "runIn": -5, "given": -4, "minority": -2, "bareName": -1.5,
	"fewRows": -1, "claimMet": 1, "claimMissed": -0.7,
	"structure": -3,
}

// priorModel is the model that fits begin from. A weight of a feature that package letter does not have is a mistake in the table above.
func priorModel() letter.Model {
	m := letter.Model{Bias: priorBias}
	for name, weight := range priorWeights {
		i := slices.Index(letter.FeatureNames[:], name)
		if i < 0 {
			panic("evaluate: confidence has no feature " + name)
		}
		m.Weights[i] = weight
	}
	return m
}
