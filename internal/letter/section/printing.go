package section

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// longestName is how many lines a wrapped name may take.
const longestName = 5

// Place is a run of lines in a block.
type Place struct{ Block, Start, Count int }

// Printings indexes every run of up to longestName lines of some blocks by its folded text, so that a second printing of a name finds the
// first whatever its wraps. Time and space are linear in lines.
type Printings struct {
	Blocks []Block
	at     map[string][]Place
	Used   map[[2]int]bool // block, line
}

// IndexPrintings makes the index of some blocks.
func IndexPrintings(blocks []Block) *Printings {
	x := &Printings{Blocks: blocks, at: map[string][]Place{}, Used: map[[2]int]bool{}}
	for b := range blocks {
		lines := blocks[b].Lines
		for s := range lines {
			eachRun(lines[s:], func(count int, keys []string) bool {
				for _, k := range keys {
					x.at[k] = append(x.at[k], Place{b, s, count})
				}
				return true
			})
		}
	}
	return x
}

// eachRun calls f with the keys of the first 1, 2, ... lines joined, until f returns false.
func eachRun(lines []document.Line, f func(count int, keys []string) bool) {
	key, s := "", ""
	for count := 1; count <= min(longestName, len(lines)); count++ {
		l := lines[count-1].Text
		key += graph.Fold(l)
		if count == 1 {
			s = l
		} else {
			s = text.Join(s, l)
		}
		keys := []string{key}
		if short, ok := phrase.CutAcronym(s); ok {
			keys = append(keys, graph.Fold(short))
		}
		if key != "" && !f(count, keys) {
			return
		}
	}
}

// find returns where the folded text stands in lines that are not used yet.
func (x *Printings) find(keys []string) (Place, bool) {
	for _, k := range keys {
		for len(x.at[k]) > 0 {
			p := x.at[k][0]
			if x.free(p) {
				return p, true
			}
			x.at[k] = x.at[k][1:] // used once is used for good, so each place is looked at once
		}
	}
	return Place{}, false
}

func (x *Printings) free(p Place) bool {
	if rule.Off("section.Printings.free") {
		return false
	}
	for i := range p.Count {
		if x.Used[[2]int{p.Block, p.Start + i}] {
			return false
		}
	}
	return true
}

// Take finds the next name at the head of lines: the shortest run that is printed in the index too and does not surely go
// on (both printings may wrap at the same place).
func (x *Printings) Take(lines []document.Line) (count int, p Place, ok bool) {
	open := 0
	eachRun(lines, func(n int, keys []string) bool {
		open += strings.Count(lines[n-1].Text, "(") - strings.Count(lines[n-1].Text, ")")
		if q, found := x.find(keys); found {
			count, p, ok = n, q, true
		}
		return !ok || n < len(lines) && (open > 0 || phrase.GoesOn(lines[n-1].Text, lines[n].Text, true))
	})
	return count, p, ok
}

// repeats looks for pieces outside the sections that print again what blocks of the sections print (a letterhead, say): at least three names,
// and at least half of the piece's lines.
func (f *finder) repeats(blocks []Block, from origin) {
	if len(blocks) == 0 {
		return
	}
	x := IndexPrintings(blocks)
	var again []Block
	for i := range f.doc.Pieces {
		p := &f.doc.Pieces[i]
		if f.taken[i] || p.Prose || p.Sort == document.Heading || p.Sort == document.Cells || len(p.Lines) < 3 {
			continue
		}
		names, matched := 0, 0
		first, last := -1, -1
		for s := 0; s < len(p.Lines); {
			count, _, ok := x.Take(p.Lines[s:])
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
			again = append(again, Block{Lines: p.Lines[first:last], Sort: p.Sort, Setting: Setting{Origin: Repeated}, from: from})
			f.taken[i] = true
		}
	}
	f.blocks = append(f.blocks, again...)
}
