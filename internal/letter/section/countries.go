package section

import (
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
)

// countriesAbove are lines that name a country and stand alone above what is none, where there are two and more of them: names are listed by country.
func countriesAbove(d *about.Facts) map[int]bool {
	if rule.Off("section.countriesAbove") {
		return nil
	}
	var out map[int]bool
	for i := 0; i+1 < len(d.Pieces); i++ {
		p, below := &d.Pieces[i], &d.Pieces[i+1]
		if p.Sort != document.Plain || len(p.Lines) != 1 || below.Prose && below.Sort == document.Plain || below.Sort == document.Heading {
			continue
		}
		if !lexicon.IsCountry(strings.TrimRight(p.Lines[0].Text, ": ")) || len(below.Lines) == 1 && lexicon.IsCountry(below.Lines[0].Text) {
			continue
		}
		if out == nil {
			out = map[int]bool{}
		}
		out[p.Lines[0].Place] = true
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
