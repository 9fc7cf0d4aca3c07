package about

import (
	"testing"
)

// TestAccentsAtTheEnd asks for words whose last letter is none of ASCII, after which a pattern sees no end of a word.
func TestAccentsAtTheEnd(t *testing.T) {
	if !statementWords.MatchString("Communiqué sur la piscine") || !statementWords.MatchString("Un communiqué") {
		t.Error("a communiqué is no statement")
	}
	if !signWord.MatchString("Ils ont signé la lettre") || !signWord.MatchString("la lettre signée par douze") {
		t.Error("signé is no word for signing")
	}
	if !collective.MatchString("Aux élus de la ville") || !RolePattern.MatchString("Madame Untel, député de la Seine") {
		t.Error("élus and député are no addressees")
	}
}
