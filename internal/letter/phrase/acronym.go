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
