package phrase

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// HasCompound reports whether a word of a text ends like the name of an organization.
func HasCompound(s string) bool {
	if rule.Off("phrase.HasCompound") {
		return false
	}
	for _, w := range WordsOf(s) {
		if Compound(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// WordsOf cuts a name into words without the punctuation around them.
func WordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:/|()[]\"“”、，；：（）《》「」", r)
	})
}

// HasWord reports whether a text has a word of a set, in any case.
func HasWord(s string, set *text.Set) bool {
	if rule.Off("phrase.HasWord") {
		return false
	}
	for _, w := range WordsOf(s) {
		w = strings.ToLower(w)
		if set.Has(w) || set.Has(strings.Trim(w, ".'’")) {
			return true
		}
	}
	return false
}

// PersonCertainty says how surely a text is the name of a person: 0 no, 1 it could be, 2 it has a known given name, an
// initial or a title. The rule asks for two to five capitalized words without a word that organizations have.
func PersonCertainty(s string) int {
	if strings.ContainsAny(s, ".(") {
		s = text.Trim(retired.ReplaceAllString(s, " "))
	}
	s, certain := WithoutTitles(text.Trim(s))
	if c, known := hanPerson(s); known {
		return c
	}
	if strings.ContainsAny(s, "&@/0123456789+|#;:!?\"“”()[]") {
		return 0
	}
	s = withoutLetters(s)
	if strings.HasSuffix(s, "e. V.") || strings.HasSuffix(s, "e. V") {
		return 0
	}
	words := strings.Fields(s)
	if first := strings.ToLower(text.FirstWords(s, 1)); certain == 0 && len(words) > 1 && (Articles.Has(first) || bareArticles.Has(first)) && !articleSurnames.Is(first) {
		return 0 // "La Grande Ligne"
	}
	if len(words) > 1 && trades.Has(strings.ToLower(strings.Trim(words[len(words)-1], "."))) {
		return 0 // "Nora Field Photography"
	}
	if len(words) == 0 || len(words) > 6 || len(words) == 1 && certain == 0 || strings.Contains(s, ",") {
		return 0
	}
	names := 0
	for i, w := range words {
		bare := strings.Trim(w, ".'’-")
		lower := strings.ToLower(bare)
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case i > 0 && lexicon.NameParticles.Has(lower) && unicode.IsLower(first):
			if germanArticles.Has(lower) && !germanArticles.Has(strings.ToLower(words[i-1])) && !nobiliary.Has(strings.ToLower(words[i-1])) {
				return 0 // "Elternrat der Talschule", but "von der Aue"
			}
		case !text.BeginsName(first):
			return 0
		case i == len(words)-1 && i > 0 && lexicon.CorporateSuffix.Has(lower) && (strings.Contains(bare, ".") || bare == strings.ToUpper(bare)):
			return 0 // a legal form: "Rios A.C."
		case lexicon.OrgWords.Has(lower), Compound(lower), lexicon.SmallWords.Has(lower) && !lexicon.NameParticles.Has(lower) && utf8.RuneCountInString(bare) > 1:
			return 0
		case i > 0 && (strings.HasSuffix(lower, "'s") || strings.HasSuffix(lower, "’s")), saints.Is(lower):
			return 0
		case strings.HasSuffix(w, ".") && utf8.RuneCountInString(bare) == 1 || isInitials(w):
			if i+1 < len(words) || names > 0 {
				certain = max(certain, 2)
			}
		case surnameFirst(words, i):
			names, certain = names+1, 2
		case utf8.RuneCountInString(bare) >= 3 && bare == strings.ToUpper(bare) && len(words) > 1 && !strings.Contains(bare, "-") && strings.ToUpper(s) != s:
			return 0 // an acronym among words
		default:
			names++
			given, _, _ := strings.Cut(lower, "-")
			if i > 0 && patronymic(lower) {
				certain = 2
			}
			if i == 0 && lexicon.GivenNames.Has(given) || i == 1 && len(words) < 4 && (lexicon.GivenLast.Has(given) || first >= 0x400 && first < 0x530 && lexicon.GivenNames.Has(given)) { // Slavic lists put it last
				certain = 2
			}
		}
	}
	if names == 0 {
		return 0
	}
	return max(certain, 1)
}

var articleSurnames, saints = lexicon.PartsOf("{surname article}"), lexicon.PartsOf("{surname saint}")

var patronymics = sync.OnceValue(func() []string { return lexicon.Person.Words("patronymic") })

// patronymic reports whether a word is a Slavic name after the father's: "Сергеевна".
func patronymic(w string) bool {
	if rule.Off("phrase.patronymic") {
		return false
	}
	for _, end := range patronymics() {
		if len(w) > len(end)+4 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// Compound reports whether a German word ends like the name of an organization: "Mieterverein".
func Compound(w string) bool {
	if rule.Off("phrase.Compound") {
		return false
	}
	if w == "" {
		return false
	}
	for _, end := range compoundEnds()[w[len(w)-1]] {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// compoundEnds are by their last byte: every word of a document is asked for one.
var compoundEnds = sync.OnceValue(func() *[256][]string {
	var out [256][]string
	for _, end := range lexicon.Organization.Words("compound-end") {
		out[end[len(end)-1]] = append(out[end[len(end)-1]], end)
	}
	return &out
})

func isInitials(w string) bool {
	if rule.Off("phrase.isInitials") {
		return false
	}
	if r, n := utf8.DecodeRuneInString(w); n > 1 {
		return unicode.IsUpper(r) && len(w) <= 3*(n+1) && len(w) >= 2*(n+1) && w[n] == '.' && w[len(w)-1] == '.' // "Т.Н."
	}
	return len(w) >= 4 && len(w) <= 6 && w[1] == '.' && w[len(w)-1] == '.' && unicode.IsUpper(rune(w[0]))
}

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
