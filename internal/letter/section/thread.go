package section

import (
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
)

const (
	buttonTimes  = 4  // how often a button of a thread stands at least, with running text between
	buttonLength = 60 // and how long it is at most
)

// threadOf finds the lines that stand again and again with running text between them, as the button below each comment does, and the place of the first
// of each: what follows is a thread.
func threadOf(d *about.Facts) map[string]int {
	type seen struct{ times, told, texts, first int }
	lines := map[string]*seen{}
	texts := 0
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Prose {
			texts++
			continue
		}
		if p.Sort == document.Cells || p.Sort == document.Heading {
			continue
		}
		for k := range p.Lines {
			t := p.Lines[k].Text
			if n := utf8.RuneCountInString(t); n < 4 || n > buttonLength {
				continue
			}
			s := lines[t]
			if s == nil {
				lines[t] = &seen{times: 1, texts: texts, first: p.Lines[k].Place}
				continue
			}
			s.times++
			if texts > s.texts {
				s.told++
			}
			s.texts = texts
		}
	}
	out := map[string]int{}
	for t, s := range lines {
		if s.told >= buttonTimes-1 && 3*s.told >= s.times {
			out[t] = s.first
		}
	}
	return out
}

// inThread reports whether a candidate that nothing announces holds the button of a thread that began above it: who comments on a letter does not sign it.
func (c *Candidate) inThread(buttons func() map[string]int) bool {
	if rule.Off("section.Candidate.inThread") || c.Blocks[0].Origin == Announced {
		return false
	}
	for i := range c.Blocks {
		for k := range c.Blocks[i].Lines {
			if first, is := buttons()[c.Blocks[i].Lines[k].Text]; is && c.first() >= first {
				return true
			}
		}
	}
	return false
}
