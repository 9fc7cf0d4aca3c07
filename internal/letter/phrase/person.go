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

// HasCompound reports whether a word of a text ends like the name of an organization.
func HasCompound(s string) bool {
	if rule.Off("phrase.HasCompound") {
		return false
	}
	for _, w := range WordsOf(s) {
		if Compound(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// WordsOf cuts a name into words without the punctuation around them.
func WordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:/|()[]\"“”、，；：（）《》「」", r)
	})
}

// HasWord reports whether a text has a word of a set, in any case.
func HasWord(s string, set *text.Set) bool {
	if rule.Off("phrase.HasWord") {
		return false
	}
	for _, w := range WordsOf(s) {
		w = strings.ToLower(w)
		if set.Has(w) || set.Has(strings.Trim(w, ".'’")) {
			return true
		}
	}
	return false
}

// PersonCertainty says how surely a text is the name of a person: 0 no, 1 it could be, 2 it has a known given name, an
// initial or a title. The rule asks for two to five capitalized words without a word that organizations have.
func PersonCertainty(s string) int {
	if strings.ContainsAny(s, ".(") {
		s = text.Trim(retired.ReplaceAllString(s, " "))
	}
	s, certain := WithoutTitles(text.Trim(s))
	if c, known := hanPerson(s); known {
		return c
	}
	if strings.ContainsAny(s, "&@/0123456789+|#;:!?\"“”()[]") {
		return 0
	}
	s = withoutLetters(s)
	if strings.HasSuffix(s, "e. V.") || strings.HasSuffix(s, "e. V") {
		return 0
	}
	words := strings.Fields(s)
	if first := strings.ToLower(text.FirstWords(s, 1)); certain == 0 && len(words) > 1 && (Articles.Has(first) || bareArticles.Has(first)) && !articleSurnames.Is(first) {
		return 0 // "La Grande Ligne"
	}
	if len(words) > 1 && trades.Has(strings.ToLower(strings.Trim(words[len(words)-1], "."))) {
		return 0 // "Nora Field Photography"
	}
	if len(words) == 0 || len(words) > 6 || len(words) == 1 && certain == 0 || strings.Contains(s, ",") {
		return 0
	}
	names := 0
	for i, w := range words {
		bare := strings.Trim(w, ".'’-")
		lower := strings.ToLower(bare)
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case i > 0 && lexicon.NameParticles.Has(lower) && unicode.IsLower(first):
			if germanArticles.Has(lower) && !germanArticles.Has(strings.ToLower(words[i-1])) && !nobiliary.Has(strings.ToLower(words[i-1])) {
				return 0 // "Elternrat der Talschule", but "von der Aue"
			}
		case !text.BeginsName(first):
			return 0
		case i == len(words)-1 && i > 0 && lexicon.CorporateSuffix.Has(lower) && (strings.Contains(bare, ".") || bare == strings.ToUpper(bare)):
			return 0 // a legal form: "Rios A.C."
		case lexicon.OrgWords.Has(lower), Compound(lower), lexicon.SmallWords.Has(lower) && !lexicon.NameParticles.Has(lower) && utf8.RuneCountInString(bare) > 1:
			return 0
		case i > 0 && (strings.HasSuffix(lower, "'s") || strings.HasSuffix(lower, "’s")), saints.Is(lower):
			return 0
		case strings.HasSuffix(w, ".") && utf8.RuneCountInString(bare) == 1 || isInitials(w):
			if i+1 < len(words) || names > 0 {
				certain = max(certain, 2)
			}
		case surnameFirst(words, i):
			names, certain = names+1, 2
		case utf8.RuneCountInString(bare) >= 3 && bare == strings.ToUpper(bare) && len(words) > 1 && !strings.Contains(bare, "-") && strings.ToUpper(s) != s:
			return 0 // an acronym among words
		default:
			names++
			given, _, _ := strings.Cut(lower, "-")
			if i > 0 && patronymic(lower) {
				certain = 2
			}
			if i == 0 && lexicon.GivenNames.Has(given) || i == 1 && len(words) < 4 && (lexicon.GivenLast.Has(given) || first >= 0x400 && first < 0x530 && lexicon.GivenNames.Has(given)) { // Slavic lists put it last
				certain = 2
			}
		}
	}
	if names == 0 {
		return 0
	}
	return max(certain, 1)
}

var articleSurnames, saints = lexicon.PartsOf("{surname article}"), lexicon.PartsOf("{surname saint}")

var patronymics = sync.OnceValue(func() []string { return lexicon.Person.Words("patronymic") })

// patronymic reports whether a word is a Slavic name after the father's: "Сергеевна".
func patronymic(w string) bool {
	if rule.Off("phrase.patronymic") {
		return false
	}
	for _, end := range patronymics() {
		if len(w) > len(end)+4 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// Compound reports whether a German word ends like the name of an organization: "Mieterverein".
func Compound(w string) bool {
	if rule.Off("phrase.Compound") {
		return false
	}
	if w == "" {
		return false
	}
	for _, end := range compoundEnds()[w[len(w)-1]] {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// compoundEnds are by their last byte: every word of a document is asked for one.
var compoundEnds = sync.OnceValue(func() *[256][]string {
	var out [256][]string
	for _, end := range lexicon.Organization.Words("compound-end") {
		out[end[len(end)-1]] = append(out[end[len(end)-1]], end)
	}
	return &out
})

func isInitials(w string) bool {
	if rule.Off("phrase.isInitials") {
		return false
	}
	if r, n := utf8.DecodeRuneInString(w); n > 1 {
		return unicode.IsUpper(r) && len(w) <= 3*(n+1) && len(w) >= 2*(n+1) && w[n] == '.' && w[len(w)-1] == '.' // "Т.Н."
	}
	return len(w) >= 4 && len(w) <= 6 && w[1] == '.' && w[len(w)-1] == '.' && unicode.IsUpper(rune(w[0]))
}
