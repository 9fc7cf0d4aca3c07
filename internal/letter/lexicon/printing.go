package lexicon

import (
	"slices"
	"strings"
)

// How words are printed otherwise: in capitals without accents, or with the letters of an older character set. Texts are put in lower case
// without asking for their language, so that "VAKFI" becomes "vakfi".
var (
	shoutedGreek = strings.NewReplacer("ά", "α", "έ", "ε", "ή", "η", "ί", "ι", "ΐ", "ϊ", "ό", "ο", "ύ", "υ", "ΰ", "ϋ", "ώ", "ω", "ς", "σ")
	plainGreek   = strings.NewReplacer("ά", "α", "έ", "ε", "ή", "η", "ί", "ι", "ϊ", "ι", "ΐ", "ι", "ό", "ο", "ύ", "υ", "ϋ", "υ", "ΰ", "υ", "ώ", "ω")
	capitalGreek = strings.NewReplacer("ς", "σ")
	cedillas     = strings.NewReplacer("ș", "ş", "ț", "ţ")
)

// printings returns the further forms that a word of a language has in texts put in lower case.
func printings(language, word string) []string {
	var out []string
	add := func(form string) {
		if form != word {
			out = append(out, form)
		}
	}
	switch language {
	case "tr":
		add(strings.ReplaceAll(word, "ı", "i"))
	case "el": // capitals keep no accent, but a diaeresis
		for _, form := range []string{plainGreek.Replace(word), shoutedGreek.Replace(word), capitalGreek.Replace(plainGreek.Replace(word))} {
			if !slices.Contains(out, form) {
				add(form)
			}
		}
	case "ro":
		add(cedillas.Replace(word))
	}
	return out
}
