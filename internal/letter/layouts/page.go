package layouts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Blocks of a page, which media print.
type (
	heading struct {
		level int
		text  string
	}
	paragraph []line
	list      struct {
		style string
		items []item
	}
	columns struct{ items [][]item } // each column
	table   struct {
		header []string // nil: none
		rows   [][]item
	}
	menu struct {
		items []string
		foot  bool
	}
	form []string // labels of fields, the button last
)

// page is a document before a medium prints it.
type page struct {
	title, date, language string
	blocks                []any
	key                   string // data: of the list
	fields                bool   // data: there are others
	shape                 string // data: of the list
	signers               []signer
	words                 words
	form                  *entry
}

// composer fills a page.
type composer struct {
	page
	layout  Layout
	random  *rand.Rand
	claimed int
	not     []string // organizations that are named and did not sign
}

func compose(l Layout) *composer {
	w := dictionaries[l[axLanguage]]
	c := &composer{layout: l, random: l.random(), page: page{title: w.one("title"), date: w.one("date"), language: languages[l[axLanguage]], words: w, shape: l.separator().data, form: l.entry()}}
	e, s := l.entry(), l.separator()
	longest := s.longest
	if longest > 0 && e.name == "acronym" {
		longest -= 8
	}
	c.signers = draw(c.random, w, sizes[l[axSize]], e.persons, slices.Concat(e.without, s.without), longest)
	for i := range c.signers {
		if e.name == "acronym" {
			withAcronym(&c.signers[i])
		}
	}
	if s.table == "type" || s.data == "typed" {
		more := draw(c.random, w, 3, true, nil, longest)
		c.signers = append(c.signers, more...)
		c.random.Shuffle(len(c.signers), func(i, k int) { c.signers[i], c.signers[k] = c.signers[k], c.signers[i] })
		for i := range c.signers {
			c.signers[i].number = i + 1
		}
	}
	n := noises[l[axNoise]]
	n.before(c)
	l.announcement().place(c)
	if note := e.note; note != "" && !l.announcement().nobody {
		c.say(c.one(note))
	}
	n.after(c)
	return c
}

func (c *composer) any(key string) string { return c.words.any(c.random, key) }
func (c *composer) one(key string) string { return c.words.one(key) }

// kind is the key of the word that says whether organizations or persons signed.
func (c *composer) kind(key string) string {
	if c.form.persons {
		return key + "-persons"
	}
	return key + "-orgs"
}

func (c *composer) add(block any)               { c.blocks = append(c.blocks, block) }
func (c *composer) say(text string)             { c.add(paragraph{plain(text)}) }
func (c *composer) head(level int, text string) { c.add(heading{level, text}) }

func (c *composer) letter() {
	c.head(1, c.one("title"))
	c.say(c.one("date"))
	c.body()
}

func (c *composer) body() {
	c.say(c.one("to"))
	for _, p := range c.words["body"] {
		c.say(p)
	}
}

// other begins a page that is no letter.
func (c *composer) other(key string) {
	c.title, c.date = c.words[key][0], ""
	c.head(1, c.title)
	c.say(c.words[key][1])
}

func (c *composer) claim() string {
	c.claimed = 0
	for i := range c.signers {
		if c.signers[i].isPerson == c.form.persons {
			c.claimed++
		}
	}
	return fmt.Sprintf(c.one(c.kind("claim")), c.claimed)
}

func indexOfEntry(name string) int {
	return slices.IndexFunc(entries, func(e entry) bool { return e.name == name })
}

// groups prints a list below each of the groups, in their order.
func (c *composer) groups(all []signer, of func(*signer) string) {
	slices.SortStableFunc(all, func(a, b signer) int { return strings.Compare(of(&a), of(&b)) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && of(&all[n]) == of(&all[0]) {
			n++
		}
		c.head(3, of(&all[0]))
		c.list(all[:n])
		all = all[n:]
	}
}

// list prints signatories as the layout's separator and entry say.
func (c *composer) list(all []signer) {
	e, s := c.layout.entry(), c.layout.separator()
	var items []item
	for i := range all {
		items = append(items, e.print(c.words, &all[i]))
	}
	switch {
	case s.runOn != "":
		c.add(paragraph{c.joined(items, s.runOn)})
	case s.columns > 0:
		each := (len(items) + s.columns - 1) / s.columns
		c.add(columns{slices.Collect(slices.Chunk(items, each))})
	case s.table == "grid" || s.table == "one":
		width := 1
		if s.table == "grid" {
			width = 3
		}
		c.add(table{rows: slices.Collect(slices.Chunk(items, width))})
	case s.table != "":
		c.add(c.tabled(all, e, s))
	default:
		c.add(list{s.style, items})
	}
}

// joined is a paragraph of all entries; the last of a list with commas has the word for and before it.
func (c *composer) joined(items []item, mark string) line {
	var out line
	for i, it := range items {
		switch {
		case i > 0 && i == len(items)-1 && mark == ", ":
			out = append(out, span{text: " " + c.one("and") + " "})
		case i > 0:
			out = append(out, span{text: mark})
		}
		out = append(out, it[0]...)
	}
	return out
}

func (c *composer) tabled(all []signer, e *entry, s *separator) table {
	var t table
	if s.table != "bare" {
		for _, col := range e.columns {
			t.header = append(t.header, c.one(col.key))
		}
		if s.table == "type" {
			t.header = append(t.header, c.one("type"))
		}
	}
	for i := range all {
		var row []item
		for _, col := range e.columns {
			row = append(row, item{{col.cell(&all[i])}})
		}
		if s.table == "type" {
			row = append(row, item{plain(c.typeOf(&all[i]))})
		}
		t.rows = append(t.rows, row)
	}
	return t
}

func (p *page) typeOf(s *signer) string {
	if s.isPerson {
		return p.words.one("person-type")
	}
	return p.words.one("organization")
}
