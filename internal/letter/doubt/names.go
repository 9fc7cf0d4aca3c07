package doubt

import (
	"fmt"
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
)

// Below it a row is worth a look.
const unsureRow = 0.7

// said reports whether something beside the look of row i tells what it is: a heading that says organizations or persons, somebody who signs for
// it, or a document that says itself who signed.
func (l *look) said(i int) bool {
	if l.Behind == nil || l.Signatories[i].Capacity == graph.OnBehalf {
		return true
	}
	e := l.Behind[i]
	return e.Company != section.Anyone || e.Person != "" || len(e.Lines) > 0 && e.Lines[0].Named
}

// organized reports whether a name looks like an organization's: it has a word that these have, a legal form, an acronym or an address in the net.
func organized(name string) bool {
	if phrase.HasWord(name, lexicon.OrgWords) || phrase.HasWord(name, about.LegalForms) || phrase.HasCompound(name) {
		return true
	}
	for w := range strings.FieldsSeq(name) {
		w = strings.Trim(w, "().,;:“”\"'’")
		upper, letters := 0, 0
		for _, r := range w {
			if unicode.IsUpper(r) {
				upper++
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
		}
		if upper >= 2 && (upper == letters || upper >= 3) && strings.ToUpper(name) != name || strings.IndexByte(w, '.') > 1 && len(w) > 4 {
			return true
		}
	}
	return false
}

// nameless tells of rows that are organizations by nothing but not looking like persons.
func nameless(l *look) string {
	asked, bare := 0, 0
	for _, i := range l.organizations {
		if l.said(i) {
			continue
		}
		asked++
		if !organized(l.Signatories[i].Name) {
			bare++
		}
	}
	if asked == 0 || 2*asked < len(l.organizations) || 2*bare <= asked {
		return ""
	}
	return "most rows have no word of an organization and no heading says organizations"
}

// mixed tells of lists in which persons and organizations stand together and only their look tells which is which.
func mixed(l *look) string {
	persons, organizations := 0, 0
	for i := range l.Signatories {
		switch {
		case l.said(i):
		case l.Signatories[i].Type == graph.TypePerson:
			persons++
		case !organized(l.Signatories[i].Name):
			organizations++
		}
	}
	if least := min(persons, organizations); least < 3 || 20*least < persons+organizations {
		return ""
	}
	return fmt.Sprintf("persons and organizations stand in one list and no heading tells which is which (%d and %d by their look)", persons, organizations)
}

// rowsUnsure tells of rows whose own confidence is low.
func rowsUnsure(d *draft.Draft) string {
	unsure := 0
	for i := range d.Signatories {
		if d.Signatories[i].Confidence < unsureRow {
			unsure++
		}
	}
	if 5*unsure <= len(d.Signatories) {
		return ""
	}
	if unsure == len(d.Signatories) {
		return "no row is sure"
	}
	return fmt.Sprintf("%d of %d rows are unsure", unsure, len(d.Signatories))
}

// unannounced tells of lists that nothing but their place makes signatories.
func unannounced(l *look) string {
	n := 0
	for _, e := range l.Behind {
		if e.Origin == section.Trailing || e.Origin == section.Letterhead {
			n++
		}
	}
	if n == 0 || 2*n < len(l.Behind) {
		return ""
	}
	return "nothing announces the list, and only its place says that these signed"
}

// othersTold tells of signatories in documents that do not speak for themselves.
func othersTold(l *look) string {
	if len(l.Signatories) == 0 || l.Behind == nil {
		return ""
	}
	switch l.Kind {
	case draft.KindNews:
		return "it is news about others, and yet has signatories"
	case draft.KindProfile, draft.KindOther:
		return "it does not read like a letter, and yet has signatories"
	}
	return ""
}
