package doubt

import (
	"unicode"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// survey is what the lines of a document say together.
type survey struct {
	told, signing int // headings and paragraphs, and those that speak of signing

	// Where no signatory was found:
	opens                   bool // a line announces some, or takes leave
	follow, names, pictures int
}

// survey looks at all lines; closely where nothing was found.
func (l *look) survey(closely bool) survey {
	if closely && l.closely == nil {
		s := l.surveyed(true)
		l.closely = &s
	}
	if closely {
		return *l.closely
	}
	return l.surveyed(false)
}

func (l *look) surveyed(closely bool) (s survey) {
	below := -1 // lines below the last one that announces signatories; -1 where there is none
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if p.Prose || p.Sort == document.Heading {
			s.told++
			if cue.TopicsOf(p.Text())&cue.AboutSigning != 0 {
				s.signing++
			}
		}
		if !closely {
			continue
		}
		if p.Sort == document.Heading {
			below = -1
		}
		for k := range p.Lines {
			pl := &p.Lines[k]
			if announces(pl) {
				s.opens, below = true, 0
				continue
			}
			if below >= 0 {
				below++
				s.follow = max(s.follow, below)
			}
			s.pictures += int(flag(pl.Picture))
			if t := shortText(pl); t != "" && !p.Prose && (phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t)) && !phrase.IsSentence(t) {
				s.names++
			}
		}
	}
	return s
}

// announces reports whether a line says that signatories follow.
func announces(l *document.Line) bool {
	switch cue.Of(l) {
	case cue.Opens, cue.SignOff, cue.SubOrgs, cue.SubPeople:
		return true
	}
	return text.WordCount(l.Text) <= 40 && cue.LeadIn(l.Text)
}

// foreign is the share of a text's first letters that are not Latin.
func foreign(s string) float64 {
	all, other := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if all++; !unicode.Is(unicode.Latin, r) {
				other++
			}
			if all == 4000 {
				break
			}
		}
	}
	return share(other, all)
}
