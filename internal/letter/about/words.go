package about

import (
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// Parts of lines.
var (
	delivered    = lexicon.PartsOf("{furniture delivered}")
	profileWords = lexicon.PartsOf("{furniture profile}")
	acting       = lexicon.PartsOf("{function-word acting}")
	our          = lexicon.PartsOf("{function-word our}")
	asOf         = lexicon.PartsOf("{cue as-of}")
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

// Each pattern with its phrases.
var (
	claimContextPattern   = lexicon.Pattern("about.claimContextPattern", `(?i)({pattern claims})`)
	claimContextAbroad    = lexicon.PhrasesOf("about.claimContextAbroad", lexicon.Cue, "claims")
	longAgoPattern        = lexicon.Pattern("about.longAgoPattern", `(?i)\b({pattern long-ago})`)
	longAgoAbroad         = lexicon.PhrasesOf("about.longAgoAbroad", lexicon.Cue, "long-ago")
	signWordPattern       = lexicon.Pattern("about.signWordPattern", `(?i){pattern signing-accented}|\b({pattern signing})\b`)
	signWordAbroad        = lexicon.PhrasesOf("about.signWordAbroad", lexicon.Cue, "signing")
	asOfNowPattern        = lexicon.Pattern("about.asOfNowPattern", `(?i)\b({pattern as-of-now})\b`)
	asOfNowAbroad         = lexicon.PhrasesOf("about.asOfNowAbroad", lexicon.Cue, "as-of-now")
	titleNounPattern      = lexicon.Pattern("about.titleNounPattern", `(?i)\b({pattern title-noun})\b`)
	titleNouns            = lexicon.PhrasesOf("about.titleNouns", lexicon.Paper, "letter", "open-letter", "statement", "petition")
	letterWordsPattern    = lexicon.Pattern("about.letterWordsPattern", `(?i)\b({pattern letter})\b`)
	letterWordsAbroad     = lexicon.PhrasesOf("about.letterWordsAbroad", lexicon.Paper, "letter")
	statementWordsPattern = lexicon.Pattern("about.statementWordsPattern", `(?i){pattern statement-accented}|\b({pattern statement})\b`)
	statementWordsAbroad  = lexicon.PhrasesOf("about.statementWordsAbroad", lexicon.Paper, "statement")
	petitionWordsPattern  = lexicon.Pattern("about.petitionWordsPattern", `(?i)\b({pattern petition})\b`)
	petitionWordsAbroad   = lexicon.PhrasesOf("about.petitionWordsAbroad", lexicon.Paper, "petition")
	pressHeadPattern      = lexicon.Pattern("about.pressHeadPattern", `(?i)^\W*(?:(?:{pattern release-kind})\s+)?({pattern release})\b`)
	pressHeadAbroad       = lexicon.PhrasesOf("about.pressHeadAbroad", lexicon.Paper, "release")
	openLetterPattern     = lexicon.Pattern("about.openLetterPattern", `(?i)\b({pattern open-letter})\b`)
	openLetterAbroad      = lexicon.PhrasesOf("about.openLetterAbroad", lexicon.Paper, "open-letter")
	dateCuePattern        = lexicon.Pattern("about.dateCuePattern", `(?i){pattern dated-accented}|\b({pattern dated})\b`)
	dateCueAbroad         = lexicon.PhrasesOf("about.dateCueAbroad", lexicon.Cue, "dated")
	laterCuePattern       = lexicon.Pattern("about.laterCuePattern", `(?i)\b({pattern updated})\b`)
	laterCueAbroad        = lexicon.PhrasesOf("about.laterCueAbroad", lexicon.Cue, "updated")
	otherDayPattern       = lexicon.Pattern("about.otherDayPattern", `(?i)\b({pattern other-day}|©)\b|©`)
	otherDayAbroad        = lexicon.PhrasesOf("about.otherDayAbroad", lexicon.Cue, "other-day")
)
