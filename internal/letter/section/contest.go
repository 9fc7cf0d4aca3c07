package section

import "undersigned/internal/letter/draft"

// Left are the lines that were left out: by the walk over headings, and within what nothing announces.
type Left struct {
	lines []draft.LeftOut
	aside map[origin][]draft.LeftOut
}

// contest settles which reading holds where a finder of what nothing announces and the look of the lines propose the same ones: the one that promises
// more, entry by entry above its bar. The other is beaten, however likely. It returns what else is left out.
func contest(all []Candidate, left *Left) []draft.LeftOut {
	weigh(all)
	out := left.lines
	for _, o := range []origin{Trailing, Letterhead} {
		var promise [2]float64
		for i := range all {
			if c := &all[i]; c.from == o {
				promise[c.side()] += float64(len(c.entries())) * max(0, c.Score-barOf(c.Finder))
			}
		}
		wins := 0
		if wide*promise[1] > promise[0] {
			wins = 1
		}
		if promise[wins] == 0 {
			continue
		}
		for i := range all {
			all[i].Beaten = all[i].Beaten || all[i].from == o && all[i].side() != wins
		}
		if wins == 0 {
			out = append(out[:len(out):len(out)], left.aside[o]...)
		}
	}
	return out
}

// wide is how much of its promise the look of the lines keeps in a contest: it knows nothing of headings between them, and so may part one list.
const wide = .9

// side tells the two readings of a contest apart: 1 is the look of the lines.
func (c *Candidate) side() int { return count(c.Blocks[0].Origin == Shape) }

// weigh lets both readings of the same lines count alike in their scores: the further the other is from saying the same, the less is sure. Where another
// list is announced, one that nothing announces has little to say.
func weigh(all []Candidate) {
	said := [2]map[int]float64{{}, {}}
	for i := range all {
		if c := &all[i]; c.Rivalled() && c.Features[fBeside] == 0 {
			c.each(func(place int) { said[c.side()][place] = c.Score })
		}
	}
	for i := range all {
		c := &all[i]
		if !c.Rivalled() || c.Features[fBeside] == 1 {
			continue
		}
		n, sum := 0, 0.0
		c.each(func(place int) {
			if p, is := said[1-c.side()][place]; is {
				n, sum = n+1, sum+p
			}
		})
		if n > 0 {
			c.Score = (c.Score + sum/float64(n)) / 2
		}
	}
}

// each calls f with the places of a candidate's lines.
func (c *Candidate) each(f func(place int)) {
	for i := range c.Blocks {
		for k := range c.Blocks[i].Lines {
			f(c.Blocks[i].Lines[k].Place)
		}
	}
}

// Rivalled reports whether a candidate's lines are read in two ways, which compete.
func (c *Candidate) Rivalled() bool { return c.from != Announced }
