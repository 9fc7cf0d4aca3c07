package letter

import (
	"slices"
	"strings"
	"unicode"

	"undersigned/graph"
)

// longestName is how many lines a wrapped name may take.
const longestName = 5

// place is a run of lines in a block.
type place struct{ block, start, count int }

// printings indexes every run of up to longestName lines of some blocks by its folded text, so that a second printing of a name finds the
// first whatever its wraps. Time and space are linear in lines.
type printings struct {
	blocks []block
	at     map[string][]place
	used   map[[2]int]bool // block, line
}

func indexPrintings(blocks []block) *printings {
	x := &printings{blocks: blocks, at: map[string][]place{}, used: map[[2]int]bool{}}
	for b := range blocks {
		lines := blocks[b].lines
		for s := range lines {
			eachRun(lines[s:], func(count int, keys []string) bool {
				for _, k := range keys {
					x.at[k] = append(x.at[k], place{b, s, count})
				}
				return true
			})
		}
	}
	return x
}

// eachRun calls f with the keys of the first 1, 2, ... lines joined, until f returns false.
func eachRun(lines []line, f func(count int, keys []string) bool) {
	key, text := "", ""
	for count := 1; count <= min(longestName, len(lines)); count++ {
		l := lines[count-1].text
		key += graph.Fold(l)
		if count == 1 {
			text = l
		} else {
			text = joinText(text, l)
		}
		keys := []string{key}
		if short, ok := cutAcronym(text); ok {
			keys = append(keys, graph.Fold(short))
		}
		if key != "" && !f(count, keys) {
			return
		}
	}
}

// cutAcronym takes an acronym in brackets off the end of a name if its letters are the initials of the name's words.
func cutAcronym(name string) (string, bool) {
	if !strings.HasSuffix(name, ")") {
		return "", false
	}
	open := strings.LastIndexByte(name, '(')
	if open <= 0 {
		return "", false
	}
	head := trim(name[:open])
	letters := graph.Fold(name[open:])
	if len(letters) < 2 || len(letters) > 10 || strings.ContainsRune(trim(name[open+1:len(name)-1]), ' ') {
		return "", false
	}
	all, major := "", ""
	for w := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		initial := graph.Fold(string([]rune(w)[:1]))
		all += initial
		if !smallWords[strings.ToLower(w)] {
			major += initial
		}
	}
	if letters == all || letters == major {
		return head, true
	}
	return "", false
}

// find returns where the folded text stands in lines that are not used yet.
func (x *printings) find(keys []string) (place, bool) {
	for _, k := range keys {
		for len(x.at[k]) > 0 {
			p := x.at[k][0]
			if x.free(p) {
				return p, true
			}
			x.at[k] = x.at[k][1:] // used once is used for good, so each place is looked at once
		}
	}
	return place{}, false
}

func (x *printings) free(p place) bool {
	for i := range p.count {
		if x.used[[2]int{p.block, p.start + i}] {
			return false
		}
	}
	return true
}

// take finds the next name at the head of lines: the shortest run that is printed in the index too and does not surely go
// on (both printings may wrap at the same place).
func (x *printings) take(lines []line) (count int, p place, ok bool) {
	open := 0
	eachRun(lines, func(n int, keys []string) bool {
		open += strings.Count(lines[n-1].text, "(") - strings.Count(lines[n-1].text, ")")
		if q, found := x.find(keys); found {
			count, p, ok = n, q, true
		}
		return !ok || n < len(lines) && (open > 0 || goesOn(lines[n-1].text, lines[n].text, true))
	})
	return count, p, ok
}

