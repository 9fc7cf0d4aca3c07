package names

import (
	_ "embed"
	"math"
	"strconv"
	"sync"
)

// Verdict is the zone that a pair is in.
type Verdict string

// The zones. Only a written rule makes two names the same by itself.
const (
	Same      Verdict = "same"
	Ask       Verdict = "ask"
	Different Verdict = "different"
)

// askFrom is the least score of a pair that is worth a person's look.
const askFrom = .35

// keptApart is the most that a pair scores whose numbers or places differ.
const keptApart = .3

// decided is the least that a pair scores that a written rule joins.
const decided = .99

// aChild is the most that a pair scores of which one says nothing more than a place, a number or a chapter: it is a part of the other, unless
// somebody knows better.
const aChild = .45

// Result says whether two names stand for one organization.
type Result struct {
	Score   float64 // the probability that they do
	Verdict Verdict
	Rule    string // the id of the rule that made them the same, or ""
	Why     string
}

type model struct {
	bias    float64
	weights vector
}

var fitted = sync.OnceValue(func() *model {
	m := &model{}
	at := map[string]int{}
	for i, name := range featureNames {
		at[name] = i
	}
	for name, w := range weightsOf("weights.tsv") {
		if name == "bias" {
			m.bias = w
		} else if i, ok := at[name]; ok {
			m.weights[i] = w
		}
	}
	return m
})

func weightsOf(file string) map[string]float64 {
	m := map[string]float64{}
	for _, f := range rows(file) {
		w, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic(file + ": " + f[0]) // a broken tree
		}
		m[f[0]] = w
	}
	return m
}

// score is the probability of a vector. Each product is rounded before it is added, so that every machine gives the same bits.
func (m *model) score(x *vector) float64 {
	z := m.bias
	for i, v := range x {
		if v != 0 {
			z += float64(m.weights[i] * v)
		}
	}
	return sigmoid(z)
}

// best returns the likest pair of readings of two names, by the model.
func (c *Corpus) best(f, g *Form) (compared, float64) {
	m := fitted()
	var best compared
	score := -1.0
	for i := range f.readings {
		for k := range g.readings {
			if i > 0 && k > 0 && f.readings[i].part != wholeName && g.readings[k].part != wholeName {
				continue // what is around the two parts may differ
			}
			now := c.compareReadings(f, g, &f.readings[i], &g.readings[k])
			c.acronymFeatures(f, g, &now.x)
			if now.x[fPlaceOnly]+now.x[fPlaceConflict] > 0 {
				now.x[fAcronymSame], now.x[fAcronymLong] = 0, 0 // chapters share their parent's
			}
			if s := m.score(&now.x); s > score {
				best, score = now, s
			}
		}
	}
	return best, score
}

// Compare compares two names of the corpus, or forms made by it.
func (c *Corpus) Compare(f, g *Form) Result {
	if g.Printed < f.Printed {
		f, g = g, f // words that are alike in several ways are paired in the order of the first name
	}
	best, score := c.best(f, g)
	r := Result{Score: math.Round(min(score, best.most())*1e4) / 1e4}
	r.Rule = c.rule(f, g)
	switch {
	case r.Rule != "":
		r.Verdict, r.Score = Same, max(r.Score, decided)
	case r.Score >= askFrom:
		r.Verdict = Ask
	default:
		r.Verdict = Different
	}
	r.Why = c.why(f, g, &best, r.Rule)
	return r
}

// most bounds the score of a pair.
func (c *compared) most() float64 {
	words := c.left[0].words + c.left[1].words
	switch {
	case c.x[fNumberConflict]+c.x[fPlaceConflict] > 0:
		return keptApart // whatever else is alike
	case c.x[fPlaceOnly]+c.x[fChapterAdded] > 0, c.x[fNumberAdded] > 0 && words == 0:
		return aChild // a part and the whole
	case c.x[fArmAdded] > 0 && words == 1:
		return aChild // a body and its arm
	case c.aside:
		return aChild // what both put in brackets tells them apart
	case c.oneWordUnlike() && c.x[fAcronymOf]+c.x[fAcronymFits]+c.x[fAcronymSame] == 0:
		return aChild
	}
	return 1
}

// oneWordUnlike reports whether names of one word are only alike: a short word with a slip, a word in another form or language.
func (c *compared) oneWordUnlike() bool {
	slip := c.al.matched[mistyped] > 0 && min(len(c.al.a.compact), len(c.al.b.compact)) >= 8
	return c.x[fTypoLone] == 1 && c.x[fLone] == 1 && c.x[fJoint] == 0 && c.al.matched[joinedUp] == 0 && !slip && !containsAny(c.al.a.legal, c.al.b.legal)
}
