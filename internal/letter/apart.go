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
