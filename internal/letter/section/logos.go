package section

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
)

// StandApart marks blocks of one line where most of the lines that stand apart in that list surely hold one name each: commas in
// such a line belong to its name, as in "Union of Cooks, Waiters and Porters".
func StandApart(blocks []Block) {
	for from := 0; from < len(blocks); {
		to, lines, names := from, 0, 0
		for ; to < len(blocks) && blocks[to].Setting == blocks[from].Setting; to++ {
			b := &blocks[to]
			if len(b.Lines) != 1 || b.Sort != document.Plain || b.List || cue.WhyNot(&b.Lines[0]) != "" {
				continue
			}
			if lines++; !strings.ContainsAny(strings.TrimRight(b.Lines[0].Text, ",;"), ",;") && !(phrase.WideSeparator(b.Lines[0].Text) != "" && InlineBlock(b.Lines)) {
				names++
			}
		}
		for i := from; i < to; i++ {
			b := &blocks[i]
			b.One = names >= 2 && 2*names >= lines && len(b.Lines) == 1 && b.Sort == document.Plain && !b.List
		}
		from = to
	}
}

// repeatedBlocks marks blocks whose names all stand in an earlier block, such as the logos below a list.
func (f *finder) repeatedBlocks() {
	seen := map[string]bool{}
	for i := range f.blocks {
		b := &f.blocks[i]
		again := i > 0 && len(b.Lines) >= 3 && b.Sort != document.Cells && !b.List
		for k := range b.Lines {
			key := graph.Fold(withoutLogo(b.Lines[k].Text))
			again = again && key != "" && seen[key]
		}
		for k := range b.Lines {
			seen[graph.Fold(b.Lines[k].Text)] = true
		}
		if again {
			b.Origin = Repeated
		}
	}
}

func withoutLogo(t string) string {
	return phrase.Logo.ReplaceAllString(t, "")
}
