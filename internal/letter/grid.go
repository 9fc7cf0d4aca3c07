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
					if e.text = cell; numbered {
						_, e.text = cutMarker(cell)
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

// profile is what the cells of a column look like.
type profile struct {
	rows, filled                        int
	numbers, places, dates, long, words int
	orgs, persons, different, addresses int
}

// profilesOf looks at every cell once.
func profilesOf(lines []line) []profile {
	var out []profile
	seen := []map[string]bool{}
	for i := range lines {
		for k, cell := range lines[i].cells {
			if k == len(out) {
				out, seen = append(out, profile{}), append(seen, map[string]bool{})
			}
			p := &out[k]
			p.rows = len(lines)
			if cell == "" {
				continue
			}
			p.filled++
			if key := graph.Fold(cell); !seen[k][key] {
				seen[k][key] = true
				p.different++
			}
			n := wordCount(cell)
			switch {
			case strings.Trim(cell, "0123456789.)#( ") == "" && len(cell) < 8:
				p.numbers++
				continue
			case isPlace(cell):
				p.places++
				continue
			case looksLikeAddress(cell):
				p.addresses++
				continue
			case justDate(cell):
				p.dates++
				continue
			}
			p.words += n
			if n > 14 || isSentence(cell) {
				p.long++
			}
			if hasWord(cell, orgWords) {
				p.orgs++
			} else if personCertainty(cell) > 0 {
				p.persons++
			}
		}
	}
	return out
}

// aside says what a column holds that does not name who signed.
func (p *profile) aside() column {
	switch {
	case 2*p.numbers > p.filled, 2*p.dates > p.filled, 2*p.addresses > p.filled:
		return numberColumn
	case 2*p.places > p.filled:
		return countryColumn
	}
	return noteColumn
}

// names reports whether the cells may be names: filled in most rows, short, and seldom repeated.
func (p *profile) names() bool {
	return p.aside() == noteColumn && 2*p.filled >= p.rows && 3*p.long <= p.filled && 2*p.different >= p.filled
}

// columnsOf says which column holds what where no header does: the names stand in the first column that may hold them,
// since tables are read from the left; numbers and countries have columns of their own, and what is left describes the name.
// It returns nil where every column holds names.
func columnsOf(profiles []profile) []column {
	columns := make([]column, len(profiles))
	first, able := -1, 0
	for k := range profiles {
		p := &profiles[k]
		if p.filled == 0 {
			continue
		}
		columns[k] = p.aside()
		if columns[k] == noteColumn && p.names() {
			if able++; first < 0 {
				first = k
			}
		}
	}
	if first < 0 { // no column may: the one with the most text
		best := 0
		for k := range profiles {
			if profiles[k].words > best {
				first, best = k, profiles[k].words
			}
		}
	}
	if first < 0 {
		first = 0
	}
	if able > 1 && grid(profiles) {
		return nil
	}
	columns[first] = nameColumn
	return columns
}

// grid reports whether all columns hold names of organizations alike: as many words, and words that organizations have.
func grid(profiles []profile) bool {
	least, most := 0.0, 0.0
	n := 0
	for k := range profiles {
		p := &profiles[k]
		if p.filled == 0 {
			continue
		}
		if p.aside() != noteColumn || p.long > 0 || 5*p.orgs < p.filled || 3*p.persons > 2*p.filled {
			return false
		}
		mean := float64(p.words) / float64(p.filled)
		if n++; n == 1 {
			least, most = mean, mean
		}
		least, most = min(least, mean), max(most, mean)
	}
	return n > 1 && most <= 2.5*least
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
	_, columns := alphabetical(byColumn, none)
	_, rows := alphabetical(byRow, none)
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

// guessColumns says for the rows of a sheet, whose header must name them, which column holds the names and which the
// countries; what else has words stays unknown.
func guessColumns(lines []line) []column {
	profiles := profilesOf(lines)
	columns := columnsOf(profiles)
	for k := range columns {
		if columns[k] == noteColumn {
			columns[k] = unknownColumn
		}
	}
	if columns == nil {
		columns = make([]column, len(profiles))
	}
	return columns
}
