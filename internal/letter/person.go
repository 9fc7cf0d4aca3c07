package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsOf cuts a name into words without the punctuation around them.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:/()[]\"“”", r) })
}

func hasWord(s string, set map[string]bool) bool {
	for _, w := range wordsOf(s) {
		w = strings.ToLower(w)
		if set[w] || set[strings.Trim(w, ".'’")] {
			return true
		}
	}
	return false
}

// personCertainty says how surely a text is the name of a person: 0 no, 1 it could be, 2 it has a known given name, an
// initial or a title. The rule asks for two to five capitalized words without a word that organizations have.
func personCertainty(s string) int {
	if strings.ContainsAny(s, ".(") {
		s = trim(retired.ReplaceAllString(gluedInitial.ReplaceAllString(s, "$1 $2"), " "))
	}
	s, certain := withoutTitles(trim(s))
	if strings.ContainsAny(s, "&@/0123456789+|#;:!?\"“”()[]") {
		return 0
	}
	s = withoutLetters(s)
	if strings.HasSuffix(s, "e. V.") || strings.HasSuffix(s, "e. V") {
		return 0
	}
	words := strings.Fields(s)
	if first := strings.ToLower(firstWords(s, 1)); certain == 0 && len(words) > 1 && (articles[first] || first == "une" || first == "un") && first != "de" {
		return 0 // "La Grande Ligne"
	}
	if len(words) > 1 && trades[strings.ToLower(strings.Trim(words[len(words)-1], "."))] {
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
		case i > 0 && nameParticles[lower] && unicode.IsLower(first):
			if germanArticles[lower] && !germanArticles[strings.ToLower(words[i-1])] && !nobiliary[strings.ToLower(words[i-1])] {
				return 0 // "Elternrat der Talschule", but "von der Aue"
			}
		case !unicode.IsUpper(first):
			return 0
		case i == len(words)-1 && i > 0 && corporateSuffix[lower] && (strings.Contains(bare, ".") || bare == strings.ToUpper(bare)):
			return 0 // a legal form: "Rios A.C."
		case orgWords[lower], compound(lower), smallWords[lower] && !nameParticles[lower] && len(bare) > 1:
			return 0
		case i > 0 && (strings.HasSuffix(lower, "'s") || strings.HasSuffix(lower, "’s")), lower == "st":
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
			if i == 0 && firstNames[given] {
				certain = 2
			}
		}
	}
	if names == 0 {
		return 0
	}
	return max(certain, 1)
}

