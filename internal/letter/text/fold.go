package text

import (
	"strings"
)

// FoldLine prepares a line for the patterns above.
func FoldLine(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Trim(s, " \t\u00a0.,:;!–—-*_=#†‡()[]\"“”«»")
}

func Words(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Fold puts a word in lower case and takes the punctuation at its ends off.
func Fold(w string) string {
	return strings.ToLower(strings.Trim(w, ".,;:!?()[]\"'“”‘’«»„*"))
}
