package doubt

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// fewest is how many lines make a list.
const fewest = 5

// listUntaken tells of lines of list shape that look like names, that nothing announced and that gave no row.
func listUntaken(l *look) string {
	lines, lists := 0, 0
	first := document.Line{}
	run, names, orgs := 0, 0, 0
	begin := document.Line{}
	flush := func() {
		if names >= fewest && 3*names >= 2*run && 3*orgs >= names {
			if lists++; lists == 1 {
				first = begin
			}
			lines += names
		}
		run, names, orgs = 0, 0, 0
	}
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if p.Prose || p.Sort == document.Heading || i == l.Titled {
			flush()
			continue
		}
		for k := range p.Lines {
			pl := &p.Lines[k]
			at := place{pl.Page, pl.Number}
			if l.printed[at] || l.left[place{line: pl.Number}] {
				flush()
				continue
			}
			if run == 0 {
				begin = *pl
			}
			run++
			if t := nameIn(pl); t != "" {
				names++
				if phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t) || phrase.PersonCertainty(t) == 2 {
					orgs++
				}
			}
		}
	}
	flush()
	if lists == 0 {
		return ""
	}
	where := fmt.Sprintf("line %d", first.Number)
	if first.Page > 0 {
		where = fmt.Sprintf("page %d, %s", first.Page, where)
	}
	if lists > 1 {
		return fmt.Sprintf("%d lists of names were not taken, since nothing announces them (%d lines; the first from %s)", lists, lines, where)
	}
	return fmt.Sprintf("a list of names was not taken, since nothing announces it (%d lines from %s)", lines, where)
}

// nameIn returns what may be a name in a line, "" where it has none.
func nameIn(l *document.Line) string {
	t := l.Text
	for _, c := range l.Cells {
		if c != "" {
			if t = c; strings.Trim(c, "0123456789.)#( ") != "" {
				break
			}
		}
	}
	t = strings.TrimLeft(t, "“\"«'‘(")
	r, _ := utf8.DecodeRuneInString(t)
	if n := text.WordCount(t); n > 12 || n == 0 || !unicode.IsUpper(r) && !unicode.IsDigit(r) || strings.HasSuffix(t, ":") || cue.WhyNot(l) != "" || phrase.IsSentence(t) {
		return ""
	}
	return t
}

// linesDropped tells of lists of which many lines were left out.
func linesDropped(l *look) string {
	n := 0
	first := 0
	for _, o := range l.LeftOut {
		if strings.HasPrefix(o.Why, "running text") || strings.HasPrefix(o.Why, "a list ") || strings.HasPrefix(o.Why, "too long") || strings.HasPrefix(o.Why, "no name") {
			if n++; n == 1 {
				first = o.Line
			}
		}
	}
	if n < 3 || 4*n < len(l.Signatories) {
		return ""
	}
	return fmt.Sprintf("%d lines among the signatories were left out (the first is line %d)", n, first)
}

// columnUnread tells of columns whose cells look like names and gave none, in tables that gave rows.
func columnUnread(l *look) string {
	rows := map[place]string{} // what was read of a line, folded
	for i := range l.Signatories {
		r := &l.Signatories[i]
		for _, p := range r.Evidence {
			rows[place{p.Page, p.Line}] += "\x00" + graph.Fold(r.Name) + "\x00" + graph.Fold(string(r.Note)) + "\x00" + graph.Fold(r.Affiliation) + "\x00" + graph.Fold(string(r.Country))
		}
	}
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if p.Sort != document.Cells {
			continue
		}
		filled, unread := map[int]int{}, map[int]int{}
		for k := range p.Lines {
			read := rows[place{p.Lines[k].Page, p.Lines[k].Number}]
			if read == "" {
				continue
			}
			for c, cell := range p.Lines[k].Cells {
				if cell == "" {
					continue
				}
				filled[c]++
				if (phrase.HasWord(cell, lexicon.OrgWords) || phrase.HasCompound(cell)) && text.WordCount(cell) <= 12 && !phrase.IsSentence(cell) && !strings.Contains(read, graph.Fold(cell)) {
					unread[c]++
				}
			}
		}
		for c := range 64 {
			if n := unread[c]; n >= 3 && 3*n >= filled[c] {
				return fmt.Sprintf("names stand in a second column that was not read (column %d, %d rows)", c+1, n)
			}
		}
	}
	return ""
}
