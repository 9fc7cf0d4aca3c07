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
	for _, sep := range []string{"•", "·", " | ", ";"} {
		if strings.Count(strings.TrimRight(text, " ;"), sep) >= 2 || sep == ";" && strings.Contains(strings.TrimRight(text, " ;."), sep) {
			return bare(finish(cutAt(text, sep)))
		}
	}
	parts := joinEnumerations(text, cutAt(text, ","))
	var out []span
	for _, p := range parts {
		if len(out) > 0 && (belongsBefore(p.text) && !(len(parts) >= 5 && ownSpelling(p.text)) || tellsOf(out[len(out)-1].text, p.text)) {
			last := &out[len(out)-1]
			last.end = p.end
			last.text = trim(text[last.start:last.end])
			continue
		}
		out = append(out, p)
	}
	return bare(finish(out))
}

// bare takes articles in lower case off names: they belong to the sentence.
func bare(names []span) []span {
	for i := range names {
		if t := withoutArticle(names[i].text); t != names[i].text {
			names[i].start += len(names[i].text) - len(t)
			names[i].text = t
		}
	}
	return names
}

// joinEnumerations puts names together that hold an enumeration: "Union for Road, Rail and River, ...". The "and" that ends a list stands
// before its last name, so one that stands earlier is part of a name; what a preposition and a single word begin ("Union for Road") goes
// on to it.
func joinEnumerations(text string, parts []span) []span {
	last := len(parts) - 1
	for last > 0 && moreOthers.MatchString(parts[last].text) {
		last--
	}
	var out []span
	for i, p := range parts {
		if k := len(out) - 1; i < last && k >= 0 && endsEnumeration(p.text) {
			for k > 0 && len(out)-k < 4 && !startsEnumeration(out[k].text) && wordCount(out[k].text) <= 2 {
				k--
			}
			if startsEnumeration(out[k].text) {
				out[k].end = p.end
				out[k].text = trim(text[out[k].start:p.end])
				out = out[:k+1]
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

var enumerated = lazy(`^\S+ .*\b(?:for|of|on|against|für|gegen|pour|de|des|contre|para|por|contra) (?:(?:the|der|die|das|la|le|les|el|los|las) )?\p{L}+$`)

func startsEnumeration(s string) bool { return enumerated.MatchString(s) }

// endsEnumeration reports whether a part reads "Road and River" or "and River": single words before and after the conjunction.
func endsEnumeration(s string) bool {
	for _, c := range conjunctions {
		left, right, ok := strings.Cut(" "+s, c)
		if ok && wordCount(left) <= 1 && wordCount(right) <= 3 && !isLower(right) && !collectives[foldWord(firstWords(right, 1))] {
			return true
		}
	}
	return false
}

// tellsOf reports whether a part between commas says what the person before it is: "Jane Doe, Professor, ...".
func tellsOf(person, part string) bool {
	if wordCount(part) > 4 || !saysOccupation(part) && !saysOffice(part) || hasWord(part, orgWords) {
		return false
	}
	if w, ok := readPerson(part); ok && (w.rest != "" || w.certainty == 2) {
		return false // the next person
	}
	name, _, _ := strings.Cut(person, ",")
	return personCertainty(name) > 0
}

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

// finish handles the conjunction before the last name: ", and Name", "Name and Name".
func finish(parts []span) []span {
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	for _, c := range conjunctions {
		if strings.HasPrefix(last.text, c[1:]) {
			cut := len(c) - 1
			last.start += cut
			last.text = last.text[cut:]
			parts[len(parts)-1] = last
			return parts
		}
	}
	left, right, ok := splitPair(last, len(parts)-1)
	if !ok {
		return parts
	}
	return append(parts[:len(parts)-1], left, right)
}

// topics are nouns that "and" joins within names: "Science and Technology".
var topics = wordSet(`technology science development trade justice freedom peace equality education health culture research innovation democracy security privacy environment climate climat klima
society economics law policy human rights sustainability agriculture sciences industry commerce ethics reform engagement care safety labor labour gender race entwicklung umwelt kultur frieden freiheit wissenschaft technik bildung
développement justice paix culture droits liberté santé desarrollo justicia paz cultura derechos libertad salud dissent democracy` + ` accountability transparency solidarity equity welfare conservation resources arts media communication communications`)

// splitPair splits "A and B" into two names where that is the better reading. The side after the conjunction must begin in upper case.
// An article after it, a word that ends names of organizations before it, and names listed before (whose last pair this is)
// speak for a cut; a topic on either side speaks against it.
func splitPair(s span, before int) (left, right span, ok bool) {
	if len(s.text) > 400 {
		return span{}, span{}, false // no two names are that long, and a list without commas is none
	}
	best, bestAt, bestLen := 0, -1, 0
	for _, c := range conjunctions {
		for from := 0; ; {
			i := strings.Index(s.text[from:], c)
			if i < 0 {
				break
			}
			i += from
			from = i + len(c)
			a, b := trim(s.text[:i]), trim(s.text[from:])
			if a == "" || b == "" || strings.Count(a, "(") > strings.Count(a, ")") {
				continue
			}
			score := 2 + min(before, 2)
			if len(c) > 5 {
				score += 3 // "sowie", "as well as" join whole names
			}
			first, _, _ := strings.Cut(b, " ")
			article := first == "The" || articles[first] || strings.HasPrefix(b, "l'") || strings.HasPrefix(b, "l’")
			if isLower(b) && !article {
				continue
			}
			if article {
				score += 3
			}
			lastWord := foldWord(a[strings.LastIndexByte(a, ' ')+1:])
			nextWord := foldWord(firstWords(b, 1))
			if orgWords[lastWord] && !topics[lastWord] {
				score += 2
			}
			if topics[lastWord] {
				score -= 2
			}
			if topics[nextWord] {
				score--
				if wordCount(b) == 1 {
					score -= 2
				}
			}
			if score >= best && score > 0 {
				best, bestAt, bestLen = score, i, len(c)
			}
		}
	}
	if bestAt < 0 {
		return span{}, span{}, false
	}
	left = span{text: trim(s.text[:bestAt]), start: s.start, end: s.start + bestAt, unsure: s.unsure || best < 2}
	right = span{text: trim(s.text[bestAt+bestLen:]), start: s.start + bestAt + bestLen, end: s.end, unsure: s.unsure || best < 2}
	return left, right, true
}

// withoutArticle takes an article in lower case off the beginning of a name in running text.
func withoutArticle(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && articles[first] {
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
		case w != strings.ToLower(w) || strings.Contains(w, "."): // eFoundation, example.org
			end = j
		default:
			return trim(strings.TrimRight(text[:end], " ,;:"))
		}
		if j > i && strings.HasSuffix(w, ":") {
			break
		}
		i = j
	}
	return trim(strings.TrimRight(text[:end], " ,;:"))
}
