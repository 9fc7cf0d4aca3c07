package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
)

// FoldLine prepares a line for patterns: lower case, apostrophes made ', blanks and marks at the ends taken off.
func FoldLine(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Trim(s, " \t\u00a0.,:;!–—-*_=#†‡()[]\"“”«»：，。、；！？「」『』《》【】（）")
}

// Words makes a list of words of a text with blanks between them. id is the package and the name of the variable.
func Words(id, words string) map[string]bool { return Set(id, strings.Fields(words)) }

// Set makes a list of words of several lists. id is as of Words.
func Set(id string, words ...[]string) map[string]bool {
	m := map[string]bool{}
	for _, list := range words {
		for _, w := range list {
			m[w] = true
		}
	}
	return rule.AddWords(id, m)
}

// Fold puts a word in lower case and takes the punctuation at its ends off.
func Fold(w string) string {
	return strings.ToLower(strings.Trim(w, ".,;:!?()[]\"'“”‘’«»„*"))
}

// Lowered puts a text in lower case where that keeps its length.
func Lowered(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}
