package names

import (
	"slices"
	"strings"
)

// shortens reports whether a is short for b.
func (t *tables) shortens(a, b *token) bool {
	if len(a.text) >= len(b.text) {
		return false
	}
	if strings.Contains(b.text, " ") && !strings.Contains(a.text, " ") {
		return slices.Contains(t.short[a.text], b.text) // of a phrase word by word, see alignPhrases
	}
	for _, long := range t.short[a.text] {
		if long == b.text || inflects(long, b.text) {
			return true
		}
	}
	return (a.dotted && len(a.text) >= 3 || len(a.text) >= 6 && a.means == nil) && strings.HasPrefix(b.text, a.text) || a.means == nil && a.kind == plain && drops(a.text, b.text)
}

// drops reports whether a word is a longer one without some of its letters, vowels first: "Mvmt", "Acdmy", "Chldhd". Both begin and end
// alike, inside the short one has no vowel, and it keeps more consonants than it drops.
func drops(a, b string) bool {
	if len(a) < 4 && vowels(a) > 0 || len(a) < 3 || len(b) < 5 || len(a)+2 > len(b) || len(b) > 3*len(a) || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] && !strings.HasSuffix(b, a[len(a)-1:]+"e") {
		return false
	}
	at, kept := 0, 0
	for i := 0; i < len(b) && at < len(a); i++ {
		if b[i] == a[at] {
			at, kept = at+1, kept+1
		} else if !isVowel(b[i]) {
			kept-- // a consonant that is left out tells against it
		}
	}
	return at == len(a) && vowels(a[1:len(a)-1]) == 0 && kept >= 2
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

func vowels(s string) (n int) {
	for i := range len(s) {
		if isVowel(s[i]) {
			n++
		}
	}
	return n
}
