package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// furniture reports whether an element is the site's, whatever it says: a way past the menu, the label of a field.
func (w *htmlWalker) furniture(tag atom.Atom, a tagAttributes) bool {
	if rule.Off("page.htmlWalker.furniture") {
		return false
	}
	switch tag {
	case atom.A:
		return strings.Contains(strings.ToLower(a.class), "skip") || strings.HasPrefix(a.href, "#") && len(w.lines) == 0 && w.chars == 0 && a.toggle == "" && a.role != "tab"
	case atom.Label, atom.Option, atom.Legend:
		return w.forms > 0
	}
	return false
}

// inHeading reports whether a heading is open: a button in one folds up what is below it.
func (w *htmlWalker) inHeading() bool {
	for _, tag := range []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Summary} {
		if w.open(tag) != nil {
			return true
		}
	}
	return false
}

var buttonWords = text.Words("page.buttonWords", "btn button cta call-to-action wp-block-button wp-block-button__link elementor-button")

// isButton reports whether a link is made to look like a button. One that folds something up is a heading.
func isButton(tag atom.Atom, a tagAttributes) bool {
	if tag != atom.A || a.toggle != "" {
		return false
	}
	if a.role == "button" {
		return true
	}
	for word := range strings.FieldsSeq(a.class) {
		if buttonWords.Has(strings.ToLower(word)) {
			return true
		}
	}
	return false
}

var headingWords = text.Words("page.headingWords", "header heading headline subheader subheading subhead section-title section-heading section-header block-title widget-title page-title entry-title list-title group-title")

// headingClass reports whether the author calls a line a heading and sets it by the style sheet.
func headingClass(tag atom.Atom, class string) bool {
	if rule.Off("page.headingClass") {
		return false
	}
	switch tag {
	case atom.Div, atom.Span, atom.P, atom.Font:
		for word := range strings.FieldsSeq(class) {
			if headingWords.Has(strings.ToLower(word)) {
				return true
			}
		}
	}
	return false
}

// input counts a field to fill in.
func (w *htmlWalker) input(a tagAttributes) {
	switch strings.ToLower(a.kind) {
	case "hidden", "submit", "button", "image", "reset":
		return
	}
	w.inputs++
}

// endForm drops the short lines of a form to fill in: they name fields. A form that holds a list, or most of a page, is a frame around it.
func (w *htmlWalker) endForm(e *element) {
	start := min(e.start, len(w.lines))
	lines := w.lines[start:]
	if rule.Off("page.endForm") || w.inputs == e.inputs || len(lines) > 24 {
		return
	}
	items := 0
	for i := range lines {
		if lines[i].Sort == document.Item || lines[i].Sort == document.Cells {
			items++
		}
		if w.ask.Opens(&lines[i]) && i+1 < len(lines) {
			return
		}
	}
	if items >= 5 {
		return
	}
	w.sift(start, func(i int) bool {
		t := w.lines[i].Text
		return text.WordCount(t) > 6 || strings.ContainsFunc(t, unicode.IsDigit)
	})
	w.gap = max(w.gap, 1)
}

// dropFurniture drops buttons, and what stands as a link beside every entry, as "Visit website" does. It tells of no entry.
func (w *htmlWalker) dropFurniture() {
	if rule.Off("page.htmlWalker.dropFurniture") {
		return
	}
	times := map[string]int{}
	for i := range w.lines {
		if w.lines[i].Link && w.lines[i].Sort != document.Heading {
			times[w.lines[i].Text]++
		}
	}
	out, marks, gap := w.lines[:0], w.marks[:0], 0
	for i, l := range w.lines {
		m := w.marks[i]
		if m.button && text.WordCount(l.Text) <= 8 && l.Card == 0 && l.Sort != document.Heading && !w.ask.Opens(&l) || l.Link && times[l.Text] >= 3 && l.Sort != document.Heading && text.WordCount(l.Text) <= 5 {
			gap = max(gap, l.Gap)
			continue
		}
		if l.Gap = max(l.Gap, gap); l.Below {
			l.Gap = 0
		}
		gap = 0
		out, marks = append(out, l), append(marks, m)
	}
	w.lines, w.marks = out, marks
}

// sideColumns looks over the columns of a table that sets the page, whose lines begin at from. A column of links beside others is a menu, and
// goes. Beside a column that announces signatories, others that have headings of their own, or many links, are none of its list.
func (w *htmlWalker) sideColumns(t *htmlTable, from int) {
	if rule.Off("page.htmlWalker.sideColumns") {
		return
	}
	gone := map[int]bool{}
	for _, row := range t.rows {
		columns := make([]sideColumn, len(row))
		filled, menus, announced := 0, 0, false
		for k, c := range row {
			columns[k] = w.sideColumn(c.start, min(c.end, len(w.lines)))
			if columns[k].lines > 0 {
				filled++
			}
			if columns[k].menu() {
				menus++
			}
			announced = announced || columns[k].opens
		}
		if filled < 2 {
			continue
		}
		for k, c := range row {
			s := &columns[k]
			for i := c.start; i < c.start+s.lines; i++ {
				l := &w.lines[i]
				if l.Column == 0 {
					l.Column = k + 1
				}
				if s.menu() && menus < filled {
					gone[i] = true
				}
				if announced && !s.opens && (s.headed || 5*s.links >= 3*s.lines) {
					l.Outside = true
				}
			}
		}
	}
	if len(gone) == 0 {
		return
	}
	w.sift(from, func(i int) bool { return !gone[i] })
}

// sideColumn is what the lines of a cell look like.
type sideColumn struct {
	lines, links  int
	headed, opens bool
}

func (c *sideColumn) menu() bool { return c.lines >= 3 && 5*c.links >= 4*c.lines && !c.opens }

func (w *htmlWalker) sideColumn(from, to int) sideColumn {
	c := sideColumn{lines: max(0, to-from)}
	for i := from; i < to; i++ {
		l := &w.lines[i]
		if l.Link {
			c.links++
		} else {
			c.opens = c.opens || w.ask.Opens(l) // a link leads to those who signed: they stand elsewhere
		}
		c.headed = c.headed || l.Sort == document.Heading || w.marks[i].bold && text.WordCount(l.Text) <= 8
	}
	return c
}
