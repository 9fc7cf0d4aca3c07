package lexicon

import (
	"slices"

	"undersigned/internal/letter/text"
)

// GivenLast are given names of a language that puts them behind the family name and that no other language shares.
var GivenLast = text.SetFrom("lexicon.GivenLast", func() []string {
	last := Person.In("hu", "given")
	for _, code := range Languages() {
		if code != "hu" {
			others := Person.In(code, "given")
			last = slices.DeleteFunc(last, func(w string) bool { return slices.Contains(others, w) })
		}
	}
	return last
})

// GivenNames are frequent given names, of the languages we read and of others that letters in these carry, that are no frequent words in the
// names of organizations ("Grace", "Hope" and "Florence" are).
var GivenNames = Set("lexicon.GivenNames", "{person given}")
