package cue

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// sponsors are those who pay for something, and paying.
var sponsors = lexicon.PhrasesOf("cue.sponsors", lexicon.Topic, "sponsor")

// coSponsors sign: a bill, a call, a letter.
var coSponsors = lexicon.Pattern("cue.coSponsors", `\bco[- ]?({pattern co-sponsor})`)

// Sponsored reports whether a line speaks of those who pay for something, and of no signing: "Our sponsors", "organizations that have funded us".
func Sponsored(s string) bool {
	if rule.Off("cue.Sponsored") {
		return false
	}
	f := text.FoldLine(s)
	return sponsors.In(f) && !coSponsors.MatchString(f) && TopicsOf(f)&AboutSigning == 0
}

// A form prints where a name is to be written what is to be written there.
var (
	toFill    = lexicon.Pattern("cue.toFill", `^({pattern please} )?({pattern fill-in})? ?({pattern your-bracket}|({pattern your}) )(({pattern whole-name}) ?)?({pattern to-fill})( {pattern fill-here})?$`)
	bareForm  = lexicon.Pattern("cue.bareForm", `^({pattern form-name})( ?[,/] ?({pattern form-field}))+$|^({pattern form-only}|x{3,})$|^[a-z ]{3,20}_{4,}`)
	bracketed = lexicon.Pattern("cue.bracketed", `(?i)^\[(?:[^\]]*\b)?(?:{pattern in-brackets})\b[^\]]*\]$`)
)

// Placeholder reports whether a line is what a form or a draft prints where names are to be written: "Type your name here", "Name, title, organization".
func Placeholder(s string) bool {
	if rule.Off("cue.Placeholder") {
		return false
	}
	f := text.FoldLine(strings.ReplaceAll(s, `\`, ""))
	return toFill.MatchString(f) || bareForm.MatchString(f) || bracketed.MatchString(text.Trim(s))
}

// views are items that lead to another view of a list of signatories, or to a file of it.
var views = lexicon.Pattern("cue.views", `^({pattern view-article} )?((({pattern view-whole}) )?({pattern view})) ({pattern view-by})\b|\b(csv|json|xlsx?|excel|pdf|ods)[- ]?({pattern view-file})?$|^({pattern view-verb}) ({pattern view-all})`)

// View reports whether an item leads to another view of a list ("Overview by country", "in CSV format") and is no entry of one.
func View(s string) bool {
	if rule.Off("cue.View") {
		return false
	}
	return views.MatchString(text.FoldLine(s))
}

// Groups reports whether a line calls groups or persons by what they do and names none: "Organizations performing or funding research". All of its
// words but the first are written small, save where it stands above bullets and is none (bare): German writes nouns large.
func Groups(s string, bare bool) bool {
	if rule.Off("cue.Groups") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 14 {
		return false
	}
	small := 0
	for _, w := range words[1:] {
		if text.IsLower(w) || w == "&" {
			small++
		}
	}
	f := text.FoldLine(s)
	return (small == len(words)-1 || bare && small > 0) && (orgPattern.MatchString(f) || subOrgs.In(f) || peoplePattern.MatchString(f) || people.In(f))
}

// leave begins a line that takes leave and goes on with who does.
var leave = lexicon.Pattern("cue.leave", `(?i)^(?:{pattern take-leave})[,.]? +((?-i:\p{Lu}).*)$`)

// CutFarewell takes the words of leave off a line that goes on with who takes it: "Kind regards Simbord A/S".
func CutFarewell(s string) (rest string, ok bool) {
	m := leave.FindStringSubmatch(s)
	if m == nil || text.WordCount(m[1]) > 12 || phrase.IsSentence(m[1]) || rule.Off("cue.CutFarewell") {
		return "", false
	}
	return m[1], true
}
