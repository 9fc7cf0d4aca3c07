package cue

import (
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// The cues of all languages that are data; the patterns beside them say what phrases cannot.
var (
	opens    = lexicon.PhrasesOf("cue.opens", lexicon.Cue, "opens")
	leaves   = lexicon.PhrasesOf("cue.leaves", lexicon.Cue, "sign-off")
	ends     = lexicon.PhrasesOf("cue.ends", lexicon.Cue, "closes")
	subOrgs  = lexicon.PhrasesOf("cue.subOrgs", lexicon.Cue, "organizations")
	people   = lexicon.PhrasesOf("cue.people", lexicon.Cue, "people")
	gone     = lexicon.PhrasesOf("cue.gone", lexicon.Cue, "gone")
	promised = lexicon.PhrasesOf("cue.promised", lexicon.Cue, "pledges")
	remarked = lexicon.PhrasesOf("cue.remarked", lexicon.Cue, "note")
)

// Mixed is a pattern with phrases beside it.
type Mixed struct {
	pattern *text.Pattern
	phrases *lexicon.Phrases
}

// Match reports whether a folded line has the pattern or one of the phrases.
func (m Mixed) Match(f string) bool { return m.pattern.MatchString(f) || m.phrases.In(f) }
