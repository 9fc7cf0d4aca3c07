package about

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// What says the kind of a document in languages whose words are data.
var (
	kinds = lexicon.PhrasesOf("about.kinds", lexicon.Paper, "letter", "statement", "petition", "release")
	// wideTells is a title that tells what others did: "十二個團體發表聯合聲明".
	wideTells = lexicon.Pattern("about.wideTells", `[0-9０-９一二三四五六七八九十百多餘余][個个家間间]?[^。，]{0,8}{organization counted}[^。，]{0,6}(?:{pattern wide-tells})`)
)

const (
	letterKind = 1 << iota // in the order of kinds
	statementKind
	petitionKind
	releaseKind
)

func ofKind(s string, kind uint) bool { return kinds.Find(strings.ToLower(s))&kind != 0 }

func isLetter(s string) bool { return letterWords.MatchString(s) || ofKind(s, letterKind) }

// countWide adds the words of one paragraph in a script without blanks between words.
func (t *traits) countWide(s string) {
	for w := range ownVoice.All() {
		if text.MostlyHan(w) {
			t.own += strings.Count(s, w)
		}
	}
	for w := range reportWords.All() {
		if text.MostlyHan(w) {
			t.report += strings.Count(s, w)
		}
	}
}
