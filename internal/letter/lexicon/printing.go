package lexicon

import "strings"

// How words are printed otherwise: in capitals without accents, or with the letters of an older character set. Texts are put in lower case
// without asking for their language, so that "VAKFI" becomes "vakfi".
var (
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
	case "el":
		plain := plainGreek.Replace(word)
		add(plain)
		if capital := capitalGreek.Replace(plain); capital != plain {
			out = append(out, capital)
		}
	case "ro":
		add(cedillas.Replace(word))
	}
	return out
}
