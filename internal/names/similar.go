package names

import (
	"slices"
	"strings"
)

// how says why two words were taken for one.
type how uint8

const (
	equal      how = iota
	spelling       // one word in two spellings: organisation, organization
	inflected      // plural, gender, case
	joinedUp       // written in one word or in two
	shortened      // an abbreviation
	translated     // the same sense in two languages
	kindred        // nearly the same sense in one language: school, academy
	sounded        // spelt as it sounds
	mistyped       // a letter or two differ
	unlike
)

// worth is what a match of a kind counts.
var worth = [...]float64{1, 1, .97, 1, .95, .95, .5, .93, .9, 0}

// compareTokens says how two words are alike.
func (t *tables) compareTokens(a, b *token) how {
	if acrossScripts(a, b) {
		return sounded
	}
	if a.text == b.text {
		return equal
	}
	if a.kind == number || b.kind == number {
		return unlike
	}
	if len(a.text) > 4 && len(b.text) > 4 && respell(a.text) == respell(b.text) {
		return spelling
	}
	if a.means != nil && b.means != nil {
		if slices.ContainsFunc(a.means.places, func(p string) bool { return slices.Contains(b.means.places, p) }) {
			return translated
		}
		if a.kind == place && b.kind == place {
			return unlike
		}
		if h := a.means.shares(b.means); h != unlike {
			switch {
			case joinsTo(a.text, b.text):
				return joinedUp
			case inflects(a.text, b.text) || h == kindred && t.oneStem(a.text, b.text):
				return inflected
			}
			return h
		}
	}
	if t.shortens(a, b) || t.shortens(b, a) {
		return shortened
	}
	if len(a.text) < 3 || len(b.text) < 3 {
		return unlike
	}
	if a.kind == place && b.kind == place {
		return unlike
	}
	if inflects(a.text, b.text) {
		return inflected
	}
	if side(a.text) != side(b.text) {
		return unlike
	}
	known := a.means != nil && b.means != nil // two words of the tables are two words, not one mistyped
	if !known && (a.kind != place && b.kind != place || len(a.text) > 7) {
		switch sound := sounds(a.text, b.text); {
		case sound == 2:
			return sounded
		case sound == 1 || typo(a.text, b.text):
			return mistyped
		}
	}
	return unlike
}

// oneStem reports whether two words of one sense begin alike, and what one has more is no word itself: child, children; not watch, watchdog.
func (t *tables) oneStem(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := stem(a, b)
	return n >= 3 && !strings.Contains(a+b, " ") && !(n == len(a) && len(b)-n > 2 && t.word[b[n:]] != nil)
}

// shares says how two words of the tables have one sense: kindred where they have it in one language, so that whoever writes one does not mean
// the other.
func (m *meaning) shares(o *meaning) how {
	found := unlike
	for i, s := range m.senses {
		for k, r := range o.senses {
			if s != r {
				continue
			}
			if !oneOf(m.spoken[i], o.spoken[k]) {
				return translated
			}
			found = kindred
		}
	}
	return found
}

// oneOf reports whether two lists of languages have one in common.
func oneOf(a, b string) bool {
	for l := range strings.SplitSeq(a, ",") {
		for r := range strings.SplitSeq(b, ",") {
			if l == r {
				return true
			}
		}
	}
	return false
}

// joinsTo reports whether two phrases are one but for blanks.
func joinsTo(a, b string) bool {
	return strings.Contains(a+b, " ") && strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// stem is how many letters two words begin with alike.
func stem(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// side is the side of the world that a compound begins with, or "": Northgate and Southgate are two places, not one mistyped.
func side(w string) string {
	for _, s := range []string{"north", "south", "east", "west"} {
		if len(w) > len(s)+2 && strings.HasPrefix(w, s) {
			return s
		}
	}
	return ""
}

// respell takes differences of spelling out of a word: British and American forms, s and z, ph and f, doubled letters.
func respell(w string) string {
	if len(w) < 5 {
		return w
	}
	for _, e := range endings {
		if strings.HasSuffix(w, e[0]) {
			w = w[:len(w)-len(e[0])] + e[1]
			break
		}
	}
	return respeller.Replace(w)
}

var respeller = strings.NewReplacer("isation", "ization", "ise", "ize", "ising", "izing", "programme", "program", "labour", "labor", "defence", "defense", "ae", "e", "oe", "o", "ue", "u")

var endings = [][2]string{{"centre", "center"}, {"centres", "centers"}, {"theatre", "theater"}, {"our", "or"}, {"ours", "ors"}, {"isers", "izers"}, {"iser", "izer"}, {"ised", "ized"}}

// inflects reports whether two words have one stem and endings that words of European languages take. What is left of the shorter must be a word.
func inflects(a, b string) bool {
	n := stem(a, b)
	x, y := a[n:], b[n:]
	if n < 4 || len(x) > 4 || len(y) > 4 {
		return false
	}
	return suffixes[x] && suffixes[y]
}

var suffixes = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range []string{"", "s", "es", "e", "n", "en", "er", "ern", "em", "a", "o", "os", "as", "i", "x", "lar", "ler", "u", "um", "ia", "ies", "y", "ne", "nes", "ns", "ses", "eurs", "rs", "r", "si", "ları", "leri", "lari"} {
		m[s] = true
	}
	return m
}()

// typo reports whether two words differ by one letter (of five or more), or by two (of ten or more with one first letter): one dropped, added, changed, or two
// neighbours swapped (F. J. Damerau, 1964, doi:10.1145/363958.363994).
func typo(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	most := 0
	switch {
	case len(x) >= 10:
		most = 2
	case len(x) >= 5:
		most = 1
	}
	if most == 0 || len(y)-len(x) > most {
		return false
	}
	if x[0] != y[0] {
		most = 1
	}
	if isJoint(x[0]) {
		return false
	}
	return distance(x, y, most) <= most
}

// sounds is 2 for two words of six letters and more that are equal when they are spelt as they sound, as in other scripts and back ("Philips"
// and "Filips"), 1 for those that then differ in a letter, else 0.
func sounds(a, b string) int {
	if len(a) < 6 || len(b) < 6 {
		return 0
	}
	x, y := spoken.Replace(a), spoken.Replace(b)
	switch {
	case x == a && y == b:
		return 0
	case x == y:
		return 2
	case typo(x, y):
		return 1
	}
	return 0
}

var spoken = strings.NewReplacer("ph", "f", "ck", "k", "sch", "sh", "ch", "ch", "ce", "se", "ci", "si", "cy", "si", "c", "k", "x", "ks", "eh", "e", "y", "i", "w", "v")

// distance is the number of edits between two words, or more than most.
func distance(x, y []rune, most int) int {
	var buffers [3][64]int
	if len(y) >= 63 {
		return most + 1
	}
	before, last, row := buffers[0][:len(y)+1], buffers[1][:len(y)+1], buffers[2][:len(y)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
