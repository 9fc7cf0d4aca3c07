package office

import (
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/text"
)

// gridCell is a cell of an office document's table, with the lines of its paragraphs.
type gridCell struct {
	flow *flow
	span int // columns, 1 or more
}

// gridRow is a row of such a table.
type gridRow struct {
	cells  []gridCell
	header bool // the document says so
}

const (
	maxColumns = 100    // of a table that is no layout; more cells of a row are joined to the last
	maxCells   = 400000 // of one table
)

// cell returns the flow for the content of a table's cell; after it was read, leave gives its paragraphs' numbers back.
func (f *flow) cell() *flow {
	return &flow{ctx: f.ctx, name: f.name, limits: f.limits, ask: f.ask, number: f.number, aside: f.aside}
}

func (f *flow) leave(c *flow) { f.number = max(f.number, c.number) }

// table adds a table: as rows where it is one, as plain lines where it only lays out the page or sets names side by side.
func (f *flow) table(rows []gridRow) {
	rows = slices.DeleteFunc(rows, func(r gridRow) bool {
		return !slices.ContainsFunc(r.cells, func(c gridCell) bool { return len(c.flow.lines) > 0 })
	})
	width, filled, lines, most := 0, 0, 0, 0
	for _, r := range rows {
		n := 0
		for _, c := range r.cells {
			n += c.span
			if k := len(c.flow.lines); k > 0 {
				filled, lines, most, width = filled+1, lines+k, max(most, k), max(width, n)
			}
		}
	}
	f.gap = max(f.gap, 1)
	if width <= 1 || most >= 5 || lines > 2*filled {
		for _, r := range rows {
			for _, c := range r.cells {
				f.spill(c.flow, most > 1)
			}
		}
		f.gap = 1
		return
	}
	texts := make([][]string, len(rows))
	for i, r := range rows {
		texts[i] = r.texts()
	}
	headed := rows[0].header
	headed = headed || f.ask.Header(texts[0])
	if !headed && f.ask.SideBySide(texts) {
		for _, r := range rows {
			for _, c := range r.cells {
				f.spill(c.flow, false)
			}
		}
		f.gap = 1
		return
	}
	for i, r := range rows {
		if only := r.only(); only != nil && width > 1 && r.cells[0].span >= width { // a heading over all columns
			f.spill(only, true)
			continue
		}
		first := r.first()
		l := document.Line{Number: first.Number, Gap: f.gap, Sort: document.Cells, Cells: texts[i], Header: headed && i == 0, Struck: true}
		for _, c := range r.cells {
			for k := range c.flow.lines {
				l.Struck = l.Struck && c.flow.lines[k].Struck
			}
		}
		l.Text = text.Trim(strings.Join(texts[i], " | "))
		f.gap = 0
		f.lines, f.bold = append(f.lines, l), append(f.bold, false)
	}
	f.gap = 1
}

// spill adds a cell's lines as they are.
func (f *flow) spill(c *flow, apart bool) {
	for i, l := range c.lines {
		f.gap = max(f.gap, l.Gap)
		f.add(l, c.bold[i])
	}
	if apart && len(c.lines) > 0 {
		f.gap = 1
	}
}

// texts returns the text of each column; a cell over several columns is followed by empty ones.
func (r gridRow) texts() []string {
	var out []string
	for _, c := range r.cells {
		t := make([]string, len(c.flow.lines))
		for i := range c.flow.lines {
			l := &c.flow.lines[i]
			t[i] = l.Text
		}
		if len(out) >= maxColumns {
			out[len(out)-1] = text.Trim(out[len(out)-1] + " " + strings.Join(t, " "))
			continue
		}
		out = append(out, strings.Join(t, " "))
		for k := 1; k < c.span && len(out) < maxColumns; k++ {
			out = append(out, "")
		}
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// only returns the content of a row's first cell where no other has any.
func (r gridRow) only() *flow {
	for i, c := range r.cells {
		if (len(c.flow.lines) > 0) != (i == 0) {
			return nil
		}
	}
	return r.cells[0].flow
}

func (r gridRow) first() document.Line {
	for _, c := range r.cells {
		if len(c.flow.lines) > 0 {
			return c.flow.lines[0]
		}
	}
	return document.Line{}
}
