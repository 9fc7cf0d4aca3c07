package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// wordLength is how much of a word counts in a search, in characters. Nobody types more, and a "name" of a million letters
// then costs no more than its length.
const wordLength = 64

// queryWords is how many words a query may have: more than any name a person searches for, and few enough for a database.
const queryWords = 32

// Words returns the words by which a name is found, sorted and each once: runs of letters, digits and marks after
// Unicode compatibility decomposition and case folding, without the accents and vowel points that readers leave out
// (Łódź is found by lodz). Apostrophes, and periods between single letters, do not part words (People's is peoples, S.T.O.P.
// is stop). Han, kana, Thai, Lao, Khmer and Burmese are written without blanks: there every character begins a word.
func Words(name string) []string {
	words := []string{}
	for _, w := range splitWords(name) {
		before := true // the beginning of a run begins a word, and so does what follows a character that does
		for i, r := range w {
			here := unicode.In(r, unspaced...)
			if before || here {
				words = append(words, clip(w[i:]))
			}
			before = here
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// QueryWords returns the words of a query, sorted and each once. A name is found when each of them is the beginning of one
// of its Words. More than 32 are Invalid.
func QueryWords(query string) ([]string, error) {
	words := splitWords(query)
	for i := range words {
		words[i] = clip(words[i])
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > queryWords {
		return nil, graph.Errorf(graph.Invalid, "a search takes at most %d words; leave some out", queryWords)
	}
	return words, nil
}

var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// strokes are the letters of Latin scripts that readers take for an accented one but Unicode does not decompose.
var strokes = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th")

func splitWords(s string) []string {
	s = strokes.Replace(cases.Fold().String(norm.NFKD.String(s)))
	words := []string{}
	var word strings.Builder
	sinceBreak := 0 // letters since the last break or period: one, and a period does not part
	flush := func() {
		if word.Len() > 0 {
			words = append(words, norm.NFC.String(word.String()))
			word.Reset()
		}
		sinceBreak = 0
	}
	for _, r := range s {
		switch {
		case unicode.IsMark(r):
			if isAccent(r) {
				continue
			}
			word.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			word.WriteRune(r)
			sinceBreak++
		case r == '\'' || r == '’' || r == 'ʼ':
		case r == '.' && sinceBreak == 1:
			sinceBreak = 0
		default:
			flush()
		}
	}
	flush()
	return words
}

// isAccent tells the marks that are left out, by combining class: 200 and above are accents above and below letters, 10 to 35
// the points of Hebrew and Arabic. Lower ones (nukta, kana voicing, virama) and class 0 (vowel signs) make another letter.
func isAccent(r rune) bool {
	class := norm.NFD.PropertiesString(string(r)).CCC()
	return class >= 200 || class >= 10 && class <= 35
}

func clip(word string) string {
	for i := range word {
		if utf8.RuneCountInString(word[:i]) == wordLength {
			return word[:i]
		}
	}
	return word
}
