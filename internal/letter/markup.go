package letter

import "cmp"

// markup handles what the markup of a page says: footnotes, names on cards, and lists whose class says that they sign. It
// reports whether nothing else is to be done.
func (f *finder) markup(i int, p *piece) bool {
	first := &p.lines[0]
	if i == f.reach && i > 0 {
		f.flush()
		for k := range p.lines {
			f.doc.leaveOut(&f.left, &p.lines[k], cmp.Or(whyNot(&p.lines[k]), "tells how to reach the name above"))
		}
		return true
	}
	if first.outside && !f.outside {
		f.flush()
		f.open = false // what stands in the footer goes on with no list above it
	}
	f.outside = first.outside
	switch {
	case first.note:
		f.flush()
		if f.open {
			for k := range p.lines {
				f.doc.leaveOut(&f.left, &p.lines[k], "a footnote")
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
