package phrase

import (
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// CutAcronym takes an acronym in brackets off the end of a name if its letters are the initials of the name's words.
func CutAcronym(name string) (string, bool) {
	if !strings.HasSuffix(name, ")") {
		return "", false
	}
	open := strings.LastIndexByte(name, '(')
	if open <= 0 {
		return "", false
	}
	head := text.Trim(name[:open])
	letters := graph.Fold(name[open:])
	if len(letters) < 2 || len(letters) > 10 || strings.ContainsRune(text.Trim(name[open+1:len(name)-1]), ' ') {
		return "", false
	}
	all, major := "", ""
	for w := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		initial := graph.Fold(string([]rune(w)[:1]))
		all += initial
		if !lexicon.SmallWords.Has(strings.ToLower(w)) {
			major += initial
		}
	}
	if letters == all || letters == major {
		return head, true
	}
	return "", false
}

// Abbreviates reports whether letters are the initials of a name's words in their order. Small words may be left out, and of a longer name one other,
// as of "Large Scale".
func Abbreviates(letters, name string) bool {
	at, skipped, small := 0, 0, 0
	want := []rune(strings.ToLower(letters))
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		switch initial := []rune(strings.ToLower(w))[0]; {
		case at < len(want) && initial == want[at]:
			at++
		case lexicon.SmallWords.Has(strings.ToLower(w)):
			small++
		default:
			skipped++
		}
	}
	return at == len(want) && (skipped == 0 || skipped == 1 && at > 3) && small <= at
}
