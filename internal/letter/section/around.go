package section

import (
	"math"
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/text"
)

// around reads the heading above and the line right above.
func (c *Candidate) around(d *about.Facts, first int) {
	f := &c.Features
	lead := -1
	for i := first - 1; i >= 0; i-- {
		l := &d.Lines[i]
		if l.Outside != d.Lines[first].Outside {
			continue
		}
		if l.Sort == document.Heading {
			topics(f, fHeadSigning, l.Text)
			switch c.says(l) {
			case cue.Opens:
				f[fHeadOpens] = 1
			case cue.SubOrgs, cue.SubPeople, cue.SubOther:
				f[fHeadSub] = 1
			case cue.Closes:
				f[fHeadCloses] = 1
			default:
				f[fHeadOther] = 1
			}
			break
		}
		if lead < 0 && first-i <= 3 && l.Sort == document.Plain {
			lead = i
		}
	}
	if lead < 0 {
		return
	}
	l := &d.Lines[lead]
	topics(f, fLeadSigning, l.Text)
	folded := text.FoldLine(l.Text)
	if cue.Closing(folded) {
		f[fLeadSigning] = 0 // "To this the signatories commit:"
	}
	says := c.says(l)
	set(f, fLeadOpens, says == cue.Opens || says != cue.Closes && cue.LeadIn(l.Text) || says != cue.Closes && text.WordCount(l.Text) <= 40 && cue.Announces(folded))
	set(f, fLeadCloses, says == cue.Closes)
	r, _ := utf8.DecodeLastRuneInString(l.Text)
	set(f, fLeadColon, r == ':' || r == '：')
}

// says is what a line above a candidate says of it. Sponsors are signatories only where the walk over headings took them for such.
func (c *Candidate) says(l *document.Line) cue.Cue {
	says := cue.Of(l)
	if says == cue.Opens && c.Blocks[0].Origin == Shape && sponsored.MatchString(text.FoldLine(l.Text)) {
		return cue.Closes
	}
	return says
}

// topics sets the six features from first on by what a line speaks of.
func topics(f *Features, first int, s string) {
	t := cue.TopicsOf(s)
	for i, topic := range []cue.Topic{cue.AboutSigning, cue.AboutSupport, cue.AboutGroups, cue.AboutPersons, cue.AboutPaper, cue.AboutElse} {
		set(f, first+i, t&topic != 0)
	}
}

// ofDocument adds what the document is.
func ofDocument(f *Features, d *about.Facts, n int) {
	switch d.Kind {
	case draft.KindLetter:
		f[fLetter] = 1
	case draft.KindStatement, draft.KindPetition:
		f[fStatement] = 1
	case draft.KindPress, draft.KindNews:
		f[fPress] = 1
	case draft.KindList:
		f[fList] = 1
	default:
		f[fElse] = 1
	}
	set(f, fGreets, d.Salutation >= 0)
	title := cue.TopicsOf(string(d.Title))
	set(f, fTitleSigning, title&cue.AboutSigning != 0)
	set(f, fTitleSupport, title&cue.AboutSupport != 0)
	set(f, fTitleElse, title&cue.AboutElse != 0)
	set(f, fTitled, cue.Announces(text.FoldLine(string(d.Title))))
	if c := d.Claimed.Organizations; c != nil && *c > 0 {
		off := math.Abs(float64(n)/float64(*c) - 1)
		set(f, fClaimMet, off <= .1)
		set(f, fClaimFar, off > .5)
	}
}
