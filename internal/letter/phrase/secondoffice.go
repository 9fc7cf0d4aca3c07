package phrase

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// SecondOffice cuts the office that somebody has in another organization, too, off what is said of her once the first one is taken out: "Jane Doe,
// Director, and chair of Night Owls". before is the rest.
func SecondOffice(note string) (before, office, organization string, ok bool) {
	if rule.Off("phrase.SecondOffice") {
		return "", "", "", false
	}
	for _, c := range Conjunctions() {
		i := strings.LastIndex(note, ","+c)
		if i <= 0 {
			continue
		}
		said := text.Trim(note[i+1+len(c):])
		if !officeWord(strings.ToLower(text.FirstWords(said, 1))) {
			continue
		}
		org := OrganizationIn(said)
		if org == "" || lexicon.IsPlace(org) || PersonCertainty(org) == 2 {
			continue
		}
		return text.Trim(note[:i]), WithoutOrganization(said, org), org, true
	}
	return "", "", "", false
}
