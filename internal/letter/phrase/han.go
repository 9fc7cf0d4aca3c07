package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// What scripts without blanks between words need: sentences by their marks, names of persons by their first character.

var (
	surnames  = text.Set("phrase.surnames", lexicon.Surname.Words("first"))
	hanSpoken = lexicon.PhrasesOf("phrase.hanSpoken", lexicon.Function, "within")
	addressed = lexicon.Person.Words("suffix")
)

// hanSentence reports whether a text in Chinese or Japanese reads as running text.
func hanSentence(s string, words int) bool {
	if rule.Off("phrase.hanSentence") {
		return false
	}
	full := strings.ContainsAny(s, "。！？")
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
	for _, w := range addressed {
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
	double := n >= 3 && surnames[two]
	switch {
	case (double && n <= 4 || surnames[string(first)] && n == 3) && len(parts) == 1:
		return 2, true
	case surnames[string(first)] && n <= 3, len(parts) == 2 && n >= 3 && unicode.Is(unicode.Han, first) && utf8.RuneCountInString(parts[0]) <= 3:
		return 1, true
	}
	return 0, true
}
