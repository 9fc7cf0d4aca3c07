package entry

import (
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// tableEntries reads the rows of a table in a document by its header and by what its columns hold (table.Judge). Where columns of names
// stand side by side, it is read cell by cell.
func tableEntries(b *section.Block, how How, tell func(*Choice)) []Entry {
	lines := b.Lines
	ctx := b.Setting
	var first []Entry
	header := []string{} // none
	if lines[0].Header {
		if header = lines[0].Cells; table.KnownHeaders(header) == 0 {
			ctx = titled(lines[0].Text, ctx)
			if org, ok := section.SignsFor(lines[0].Text); ok && section.MostlyPersons(lines[1:]) {
				first = append(first, Entry{Text: org, Lines: lines[:1:1], Marked: true, Setting: ctx})
				ctx.Company = section.People
			}
		}
		lines = lines[1:]
	} else if len(lines) >= fewRows {
		header = nil // the first row is asked
	}
	if len(lines) == 0 {
		return first
	}
	rows := make([][]string, len(lines))
	for i := range lines {
		rows[i] = lines[i].Cells
	}
	if blocks := uprightBlocks(lines, ctx); blocks != nil {
		return append(first, upstanding(lines, chosen(blocks, optionsOf(blocks), habitual(blocks, beneath{}, func(int) bool { return false }, how, tell), how, tell))...)
	}
	r := table.Judge(how.Fitted, header, rows)
	if r.Header {
		lines, rows = lines[1:], rows[1:]
	}
	if blocks := cellBlocks(lines, rows, ctx); blocks != nil {
		entries := chosen(blocks, optionsOf(blocks), habitual(blocks, beneath{}, func(int) bool { return false }, how, tell), how, tell)
		for i := range entries {
			entries[i].Marked = true
		}
		return append(first, entries...)
	}
	if r.Side != nil {
		return append(first, sideEntries(lines, rows, r, ctx)...)
	}
	r.Under(whoOf(ctx.Company))
	numbered := numberedNames(lines, r.Name())
	out := first
	for i, l := range lines {
		if l.Header {
			continue // printed again on the next page
		}
		e := rowEntry(&l, r, ctx, numbered)
		e.Lines = lines[i : i+1 : i+1]
		out = append(out, e)
	}
	if len(out) > 0 {
		out[0].Doubts = r.Doubts
		if header, n := r.Letters(rows); n > 1 {
			out[0].Doubts = append(slices.Clone(r.Doubts), fmt.Sprintf("the column %q names %d letters, and all rows were read as one; save the table as CSV, which is read letter by letter", header, n))
		}
		for _, a := range r.Aside(rows, false) {
			out[0].Aside = append(out[0].Aside, draft.LeftOut{Line: lines[a.Row].Number, Text: text.OneLine(a.Cell), Why: a.Why})
		}
	}
	return out
}

// cellBlocks makes a paragraph of each cell of a table that is one column, where cells have lines of their own; nil for other tables.
func cellBlocks(lines []document.Line, rows [][]string, ctx section.Setting) []section.Block {
	if rule.Off("entry.cellBlocks") {
		return nil
	}
	var out []section.Block
	several := 0
	for i, row := range rows {
		if len(row) != 1 {
			return nil
		}
		b := section.Block{Sort: document.Plain, Setting: ctx}
		for t := range strings.SplitSeq(row[0], "\n") {
			if t = text.Trim(t); t != "" {
				l := lines[i]
				l.Text, l.Sort, l.Cells = t, document.Plain, nil
				b.Lines = append(b.Lines, l)
			}
		}
		if len(b.Lines) > 1 {
			several++
		}
		if len(b.Lines) > 0 && !lines[i].Header {
			out = append(out, b)
		}
	}
	if several == 0 {
		return nil
	}
	return out
}

// fewRows is how many rows a table must have for its first one to be taken for a header, though nothing marks it.
const fewRows = 3

var companies = map[table.Who]section.Company{table.Organizations: section.Organizations, table.Persons: section.People}

func whoOf(c section.Company) table.Who {
	for who, company := range companies {
		if company == c {
			return who
		}
	}
	return table.Anyone
}

// rowEntry makes an entry of a row.
func rowEntry(l *document.Line, r *table.Reading, ctx section.Setting, numbered bool) Entry {
	row := r.Row(l.Cells)
	e := Entry{Marked: true, Struck: l.Struck, Setting: ctx, Country: row.Country, Affiliation: row.Affiliation, Note: strings.ReplaceAll(strings.Join(row.Notes, ", "), "\n", " ")}
	if company, told := companies[row.Who]; told {
		e.Company = company
	}
	name, below, _ := strings.Cut(row.Name, "\n")
	if e.Text = name; numbered {
		_, e.Text = document.CutMarker(name)
	}
	if below != "" {
		e.Note = strings.TrimSuffix(strings.ReplaceAll(below, "\n", " ")+", "+e.Note, ", ")
	}
	if e.Country != "" {
		e.Text = withoutCountry(e.Text, e.Country)
	}
	switch row.State {
	case table.Gone:
		e.Gone = true
	case table.Waits:
		e.Why = "its status is \"" + row.Status + "\""
	}
	return e
}

// titled reads a header that is no name of a column but a title, such as "Civil society organizations".
func titled(title string, ctx section.Setting) section.Setting {
	switch cue.Of(&document.Line{Text: title, Sort: document.Heading}) {
	case cue.SubOrgs:
		ctx.Company = section.Organizations
	case cue.SubPeople:
		ctx.Company = section.People
	}
	return ctx
}

// withoutCountry takes the country off a name that repeats its column: "Some Union, Peru" beside "Peru".
func withoutCountry(name, country string) string {
	if i := strings.LastIndexByte(name, ','); i > 0 && graph.Fold(name[i+1:]) == graph.Fold(country) {
		return text.Trim(name[:i])
	}
	return name
}

// sideEntries reads a table that only sets names in columns.
func sideEntries(lines []document.Line, rows [][]string, r *table.Reading, ctx section.Setting) []Entry {
	var out []Entry
	r.Order(rows, func(i, k int) {
		l := lines[i]
		l.Text = rows[i][k]
		e := Entry{Text: l.Text, Lines: []document.Line{l}, Marked: true, Struck: l.Struck, Order: lines[0].Number, Setting: ctx}
		if company, told := companies[r.SideOf(k)]; told {
			e.Company = company
		}
		out = append(out, e)
	})
	return out
}

// numberedNames reports whether the cells of a column begin with numbers that count the rows.
func numberedNames(lines []document.Line, column int) bool {
	if rule.Off("entry.numberedNames") {
		return false
	}
	n := 0
	for i := range lines {
		if column >= 0 && column < len(lines[i].Cells) && lines[i].Cells[column] != "" {
			if marker, rest := document.CutMarker(lines[i].Cells[column]); marker != "" && rest != "" && strings.ContainsAny(marker, "0123456789") {
				n++
			}
		}
	}
	return n > 0 && 10*n >= 8*len(lines)
}
