package section

import (
	"maps"
	"slices"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
)

// unannounced proposes what the walk over headings passed by: the names that end a letter, a page of logos and a letterhead. Each is proposed whatever
// else was found, and competes with what its lines look like by themselves (contest.go).
func (f *finder) unannounced() {
	passed := map[int]bool{} // lines that the walk put aside, by place
	for i := range f.left {
		if f.left[i].Why != runningText {
			passed[f.left[i].Place] = true
		}
	}
	var free []int // pieces of which it took no line and put none aside
	for i := range f.doc.Pieces {
		if p := &f.doc.Pieces[i]; !f.taken[i] && !slices.ContainsFunc(p.Lines, func(l document.Line) bool { return passed[l.Place] }) {
			free = append(free, i)
		}
	}
	f.logoWall(free)
	f.trailing(free)
	f.letterhead(free)
}

// logoWall proposes the pictures of a document that holds nothing but them, five or more with names, and no text beside titles: such pages are
// included where a site shows who supports it.
func (f *finder) logoWall(free []int) {
	if f.doc.Reports() {
		return
	}
	n := 0
	for i := range f.doc.Pieces {
		p := &f.doc.Pieces[i]
		if p.Prose {
			return
		}
		for k := range p.Lines {
			if p.Lines[k].Picture {
				n++
			} else if p.Sort != document.Heading {
				n--
			}
		}
	}
	if n < 5 {
		return
	}
	apart := f.apart(Trailing)
	apart.ctx.Company = Organizations
	for _, i := range free {
		for k := range f.doc.Pieces[i].Lines {
			if l := f.doc.Pieces[i].Lines[k]; l.Picture {
				apart.add(i, l)
			}
		}
	}
	f.join(apart)
}

// trailing proposes the names below the last running text of a letter.
func (f *finder) trailing(free []int) {
	d := f.doc
	if !d.Addresses() {
		return
	}
	last := -1
	for i := range d.Pieces {
		if d.Pieces[i].Prose && d.Pieces[i].Sort == document.Plain {
			last = i
		}
	}
	if last < 0 || last < d.Salutation {
		return
	}
	names, orgs, found := 0, 0, []int{}
	for i := last + 1; i < len(d.Pieces); i++ {
		p := &d.Pieces[i]
		if p.Sort == document.Heading || len(p.Lines) == 1 && (cue.Of(&p.Lines[0]) == cue.Closes || leadsAside(&p.Lines[0])) {
			break
		}
		if _, is := slices.BinarySearch(free, i); !is {
			continue
		}
		found = append(found, i)
		for k := range p.Lines {
			if cue.WhyNot(&p.Lines[k]) == "" && cue.Of(&p.Lines[k]) == cue.None {
				names++
				if parts := phrase.SplitNames(p.Lines[k].Text); len(parts) > 3 && phrase.IsNameList(p.Lines[k].Text) {
					names += len(parts)
					for _, part := range parts {
						if phrase.HasWord(part.Text, lexicon.OrgWords) {
							orgs++
						}
					}
					continue
				}
				if t := p.Lines[k].Text; p.Sort != document.Item || phrase.HasWord(t, lexicon.OrgWords) || phrase.PersonCertainty(t) == 2 {
					orgs++ // bullets at the end may be demands
				}
			}
		}
	}
	if names < 3 || 2*orgs < names {
		return
	}
	apart := f.apart(Trailing)
	for _, i := range found {
		apart.piece(i)
	}
	f.join(apart)
}

// letterhead proposes a long list of organizations above the greeting.
func (f *finder) letterhead(free []int) {
	d := f.doc
	if d.Kind != draft.KindLetter || d.Salutation < 0 {
		return
	}
	for _, i := range free {
		if i >= d.Salutation {
			return
		}
		p := &d.Pieces[i]
		if f.taken[i] || p.Prose || p.Sort == document.Heading || p.Sort == document.Cells || i == d.TitlePiece {
			continue
		}
		names, orgs := 0, 0
		for k := range p.Lines {
			if phrase.LooksLikeAddress(p.Lines[k].Text) {
				names = -len(p.Lines)
			}
			if cue.WhyNot(&p.Lines[k]) == "" {
				names++
			}
			if phrase.HasWord(p.Lines[k].Text, lexicon.OrgWords) {
				orgs++
			}
		}
		if names >= 6 && 3*orgs >= names {
			apart := f.apart(Letterhead)
			apart.now = &Block{Lines: p.Lines, Sort: p.Sort, Setting: apart.ctx}
			f.taken[i] = true
			f.join(apart)
		}
	}
}

// apart is a finder that goes on where the walk ended, in a section of its own.
func (f *finder) apart(o origin) *finder {
	g := *f
	g.blocks, g.left, g.now = nil, nil, nil
	g.open, g.ctx, g.proposes = true, Setting{Origin: o}, o
	g.heads = map[int]bool{}
	g.marks = maps.Clone(f.marks)
	return &g
}

// join takes over what such a finder found, and what prints it again, and notes over which lines it went.
func (f *finder) join(g *finder) {
	g.flush()
	o, before := g.proposes, len(f.blocks)
	for _, b := range g.blocks {
		if b.Origin == o { // what a sign-off opens, the walk has seen
			b.from = o
			f.blocks = append(f.blocks, b)
		}
	}
	f.repeatedBlocks()
	f.repeats(f.blocks[before:], o)
	for _, b := range f.blocks[before:] {
		for k := range b.Lines {
			f.over[b.Lines[k].Place] = o
		}
	}
	for i := range g.left {
		f.over[g.left[i].Place] = o
	}
	for place := range g.heads {
		f.over[place] = o
	}
	f.aside[o] = append(f.aside[o], g.left...)
}
