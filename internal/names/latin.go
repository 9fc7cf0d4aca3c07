package names

import "strings"

// latin spells Greek and Cyrillic words in Latin letters, so that a name can be compared with one that a translator spelt as it sounds. Signs
// that no one hears are dropped. Other text stays.
func latin(s string) string {
	for _, r := range s {
		if r >= 0x370 && r < 0x530 {
			return toLatin.Replace(s)
		}
	}
	return s
}

var toLatin = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "ё", "e", "є", "ye", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "yi", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n",
	"о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ў", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
	"ђ", "dj", "ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz", "ѓ", "gj", "ќ", "kj",
	"ου", "ou", "αυ", "av", "ευ", "ev", "μπ", "b", "ντ", "nt", "γγ", "ng", "α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n",
	"ξ", "x", "ο", "o", "π", "p", "ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o")

// heard takes out of a word in Latin letters in what those who spell it from another script differ.
func heard(w string) string { return transcribed.Replace(w) }

var transcribed = strings.NewReplacer("shch", "s", "sch", "s", "sh", "s", "zh", "z", "kh", "h", "ch", "h", "ts", "s", "tz", "s", "ph", "f", "ou", "u", "w", "v", "ya", "a", "ia", "a", "ja", "a", "yu", "u", "iu", "u", "ju", "u",
	"ye", "e", "yi", "i", "iy", "i", "ij", "i", "y", "i", "j", "i", "x", "ks", "c", "k", "q", "k", "'", "")

// acrossScripts reports whether one word is written in another script than the other and sounds alike: the same, or but for a letter or two
// of a long one.
func acrossScripts(a, b *token) bool {
	if a.spelt == b.spelt {
		return false
	}
	x, y := heard(a.text), heard(b.text)
	if x == y {
		return len(x) >= 3
	}
	n := min(len(x), len(y))
	return n >= 4 && x[0] == y[0] && distance([]rune(x), []rune(y), 1+n/6) <= 1+n/6
}
