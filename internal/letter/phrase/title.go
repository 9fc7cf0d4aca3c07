package phrase

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// retired finds what is said in brackets or letters between a title and a name: "Judge (ret.) Ann Lee", "Pfarrer i. R. Karl Wittig".
var retired = lexicon.Pattern("phrase.retired", `(?i) *\((?:{pattern retired})\.?\)| (?:i\. ?R|a\. ?D|em)\.(?: |$)`)

var (
	germanArticles = lexicon.Set("phrase.germanArticles", "{function-word german-article}")
	nobiliary      = lexicon.Set("phrase.nobiliary", "{function-word nobiliary}")
)

// surnameFirst reports whether word i is a family name in capitals beside a known given name, as French lists print them: "AUBERT Claire",
// "Claire LE GOFF".
func surnameFirst(words []string, i int) bool {
	if rule.Off("phrase.surnameFirst") {
		return false
	}
	if len(words) > 4 || utf8.RuneCountInString(words[i]) < 2 || words[i] != strings.ToUpper(words[i]) {
		return false
	}
	for k, w := range words {
		given, _, _ := strings.Cut(strings.ToLower(w), "-")
		if (k == 0 || k == len(words)-1) && k != i && w != strings.ToUpper(w) && lexicon.GivenNames.Has(given) {
			return true
		}
	}
	return false
}

// beforeTitle are words before titles: "State Senator", "Former Mayor".
var beforeTitle = lexicon.Set("phrase.beforeTitle", "{person before-title}")

// WithoutTitles takes titles off the beginning of a person's name; certain is 2 where there was one.
func WithoutTitles(s string) (name string, certain int) {
	for {
		first, rest, ok := strings.Cut(s, " ")
		bare := strings.Trim(strings.ToLower(first), ".,")
		if head, _, compound := strings.Cut(bare, "."); compound && lexicon.Honorifics.Has(head) {
			bare = head // "Prof.Dr.", "Dipl.-Ing."
		}
		if next := strings.ToLower(strings.Trim(text.FirstWords(rest, 1), ".,")); ok && beforeTitle.Has(bare) && lexicon.Honorifics.Has(next) {
			s = text.Trim(rest)
			continue
		}
		if !ok || !lexicon.Honorifics.Has(bare) || len(bare) < 4 && text.IsLower(first) && certain == 0 {
			return s, certain
		}
		if certain == 0 && lexicon.OrgWords.Has(bare) && !strings.Contains(rest, " ") {
			return s, certain // "Justice Strategies"
		}
		s, certain = text.Trim(rest), 2
	}
}

var generations = lexicon.PartsOf("{person generation}")

// withoutLetters takes suffixes of generations and letters of honors, degrees and orders off the end of a person's name: "Jr.", "QC", "PhD".
func withoutLetters(s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return s
		}
		last := strings.Trim(s[i+1:], ".,")
		generation := last == "II" || last == "III" || last != strings.ToLower(last) && generations.Is(strings.ToLower(last))
		if !generation && (!lexicon.PostNominals.Has(strings.ToLower(last)) || strings.ToLower(last) == last || !strings.Contains(s[:i], " ")) {
			return s
		}
		s = strings.TrimRight(s[:i], " ,")
	}
}
