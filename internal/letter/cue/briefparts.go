package cue

import (
	"strings"
	"sync"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// leaders are the dots between an entry of a table of contents and its page.
var leaders = text.Lazy("cue.leaders", `\.{5,}|(?: \.){5,}|…{3,}`)

// Leaders reports whether a line is one of a table of contents or of authorities.
func Leaders(s string) bool {
	if rule.Off("cue.Leaders") {
		return false
	}
	return strings.Contains(s, "...") && leaders.MatchString(s) || strings.Contains(s, " . .") && leaders.MatchString(s) || strings.Contains(s, "……")
}

// The parts of a brief, by the folded lines that head them.
var (
	amiciList     = lexicon.Pattern("cue.amiciList", `^(?:(?:{pattern appendix-head})(?: [a-z0-9]{1,3})?[ :.–—-]+)?(?:(?:{pattern amici-whole}) )?(?:{pattern amici-list})`)
	amiciLead     = lexicon.Pattern("cue.amiciLead", `(?i)\b(?:{pattern amici-who})(?: {pattern curiae})?(?:,? [^.:]{0,90})?(?:{pattern amici-lead}| (?:{pattern amici-verb})\b[^.:]{0,60}):$`)
	listedIn      = lexicon.Pattern("cue.listedIn", `(?i){pattern listed-in}`)
	appendix      = lexicon.Pattern("cue.appendix", `^(?:{pattern appendix})(?: [a-z0-9]{1,3})?$`)
	briefParts    = lexicon.Pattern("cue.briefParts", `^(?:(?:[ivx]+|[a-z]|\d+)[.)] )?(?:{pattern brief-part})|^(?:{pattern brief-part-head})`)
	ofCounsel     = lexicon.Pattern("cue.ofCounsel", `(?i)^\W*(?:{pattern pro-bono} )?(?:{pattern counsel})\s+(?:{pattern counsel-record}\s+)?(?:{pattern counsel-for})\s+(?:{pattern the}\s+)?(?:{pattern caption-proposed}\s+)?({pattern counsel-whom})?\b[,:]?\s*`)
	interest      = lexicon.Pattern("cue.interest", `{pattern interest}`)
	representedBy = lexicon.Pattern("cue.representedBy", `(?i){pattern named-party}`)
)

// AmiciList reports whether a line heads a list of those who file a brief.
func AmiciList(s string) bool {
	if rule.Off("cue.AmiciList") || Leaders(s) {
		return false
	}
	f := text.FoldLine(s)
	return len(f) < 120 && amiciList.MatchString(f)
}

// ofOthers says that counsel or cases follow, not those who file.
var ofOthers = lexicon.Pattern("cue.ofOthers", `(?i)\b(?:{pattern of-others})\b`)

// AmiciLead reports whether running text ends by announcing them.
func AmiciLead(s string) bool {
	if rule.Off("cue.AmiciLead") || !strings.HasSuffix(s, ":") {
		return false
	}
	s = s[max(0, len(s)-240):]
	return amiciLead.MatchString(s) && !ofOthers.MatchString(s)
}

// ListedInAppendix reports whether a text says that an appendix names them.
func ListedInAppendix(s string) bool { return listedIn.MatchString(s) }

// Appendix reports whether a line is the bare heading of an appendix.
func Appendix(s string) bool { return appendix.MatchString(text.FoldLine(s)) }

// BriefPart reports whether a line heads a part of a brief that names no signatories, or is one of a court's form.
func BriefPart(s string) bool {
	if rule.Off("cue.BriefPart") {
		return false
	}
	return Leaders(s) || briefParts.MatchString(text.FoldLine(s))
}

// OfCounsel cuts the words "Counsel for Amici Curiae" off a line. known says that the line says for whom.
func OfCounsel(s string) (rest string, known, ok bool) {
	m := ofCounsel.FindStringSubmatchIndex(s)
	if m == nil {
		return "", false, false
	}
	return text.Trim(s[m[1]:]), m[2] >= 0, true
}

// Interest reports whether a line heads the section in which they present themselves.
func Interest(s string) bool {
	if rule.Off("cue.Interest") || Leaders(s) {
		return false
	}
	return interest.MatchString(text.FoldLine(s))
}

// PartyColumn reports whether a cell heads the column of those whom counsel represents.
func PartyColumn(s string) bool { return representedBy.MatchString(s) }

var (
	personNouns = lexicon.Set("cue.personNouns", "{person brief-people}")
	groupNouns  = lexicon.Set("cue.groupNouns", "{organization brief-groups}")
	counted     = lexicon.Set("cue.counted", "{person counted}")
)

// DescribesPeople and DescribesGroups report whether words on a cover say what those are who file a brief, and not who: "27 Law Professors",
// "Thirteen Civil Rights Organizations". What they are is the noun before "of", "in", "who"; names of organizations have another there.
func DescribesPeople(s string) bool { return describes(s, personNouns) }

// descriptive are words in lower case that go on with what persons do who sign, and not with a name: "Teachers opposing the early bell".
var descriptive = lexicon.Set("cue.descriptive", "{function-word describes-signers}")

var joining = lexicon.Set("cue.joining", "{function-word joins-signers}")

// Unnamed reports whether a line says what those are who sign, and names nobody: "Teachers and parents supporting the late bell", "Stakeholders of
// the harbor".
func Unnamed(s string) bool {
	if rule.Off("cue.Unnamed") {
		return false
	}
	last := ""
	for i, w := range strings.Fields(s) {
		noun := personNouns.Has(last) || counted.Has(last)
		switch {
		case last == "":
		case text.IsLower(w) && (descriptive.Has(w) && noun || i == 1 && stakeholders.Is(last) && officeOf.Is(w)):
			return true
		case i > 1 && !noun && !joining.Has(last):
			return false // more than one word that is no noun for persons stands before them
		}
		last = text.Fold(w)
	}
	return false
}

var stakeholders, officeOf = lexicon.PartsOf("{person stakeholder}"), lexicon.PartsOf("{function-word office-of}")

// DescribesGroups is the same of organizations.
func DescribesGroups(s string) bool { return describes(s, groupNouns) }

func describes(s string, nouns *text.Set) bool {
	if rule.Off("cue.describes") {
		return false
	}
	head := ""
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		w = text.Fold(w)
		if head != "" && describesOn.Has(w) {
			break
		}
		if w != "" {
			head = w
		}
	}
	return nouns.Has(head) || Counts(s) && nouns.Has(text.Fold(s[strings.LastIndexByte(s, ' ')+1:]))
}

