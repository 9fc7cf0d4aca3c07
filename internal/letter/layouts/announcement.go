package layouts

import "strings"

// announcement is what says that those who are listed signed, and where the list stands.
type announcement struct {
	name   string
	nobody bool // it says something else of them
	data   bool // it is the key of a list in data
	least  int  // signatories
	place  func(c *composer)
}

// above reports whether the list can be understood below it.
func (a *announcement) above(s *separator) bool {
	if a.data != (s.data != "") {
		return false
	}
	switch a.name {
	case "nothing": // a last paragraph that names some organizations says nothing
		return s.runOn != ", " && s.runOn != "; "
	case "split": // the headings say what the column would
		return s.table != "type" && s.table != "grid"
	case "by-letter", "by-country":
		return s.table == "" || s.table == "one"
	}
	return true
}

// tells reports whether it says of entries of the form what they are.
func (a *announcement) tells(e *entry) bool {
	switch a.name {
	case "recipients", "further", "thanks":
		return !e.persons && e.name != "behalf-commas" && e.name != "behalf-brackets" && e.name != "behalf-block"
	case "members", "by-letter":
		return !e.numbers
	case "by-country":
		return !e.numbers && !e.persons && e.name != "comma-country" && e.name != "bracket-country" && e.name != "dash-country"
	case "split":
		return !e.persons
	}
	return true
}

var announcements = []announcement{
	{name: "label", place: func(c *composer) { c.letter(); c.say(c.any("label")); c.list(c.signers) }},
	{name: "bold-label", place: func(c *composer) {
		c.letter()
		c.add(paragraph{{{text: c.any("label"), bold: true}}})
		c.list(c.signers)
	}},
	{name: "heading", place: func(c *composer) { c.letter(); c.head(2, c.any("heading")); c.list(c.signers) }},
	{name: "heading-kind", place: func(c *composer) { c.letter(); c.head(3, c.any(c.kind("heading"))); c.list(c.signers) }},
	{name: "lead", place: func(c *composer) { c.letter(); c.say(c.one(c.kind("lead"))); c.list(c.signers) }},
	{name: "claim", place: func(c *composer) { c.letter(); c.head(2, c.claim()); c.list(c.signers) }},
	{name: "sign-off", place: func(c *composer) { c.letter(); c.say(c.one("signoff")); c.list(c.signers) }},
	{name: "nothing", place: func(c *composer) { c.letter(); c.list(c.signers) }},
	{name: "first", place: func(c *composer) {
		c.head(1, c.one("title"))
		c.say(c.one("date"))
		c.say(c.one(c.kind("we")))
		c.list(c.signers)
		c.body()
	}},
	{name: "page", place: func(c *composer) { c.title = c.one("page"); c.head(1, c.title); c.list(c.signers) }},
	{name: "by-letter", least: 25, place: func(c *composer) {
		c.letter()
		c.head(2, c.any("heading"))
		c.groups(c.signers, func(s *signer) string { return strings.ToUpper(string([]rune(s.name)[:1])) })
	}},
	{name: "by-country", least: 25, place: func(c *composer) {
		c.letter()
		c.head(2, c.any("heading"))
		for i := range c.signers { // a few countries, so that each has some
			c.signers[i].country = c.words["countries"][i%5]
		}
		c.groups(c.signers, func(s *signer) string { return s.country })
	}},
	{name: "split", place: func(c *composer) {
		c.letter()
		c.head(2, c.any("heading"))
		c.head(3, c.one("organizations"))
		c.list(c.signers)
		c.head(3, c.one("persons"))
		c.layout[axEntry] = indexOfEntry("persons")
		more := draw(c.random, c.words, 5, true, nil, 0)
		c.list(more)
		c.signers = append(c.signers, more...)
	}},
	{name: "members", nobody: true, place: func(c *composer) { c.other("members"); c.list(c.signers) }},
	{name: "recipients", nobody: true, place: func(c *composer) { c.letter(); c.say(c.one("recipients")); c.list(c.signers) }},
	{name: "further", nobody: true, place: func(c *composer) { c.other("further"); c.list(c.signers) }},
	{name: "thanks", nobody: true, place: func(c *composer) { c.other("thanks"); c.list(c.signers) }},
	{name: "key", data: true, place: func(c *composer) { c.key = c.one("heading") }},
	{name: "key-kind", data: true, place: func(c *composer) { c.key = c.one(c.kind("heading")) }},
}
