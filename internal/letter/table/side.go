package table

import (
	"undersigned/graph"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
)

// sideBySide returns the columns whose cells are names of signatories each; nil where each row is one signatory. Its header says so ("Organizations" beside
// "Individuals", the same name twice), or the columns are alike: as many words, and as many words that names of organizations or persons have.
func (r *Reading) sideBySide(senses []sense, looks []features, rows [][]string) []int {
	if r.Said == 0 && interchangeable(looks, rows) {
		names := filled(looks)
		r.Sides = make([]Who, len(names))
		return names
	}
	var names []int
	twice := map[string]int{}
	plural := map[Column]bool{}
	others, numbers := 0, 0
	for k := range r.Columns {
		c := &r.Columns[k]
		if c.Cells == 0 {
			continue
		}
		switch c.Column {
		case NameColumn, OrganizationColumn, OrganizationsColumn, PersonColumn, PersonsColumn:
			names = append(names, k)
			if h := Key(r.header[k]); h != "" {
				twice[h]++
			}
			plural[senses[k].column] = plural[senses[k].column] || senses[k].share > 0.5
		case NumberColumn:
			numbers++
		default:
			others++
		}
	}
	if len(names) < 2 || others > 0 || numbers > 0 && numbers != len(names) {
		return nil
	}
	who := func(k int) Who {
		switch senses[k].column {
		case PersonsColumn, PersonColumn:
			return Persons
		case OrganizationsColumn, OrganizationColumn:
			return Organizations
		}
		return Anyone
	}
	for _, k := range names {
		if told(rows, k) {
			return nil // what the others are
		}
	}
	said := plural[OrganizationsColumn] && plural[PersonsColumn]
	for _, n := range twice {
		said = said || n == len(names)
	}
	if r.Said > 0 && !said {
		return nil
	}
	if !said && !lookAlike(names, looks, rows) {
		return nil
	}
	for _, k := range names {
		r.Sides = append(r.Sides, who(k))
	}
	return names
}

// filled are the columns that have text.
func filled(looks []features) []int {
	var out []int
	for k := range looks {
		if looks[k].cells > 0 {
			out = append(out, k)
		}
	}
	return out
}

// interchangeable reports whether three or more columns have cells that could stand in any of them: a wall of names, whatever words
// they are of. No text stands twice, and no column has a sort of cells of its own or longer ones.
func interchangeable(looks []features, rows [][]string) bool {
	if rule.Off("table.interchangeable") {
		return false
	}
	columns := filled(looks)
	cells, least, most := 0, 1.0, 0.0
	for _, k := range columns {
		f := &looks[k].shares
		odd := f[fCountry] + f[fNumber] + f[fAddress] + f[fEmail] + f[fLink] + f[fPicture] + f[fDate] + f[fLower] + max(f[fSentence], f[fLong], f[fOffice], f[fOwn], f[fSurePerson])
		if 4*odd > 1 {
			return false
		}
		cells += looks[k].cells
		least, most = min(least, f[fWords]), max(most, f[fWords])
	}
	if len(columns) < 3 || cells < 6 || most > 0.5 || most > 2*least+0.05 {
		return false
	}
	seen := map[string]bool{}
	for _, row := range sample(rows) {
		for _, c := range row {
			if c := graph.Fold(c); c != "" {
				if seen[c] {
					return false
				}
				seen[c] = true
			}
		}
	}
	return true
}

// lookAlike reports whether columns are a list of names by their cells: of one sort, or in the order of the alphabet.
func lookAlike(names []int, looks []features, rows [][]string) bool {
	if rule.Off("table.lookAlike") {
		return false
	}
	return alike(names, looks) || keepsAlphabet(names, rows) && !apart(names, looks)
}

// alike reports whether columns hold names of one sort.
func alike(names []int, looks []features) bool {
	if rule.Off("table.alike") {
		return false
	}
	least, most := 1e9, 0.0
	orgs, persons := true, true
	for _, k := range names {
		f := &looks[k].shares
		least, most = min(least, f[fWords]), max(most, f[fWords])
		orgs = orgs && f[fOrg] >= 0.2 && f[fPerson] <= 0.67 && f[fLong] == 0
		persons = persons && f[fSurePerson] >= 0.5
	}
	return (orgs && most <= 2.5*least || persons && most <= 1.8*least) && !apart(names, looks)
}

// apart reports whether one column holds persons and another does not.
func apart(names []int, looks []features) bool {
	least, most := 1.0, 0.0
	for _, k := range names {
		least, most = min(least, looks[k].shares[fSurePerson]), max(most, looks[k].shares[fSurePerson])
	}
	return most-least > 0.4
}

// keepsAlphabet reports whether the cells keep the alphabet, read by row or by column.
func keepsAlphabet(names []int, rows [][]string) bool {
	var across, down []string
	for _, row := range rows {
		for _, k := range names {
			if k < len(row) && graph.Fold(row[k]) != "" {
				across = append(across, row[k])
			}
		}
	}
	if len(across) < 8 {
		return false
	}
	for _, k := range names {
		for _, row := range rows {
			if k < len(row) && graph.Fold(row[k]) != "" {
				down = append(down, row[k])
			}
		}
	}
	none := make([]int, len(across))
	_, byRow := phrase.Alphabetical(across, none)
	_, byColumn := phrase.Alphabetical(down, none)
	return max(byRow, byColumn) >= 0.8
}