var describesOn = lexicon.Set("cue.describesOn", "{function-word brief-on}")

var numerals = sync.OnceValue(func() map[string]int { return lexicon.Numeral.Numbers("") })

// Counts reports whether words begin with a number of their own: "27 Law Professors", not "5Rights".
func Counts(s string) bool {
	if rule.Off("cue.Counts") {
		return false
	}
	first := text.Fold(text.FirstWords(s, 1))
	return first != "" && numerals()[first] != 1 && phrase.IsNumeral(first) || strings.Trim(first, "0123456789") == "" && first != ""
}

// headGoesOn is the rest of a table's heading that is set over several rows.
var headGoesOn = lexicon.Pattern("cue.headGoesOn", `(?i)^(?:{pattern head-goes-on}|\()`)

// HeadGoesOn reports whether a cell below a table's heading goes on with it.
func HeadGoesOn(s string) bool { return headGoesOn.MatchString(s) }

// Listing reports whether a line that announces signatories does so in a brief: those who submit it there are its counsel.
func Listing(s string) bool {
	if rule.Off("cue.Listing") {
		return false
	}
	f := text.FoldLine(s)
	return !Farewell.Match(f) && listsSigners.In(f)
}

var listsSigners = lexicon.PartsOf("{cue lists-signers}")

