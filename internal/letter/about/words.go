package about

import (
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// said is a pattern with the words of all languages beside it that are data; the pattern says what phrases cannot.
type said struct {
	*text.Pattern
	phrases *lexicon.Phrases
}

// MatchString reports whether a text has the pattern or one of the phrases.
func (s said) MatchString(t string) bool {
	return s.Pattern.MatchString(t) || s.phrases.In(text.FoldLine(t))
}
