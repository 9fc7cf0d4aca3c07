package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that NFKD leaves whole, as the data files spell them.
var plainLetters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ø': "o", 'Ø': "o", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d",
	'þ': "th", 'Þ': "th", 'ı': "i", 'İ': "i", 'ŋ': "n", 'ħ': "h", 'Ħ': "h", 'ŧ': "t",
}

// apostrophes join what stands on both sides of them.
const apostrophes = "'’‘`´ʼ′＇"

// word is a run of letters and digits of a printed name.
type word struct {
	text    string // folded
	printed string
	dotted  bool // a full stop follows: it may be short for something
	joined  bool // of single letters
	from    int  // byte where it begins in the printed name
	to      int  // and ends
}

// foldText is lower case without marks, every letter as the data files spell it. Letters of other scripts than Latin stay.
func foldText(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch plain, ok := plainLetters[r]; {
		case ok:
			b.WriteString(plain)
		case r < 0x0400 && unicode.Is(unicode.Mn, r): // marks on Latin and Greek letters; others may be letters in all but name
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(b.String())
}

// isJoint reports whether a rune belongs to words written without blanks, where each rune is a word of its own.
func isJoint(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// split returns the words of a printed name. Apostrophes join; single letters with full stops or blanks between them are one word ("N. V.",
// "A C"), "+" and "&" between words are the word "and".
func split(name string) []word {
	var list []word
	runes, at := make([]rune, 0, len(name)), make([]int, 0, len(name)+1)
	for i, r := range name { // a broken byte is one byte long, whatever stands for it
		runes, at = append(runes, r), append(at, i)
	}
	at = append(at, len(name))
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case isJoint(r):
			list = append(list, word{text: foldText(string(r)), printed: string(r), from: at[i], to: at[i+1]})
			i++
		case isWord(r):
			k := i
			var b strings.Builder
			for k < len(runes) {
				if isWord(runes[k]) && !isJoint(runes[k]) {
					b.WriteRune(runes[k])
				} else if strings.ContainsRune(apostrophes, runes[k]) && elides(b.String()) {
					break
				} else if runes[k] == '&' && short(b.String()) && k+1 < len(runes) && unicode.IsUpper(runes[k+1]) && (k+2 == len(runes) || !unicode.IsLower(runes[k+2])) {
					k++ // AT&T is one word
					continue
				} else if !(strings.ContainsRune(apostrophes, runes[k]) && k+1 < len(runes) && isWord(runes[k+1]) || invisible(runes[k])) {
					break
				}
				k++
			}
			list = append(list, word{text: foldText(b.String()), printed: b.String(), dotted: k < len(runes) && runes[k] == '.', from: at[i], to: at[k]})
			i = k
		case (r == '&' || r == '+') && len(list) > 0:
			rest := strings.ToLower(string(runes[i:min(len(runes), i+5)]))
			if strings.HasPrefix(rest, "&amp;") {
				i += 4
			} else if strings.HasPrefix(rest, "&amp") {
				i += 3
			}
			list = append(list, word{text: "and", printed: "&", from: at[min(i, len(runes)-1)], to: at[min(i+1, len(runes))]})
			i++
		default:
			i++
		}
	}
	return joinInitials(name, list)
}

// elided are articles and prepositions before an apostrophe, where French, Italian and Catalan drop their vowel.
var elided = map[string]bool{"l": true, "d": true, "dell": true, "all": true, "dall": true, "nell": true, "sull": true, "un": true, "qu": true, "s": true, "n": true}

func elides(s string) bool { return len(s) <= 4 && elided[foldText(s)] }

// short reports whether a word may be the beginning of an acronym: one or two capitals.
func short(s string) bool { return len(s) >= 1 && len(s) <= 2 && upper(s) }

func invisible(r rune) bool {
	return r == 0x00AD || unicode.Is(unicode.Cf, r)
}

// joinInitials makes one word of single letters that follow each other with nothing but blanks and full stops between.
func joinInitials(name string, list []word) []word {
	single := func(w word) bool { return len(w.text) == 1 && w.text[0] >= 'a' && w.text[0] <= 'z' }
	out := list[:0]
	for i := 0; i < len(list); {
		k := i + 1
		if single(list[i]) {
			for k < len(list) && single(list[k]) && strings.Trim(name[list[k-1].to:list[k].from], " .\u00a0") == "" && (list[k-1].dotted || upper(list[k-1].printed) && upper(list[k].printed)) {
				k++
			}
		}
		if n := k - i; n > 3 && formOfTwo[list[k-2].text+list[k-1].text] {
			k -= 2 // "D S M N. V." is DSM and a legal form
		}
		w := list[i]
		for _, next := range list[i+1 : k] {
			w.text, w.printed, w.dotted, w.to = w.text+next.text, w.printed+next.printed, next.dotted, next.to
		}
		if out = append(out, w); k > i+1 {
			out[len(out)-1].dotted, out[len(out)-1].joined = false, true
		}
		i = k
	}
	return out
}

// formOfTwo are legal forms of two letters that are printed with blanks or full stops between.
var formOfTwo = map[string]bool{"nv": true, "bv": true, "sa": true, "ev": true, "ag": true, "ac": true}

func upper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