// repeats looks for pieces outside the sections that print again what the sections print (a letterhead, say): at least three names,
// and at least half of the piece's lines.
func (f *finder) repeats() {
	if len(f.blocks) == 0 {
		return
	}
	x := indexPrintings(f.blocks)
	var again []block
	for i := range f.doc.pieces {
		p := &f.doc.pieces[i]
		if f.taken[i] || p.prose || p.sort == heading || p.sort == cells || len(p.lines) < 3 {
			continue
		}
		names, matched := 0, 0
		first, last := -1, -1
		for s := 0; s < len(p.lines); {
			count, _, ok := x.take(p.lines[s:])
			if !ok {
				s++
				continue
			}
			names++
			matched += count
			if first < 0 {
				first = s
			}
			s += count
			last = s
		}
		if names >= 3 && 2*matched >= last-first {
			again = append(again, block{lines: p.lines[first:last], sort: p.sort, setting: setting{origin: repeated}})
			f.taken[i] = true
		}
	}
	f.blocks = append(f.blocks, again...)
}

// letterhead takes a long list of organizations above the greeting where the letter prints no list below.
func (f *finder) letterhead() {
	d := f.doc
	if len(f.blocks) > 0 || d.kind != kindLetter || d.salutation < 0 {
		return
	}
	for i := range d.salutation {
		p := &d.pieces[i]
		if p.prose || p.sort == heading || p.sort == cells || i == d.titlePiece {
			continue
		}
		names, orgs := 0, 0
		for k := range p.lines {
			if looksLikeAddress(p.lines[k].text) {
				names = -len(p.lines)
			}
			if whyNot(&p.lines[k]) == "" {
				names++
			}
			if hasWord(p.lines[k].text, orgWords) {
				orgs++
			}
		}
		if names >= 6 && 3*orgs >= names {
			f.blocks = append(f.blocks, block{lines: p.lines, sort: p.sort, setting: setting{origin: letterhead}})
			f.taken[i] = true
		}
	}
}

// entriesOf makes the entries of all blocks. Names that a repeated block shares with another are one entry with two
// printings, cut where both cut; what only one prints is joined by the signs that wrapped knows.
func entriesOf(blocks []block) []entry {
	blocks = slices.Clone(blocks)
	standApart(blocks)
	out := split(blocks)
	readTerms(out)
	return out
}

func split(blocks []block) []entry {
	var first, second []block
	for _, b := range blocks {
		if b.origin == repeated {
			second = append(second, b)
		} else {
			first = append(first, b)
		}
	}
	var out []entry
	if len(second) == 0 {
		for i := range first {
			out = append(out, blockEntries(&first[i])...)
		}
		return out
	}
	x := indexPrintings(first)
	for i := range second {
		b := &second[i]
		var alone []line
		flush := func() {
			if len(alone) > 0 {
				out = append(out, blockEntries(&block{lines: alone, sort: b.sort, setting: b.setting})...)
				alone = nil
			}
		}
		for s := 0; s < len(b.lines); {
			count, p, ok := x.take(b.lines[s:])
			if !ok {
				alone = append(alone, b.lines[s])
				s++
				continue
			}
			flush()
			out = append(out, pair(x, b.lines[s:s+count], p))
			s += count
		}
		flush()
	}
	for b := range first {
		var alone []line
		flush := func() {
			if len(alone) > 0 {
				out = append(out, blockEntries(&block{lines: alone, sort: first[b].sort, setting: first[b].setting})...)
				alone = nil
			}
		}
		for i, l := range first[b].lines {
			if x.used[[2]int{b, i}] {
				flush()
				continue
			}
			alone = append(alone, l)
		}
		flush()
	}
	return out
}

// pair makes one entry of two printings, the earlier one first, and marks the lines as used.
func pair(x *printings, lines []line, p place) entry {
	other := x.blocks[p.block].lines[p.start : p.start+p.count]
	for i := range p.count {
		x.used[[2]int{p.block, p.start + i}] = true
	}
	ctx := x.blocks[p.block].setting
	if other[0].number < lines[0].number {
		lines, other = other, lines
	}
	return entry{text: joinLines(lines), lines: lines, again: other, form: joinLines(other), setting: ctx, marked: lines[0].sort == item}
}
