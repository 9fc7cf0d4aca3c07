package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FoldLine prepares a line for patterns: lower case, apostrophes made ', blanks and marks at the ends taken off.
func FoldLine(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Trim(s, " \t\u00a0.,:;!–—-*_=#†‡()[]\"“”«»：，。、；！？「」『』《》【】（）")
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
