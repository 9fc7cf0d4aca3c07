package entry

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
)

// cardBlocks tells which blocks are a person with what she is below her name, where most blocks of the list are. All their lines are hers then.
func cardBlocks(blocks []section.Block) map[int]bool {
	if rule.Off("entry.cardBlocks") {
		return nil
	}
	var cards map[int]bool
	for from := 0; from < len(blocks); {
		to := from + 1
		for to < len(blocks) && blocks[to].Setting == blocks[from].Setting {
			to++
		}
		var found []int
		for i := from; i < to; i++ {
			if isCard(&blocks[i]) {
				found = append(found, i)
			}
		}
		if len(found) >= 4 && 3*len(found) >= 2*(to-from) {
			if cards == nil {
				cards = map[int]bool{}
			}
			for _, i := range found {
				cards[i] = true
			}
		}
		from = to
	}
	return cards
}

// namesAbove joins a person's name that stands by itself, in bold type as a rule, with the block below it that says what she is, where a heading says that
// persons follow, or the block begins with an office.
func namesAbove(blocks []section.Block) []section.Block {
	if rule.Off("entry.namesAbove") {
		return blocks
	}
	var out []section.Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if i+1 < len(blocks) && document.Adjoin(b.Lines, blocks[i+1].Lines) {
			next := &blocks[i+1]
			if b.One && len(b.Lines) == 1 && b.Company == section.People && b.Sort == document.Plain && phrase.PersonCertainty(phrase.CutMarks(b.Lines[0].Text)) == 2 && next.Sort == document.Plain && !next.One && !next.List && next.Setting == b.Setting && len(next.Lines) < 6 && noneNamed(next.Lines) {
				b.Lines = append(b.Lines[:1:1], next.Lines...)
				i++
			} else if officeApart(&b, next) {
				b.Lines = append(b.Lines[:1:1], next.Lines...)
				b.Lines[1].Gap, b.One = 0, false
				i++
			}
		}
		out = append(out, b)
	}
	return out
}

// officeApart reports whether a block is a person's name that stands apart, and the next one begins with her office and goes on with where she holds
// it, as signatures do whatever a heading says.
func officeApart(b, next *section.Block) bool {
	if rule.Off("entry.officeApart") || len(b.Lines) != 1 || b.Sort != document.Plain || b.List || next.Sort != document.Plain || next.List || next.Setting != b.Setting || len(next.Lines) < 2 || len(next.Lines) > 4 {
		return false
	}
	office := next.Lines[0].Text
	return phrase.PersonCertainty(phrase.CutMarks(b.Lines[0].Text)) == 2 && phrase.IsOffice(office) && beginsOffice(office) && phrase.PersonCertainty(office) < 2 && noneNamed(next.Lines)
}

func noneNamed(lines []document.Line) bool {
	for i := range lines {
		if phrase.PersonCertainty(phrase.CutMarks(beforeComma(lines[i].Text))) == 2 && !phrase.IsOffice(lines[i].Text) {
			return false
		}
	}
	return true
}

// isPlainCard reports whether namesAbove made a block.
func isPlainCard(b *section.Block) bool {
	return b.Sort == document.Plain && !b.List && b.Company == section.People && len(b.Lines) > 1
}

func isCard(b *section.Block) bool {
	if b.Sort != document.Plain || b.List || b.One || len(b.Lines) < 2 || len(b.Lines) > 6 || phrase.PersonCertainty(phrase.CutMarks(b.Lines[0].Text)) < 2 {
		return false
	}
	for i := 1; i < len(b.Lines); i++ {
		if phrase.PersonCertainty(phrase.CutMarks(b.Lines[i].Text)) == 2 {
			return false
		}
	}
	return true
}