// compound reports whether a German word ends like the name of an organization: "Mieterverein".
func compound(w string) bool {
	for _, end := range compoundEnds {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

var compoundEnds = strings.Fields("schule laden büro dienst stelle treff kollektiv komitee ausschuss plattform partei union club klub verlag museum theater universität fakultät fraktion ortsgruppe kampagne projekt agentur genossenschaft redaktion zeitung magazin freunde elternrat beirat jugendrat bundesrat flüchtlingsrat betriebsrat seniorenrat verein verband verbund stiftung initiative gesellschaft gewerkschaft netzwerk bündnis kirche gemeinde forum institut zentrum allianz gruppe werkstatt kreis kammer bewegung vereinigung gemeinschaft akademie hochschule")

func isInitials(w string) bool {
	return len(w) >= 4 && len(w) <= 6 && w[1] == '.' && w[len(w)-1] == '.' && unicode.IsUpper(rune(w[0]))
}

// who is what one entry says about a person.
type who struct {
	name         string
	rest         string // title and affiliation as printed
	organization string // the part of rest that names an organization
	own          bool   // an occupation, not an office: the person signs for herself
	office       bool   // an office in the organization
	certainty    int
}

var whoSeparators = []string{", ", " – ", " — ", " - ", " (", ": ", "; ", "\t", " | "}

// longestLine is how many bytes a person's line may have; no signature is longer, and what is keeps the work linear.
const longestLine = 600

// namePart divides the names of persons from what is said of them. sep is what stands between. The name is empty where the text does not begin
// with one.
func namePart(text string) (w who, sep string) {
	if len(text) > longestLine {
		return who{}, ""
	}
	seen := text // where separators are looked for: "Judge (ret.) Ann Lee" has none
	if strings.ContainsAny(text, ".(") {
		seen = retired.ReplaceAllStringFunc(text, func(m string) string { return strings.Repeat("_", len(m)) })
	}
	cut := len(text)
	for _, s := range whoSeparators {
		if i := strings.Index(seen, s); i > 0 && i < cut {
			cut, sep = i, s
		}
	}
	if sep == " (" {
		if _, acronym := cutAcronym(text); acronym {
			return who{}, "" // "Some European Observatory (SEO)"
		}
	}
	for sep == ", " && onlyTitles(text[:cut]) { // "Dr. med, U. Holm": a slip of the pen
		next := strings.Index(text[cut+2:], ", ")
		if next < 0 {
			cut, sep = len(text), ""
			break
		}
		cut += 2 + next
	}
	if sep == ", " {
		cut = reversed(text, cut)
	}
	w.name = trim(strings.TrimRight(text[:cut], " ,"))
	w.certainty = personCertainty(w.name)
	if w.certainty == 0 && strings.Contains(w.name, ", ") {
		w.certainty = 2 // reversed knows the given name
	}
	if sep == ", " || w.certainty == 0 {
		if names, rest, end := personsBefore(text); names != "" && (w.certainty == 0 || len(names) > cut) {
			return who{name: names, rest: rest, certainty: 2}, end
		}
	}
	if w.certainty == 0 {
		if m := givenFrom.FindStringSubmatch(w.name); m != nil && cut == len(text) && !orgWords[strings.ToLower(m[1])] && !collectives[strings.ToLower(m[1])] && !compound(strings.ToLower(m[1])) {
			return who{name: m[1], rest: m[2], certainty: 2}, " "
		}
		return who{}, ""
	}
	if cut < len(text) {
		w.rest = trim(text[cut+len(sep):])
	}
	return w, sep
}

// givenFrom finds a given name with where she comes from on the web: "Ida de example.org".
var givenFrom = lazy(`^(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?) (?:de|d['’]|from|von|at|@) ?([\p{Ll}\d-]+\.\p{Ll}{2,})$`)

// readPerson reads "Jane Doe, Director, Some Foundation" and its kin. ok is false where the text does not begin with the
// name of a person.
func readPerson(text string) (w who, ok bool) {
	sep := ""
	if w, sep = namePart(text); w.name == "" || w.rest == "" {
		return w, w.name != ""
	}
	if sep == " (" {
		w.rest = cutBrackets("(" + w.rest)
	}
	// A degree or a suffix after the comma belongs to the person, what follows it to the rest.
	for {
		first, more, found := strings.Cut(w.rest, ",")
		if !degree.MatchString(trim(first)) && !postNominals[strings.ToLower(strings.Trim(first, " ."))] {
			break
		}
		if w.certainty = 2; !found {
			return w, true
		}
		w.rest = trim(more)
	}
	for part := range strings.SplitSeq(w.rest, ",") {
		if w.certainty < 2 || sep == ", " {
			if form := strings.ToLower(strings.Trim(part, " .")); companies[form] {
				return who{}, false // "Nora Field, Photographer, LLC"
			}
		}
	}
	w.own, w.office = saysOccupation(w.rest), saysOffice(w.rest)
	if w.own && w.office && saysOffice(firstWords(w.rest, 1)) && !saysOccupation(firstWords(w.rest, 3)) {
		w.own = false // "présidente de l’Association des chercheurs": the occupation is not hers
	}
	if w.own || w.office {
		w.certainty = 2
	}
	w.organization = organizationIn(w.rest)
	return w, true
}

// reversed moves the end of a person's name behind the given name where the family name stands first: "Adler, Klara, Lehrerin". cut is
// where the first comma stands.
func reversed(text string, cut int) int {
	family := text[:cut]
	if wordCount(family) > 3 || personCertainty("Ann "+family) == 0 || personCertainty(family) == 2 {
		return cut
	}
	given := text[cut+2:]
	if i := strings.IndexAny(given, ",;("); i >= 0 {
		given = given[:i]
	}
	given = trim(given)
	first, _, _ := strings.Cut(strings.ToLower(firstWords(given, 1)), "-")
	if n := wordCount(given); n == 0 || n > 2 || !firstNames[first] || personCertainty(given+" Doe") == 0 || isPlace(given) {
		return cut
	}
	return cut + 2 + strings.Index(text[cut+2:], given) + len(given)
}

// beginsPerson reports whether a text surely begins with a person's name.
func beginsPerson(s string) bool {
	w, ok := readPerson(s)
	return ok && w.certainty == 2
}

var degree = lazy(`^(?i:jr|sr|phd|ph\.d|md|m\.d|esq|jd|j\.d|mph|mba|llm|ma|msc|rn|dds|dvm|s\.j|osb|ofm|cssr|mp|mep|m\.p)\.?$`)
