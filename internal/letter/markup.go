package letter

import "cmp"

// markup handles what the markup of a page says: footnotes, names on cards, and lists whose class says that they sign. It
// reports whether nothing else is to be done.
func (f *finder) markup(i int, p *piece) bool {
	first := &p.lines[0]
	if i == f.reach && i > 0 {
		f.flush()
		for k := range p.lines {
			leaveOut(&f.left, &p.lines[k], cmp.Or(whyNot(&p.lines[k]), "tells how to reach the name above"))
		}
		return true
	}
	if first.outside && !f.outside {
		f.flush()
		f.open = false // what stands in the footer goes on with no list above it
	}
	f.outside = first.outside
	switch {
	case f.open && first.picture && len(p.lines) >= 3 && allPictures(p) && f.listed() >= len(p.lines):
		f.flush()
		for k := range p.lines {
			leaveOut(&f.left, &p.lines[k], "a logo beside the list")
		}
		return true
	case first.note:
		f.flush()
		if f.open {
			for k := range p.lines {
				leaveOut(&f.left, &p.lines[k], "a footnote")
			}
		}
		return true
	case first.named && !f.doc.reports() && f.doc.kind != kindProfile:
		f.flush()
		open, ctx := f.open, f.ctx
		f.open, f.ctx = true, setting{origin: announced, company: organizations}
		for k := range p.lines {
			if p.lines[k].named {
				f.add(i, p.lines[k])
			}
		}
		f.flush()
		f.open, f.ctx = open, ctx
		return true
	case first.said && !f.open && !p.prose && len(p.lines) >= 3 && !f.doc.reports():
		f.begin(setting{origin: announced}, 0)
	}
	return false
}

func allPictures(p *piece) bool {
	for i := range p.lines {
		if !p.lines[i].picture {
			return false
		}
	}
	return true
}

// listed counts the names in text that the open section has. A wall of no more logos than that shows the same signatories, with shorter
// names.
func (f *finder) listed() int {
	n := 0
	for i := len(f.blocks) - 1; i >= 0 && f.blocks[i].setting == f.ctx; i-- {
		b := &f.blocks[i]
		for k := range b.lines {
			switch {
			case b.lines[k].picture:
			case b.sort == plain && (b.list || inlineBlock(b.lines[k:k+1])):
				n += len(splitNames(b.lines[k].text))
			default:
				n++
			}
		}
	}
	return n
}
