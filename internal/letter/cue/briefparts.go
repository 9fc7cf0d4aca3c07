package cue

import (
	"strings"

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
	amiciList = text.Lazy("cue.amiciList", `^(?:(?:appendix|exhibit|annex|schedule|attachment|addendum|annexe|anexo|anhang)(?: [a-z0-9]{1,3})?[ :.–—-]+)?(?:(?:complete|full|alphabetical) )?(?:(?:list|listing|identit(?:y|ies)|identification|index|names|roster|table) of (?:the )?(?:[a-z-]+ ){0,2}(?:amic[iu]s?|interven[eo]rs?|signator(?:y|ies))|(?:individual |institutional |organi[sz]ational |additional )?amici(?: curiae)?(?: (?:on|joining) th(?:e|is) brief)?$|`+
		`liste des (?:amici|intervenant|signataires)|lista de (?:los )?(?:amici|intervinientes|firmantes|signat)|liste der (?:amici|unterzeich))`)
	amiciLead  = text.Lazy("cue.amiciLead", `(?i)\b(?:amici|amicus|interven[eo]rs)(?: curiae)?(?:,? [^.:]{0,90})?(?: (?:are|include|is|join\w*|follow\w*|below|sont|son)\b[^.:]{0,60}| the following[^.:]{0,40}|(?:,? (?:listed|identified|named) below[^.:]{0,60})):$`)
	listedIn   = text.Lazy("cue.listedIn", `(?i)\b(?:listed|identified|named|described|set forth|appear\w*|found)\b[^.]{0,60}\bappendi|\bappendi(?:x|ces)\b[^.]{0,30}\b(?:lists?|identif|names)|(?:listed|named|identified) (?:herein|below|inside|on the (?:inside|signature))`)
	appendix   = text.Lazy("cue.appendix", `^(?:appendix|annex|addendum|schedule|exhibit)(?: [a-z0-9]{1,3})?$`)
	briefParts = text.Lazy("cue.briefParts", `^(?:(?:[ivx]+|[a-z]|\d+)[.)] )?(?:tables? of (?:contents|authorities)|table des (?:matières|sources)|índice|cases|statutes|other authorities|(?:certificate|certification|proof|declaration|affidavit|statement) (?:of|regarding|pursuant|as to|concerning)\b|form \d|introduction|(?:summary of (?:the )?)?argument|conclusion|background|(?:motion|consent)\b|counsel\b|attorneys?\b|addresses? of|united states court|in the (?:united|supreme)|acknowledg)|`+
		`^(?:(?:corporate )?disclosure statement|word count|signature|endnotes|footnotes)`)
	ofCounsel     = text.Lazy("cue.ofCounsel", `(?i)^\W*(?:pro bono )?(?:counsel|attorneys?|solicitors?|lawyers|avocats?|abogad[oa]s|procureurs?)\s+(?:of record\s+)?(?:for|pour|de|por)\s+(?:the\s+)?(?:proposed\s+)?(amic(?:us|i)(?:\s+curiae)?|interven[eo]rs?|amicae)?\b[,:]?\s*`)
	interest      = text.Lazy("cue.interest", `^(?:(?:[ivx]+|[a-z]|\d+)[.)] ?)?(?:introduction and )?(?:(?:statements?|identit(?:y|ies)|interests?|identification)(?: of)?(?:,| and)? ?)+.{0,30}(?:amic[iu]s?|interven[eo]rs?)(?: curiae)?\b.{0,60}$|^(?:[ivx]+[.)] ?)?statements? of (?:identity and )?interests?\W*\d?$|^(?:(?:[ivx]+|\d+)[.)] ?)?(?:l')?intérêt de (?:l'|la |le |s).{0,40}$|^(?:(?:[ivx]+|\d+)[.)] ?)?interés (?:de|del|de los) .{0,40}$|^(?:(?:[ivx]+|\d+)[.)] ?)?interesse d[eoa]s? .{0,40}$`)
	representedBy = text.Lazy("cue.representedBy", `(?i)\b(?:full )?names? of (?:every |each |the |all )?(?:part(?:y|ies)|entit(?:y|ies)|amic[iu]s?)\b`)
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
var ofOthers = text.Lazy("cue.ofOthers", `(?i)\b(?:counsel|certif\w+|law firms?|partners|associates|attorneys|represented|argue|cases|question)\b`)

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
	personNouns = text.Words("cue.personNouns", `professors scholars scientists experts economists historians judges officials prosecutors physicians doctors academics senators representatives members mayors authors artists researchers individuals students parents lawyers attorneys veterans professionals engineers technologists philosophers psychologists sociologists criminologists legislators lawmakers governors diplomats ambassadors generals officers survivors citizens teachers nurses clinicians practitioners librarians journalists writers voters
professeurs professeures universitaires chercheurs juristes profesores profesoras académicos juristas expertos expertas professores pesquisadores juristas professoren wissenschaftler professori studiosi`)
	counted    = text.Set("cue.counted", lexicon.Person.Words("counted"))
	groupNouns = text.Words("cue.groupNouns", `organizations organisations groups companies businesses nonprofits charities entities associations institutions universities colleges libraries publishers platforms databases states cities counties municipalities localities jurisdictions tribes unions amici interveners intervenors others ngos
organizaciones entidades asociaciones organizações verbände organisationen associations organizzazioni`)
)

