package phrase

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// joinEnumerations puts names together that hold an enumeration: "Union for Road, Rail and River, ...". The "and" that ends a list stands
// before its last name, so one that stands earlier is part of a name; what a preposition and a single word begin ("Union for Road") goes
// on to it.
func joinEnumerations(s string, parts []text.Span) []text.Span {
	last := len(parts) - 1
	for last > 0 && MoreOthers.MatchString(parts[last].Text) {
		last--
	}
	var out []text.Span
	for i, p := range parts {
		if k := len(out) - 1; i < last && k >= 0 && endsEnumeration(p.Text) {
			for k > 0 && len(out)-k < 4 && !startsEnumeration(out[k].Text) && text.WordCount(out[k].Text) <= 2 {
				k--
			}
			if startsEnumeration(out[k].Text) {
				out[k].End = p.End
				out[k].Text = text.Trim(s[out[k].Start:p.End])
				out = out[:k+1]
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

var enumerated = lexicon.Pattern("phrase.enumerated", `^\S+ .*\b(?:{pattern topic-of}) (?:(?:{pattern topic-article}) )?\p{L}+$`)

func startsEnumeration(s string) bool {
	if rule.Off("phrase.startsEnumeration") {
		return false
	}
	return enumerated.MatchString(s)
}

// endsEnumeration reports whether a part reads "Road and River" or "and River": single words before and after the conjunction.
func endsEnumeration(s string) bool {
	if rule.Off("phrase.endsEnumeration") {
		return false
	}
	for _, c := range Conjunctions() {
		left, right, ok := strings.Cut(" "+s, c)
		if ok && text.WordCount(left) <= 1 && text.WordCount(right) <= 3 && !text.IsLower(right) && !collectives.Has(text.Fold(text.FirstWords(right, 1))) {
			return true
		}
	}
	return false
}

// isUnit reports whether a part between commas names a part of the organization before it: "Office of Communication", "Section romande". A
// legal form at its end says the same of what has none before it.
func isUnit(part string) bool {
	if rule.Off("phrase.isUnit") {
		return false
	}
	return unit.MatchString(part)
}

var unit = lexicon.Pattern("phrase.unit", `^(?:{pattern unit}) (?:{pattern unit-of}|\p{Lu})`)

// LegalEnd reports whether a name ends with its legal form, which ends the name.
func LegalEnd(name string) bool {
	if rule.Off("phrase.LegalEnd") {
		return false
	}
	if strings.HasSuffix(name, "e. V.") {
		return true
	}
	last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
	return lexicon.CorporateSuffix.Has(last) || lexicon.CorporateSuffix.Has(strings.Trim(last, "."))
}

// tellsOf reports whether a part between commas says what the person before it is: "Jane Doe, Professor, ...".
func tellsOf(person, part string) bool {
	if rule.Off("phrase.tellsOf") {
		return false
	}
	if text.WordCount(part) > 4 || !SaysOccupation(part) && !SaysOffice(part) || HasWord(part, lexicon.OrgWords) {
		return false
	}
	if w, ok := ReadPerson(part); ok && (w.Rest != "" || w.Certainty == 2) {
		return false // the next person
	}
	name, _, _ := strings.Cut(person, ",")
	return PersonCertainty(name) > 0
}

// topics are nouns that "and" joins within names: "Science and Technology".
var topics = lexicon.Set("phrase.topics", "{organization topic-word}")

// SplitPair splits "A and B" into two names where that is the better reading. The side after the conjunction must begin in upper case.
// An article after it, a word that ends names of organizations before it, and names listed before (whose last pair this is)
// speak for a cut; a topic on either side speaks against it.
func SplitPair(s text.Span, before int) (left, right text.Span, ok bool) {
	if len(s.Text) > 400 {
		return text.Span{}, text.Span{}, false // no two names are that long, and a list without commas is none
	}
	best, bestAt, bestLen := 0, -1, 0
	for _, c := range Conjunctions() {
		for from := 0; ; {
			i := strings.Index(s.Text[from:], c)
			if i < 0 {
				break
			}
			i += from
			from = i + len(c)
			a, b := text.Trim(s.Text[:i]), text.Trim(s.Text[from:])
			if a == "" || b == "" || strings.Count(a, "(") > strings.Count(a, ")") {
				continue
			}
			score := 2 + min(before, 2)
			if len(c) > 5 {
				score += 3 // "sowie", "as well as" join whole names
			}
			first, _, _ := strings.Cut(b, " ")
			article := CutCapital(b) != b || (Articles.Has(first) || germanArticles.Has(first)) && !strings.Contains(a, " "+first+" ") || elidedArticles.Begin(b) > 0
			if text.IsLower(b) && !article {
				continue
			}
			if article {
				score += 3
			}
			lastWord := text.Fold(a[strings.LastIndexByte(a, ' ')+1:])
			nextWord := text.Fold(text.FirstWords(b, 1))
			if lexicon.OrgWords.Has(lastWord) && !topics.Has(lastWord) {
				score += 2
			}
			if topics.Has(lastWord) {
				score -= 2
			}
			if topics.Has(nextWord) {
				score--
				if text.WordCount(b) == 1 {
					score -= 2
				}
			}
			if score >= best && score > 0 {
				best, bestAt, bestLen = score, i, len(c)
			}
		}
	}
	if bestAt < 0 {
		return text.Span{}, text.Span{}, false
	}
	left = text.Span{Text: text.Trim(s.Text[:bestAt]), Start: s.Start, End: s.Start + bestAt, Unsure: s.Unsure || best < 2}
	right = text.Span{Text: text.Trim(s.Text[bestAt+bestLen:]), Start: s.Start + bestAt + bestLen, End: s.End, Unsure: s.Unsure || best < 2}
	return left, right, true
}

// splitSlips cuts parts of a list between semicolons where a comma or colon stands for one by a slip: between a person's office and the next
// person with hers, or before a second name that begins with the same word.
func splitSlips(s string, parts []text.Span) []text.Span {
	out := make([]text.Span, 0, len(parts))
	for _, p := range parts {
		for {
			i, sep := slip(p.Text)
			if i < 0 {
				break
			}
			out = append(out, text.Span{Text: text.Trim(p.Text[:i]), Start: p.Start, End: p.Start + len(strings.TrimRight(p.Text[:i], " ")), Unsure: true})
			p = text.Span{Text: p.Text[i+len(sep):], Start: p.Start + i + len(sep), End: p.End, Unsure: true}
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
		if word := text.FirstWords(left, 1); len(word) > 2 && text.WordCount(left) > 1 && !strings.Contains(left, ",") && strings.HasPrefix(right, word+" ") {
			return i, sep
		}
		_, said, ok := strings.Cut(left, ", ")
		if !ok || !SaysOffice(said) {
			continue
		}
		if w, person := ReadPerson(right); person && w.Office && w.Organization != "" && !SaysOffice(w.Name) {
			return i, sep
		}
	}
	return -1, ""
}
