package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a name cut out of a text.
type span struct {
	text       string
	start, end int // bytes
	unsure     bool
}

// conjunctions join the last two names of a list, by language.
var conjunctions = []string{" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " sowie ", " as well as ", " ainsi que "}

// splitNames cuts a list of names at semicolons or bullets where it has them, else at commas. Legal forms, places and small
// letters after a comma belong to the name before it ("Example Investments, Inc.").
func splitNames(text string) []span {
	if m := announcing.FindStringIndex(text); m != nil {
		names := splitList(text[m[1]:])
		for i := range names {
			names[i].start += m[1]
			names[i].end += m[1]
		}
		return names
	}
	return splitList(text)
}

func splitList(text string) []span {
	for _, sep := range []string{"•", "·", " | ", ";"} {
		if strings.Count(strings.TrimRight(text, " ;"), sep) >= 2 || sep == ";" && strings.Contains(strings.TrimRight(text, " ;."), sep) {
			return bare(splitSlips(text, lastOf(cutAt(text, sep))))
		}
	}
	if sep := rareSeparator(text); sep != "" {
		return bare(cutAt(text, sep))
	}
	parts := joinEnumerations(text, cutAt(text, ","))
	var out []span
	for _, p := range parts {
		if len(out) > 0 && (belongsBefore(p.text) && !(len(parts) >= 5 && (ownSpelling(p.text) || isLower(p.text) && (legalEnd(out[len(out)-1].text) || smallName(p.text, len(parts))))) ||
			isUnit(p.text) || tellsOf(out[len(out)-1].text, p.text)) {
			last := &out[len(out)-1]
			last.end = p.end
			last.text = trim(text[last.start:last.end])
			continue
		}
		out = append(out, p)
	}
	return bare(finish(out))
}

// bare takes articles in lower case off names: they belong to the sentence. A list that prints a single "the" before one of its names
// prints it as part of that name.
func bare(names []span) []span {
	the := 0
	for i := range names {
		if strings.HasPrefix(names[i].text, "the ") {
			the++
		}
	}
	for i := range names {
		if the == 1 && len(names) >= 5 && i+1 < len(names) && strings.HasPrefix(names[i].text, "the ") {
			continue
		}
		if t := withoutArticle(names[i].text); t != names[i].text {
			names[i].start += len(names[i].text) - len(t)
			names[i].text = t
		}
	}
	return names
}

// rareSeparator returns the dash or stroke that stands between the names of a list, "" for none. Names hold these too, so that there have to
// be three or more, and fewer commas.
func rareSeparator(text string) string {
	for _, sep := range []string{" / ", " // ", " – ", " — ", " - ", " * ", " + "} {
		if n := strings.Count(text, sep); n >= 3 && n > 2*strings.Count(text, ",") {
			return sep
		}
	}
	return ""
}

// announcing finds words that announce a list within its own line: "Parmi les signataires figurent ...".
var announcing = lazy(`(?i)^(?:(?:among|parmi|zu|entre) )?(?:the |les |den |los )?(?:(?:erst|mit)?unterzeichn(?:ern?|erinnen|enden)|signatories|signers|signataires|firmantes)(?:[*:_]innen)? (?:include|included|are|figurent|sont|gehören|zählen|sind|son|figuran):? |^(?:[\p{L}-]+ ){0,2}(?:organi[sz]ations?|groups|individuals|unions|companies|organisationen|verbände|vereine|gruppen|einzelpersonen|associations|collectifs|syndicats|organizaciones)(?: [\p{L}-]+){0,4} ?: `)

// belongsBefore reports whether a part between commas is no name of its own.
func belongsBefore(part string) bool {
	p := strings.ToLower(strings.Trim(part, ". "))
	if corporateSuffix[p] || corporateSuffix[strings.ReplaceAll(p, ".", "")] || isPlace(part) {
		return true
	}
	first, _, _ := strings.Cut(part, " ")
	for _, c := range conjunctions {
		if first == trim(c) {
			return false
		}
	}
	return isLower(part) && !articles[first] && !strings.HasPrefix(first, "l'") && !strings.HasPrefix(first, "l’")
}

// articles stand before names in running text.
var articles = wordSet("the die der das la le les el los las il lo gli i de het")

// ownSpelling reports whether a word in lower case is a name that spells itself so: it has a full stop within ("example.org"), capitals
// within ("eFoundation"), or is one long word where names stand.
func ownSpelling(part string) bool {
	p := strings.Trim(part, ". ")
	if first, _, more := strings.Cut(p, " "); more && strings.IndexFunc(first, unicode.IsUpper) > 0 {
		return true
	}
	if strings.ContainsRune(p, ' ') || corporateSuffix[strings.ToLower(p)] || ownWords[p] || roleWords[p] {
		return false
	}
	return strings.Contains(p, ".") || p != strings.ToLower(p) || len(p) >= 6 && isLower(p)
}

// smallName reports whether two or three words in lower case are a name of their own in a long list: "open shelf lab", "bookery e.V.". What belongs to
// the name before has small words in it, or says an office, an occupation or a part.
func smallName(part string, parts int) bool {
	words := strings.Fields(part)
	if legalEnd(part) && len(words) <= 4 {
		return true
	}
	if parts < 8 || len(words) < 2 || len(words) > 3 || saysOccupation(part) || saysOffice(part) {
		return false
	}
	for _, w := range words {
		if w = foldWord(w); smallWords[w] || articles[w] || sectionWords[w] {
			return false
		}
	}
	return true
}

// sectionWords name parts of an organization.
var sectionWords = wordSet("section chapter group groups local national regional branch division department sektion ortsgruppe ortsverband gruppe antenne groupe délégation sección including formerly former incl inkl u.a etc among others")

// cutAt cuts at a separator that stands outside brackets.
func cutAt(text, sep string) []span {
	var out []span
	depth, start := 0, 0
	add := func(end int) {
		s := start
		for s < end && (text[s] == ' ' || text[s] == ',') {
			s++
		}
		e := end
		for e > s && (text[e-1] == ' ' || text[e-1] == ',') {
			e--
		}
		if e > s {
			out = append(out, span{text: text[s:e], start: s, end: e})
		}
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		}
		if depth == 0 && strings.HasPrefix(text[i:], sep) {
			add(i)
			i += len(sep) - 1
			start = i + 1
		}
	}
	add(len(text))
	return out
}

