package entry

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// optionsOf are the readings of a list beside that by the rules for single blocks: run-on at each mark that occurs, a name each line, a name each
// paragraph, and a name above what it is.
func optionsOf(blocks []section.Block) []Option {
	if rule.Off("entry.optionsOf") {
		return nil
	}
	if setInColumns(blocks) {
		return nil // where a column stands, not what its lines have in common, says what goes together
	}
	var out []Option
	for _, divider := range phrase.Dividers {
		if o, ok := dividedAt(blocks, divider); ok {
			out = append(out, o)
		}
	}
	several, most := 0, 0
	for i := range blocks {
		if n := len(blocks[i].Lines); n > 1 {
			several++
			most = max(most, n)
		}
	}
	if several > 0 {
		out = append(out, eachLine(blocks))
	}
	if most <= mostLines && (several > 1 || several == 1 && len(blocks) > 2) {
		out = append(out, eachParagraph(blocks), headed(blocks, ""), signatures(blocks, ""))
	}
	for _, n := range []int{2, 3} {
		if each := inGroups(blocks, n); each != nil {
			by := fmt.Sprintf(", %d lines each", n)
			out = append(out, headed(each, by), signatures(each, by))
		}
	}
	return out
}

// mostLines is how many lines an entry may have, where lines that stand together are one.
const mostLines = 6

// partedOptions are the readings of entries that are told apart and have lines of their own.
func partedOptions(blocks []section.Block) []Option {
	return []Option{eachParagraph(blocks), headed(blocks, ""), signatures(blocks, "")}
}

// narrow is a width that no text is set in: lines that are shorter were broken by their author.
const narrow = 45

// itemBlocks makes a paragraph of each item of a list and the lines below it, where two and more have such lines; nil elsewhere.
func itemBlocks(list []section.Block) []section.Block {
	if rule.Off("entry.itemBlocks") || len(list) != 1 || list[0].Sort != document.Item {
		return nil
	}
	var out []section.Block
	several, forced, width := 0, 0, 0
	for i := range list[0].Lines {
		width = max(width, utf8.RuneCountInString(list[0].Lines[i].Text))
	}
	for i, l := range list[0].Lines {
		if l.Sort == document.Item || len(out) == 0 {
			out = append(out, section.Block{Sort: document.Plain, Setting: list[0].Setting})
		}
		b := &out[len(out)-1]
		if b.Lines = append(b.Lines, l); len(b.Lines) == 2 {
			above := list[0].Lines[i-1].Text
			if several++; !l.Below && (utf8.RuneCountInString(above)+1+utf8.RuneCountInString(text.FirstWords(l.Text, 1)) > width-4 || phrase.GoesOn(above, l.Text, false)) {
				forced++
			}
		}
	}
	if several < 2 || width >= narrow && 2*forced > several { // lines that had no room, as the source was set
		return nil
	}
	return out
}

// setInColumns reports whether most lines have the wide blanks that columns are set with.
func setInColumns(blocks []section.Block) bool {
	wide, n := 0, 0
	for i := range blocks {
		for k := range blocks[i].Lines {
			if n++; text.WideGap.MatchString(text.Trim(blocks[i].Lines[k].Text)) {
				wide++
			}
		}
	}
	return n > 1 && 2*wide >= n && !rule.Off("entry.setInColumns")
}

// inGroups divides the lines of the blocks into so many each, where all of them can be divided and one has three groups; nil elsewhere. Lists whose
// entries have lines of their own print them without room between, too.
func inGroups(blocks []section.Block, n int) []section.Block {
	var out []section.Block
	most := 0
	for _, b := range blocks {
		if len(b.Lines)%n != 0 {
			return nil
		}
		most = max(most, len(b.Lines)/n)
		for i := 0; i < len(b.Lines); i += n {
			part := b
			part.Lines = b.Lines[i : i+n : i+n]
			out = append(out, part)
		}
	}
	if most < 3 {
		return nil
	}
	return out
}

// dividedAt cuts the names out of running lines at one mark. false where it divides nothing.
func dividedAt(blocks []section.Block, divider string) (Option, bool) {
	found := 0
	for i := range blocks {
		for k := range blocks[i].Lines {
			found += strings.Count(blocks[i].Lines[k].Text, divider)
		}
	}
	if found == 0 || strings.HasPrefix(divider, " ") && found < 2 {
		return Option{}, false
	}
	o := Option{Name: "run-on " + strings.Trim(divider, " ")}
	for i := range blocks {
		lines := blocks[i].Lines
		s, starts := joined(lines)
		if divider == "," && strings.ContainsAny(s, "0123456789") && len(phrase.FindDates(s, "")) > 0 { // "Friday, January 29, 2021"
			o.Entries = append(o.Entries, joinWraps(lines, blocks[i].Setting)...)
			continue
		}
		from := 0
		for _, span := range phrase.Divide(s, divider, len(o.Entries)) {
			for from+1 < len(lines) && starts[from+1] <= span.Start {
				from++
			}
			to := from
			for to+1 < len(lines) && starts[to+1] < span.End {
				to++
			}
			o.Entries = append(o.Entries, Entry{Text: strings.ReplaceAll(span.Text, lineEnd, " "), Lines: lines[from : to+1 : to+1], Paragraph: true, Setting: blocks[i].Setting, Unsure: span.Unsure})
		}
	}
	return o, true
}

