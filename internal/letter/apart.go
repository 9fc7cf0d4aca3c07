package letter

import (
	"strings"

	"undersigned/graph"
)

// standApart marks blocks of one line where most of the lines that stand apart in that list surely hold one name each: commas in
// such a line belong to its name, as in "Union of Cooks, Waiters and Porters".
func standApart(blocks []block) {
	for from := 0; from < len(blocks); {
		to, lines, names := from, 0, 0
		for ; to < len(blocks) && blocks[to].setting == blocks[from].setting; to++ {
			b := &blocks[to]
			if len(b.lines) != 1 || b.sort != plain || b.list || whyNot(&b.lines[0]) != "" {
				continue
			}
			if lines++; !strings.ContainsAny(strings.TrimRight(b.lines[0].text, ",;"), ",;") {
				names++
			}
		}
		for i := from; i < to; i++ {
			b := &blocks[i]
			b.one = names >= 2 && 2*names >= lines && len(b.lines) == 1 && b.sort == plain && !b.list
		}
		from = to
	}
}

// repeatedBlocks marks blocks whose names all stand in an earlier block, such as the logos below a list.
func (f *finder) repeatedBlocks() {
	seen := map[string]bool{}
	for i := range f.blocks {
		b := &f.blocks[i]
		again := i > 0 && len(b.lines) >= 3 && b.sort != cells && !b.list
		for k := range b.lines {
			key := graph.Fold(withoutLogo(b.lines[k].text))
			again = again && key != "" && seen[key]
		}
		for k := range b.lines {
			seen[graph.Fold(b.lines[k].text)] = true
		}
		if again {
			b.origin = repeated
		}
	}
}

func withoutLogo(t string) string {
	if !strings.Contains(t, "ogo") {
		return t
	}
	return logo.ReplaceAllString(t, "")
}

// logoWall takes the pictures of a document that holds nothing but them, five or more with names, and no text beside titles: such pages are
// included where a site shows who supports it.
func (f *finder) logoWall() {
	if len(f.blocks) > 0 || f.doc.reports() {
		return
	}
	n := 0
	for i := range f.doc.pieces {
		p := &f.doc.pieces[i]
		if p.prose {
			return
		}
		for k := range p.lines {
			if p.lines[k].picture {
				n++
			} else if p.sort != heading {
				n--
			}
		}
	}
	if n < 5 {
		return
	}
	f.begin(setting{origin: trailing, company: organizations}, 0)
	for i := range f.doc.pieces {
		for k := range f.doc.pieces[i].lines {
			if l := f.doc.pieces[i].lines[k]; l.picture {
				f.add(i, l)
			}
		}
	}
	f.flush()
}
