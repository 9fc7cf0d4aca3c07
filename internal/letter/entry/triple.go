package entry

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// triple is a person, an office and the organization that it is in, as one line prints them.
type triple struct{ person, office, organization string }

// tripleForm is a way to print them.
type tripleForm uint8

const (
	noTriple      tripleForm = iota
	byCommas                 // "Jane Doe, Chair, River Watch"
	inBrackets               // "Jane Doe (Chair, River Watch)"
	orgFirst                 // "River Watch – Jane Doe, Chair"
	orgBrackets              // "River Watch (Jane Doe, Chair)"
	tripleForms              // how many there are
	longestOffice = 6        // words
)

func cutTriple(t string) (triple, tripleForm) {
	t = phrase.CutMarks(t)
	if inner, ok := strings.CutSuffix(t, ")"); ok {
		i := strings.Index(inner, " (")
		if i < 0 {
			return triple{}, noTriple
		}
		head, rest := text.Trim(inner[:i]), inner[i+2:]
		if a, b, two := strings.Cut(rest, ", "); two && !strings.ContainsAny(head, ",") {
			if !strings.ContainsAny(b, ",") && phrase.PersonCertainty(a) > phrase.PersonCertainty(head) {
				return triple{a, b, head}, orgBrackets
			}
			return triple{head, a, b}, inBrackets
		}
	}
	for _, dash := range []string{" – ", " — ", " - "} {
		if org, rest, ok := strings.Cut(t, dash); ok {
			if person, office, two := strings.Cut(rest, ", "); two && !strings.ContainsAny(office, ",") {
				return triple{person, office, org}, orgFirst
			}
		}
	}
	person, rest, ok := strings.Cut(t, ", ")
	office, org, two := strings.Cut(rest, ", ")
	if ok && two {
		return triple{person, office, org}, byCommas
	}
	return triple{}, noTriple
}

// readTriples reads lists whose entries print a person, an office and an organization in one form: most offices are known, so that the form says what
// the others are, and who bears a name that no list of given names has.
func readTriples(entries []Entry) {
	if rule.Off("entry.readTriples") {
		return
	}
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && sameBut(entries[to].Setting, entries[from].Setting) {
			to++
		}
		tripleList(entries[from:to])
		from = to
	}
}

func tripleList(list []Entry) {
	if len(list) < 4 || list[0].Company == section.People {
		return
	}
	type count struct{ n, persons, offices, occupations int }
	var counts [tripleForms]count
	found := make([]triple, len(list))
	forms := make([]tripleForm, len(list))
	for i := range list {
		if list[i].Person != "" || list[i].Note != "" {
			continue
		}
		t, form := cutTriple(list[i].Text)
		if form == noTriple || text.WordCount(t.office) > longestOffice || text.IsLower(t.organization) {
			continue
		}
		found[i], forms[i] = t, form
		c := &counts[form]
		c.n++
		if phrase.PersonCertainty(t.person) > 0 {
			c.persons++
		}
		switch {
		case phrase.HasWord(t.office, lexicon.OwnWords) && !phrase.SaysOffice(t.office) || phrase.HasWord(t.organization, academy):
			c.occupations++
		case phrase.SaysOffice(t.office):
			c.offices++
		}
	}
	for form := byCommas; form < tripleForms; form++ {
		c := counts[form]
		if 3*c.n < 2*len(list) || c.n < 4 || 10*c.persons < 8*c.n || 2*c.offices < c.n || 5*c.occupations > c.n {
			continue
		}
		for i := range list {
			if forms[i] == form {
				list[i].sign(found[i])
			}
		}
	}
}

// sign makes a triple of an entry, unless the line alone says the same.
func (e *Entry) sign(t triple) {
	if w, ok := phrase.ReadPerson(phrase.CutMarks(e.Text)); ok && w.Office && w.Organization != "" && strings.HasPrefix(t.organization, w.Organization+",") && !phrase.LooksLikeAddress(e.Text) || !mayName(t.person) || phrase.HasWord(t.organization, academy) {
		return
	}
	e.Said = t.office + ", " + t.organization
	e.Person, e.Office, e.Text = t.person, t.office, t.organization
}

// mayName reports whether a text may name a person where the list says that one stands there: "Floor Brandt" is no floor then.
func mayName(s string) bool {
	n := text.WordCount(s)
	return phrase.PersonCertainty(s) > 0 || n >= 2 && n <= 4 && !text.IsLower(s) && !phrase.HasWord(s, lexicon.OrgWords) && !strings.ContainsAny(s, "0123456789@/")
}
