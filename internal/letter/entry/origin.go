package entry

import (
	"strings"
	"unicode"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// origin finds where somebody is from: "Jane Doe from Norland".
var origin = lexicon.Pattern("entry.origin", `^(.+?)\.? (?:{pattern from-country}) ((?:[Tt]he )?\pL[^()]*)$`)

// readOrigins takes countries off the names of lists that print "Jane Doe from Norland (janedoe)", as persons who sign by a change to a repository do: at
// least a third say where they are from. What stands in brackets behind is how they are known there. Where most say it they are persons, whatever they
// call themselves, save those that a word of organizations tells.
func readOrigins(entries []Entry) {
	if rule.Off("entry.readOrigins") {
		return
	}
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && sameBut(entries[to].Setting, entries[from].Setting) {
			to++
		}
		originsOf(entries[from:to])
		from = to
	}
}

func originsOf(list []Entry) {
	if len(list) < 4 {
		return
	}
	type cut struct{ name, country, known string }
	found, cuts := 0, make([]cut, len(list))
	for i := range list {
		if list[i].Person != "" || list[i].Country != "" {
			continue
		}
		name, known := cutKnown(list[i].Text)
		c := &cuts[i]
		c.name, c.known = name, known
		name = strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != ')' }) // a flag stands behind the country
		if m := origin.FindStringSubmatch(name); m != nil && namesCountries(m[2]) {
			c.name, c.country = m[1], m[2]
			found++
		}
	}
	if found < 4 || 3*found < len(list) {
		return
	}
	for i := range list {
		c, e := &cuts[i], &list[i]
		if c.country == "" && c.known == "" {
			continue
		}
		e.Text, e.Country = c.name, c.country
		e.Note = strings.Trim(c.known+", "+e.Note, ", ")
	}
	if 2*found < len(list) {
		return
	}
	for i := range list {
		if e := &list[i]; e.Person == "" && !phrase.HasWord(e.Text, lexicon.OrgWords) && !phrase.LegalEnd(e.Text) {
			e.Company = section.People
		}
	}
}

// namesCountries reports whether a text is a country or two: "the United States", "Italy and Norway".
func namesCountries(s string) bool {
	for at, r := range s {
		a, b := s[:at], s[at:]
		switch {
		case strings.ContainsRune("&,/", r):
			b = b[1:]
		case r == ' ' && phrase.Ands.Has(strings.ToLower(text.FirstWords(b, 1))):
			b = strings.TrimPrefix(strings.TrimSpace(b), text.FirstWords(b, 1))
		default:
			continue
		}
		if isCountry(a) {
			s = b
			break
		}
	}
	return isCountry(s)
}

func isCountry(s string) bool {
	s = strings.TrimSpace(s)
	if first, rest, ok := strings.Cut(s, " "); ok && phrase.Articles.Has(strings.ToLower(first)) && lexicon.IsCountry(rest) {
		return true
	}
	return lexicon.IsCountry(s)
}

// cutKnown takes one word in brackets off the end of a name.
func cutKnown(s string) (name, known string) {
	s = strings.TrimSpace(text.Narrow(s))
	inner, ok := strings.CutSuffix(s, ")")
	open := strings.LastIndexByte(inner, '(')
	if !ok || open <= 0 || strings.ContainsAny(inner[open:], " ,") {
		return s, ""
	}
	return strings.TrimSpace(inner[:open]), inner[open+1:]
}
