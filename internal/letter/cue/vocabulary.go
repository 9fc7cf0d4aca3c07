package cue

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// A Cue is what a short line says about the lines around it.
type Cue uint8

const (
	None      Cue = iota
	Opens         // signatories follow: "Signed by:", "Signataires"
	SignOff       // the letter ends, a signature may follow: "Sincerely,"
	Closes        // something else follows: "Press contact", "Related posts"
	SubOrgs       // within signatories: "Organizations"
	SubPeople     // within signatories: "Individuals"
	SubOther      // within signatories: "National", "Late signers", a country
	SubGone       // within signatories: "Withdrawn"
	SubNote       // "Affiliations for identification only"
)

// Words says a cue in words.
func (c Cue) Words() string {
	return [...]string{"it says nothing", "it announces signatories", "it takes leave of the addressee", "it begins something else", "organizations follow", "persons follow", "a part of a list follows", "those who no longer sign follow", "a remark on a list"}[c]
}

// The patterns are matched against a folded line: lower case, apostrophes made ', marks at the ends taken off.
var (
	openPattern    = lexicon.Pattern("cue.openPattern", `{pattern opens}`)
	signOffPattern = lexicon.Pattern("cue.signOffPattern", `{pattern sign-off}`)
	closePattern   = lexicon.Pattern("cue.closePattern", `^({pattern closes}|\d+ ({pattern closes-count}))\b`)
	peoplePattern  = lexicon.Pattern("cue.peoplePattern", `^({function-word and} )?(({pattern people-before}) )*({pattern people})\b`)
	orgPattern     = lexicon.Pattern("cue.orgPattern", `^({function-word and} )?(({pattern organizations-before}|&) )*(({pattern organizations-verb}) [^ ]+ )?{organization heading}\b`)
	otherPattern   = lexicon.Pattern("cue.otherPattern", `^({pattern other-part})( ({pattern other-and}|&) ({pattern other-second}))?( ({pattern other-whose}))?( \(.{1,40}\))?$|^({pattern late-part})\b.{0,30}\b({pattern late-whose})|^({pattern other-whole})$`)
)

// Farewell is what takes leave; phrases of all languages stand beside it (mixed.go).
var Farewell = Mixed{signOffPattern, leaves}

// Announces reports whether a folded line announces signatories.
func Announces(f string) bool {
	if rule.Off("cue.Announces") {
		return false
	}
	return openPattern.MatchString(f) || opens.In(f)
}

// Of classifies a short line. Long lines have no cue, save lead-ins that end with a colon (LeadIn).
func Of(l *document.Line) Cue {
	if l.Sort == document.Cells && !l.Header {
		return None
	}
	words := text.WordCount(l.Text)
	if words == 0 || words > 22 {
		return None
	}
	f := text.FoldLine(l.Text)
	colon := text.EndsColon(l.Text) || strings.HasSuffix(l.Text, ",") || l.Sort == document.Heading
	if l.Sort == document.Item {
		if Remark.Match(f) {
			return SubNote
		}
		return None
	}
	switch {
	case ContactLine.MatchString(f), words <= 9 && siteWord.MatchString(f):
		return Closes
	case (l.Sort == document.Heading || text.EndsColon(l.Text)) && words <= 9 && !Announces(f) && partsAfter.MatchString(f) && !orgPattern.MatchString(f) && !orgsBehind.MatchString(f):
		return Closes
	case words <= 8 && gone.In(f):
		return SubGone
	case words <= 9 && (peoplePattern.MatchString(f) || people.In(f)) && phrase.PersonCertainty(l.Text) < 2 && !(l.Sort == document.Plain && !colon && purpose.MatchString(f)):
		return SubPeople
	case (words <= 8 || colon) && Announces(f) && !Closing(f):
		return Opens
	case words <= 14 && EndsFollowing(f):
		return Opens
	case Remark.Match(f):
		return SubNote
	case words <= 12 && Farewell.Match(f):
		return SignOff
	case (words <= 4 || colon && words <= 9) && (orgPattern.MatchString(f) || subOrgs.In(f)):
		return SubOrgs
	case words <= 7 && otherPattern.MatchString(f):
		return SubOther
	case (words <= 9 || words <= 14 && strings.ContainsAny(l.Text, ":：")) && Ends(f) && !(l.Sort == document.Plain && !colon && (capitalized(l.Text) || ownName(l.Text))):
		return Closes
	}
	return None
}

// Ends reports whether a folded line begins something else than signatories.
func Ends(f string) bool {
	if rule.Off("cue.Ends") {
		return false
	}
	return closePattern.MatchString(f) || ends.In(strings.TrimLeft(f, "0123456789 ")) // "2 kommentarer"
}

