package section

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// maxNames is how many names of a brief stand outside its lists, at most.
const maxNames = 200

// named are those whom the parts of a brief name outside its lists.
type named struct {
	found      []Block
	body       *body
	open       bool // more of them than these are named somewhere, or none is here
	listed     bool // a table or a list below the counsel gave names
	people     bool // the cover says that they are persons
	groups     bool // it says that they are organizations
	inAppendix bool
}

// body is the text below the caption, its lines joined, without tables of contents: where one was left out, a line break stands in place of the blank, and
// no name and no sentence goes on over it.
type body struct {
	lines  []document.Line
	starts []int
	text   string
	lower  string // the same length
	own    int    // where they present themselves
	asked  int    // how often printed has looked
}

// maxSearches bounds how often the text is searched; no brief with all its names asks half as often.
const maxSearches = 3000

func bodyOf(d *about.Facts) *body {
	b := &body{}
	var s strings.Builder
	between := byte(' ')
	for i := d.Caption.End; i < len(d.Lines); i++ {
		if cue.Leaders(d.Lines[i].Text) {
			between = '\n'
			continue
		}
		if s.Len() > 0 {
			s.WriteByte(between)
		}
		between = ' '
		if b.own == 0 && cue.Interest(d.Lines[i].Text) {
			b.own = s.Len()
		}
		b.lines, b.starts = append(b.lines, d.Lines[i]), append(b.starts, s.Len())
		s.WriteString(d.Lines[i].Text)
	}
	b.text = s.String()
	b.lower = text.Lowered(b.text)
	return b
}

// within is the text from..to, up to where lines were left out.
func (b *body) within(from, to int) string {
	s, _, _ := strings.Cut(b.text[from:min(len(b.text), to)], "\n")
	return s
}

// linesAt are the lines that bytes from..to of the text stand in.
func (b *body) linesAt(from, to int) []document.Line { return linesAt(b.lines, b.starts, from, to) }

func linesAt(lines []document.Line, starts []int, from, to int) []document.Line {
	first, last := 0, 0
	for i, s := range starts {
		if s <= from {
			first = i
		}
		if s < to {
			last = i
		}
	}
	return lines[first : last+1]
}

// printed returns where a name is printed in the text, rather where they present themselves than in a table of authorities, in another way than
// in capitals where it can; -1. alone asks for a place where no "and" joins it to another.
func (b *body) printed(name string, alone bool) int {
	if at := b.printedFrom(name, alone, b.own); at >= 0 || b.own == 0 {
		return at
	}
	return b.printedFrom(name, alone, 0)
}

func (b *body) printedFrom(name string, alone bool, from int) int {
	key, found := text.Lowered(text.Trim(name)), -1
	if b.asked++; b.asked > maxSearches || key == "" {
		return -1
	}
	for n := 0; n < 60; n++ {
		i := strings.Index(b.lower[from:], key)
		if i < 0 {
			break
		}
		at := from + i
		end := at + len(key)
		from = end
		before, _ := utf8.DecodeLastRuneInString(b.lower[:at])
		after, _ := utf8.DecodeRuneInString(b.lower[end:])
		if at > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) || end < len(b.lower) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			continue
		}
		if alone && (endsWithAnd(b.lower[:at]) || beginsWithAnd(b.lower[end:])) {
			continue
		}
		if raw := b.text[at:end]; raw != strings.ToUpper(raw) {
			return at
		}
		if found < 0 {
			found = at
		}
	}
	return found
}

// article is "and" in Czech and Slovak, and an article in the languages of briefs: "A Rede de Bibliotecas".
const article = " a "

func endsWithAnd(s string) bool {
	if rule.Off("section.endsWithAnd") {
		return false
	}
	for _, c := range phrase.Conjunctions() {
		if c != article && strings.HasSuffix(s, c) {
			return true
		}
	}
	return false
}

func beginsWithAnd(s string) bool {
	if rule.Off("section.beginsWithAnd") {
		return false
	}
	for _, c := range phrase.Conjunctions() {
		if c != article && strings.HasPrefix(s, c) {
			return true
		}
	}
	return false
}

// presents reports whether a paragraph says that a name is an organization's, whatever it sounds like: "Trial Lawyers of the Lakes is an association".
func (b *body) presents(name string) bool {
	if rule.Off("section.body.presents") {
		return false
	}
	if !cue.DescribesPeople(name) && !cue.DescribesGroups(name) {
		return false
	}
	at := b.printed(name, false)
	if at < 0 {
		return false
	}
	said, ok := cue.Presents(b.within(at, at+len(name)+200))
	return ok && SameName(said, name)
}

