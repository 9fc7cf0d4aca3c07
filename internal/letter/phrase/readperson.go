package phrase

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Who is what one entry says about a person.
type Who struct {
	Name         string
	Rest         string // title and affiliation as printed
	Organization string // the part of rest that names an organization
	Own          bool   // an occupation, not an office: the person signs for herself
	Office       bool   // an office in the organization
	Certainty    int
}

// WhoSeparators stand between a person and what is said of her.
var WhoSeparators = []string{", ", " – ", " — ", " - ", " (", ": ", "; ", "\t", " | "}

// longestLine is how many bytes a person's line may have; no signature is longer, and what is keeps the work linear.
const longestLine = 600

// namePart divides the names of persons from what is said of them. sep is what stands between. The name is empty where the text does not begin
// with one.
func namePart(t string) (w Who, sep string) {
	if len(t) > longestLine {
		return Who{}, ""
	}
	seen := t // where separators are looked for: "Judge (ret.) Ann Lee" has none
	if strings.ContainsAny(t, ".(") {
		seen = retired.ReplaceAllStringFunc(t, func(m string) string { return strings.Repeat("_", len(m)) })
	}
	cut := len(t)
	for _, s := range WhoSeparators {
		if i := strings.Index(seen, s); i > 0 && i < cut {
			cut, sep = i, s
		}
	}
	if sep == " (" {
		if _, acronym := CutAcronym(t); acronym {
			return Who{}, "" // "Some European Observatory (SEO)"
		}
	}
	if sep == ", " {
		cut = reversed(t, cut)
	}
	w.Name = text.Trim(strings.TrimRight(t[:cut], " ,"))
	w.Certainty = PersonCertainty(w.Name)
	if w.Certainty == 0 && strings.Contains(w.Name, ", ") {
		w.Certainty = 2 // reversed knows the given name
	}
	if sep == ", " || w.Certainty == 0 {
		if names, rest, end := personsBefore(t); names != "" && (w.Certainty == 0 || len(names) > cut) {
			return Who{Name: names, Rest: rest, Certainty: 2}, end
		}
	}
	if w.Certainty == 0 {
		if m := givenFrom.FindStringSubmatch(w.Name); m != nil && cut == len(t) && !lexicon.OrgWords.Has(strings.ToLower(m[1])) && !collectives.Has(strings.ToLower(m[1])) && !Compound(strings.ToLower(m[1])) {
			return Who{Name: m[1], Rest: m[2], Certainty: 2}, " "
		}
		return Who{}, ""
	}
	if cut < len(t) {
		w.Rest = text.Trim(t[cut+len(sep):])
	}
	return w, sep
}

// givenFrom finds a given name with where she comes from on the web: "Ida de example.org".
var givenFrom = lexicon.Pattern("phrase.givenFrom", `^(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?) (?:{pattern name-from}|@) ?([\p{Ll}\d-]+\.\p{Ll}{2,})$`)

