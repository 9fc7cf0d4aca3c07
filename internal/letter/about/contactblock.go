package about

import (
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// ContactBlocks reports whether a letter prints a contact below each name: then contacts do not end the list. Two such pieces make a habit.
func (d *Facts) ContactBlocks() bool {
	if rule.Off("about.Facts.ContactBlocks") {
		return false
	}
	n := 0
	for i := range d.Pieces {
		p := &d.Pieces[i]
		for k := 1; k < len(p.Lines) && k <= 3 && !p.Prose; k++ {
			if cue.ContactLine.MatchString(text.FoldLine(p.Lines[k].Text)) {
				n++
				break
			}
		}
	}
	return n >= 2
}
