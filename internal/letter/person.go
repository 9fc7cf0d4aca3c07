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
	s = trim(s)
	certain := 0
	for {
		first, rest, ok := strings.Cut(s, " ")
		if !ok || !honorifics[strings.Trim(strings.ToLower(first), ".,")] {
			break
		}
		s, certain = trim(rest), 2
	}
	if strings.ContainsAny(s, "&@/0123456789+|#;:!?\"“”()[]") {
		return 0
	}
	for _, suffix := range []string{", Jr.", ", Jr", " Jr.", " Jr", ", Sr.", " III", " II", ", Esq.", ", PhD", ", Ph.D.", ", MD", ", M.D.", " PhD", " Ph.D."} {
		if strings.HasSuffix(s, suffix) {
			s = strings.TrimSuffix(s, suffix)
			certain = max(certain, 1)
		}
	}
	if strings.HasSuffix(s, "e. V.") || strings.HasSuffix(s, "e. V") {
		return 0
	}
	words := strings.Fields(s)
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
		case !unicode.IsUpper(first):
			return 0
		case i == len(words)-1 && i > 0 && corporateSuffix[lower] && (strings.Contains(bare, ".") || bare == strings.ToUpper(bare)):
			return 0 // "Siembra A.C."
		case orgWords[lower], compound(lower), smallWords[lower] && !nameParticles[lower] && len(bare) > 1:
			return 0
		case i > 0 && (strings.HasSuffix(lower, "'s") || strings.HasSuffix(lower, "’s")), lower == "st":
			return 0
		case strings.HasSuffix(w, ".") && utf8.RuneCountInString(bare) == 1 || isInitials(w):
			if i+1 < len(words) || names > 0 {
				certain = max(certain, 2)
			}
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

var compoundEnds = strings.Fields("verein verband verbund stiftung initiative gesellschaft gewerkschaft netzwerk bündnis kirche gemeinde forum institut zentrum allianz gruppe werkstatt kreis kammer bewegung vereinigung gemeinschaft akademie hochschule")

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

// readPerson reads "Jane Doe, Director, Some Foundation" and its kin. ok is false where the text does not begin with the
// name of a person.
func readPerson(text string) (w who, ok bool) {
	cut := len(text)
	sep := ""
	for _, s := range whoSeparators {
		if i := strings.Index(text, s); i > 0 && i < cut {
			cut, sep = i, s
		}
	}
	if sep == " (" {
		if _, acronym := cutAcronym(text); acronym {
			return who{}, false // "Some European Observatory (SEO)"
		}
	}
	w.name = trim(strings.TrimRight(text[:cut], " ,"))
	w.certainty = personCertainty(w.name)
	if w.certainty == 0 {
		return who{}, false
	}
	if cut == len(text) {
		return w, true
	}
	w.rest = trim(text[cut+len(sep):])
	if sep == " (" {
		w.rest = trim(strings.Replace(w.rest, ")", "", 1))
	}
	// A degree or a suffix after the comma belongs to the person, what follows it to the rest.
	for {
		first, more, found := strings.Cut(w.rest, ",")
		if !degree.MatchString(trim(first)) {
			break
		}
		if w.certainty = 2; !found {
			return w, true
		}
		w.rest = trim(more)
	}
	w.own, w.office = hasWord(w.rest, ownWords), hasWord(w.rest, roleWords)
	if w.own || w.office {
		w.certainty = 2
	}
	w.organization = organizationIn(w.rest)
	return w, true
}

var degree = lazy(`^(?i:jr|sr|phd|ph\.d|md|m\.d|esq|jd|j\.d|mph|mba|llm|ma|msc|rn|dds|dvm|s\.j|osb|ofm|cssr|mp|mep|m\.p)\.?$`)

// organizationIn finds the organization in the rest of a person's entry: the part without an office or occupation; of "Director of the
// Some Institute" what follows "of", "at" or "for".
func organizationIn(rest string) string {
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == ';' || r == '(' || r == ')' })
	best := ""
	for _, part := range parts {
		part = trim(part)
		if part == "" || isPlace(part) || corporateSuffix[strings.ToLower(strings.Trim(part, "."))] {
			continue
		}
		if !hasWord(firstWords(part, 4), roleWords) && !hasWord(firstWords(part, 3), ownWords) {
			if best == "" {
				best = part
			}
			continue
		}
		if m := officeOf.FindStringSubmatch(part); m != nil && hasWord(m[1], orgWords) && best == "" {
			best = trim(m[1])
		}
	}
	return best
}

var officeOf = lazy(`\b(?:at|for|von der|des|der|de la|du|von|of)(?: the)? (\p{Lu}.*)$`)

func firstWords(s string, n int) string {
	fields := strings.Fields(s)
	return strings.Join(fields[:min(n, len(fields))], " ")
}
