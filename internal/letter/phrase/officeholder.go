package phrase

import (
	"slices"
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// OrganizationIn finds the organization in the rest of a person's entry: the part without an office or occupation; of "Director of the
// Some Institute" what follows "of", "at" or "for".
func OrganizationIn(rest string) string {
	best, said, saidOwn := "", false, false
	for _, p := range text.CutAt(strings.ReplaceAll(rest, ";", ","), ",") {
		part := p.Text
		if part == "" || lexicon.IsPlace(part) || lexicon.CorporateSuffix.Has(strings.ToLower(strings.Trim(part, "."))) {
			continue
		}
		if best != "" {
			break
		}
		own := SaysOccupation(text.FirstWords(part, 3))
		if !own && !SaysOffice(text.FirstWords(part, 4)) {
			if !department(part) && !(saidOwn && lexicon.IsTown(part)) {
				best = part // an occupation and a town say where somebody lives
			}
			continue
		}
		saidOwn = saidOwn || own
		if org := inBrackets(part); org != "" {
			best, said = org, true
			continue
		}
		if said && bodies.Has(strings.ToLower(text.FirstWords(part, 1))) {
			best = part
			continue
		}
		best, said = employer(part, own), true
	}
	return best
}

// bodies are offices that name organizations, too: behind an office they are one, "presidenta, Coordinadora de Barrios".
var bodies = lexicon.Set("phrase.bodies", "{organization governing-body}")

// employer finds the organization in "Director of the Some Institute", "CEO Some Company", "Vorsitzende des Vereins X": what follows the
// small word after the office, or the office itself. Offices name departments the same way ("Director of Policy"), and occupations fields
// ("Professor of Geography"): these are none.
func employer(part string, own bool) string {
	if m := officeOf.FindStringSubmatch(part); m != nil {
		name := text.Trim(m[1])
		for _, c := range Conjunctions() { // "... de la Ligue et présidente du Comité"
			if i := strings.Index(name, c); i > 0 && officeWord(strings.ToLower(text.FirstWords(name[i+len(c):], 1))) {
				name = text.Trim(name[:i])
			}
		}
		if !department(name) && !lexicon.IsPlace(name) && (!own || HasWord(name, lexicon.OrgWords) || worksAt.MatchString(part[:len(part)-len(m[1])]) && !lexicon.IsTown(name)) {
			return name
		}
		return ""
	}
	rest := part
	for {
		first, more, ok := strings.Cut(rest, " ")
		w := strings.ToLower(strings.Trim(first, ".,&"))
		if !ok || !officeWord(w) && !lexicon.OwnWords.Has(w) && !officeAdjectives.Has(w) && w != "" && !Ands.Has(w) {
			break
		}
		rest = text.Trim(more)
	}
	rest = strings.TrimPrefix(rest, "!") // which keeps wikis from making a link
	if last := strings.ToLower(rest[strings.LastIndexByte(rest, ' ')+1:]); officeWord(last) && !collectives.Has(last) {
		return "" // "Chief Product Officer"
	}
	if rest == part || own && !HasWord(rest, lexicon.OrgWords) || text.IsLower(rest) || department(rest) || lexicon.IsPlace(rest) || officeWord(strings.ToLower(rest)) || officeAdjectives.Has(strings.ToLower(rest)) {
		return ""
	}
	return rest
}

// worksAt ends what somebody does with the word for where, which "of" may be, too: "chercheur au", "Betriebsrat bei".
var worksAt = lexicon.Pattern("phrase.worksAt", `(?i)\s(?:{pattern works-at})\s+(?:{pattern the}\s+)?$`)

// inBrackets finds the organization in brackets behind what somebody does: "enseignante (Université de Vallons)".
func inBrackets(part string) string {
	before, in, ok := strings.Cut(part, " (")
	if officeOf.MatchString(before) {
		return "" // "secrétaire générale du Syndicat des Pilotes (SPM)"
	}
	if in = strings.TrimSuffix(in, ")"); !ok || strings.ContainsAny(in, "()") || rule.Off("phrase.inBrackets") || SaysOffice(in) && !HasWord(in, collectives) || lexicon.IsPlace(in) {
		return ""
	}
	if HasWord(in, lexicon.OrgWords) || HasCompound(in) || acronym(in) {
		return in
	}
	return ""
}

// WithoutOrganization takes the organization out of what is said of a person, with the small words that joined it to her office: "directrice de la".
func WithoutOrganization(rest, organization string) string {
	before, after, ok := strings.Cut(rest, organization)
	if !ok {
		return strings.Trim(rest, ", ")
	}
	before = text.Trim(strings.TrimRight(before, " ,;"))
	if !rule.Off("phrase.WithoutOrganization") {
		if m := joining.FindStringIndex(before); m != nil && m[0] > 0 {
			before = before[:m[0]]
		}
	}
	after = strings.TrimLeft(after, " ,;")
	if before != "" && after != "" {
		return before + ", " + after
	}
	return before + after
}

// joining finds the small words between an office and the organization.
var joining = lexicon.Pattern("phrase.joining", `(?i)(?:[ ,](?:{pattern joining}))+$`)

// officeAdjectives stand beside offices: "directeur technique", "managing director".
var officeAdjectives = lexicon.Set("phrase.officeAdjectives", "{person office-adjective}")

// officeWord reports whether a word in lower case names an office, in the plural and with "co-" and "vice-" before it, too.
func officeWord(w string) bool {
	if rule.Off("phrase.officeWord") {
		return false
	}
	if lexicon.RoleWords.Has(w) || endsWithAny(w, wideOffices()) {
		return true
	}
	if one, plural := strings.CutSuffix(w, "s"); plural && len(w) >= 8 && officeWord(one) {
		return true
	}
	for _, before := range officePrefixes.All() {
		if rest, ok := strings.CutPrefix(w, before); ok && lexicon.RoleWords.Has(rest) {
			return true
		}
	}
	return false
}

var (
	officePrefixes = lexicon.PartsOf("{person office-prefix}")
	worldwide      = lexicon.PartsOf("{organization worldwide}")
)

// personsBefore finds persons' names where no separator, or more than one, stands between them and their office: "Ann Lee, Tom Reed and Ida
// Holm (Directors, Some Firm)", "Ann Lee présidente de la Ligue", "MEP Ann LEE Some Group". Empty where nothing says an office or seat.
func personsBefore(t string) (names, rest, sep string) {
	start, count, sure := 0, 0, false
	for start < len(t) {
		end, next := len(t), ""
		for _, s := range slices.Concat([]string{", ", " (", " – ", " - ", ": "}, Conjunctions()) {
			if i := strings.Index(t[start:], s); i >= 0 && start+i < end {
				end, next = start+i, s
			}
		}
		part := t[start:end]
		certain := PersonCertainty(part)
		if certain == 0 && lexicon.GivenNames.Has(strings.ToLower(part)) {
			certain = 1 // "Anna, Nils and Ida Holm"
		}
		if certain == 0 {
			if k := beforeOffice(part); k > 0 && PersonCertainty(part[:k]) > 0 && !text.IsLower(lastWord(part[:k])) {
				return text.Trim(t[:start+k]), text.Trim(t[start+k:]), " "
			}
			if k := afterFamilyName(part); k > 0 {
				return text.Trim(t[:start+k]), text.Trim(t[start+k:]), " "
			}
			break
		}
		sure = sure || certain == 2
		count++
		if start = end + len(next); next == " (" || next == " – " || next == " - " || next == ": " || next == "" {
			sep = next
			break
		}
		sep = ", "
	}
	if count < 2 || start >= len(t) || !SaysOffice(t[start:]) && !(sure && SaysOccupation(t[start:])) {
		return "", "", ""
	}
	names = strings.TrimRight(t[:start-len(sep)], " ,")
	return text.Trim(names), text.Trim(t[start:]), sep
}

func lastWord(s string) string {
	s = text.Trim(s)
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// beforeOffice returns where the office begins in a name and an office without a separator, 0 for nowhere.
func beforeOffice(part string) int {
	at, n := 0, 0
	for w := range strings.FieldsSeq(part) {
		i := at + strings.Index(part[at:], w)
		if low := strings.ToLower(w); n >= 2 && officeWord(low) && (low == w || collectives.Has(low) || len(low) > 6) {
			return i
		}
		at = i + len(w)
		n++
	}
	return 0
}

// afterFamilyName returns where a family name in capitals ends that other words follow: "Ann LEE Some Group"; 0 for nowhere. A title or a known given
// name has to stand before it.
func afterFamilyName(part string) int {
	bare, certain := WithoutTitles(part)
	words := strings.Fields(bare)
	if len(words) < 3 || words[0] == strings.ToUpper(words[0]) || certain < 2 && !lexicon.GivenNames.Has(strings.ToLower(words[0])) {
		return 0
	}
	last := 0
	for last+1 < len(words) && len(words[last+1]) > 1 && words[last+1] == strings.ToUpper(words[last+1]) && !strings.ContainsAny(words[last+1], ".0123456789-(") {
		last++
	}
	if last == 0 || last+1 == len(words) {
		return 0
	}
	return strings.Index(part, words[0]) + strings.Index(bare, words[last]) + len(words[last])
}

// CutSeat takes the office or seat off a name whose family name in capitals it follows without a separator: "MEP Ann LEE Non-Attached Member".
func CutSeat(name string) (bare, seat string) {
	if k := afterFamilyName(name); k > 0 && SaysOffice(name[k:]) && !rule.Off("phrase.CutSeat") {
		return text.Trim(name[:k]), text.Trim(name[k:])
	}
	return name, ""
}

// department reports whether a text names nothing but fields of work: "Policy", "Public Affairs and Communications".
func department(s string) bool {
	if rule.Off("phrase.department") {
		return false
	}
	if worldwide.End(strings.ToLower(s)) > 0 {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		w = text.Fold(w)
		if w != "&" && w != "" && !topics.Has(w) && !lexicon.SmallWords.Has(w) && !departments.Has(w) {
			return false
		}
	}
	return true
}

// trades are what a firm with a person's name does; companies are the forms of firms.
var (
	trades    = lexicon.Set("phrase.trades", "{organization trade}{legal-form trade}")
	companies = lexicon.Set("phrase.companies", "{legal-form person-firm}")
)

var departments = lexicon.Set("phrase.departments", "{person department}")

var officeOf = lexicon.Pattern("phrase.officeOf", `(?:^|\s){function-word office-of}(?: {pattern the})?\s*((?:{pattern the} )?(?:[\p{Lu}\d]|{organization of-whom} ).*)$`)
