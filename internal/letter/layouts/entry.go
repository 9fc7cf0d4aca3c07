package layouts

import (
	"fmt"
	"strings"
)

// span is a piece of a printed line; item is an entry, line by line.
type (
	span struct {
		text, link string
		bold       bool
		image      bool   // text is its alternative text
		title      string // of an image
	}
	line []span
	item []line
)

func plain(text string) line { return line{{text: text}} }

// entry is what is printed of a signatory.
type entry struct {
	name    string
	persons bool // persons sign, for themselves
	blocks  bool // more than one line each
	picture bool
	numbers bool     // each begins with a number
	commas  bool     // there are commas in an entry
	pair    bool     // number | name, which needs room between
	without []string // what names may not hold, for nobody could read it then
	note    string   // key of a text below the list

	print func(w words, s *signer) item
	// columns are what a table prints of it, key of the header and cell; nil where no table with several columns has this form.
	columns []column
}

type column struct {
	key  string // of the header, in words
	cell func(s *signer) span
}

var (
	colName         = column{"organization", func(s *signer) span { return span{text: s.name} }}
	colLinked       = column{"organization", func(s *signer) span { return span{text: s.name, link: s.link} }}
	colPerson       = column{"name", func(s *signer) span { return span{text: s.name} }}
	colNumber       = column{"number", func(s *signer) span { return span{text: fmt.Sprint(s.number)} }}
	colCountry      = column{"country", func(s *signer) span { return span{text: s.country} }}
	colWebsite      = column{"website", func(s *signer) span { return span{text: ofOrganization(s, s.link)} }}
	colAbout        = column{"about", func(s *signer) span { return span{text: ofOrganization(s, s.about)} }}
	colRepresenting = column{"person", func(s *signer) span { return span{text: s.person} }}
	colOffice       = column{"office", func(s *signer) span { return span{text: s.office} }}
	colJob          = column{"office", func(s *signer) span { return span{text: s.job} }}
	colWhere        = column{"affiliation", func(s *signer) span { return span{text: s.where} }}
)

// ofOrganization is a text that persons in the same table do not have.
func ofOrganization(s *signer, text string) string {
	if s.isPerson {
		return ""
	}
	return text
}

// oneLine prints a form of one line without markup.
func oneLine(text func(s *signer) string) func(words, *signer) item {
	return func(_ words, s *signer) item { return item{plain(text(s))} }
}

var entries = []entry{
	{name: "name", print: oneLine(func(s *signer) string { return s.name }), columns: []column{colName}},
	{name: "acronym", without: []string{"("}, print: oneLine(func(s *signer) string { return s.name }), columns: []column{colName}}, // the name is made longer by acronym
	{name: "numbered", numbers: true, print: oneLine(func(s *signer) string { return fmt.Sprintf("%d. %s", s.number, s.name) })},
	{name: "number-apart", numbers: true, pair: true, print: oneLine(func(s *signer) string { return fmt.Sprintf("%d\u00a0\u00a0%s", s.number, s.name) }), columns: []column{colNumber, colName}},
	{name: "comma-country", commas: true, without: []string{","}, print: oneLine(func(s *signer) string { return s.name + ", " + s.country }), columns: []column{colName, colCountry}},
	{name: "bracket-country", without: []string{"("}, print: oneLine(func(s *signer) string { return s.name + " (" + s.country + ")" })},
	{name: "dash-country", without: []string{" - ", "–"}, print: oneLine(func(s *signer) string { return s.name + " – " + s.country })},
	{name: "link", print: func(_ words, s *signer) item { return item{{{text: s.name, link: s.link}}} }, columns: []column{colLinked, colCountry}},
	{name: "address", commas: true, print: func(_ words, s *signer) item {
		return item{{{text: s.name + ", "}, {text: s.link, link: s.link}}}
	}, columns: []column{colName, colWebsite}},
	{name: "what-it-is", commas: true, without: []string{" - ", "–", ":"}, print: func(_ words, s *signer) item {
		return item{{{text: s.name, bold: true}, {text: " – " + lowered(s.about)}}}
	}, columns: []column{colName, colAbout}},
	{name: "card", blocks: true, print: func(_ words, s *signer) item { return item{{{text: s.name, bold: true}}, plain(s.about)} }},
	{name: "two-lines", blocks: true, print: func(_ words, s *signer) item { return twoLines(s.name) }},
	{name: "behalf-commas", commas: true, without: []string{","}, print: oneLine(func(s *signer) string { return s.person + ", " + s.office + ", " + s.name }),
		columns: []column{colRepresenting, colOffice, colName}},
	{name: "behalf-brackets", commas: true, without: []string{"(", ","}, print: oneLine(func(s *signer) string { return s.person + " (" + s.office + ", " + s.name + ")" })},
	{name: "behalf-block", blocks: true, print: func(_ words, s *signer) item { return item{plain(s.person), plain(s.office), plain(s.name)} }},
	{name: "organization-first", commas: true, without: []string{" - ", "–"}, print: oneLine(func(s *signer) string { return s.name + " – " + s.person + ", " + s.office }),
		columns: []column{colName, colRepresenting, colOffice}},
	{name: "persons", persons: true, print: oneLine(func(s *signer) string { return s.name }), columns: []column{colPerson}},
	{name: "affiliation", persons: true, commas: true, note: "identification", print: oneLine(func(s *signer) string { return s.name + ", " + s.job + ", " + s.where }),
		columns: []column{colPerson, colJob, colWhere}},
	{name: "logo-alt", picture: true, print: func(_ words, s *signer) item { return item{{{text: s.name, image: true, link: s.link}}} }},
	{name: "logo-title", picture: true, print: func(_ words, s *signer) item { return item{{{text: "logo", title: s.name, image: true}}} }},
	{name: "logo-word", picture: true, print: func(_ words, s *signer) item { return item{{{text: s.name + " logo", image: true}}} }},
}

// lowered begins with a small letter and has no full stop, as what stands behind a dash does.
func lowered(sentence string) string {
	first := []rune(sentence)
	return strings.ToLower(string(first[:1])) + strings.TrimSuffix(string(first[1:]), ".")
}

// twoLines breaks a long name after half of its words.
func twoLines(name string) item {
	fields := strings.Fields(name)
	if len(fields) < 3 || len(name) < 28 {
		return item{plain(name)}
	}
	half := len(fields) / 2
	return item{plain(strings.Join(fields[:half], " ")), plain(strings.Join(fields[half:], " "))}
}

// withAcronym adds an acronym to most names.
func withAcronym(s *signer) {
	if short := initials(s.name, 6); len(short) > 2 && s.number%4 != 0 {
		s.name += " (" + short + ")"
	}
}
