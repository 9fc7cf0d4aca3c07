package about

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// What says the kind of a document in languages whose words are data.
var (
	kinds = lexicon.PhrasesOf("about.kinds", lexicon.Topic, "letter", "statement", "petition", "release")
	under = lexicon.PhrasesOf("about.under", lexicon.Cue, "undersigned")
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
	for w := range ownVoice {
		if text.MostlyHan(w) {
			t.own += strings.Count(s, w)
		}
	}
	for w := range reportWords {
		if text.MostlyHan(w) {
			t.report += strings.Count(s, w)
		}
	}
}
