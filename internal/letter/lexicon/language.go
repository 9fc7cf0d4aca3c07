package lexicon

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"undersigned/internal/letter/text"
)

// StopWords are frequent short words by language. The language of a text is the one most of whose words it has; words that
// two languages share count for both and decide nothing.
var StopWords = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, code := range Languages() {
		for _, w := range Function.In(code, "stop") {
			m[w] = append(m[w], code)
		}
	}
	return m
})

// SentenceWords are verbs and pronouns that sentences have and names seldom do.
var SentenceWords = Set("lexicon.SentenceWords", "{function-word spoken}")

// SmallWords are the words that a name does not end with: a line that ends with one goes on.
var SmallWords = Set("lexicon.SmallWords", "{function-word small}")

// Continuing are words in lower case that begin a wrapped part of a name.
var Continuing = SmallWords

// languageNames are the names of the languages that we read in each of them (Unicode CLDR), in lower case, with their codes.
var languageNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, in := range Languages() {
		namer := display.Languages(language.Make(in))
		if namer == nil {
			continue
		}
		for _, code := range Languages() {
			if name := strings.ToLower(namer.Name(language.Make(code))); names[name] == "" {
				names[name] = code
			}
		}
	}
	return names
})

// LanguageCode returns the ISO 639-1 code in "en", "de-AT" or "French"; "" where there is none.
func LanguageCode(s string) string {
	s = strings.ToLower(text.Trim(s))
	if code, _, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-"); len(code) == 2 {
		return code
	}
	return languageNames()[s]
}
