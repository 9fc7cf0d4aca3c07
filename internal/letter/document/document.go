package document

import (
	"strings"

	"undersigned/internal/letter/draft"
)

// Or fills what m does not say with what other says.
func (m Meta) Or(other Meta) Meta {
	if m.Title == "" {
		m.Title = other.Title
	}
	if m.Date == "" {
		m.Date = other.Date
	}
	if m.Language == "" {
		m.Language = other.Language
	}
	return m
}

// Document is what a medium makes of bytes, and all that the stages after it know of them.
type Document struct {
	Medium   string
	Name     string // base name
	Lines    []Line // printed lines in reading order, without blank ones
	Meta     Meta   // what the document says about itself outside its text (front matter)
	Hints    Meta   // what a page's properties say: when it was put up; what the letter prints wins
	Warnings []string
	Unread   []string        // what the medium knows that it could not read, as package doubt says it: "pages 3 and 4 are pictures"
	Aside    []draft.LeftOut // what is no part of the text, such as footnotes
	Data     []Data          // what it holds beside its text
}

// Data is front matter, or a program of a page and what it loads.
type Data struct {
	Text    string
	First   int // the number of its first line
	Program bool
	TOML    bool // not YAML
}

// Meta is what front matter or a document's properties say.
type Meta struct {
	Title, Date, Language string
	Lead                  string // a line below the title: a subtitle
}

// Text returns what was read, line by line; what was set aside comes last.
func (p *Document) Text() string {
	var b strings.Builder
	for i := range p.Lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Lines[i].Text)
	}
	for _, l := range p.Aside {
		b.WriteByte('\n')
		b.WriteString(l.Text)
	}
	return b.String()
}
