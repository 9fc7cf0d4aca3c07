package phrase

import (
	"strings"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// IsOffice reports whether a line says a person's office or occupation.
func IsOffice(s string) bool {
	if rule.Off("phrase.IsOffice") {
		return false
	}
	if w, ok := ReadPerson(s); ok && w.Rest != "" && !HasWord(w.Name, lexicon.RoleWords) && !HasWord(w.Name, lexicon.OwnWords) {
		return false // the next person, with hers
	}
	s = text.FirstWords(s, 6)
	return (SaysOffice(s) || SaysOccupation(s)) && !LooksLikeAddress(s)
}

// HoldsOffice reports whether a remark says an office and who has it, in either order: "Chair: Jane Doe", "la présidente Anne Roche", "Jane Doe,
// Chair", "represented by Jane Doe".
func HoldsOffice(remark string) bool {
	if rule.Off("phrase.HoldsOffice") {
		return false
	}
	if name, rest, ok := strings.Cut(remark, ", "); ok && PersonCertainty(name) > 0 {
		return SaysOffice(rest) && text.WordCount(rest) <= 8
	}
	words := strings.Fields(remark)
	for i := 1; i < len(words) && i <= 5; i++ {
		head, name := strings.TrimRight(strings.Join(words[:i], " "), ":"), strings.Join(words[i:], " ")
		if SaysOffice(head) && PersonCertainty(name) > 0 && len(words)-i <= 4 && len(words)-i >= 2 && !SaysOffice(words[i]) {
			return true
		}
	}
	return false
}

// BareOffice reports whether a text is an office with its article and nothing else: "La Presidente", "Der Vorsitzende".
func BareOffice(s string) bool {
	if rule.Off("phrase.BareOffice") {
		return false
	}
	article, office, ok := strings.Cut(strings.ToLower(text.Trim(s)), " ")
	if !ok || !Articles.Has(article) && !bareArticles.Has(article) || text.WordCount(office) > 2 {
		return false
	}
	for w := range strings.FieldsSeq(office) {
		if !officeWord(w) {
			return false
		}
	}
	return true
}

// ForAlone reads a line such as "Per il Comitato del Faro", below which a letter's signature has who signs for the organization.
func ForAlone(s string) (org string, ok bool) {
	if rule.Off("phrase.ForAlone") {
		return "", false
	}
	before, rest, _ := strings.Cut(text.Trim(s), " ")
	if !weakFor.Has(strings.ToLower(before)) {
		return "", false
	}
	if article, more, two := strings.Cut(rest, " "); two && Articles.Has(article) {
		rest = more
	}
	return rest, startsName(rest) && HasWord(rest, lexicon.OrgWords)
}
