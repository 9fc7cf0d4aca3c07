package letter

import (
	"fmt"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/rule"
)

const (
	faintBelow = 0.4 // the confidence below which a row rather is no signatory
	faintAlone = 2   // organizations, and persons, that may be all that was found
	faintAmong = 20  // persons for each organization among them
)

// dropFaint leaves out organizations that rather are none, where the document as a whole speaks against them too: one or two and nothing else, as buttons
// and remarks of a page that names nobody are read, or a few among many persons, as the lines between their names are. It reports whether it did.
// Elsewhere rows of little confidence stay, for a person to decide: in a list that was read as such half of them are right.
func dropFaint(d *draft.Draft, behind []*entry.Entry) ([]*entry.Entry, bool) {
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
	kept, keptBehind := []draft.Row{}, []*entry.Entry{}
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type != graph.TypeOrganization || r.Features == nil || r.Confidence >= faintBelow {
			kept, keptBehind = append(kept, *r), append(keptBehind, behind[i])
			continue
		}
		why := "it rather is no signatory (confidence %.2f), and nothing else was found"
		if !alone {
			why = "it rather is no signatory (confidence %.2f), and those around it are persons"
		}
		d.Faint = append(d.Faint, *r)
		d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: r.Line, Text: r.Name, Why: fmt.Sprintf(why, r.Confidence)})
	}
	d.Signatories = kept
	return keptBehind, true
}
