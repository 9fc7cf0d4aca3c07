package doubt

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// Below it a row is rather wrong than right.
const unsureRow = 0.5

// said reports whether something beside the look of row i tells what it is: a heading that says organizations or persons, somebody who signs for
// it, or a document that says itself who signed.
func (l *look) said(i int) bool {
	if l.Behind == nil || l.Signatories[i].Capacity == graph.OnBehalf {
		return true
	}
	e, r := l.Behind[i], &l.Signatories[i]
	switch {
	case e.Company != section.Anyone || e.Person != "" || len(e.Lines) > 0 && e.Lines[0].Named:
		return true
	case r.Type != graph.TypeOrganization:
		return false
	case r.Sentence:
		return cue.TopicsOf(r.Text)&cue.AboutGroups != 0 // "the organizations A, B and C ask"
	}
	return l.follows()
}

// organizedRow reports whether row i looks like an organization's. Below what announces signatories, where only a person may be meant else, it does
// so by less, too.
func (l *look) organizedRow(i int) bool {
	name := l.Signatories[i].Name
	return organized(name) || l.Behind != nil && l.announced(l.Behind[i]) && (describes(name) || placed(name))
}

// follows reports whether a list's title says that organizations follow: "The following companies have agreed".
func (l *look) follows() bool {
	return l.persons == 0 && l.Kind == draft.KindList && cue.Following(string(l.Title))
}

// announced reports whether something says that an entry's list is of those who sign.
func (l *look) announced(e *entry.Entry) bool {
	return e.Origin == section.Announced || e.Origin == section.AfterGreet || e.Origin == section.Repeated
}

// describes reports whether a name that is no person's has a word in lower case that no person's has: "Houses without Landlords".
func describes(name string) bool {
	words := strings.Fields(name)
	if strings.ContainsAny(name, ",;:") || len(words) < 3 || phrase.PersonCertainty(strings.Join(words[:2], " ")) == 2 {
		return false
	}
	for i, w := range words[:len(words)-1] {
		if i > 0 && text.IsLower(w) && utf8.RuneCountInString(w) > 1 && !lexicon.NameParticles.Has(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// placed reports whether a name ends with a place, in brackets or as its last word, and does not begin as a person's: "Young Liberals Ghent".
func placed(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || phrase.PersonCertainty(name) == 2 || phrase.PersonCertainty(name[:i]) == 2 {
		return false
	}
	last := strings.Trim(name[i+1:], "()")
	if j := strings.LastIndexByte(name, '('); j > 0 && strings.HasSuffix(name, ")") {
		last = name[j+1 : len(name)-1]
	}
	return lexicon.IsTown(last) || lexicon.IsPlace(last)
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

// nameless tells of rows that are organizations by nothing but not looking like persons. A brief's cover says itself who its amici are.
func nameless(l *look) string {
	asked, bare := 0, 0
	for _, i := range l.organizations {
		if l.said(i) {
			continue
		}
		asked++
		if !l.organizedRow(i) {
			bare++
		}
	}
	if l.Kind == draft.KindBrief || l.claimMet() || asked == 0 || 2*asked < len(l.organizations) || 2*bare <= asked {
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
		case !l.organizedRow(i):
			organizations++
		}
	}
	if least := min(persons, organizations); l.claimMet() || least < 3 || 20*least < persons+organizations {
		return ""
	}
	return fmt.Sprintf("persons and organizations stand in one list and no heading tells which is which (%d and %d by their look)", persons, organizations)
}

// rowsUnsure tells of rows whose own confidence is low, where they are a fifth and more; all, where none is sure and not only persons signed.
func rowsUnsure(d *draft.Draft) (says string, all bool) {
	unsure, organizations := 0, 0
	for i := range d.Signatories {
		r := &d.Signatories[i]
		if r.Type == graph.TypeOrganization {
			organizations++
		}
		if r.Confidence < unsureRow {
			unsure++
		}
	}
	if 5*unsure <= len(d.Signatories) {
		return "", false
	}
	if unsure == len(d.Signatories) {
		return "no row is sure", organizations > 0
	}
	return fmt.Sprintf("%d of %d rows are unsure", unsure, len(d.Signatories)), false
}

// unannouncedPlace tells of lists that nothing but their place makes signatories, and no word organizations.
func unannouncedPlace(l *look) string {
	if n, told := l.unannounced(); n == 0 || 2*n < len(l.Behind) || l.tells() || 2*told >= n {
		return ""
	}
	return "nothing announces the signatories, and only their place says that these signed"
}

// unannounced tells of such lists in what is no letter. A report's sentences, too, only tell.
func unannounced(l *look) string {
	if n, _ := l.unannounced(); n == 0 || 2*n < len(l.Behind) || !l.tells() {
		return ""
	}
	return "it does not read like a letter, and nothing announces its signatories"
}

// tells reports whether a document is of a kind that tells of letters or of other things.
func (l *look) tells() bool {
	return l.Kind == draft.KindNews || l.Kind == draft.KindProfile || l.Kind == draft.KindOther
}

// unannounced counts the rows that nothing announces, and those whose look tells what they are.
func (l *look) unannounced() (rows, told int) {
	if l.follows() {
		return 0, 0
	}
	for i, e := range l.Behind {
		if !l.announced(e) {
			rows++
			if organized(l.Signatories[i].Name) || l.Signatories[i].Type == graph.TypePerson && phrase.PersonCertainty(l.Signatories[i].Name) == 2 {
				told++
			}
		}
	}
	return rows, told
}

// alone tells of statements of which one or two lines were taken: a statement is seldom one organization's.
func alone(l *look) string {
	if n := len(l.Signatories); n > 0 && n < 3 && l.Kind != draft.KindList && l.Kind != draft.KindLetter && l.Kind != draft.KindBrief && l.Behind != nil {
		return fmt.Sprintf("only %d of its lines were taken for signatories", n)
	}
	return ""
}

// few tells of lists of which few names were found.
func few(l *look) string {
	n := len(l.Signatories)
	switch {
	case n == 0 && l.Kind == draft.KindList && !l.listed:
		return "it reads like a list, and no name was found in it"
	case n == 0:
		return ""
	case l.Kind == draft.KindList && n < 3:
		return fmt.Sprintf("it is a list, and %d of its names were found", n)
	}
	return ""
}

// forOthers tells of lists of persons whose affiliations were taken for those who sign.
func forOthers(l *look) string {
	n := 0
	for i, e := range l.Behind {
		if l.Signatories[i].Capacity == graph.OnBehalf && e.Person == "" && e.Company != section.Organizations {
			n++
		}
	}
	if n < 5 || 4*n < len(l.Signatories) {
		return ""
	}
	return fmt.Sprintf("%d persons were taken to sign for the organizations beside their names, and no heading says so", n)
}

// repeated tells of names that stand in the list again and again, as employers do beside persons.
func repeated(l *look) string {
	times := map[string]int{}
	for _, i := range l.organizations {
		times[graph.Fold(l.Signatories[i].Name)]++
	}
	n, most, name := 0, 1, ""
	for _, i := range l.organizations {
		if c := times[graph.Fold(l.Signatories[i].Name)]; c > 1 {
			n++
			if c > most {
				most, name = c, l.Signatories[i].Name
			}
		}
	}
	if most < 3 || 10*n < len(l.organizations) || l.Behind == nil && 50*most < len(l.organizations) {
		return "" // of a long table, which says itself who signed, few rows may be filled in twice
	}
	return fmt.Sprintf("names stand in the list again and again, as employers do beside persons (%d times “%s”)", most, name)
}
