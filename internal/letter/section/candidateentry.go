package section

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// entries are the texts that the features count: names within lines, or lines, without their marks.
func (c *Candidate) entries() []string {
	var out []string
	for i := range c.Blocks {
		out = append(out, entriesOf(&c.Blocks[i])...)
	}
	return out
}

func entriesOf(b *Block) []string {
	var out []string
	if b.List || b.Sort == document.Plain && InlineBlock(b.Lines) {
		for i := range b.Lines {
			for _, s := range phrase.SplitNames(b.Lines[i].Text) {
				out = append(out, s.Text)
			}
		}
		return out
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Below && i > 0 {
			continue // it describes the entry above
		}
		if l.Sort == document.Cells {
			if l.Header {
				continue
			}
			best := ""
			for _, c := range l.Cells {
				if best == "" || text.WordCount(c) > text.WordCount(best) && !tellsOf(c) || tellsOf(best) && c != "" && !tellsOf(c) {
					best = c
				}
			}
			if best != "" {
				out = append(out, best)
			}
			continue
		}
		if t := phrase.CutMarks(l.Text); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// tellsOf reports whether a cell describes what another one names.
func tellsOf(cell string) bool {
	return strings.HasSuffix(cell, ".") && text.WordCount(cell) >= 4 && !phrase.LegalEnd(cell)
}