// lastOf takes the conjunction off the last name: "; and Name".
func lastOf(parts []span) []span {
	if len(parts) == 0 {
		return nil
	}
	last := &parts[len(parts)-1]
	for _, c := range conjunctions {
		if strings.HasPrefix(last.text, c[1:]) {
			last.start += len(c) - 1
			last.text = last.text[len(c)-1:]
			break
		}
	}
	return parts
}

// finish handles the conjunction before the last name: ", and Name", "Name and Name".
func finish(parts []span) []span {
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	if lastOf(parts)[len(parts)-1].text != last.text {
		return parts
	}
	left, right, ok := splitPair(last, len(parts)-1)
	if !ok {
		return parts
	}
	return append(parts[:len(parts)-1], left, right)
}

// romanceOf are the words for "of" after which a noun belongs to the name.
var romanceOf = wordSet("de des du del della delle dei do da dos das d' d’ aux au")

// withoutArticle takes an article in lower case off the beginning of a name in running text.
func withoutArticle(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && (articles[first] || germanArticles[first]) {
		return rest
	}
	for _, elided := range []string{"l'", "l’"} {
		s = strings.TrimPrefix(s, elided)
	}
	return s
}

// nameHead returns the part of a text that reads as a name: words in upper case with small words between them. What follows a name in a
// sentence ("... urged Congress") is not part of it.
func nameHead(text string) string {
	text = trim(text)
	text = withoutArticle(text)
	end, depth := 0, 0
	of := false // within "de la ...", where Romance languages write nouns small
	for i := 0; i < len(text); {
		for i < len(text) && text[i] == ' ' {
			i++
		}
		j := i
		for j < len(text) && text[j] != ' ' {
			j++
		}
		if j == i {
			break
		}
		w := text[i:j]
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"'‘"))
		inside := depth > 0
		depth += strings.Count(w, "(") - strings.Count(w, ")")
		switch {
		case inside || unicode.IsUpper(first) || unicode.IsDigit(first) || strings.HasPrefix(w, "("):
			end = j
		case w == "&" || w == "–" || w == "-" || smallWords[w]:
			if !articles[w] {
				of = romanceOf[w]
			}
			i = j
			continue
		case of || end > 0 && (strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'")):
			end = j
		case w != strings.ToLower(w) || strings.Contains(w, "."): // eFoundation, example.org
			end = j
		default:
			return trim(strings.TrimRight(text[:end], " ,;:"))
		}
		if j > i && strings.HasSuffix(w, ":") {
			break
		}
		i, of = j, false
	}
	return trim(strings.TrimRight(text[:end], " ,;:"))
}
