package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// plainColumns is how many columns the plain form has at most: organization, letter, date, target.
const plainColumns = 4

// coded is a row by the numbers of its cells' texts, each column for itself.
type coded struct {
	cells    [plainColumns]int32
	line     int32
	from, to uint32
}

// coder numbers the different texts of a column.
type coder struct {
	texts []string
	at    map[string]int32
	last  int32 // of the row before, which often has the same
}

func (c *coder) code(cell string) int32 {
	if len(c.texts) > 0 && c.texts[c.last] == cell {
		return c.last
	}
	k, known := c.at[cell]
	if !known {
		k = int32(len(c.texts))
		c.at[cell], c.texts = k, append(c.texts, cell)
	}
	c.last = k
	return k
}

// plainTable is a table of the plain form, in columns.
type plainTable struct {
	*tableReader
	text    string
	columns []coder
	rows    []coded
	of      map[table.Column]int // the column that holds something
	general bool                 // something was met that only the general way can judge
}

// plain reads the plain form of an edge list: a text in UTF-8 whose first row names, each once, organization, letter, and perhaps date and target, and
// nothing else. What each different text means is asked once and by the rules of all tables, so that rows cost little. nil: the table has another form, or something that
// only the general way can judge, such as two dates of one letter.
func (t *tableReader) plain(ctx context.Context, data string) (*graph.EdgeList, error) {
	data = strings.TrimPrefix(data, "\ufeff")
	if len(data) == 0 || len(data) >= 1<<32 || strings.ContainsAny(data[:min(len(data), 1<<12)], "\x00\x1b") || strings.IndexByte(data, 0) >= 0 ||
		!utf8.ValidString(data) || t.limits.Answers.Letter+t.limits.Answers.Name+t.limits.Answers.Matrix != "" {
		return nil, nil
	}
	if _, _, said := separatorSaid(data); said > 0 {
		return nil, nil
	}
	t.comma = separator(data[:min(len(data), 1<<16)])
	p := &plainTable{tableReader: t, text: data}
	if whole, err := p.encode(ctx); err != nil || !whole || !p.judge() {
		return nil, err
	}
	return p.list(), nil
}

// encode cuts the text into rows and numbers their cells. false: it has more columns than the plain form, or a mark that is not closed.
func (p *plainTable) encode(ctx context.Context) (bool, error) {
	in := newScanner(p.text, p.comma)
	if !in.next() || in.open {
		return false, nil
	}
	for _, c := range in.cells {
		p.header = append(p.header, text.Trim(c))
	}
	if n := len(p.header); n < 2 || n > plainColumns {
		return false, nil
	}
	for _, h := range p.header {
		if !table.IsColumnName(h) {
			return false, nil
		}
	}
	p.columns = make([]coder, len(p.header))
	for k := range p.columns {
		p.columns[k].at = map[string]int32{}
	}
	p.rows = make([]coded, 0, strings.Count(p.text, "\n")+1)
	for in.next() {
		if in.open {
			return false, nil
		}
		if len(p.rows)&0xfff == 0 && ctx.Err() != nil {
			return false, medium.Cancelled(ctx, p.name)
		}
		if len(p.rows) == MaxEdges {
			return false, graph.Errorf(graph.TooLarge, "%s has more than %d rows: split it", p.name, MaxEdges)
		}
		r := coded{line: int32(in.first), from: uint32(in.from), to: uint32(in.to)}
		for k := range p.columns {
			cell := ""
			if k < len(in.cells) {
				cell = trimmed(in.cells[k])
			}
			r.cells[k] = p.columns[k].code(cell)
		}
		for _, c := range in.cells[min(len(in.cells), len(p.header)):] {
			if strings.TrimSpace(c) != "" {
				return false, nil
			}
		}
		p.rows = append(p.rows, r)
	}
	return len(p.rows) > 0, nil
}

// trimmed is text.Trim, which most cells do not need.
func trimmed(cell string) string {
	if n := len(cell); n == 0 || cell[0] > ' ' && cell[0] < utf8.RuneSelf && cell[n-1] > ' ' && cell[n-1] < utf8.RuneSelf {
		return cell
	}
	return text.Trim(cell)
}

func (p *plainTable) cellsOf(r *coded) []string {
	cells := make([]string, len(p.columns))
	for k := range cells {
		cells[k] = p.columns[k].texts[r.cells[k]]
	}
	return cells
}

