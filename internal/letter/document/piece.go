package document

import (
	"strings"
	"undersigned/internal/letter/rule"
	"unicode"
	"unicode/utf8"
)

// Piece is a run of lines that belong together by layout: a paragraph, a list, a heading, a table.
type Piece struct {
	Lines []Line
	Sort  Sort
	Prose bool // sentences, not names; package about says so
}

// Text joins the lines with blanks.
func (p *Piece) Text() string {
	if len(p.Lines) == 1 {
		return p.Lines[0].Text
	}
	var b strings.Builder
	for i := range p.Lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Lines[i].Text)
	}
	return b.String()
}

// Pieces groups lines: a blank line, a heading, or a change between list, table and plain text begins a new piece. A plain
// line directly below an item belongs to the item's list (its wrap).
func Pieces(lines []Line) []Piece {
	var out []Piece
	for i, l := range lines {
		last := len(out) - 1
		fresh := last < 0 || l.Gap > 0 || l.Sort == Heading || out[last].Sort == Heading || l.Sort != out[last].Sort
		if fresh && last >= 0 && l.Gap == 0 && l.Sort == Plain && out[last].Sort == Item && (continues(l, out[last].Lines) || dangles(out[last].Lines[len(out[last].Lines)-1].Text) || Counted(out[last].Lines, lines[i+1:])) {
			fresh = false
		}
		if fresh {
			out = append(out, Piece{Sort: l.Sort})
			last++
		}
		out[last].Lines = append(out[last].Lines, l)
	}
	return out
}

// dangles reports whether a line of a list ends with a dash or a slash that something must follow.
func dangles(t string) bool {
	if rule.Off("document.dangles") {
		return false
	}
	return strings.HasSuffix(t, " –") || strings.HasSuffix(t, " —") || strings.HasSuffix(t, " -") || strings.HasSuffix(t, " /") || strings.HasSuffix(t, " &")
}

// Counted reports whether the list goes on with the next number right below a plain line: a list that counts its names wraps where a line
// has no number.
func Counted(list, below []Line) bool {
	if rule.Off("document.Counted") {
		return false
	}
	if len(below) == 0 || below[0].Sort != Item || below[0].Gap > 0 {
		return false
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Sort == Item {
			a, b := NumberIn(list[i].Marker), NumberIn(below[0].Marker)
			return a > 0 && b == a+1
		}
	}
	return false
}

// NumberIn returns the number of a marker, 0 for bullets.
func NumberIn(marker string) int {
	n := 0
	for _, r := range marker {
		if r >= 0x80 {
			return wideNumber(marker)
		}
		if r >= '0' && r <= '9' && n < 100_000 {
			n = 10*n + int(r-'0')
		}
	}
	return n
}

// continues reports whether a plain line goes on with the item above it: it is indented, or begins in lower case.
func continues(l Line, list []Line) bool {
	if rule.Off("document.continues") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.Text)
	last := list[len(list)-1]
	if last.Sort == Plain && l.Sign == NoSign && l.Indent > 0 && l.Indent == last.Indent {
		return true // it stands below the item as the line above does
	}
	return l.Below || l.Sign >= MayFollow || l.Indent > last.Indent || unicode.IsLower(first) || first == '('
}

// LineAt returns the line that byte at of the piece's text stands in.
func (p *Piece) LineAt(at int) Line {
	end := 0
	for i := range p.Lines {
		if end += len(p.Lines[i].Text) + 1; at < end {
			return p.Lines[i]
		}
	}
	return p.Lines[len(p.Lines)-1]
}
