package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
)

// tableRole is the part of a table that an element plays by its role or its style, whatever its name; 0 for none.
func tableRole(tag atom.Atom, a tagAttributes) atom.Atom {
	if a.role == "" && !strings.Contains(a.style, "table") || rule.Off("page.tableRole") {
		return 0
	}
	switch tag {
	case atom.Div, atom.Span, atom.Section, atom.Article, atom.P, atom.A, atom.Ul, atom.Li:
	default:
		return 0
	}
	switch a.role {
	case "table", "grid":
		return atom.Table
	case "row":
		return atom.Tr
	case "cell", "gridcell":
		return atom.Td
	case "columnheader", "rowheader":
		return atom.Th
	}
	_, display, ok := strings.Cut(strings.ReplaceAll(a.style, " ", ""), "display:")
	if !ok {
		return 0
	}
	display, _, _ = strings.Cut(display, ";")
	switch display {
	case "table":
		return atom.Table
	case "table-row":
		return atom.Tr
	case "table-cell":
		return atom.Td
	}
	return 0
}

// boxTable returns the table that boxes make and that is open, nil where there is none.
func (w *htmlWalker) boxTable() *htmlTable {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if e := &w.stack[i]; e.tag == atom.Table {
			return nil
		} else if e.table != nil {
			return e.table
		}
	}
	return nil
}

// startRole begins a part of a table that boxes make. Rows without a table around them make one of what holds them, and cells below a row one of their
// own, as style sheets do.
func (w *htmlWalker) startRole(e *element, a tagAttributes) {
	if e.as == 0 {
		return
	}
	w.flush()
	switch e.as {
	case atom.Table:
		e.table = &htmlTable{from: len(w.lines), until: -1}
	case atom.Tr:
		t := w.boxTable()
		if t == nil {
			if len(w.stack) == 0 {
				return
			}
			t = &htmlTable{from: len(w.lines), until: -1}
			w.stack[len(w.stack)-1].table = t
		}
		t.row()
		t.ended = false
	case atom.Td, atom.Th:
		if t := w.boxTable(); t != nil {
			if t.ended {
				t.row()
				t.ended = false
			}
			t.cell(e.as == atom.Th, len(w.lines), a)
		}
	}
}

// endRole ends such a part. What stands in a row and in no cell belongs to the cell before it.
func (w *htmlWalker) endRole(e *element) {
	t := w.boxTable()
	if t == nil || len(t.rows) == 0 {
		return
	}
	switch e.as {
	case atom.Td, atom.Th:
		alt := w.endPictures(e)
		t.endCell(len(w.lines), alt)
		if t.until >= 0 {
			t.until = len(w.lines)
		}
	case atom.Tr:
		if row := t.rows[len(t.rows)-1]; len(row) > 0 {
			row[len(row)-1].end = len(w.lines)
		}
		t.until, t.end, t.ended = len(w.lines), len(w.lines), true
	}
}

// endBoxes ends a table that boxes make; what stands below its last row is none of it.
func (w *htmlWalker) endBoxes(e *element) {
	t := e.table
	if len(t.rows) == 0 || t.until < t.from || t.until > len(w.lines) {
		return
	}
	below, marks := append([]document.Line(nil), w.lines[t.until:]...), append([]lineMarks(nil), w.marks[t.until:]...)
	w.lines, w.marks = w.lines[:t.until], w.marks[:t.until]
	w.endTable(e)
	w.lines, w.marks = append(w.lines, below...), append(w.marks, marks...)
}
