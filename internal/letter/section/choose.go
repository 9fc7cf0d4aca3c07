package section

import (
	"slices"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
)

// Found is what is taken of a document, and what was proposed.
type Found struct {
	Blocks     []Block
	Left       []draft.LeftOut
	Candidates []Candidate // all, with their scores
}

// Find finds the signatories' blocks, in the order of the document.
func Find(d *about.Facts, m *Model) Found {
	found := Found{}
	found.Candidates, found.Left = Candidates(d)
	var taken []*Candidate
	for i := range found.Candidates {
		c := &found.Candidates[i]
		if c.Score = 1; !c.certain {
			c.Score = m.probability(c)
		}
		if Takes(c.Finder, c.Score) {
			taken = append(taken, c)
		}
	}
	slices.SortFunc(taken, func(a, b *Candidate) int { return a.order - b.order }) // a second printing comes after the first
	for _, c := range taken {
		found.Blocks = append(found.Blocks, c.Blocks...)
	}
	return found
}

// What is announced is believed sooner than what only looks like a list.
const (
	announcedFrom = .3
	shapeFrom     = .5
)

// Takes reports whether a candidate of a finder with that score is taken.
func Takes(finder string, score float64) bool {
	if finder == Shape.String() {
		return score >= shapeFrom
	}
	return score >= announcedFrom
}
