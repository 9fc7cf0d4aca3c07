package page

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
)

// htmlTable is a table being read: its lines are printed as they come, and replaced by rows at its end if it holds data.
type htmlTable struct {
	layout bool // says itself that it only sets the page
	from   int  // lines before it
	until  int  // and with its last row, where boxes make it; -1 before one has ended
	end    int  // and with its last cell
	ended  bool // the last row has ended, where boxes make it
	rows   [][]htmlCell
	n      int // cells
}

type htmlCell struct {
	start, end int // lines
	header     bool
	span, rows int
	alt        namedPicture
	closed     bool
}

// maxSpan bounds what one cell may claim, and how many columns spans are kept for.
const maxSpan = 100

func (t *htmlTable) row() { t.rows = append(t.rows, nil) }

func (t *htmlTable) cell(header bool, at int, a tagAttributes) {
	if len(t.rows) == 0 {
		t.row()
	}
	t.n++
	last := len(t.rows) - 1
	t.rows[last] = append(t.rows[last], htmlCell{start: at, end: at, header: header, span: spanOf(a.span), rows: spanOf(a.rows)})
}

func spanOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxSpan)
}

func (t *htmlTable) endCell(at int, alt namedPicture) {
	if len(t.rows) == 0 {
		return
	}
	row := t.rows[len(t.rows)-1]
	if len(row) == 0 || row[len(row)-1].closed {
		return
	}
	c := &row[len(row)-1]
	c.end, c.alt, c.closed = at, alt, true
	t.end = max(t.end, at)
}

// holdsData tells a table of data from one that sets a page: cells of data have a line or two; where many have more, or hold
// tables or headings, or one row holds all, the lines are read as they stand.
func (t *htmlTable) holdsData(lines []document.Line) bool {
	if rule.Off("page.htmlTable.holdsData") {
		return false
	}
	filled, long, width, rows := 0, 0, 0, 0
	headed := false
	for _, r := range t.rows {
		width = max(width, len(r))
		any := false
		for _, c := range r {
			headed = headed || c.header
			if c.end <= c.start && c.alt.text == "" {
				continue
			}
			any = true
			filled++
			prose := false
			for i := c.start; i < c.end; i++ {
				if lines[i].Sort == document.Cells || lines[i].Sort == document.Heading && lines[i].Level < 7 || lines[i].Picture {
					return false
				}
				prose = prose || len(lines[i].Text) > 400
			}
			if c.end-c.start > 3 || prose {
				long++
			}
		}
		if any {
			rows++
		}
	}
	return !t.layout && (width > 1 || headed) && filled > 0 && 6*long < filled && (rows > 1 && filled > 2 || width > 2)
}

// endTable replaces the lines of a table of data by its rows.
func (w *htmlWalker) endTable(e *element) {
	t := e.table
	if t.from > len(w.lines) {
		return
	}
	if !t.holdsData(w.lines) {
		for i := t.from; i < len(w.lines); i++ {
			long := len(w.lines[i].Text) > 40 || i > 0 && len(w.lines[i-1].Text) > 40 // dates and greetings stay with what stands around them
			if long && w.marks[i].apart && w.lines[i].Sort == document.Plain && !w.lines[i].Below {
				w.lines[i].Gap = max(1, w.lines[i].Gap)
			}
		}
		w.layoutPictures(t)
		w.sideColumns(t, t.from)
		return
	}
	var out []document.Line
	carried := map[int]*carry{} // by column: a cell that spans rows
	for i, r := range t.rows {
		l := document.Line{Sort: document.Cells, Header: len(r) > 0}
		best := 0
		column := 0
		fill := func() {
			for carried[column] != nil && carried[column].left > 0 {
				carried[column].left--
				l.Cells = append(l.Cells, carried[column].text)
				column++
			}
		}
		filled, bold := 0, true
		for _, c := range r {
			fill()
			text, number := w.cellText(c)
			if text != "" {
				filled++
				bold = bold && (c.header || c.span > 1 || c.end > c.start && w.marks[c.start].bold)
				if len(text) > best {
					best, l.Number = len(text), number
				}
			}
			l.Header = l.Header && c.header
			l.Cells = append(l.Cells, text)
			if c.rows > 1 && column < maxSpan {
				carried[column] = &carry{text, c.rows - 1}
			}
			for k := 1; k < c.span && len(l.Cells) < maxSpan; k++ {
				l.Cells = append(l.Cells, "")
			}
			column = len(l.Cells)
		}
		fill()
		if filled == 0 {
			continue
		}
		l.Header = l.Header && len(out) == 0 && i < 3
		if filled == 1 && bold && len(l.Cells) > 1 && !l.Header {
			text := strings.Join(l.Cells, "")
			out = append(out, document.Line{Sort: document.Heading, Level: 8, Text: text, Number: l.Number}) // a title across the table
			continue
		}
		kept := make([]string, 0, len(l.Cells))
		for _, c := range l.Cells {
			if c != "" {
				kept = append(kept, c)
			}
		}
		l.Text = strings.Join(kept, " | ")
		out = append(out, l)
	}
	if len(out) > 0 {
		out[0].Gap = 1
	}
	w.cut(t.from)
	w.lines = append(w.lines, out...)
	w.marks = append(w.marks, make([]lineMarks, len(out))...)
}

// carry is a cell that stands in the rows below, too.
type carry struct {
	text string
	left int
}

// cellText joins the lines of a cell and returns the source line it begins on.
func (w *htmlWalker) cellText(c htmlCell) (string, int) {
	if c.end <= c.start || c.end > len(w.lines) {
		return c.alt.text, c.alt.line
	}
	parts := make([]string, 0, c.end-c.start)
	for _, l := range w.lines[c.start:c.end] {
		t := l.Text
		if l.Sort == document.Item && l.Marker != "" && l.Marker != "•" {
			t = l.Marker + " " + t
		}
		parts = append(parts, t)
	}
	return strings.Join(parts, " "), w.lines[c.start].Number
}
