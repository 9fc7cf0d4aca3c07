package cue

import (
	"strings"
	"sync"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// What a party that is none tells a court has a caption: words that say what the document is (brief, factum, escrito), that its author is a
// friend of the court or intervenes, and between them, or after "of" or "submitted by", who that is. The words are those below, whatever the
// court and the language; they may stand in any order.
var (
	briefNouns   = lexicon.Set("cue.briefNouns", "{cue brief-noun}")
	briefFormula = lexicon.Set("cue.briefFormula", "{cue brief-formula}")
	// filedBy is the phrase after which a caption names who filed: nothing before it does.
	filedBy = lexicon.Pattern("cue.filedBy", `(?i){pattern filed-accented}|\b(?:{pattern filed})\s+(?:{pattern filed-jointly})?(?:{pattern filed-by})\s`)
	// captionTail is what follows the names.
	captionTail = lexicon.Pattern("cue.captionTail", `(?i)(?:^|[\s,;])(?:{pattern caption-tail}|(?:(?:{pattern caption-as})\s*)?(?:(?:{pattern caption-proposed})\s+)?(?:{pattern caption-who}))`)
	friendly    = lexicon.Pattern("cue.friendly", `(?i){pattern friendly}`)
	// AndMore ends names of which more stand elsewhere.
	AndMore = lexicon.Pattern("cue.AndMore", `(?i)[,;]?\s+(?:(?:{pattern and-more-and}|&)\s+)?(?:{pattern and-more})\s*$`)
)

// Caption finds the names in the caption of a brief, whose lines are joined: their place in the text. It reports false for what is no
// caption; a caption without names has an empty place.
func Caption(s string) (from, to int, ok bool) {
	if len(s) > 6000 || !friendly.MatchString(s) {
		return 0, 0, false
	}
	noun := false
	for from < len(s) {
		word := s[from:]
		if i := strings.IndexByte(word, ' '); i >= 0 {
			word = word[:i]
		}
		folded := strings.ReplaceAll(text.Fold(word), "’", "'")
		if !briefNouns.Has(folded) && !briefFormula.Has(folded) && strings.Trim(word, "[]()–—-:,") != "" {
			break
		}
		noun = noun || briefNouns.Has(folded) || briefRequests.Is(folded)
		from = min(len(s), from+len(word)+1)
		if strings.HasSuffix(word, ":") && noun {
			break // "Brief of Amici Curiae: ..."
		}
	}
	if from == 0 {
		return 0, 0, false
	}
	if all := filedBy.FindAllStringIndex(s); all != nil && all[len(all)-1][1] > from {
		from, noun = all[len(all)-1][1], true
	}
	if !noun {
		return 0, 0, false
	}
	to = len(s)
	if m := captionTail.FindStringIndex(s[from:]); m != nil {
		to = from + m[0]
	} else if from > 0 && captionTail.MatchString(s[from-1:]) {
		to = from
	}
	return from, from + len(strings.TrimRight(s[from:to], " ,;([")), true
}

// FriendlyStems are parts of the words that Friendly finds.
var FriendlyStems = sync.OnceValue(func() []string { return lexicon.Cue.Words("friendly") })

// Friendly reports whether words speak of a friend of the court or of one who intervenes.
func Friendly(s string) bool { return friendly.MatchString(s) }

// BeginsCaption reports whether a line may be the first of a caption.
func BeginsCaption(s string) bool {
	if rule.Off("cue.BeginsCaption") || Leaders(s) {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(s) {
		folded := strings.ReplaceAll(text.Fold(w), "’", "'")
		switch {
		case briefNouns.Has(folded):
			return true
		case !briefFormula.Has(folded) && folded != "", words > 7:
			return folded != "" && words > 0 && words < 7 && filedOnce.MatchString(s)
		}
		words++
	}
	return words >= 2 && friendly.MatchString(s) // "AMICI CURIAE", and the noun on the next line
}

var filedOnce = lexicon.Pattern("cue.filedOnce", `(?i){pattern filed-once}`)

var briefRequests = lexicon.PartsOf("{cue brief-request}")
