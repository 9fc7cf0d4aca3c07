package section

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// runs proposes every run of lines that look like the entries of one list, whatever stands around it: items, rows of a table, pictures with
// names, short lines, and paragraphs that list names. taken are the lines (by place) that belong to other candidates; they part runs.
func runs(d *about.Facts, taken map[int]bool) []Block {
	letters := lettersOf(d)
	var out []Block
	var now Block
	last := look(0) // of the run's lines
	end := func() {
		if len(now.Lines) > 0 {
			out = append(out, now)
		}
		now, last = Block{}, 0
	}
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if i == d.Salutation || i == d.TitlePiece {
			end()
			continue
		}
		for k := range p.Lines {
			l := &p.Lines[k]
			if l.Below && last == item && !taken[l.Place] { // what an item says of its name is part of the item, whatever it looks like
				now.Lines = append(now.Lines, *l)
				continue
			}
			if letters[l.Place] {
				continue // it heads names of the run
			}
			is := lookOf(p, l)
			if i+1 < len(d.Pieces) && headsGroups(p, &d.Pieces[i+1]) {
				is = other
			}
			if taken[l.Place] || is == other || is == short && k == 0 && i+1 < len(d.Pieces) && toldBelow(p, &d.Pieces[i+1]) {
				end()
				continue
			}
			if is == inline { // a list of its own
				end()
				if n := len(out) - 1; n >= 0 && k > 0 && out[n].List && out[n].Lines[len(out[n].Lines)-1].Number == p.Lines[k-1].Number && SameBullet(p.Lines[k-1].Text, l.Text) != "" {
					out[n].Lines = append(out[n].Lines, *l)
					continue
				}
				out = append(out, Block{Lines: []document.Line{*l}, Sort: document.Plain, List: true})
				continue
			}
			wraps := last == item && is == short && l.Gap == 0 && k > 0
			if len(now.Lines) > 0 && !wraps && (is != last || now.Lines[0].Outside != l.Outside || apart(&now, l)) {
				end()
			}
			if len(now.Lines) == 0 {
				now.Sort = l.Sort
			}
			if !wraps {
				last = is
			}
			now.Lines = append(now.Lines, *l)
		}
	}
	end()
	return out
}

// toldBelow reports whether a line by itself heads running text that tells of it: "Jane Doe", and below "Jane Doe is a contributing editor".
func toldBelow(p, below *document.Piece) bool {
	if rule.Off("section.toldBelow") || len(p.Lines) != 1 || below.Sort != document.Plain || !below.Prose {
		return false
	}
	rest, ok := strings.CutPrefix(below.Lines[0].Text, p.Lines[0].Text)
	return ok && strings.HasPrefix(rest, " ") && phrase.PersonCertainty(p.Lines[0].Text) == 2
}

// withinSentence reports whether the lines of a piece are a sentence that names several, and that says more of them: "A coalition of A, B and C asks ...".
func withinSentence(p *document.Piece) bool {
	if len(p.Lines) < 3 || len(p.Lines) > 30 || p.Lines[0].Sign == document.NoSign || rule.Off("section.withinSentence") {
		return false
	}
	first := &p.Lines[0]
	last := &p.Lines[len(p.Lines)-1]
	return strings.HasSuffix(last.Text, ".") && !text.IsLower(first.Text) && !InlineBlock(p.Lines[:1]) && !phrase.IsNameList(last.Text) && hasVerb(last.Text+" "+p.Lines[len(p.Lines)-2].Text)
}

// SameBullet returns the sign that divides the names of both of two lines, where it is one that no sentence has; "" for none.
func SameBullet(a, b string) string {
	if rule.Off("section.SameBullet") {
		return ""
	}
	for _, sign := range []string{" • ", " · ", " | ", " ● ", " * ", " ▪ "} {
		if strings.Contains(a, sign) && strings.Contains(b, sign) {
			return sign
		}
	}
	return ""
}

// look is what a line is for a run.
type look uint8

const (
	other look = iota // a heading, running text, a footnote
	item
	cell
	picture
	short
	inline
)

// oneName reports whether the items of a piece are one name each, though commas divide some of them: "Ann Lee, Director, Rivers & Lakes, Trent Church".
// What most items are, the others are as well.
func oneName(p *document.Piece) bool {
	if rule.Off("section.oneName") {
		return false
	}
	items, several := 0, 0
	for k := range p.Lines {
		if l := &p.Lines[k]; l.Sort == document.Item {
			items++
			if phrase.IsNameList(l.Text) && text.WordCount(l.Text) > 9 || InlineBlock(p.Lines[k:k+1]) {
				several++
			}
		}
	}
	return items >= 5 && 3*several < items
}

// longestEntry is how many words a line of a run may have.
const longestEntry = 25

func lookOf(p *document.Piece, l *document.Line) look {
	words := text.WordCount(l.Text)
	switch {
	case l.Sort == document.Heading, l.Note, words == 0, l.Sort == document.Plain && isInitial(l.Text):
		return other
	case l.Sort == document.Item && cue.View(l.Text), cue.Placeholder(l.Text), cue.Kinds(l.Text):
		return other
	case l.Sort == document.Plain && cue.Of(l) != cue.None: // it says something of the lines around it, and is none of them
		return other
	case l.Picture:
		return picture
	case l.Sort == document.Cells:
		return cell
	case phrase.IsNameList(l.Text) && words > 9, InlineBlock([]document.Line{*l}):
		if p.Prose || strings.HasSuffix(l.Text, ".") && cue.TopicsOf(l.Text)&(cue.AboutSigning|cue.AboutSupport|cue.AboutPaper) != 0 {
			return other // a sentence that names them: package entry reads it
		}
		if withinSentence(p) {
			return other
		}
		if l.Sort == document.Item && oneName(p) {
			return item
		}
		return inline
	case p.Prose && l.Sort == document.Plain, words > longestEntry, phrase.IsSentence(l.Text) && words > 14:
		return other
	case l.Sort == document.Item:
		return item
	}
	if r, _ := utf8.DecodeLastRuneInString(l.Text); r == ':' || r == '?' || unicode.Is(unicode.Sentence_Terminal, r) && words > 8 {
		return other
	}
	return short
}

// apart reports whether a line begins another list: more room above it than the run has between its lines, or another depth.
func apart(b *Block, l *document.Line) bool {
	if len(b.Lines) < 3 {
		return l.Gap > 3
	}
	usual := 0
	for i := 1; i < len(b.Lines); i++ {
		usual = max(usual, b.Lines[i].Gap)
	}
	return l.Gap > usual+1
}
