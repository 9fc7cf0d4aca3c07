package phrase

import (
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
