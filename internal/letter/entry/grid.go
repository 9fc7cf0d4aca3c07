package entry

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// tableEntries reads the rows of a table in a document: by its header, else by what its columns hold. A table whose columns
// all hold names is read cell by cell.
func tableEntries(b *section.Block) []Entry {
	lines := b.Lines
	var columns []table.Column
	ctx := b.Setting
	ok := false
	var first []Entry
	if lines[0].Header || headerLike(lines) {
		columns, ok = table.ReadHeader(lines[0].Cells)
		if ok {
			ctx = headed(lines[0].Cells, columns, ctx)
		} else {
			ctx = titled(lines[0].Text, ctx)
			if org, ok := section.SignsFor(lines[0].Text); ok && section.MostlyPersons(lines[1:]) {
				first = append(first, Entry{Text: org, Lines: lines[:1:1], Marked: true, Setting: ctx})
				ctx.Company = section.People
			}
		}
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return nil
	}
	profiles := table.ProfilesOf(lines)
	if !ok {
		if columns = table.ColumnsOf(profiles); columns == nil {
			return append(first, gridEntries(lines, ctx)...)
		}
	} else {
		for k := range columns {
			if k < len(profiles) && columns[k] == table.UnknownColumn && profiles[k].Filled > 0 {
				columns[k] = profiles[k].Aside()
			}
		}
	}
	numbered := numberedNames(lines, slices.Index(columns, table.NameColumn))
	out := first
	for i, l := range lines {
		if l.Header {
			continue // printed again on the next page
		}
		e := Entry{Lines: lines[i : i+1 : i+1], Marked: true, Struck: l.Struck, Setting: ctx}
		var notes []string
		for k, cell := range l.Cells {
			if cell == "" || k >= len(columns) {
				continue
			}
			switch columns[k] {
			case table.NameColumn:
				if e.Text == "" {
					name, below, _ := strings.Cut(cell, "\n")
					if e.Text = name; numbered {
						_, e.Text = document.CutMarker(name)
					}
					if below != "" {
						notes = append(notes, strings.ReplaceAll(below, "\n", " "))
					}
				} else {
					notes = append(notes, cell)
				}
			case table.CountryColumn:
				e.Country = cell
			case table.AffiliationColumn, table.NoteColumn, table.PersonColumn:
				notes = append(notes, cell)
			}
		}
		e.Note = strings.Join(notes, ", ")
		if e.Country != "" {
			e.Text = withoutCountry(e.Text, e.Country)
		}
		out = append(out, e)
	}
	return out
}

// headerLike reports whether the first row of a table names its columns, though nothing marks it: two of its cells do, or its only
// one, and no row below repeats them.
func headerLike(lines []document.Line) bool {
	if rule.Off("entry.headerLike") {
		return false
	}
	if len(lines) < 3 {
		return false
	}
	columns, ok := table.ReadHeader(lines[0].Cells)
	known, filled := 0, 0
	for k, c := range lines[0].Cells {
		if c == "" {
			continue
		}
		if filled++; k < len(columns) && columns[k] != table.UnknownColumn {
			known++
		}
	}
	return ok && (known >= 2 || known == filled)
}

// headed takes from a header who the rows are: a column of affiliations or of persons' names makes them persons.
func headed(header []string, columns []table.Column, ctx section.Setting) section.Setting {
	for i, c := range header {
		key := table.Headers[table.HeaderKey(c)]
		if key == table.AffiliationColumn || columns[i] == table.NameColumn && key == table.PersonColumn {
			ctx.Company = section.People
			return ctx
		}
	}
	return titled(strings.Join(header, " "), ctx)
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

// gridEntries reads a table that only sets names in columns, in the order that is closer to the alphabet.
func gridEntries(lines []document.Line, ctx section.Setting) []Entry {
	width := 0
	for i := range lines {
		width = max(width, len(lines[i].Cells))
	}
	var byRow, byColumn []document.Line
	for i := range lines {
		for _, c := range lines[i].Cells {
			if c != "" {
				l := lines[i]
				l.Text = c
				byRow = append(byRow, l)
			}
		}
	}
	for k := range width {
		for i := range lines {
			if k < len(lines[i].Cells) && lines[i].Cells[k] != "" {
				l := lines[i]
				l.Text = lines[i].Cells[k]
				byColumn = append(byColumn, l)
			}
		}
	}
	none := make([]int, len(byRow))
	_, columns := phrase.Alphabetical(document.TextsOf(byColumn), none)
	_, rows := phrase.Alphabetical(document.TextsOf(byRow), none)
	all := byRow
	if columns > rows && columns >= 0.8 {
		all = byColumn
	}
	var out []Entry
	for i := range all {
		out = append(out, Entry{Text: all[i].Text, Lines: all[i : i+1 : i+1], Marked: true, Struck: all[i].Struck, Order: lines[0].Number, Setting: ctx})
	}
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
