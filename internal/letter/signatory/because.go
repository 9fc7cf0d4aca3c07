package signatory

import (
	"fmt"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
)

// Because says in words why a row is a person or an organization, and for whom she signs: what Read asks, told again.
func Because(row *draft.Row, e *entry.Entry, h entry.Habit) []string {
	var out []string
	say := func(is bool, format string, args ...any) {
		if is {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	say(e.Company == section.Organizations, "a heading or sentence says that organizations sign here")
	say(e.Company == section.People, "a heading or sentence says that persons sign here")
	say(e.Person != "", "a signature: %q stands above what she is", e.Person)
	say(h.Officers, "nearly all of the list sign for an organization in which they have an office")
	say(h.Themselves, "the persons of the list sign for themselves, whatever stands beside their names")
	t, signed, proxy := phrase.WithoutSignMark(e.Text)
	w, reads := phrase.ReadPerson(phrase.CutMarks(t))
	say(signed, "a mark of signing stands before it")
	say(proxy, "it is signed by proxy")
	if row.Type == graph.TypePerson {
		say(h.Persons, "most of the list are persons")
		say(h.People > 0 && (!reads || w.Certainty < 2), "the list as a whole is one of persons")
		say(reads && w.Certainty == 2, "%q surely is a person's name", w.Name)
		say(reads && w.Certainty == 1, "%q may be a person's name", w.Name)
		say(reads && w.Own, "what stands beside it is an occupation")
		say(reads && w.Office, "what stands beside it is an office")
		say(row.Affiliation != "", "%q is where she works or what she belongs to", row.Affiliation)
		return orLook(out, "it reads like a person")
	}
	if row.Capacity == graph.OnBehalf {
		say(reads && w.Office, "%q has an office in it and signs for it", w.Name)
		say(!reads || !w.Office, "the line names who signs for it")
	}
	if word := organizationWord(row.Name); word != "" {
		say(true, "%q is a word that organizations have", word)
	} else {
		say(phrase.LegalEnd(row.Name), "it ends with a legal form")
		say(phrase.PersonCertainty(row.Name) == 0, "it does not read like a person's name")
		say(phrase.PersonCertainty(row.Name) > 0, "it could be a person's name, and nothing around it says so")
	}
	return orLook(out, "it does not read like a person")
}

func orLook(said []string, otherwise string) []string {
	if len(said) == 0 {
		return []string{otherwise}
	}
	return said
}

// organizationWord is the first word of a name that organizations have.
func organizationWord(name string) string {
	for _, w := range phrase.WordsOf(name) {
		lower := strings.ToLower(w)
		if lexicon.OrgWords.Has(lower) || phrase.Compound(lower) {
			return w
		}
	}
	return ""
}
