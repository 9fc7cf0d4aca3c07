package phrase

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
)

// SaysOccupation reports whether a text says what a person is: "lecturer", "étudiante en droit".
func SaysOccupation(s string) bool {
	if rule.Off("phrase.SaysOccupation") {
		return false
	}
	return says(s, isOccupation)
}

// SaysOffice reports whether a text says what a person is in an organization: "President", "Sprecherin der Initiative".
func SaysOffice(s string) bool {
	if rule.Off("phrase.SaysOffice") {
		return false
	}
	return says(s, officeWord)
}

// says looks for a word in each part between commas. Behind a word such as "association" it counts only at the end of the part: "Center
// Director" is an office, "Observatoire citoyen des marées" none.
func says(s string, is func(string) bool) bool {
	if rule.Off("phrase.says") {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",;/|()", r) }) {
		words := WordsOf(part)
		collective := false
		for i, w := range words {
			w = strings.ToLower(w)
			if _, noun, elided := cutElision(w); elided {
				w = noun
			}
			bare := strings.Trim(w, ".'’")
			if i > 0 && words[i-1] == "&" {
				continue // "Holm & Partner"
			}
			if (is(w) || is(bare)) && (!collective || i == len(words)-1) {
				return true
			}
			collective = collective || collectives.Has(bare) || Compound(bare)
		}
	}
	return false
}

// cutElision divides "l’observatoire".
func cutElision(w string) (article, noun string, ok bool) {
	for _, mark := range []string{"’", "'"} {
		if article, noun, ok = strings.Cut(w, mark); ok && len(article) <= 2 && len(noun) > 2 {
			return article, noun, true
		}
	}
	return "", w, false
}

var occupationPrefixes = lexicon.PartsOf("{person occupation-prefix}")

func isOccupation(w string) bool {
	if rule.Off("phrase.isOccupation") {
		return false
	}
	if a, b, both := strings.Cut(w, "-"); both && b != "" && (lexicon.OwnWords.Has(a) || occupationPrefixes.Is(a) && isOccupation(b)) {
		return true // "enseignante-chercheuse"
	}
	if lexicon.OwnWords.Has(w) || endsWithAny(w, wideOccupations()) {
		return true
	}
	for _, end := range lexicon.OwnEnds() {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// collectives are the words for an organization itself.
var collectives = lexicon.Set("phrase.collectives", "{organization head}")

// NamesCollective reports whether a text has a word for an organization itself, as "coalition" is one and "bus" none.
func NamesCollective(s string) bool { return HasWord(s, collectives) || HasCompound(s) }
