package entry

import (
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
)

// Split makes the entries of all blocks. Names that a repeated block shares with another are one entry with two
// printings, cut where both cut; what only one prints is joined by the signs that wrapped knows. A list that may be read in several ways is
// read in the likeliest one.
func Split(blocks []section.Block, how How) []Entry { return split(blocks, how, nil) }

func split(blocks []section.Block, how How, tell func(*Choice)) []Entry {
	blocks, named := cutNamed(slices.Clone(blocks))
	blocks = atGaps(blocks)
	section.StandApart(blocks)
	out := withNamed(divide(blocks, how, tell), named)
	withoutLinks(out)
	out = printedTwice(signedBelow(markedAbove(speltOut(twoInOne(atSemicolons(out))))))
	readOrigins(out)
	readTerms(out)
	readTriples(out)
	return out
}

// withoutLinks takes addresses of the web out of records with commas, which say who somebody is and not how she is reached.
func withoutLinks(entries []Entry) {
	for i := range entries {
		if e := &entries[i]; e.Person == "" && e.Marked && strings.Contains(e.Text, ",") {
			if t, note, ok := phrase.CutLinks(e.Text); ok {
				e.Text, e.Sited = t, true
				e.Note = strings.Trim(note+", "+e.Note, ", ")
			}
		}
	}
}

// twoInOne cuts entries that hold two names, or more.
func twoInOne(entries []Entry) []Entry {
	if rule.Off("entry.twoInOne") {
		return entries
	}
	var out []Entry
	for i, e := range entries {
		for n := 0; n < 8 && e.Person == "" && e.Note == ""; n++ {
			left, right, ok := phrase.TwoNames(e.Text)
			if !ok {
				break
			}
			if out == nil {
				out = append(make([]Entry, 0, len(entries)+8), entries[:i]...)
			}
			one := e
			one.Text, one.Unsure = left, true
			out = append(out, one)
			e.Text, e.Unsure = right, true
			e.Doubts, e.Aside = nil, nil
		}
		if out != nil {
			out = append(out, e)
		}
	}
	if out == nil {
		return entries
	}
	return out
}

func divide(blocks []section.Block, how How, tell func(*Choice)) []Entry {
	var first, second []section.Block
	for _, b := range blocks {
		if b.Origin == section.Repeated {
			second = append(second, b)
		} else {
			first = append(first, b)
		}
	}
	var out []Entry
	below := beneathOf(blocks)
	if len(second) == 0 {
		first = namesAbove(first)
		apart := cardBlocks(first)
		for from := 0; from < len(first); {
			to := listEnd(first, from)
			list := first[from:to]
			entries := habitual(list, below, func(i int) bool { return apart[from+i] }, how, tell)
			switch parts := itemBlocks(list); {
			case list[0].Sort == document.Plain:
				entries = chosen(list, optionsOf(list), entries, how, tell)
			case parts != nil:
				entries = chosen(parts, partedOptions(parts), entries, how, tell)
				for i := range entries {
					entries[i].Marked = true
				}
			}
			out = append(out, entries...)
			from = to
		}
		return out
	}
	x := section.IndexPrintings(first)
	for i := range second {
		b := &second[i]
		var alone []document.Line
		flush := func() {
			if len(alone) > 0 {
				out = append(out, blockEntries(&section.Block{Lines: alone, Sort: b.Sort, Setting: b.Setting}, below, how, tell)...)
				alone = nil
			}
		}
		for s := 0; s < len(b.Lines); {
			count, p, ok := x.Take(b.Lines[s:])
			if !ok {
				alone = append(alone, b.Lines[s])
				s++
				continue
			}
			flush()
			out = append(out, pair(x, b.Lines[s:s+count], p))
			s += count
		}
		flush()
	}
	for b := range first {
		var alone []document.Line
		flush := func() {
			if len(alone) > 0 {
				out = append(out, blockEntries(&section.Block{Lines: alone, Sort: first[b].Sort, Setting: first[b].Setting}, below, how, tell)...)
				alone = nil
			}
		}
		for i, l := range first[b].Lines {
			if x.Used[[2]int{b, i}] {
				flush()
				continue
			}
			alone = append(alone, l)
		}
		flush()
	}
	return out
}

// habitual reads a list by the rules for single blocks. card tells which of them are a person with what she is below her name.
func habitual(blocks []section.Block, below beneath, card func(i int) bool, how How, tell func(*Choice)) []Entry {
	var out []Entry
	cards := 0
	for i := range blocks {
		if card(i) {
			cards++
		}
	}
	for i := 0; i < len(blocks); i++ {
		if rows, n := besideRows(blocks[i:]); n > 0 {
			out = append(out, rows...)
			i += n - 1
		} else if card(i) || blocks[i].One && isPlainCard(&blocks[i]) {
			out = append(out, cardOf(blocks[i].Lines, blocks[i].Setting))
		} else if e, ok := groupCard(&blocks[i]); ok && 2*cards > len(blocks) {
			out = append(out, e)
		} else {
			out = append(out, blockEntries(&blocks[i], below, how, tell)...)
		}
	}
	return out
}

// pair makes one entry of two printings, the earlier one first, and marks the lines as used.
func pair(x *section.Printings, lines []document.Line, p section.Place) Entry {
	other := x.Blocks[p.Block].Lines[p.Start : p.Start+p.Count]
	for i := range p.Count {
		x.Used[[2]int{p.Block, p.Start + i}] = true
	}
	ctx := x.Blocks[p.Block].Setting
	if other[0].Number < lines[0].Number {
		lines, other = other, lines
	}
	return Entry{Text: document.JoinLines(lines), Lines: lines, Again: other, Form: document.JoinLines(other), Setting: ctx, Marked: lines[0].Sort == document.Item}
}

// atGaps cuts plain blocks where a line between was left out, as the letters of an alphabet are that head the names of a list.
func atGaps(blocks []section.Block) []section.Block {
	var out []section.Block
	for _, b := range blocks {
		from := 0
		for k := 1; k < len(b.Lines) && b.Sort == document.Plain; k++ {
			if b.Lines[k].Page == b.Lines[k-1].Page && !document.Adjoin(b.Lines[k-1:k], b.Lines[k:]) {
				part := b
				part.Lines = b.Lines[from:k:k]
				out, from = append(out, part), k
			}
		}
		b.Lines = b.Lines[from:]
		out = append(out, b)
	}
	return out
}
