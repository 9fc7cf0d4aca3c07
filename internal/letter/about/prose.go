package about

import (
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
)

// isProse reports whether a piece is running text: sentences, one a line or wrapped over several.
func isProse(p *document.Piece) bool {
	if rule.Off("about.isProse") {
		return false
	}
	if p.Sort == document.Heading || p.Sort == document.Cells {
		return false
	}
	if p.Sort == document.Item {
		n := 0
		for i := range p.Lines {
			if phrase.IsSentence(p.Lines[i].Text) {
				n++
			}
		}
		return 2*n > len(p.Lines)
	}
	if len(p.Lines) == 1 {
		return phrase.IsSentence(p.Lines[0].Text)
	}
	lower, length, sentences := 0, 0, 0
	for i := range p.Lines {
		t := p.Lines[i].Text
		length += len(t)
		if r, _ := utf8.DecodeRuneInString(t); i > 0 && unicode.IsLower(r) && !phrase.SignMark.MatchString(t) {
			lower++
		}
		if phrase.IsSentence(t) {
			sentences++
		}
	}
	if 2*sentences > len(p.Lines) {
		return true
	}
	// Hard-wrapped paragraphs: long lines, most of which begin within a sentence.
	return length/len(p.Lines) >= 40 && 10*lower >= 3*(len(p.Lines)-1) && phrase.IsSentence(p.Text())
}
