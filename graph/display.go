package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// displayed returns the cleanest of the printed forms that are the chosen name in other letters: without characters that nobody sees,
// then without ligatures and letters of full width, then with small letters, then the chosen one. The id stays the chosen name's, so
// that it does not change with a prettier printing. Where no form is clean, what nobody sees is left out and ligatures are taken apart.
func displayed(chosen string, printed []string) string {
	best := chosen
	key := Fold(chosen)
	for _, form := range printed {
		if compareLook(form, best) < 0 && key != "" && Fold(form) == key {
			best = form
		}
	}
	return withoutInvisible(best)
}

// compareLook orders by how well two forms of a name look.
func compareLook(a, b string) int {
	if a == b {
		return 0
	}
	for _, spoiled := range []func(string) bool{hasInvisible, hasPresentation, shouts} {
		if x, y := spoiled(a), spoiled(b); x != y {
			return map[bool]int{true: 1, false: -1}[x]
		}
	}
	return 0
}

// invisible reports characters that a name does not need and nobody sees: marks of byte order, blanks of no width, soft hyphens, word
// joiners, and embeddings of a direction. Joiners within words, which some scripts and emoji need, are none.
func invisible(r rune) bool {
	switch {
	case r == 0xfeff, r == 0x200b, r == 0xad, r == 0x2060, r == 0x180e, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r != '\t' && unicode.IsControl(r)
}

func hasInvisible(s string) bool { return strings.ContainsFunc(s, invisible) }

// presentation reports letters that stand for the way others are printed: Latin ligatures, Arabic forms, full and half width.
func presentation(r rune) bool {
	return r >= 0xfb00 && r <= 0xfb06 || r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc || r >= 0xff10 && r <= 0xff19 ||
		r >= 0xff21 && r <= 0xff3a || r >= 0xff41 && r <= 0xff5a || r >= 0xff66 && r <= 0xff9f || r >= 0x1d400 && r <= 0x1d7ff
}

func hasPresentation(s string) bool { return strings.ContainsFunc(s, presentation) }

// longestAcronym is how many letters a word of capitals has that may be an acronym.
const longestAcronym = 6

// shouts reports whether a name is printed in capitals: several words of them, or one that is too long for an acronym.
func shouts(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsTitle(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	words := len(slices.DeleteFunc(strings.Fields(s), func(w string) bool { return !strings.ContainsFunc(w, unicode.IsUpper) }))
	return letters > longestAcronym || words > 1 && letters > 0
}

func withoutInvisible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return invisible(r) || r >= 0xfb00 && r <= 0xfb06 }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case invisible(r):
		case r >= 0xfb00 && r <= 0xfb06:
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return cmp.Or(CleanName(b.String()), s)
}
