package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner cuts a text into rows of cells, as RFC 4180 says and more leniently: a quotation mark within a cell is one, a cell that begins with a quoted
// word is a whole cell, blanks stand around quotation marks, line ends of any kind end a row. encoding/csv is not used: with a tab between
// cells it takes empty ones away with the blanks before others, a cell such as "Blue" Lake swallows all rows up to the next mark, and each row costs
// it an allocation.
type scanner struct {
	text      string
	separator string
	at        int
	line      int // that begins at at, from 1

	cells    []string // of the row; the slice is used again
	first    int      // its line
	from, to int      // its place in the text, without the line end
	open     bool     // the row has a quotation mark that is not closed; its cells are cut as if it were none
	bare     bool     // no quotation mark is closed from here on
}

func newScanner(text string, separator rune) *scanner {
	return &scanner{text: text, separator: string(separator), line: 1}
}

// next reads a row that is not empty; false at the end. Where a quotation mark is open, the row is its first line.
func (s *scanner) next() bool {
	for s.at < len(s.text) && (s.text[s.at] == '\n' || s.text[s.at] == '\r') {
		if s.text[s.at] == '\n' || s.at+1 == len(s.text) || s.text[s.at+1] != '\n' {
			s.line++
		}
		s.at++
	}
	if s.at >= len(s.text) {
		return false
	}
	s.first, s.from, s.cells, s.open = s.line, s.at, s.cells[:0], false
	end := lineEnd(s.text, s.at)
	if strings.IndexByte(s.text[s.at:end], '"') < 0 {
		s.split(end)
		return true
	}
	for s.cell() {
	}
	if s.open {
		s.at, s.line, s.cells = s.from, s.first, s.cells[:0]
		s.split(end)
		return true
	}
	s.to = s.at
	s.endLine()
	return true
}

// split cuts a line at its separators.
func (s *scanner) split(end int) {
	row := s.text[s.at:end]
	s.to = end
	for {
		i := strings.Index(row, s.separator)
		if i < 0 {
			break
		}
		s.cells = append(s.cells, trimLeft(row[:i]))
		row = row[i+len(s.separator):]
	}
	s.cells = append(s.cells, trimLeft(row))
	s.at = end
	s.endLine()
}

// endLine goes behind the end of a line.
func (s *scanner) endLine() {
	if s.at < len(s.text) {
		if s.text[s.at] == '\r' && s.at+1 < len(s.text) && s.text[s.at+1] == '\n' {
			s.at++
		}
		s.at++
		s.line++
	}
}

func lineEnd(text string, at int) int {
	end := strings.IndexByte(text[at:], '\n')
	if end < 0 {
		end = len(text)
	} else {
		end += at
	}
	if r := strings.IndexByte(text[at:end], '\r'); r >= 0 {
		end = at + r
	}
	return end
}

// trimLeft takes the blanks before a cell off.
func trimLeft(cell string) string {
	if cell == "" || cell[0] > ' ' && cell[0] < utf8.RuneSelf {
		return cell
	}
	return strings.TrimLeftFunc(cell, unicode.IsSpace)
}

// cell reads a cell of a row with quotation marks; false behind the last.
func (s *scanner) cell() bool {
	end := lineEnd(s.text, s.at)
	rest := s.text[s.at:end]
	skip := 0
	for skip < len(rest) && (rest[skip] == ' ' || rest[skip] == '\t') && !strings.HasPrefix(rest[skip:], s.separator) {
		skip++
	}
	if skip < len(rest) && rest[skip] == '"' && s.quoted(s.at+skip, end) {
		return s.more()
	}
	if s.open {
		return false
	}
	i := strings.Index(rest, s.separator)
	if i < 0 {
		i = len(rest)
	}
	s.cells = append(s.cells, trimLeft(rest[:i]))
	s.at += i
	return s.more()
}

// more goes behind a separator, if there is one.
func (s *scanner) more() bool {
	if s.open {
		return false
	}
	if strings.HasPrefix(s.text[s.at:], s.separator) {
		s.at += len(s.separator)
		return true
	}
	return false
}

// quoted reads a cell from its quotation mark on. false: the mark begins a quoted word, and the cell is none in quotation marks.
func (s *scanner) quoted(at, end int) bool {
	if s.bare {
		s.open = true
		return false
	}
	var b strings.Builder
	from, asked := at+1, false
	for i := from; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c != '"':
			continue
		case i+1 < len(s.text) && s.text[i+1] == '"':
			b.WriteString(s.text[from : i+1])
			i++
			from = i + 1
			continue
		}
		if next, ends := s.behind(i + 1); ends {
			cell := s.text[from:i]
			if b.Len() > 0 {
				b.WriteString(cell)
				cell = b.String()
			}
			s.line += strings.Count(s.text[at:next], "\n")
			s.cells, s.at = append(s.cells, oneLineEnds(cell)), next
			return true
		}
		if i < end && !asked && s.word(at, end) {
			return false
		}
		asked = true
		if i > end { // a mark within a cell of several lines is the first one of another row
			s.open = true
			return false
		}
	}
	s.open, s.bare = true, true
	return false
}

// oneLineEnds makes the line ends within a cell "\n".
func oneLineEnds(cell string) string {
	if strings.IndexByte(cell, '\r') < 0 {
		return cell
	}
	return strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), "\r", "\n")
}

// behind reports whether a cell ends behind a quotation mark, and where: at a separator or the end of the line, blanks left out.
func (s *scanner) behind(at int) (int, bool) {
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '\t') && !strings.HasPrefix(s.text[at:], s.separator) {
		at++
	}
	return at, at >= len(s.text) || s.text[at] == '\n' || s.text[at] == '\r' || strings.HasPrefix(s.text[at:], s.separator)
}

// word reports whether a cell begins with a quoted word and goes on behind it: up to the separator its marks are in pairs, and it does not end with one.
func (s *scanner) word(at, end int) bool {
	cell := s.text[at:end]
	if i := strings.Index(cell, s.separator); i >= 0 {
		cell = cell[:i]
	}
	return strings.Count(cell, `"`)%2 == 0 && !strings.HasSuffix(strings.TrimRight(cell, " \t"), `"`)
}
