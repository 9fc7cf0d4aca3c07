package phrase

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Lines that say for whom a person signs. Letters of organizations print them in either order, and German and French ones with the body that
// signed ("für den Vorstand der ..."), which is part of the organization.
var (
	personFor     = lexicon.Pattern("phrase.personFor", `(?i)^(.{3,60}?)(,|:)? +({pattern on-behalf})`+behalfArticle+`(.+)$`)
	forPerson     = lexicon.Pattern("phrase.forPerson", `(?i)^{pattern for-first}`+behalfArticle+`(\S.{2,100}?) ?[:,–—] +(\S.{3,60})$`)
	forThenPerson = lexicon.Pattern("phrase.forThenPerson", `^(?i:{pattern for-alone})`+behalfArticle+`(\S[^,:]{4,120})$`)
	through       = lexicon.Pattern("phrase.through", `(?i)^(.{3,120}?),? *[\[(]?(?:{pattern represented})(?: {pattern represented-its})? +(.{3,80}?)[\])]?$`)
	inBody        = lexicon.Pattern("phrase.inBody", `(?i)^(?:{pattern in-body}) +(?:{pattern in-body-of}) ?`)
)

// withinName finds a name's first word behind what says whose office it is: "founder of the Academy".
var withinName = lexicon.Pattern("phrase.withinName", `(?i) (?:{pattern within-name})(?: (?:{pattern within-article}))? [\p{L}-]+$`)

// weakFor are the words for "for" that stand within names.
var weakFor = lexicon.Set("phrase.weakFor", "{function-word weak-for}")

// behalfArticle are the small words between "on behalf of" and the name.
const behalfArticle = ` (?:(?-i:{pattern behalf-article} |{pattern behalf-elided}))?`

// SignsForWhom reads a line that names a person and, by a word for it, the organization she signs for. note is the person with her office.
// "For" stands in names too ("Muslim Teachers for Peace"), so that without a comma before it the person has to be a sure one.
func SignsForWhom(t string) (org, note string, ok bool) {
	if len(t) > longestLine {
		return "", "", false
	}
	low := strings.ToLower(t)
	if m := through.FindStringSubmatch(t); m != nil {
		return text.Trim(strings.TrimRight(m[1], " ,(")), text.Trim(m[2]), true
	}
	if personStands(t, low) {
		if m := personFor.FindStringSubmatch(t); m != nil {
			name, office, more := strings.Cut(m[1], ",")
			sure := PersonCertainty(name)
			if more && !SaysOffice(office) {
				sure = 0 // "Ann Lee, Institute for Snow"
			}
			weak := m[2] == "" && weakFor.Has(strings.ToLower(m[3]))
			if weak && more && HasWord(m[1][strings.LastIndexByte(m[1], ',')+1:], collectives) {
				return "", "", false // "Ann Lee, Chair, Society for Snow"
			}
			if weak && more && withinName.MatchString(m[1]) && (HasWord(m[1][strings.LastIndexByte(m[1], ' ')+1:], lexicon.OrgWords) || text.IsLower(m[1][strings.LastIndexByte(m[1], ' ')+1:])) {
				return "", "", false // "Ann Lee, founder of the Academy for Snow"
			}
			if org = withoutBody(m[4]); startsName(org) && (sure == 2 || sure == 1 && !weak) {
				return org, text.Trim(m[1]), true
			}
		}
	}
	if m := forThenPerson.FindStringSubmatch(t); m != nil {
		// "für den Verein Blaue Aue e. V. Karl Otto": the legal form, or a title, tells where the name ends.
		for i := strings.LastIndexByte(m[1], ' '); i > 0; i = strings.LastIndexByte(m[1][:i], ' ') {
			if org = withoutBody(m[1][:i]); PersonCertainty(m[1][i+1:]) == 2 && text.WordCount(m[1][i+1:]) >= 2 && startsName(org) && (HasWord(org, lexicon.OrgWords) || HasCompound(org)) {
				if prev := org[strings.LastIndexByte(org, ' ')+1:]; !lexicon.Honorifics.Has(strings.ToLower(strings.Trim(prev, "."))) {
					return org, text.Trim(m[1][i+1:]), true
				}
			}
		}
	}
	if m := forPerson.FindStringSubmatch(t); m != nil {
		name, _, _ := strings.Cut(m[2], ",")
		if org = withoutBody(m[1]); startsName(org) && PersonCertainty(name) > 0 && !HasWord(name, lexicon.OrgWords) {
			return org, text.Trim(m[2]), true
		}
	}
	return "", "", false
}

// behalfStems are what lines that say so outright have in them.
var behalfStems = lexicon.PartsOf("{cue behalf-stem}")

// OnBehalf reports whether a line says outright that somebody signs for another; "for" alone stands behind many an office.
func OnBehalf(t string) bool {
	return !rule.Off("phrase.OnBehalf") && behalfStems.In(strings.ToLower(t))
}

// personStands reports whether what could be a person's name stands before a word for "for", which spares running the pattern on every "Center for".
func personStands(t, low string) bool {
	if rule.Off("phrase.personStands") {
		return false
	}
	for _, stem := range forStems.All() {
		if i := strings.Index(low, stem); i > 0 && i < len(t) {
			if name, _, _ := strings.Cut(t[:i], ","); PersonCertainty(strings.TrimRight(name, ": ")) > 0 {
				return true
			}
		}
	}
	return false
}

var forStems = lexicon.PartsOf("{cue for-stem}")

// withoutBody takes the body that signs off an organization's name: "Vorstand der Hafenfreunde".
func withoutBody(s string) string {
	s = text.Trim(s)
	if m := inBody.FindStringIndex(s); m != nil && startsName(s[m[1]:]) {
		return s[m[1]:]
	}
	return s
}

// startsName reports whether a text begins as names do, and not in the middle of a sentence.
func startsName(s string) bool {
	if rule.Off("phrase.startsName") {
		return false
	}
	return s != "" && (!text.IsLower(s) || OwnSpelling(text.FirstWords(s, 1)))
}
