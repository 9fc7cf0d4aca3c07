package partner

import (
	"math"

	"undersigned/graph"
)

// DefaultBeta is the power of a candidate's number of letters that its score is divided by.
const DefaultBeta = .3

// NoBeta as Query.Beta divides by nothing: plain ProbS, which favours the active a little more.
const NoBeta = -1

// Query asks for partners of some organizations.
type Query struct {
	Seeds   []int32              // positions of organizations; repeated ones count once
	Weights []float64            // weight of each letter, finite and at least 0; nil: 1 each
	Exclude func(org int32) bool // candidates to leave out; they still count as signers and as partners in between. nil: nobody
	Beta    float64              // 0: DefaultBeta; NoBeta (or any negative number): no division
	Limit   int                  // suggestions wanted; 0: all
}

// Suggestion is one candidate with the split of its score. Letters add up to Score within 1e-12, and so do Seeds (Suggest)
// or Via (SuggestNew). Shares come largest first, then by position.
type Suggestion struct {
	Org     int32
	Score   float64
	New     bool          // never signed a letter with a seed
	Letters []LetterShare // letters of Org that its score came through; signed by a seed, or by a partner where New
	Seeds   []SeedShare   // seeds the score came from; empty where New
	Via     []ViaShare    // partners in between; empty unless New
}

// LetterShare is the part of a score that came through one letter.
type LetterShare struct {
	Letter int32
	Share  float64
}

// SeedShare is the part of a score that came from one seed.
type SeedShare struct {
	Seed  int32
	Share float64
}

// ViaShare is the part of a score that came over one partner: an organization that signed with a seed and with the candidate.
type ViaShare struct {
	Org   int32
	Share float64
}

// seeds checks the query against x and returns its seeds without repeats, in the order given.
func (q Query) seeds(x *graph.Incidence) ([]int32, error) {
	if len(q.Seeds) == 0 {
		return nil, graph.Errorf(graph.Invalid, "Name at least one organization to find partners for.")
	}
	if q.Weights != nil && len(q.Weights) != x.Letters() {
		return nil, graph.Errorf(graph.Invalid, "There are %d letters but %d weights; give each letter one weight.", x.Letters(), len(q.Weights))
	}
	for l, w := range q.Weights {
		if !(w >= 0) || math.IsInf(w, 1) {
			return nil, graph.Errorf(graph.Invalid, "The weight of letter %d is %v; weights must be finite and not negative.", l, w)
		}
	}
	if math.IsNaN(q.Beta) || math.IsInf(q.Beta, 0) {
		return nil, graph.Errorf(graph.Invalid, "Beta is %v; it must be a finite number.", q.Beta)
	}
	seen := make(map[int32]bool, len(q.Seeds))
	seeds := make([]int32, 0, len(q.Seeds))
	for _, s := range q.Seeds {
		if s < 0 || int(s) >= x.Organizations() {
			return nil, graph.Errorf(graph.NotFound, "There is no organization at position %d; this network has %d.", s, x.Organizations())
		}
		if !seen[s] {
			seen[s] = true
			seeds = append(seeds, s)
		}
	}
	return seeds, nil
}

func (q Query) beta() float64 {
	switch {
	case q.Beta == 0:
		return DefaultBeta
	case q.Beta < 0:
		return 0
	}
	return q.Beta
}

func (q Query) weight(l int32) float64 {
	if q.Weights == nil {
		return 1
	}
	return q.Weights[l]
}

func (q Query) excludes(o int32) bool { return q.Exclude != nil && q.Exclude(o) }
