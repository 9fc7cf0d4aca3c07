package section

import (
	"slices"
	"sync"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
)

// Found is what is taken of a document, and what was proposed.
type Found struct {
	Blocks     []Block
	Left       []draft.LeftOut
	Candidates []Candidate // all, with their scores

	scores map[int]float64 // of the lines that were taken, by place
}

// Score is that of the candidate in which a line was taken, by its place; 1 for one that a sentence names.
func (f *Found) Score(place int) float64 {
	if p, taken := f.scores[place]; taken {
		return p
	}
	return 1
}

// Find finds the signatories' blocks, in the order of the document.
func Find(d *about.Facts, m *Model) Found {
	found := Found{}
	all, left := Candidates(d, m)
	buttons := sync.OnceValue(func() map[string]int { return threadOf(d) })
	for i := range all {
		if c := &all[i]; !c.certain {
			c.Score = m.probability(c)
			if Takes(c.Finder, c.Score) && (c.isNone(c.entries()) || c.inThread(buttons)) {
				c.Score = 0
			}
		}
	}
	found.Candidates, found.Left = all, contest(all, left)
	var taken []*Candidate
	entries := 0
	for i := range all {
		if c := &all[i]; !c.Beaten && Takes(c.Finder, c.Score) {
			taken = append(taken, c)
			entries += len(c.entries())
		}
	}
	taken = append(taken, again(d, found.Candidates, entries)...)
	slices.SortFunc(taken, func(a, b *Candidate) int { return a.order - b.order }) // a second printing comes after the first
	found.scores = map[int]float64{}
	for _, c := range taken {
		c.Taken = true
		c.each(func(place int) { found.scores[place] = c.Score })
		found.Blocks = append(found.Blocks, c.Blocks...)
	}
	return found
}

// What is announced is believed sooner than what only looks like a list.
const (
	announcedFrom = .2
	shapeFrom     = .5 // and of what else nothing announces
	laxFrom       = .1 // of a second look
)

// Takes reports whether a candidate of a finder with that score is taken.
func Takes(finder string, score float64) bool { return score >= barOf(finder) }

func barOf(finder string) float64 {
	switch finder {
	case Shape.String(), Trailing.String(), Letterhead.String():
		return shapeFrom
	}
	return announcedFrom
}

// again is the second, laxer look: where far fewer are found than the document claims, the most likely of the others is taken whose number makes up
// what is missing.
func again(d *about.Facts, all []Candidate, entries int) []*Candidate {
	claim := 0
	for _, n := range []*int{d.Claimed.Organizations, d.Claimed.Individuals} {
		if n != nil {
			claim += *n
		}
	}
	if claim < 4 || 10*entries >= 7*claim {
		return nil
	}
	var best *Candidate
	for i := range all {
		c := &all[i]
		if c.Beaten || Takes(c.Finder, c.Score) || c.Score < laxFrom {
			continue
		}
		if n := entries + len(c.entries()); 10*n < 7*claim || 10*n > 13*claim {
			continue
		}
		if best == nil || c.Score > best.Score {
			best = c
		}
	}
	if best == nil {
		return nil
	}
	return []*Candidate{best}
}