// DescribesPeople and DescribesGroups report whether words on a cover say what those are who file a brief, and not who: "27 Law Professors",
// "Thirteen Civil Rights Organizations". What they are is the noun before "of", "in", "who"; names of organizations have another there.
func DescribesPeople(s string) bool { return describes(s, personNouns) }

// descriptive are words in lower case that go on with what persons do who sign, and not with a name: "Teachers opposing the early bell".
var descriptive = text.Words("cue.descriptive", "supporting opposing calling demanding urging defending endorsing concerned who qui que die welche che")

var joining = text.Words("cue.joining", "and und et y e en och")

// Unnamed reports whether a line says what those are who sign, and names nobody: "Teachers and parents supporting the late bell", "Stakeholders of
// the harbor".
func Unnamed(s string) bool {
	if rule.Off("cue.Unnamed") {
		return false
	}
	last := ""
	for i, w := range strings.Fields(s) {
		noun := personNouns[last] || counted[last]
		switch {
		case last == "":
		case text.IsLower(w) && (descriptive[w] && noun || w == "of" && last == "stakeholders" && i == 1):
			return true
		case i > 1 && !noun && !joining[last]:
			return false // more than one word that is no noun for persons stands before them
		}
		last = text.Fold(w)
	}
	return false
}

// DescribesGroups is the same of organizations.
func DescribesGroups(s string) bool { return describes(s, groupNouns) }

func describes(s string, nouns map[string]bool) bool {
	if rule.Off("cue.describes") {
		return false
	}
	head := ""
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		w = text.Fold(w)
		if head != "" && describesOn[w] {
			break
		}
		if w != "" {
			head = w
		}
	}
	return nouns[head] || Counts(s) && nouns[text.Fold(s[strings.LastIndexByte(s, ' ')+1:])]
}

var describesOn = text.Words("cue.describesOn", "of in who at from with specializing studying listed identified de en qui que für")

// Counts reports whether words begin with a number of their own: "27 Law Professors", not "5Rights".
func Counts(s string) bool {
	if rule.Off("cue.Counts") {
		return false
	}
	first := text.Fold(text.FirstWords(s, 1))
	return first != "" && first != "one" && phrase.IsNumeral(first) || strings.Trim(first, "0123456789") == "" && first != ""
}

// headGoesOn is the rest of a table's heading that is set over several rows.
var headGoesOn = text.Lazy("cue.headGoesOn", `(?i)^(?:represented|interest|parent|publicly|\(|please|none$|n/?a$)`)

// HeadGoesOn reports whether a cell below a table's heading goes on with it.
func HeadGoesOn(s string) bool { return headGoesOn.MatchString(s) }

// Listing reports whether a line that announces signatories does so in a brief: those who submit it there are its counsel.
func Listing(s string) bool {
	if rule.Off("cue.Listing") {
		return false
	}
	f := text.FoldLine(s)
	return !Farewell.Match(f) && (strings.Contains(f, "signator") || strings.Contains(f, "signataire") || strings.Contains(f, "firmantes") || strings.Contains(f, "joining") || strings.Contains(f, "joined"))
}