// cardOf reads such a block.
func cardOf(lines []document.Line, ctx section.Setting) Entry {
	bare := make([]document.Line, len(lines))
	copy(bare, lines)
	for i := range bare {
		bare[i].Gap = 0
	}
	e, n := signatureBlock(bare, ctx, len(bare) == 2)
	if n == 0 {
		e = Entry{Person: phrase.CutMarks(lines[0].Text), Setting: ctx}
		n = 1
		var said []string
		for i := 1; i < len(lines); i++ {
			said = append(said, lines[i].Text)
		}
		e.Office, n = strings.Join(said, " "), len(lines)
		if org := phrase.OrganizationIn(e.Office); org != "" {
			e.Text = org
			e.Office = phrase.WithoutOrganization(e.Office, org)
		}
		e.Own = e.Text == "" || phrase.HasWord(e.Office, lexicon.OwnWords) && !phrase.HasWord(e.Office, lexicon.RoleWords)
	}
	for i := n; i < len(lines); i++ {
		e.Office = strings.TrimPrefix(e.Office+" "+lines[i].Text, " ")
		e.Said = strings.TrimPrefix(e.Said+" "+lines[i].Text, " ")
	}
	e.Lines = lines
	return e
}

// besideRows reads blocks of a printed page that are columns of one list: persons on the left, and beside them, on the same height, what they are.
// It returns how many blocks it took, 0 where they are none.
func besideRows(blocks []section.Block) ([]Entry, int) {
	if rule.Off("entry.besideRows") || !plainBoxed(&blocks[0]) || phrase.PersonCertainty(phrase.CutMarks(blocks[0].Lines[0].Text)) < 2 {
		return nil, 0
	}
	page := blocks[0].Lines[0].Page
	n := 0
	var lines []document.Line
	var under []section.Setting // of each line: headings within the list name countries
	for n < len(blocks) && plainBoxed(&blocks[n]) && sameBut(blocks[n].Setting, blocks[0].Setting) && blocks[n].Lines[0].Page == page && blocks[n].Lines[len(blocks[n].Lines)-1].Page == page {
		for _, l := range blocks[n].Lines {
			lines, under = append(lines, l), append(under, blocks[n].Setting)
		}
		n++
	}
	if n == 0 {
		return nil, 0
	}
	left := lines[0].Box[0]
	var out []Entry
	sure, besides, persons := 0, 0, 0
	var tops [][]float64
	for i := range lines {
		if l := &lines[i]; l.Box[0] < left+12 {
			out = append(out, Entry{Text: phrase.CutMarks(l.Text), Lines: []document.Line{*l}, Marked: true, Setting: under[i]})
			tops = append(tops, l.Box)
			if phrase.PersonCertainty(phrase.CutMarks(l.Text)) > 0 {
				sure++
			}
		}
	}
	if len(out) == len(lines) || len(out) < 2 && len(lines) < 3 || 10*sure < 9*len(out) {
		return nil, 0
	}
	at := 0
	for i := range lines {
		l := &lines[i]
		if l.Box[0] < left+12 {
			continue
		}
		if phrase.PersonCertainty(phrase.CutMarks(l.Text)) == 2 {
			persons++
		}
		best, far := -1, 0.0
		for step := range tops { // columns are printed from the top: the next one is seldom far
			k := (at + step) % len(tops)
			height := tops[k][3] - tops[k][1]
			d := l.Box[1] - tops[k][1]
			if d < 0 {
				d = -d
			}
			if best < 0 || d < far {
				best, far = k, d
			}
			if d < height/2 {
				break
			}
		}
		at = best
		height := tops[best][3] - tops[best][1]
		switch {
		case far < height/2:
			besides++
		case far > 2*height:
			return nil, 0
		}
		e := &out[best]
		e.Note = strings.TrimPrefix(e.Note+" "+l.Text, " ")
		if e.Lines = append(e.Lines, *l); len(e.Lines) > 8 {
			return nil, 0
		}
	}
	if right := len(lines) - len(out); 10*besides < 6*right || 10*persons > 2*right || 2*besides < len(out) {
		return nil, 0
	}
	for i := range out {
		if e := &out[i]; e.Note != "" {
			e.Text, e.Note = e.Text+", "+e.Note, ""
		}
	}
	return out, n
}

func plainBoxed(b *section.Block) bool {
	if b.Sort != document.Plain || b.List || len(b.Lines) == 0 {
		return false
	}
	for i := range b.Lines {
		if len(b.Lines[i].Box) != 4 {
			return false
		}
	}
	return true
}

// sameBut reports whether two settings differ in nothing but the country.
func sameBut(a, b section.Setting) bool {
	a.Country, b.Country = "", ""
	return a == b
}
