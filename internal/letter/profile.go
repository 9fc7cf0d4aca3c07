package letter

import (
	"strings"

	"undersigned/graph"
)

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
