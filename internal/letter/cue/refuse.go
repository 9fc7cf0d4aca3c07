package cue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// notePattern is matched against a folded line (text.FoldLine).
var notePattern = lexicon.Pattern("cue.notePattern", `{pattern note}`)

// Remark is a remark on the list or on the names in it: "Affiliations for identification only".
var Remark = Mixed{notePattern, remarked}

// kindsWithExamples finds items that call signatories by their kind and give examples: "Unions – such as A and B".
var kindsWithExamples = lexicon.Pattern("cue.kindsWithExamples", `^\p{L}[^–—:;]* (?:[–—-] |[(,] ?)(?:{pattern for-example}) +\S`)

// Kinds reports whether a line says which kinds sign, with examples of each.
func Kinds(s string) bool {
	return !rule.Off("cue.Kinds") && kindsWithExamples.MatchString(s)
}

// WhyNot says why a line is no signatory; "" where it may be one.
func WhyNot(l *document.Line) string {
	t := l.Text
	letterless := Letterless(t, l.Sort == document.Cells || l.Sort == document.Item)
	switch {
	case l.Note:
		return "a footnote"
	case text.ContainsAny(strings.ToLower(t), fileKinds) && fileLink.MatchString(t):
		return "a link to a file"
	case caption.MatchString(t):
		return "a picture's caption"
	case phrase.MoreOthers.MatchString(t):
		return "says that there are more signatories, but not which"
	case letterless != "":
		return letterless
	case strings.HasPrefix(t, ",") || strings.HasPrefix(t, ";"):
		return "the end of something whose beginning is not printed"
	case SentTo(t):
		return "says to whom it is sent, not who signs"
	case Hole(t):
		return "a blank to fill in, not a name"
	case smallOnly(t):
		return "no name: small words alone"
	case strings.Contains(t, ":") && examples.MatchString(t):
		return "examples of what to fill in"
	case PageNumber.MatchString(t):
		return "a page number"
	case l.Sort != document.Cells && strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") && strings.Count(t, "[") == 1 && text.WordCount(t) > 1:
		return "a placeholder in brackets, not a name"
	case l.Sort != document.Cells && strings.HasPrefix(t, "（") && strings.HasSuffix(t, "）") && strings.Count(t, "（") == 1:
		return "a remark in brackets, not a name"
	case thanks.MatchString(t):
		return "thanks, not a name"
	case countLine.MatchString(t), strings.ContainsAny(t, "個个家개人名位명団") && wideCount.MatchString(t):
		return "a number of signatories, not a name"
	case Remark.Match(text.FoldLine(t)):
		return "a remark on the list"
	case footnote.MatchString(t), strings.HasPrefix(t, "[") && reference.MatchString(t):
		return "a footnote"
	case strings.Contains(t, "_") && !strings.Contains(t, " "):
		return "no name: it is a file's"
	case phrase.LooksLikeAddress(t):
		return "an address or a link, not a name"
	case JustDate(t):
		return "a date"
	case calling.MatchString(t):
		return "a link that leads on, not a name"
	case l.Sort == document.Plain && (phrase.IsSentence(t) || phrase.IsShortSentence(t)):
		return "running text, not a name"
	case utf8.RuneCountInString(t) > 300 && l.Sort != document.Item && l.Sort != document.Cells:
		return "too long for a name"
	}
	return ""
}

// sentTo finds a line that says to whom a document is sent: "To: the Ferry Commission".
var sentTo = lexicon.Pattern("cue.sentTo", `(?i)^({pattern to-line}) ?: ?(\S)`)

// SentTo reports whether a line says to whom a document is sent. A single letter before a colon may as well head the names that begin with it, but for
// small words behind it: "A: la Comisión".
func SentTo(t string) bool {
	if rule.Off("cue.SentTo") || !strings.Contains(t, ":") {
		return false
	}
	m := sentTo.FindStringSubmatch(t)
	if m == nil {
		return false
	}
	r, _ := utf8.DecodeRuneInString(m[2])
	return utf8.RuneCountInString(m[1]) > 1 || unicode.IsLower(r)
}

// reference is a note below a text by its number and colon, as plain texts and Markdown set it: "[1]: On the harbour".
var reference = text.Lazy("cue.reference", `^\[\^?\d{1,3}\]:\s`)

// smallOnly reports whether a line is nothing but words that only join others, as is left of a template whose names are not filled in: "at", "by the".
func smallOnly(t string) bool {
	if rule.Off("cue.smallOnly") || len(t) > 24 || !text.IsLower(t) {
		return false
	}
	for w := range strings.FieldsSeq(t) {
		if !lexicon.SmallWords.Has(w) {
			return false
		}
	}
	return true
}

// Letterless says why a text without letters is no name, by one rule in every medium; "" where it has letters or may be one all the same. In a list or
// a column of names (listed) two figures and more are a name, if nothing but dots divides them: a single one is a number, others are a telephone's. On a
// line by itself they are rather the number of a page or a row, unless dots divide them: "11.11.11".
func Letterless(t string, listed bool) string {
	digits, signs := 0, 0
	for _, r := range t {
		switch {
		case unicode.IsLetter(r):
			return ""
		case unicode.IsDigit(r):
			digits++
		case r != '.':
			signs++
		}
	}
	if digits >= 2 && (listed && signs == 0 || strings.Contains(t, ".")) {
		return ""
	}
	return "no name: it has no letters"
}

// calling is a link with an arrow that asks to do something: "→ Sign the letter".
var calling = lexicon.Pattern("cue.calling", `(?i)^(?:->|=>|>>|[→➔➜➡⇒›»▶►👉✍✏🖊])\x{fe0f}?\s*(?:{pattern calling-please} )?(?:{pattern calling})[\p{L}]*(?:\s|[.!:]?$)`)

// examples stand below a field of a form, and in the row that shows how to sign.
var examples = lexicon.Pattern("cue.examples", `(?i)^(?:{pattern example-label})\s?:`)

// thanks end a letter, above or below its list.
var thanks = lexicon.Pattern("cue.thanks", `(?i)^{pattern thanks}\b.{0,60}\b{pattern thanks-your} (?:{pattern thanks-for})\b`)

// What every match of the patterns below has in it.
var (
	fileKinds = []string{"pdf", "doc", "odt"}
)

// What is no name; PageNumber is asked for by media, too.
var (
	fileLink   = lexicon.Pattern("cue.fileLink", `(?i)(^| )({pattern file-link})[^,;]{0,20}\(?\b(pdf|docx?|odt)\b\)?$|^\(?pdf\)?$`)
	caption    = lexicon.Pattern("cue.caption", `(?i)^({pattern picture})s?( {pattern picture-by})?\s?:|^({pattern picture-of})s? ({pattern picture-whose}) `)
	footnote   = lexicon.Pattern("cue.footnote", `(?i)^[*†‡§¹²³]+ ?(.* )?({pattern footnote})\b.*\.?$`)
	PageNumber = lexicon.Pattern("cue.PageNumber", `(?i)^({pattern page-number}) ?\d+( ?({pattern page-of}|/) ?\d+)?$`)
	countLine  = lexicon.Pattern("cue.countLine", `(?i)^({pattern count-first})?\(?[\d,.]+\+? ([\p{L}-]+ ){0,3}({pattern count-noun}|{organization count-line})( ({pattern count-and}) [\p{L} ]{3,40})?( \([^)]{3,40}\)| {pattern count-below})?\)?:?$`)
)

// wideCount is the same in scripts without blanks: "共42個團體、300人", "총 5개 단체, 6명 (2021. 4. 22 기준)".
var wideCount = lexicon.Pattern("cue.wideCount", `^[（(＜<【]?(?:{pattern wide-total})?\s*[0-9０-９,，]+\s*{pattern wide-about}?\s*{pattern wide-counter}?\s*(?:[^\s0-9、，,]{0,6}(?:{organization count-line})|{pattern wide-people})(?:[、,，及와과·\s]+{pattern wide-single}?\s*[0-9０-９,，]+\s*{pattern wide-people}[^\s]{0,4})?(?:\s*[（(][^（()）]*[）)])?[）)＞>】]?$`)

var monthOrYear = text.Lazy("cue.monthOrYear", `\b(1[89]|20)\d\d\b|\p{L}{3}`)

// JustDate reports whether a line is a date with no more than two words beside it.
func JustDate(t string) bool {
	if rule.Off("cue.JustDate") {
		return false
	}
	if !monthOrYear.MatchString(t) {
		return false // figures alone, such as "12.12.12", may be a name
	}
	f := phrase.FindDates(t, "")
	if len(f) == 0 {
		return false
	}
	beside := text.WordCount(text.Trim(t[:f[0].Start] + " " + t[f[0].End:]))
	return beside <= 2 || beside <= 7 && dateOfSigning.MatchString(t)
}

// dateOfSigning begins a line that says when, and where, a letter was signed: "Done at Lower Bay, on 5 June 2020".
var dateOfSigning = lexicon.Pattern("cue.dateOfSigning", `(?i)^(?:{pattern date-of-signing})\s`)
