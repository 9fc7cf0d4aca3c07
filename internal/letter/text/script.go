package text

import (
	"strings"
	"unicode"
)

// Caseless reports whether a letter has no case: Chinese, Japanese, Korean, Arabic, Hebrew, Hindi and many more.
func Caseless(r rune) bool { return r >= 0x300 && unicode.Is(unicode.Lo, r) }

// BeginsName reports whether names may begin with a letter: it is in upper case, or has none.
func BeginsName(r rune) bool { return unicode.IsUpper(r) || Caseless(r) }

// wideByte begins the UTF-8 of characters of the scripts that put no blanks between words, and of few others.
const wideByte = 0xe3

// IsHan reports whether a character is of a script without blanks between words: Chinese characters and the Japanese syllables.
func IsHan(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// MostlyHan reports whether more than a third of a text is in a script without blanks between words.
func MostlyHan(s string) bool {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x2e80 }) < 0 {
		return false
	}
	n, all := 0, 0
	for _, r := range s {
		if all++; IsHan(r) {
			n++
		}
	}
	return 3*n > all
}

// wordsIn counts the words of what stands between blanks: one, or in scripts without blanks about one for two Chinese characters or three
// Japanese syllables.
func wordsIn(w string) int {
	wide := false
	for i := 0; i < len(w) && !wide; i++ {
		wide = w[i] >= wideByte
	}
	if !wide {
		return 1
	}
	sixths := 0
	for _, r := range w {
		switch {
		case r < 0x2e80:
		case unicode.Is(unicode.Han, r):
			sixths += 3
		case IsHan(r):
			sixths += 2
		}
	}
	return max(1, sixths/6)
}