// EndsFollowing reports whether a folded line ends with groups that follow: "The founders of the following 160 companies".
func EndsFollowing(f string) bool {
	m := followingGroups.FindStringIndex(f)
	return m != nil && m[1] == len(f) && !rule.Off("cue.EndsFollowing")
}

// purpose finds what people come together for: "Citizens for Safe Streets" is a name, "Citizens" a heading.
var purpose = lexicon.Pattern("cue.purpose", `^[^ ]+('s)? ({pattern purpose}) |^[^ ]+'s `)

// ownName reports whether a line that begins like a heading ends like a name: "Share Foundation", but not "Press Contact".
func ownName(s string) bool {
	if rule.Off("cue.ownName") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 12 || strings.ContainsAny(s, ":@|") {
		return false
	}
	last := text.Fold(words[len(words)-1])
	return nameEnds.Has(last) && !text.IsLower(words[len(words)-1])
}

var nameEnds = lexicon.Set("cue.nameEnds", "{organization name-end}")

// capitalized reports whether a text of three words or more is capitalized as names are: "Next Stop Transit Riders", not "Next
// page of results" nor "About us".
func capitalized(s string) bool {
	if rule.Off("cue.capitalized") {
		return false
	}
	if strings.ContainsAny(s, ":@|") {
		return false
	}
	words := strings.Fields(s)
	long := 0
	for _, w := range words {
		if text.IsLower(w) && !lexicon.SmallWords.Has(w) {
			return false
		}
		if utf8.RuneCountInString(w) > 3 {
			long++
		}
	}
	return len(words) >= 3 && long >= 2
}

// ContactLine says whom to ask; it ends a list however long it is.
var ContactLine = lexicon.Pattern("cue.ContactLine", `^(({pattern contact-for}) .{0,60}\b({pattern contact-verb})\b|({pattern contact-press})?-?({pattern contact-noun})s?( {pattern contact-after})? ?:|({pattern please-contact} )?({pattern contact-short}) .*@)`)

// siteWord is a link of the site below a page's text.
var siteWord = lexicon.Pattern("cue.siteWord", `^({pattern site-back}) to .*\b({pattern site-page})$|^({pattern site-sign})(?:[^\p{L}\d_]|$)|^({pattern site-link})( ({pattern site-to}) .*)?$`)

// partsAfter are headings of what follows a letter and is none of it; as lines of a list they could begin a name.
var partsAfter = lexicon.Pattern("cue.partsAfter", `^({pattern parts-after})`)

// Closing reports whether a folded line asks for signatures or promises something, though it has a word of signing.
func Closing(f string) bool {
	if rule.Off("cue.Closing") {
		return false
	}
	return asksToSign.Begin(f) > 0 || pledges.MatchString(f) || elsewhere.MatchString(f) || demands.MatchString(f) || promised.In(f) // what signatories promise or demand follows, not who they are
}

var asksToSign, onBehalf = lexicon.PartsOf("{cue asks-to-sign}"), lexicon.PartsOf("{cue on-behalf}")

// LeadIn reports whether a paragraph ends by announcing signatories: its last sentence ends with a colon and speaks of
// signing.
func LeadIn(t string) bool {
	if rule.Off("cue.LeadIn") {
		return false
	}
	t = strings.TrimRight(t, " *_")
	if !text.EndsColon(t) {
		return false
	}
	s := t
	for _, end := range []string{". ", "? ", "! ", "。", "！", "？", "؟ "} {
		if i := strings.LastIndex(s, end); i >= 0 {
			s = s[i+len(end):]
		}
	}
	f := text.FoldLine(s)
	if Closing(f) {
		return false
	}
	return Announces(f) || onBehalf.In(f) && text.WordCount(f) < 12 || followingGroups.MatchString(f) && backs.MatchString(f)
}

// Following reports whether a text says that organizations follow: "The following companies have agreed".
func Following(t string) bool { return followingGroups.MatchString(text.FoldLine(t)) }

var (
	pledges         = lexicon.Pattern("cue.pledges", `\b({pattern pledges})( à)?$`)
	elsewhere       = lexicon.Pattern("cue.elsewhere", `{pattern elsewhere}`)
	demands         = lexicon.Pattern("cue.demands", `\b({pattern demands-who})( ({pattern demands-how}))? \p{L}+\b.* ({pattern demands-number}|\d+) (\p{L}+ )?({pattern demands-what})\b`)
	followingGroups = lexicon.Pattern("cue.followingGroups", `\b({pattern the-following}) ([\p{L}\d-]+ ){0,3}([\p{L}-]*{organization following-end}|{organization following})\b|\b{organization followed} {pattern followed-by}\b`)
	backs           = lexicon.Pattern("cue.backs", `({pattern backs})`)
)

// orgsBehind finds a heading that ends with a word for organizations: "Press associations" begins a list of some.
var orgsBehind = lexicon.Pattern("cue.orgsBehind", `\s{organization heading}$`)