// captionNames reads the names on the cover.
func (f *finder) captionNames() *named {
	c := f.doc.Caption
	n := &named{body: bodyOf(f.doc)}
	s := c.Text[c.From:c.To]
	if m := cue.AndMore.FindStringIndex(s); m != nil {
		n.open, s = true, s[:m[0]]
	}
	people, groups := false, false
	for _, p := range n.cut(s) {
		switch {
		case n.body.presents(p.Text):
			n.add(p.Text, linesAt(c.Lines, c.Starts, c.From+p.Start, c.From+p.Start+len(p.Text)))
		case cue.DescribesGroups(p.Text) && !lexicon.IsPlace(p.Text):
			groups = true
		case cue.DescribesPeople(p.Text):
			people = true
		case !unreadable(p.Text):
			from := c.From + p.Start
			n.add(p.Text, linesAt(c.Lines, c.Starts, from, from+len(p.Text)))
		}
	}
	n.open = n.open || people || groups || len(n.found) == 0
	n.people = people && !groups && len(n.found) == 0
	n.groups = groups && !people
	n.inAppendix = cue.ListedInAppendix(c.Text)
	return n
}

// unreadable reports whether a part of a cover is no name: two covers printed over each other, or half a line.
func unreadable(s string) bool {
	if rule.Off("section.unreadable") {
		return false
	}
	return text.WordCount(s) > 16 || text.IsLower(s) || cue.BeginsCaption(s) && cue.Friendly(s) || briefOf.In(strings.ToLower(s)) || cue.Counts(s) && cue.AndMore.MatchString(" "+s) || graph.Fold(s) == ""
}

var briefOf = lexicon.PartsOf("{cue brief-of}")

// add notes a name and where it stands, and another printing of it in the text; a name that is set in capitals is taken as the text spells it.
func (n *named) add(name string, lines []document.Line) {
	if len(n.found) >= maxNames {
		return
	}
	b := Block{Lines: lines, Name: name, Setting: Setting{Origin: Announced, Company: n.companyOf(name)}}
	for i := range n.found {
		if SameName(n.found[i].Name, name) {
			if n.found[i].Again == nil && lines[0].Number != n.found[i].Lines[0].Number {
				n.found[i].Again, n.found[i].Form = lines, name
			}
			return
		}
	}
	short := name
	if i := strings.LastIndex(name, ", "); i > 0 && legalForm(name[i+2:]) {
		short = name[:i] // a text says less of a name than a cover
	}
	if at := n.body.printed(short, false); at >= 0 {
		again := n.body.linesAt(at, at+len(short))
		form := n.body.text[at : at+len(short)]
		if again[0].Number != lines[0].Number {
			b.Again, b.Form = again, form
		}
		if short == name && name == strings.ToUpper(name) && form != strings.ToUpper(form) {
			b.Name = form
		}
	}
	n.found = append(n.found, b)
}

// companyOf says that a name is a person's where it could be one and the text says what she is: "Ann Lee (poet) is a former teacher".
func (n *named) companyOf(name string) Company {
	if phrase.PersonCertainty(name) == 0 {
		return Anyone
	}
	key := text.Lowered(name)
	for from, i := 0, 0; i < 20; i++ {
		at := strings.Index(n.body.lower[from:], key)
		if at < 0 {
			break
		}
		from += at + len(key)
		if cue.SaysPerson(n.body.within(from, from+160)) {
			return People
		}
	}
	return Anyone
}

// SameName reports whether two printings name one: without article, acronym and legal form they are the same, or one goes on where the other
// ends.
func SameName(a, b string) bool {
	if rule.Off("section.SameName") {
		return false
	}
	x, y := BareName(a), BareName(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || len(x) == 1 && len(y) > 1 && (lexicon.OrgWords.Has(x[0]) || len(x[0]) < 4) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return len(x) == len(y) || len(x) > 1
}

// BareName are the folded words of a name without article, acronym and legal form.
func BareName(s string) []string {
	if i := strings.Index(s, " ("); i > 0 {
		s = s[:i]
	}
	var out []string
	for w := range strings.FieldsSeq(s) {
		if k := graph.Fold(w); k != "" && !((lexicon.CorporateSuffix.Has(k) || lexicon.CorporateSuffix.Has(strings.ToLower(strings.Trim(w, ",;")))) && len(out) > 0) && !(len(out) == 0 && phrase.Articles.Has(k)) {
			out = append(out, k)
		}
	}
	return out
}
