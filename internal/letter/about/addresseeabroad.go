package about

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Addressees in other scripts than Latin: "尊敬的市长先生", "環境大臣　殿", "Уважаемый господин мэр", "السيد الوزير".

// called stand before and behind whom such a letter addresses.
var (
	calledBefore = lexicon.Pattern("about.calledBefore", `^(?:{pattern called-to})\s*[：:]?\s*|^(?:{pattern called-dear})\s*`)
	calledAfter  = lexicon.Pattern("about.calledAfter", `[\s\x{3000}]*(?:{pattern called-after})$`)
)

// addresseeAbroad reads such a greeting. ok is false for Latin.
func addresseeAbroad(s string) (a draft.Addressee, ok bool) {
	s = strings.Trim(text.Trim(s), " ,:;.!，、：。！،\u3000")
	first := strings.IndexFunc(s, unicode.IsLetter)
	if first < 0 || rule.Off("about.addresseeAbroad") {
		return a, false
	}
	r, _ := utf8.DecodeRuneInString(s[first:])
	if r < 0x370 {
		return a, false
	}
	called := false
	if r >= 0x2e80 {
		bare := calledAfter.ReplaceAllString(text.Trim(calledBefore.ReplaceAllString(s, "")), "")
		called, s = bare != s, text.Trim(bare)
	} else {
		for {
			word, rest, more := strings.Cut(s, " ")
			if !more || !greetings.In(text.FoldLine(word)) && !lexicon.Honorifics.Has(text.Fold(word)) {
				break
			}
			called, s = true, text.Trim(rest)
		}
	}
	switch {
	case s == "" || Greets(s) && called && text.WordCount(s) <= 2:
		return a, true // "敬啟者", "各位"
	case phrase.SaysOffice(s):
		a.Role = draft.Maybe(s)
	case phrase.PersonCertainty(s) == 2:
		a.Name = draft.Maybe(s)
	default:
		a.Organization = draft.Maybe(s)
	}
	return a, true
}
