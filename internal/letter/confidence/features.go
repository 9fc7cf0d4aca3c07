package confidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// countryAfterComma reports whether a row's country was cut off its printed line, where a comma divides them, and comes from no column or heading.
func countryAfterComma(r *draft.Row) bool {
	if rule.Off("confidence.countryAfterComma") {
		return false
	}
	i := strings.LastIndex(r.Text, string(r.Country))
	if r.Country == "" || i <= 0 || !strings.HasSuffix(text.Trim(r.Text[:i]), ",") {
		return false
	}
	between := strings.Fields(r.Name[strings.LastIndex(r.Name, ", ")+2:]) // one or two words without dots; "A. C." is a form
	return len(between) < 3 && !text.IsLower(between[0]) && !strings.Contains(r.Name[strings.LastIndex(r.Name, ", "):], ".")
}

// shortFor reports whether a row looks like an abbreviation of another one's name: a word of up to five signs, two or more of them capitals or
// figures, whose letters stand in the other name in their order. In long lists chance finds such names; only short ones are asked.
func shortFor(rows []draft.Row, i int) bool {
	if rule.Off("confidence.shortFor") {
		return false
	}
	name, high := rows[i].Name, 0
	if utf8.RuneCountInString(name) > 5 || strings.Contains(name, " ") {
		return false
	}
	for _, r := range name {
		if text.BeginsName(r) || unicode.IsDigit(r) {
			high++
		}
	}
	letters := []rune(strings.TrimFunc(graph.Fold(name), unicode.IsDigit))
	if high < 2 || len(letters) == 0 {
		return false
	}
	for k := range rows {
		if k == i || text.WordCount(rows[k].Name) < 2 && utf8.RuneCountInString(rows[k].Name) < 9 {
			continue
		}
		at := 0
		for _, r := range graph.Fold(rows[k].Name) {
			for at < len(letters) && unicode.IsDigit(letters[at]) {
				at++
			}
			if at < len(letters) && r == letters[at] {
				at++
			}
		}
		if at == len(letters) {
			return true
		}
	}
	return false
}

// firstWordsOf returns the folded first words of the rows' names: one of them may print a name that another row cuts short.
func firstWordsOf(rows []draft.Row) map[string]bool {
	begins := map[string]bool{}
	for i := range rows {
		words := strings.Fields(rows[i].Name)
		if rows[i].Type != graph.TypeOrganization || len(words) > 12 {
			continue
		}
		key := ""
		for _, w := range words[:max(0, len(words)-1)] {
			if key += graph.Fold(w); len(key) > 3 {
				begins[key] = true
			}
		}
	}
	return begins
}

// uneven reports whether brackets or quotation marks lack their partners.
func uneven(name string) bool {
	if rule.Off("confidence.uneven") {
		return false
	}
	return strings.Count(name, "(") != strings.Count(name, ")") || strings.Count(name, "[") != strings.Count(name, "]") || strings.Count(name, "“") != strings.Count(name, "”") ||
		strings.Count(name, "\"")%2 != 0 || strings.Count(name, "«") != strings.Count(name, "»")
}

// namely are the words of lexicon.SentenceWords that names of organizations have often: "Our Town", "We the People", "Save Us Now".
var namely = lexicon.Set("confidence.namely", "{function-word in-names}")

// speaks reports whether a name has a verb or pronoun that names seldom have.
func speaks(name string) bool {
	if rule.Off("confidence.speaks") {
		return false
	}
	for w := range strings.FieldsSeq(name) {
		if r := []rune(w)[0]; r >= 'a' && r <= 'z' { // names capitalize theirs: "Who Owns England"
			if w = text.Fold(w); lexicon.SentenceWords.Has(w) && !namely.Has(w) {
				return true
			}
		}
	}
	return false
}

// goesOpen reports whether something is missing at the end of a name.
func goesOpen(name string) bool {
	if rule.Off("confidence.goesOpen") {
		return false
	}
	if strings.HasSuffix(name, ",") || strings.HasSuffix(name, "-") || strings.HasSuffix(name, "&") || strings.HasSuffix(name, "’s") || strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "/") {
		return true
	}
	words := strings.Fields(name)
	last := words[len(words)-1]
	if len(last) == 2 && last[1] == '.' && text.IsLower(last) {
		return true // "e." of "e. V."
	}
	return len(words) > 1 && lexicon.SmallWords.Has(last) // in lower case: "Millers and"; "Plan B" and "Vitamin A" end so, too
}

// glued finds a company's form with more after it, and a label before a colon.
var glued = lexicon.Pattern("confidence.glued", `(?i)\b{legal-form glued}\.?, \S|\S\s?: \S`)

// refers finds what footnotes have and names do not.
var refers = lexicon.Pattern("confidence.refers", `(?i)^{pattern see},? |, {pattern see}$|\b{pattern refers}\b\.?|\b{pattern refers-number}\. ?\d`)

// endsWithCountry reports whether a country ends a name, as a part of its own.
func endsWithCountry(name string) bool {
	if rule.Off("confidence.endsWithCountry") {
		return false
	}
	i := max(strings.LastIndex(name, ","), strings.LastIndex(name, "("))
	if i <= 0 {
		return false
	}
	tail := text.Trim(strings.TrimSuffix(name[i+1:], ")"))
	return lexicon.IsCountry(tail) && (name[i] == ',' || len(tail) > 4) // "(UE)" is an acronym more often
}

func firstFolded(name string) string {
	for w := range strings.FieldsSeq(name) {
		return text.Fold(w)
	}
	return ""
}

// runIn reports whether a comma divides a name, with more than a legal form after it.
func runIn(name string) bool {
	if rule.Off("confidence.runIn") {
		return false
	}
	i := strings.LastIndex(name, ", ")
	return i > 0 && !about.LegalForms.Has(text.Fold(name[i+2:]))
}

// justOffice reports whether a name is an office without an organization: "President", "Executive Director".
func justOffice(name string) bool {
	if rule.Off("confidence.justOffice") {
		return false
	}
	if text.WordCount(name) > 4 {
		return false
	}
	m := about.RolePattern.FindStringIndex(name)
	return m != nil && m[0] == 0 && m[1] == len(name)
}

// endsWithPerson reports whether the last two words of a longer name are surely a person's: a signatory's name may have run into it.
func endsWithPerson(name string) bool {
	if rule.Off("confidence.endsWithPerson") {
		return false
	}
	words := strings.Fields(name)
	return len(words) >= 4 && !lexicon.SmallWords.Has(strings.ToLower(words[len(words)-3])) && phrase.PersonCertainty(strings.Join(words[len(words)-2:], " ")) == 2
}
