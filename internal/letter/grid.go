package letter

import (
	"slices"
	"strings"

	"undersigned/graph"
)

// tableEntries reads the rows of a table in a document: by its header, else by what its columns hold. A table whose columns
// all hold names is read cell by cell.
func tableEntries(b *block) []entry {
	lines := b.lines
	var columns []column
	ctx := b.setting
	ok := false
	var first []entry
	if lines[0].header || headerLike(lines) {
		columns, ok = readHeader(lines[0].cells)
		if ok {
			ctx = headed(lines[0].cells, columns, ctx)
		} else {
			ctx = titled(lines[0].text, ctx)
			if org, ok := signsFor(lines[0].text); ok && mostlyPersons(lines[1:]) {
				first = append(first, entry{text: org, lines: lines[:1:1], marked: true, setting: ctx})
				ctx.company = people
			}
		}
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return nil
	}
	profiles := profilesOf(lines)
	if !ok {
		if columns = columnsOf(profiles); columns == nil {
			return append(first, gridEntries(lines, ctx)...)
		}
	} else {
		for k := range columns {
			if k < len(profiles) && columns[k] == unknownColumn && profiles[k].filled > 0 {
				columns[k] = profiles[k].aside()
			}
		}
	}
	numbered := numberedNames(lines, slices.Index(columns, nameColumn))
	out := first
	for i, l := range lines {
		if l.header {
			continue // printed again on the next page
		}
		e := entry{lines: lines[i : i+1 : i+1], marked: true, struck: l.struck, setting: ctx}
		var notes []string
		for k, cell := range l.cells {
			if cell == "" || k >= len(columns) {
				continue
			}
			switch columns[k] {
			case nameColumn:
				if e.text == "" {
					name, below, _ := strings.Cut(cell, "\n")
					if e.text = name; numbered {
						_, e.text = cutMarker(name)
					}
					if below != "" {
						notes = append(notes, strings.ReplaceAll(below, "\n", " "))
					}
				} else {
					notes = append(notes, cell)
				}
			case countryColumn:
				e.country = cell
			case affiliationColumn, noteColumn, personColumn:
				notes = append(notes, cell)
			}
		}
		e.note = strings.Join(notes, ", ")
		if e.country != "" {
			e.text = withoutCountry(e.text, e.country)
		}
		out = append(out, e)
	}
	return out
}

// headerLike reports whether the first row of a table names its columns, though nothing marks it: two of its cells do, or its only
// one, and no row below repeats them.
func headerLike(lines []line) bool {
	if len(lines) < 3 {
		return false
	}
	columns, ok := readHeader(lines[0].cells)
	known, filled := 0, 0
	for k, c := range lines[0].cells {
		if c == "" {
			continue
		}
		if filled++; k < len(columns) && columns[k] != unknownColumn {
			known++
		}
	}
	return ok && (known >= 2 || known == filled)
}

// headed takes from a header who the rows are: a column of affiliations or of persons' names makes them persons.
func headed(header []string, columns []column, ctx setting) setting {
	for i, c := range header {
		key := headers[headerKey(c)]
		if key == affiliationColumn || columns[i] == nameColumn && key == personColumn {
			ctx.company = people
			return ctx
		}
	}
	return titled(strings.Join(header, " "), ctx)
}

// titled reads a header that is no name of a column but a title, such as "Civil society organizations".
func titled(title string, ctx setting) setting {
	switch cueOf(&line{text: title, sort: heading}) {
	case subOrgs:
		ctx.company = organizations
	case subPeople:
		ctx.company = people
	}
	return ctx
}

// withoutCountry takes the country off a name that repeats its column: "Some Union, Peru" beside "Peru".
func withoutCountry(name, country string) string {
	if i := strings.LastIndexByte(name, ','); i > 0 && graph.Fold(name[i+1:]) == graph.Fold(country) {
		return trim(name[:i])
	}
	return name
}

// gridEntries reads a table that only sets names in columns, in the order that is closer to the alphabet.
func gridEntries(lines []line, ctx setting) []entry {
	width := 0
	for i := range lines {
		width = max(width, len(lines[i].cells))
	}
	var byRow, byColumn []line
	for i := range lines {
		for _, c := range lines[i].cells {
			if c != "" {
				l := lines[i]
				l.text = c
				byRow = append(byRow, l)
			}
		}
	}
	for k := range width {
		for i := range lines {
			if k < len(lines[i].cells) && lines[i].cells[k] != "" {
				l := lines[i]
				l.text = lines[i].cells[k]
				byColumn = append(byColumn, l)
			}
		}
	}
	none := make([]int, len(byRow))
	_, columns := alphabetical(textsOf(byColumn), none)
	_, rows := alphabetical(textsOf(byRow), none)
	all := byRow
	if columns > rows && columns >= 0.8 {
		all = byColumn
	}
	var out []entry
	for i := range all {
		out = append(out, entry{text: all[i].text, lines: all[i : i+1 : i+1], marked: true, struck: all[i].struck, order: lines[0].number, setting: ctx})
	}
	return out
}

// numberedNames reports whether the cells of a column begin with numbers that count the rows.
func numberedNames(lines []line, column int) bool {
	n := 0
	for i := range lines {
		if column >= 0 && column < len(lines[i].cells) && lines[i].cells[column] != "" {
			if marker, rest := cutMarker(lines[i].cells[column]); marker != "" && rest != "" && strings.ContainsAny(marker, "0123456789") {
				n++
			}
		}
	}
	return n > 0 && 10*n >= 8*len(lines)
}
