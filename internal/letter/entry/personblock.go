package entry

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// personBlock reads a person with what she is over several lines, where a heading says that persons follow and geometry says that the
// lines stand together, apart from others.
func personBlock(lines []document.Line, ctx section.Setting) (Entry, bool) {
	if ctx.Company != section.People || len(lines) < 2 || len(lines) > 6 || lines[0].Sort != document.Plain || phrase.PersonCertainty(phrase.CutMarks(beforeComma(lines[0].Text))) == 0 {
		return Entry{}, false
	}
	said := []string{}
	if i := strings.IndexByte(lines[0].Text, ','); i > 0 {
		said = append(said, text.Trim(lines[0].Text[i+1:]))
	}
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if l.Sign == document.NoSign || l.Gap > 0 || phrase.PersonCertainty(l.Text) == 2 || len(said) > 0 && phrase.BeginsPerson(l.Text) || cue.WhyNot(l) != "" {
			return Entry{}, false
		}
		if n := len(said); n > 0 && l.Sign >= document.MayFollow {
			said[n-1] = text.Join(said[n-1], l.Text)
		} else {
			said = append(said, strings.TrimRight(l.Text, ", "))
		}
	}
	e := Entry{Person: text.Trim(beforeComma(lines[0].Text)), Lines: lines, Setting: ctx, Own: true}
	e.Office = strings.Join(said, ", ")
	if org := phrase.OrganizationIn(e.Office); org != "" {
		e.Text = org
		e.Office = phrase.WithoutOrganization(e.Office, org)
	}
	return e, true
}

func beforeComma(s string) string {
	before, _, _ := strings.Cut(s, ",")
	return before
}
