package section

import (
	"cmp"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
)

// markup handles what the markup of a page says: footnotes, names on cards, and lists whose class says that they sign. It
// reports whether nothing else is to be done.
func (f *finder) markup(i int, p *document.Piece) bool {
	if rule.Off("section.finder.markup") {
		return false
	}
	first := &p.Lines[0]
	if i == f.reach && i > 0 {
		f.flush()
		for k := range p.Lines {
			leaveOut(&f.left, &p.Lines[k], cmp.Or(cue.WhyNot(&p.Lines[k]), "tells how to reach the name above"))
		}
		return true
	}
	if first.Outside && !f.outside {
		f.flush()
		f.open = false // what stands in the footer goes on with no list above it
	}
	f.outside = first.Outside
	switch {
	case f.open && first.Picture && len(p.Lines) >= 3 && allPictures(p) && f.listed() >= len(p.Lines):
		f.flush()
		for k := range p.Lines {
			leaveOut(&f.left, &p.Lines[k], "a logo beside the list")
			f.beside[p.Lines[k].Place] = true
		}
		return true
	case first.Note:
		f.flush()
		if f.open {
			for k := range p.Lines {
				leaveOut(&f.left, &p.Lines[k], "a footnote")
			}
		}
		return true
	case first.Named && !f.doc.Reports() && f.doc.Kind != draft.KindProfile:
		f.flush()
		open, ctx := f.open, f.ctx
		f.open, f.ctx = true, Setting{Origin: Announced, Company: Organizations}
		for k := range p.Lines {
			if p.Lines[k].Named {
				f.add(i, p.Lines[k])
			}
		}
		f.flush()
		f.open, f.ctx = open, ctx
		return true
	case first.Said && !f.open && !p.Prose && len(p.Lines) >= 3 && !f.doc.Reports():
		f.begin(Setting{Origin: Announced}, 0)
	}
	return false
}

func allPictures(p *document.Piece) bool {
	if rule.Off("section.allPictures") {
		return false
	}
	for i := range p.Lines {
		if !p.Lines[i].Picture {
			return false
		}
	}
	return true
}

// listed counts the names in text that the open section has. A wall of no more logos than that shows the same signatories, with shorter
// names.
func (f *finder) listed() int {
	n := 0
	for i := len(f.blocks) - 1; i >= 0 && f.blocks[i].Setting == f.ctx; i-- {
		b := &f.blocks[i]
		for k := range b.Lines {
			switch {
			case b.Lines[k].Picture:
			case b.Sort == document.Plain && (b.List || InlineBlock(b.Lines[k:k+1])):
				n += len(phrase.SplitNames(b.Lines[k].Text))
			default:
				n++
			}
		}
	}
	return n
}