// judge asks the columns what they hold, as of any table, and reports whether they are those of the plain form.
func (p *plainTable) judge() bool {
	const most = 400 // as package table takes
	n := min(len(p.rows), most)
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = p.cellsOf(&p.rows[i*len(p.rows)/n])
	}
	read := table.Judge(nil, p.header, rows)
	p.of = map[table.Column]int{}
	for k, c := range read.Columns {
		_, twice := p.of[c.Column]
		if _, named := p.of[table.OrganizationColumn]; twice || !c.Said && c.Cells > 0 || named && c.Column == table.NameColumn || named && c.Column == table.OrganizationColumn {
			return false
		}
		switch c.Column {
		case table.NameColumn:
			p.of[table.OrganizationColumn] = k
		case table.OrganizationColumn, table.LetterColumn, table.DateColumn, table.TargetColumn:
			p.of[c.Column] = k
		default:
			return false
		}
	}
	org, named := p.of[table.OrganizationColumn]
	_, lettered := p.of[table.LetterColumn]
	p.read = read
	return named && lettered && read.Name() == org && (read.Who == table.Organizations || read.Who == table.Anyone && !read.Behalf) && read.Side == nil && read.Other() < 0 && read.Typed() < 0 && len(read.Doubts) == 0
}

// list makes the edge list; nil where the general way must read it.
func (p *plainTable) list() *graph.EdgeList {
	e := &graph.EdgeList{Text: p.text}
	says := p.meanings(e)
	letters := p.letters(e)
	dates, ok := p.dates()
	if letters == nil || !ok || p.general {
		return nil
	}
	org, letter := p.of[table.OrganizationColumn], p.of[table.LetterColumn]
	date, dated := p.of[table.DateColumn]
	target, targeted := p.of[table.TargetColumn]
	last := make([]int32, len(e.Letters))
	e.Rows = make([]graph.EdgeRow, 0, len(p.rows))
	for i := range p.rows {
		r := &p.rows[i]
		m, l := &says[r.cells[org]], letters[r.cells[letter]]
		if m.why != "" || m.ask || l < 0 {
			if left, why, fault := p.odd(r, m); left {
				if why != "" {
					p.leave(int(r.line), p.text[r.from:r.to], why)
				}
				if fault {
					p.bad = append(p.bad, graph.Errorf(graph.Invalid, "%s: %s", p.name, why))
				}
				continue
			}
			if m.why != "" { // what it says of its letter holds all the same
				p.leave(int(r.line), p.text[r.from:r.to], m.why)
			}
		}
		to := &e.Letters[l]
		if dated {
			if d := dates[r.cells[date]]; !d.IsZero() && d != to.Date {
				if !to.Date.IsZero() {
					return nil
				}
				to.Date = d
			}
		}
		if targeted && last[l] != r.cells[target]+1 {
			last[l] = r.cells[target] + 1
			for v := range strings.SplitSeq(p.columns[target].texts[r.cells[target]], ";") {
				if v = graph.CleanName(v); v != "" && !slices.Contains(to.Targets, v) {
					to.Targets = append(to.Targets, v)
				}
			}
		}
		switch {
		case len(m.names) > 1:
			p.several = append(p.several, int(r.line))
		case m.perhaps:
			p.unsplit = append(p.unsplit, int(r.line))
		}
		for _, o := range m.names {
			e.Rows = append(e.Rows, graph.EdgeRow{Organization: o, Letter: l, Line: r.line, From: r.from, To: r.to})
		}
	}
	if len(e.Rows) == 0 {
		return nil
	}
	p.say()
	for _, l := range p.left {
		e.LeftOut = append(e.LeftOut, graph.LeftOut{Line: l.Line, Text: l.Text, Why: l.Why})
	}
	e.Compact()
	return e
}

// odd says why a row is left out, by the rules of tableReader.row.
func (p *plainTable) odd(r *coded, m *meaning) (left bool, why string, fault bool) {
	cells := p.cellsOf(r)
	org, letter := p.of[table.OrganizationColumn], p.of[table.LetterColumn]
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return true, "", false
	}
	row := record{}
	row.Number, row.Cells = int(r.line), cells
	if why, fault = p.noSignatory(&row); why != "" {
		return true, why, fault
	}
	switch {
	case cells[org] == "":
		return true, fmt.Sprintf("the column %q is empty; fill it or delete the row", p.header[org]), true
	case graph.CleanName(cells[letter]) == "":
		return true, fmt.Sprintf("the column %q is empty; say which letter was signed", p.header[letter]), true
	}
	return false, "", false
}
