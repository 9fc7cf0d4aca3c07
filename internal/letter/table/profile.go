package table

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// profile is what the cells of a column look like.
type profile struct {
	rows, Filled                        int
	numbers, places, dates, long, words int
	orgs, persons, different, addresses int
}

// ProfilesOf looks at every cell once.
func ProfilesOf(lines []document.Line) []profile {
	var out []profile
	seen := []map[string]bool{}
	for i := range lines {
		for k, cell := range lines[i].Cells {
			if k == len(out) {
				out, seen = append(out, profile{}), append(seen, map[string]bool{})
			}
			p := &out[k]
			p.rows = len(lines)
			if cell == "" {
				continue
			}
			p.Filled++
			if key := graph.Fold(cell); !seen[k][key] {
				seen[k][key] = true
				p.different++
			}
			n := text.WordCount(cell)
			switch {
			case strings.Trim(cell, "0123456789.)#( ") == "" && len(cell) < 8:
				p.numbers++
				continue
			case lexicon.IsPlace(cell):
				p.places++
				continue
			case phrase.LooksLikeAddress(cell):
				p.addresses++
				continue
			case cue.JustDate(cell):
				p.dates++
				continue
			}
			p.words += n
			if n > 14 || phrase.IsSentence(cell) {
				p.long++
			}
			if phrase.HasWord(cell, lexicon.OrgWords) {
				p.orgs++
			} else if phrase.PersonCertainty(cell) > 0 {
				p.persons++
			}
		}
	}
	return out
}

// Aside says what a column holds that does not name who signed.
func (p *profile) Aside() Column {
	switch {
	case 2*p.numbers > p.Filled, 2*p.dates > p.Filled, 2*p.addresses > p.Filled:
		return numberColumn
	case 2*p.places > p.Filled:
		return CountryColumn
	}
	return NoteColumn
}

// names reports whether the cells may be names: filled in most rows, short, and seldom repeated.
func (p *profile) names() bool {
	if rule.Off("table.profile.names") {
		return false
	}
	return p.Aside() == NoteColumn && 2*p.Filled >= p.rows && 3*p.long <= p.Filled && 2*p.different >= p.Filled
}

// ColumnsOf says which column holds what where no header does: the names stand in the first column that may hold them,
// since tables are read from the left; numbers and countries have columns of their own, and what is left describes the name.
// It returns nil where every column holds names.
func ColumnsOf(profiles []profile) []Column {
	columns := make([]Column, len(profiles))
	first, able := -1, 0
	for k := range profiles {
		p := &profiles[k]
		if p.Filled == 0 {
			continue
		}
		columns[k] = p.Aside()
		if columns[k] == NoteColumn && p.names() {
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
	columns[first] = NameColumn
	return columns
}

// grid reports whether all columns hold names of organizations alike: as many words, and words that organizations have.
func grid(profiles []profile) bool {
	if rule.Off("table.grid") {
		return false
	}
	least, most := 0.0, 0.0
	n := 0
	for k := range profiles {
		p := &profiles[k]
		if p.Filled == 0 {
			continue
		}
		if p.Aside() != NoteColumn || p.long > 0 || 5*p.orgs < p.Filled || 3*p.persons > 2*p.Filled {
			return false
		}
		mean := float64(p.words) / float64(p.Filled)
		if n++; n == 1 {
			least, most = mean, mean
		}
		least, most = min(least, mean), max(most, mean)
	}
	return n > 1 && most <= 2.5*least
}

// GuessColumns says for the rows of a sheet, whose header must name them, which column holds the names and which the
// countries; what else has words stays unknown.
func GuessColumns(lines []document.Line) []Column {
	profiles := ProfilesOf(lines)
	columns := ColumnsOf(profiles)
	for k := range columns {
		if columns[k] == NoteColumn {
			columns[k] = UnknownColumn
		}
	}
	if columns == nil {
		columns = make([]Column, len(profiles))
	}
	return columns
}
