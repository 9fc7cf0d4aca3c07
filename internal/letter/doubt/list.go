package doubt

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// fewest is how many lines make a list.
const fewest = 8

// run is lines that follow each other without running text, a heading or a line that was read between them.
type run struct {
	lines  []*document.Line
	short  int // lines that could be a name by their length and first sign
	marked int // items and cells
}

// names counts the names of a run that is a list of them: nearly all lines look like one, and half of these are told by a word of an organization
// or surely are persons; where the document gave no row at all (none), bullets or cells will do. 0 where it is no list. The words are
// looked at only where the shape of the lines is right, which is seldom.
func (r *run) names(none bool) int {
	if r.short < fewest || 5*r.short < 4*len(r.lines) {
		return 0
	}
	names, told := 0, 0
	for _, l := range r.lines {
		t := shortText(l)
		if t == "" || cue.WhyNot(l) != "" || phrase.IsSentence(t) {
			continue
		}
		names++
		if phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t) || phrase.PersonCertainty(t) == 2 {
			told++
		}
	}
	if names < fewest || 5*names < 4*len(r.lines) || 2*told < names && !(none && (5*r.marked >= 4*len(r.lines) || names >= 12)) {
		return 0
	}
	return names
}

// untaken finds lines of list shape that look like names, that nothing announced and that gave no row.
func (l *look) untaken() (lines, lists int, first document.Line) {
	var now run
	flush := func() {
		if n := now.names(len(l.Signatories) == 0); n > 0 {
			if lists++; lists == 1 {
				first = *now.lines[0]
			}
			lines += n
		}
		now = run{lines: now.lines[:0]}
	}
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if p.Prose || p.Sort == document.Heading || i == l.Titled {
			flush()
			continue
		}
		for k := range p.Lines {
			pl := &p.Lines[k]
			if l.printed[place{pl.Page, pl.Number}] || l.left[pl.Number] {
				flush()
				continue
			}
			now.lines = append(now.lines, pl)
			if pl.Sort != document.Plain {
				now.marked++
			}
			if shortText(pl) != "" {
				now.short++
			}
		}
	}
	flush()
	return lines, lists, first
}

// listUntaken tells of such lists. Few of their lines beside many rows are a letterhead, a menu, addressees.
func listUntaken(l *look) string {
	lines, lists, first := l.untaken()
	l.unlisted = lines
	if lists == 0 || 4*lines < len(l.Signatories) {
		return ""
	}
	l.listed = true
	where := fmt.Sprintf("line %d", first.Number)
	if first.Page > 0 {
		where = fmt.Sprintf("page %d, %s", first.Page, where)
	}
	if lists > 1 {
		return fmt.Sprintf("%d lists of names were not taken, since nothing announces them (%d lines; the first from %s)", lists, lines, where)
	}
	return fmt.Sprintf("a list of names was not taken, since nothing announces it (%d lines from %s)", lines, where)
}

// shortText returns what of a line may be a name by its length and first sign: of a table's row the first cell with more than a number. "" where
// nothing may.
func shortText(l *document.Line) string {
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
	if unicode.IsLower(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) || strings.HasSuffix(t, ":") || text.WordCount(t) > 12 {
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
	if slices.ContainsFunc(l.Unread, func(s string) bool { return strings.Contains(s, table.Unread) }) {
		return "" // the table said so
	}
	rows := map[place]string{} // what was read of a line, folded
	for i := range l.Signatories {
		r := &l.Signatories[i]
		for _, p := range r.Evidence {
			rows[place{p.Page, p.Line}] += "\x00" + graph.Fold(p.Form) + "\x00" + graph.Fold(r.Name) + "\x00" + graph.Fold(noteOf(l, r)) + "\x00" + graph.Fold(r.Affiliation) + "\x00" + graph.Fold(string(r.Country))
		}
	}
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if p.Sort != document.Cells {
			continue
		}
		filled, unread, seen := map[int]int{}, map[int]int{}, map[string]bool{}
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
				if (phrase.HasWord(cell, lexicon.OrgWords) || phrase.HasCompound(cell)) && text.WordCount(cell) <= 12 && !phrase.IsSentence(cell) && !phrase.LooksLikeAddress(cell) && !strings.Contains(cell, "://") && !wasRead(read, cell) {
					if key := fmt.Sprint(c, graph.Fold(cell)); !seen[key] { // what stands there again and again says of what kind they are
						seen[key] = true
						unread[c]++
					}
				}
			}
		}
		for c := range 64 {
			switch n := unread[c]; {
			case n < 3 || 3*n < filled[c]:
			case i < len(l.Fields) && c < len(l.Fields[i]):
				return fmt.Sprintf("names stand in a second field that was not read (%q, %d rows)", text.OneLine(l.Fields[i][c]), n)
			default:
				return fmt.Sprintf(table.Unread+" (column %d, %d rows)", c+1, n)
			}
		}
	}
	return ""
}

// noteOf is a row's note, but for a table's that is a whole cell and reads like a name: a second column of names was taken for remarks.
func noteOf(l *look, r *draft.Row) string {
	note := string(r.Note)
	if l.Behind == nil && r.Type == graph.TypeOrganization && !strings.ContainsAny(note, ",;.") && phrase.PersonCertainty(note) < 2 && !phrase.SaysOffice(note) {
		return ""
	}
	return note
}

// wasRead reports whether a cell is part of what was read of its row, or that of it: numbers, countries, persons are cut off names.
func wasRead(read, cell string) bool {
	folded := graph.Fold(cell)
	if folded == "" || strings.Contains(read, folded) {
		return true
	}
	for part := range strings.SplitSeq(read, "\x00") {
		if len(part) > 2 && strings.Contains(folded, part) {
			return true
		}
	}
	return false
}