var (
	// amiciAre begins a sentence that names those who file a brief; namesEnd ends the names of one that says what else they do.
	amiciAre = lexicon.Pattern("cue.amiciAre", `(?i){pattern amici-are}|\b(?:{pattern amici-subject}) (?:{pattern amici-be}) (?:{pattern amici-following})?|\b(?:{pattern amici-paper}) (?:(?:{pattern paper-be}) )?(?:{pattern paper-how} )?(?:{pattern paper-filed}) (?:{pattern paper-jointly} )?(?:{pattern paper-by}) (?:{pattern the} )?(?:(?:{pattern paper-whose})[,:]? )?`)
	namesEnd = lexicon.Pattern("cue.namesEnd", `(?i),? (?:{pattern names-end-how} )*(?:{pattern names-end})\b`)
	subject  = lexicon.Pattern("cue.subject", `^(?:{pattern subject-amicus} )?((?:{pattern subject-article} )?[\p{Lu}\d][^.;:]{1,120}?)(?: ?\([^)]{2,60}\))?(?:, [^,.]{3,90},)? (?:{pattern subject-is}) (?:.{0,140})`)
	whatItIs = lexicon.Pattern("cue.whatItIs", `(?i)\b(?:{pattern what-it-is}|501\(c\))\b`)
)

// AmiciAre finds sentences that name those who file a brief: where the names begin.
func AmiciAre(s string) [][]int { return amiciAre.FindAllStringIndex(s) }

// CutNames cuts off what a sentence says after names.
func CutNames(s string) string {
	if m := namesEnd.FindStringIndex(s); m != nil {
		return s[:m[0]]
	}
	return s
}

// Presents finds who presents itself in the first line or two of a paragraph: "The Reading Club is a nonprofit organization that ...".
func Presents(s string) (name string, ok bool) {
	m := subject.FindStringSubmatchIndex(s)
	if m == nil || !whatItIs.MatchString(s[m[3]:m[1]]) {
		return "", false
	}
	return text.Trim(strings.TrimRight(s[m[2]:m[3]], ", ")), true
}

var (
	noName      = lexicon.Pattern("cue.noName", `(?i)^(?:{pattern no-name})`)
	counselsOwn = lexicon.Pattern("cue.counselsOwn", `(?i)\b(?:{pattern counsels-own})\b|^/?s/|@|\d{3}[-.) ]+\d{3}`)
)

// NoName reports whether what a sentence is about is named by none of its own names: "The Court", "Each of them".
func NoName(s string) bool { return noName.MatchString(phrase.CutCapital(s)) }

// CounselsOwn reports whether a line is one of a counsel's, with firm and address.
func CounselsOwn(s string) bool { return counselsOwn.MatchString(s) }

// saysPerson is what follows a person's name where a brief presents her.
var saysPerson = lexicon.Pattern("cue.saysPerson", `(?i)^(?: ?\([^)]{2,60}\))?,? (?:(?:{pattern says-is}) (?:{pattern says-now} )?|)(?:{pattern says-article} )?(?:[\p{L}.’'-]+ ){0,5}?(?:{pattern says-person})\b`)

// SaysPerson reports whether words behind a name say that a person bears it.
func SaysPerson(s string) bool { return saysPerson.MatchString(s) }

var brief = lexicon.Pattern("cue.brief", `(?i)\b(?:{pattern brief})\b`)

// Brief reports whether words speak of a brief.
func Brief(s string) bool { return brief.MatchString(s) }

// CounselSigns reports whether a line begins counsel's signature: "Respectfully submitted,", "/s/ Jane Hart".
func CounselSigns(s string) bool {
	if rule.Off("cue.CounselSigns") {
		return false
	}
	return strings.HasPrefix(s, "/s/") || strings.HasPrefix(s, "s/ ") || Farewell.Match(text.FoldLine(s))
}