// lineEnd stands for the end of a line that its author ended: a semicolon that nobody printed, which is taken out again where it divides nothing.
const lineEnd = ";\v"

// joined is the text of lines that run on, and where in it each begins.
func joined(lines []document.Line) (string, []int) {
	var b strings.Builder
	starts := make([]int, len(lines))
	ended := endedByAuthor(lines)
	for i := range lines {
		if ended && i > 0 && !strings.HasSuffix(lines[i-1].Text, ";") && !phrase.GoesOn(lines[i-1].Text, lines[i].Text, true) {
			b.WriteString(lineEnd)
		} else if i > 0 && !strings.HasSuffix(lines[i-1].Text, "-") && !strings.HasSuffix(lines[i-1].Text, "\u00ad") {
			if sign := section.SameBullet(lines[i-1].Text, lines[i].Text); sign != "" && endsName(&lines[i-1], &lines[i], sign) {
				b.WriteString(sign) // the author ended the line, as in a letterhead
			} else {
				b.WriteByte(' ')
			}
		}
		starts[i] = b.Len()
		b.WriteString(lines[i].Text)
	}
	return b.String(), starts
}

// eachLine takes every line for a name, but for what surely goes on with the one above.
func eachLine(blocks []section.Block) Option {
	o := Option{Name: "lines"}
	for i := range blocks {
		for k, l := range blocks[i].Lines {
			if n := len(o.Entries) - 1; k > 0 && phrase.GoesOn(blocks[i].Lines[k-1].Text, l.Text, false) {
				o.Entries[n].Text = text.Join(o.Entries[n].Text, l.Text)
				o.Entries[n].Lines = append(o.Entries[n].Lines, l)
				continue
			}
			o.Entries = append(o.Entries, Entry{Text: l.Text, Lines: blocks[i].Lines[k : k+1 : k+1], Setting: blocks[i].Setting, Struck: l.Struck})
		}
	}
	return o
}

// opening is an entry of a block's first line, with all its lines as evidence.
func opening(b *section.Block) Entry {
	return Entry{Text: b.Lines[0].Text, Lines: b.Lines, Setting: b.Setting, Struck: b.Lines[0].Struck}
}

// eachParagraph takes the lines that stand together for a name that was broken.
func eachParagraph(blocks []section.Block) Option {
	o := Option{Name: "paragraphs"}
	for i := range blocks {
		e := opening(&blocks[i])
		for _, l := range e.Lines[1:] {
			e.Text = text.Join(e.Text, l.Text)
		}
		o.Entries = append(o.Entries, e)
	}
	return o
}

// headed takes the first line of those that stand together for a name and the others for what is said of it.
func headed(blocks []section.Block, by string) Option {
	o := Option{Name: "name above" + by}
	for i := range blocks {
		e := opening(&blocks[i])
		for _, l := range e.Lines[1:] {
			e.Note = text.Join(e.Note, l.Text)
		}
		o.Entries = append(o.Entries, e)
	}
	return o
}

// signatures takes each paragraph for a person, her office and the organization that she signs for, where most begin with a person; the others are
// names that were broken.
func signatures(blocks []section.Block, by string) Option {
	o := Option{Name: "signatures" + by}
	persons, several := 0, 0
	for i := range blocks {
		e := opening(&blocks[i])
		lines := e.Lines
		last := len(lines) - 1
		name := strings.TrimRight(phrase.CutMarks(lines[0].Text), ", ")
		if last > 0 {
			several++
		}
		if last > 0 && last < 4 && phrase.PersonCertainty(name) > 0 && !phrase.HasWord(name, lexicon.OrgWords) {
			persons++
			e.Person, e.Text = name, lines[last].Text
			for k := 1; k < last; k++ {
				e.Office = text.Join(e.Office, strings.TrimRight(lines[k].Text, ", "))
			}
			e.Said = strings.TrimPrefix(e.Office+", "+e.Text, ", ")
			e.Own = phrase.HasWord(e.Office, lexicon.OwnWords) && !phrase.HasWord(e.Office, lexicon.RoleWords)
		} else {
			for k := 1; k <= last; k++ {
				e.Text = text.Join(e.Text, lines[k].Text)
			}
		}
		o.Entries = append(o.Entries, e)
	}
	if 10*persons < 7*several {
		o.Entries = nil
	}
	return o
}
