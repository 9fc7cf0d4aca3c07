package letter

import (
	"fmt"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

const (
	faintBelow = 0.4 // the confidence below which a row rather is no signatory
	faintAlone = 2   // organizations, and persons, that may be all that was found
	faintAmong = 20  // persons for each organization among them

	unlikeBelow = 0.3 // the confidence below which a document's lists rather are of something else
	unlikeTold  = 10  // organizations of which one at most has a word that tells it
	aboveUnlike = 8   // lines above the first name that may speak of signing
)

// dropFaint leaves out organizations that rather are none, where the document as a whole speaks against them too: one or two and nothing else, as buttons
// and remarks of a page that names nobody are read, or a few among many persons, as the lines between their names are. It reports whether it did.
// Elsewhere rows of little confidence stay, for a person to decide: in a list that was read as such half of them are right.
func dropFaint(d *draft.Draft, pieces []document.Piece, behind []*entry.Entry) ([]*entry.Entry, bool) {
	if unlike(d, behind) && !spokenAbove(pieces, behind[0].Lines[0].Number) {
		return drop(d, behind, 1, "nothing announces its list, which is of no organizations (confidence %.2f)")
	}
	if rule.Off("letter.dropFaint") {
		return behind, false
	}
	organizations, faint := 0, 0
	for i := range d.Signatories {
		if r := &d.Signatories[i]; r.Type == graph.TypeOrganization {
			organizations++
			if r.Features != nil && r.Confidence < faintBelow {
				faint++
			}
		}
	}
	persons := len(d.Signatories) - organizations
	alone := faint == organizations && organizations <= faintAlone && persons <= faintAlone
	if faint == 0 || !alone && faintAmong*organizations > persons {
		return behind, false
	}
	why := "it rather is no signatory (confidence %.2f), and those around it are persons"
	if alone {
		why = "it rather is no signatory (confidence %.2f), and nothing else was found"
	}
	return drop(d, behind, faintBelow, why)
}

// drop leaves out the organizations whose confidence is below.
func drop(d *draft.Draft, behind []*entry.Entry, below float64, why string) ([]*entry.Entry, bool) {
	kept, keptBehind := []draft.Row{}, []*entry.Entry{}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type != graph.TypeOrganization || r.Features == nil || r.Confidence >= below {
			kept, keptBehind = append(kept, *r), append(keptBehind, behind[i])
			continue
		}
		d.Faint = append(d.Faint, *r)
		d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: r.Line, Text: r.Name, Why: fmt.Sprintf(why, r.Confidence)})
	}
	d.Signatories = kept
	return keptBehind, true
}

// unlike reports whether a document rather has no signatories: all that was found are lists that nothing announces, and hardly a name has a word of
// organizations. Menus and lists of pages are read so.
func unlike(d *draft.Draft, behind []*entry.Entry) bool {
	if rule.Off("letter.unlike") || d.Confidence >= unlikeBelow {
		return false
	}
	organizations, told := 0, 0
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type != graph.TypeOrganization {
			continue
		}
		if r.Features == nil || behind[i].Origin != section.Shape {
			return false
		}
		organizations++
		if phrase.HasWord(r.Name, lexicon.OrgWords) || phrase.HasCompound(r.Name) || phrase.LegalEnd(r.Name) {
			told++
		}
	}
	return organizations > 0 && unlikeTold*told <= organizations
}

// spokenAbove reports whether a line not far above speaks of signing.
func spokenAbove(pieces []document.Piece, number int) bool {
	for i := range pieces {
		for k := range pieces[i].Lines {
			l := &pieces[i].Lines[k]
			if l.Number < number && l.Number >= number-aboveUnlike && cue.TopicsOf(text.FoldLine(l.Text))&(cue.AboutSigning|cue.AboutPaper) != 0 {
				return true
			}
		}
	}
	return false
}
