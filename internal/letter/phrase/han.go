package phrase

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// What scripts without blanks between words need: sentences by their marks, names of persons by their first character.

var (
	surnames  = lexicon.Set("phrase.surnames", "{surname first}")
	hanSpoken = lexicon.PhrasesOf("phrase.hanSpoken", lexicon.Function, "within")
	addressed = sync.OnceValue(func() []string { return lexicon.Person.Words("suffix") })
)

// hanSentence reports whether a text in Chinese or Japanese reads as running text.
func hanSentence(s string, words int) bool {
	if rule.Off("phrase.hanSentence") {
		return false
	}
	full := strings.ContainsAny(s, "。！？")
	if full && !strings.ContainsAny(strings.TrimRight(s, "。"), "。！？") && IsNameList(s) {
		return false // a list that ends with a full stop
	}
	switch {
	case words < 4:
		return false
	case full && words >= 5:
		return true
	case IsNameList(s):
		return false
	}
	spoken := hanSpoken.In(s)
	return spoken && words >= 7 || strings.Contains(s, "，") && words >= 9 || words > 20
}

// hanPerson says how surely a text is the name of a person in Chinese characters or Korean syllables; known is false where it is in another
// script. Family names stand first, and of Chinese and Korean ones few are frequent.
func hanPerson(s string) (certain int, known bool) {
	first, _ := utf8.DecodeRuneInString(s)
	if first < 0x2e80 {
		return 0, false
	}
	for _, w := range addressed() {
		if rest, ok := strings.CutSuffix(s, w); ok && utf8.RuneCountInString(rest) >= 2 {
			c, _ := hanPerson(text.Trim(rest))
			return min(2, 2*c), true
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '・' || r == '·' })
	whole := strings.Join(parts, "")
	n := utf8.RuneCountInString(whole)
	if n < 2 || n > 6 || len(parts) > 2 || Compound(whole) {
		return 0, true
	}
	for _, r := range whole {
		if !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return 0, true
		}
	}
	two := string([]rune(whole)[:2])
	double := n >= 3 && surnames.Has(two)
	triple := n >= 4 && surnames.Has(string([]rune(whole)[:3]))
	if unicode.Is(unicode.Hangul, first) && n == 3 && !givenName(whole) && !double {
		return min(1, b2i(surnames.Has(string(first)))), true // "하늘빛"
	}
	switch {
	case (triple || double && (n <= 4 || n == 5 && japanese(whole)) || surnames.Has(string(first)) && n == 3) && len(parts) == 1:
		return 2, true
	case len(parts) == 2 && surnames.Has(parts[0]) && utf8.RuneCountInString(parts[1]) <= 3:
		return 2, true
	case surnames.Has(string(first)) && n <= 3, len(parts) == 2 && n >= 3 && unicode.Is(unicode.Han, first) && utf8.RuneCountInString(parts[0]) <= 3:
		return 1, true
	}
	return 0, true
}

// givenSyllables are those of Korean given names.
var givenSyllables = lexicon.Set("phrase.givenSyllables", "{surname given}")

// givenName reports whether the two syllables behind the first are of a Korean given name.
func givenName(s string) bool {
	if rule.Off("phrase.givenName") {
		return false
	}
	for i, r := range []rune(s) {
		if i > 0 && !givenSyllables.Has(string(r)) {
			return false
		}
	}
	return true
}

// japanese reports whether a name has Japanese syllables, or ends as Japanese given names of women and men do.
func japanese(s string) bool {
	if rule.Off("phrase.japanese") {
		return false
	}
	if strings.IndexFunc(s, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }) >= 0 {
		return true
	}
	return givenEnds.End(s) > 0
}

var givenEnds = lexicon.PartsOf("{person given-end}")

func b2i(is bool) int {
	if is {
		return 1
	}
	return 0
}

// koreanSentence reports whether a text in Korean ends as sentences do, or speaks of "us".
func koreanSentence(s string) bool {
	if rule.Off("phrase.koreanSentence") || strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) < 0 {
		return false
	}
	return hanSpoken.In(s)
}

// wideStop is how many bytes the mark takes that ends a sentence in another script, where one stands; no blank follows these.
func wideStop(t string) int {
	if t[0] != 0xe3 && t[0] != 0xef && t[0] != 0xd8 {
		return 0
	}
	for _, mark := range []string{"。", "！", "？", "؟"} {
		if strings.HasPrefix(t, mark) {
			return len(mark)
		}
	}
	return 0
}

// wideClose is how many bytes a closing quotation mark or bracket behind it takes.
func wideClose(t string) int {
	for _, mark := range []string{"」", "』", "）", "”", "》"} {
		if strings.HasPrefix(t, mark) {
			return len(mark)
		}
	}
	return 0
}
