package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cleanest returns the form of a name to show: chosen, unless it has what should not be seen and another does not. First come forms without invisible
// characters, ligatures and letters of full width, then those that are not all in capitals where another is not; of equals the first.
func cleanest(chosen string, printed []string) string {
	best, worst := chosen, untidy(chosen)
	if worst == 0 {
		return best
	}
	for _, form := range printed {
		if u := untidy(form); u < worst {
			best, worst = form, u
		}
	}
	return best
}

// untidy ranks what a form has that should not be seen: 2 for characters that are invisible or stand for others, 1 for words in capitals.
func untidy(form string) int {
	words, small, ascii := 0, false, true
	inWord := false
	for _, r := range form {
		ascii = ascii && r < 0x80
		letter := unicode.IsLetter(r)
		if letter && !inWord {
			words++
		}
		inWord = letter || inWord && (unicode.IsMark(r) || r == '\'' || r == '’')
		small = small || letter && !unicode.IsUpper(r)
	}
	rank := 0
	if words > 1 && !small {
		rank = 1 // a single word in capitals is an acronym
	}
	if !ascii && (strings.ContainsFunc(form, invisible) || norm.NFKC.String(form) != norm.NFC.String(form)) {
		rank += 2
	}
	return rank
}

// invisible reports whether a character is not seen and joins nothing: soft hyphens, marks of direction and byte order, blanks without width. Joiners,
// which shape letters of Persian, of the scripts of India and emoji, are none.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' && !(r >= 0xe0020 && r <= 0xe007f) || unicode.Is(unicode.Cc, r)
}