// ReadPerson reads "Jane Doe, Director, Some Foundation" and its kin. ok is false where the text does not begin with the
// name of a person.
func ReadPerson(s string) (w Who, ok bool) {
	sep := ""
	if name, rest, ok := widePerson(s); ok {
		s = name + ", " + rest
	}
	s = text.Narrow(s)
	if r, _ := utf8.DecodeRuneInString(s); r >= 0x2e80 && strings.ContainsRune(s, '(') { // no blank stands before it there
		s = strings.ReplaceAll(strings.ReplaceAll(s, "(", " ("), "  (", " (")
	}
	if w, sep = namePart(s); w.Name == "" {
		return oneWord(s)
	} else if w.Rest == "" {
		return w, true
	}
	if sep == " (" {
		if w.Rest = text.CutBrackets("(" + w.Rest); w.Certainty < 2 && HoldsOffice(w.Rest) {
			return Who{}, false // "Night Owls (Chair: Jane Doe)"
		}
	}
	// A degree or a suffix after the comma belongs to the person, what follows it to the rest.
	letters := w.Rest
	for {
		first, more, found := strings.Cut(w.Rest, ",")
		if !degree.MatchString(text.Trim(first)) && !lexicon.PostNominals.Has(strings.ToLower(strings.Trim(first, " ."))) {
			break
		}
		if w.Certainty = 2; !found {
			w.Rest = letters // nothing else is said of her
			return w, true
		}
		w.Rest = text.Trim(more)
	}
	for part := range strings.SplitSeq(w.Rest, ",") {
		if w.Certainty < 2 || sep == ", " {
			if form := strings.ToLower(strings.Trim(part, " .")); companies.Has(form) {
				return Who{}, false // "Nora Field, Photographer, LLC"
			}
		}
	}
	w.Own, w.Office = SaysOccupation(w.Rest), SaysOffice(w.Rest)
	if w.Own && w.Office && SaysOffice(text.FirstWords(w.Rest, 1)) && !SaysOccupation(text.FirstWords(w.Rest, 3)) {
		w.Own = false // "présidente de l’Association des chercheurs": the occupation is not hers
	}
	if Makes(w.Rest) {
		w.Own = true // what she makes is no organization that she signs for
	}
	if w.Own || w.Office {
		w.Certainty = 2
	}
	w.Organization = OrganizationIn(w.Rest)
	return w, true
}

// makes finds who makes or keeps a work: "Maintainer of Lampwick", "core contributor to Tern".
var makes = lexicon.Pattern("phrase.makes", `(?i)^(?:(?:{pattern maker-kind}) ?)?(?:{pattern maker})(?: (?:{pattern maker-of})\b|$)`)

// Makes reports whether an office is that of who makes or keeps a work, which nobody signs for.
func Makes(office string) bool { return makes.MatchString(office) }

// oneWord reads somebody who is known by one word, with what she is in brackets: "Émile (dessinateur)".
func oneWord(s string) (w Who, ok bool) {
	name, rest, found := strings.Cut(s, " (")
	if !found || !strings.HasSuffix(rest, ")") || strings.ContainsAny(name, " ,.;:/") || rule.Off("phrase.oneWord") {
		return Who{}, false
	}
	r, _ := utf8.DecodeRuneInString(name)
	if rest = strings.TrimSuffix(rest, ")"); !text.BeginsName(r) || HasWord(name, lexicon.OrgWords) || Compound(strings.ToLower(name)) || !text.IsLower(rest) || !SaysOccupation(text.FirstWords(rest, 2)) {
		return Who{}, false
	}
	return Who{Name: name, Rest: rest, Own: true, Certainty: 2}, true
}

// reversed moves the end of a person's name behind the given name where the family name stands first: "Adler, Klara, Lehrerin". cut is
// where the first comma stands.
func reversed(s string, cut int) int {
	family := s[:cut]
	if text.WordCount(family) > 3 || PersonCertainty("Ann "+family) == 0 || PersonCertainty(family) == 2 {
		return cut
	}
	given := s[cut+2:]
	if i := strings.IndexAny(given, ",;("); i >= 0 {
		given = given[:i]
	}
	given = text.Trim(given)
	first, _, _ := strings.Cut(strings.ToLower(text.FirstWords(given, 1)), "-")
	if n := text.WordCount(given); n == 0 || n > 2 || !lexicon.GivenNames.Has(first) || PersonCertainty(given+" Doe") == 0 || lexicon.IsPlace(given) {
		return cut
	}
	return cut + 2 + strings.Index(s[cut+2:], given) + len(given)
}

// BeginsPerson reports whether a text surely begins with a person's name.
func BeginsPerson(s string) bool {
	if rule.Off("phrase.BeginsPerson") {
		return false
	}
	w, ok := ReadPerson(s)
	return ok && w.Certainty == 2
}

var degree = lexicon.Pattern("phrase.degree", `^(?i:{pattern degree})\.?$`)
