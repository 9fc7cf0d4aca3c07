package page

import (
	"strconv"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
)

// place says by the open elements what a line is, and prints it.
func (w *htmlWalker) place(l *document.Line, m lineMarks) {
	in := -1
	cell := false
find:
	for i := len(w.stack) - 1; i >= 0; i-- {
		switch e := &w.stack[i]; e.tag {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			l.Sort, l.Level = document.Heading, int(e.tag.String()[1]-'0')
			if e.tag == atom.H1 {
				w.h1++
			}
			break find
		case atom.Summary, atom.Caption, atom.Legend:
			l.Sort, l.Level = document.Heading, 7
			break find
		case atom.Li:
			in = i
			break find
		case atom.Dt, atom.Dd:
			in = i
			break find
		case atom.Td, atom.Th:
			cell = true
			break find
		}
	}
	switch {
	case l.Sort == document.Heading:
	case in >= 0:
		w.item(l, &w.stack[in])
	default:
		if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" {
			l.Sort, l.Marker, l.Text = document.Item, marker, rest
		}
	}
	if cell && l.Sort == document.Plain {
		l.Gap = min(l.Gap, 1)
	}
	w.lines = append(w.lines, *l)
	w.marks = append(w.marks, m)
	if l.Sort == document.Plain && len(l.Text) > 160 {
		w.gap = max(w.gap, 1) // a paragraph, whatever its element
	}
}

// item makes the first line of a list's item an item; the others stand below it.
func (w *htmlWalker) item(l *document.Line, e *element) {
	l.Level = w.lists
	l.List = w.listOf()
	e.items++
	if e.tag == atom.Dt || e.tag == atom.Dd {
		if d := w.open(atom.Dl); d != nil {
			for len(d.kinds) < len(w.lines)-d.start {
				d.kinds = append(d.kinds, 0)
			}
			kind := byte('t')
			if e.tag == atom.Dd {
				kind = 'd'
			}
			d.kinds = append(d.kinds, kind)
		}
	}
	if e.items > 1 {
		l.Indent, l.Gap, l.Below = 2*max(1, w.lists), 0, true
		return
	}
	if len(w.lines) > e.start && e.tag == atom.Li {
		l.Indent = 2
		return // text below a nested list
	}
	l.Sort, l.Marker = document.Item, "•"
	for i := len(w.stack) - 1; i >= 0; i-- {
		list := &w.stack[i]
		if list.tag != atom.Ol && list.tag != atom.Ul && list.tag != atom.Menu && list.tag != atom.Dl {
			continue
		}
		if list.items > 1 && len(w.lines) > list.start {
			l.Gap = 0 // loose lists are lists
		}
		if list.number > 0 {
			l.Marker = strconv.Itoa(list.number-1) + "."
		}
		break
	}
	if marker, rest := document.CutMarker(l.Text); marker != "" && rest != "" {
		l.Marker, l.Text = marker, rest
	}
}
