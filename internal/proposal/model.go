package proposal

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightsTable string

// The features of a pair, in the order of weights.tsv, which says what each means.
const (
	fOneList = iota
	fOneListAgain
	fOtherForm
	fCountrySame
	fCountryDifferent
	fHostSame
	fHostDifferent
	fIdentifierDifferent
	fTargets
	fTargetsNone
	fPartners
	fPartnersNone
	features
)

// Vector is what is known of a pair.
type Vector [features]float64

// Feature is a row of the table of weights.
type Feature struct {
	Name          string
	Weight, Prior float64
	Means         string
}

// Model is the bias and the features, in the order of Vector.
var Model = sync.OnceValues(func() (bias Feature, list []Feature) {
	for i, line := range strings.Split(strings.TrimSpace(weightsTable), "\n")[1:] {
		cells := strings.Split(line, "\t")
		weight, err := strconv.ParseFloat(cells[1], 64)
		prior, err2 := strconv.ParseFloat(cells[2], 64)
		if err != nil || err2 != nil {
			panic("weights.tsv: " + line) // a broken tree
		}
		f := Feature{cells[0], weight, prior, cells[3]}
		if i == 0 {
			bias = f
		} else {
			list = append(list, f)
		}
	}
	if len(list) != features {
		panic("weights.tsv has other features than the program") // a broken tree
	}
	return bias, list
})

// Score is the probability that two organizations are one whose names score alike and of which x is known. Each product is rounded before it is
// added, so that every machine gives the same bits.
func (x *Vector) Score(alike float64) float64 {
	bias, list := Model()
	z := Logit(alike) + bias.Weight
	for i, v := range x {
		z += float64(list[i].Weight * v)
	}
	return math.Round(1e4/(1+math.Exp(-z))) / 1e4
}

// Logit is the logarithm of the odds of a probability, which is taken to be neither impossible nor certain.
func Logit(p float64) float64 {
	p = min(max(p, .001), .999)
	return math.Log(p / (1 - p))
}