var (
	// amiciAre begins a sentence that names those who file a brief; namesEnd ends the names of one that says what else they do.
	amiciAre = text.Lazy("cue.amiciAre", `(?i)\b(?:amic(?:us|i)(?: curiae)?(?: parties)?|interven[eo]rs?) (?:are|is|include|sont|est|son|es|sind|são) (?:the following[^:.]{0,60}: ?|as follows: ?)?|\b(?:brief|submissions?|observations|factum|mémoire|intervention|escrito) (?:(?:is|are|was|est|es) )?(?:respectfully |jointly )?(?:submitted|filed|made|presented|présenté|presentado) (?:jointly )?(?:on behalf of|by|par|por) (?:the )?(?:(?:amic(?:us|i)(?: curiae)?|interven[eo]rs?|following organi[sz]ations|undersigned organi[sz]ations)[,:]? )?|`+
		`\b(?:counsel|attorneys?) for (?:the )?amic(?:us|i)(?: curiae)?,? |\bamic(?:us|i) curiae,? `)
	namesEnd = text.Lazy("cue.namesEnd", `(?i),? (?:each |hereby |all |both |respectfully |through |by and )*(?:states?|certif(?:y|ies)|disclos\w+|declares?|have no|has no|submits?|represents?|counsel|undersigned|is (?:not )?an?|are (?:not |all )?(?:non)?|make|makes)\b`)
	subject  = text.Lazy("cue.subject", `^(?:Amic(?:us|i)(?: [Cc]uriae)? |Interven[eo]r )?((?:The |L[ae] |El |Los |O |A )?[\p{Lu}\d][^.;:]{1,120}?)(?: ?\([^)]{2,60}\))?(?:, [^,.]{3,90},)? (?:is|was|has been|represents|advocates|works|est|es|é|ist|wurde) (?:.{0,140})`)
	whatItIs = text.Lazy("cue.whatItIs", `(?i)\b(?:non-?\s?profit|not-for-profit|non-?partisan|non-?governmental|organi[sz]ations?|associations?|membership|coalition|foundation|charit(?:y|able)|advocacy|union|network|institute|cent(?:er|re)|society|federation|think tank|company|corporation|clinic|501\(c\)|association|organisation|but non lucratif|fédération|sin (?:fines|ánimo) de lucro|organización|asociación|red de|sem fins lucrativos|organização|associação|verein|verband|gemeinnützig\w*)\b`)
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
	noName      = text.Lazy("cue.noName", `(?i)^(?:(?:the|this|these|that|those|each|all|both|our|its|their|such|many|most|some|here|there|together|amic(?:us|i)|undersigned|it|we|they|he|she|as|in|on|for|by|since|with|no)\b|(?:the )?(?:court|question|issue|brief|case|government|district|state|petitioners?|respondents?|plaintiffs?|defendants?|appell\w+)\b)`)
	counselsOwn = text.Lazy("cue.counselsOwn", `(?i)\b(?:counsel of record|llp|l\.l\.p|pllc|p\.c\.|esq|bar (?:no|number)|attorney|solicitor|barrister|law (?:firm|office)s?|pro hac vice|printing|e-?mail|tel)\b|^/?s/|@|\d{3}[-.) ]+\d{3}`)
)

// NoName reports whether what a sentence is about is named by none of its own names: "The Court", "Each of them".
func NoName(s string) bool { return noName.MatchString(strings.TrimPrefix(s, "The ")) }

// CounselsOwn reports whether a line is one of a counsel's, with firm and address.
func CounselsOwn(s string) bool { return counselsOwn.MatchString(s) }

// saysPerson is what follows a person's name where a brief presents her.
var saysPerson = text.Lazy("cue.saysPerson", `(?i)^(?: ?\([^)]{2,60}\))?,? (?:(?:is|was|has been|est|es|é) (?:currently )?|)(?:an? |the |une? |l[ae] |el )?(?:[\p{L}.’'-]+ ){0,5}?(?:professor|scholar|lecturer|fellow|scientist|economist|historian|lawyer|attorney|judge|journalist|author|physician|doctor|director|officer|advocate|engineer|researcher|leader|founder|employee|teacher|activist|resident|member of|senator|representative|professeure?|profesora?|chercheuse?)\b`)

// SaysPerson reports whether words behind a name say that a person bears it.
func SaysPerson(s string) bool { return saysPerson.MatchString(s) }

var brief = text.Lazy("cue.brief", `(?i)\b(?:brief|amic(?:us|i)|submissions?|interven[eo]rs?|factum|escrito|mémoire)\b`)

// Brief reports whether words speak of a brief.
func Brief(s string) bool { return brief.MatchString(s) }

// CounselSigns reports whether a line begins counsel's signature: "Respectfully submitted,", "/s/ Jane Hart".
func CounselSigns(s string) bool {
	if rule.Off("cue.CounselSigns") {
		return false
	}
	return strings.HasPrefix(s, "/s/") || strings.HasPrefix(s, "s/ ") || Farewell.Match(text.FoldLine(s))
}
