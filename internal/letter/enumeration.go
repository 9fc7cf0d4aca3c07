package letter

import (
	"strings"
)

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

// isUnit reports whether a part between commas names a part of the organization before it: "Office of Communication", "Section romande". A
// legal form at its end says the same of what has none before it.
func isUnit(part string) bool { return unit.MatchString(part) }

var unit = lazy(`^(?:Office|Department|Dept\.?|Division|Chapter|Section|Branch|Faculty|School|Unit|Bureau|Directorate|Abteilung|Sektion|Ortsgruppe|Ortsverband|Ortsverein|Kreisverband|Landesverband|Regionalgruppe|Referat|Fachbereich|Fachgruppe|Section|Service|Département|Faculté|Fédération départementale|Sección|Departamento|Facultad) (?:of|for|on|für|der|des|de|du|d['’]|la|\p{Lu})`)

// legalEnd reports whether a name ends with its legal form, which ends the name.
func legalEnd(name string) bool {
	if strings.HasSuffix(name, "e. V.") {
		return true
	}
	last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
	return corporateSuffix[last] || corporateSuffix[strings.Trim(last, ".")]
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
			article := first == "The" || (articles[first] || first == "dem" || first == "den") && !strings.Contains(a, " "+first+" ") || strings.HasPrefix(b, "l'") || strings.HasPrefix(b, "l’")
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

// splitSlips cuts parts of a list between semicolons where a comma or colon stands for one by a slip: between a person's office and the next
// person with hers, or before a second name that begins with the same word.
func splitSlips(text string, parts []span) []span {
	out := make([]span, 0, len(parts))
	for _, p := range parts {
		for {
			i, sep := slip(p.text)
			if i < 0 {
				break
			}
			out = append(out, span{text: trim(p.text[:i]), start: p.start, end: p.start + len(strings.TrimRight(p.text[:i], " ")), unsure: true})
			p = span{text: p.text[i+len(sep):], start: p.start + i + len(sep), end: p.end, unsure: true}
		}
		out = append(out, p)
	}
	return out
}

// slip finds the separator after which another name begins, -1 for none.
func slip(t string) (at int, sep string) {
	if len(t) > 400 {
		return -1, "" // no name
	}
	for i := range t {
		switch {
		case strings.HasPrefix(t[i:], ", "):
			sep = ", "
		case strings.HasPrefix(t[i:], " : "):
			sep = " : "
		default:
			continue
		}
		left, right := t[:i], t[i+len(sep):]
		if word := firstWords(left, 1); len(word) > 2 && wordCount(left) > 1 && !strings.Contains(left, ",") && strings.HasPrefix(right, word+" ") {
			return i, sep
		}
		_, said, ok := strings.Cut(left, ", ")
		if !ok || !saysOffice(said) {
			continue
		}
		if w, person := readPerson(right); person && w.office && w.organization != "" && !saysOffice(w.name) {
			return i, sep
		}
	}
	return -1, ""
}
