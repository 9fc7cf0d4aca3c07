package sheet

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/table"
)

// meaning is what a text in the column of organizations says.
type meaning struct {
	names   []int32 // of organizations
	why     string  // it is none
	perhaps bool    // it may be several names, and is read as one
	ask     bool    // the row must be asked: it may be a sum or the header again
}

// meanings asks of each different text in the column of organizations what it says, and names the organizations.
func (p *plainTable) meanings(e *graph.EdgeList) []meaning {
	column := &p.columns[p.of[table.OrganizationColumn]]
	says := make([]meaning, len(column.texts))
	at := make(map[string]int32, len(column.texts))
	number := func(name string) int32 {
		k, known := at[name]
		if !known {
			k = int32(len(e.Organizations))
			at[name], e.Organizations = k, append(e.Organizations, name)
		}
		return k
	}
	head := table.Key(p.header[p.of[table.OrganizationColumn]])
	for i, cell := range column.texts {
		m := &says[i]
		m.ask = cell == "" || table.IsDate(cell) || table.IsFault(cell) || table.IsTotal([]string{cell, ""}, 0) || len(cell) < 40 && table.Key(cell) == head
		names := []string{cell}
		if mayBeSeveral(cell) {
			if p.names == nil {
				p.fold(column.texts)
			}
			all, perhaps := p.namesOf(cell)
			if len(all) > 1 {
				names = all
			} else {
				m.perhaps = perhaps
			}
		}
		for _, n := range names {
			if p.read.Who == table.Anyone && surePerson(n) {
				p.general = true
				return says
			}
			row, why := makeNamed(&table.Row{Name: n, Who: table.Organizations}, true)
			if why != "" {
				m.why = why
				continue
			}
			m.names = append(m.names, number(row.Name))
		}
		if len(m.names) > 0 && m.why != "" {
			p.general = true // one of several names is none
		}
	}
	return says
}

// mayBeSeveral reports whether a cell has a mark that may stand between names.
func mayBeSeveral(cell string) bool { return strings.ContainsAny(cell, "|;\n/,") }

func (p *plainTable) fold(texts []string) {
	p.names = make(map[string]bool, len(texts))
	for _, t := range texts {
		p.names[graph.Fold(t)] = true
	}
}

// letters numbers the letters by the different texts of their column, -1 for a text that is none; nil where titles differ by case alone or one is too long.
func (p *plainTable) letters(e *graph.EdgeList) []int32 {
	texts := p.columns[p.of[table.LetterColumn]].texts
	out := make([]int32, len(texts))
	at, lower := make(map[string]int32, len(texts)), make(map[string]bool, len(texts))
	for i, cell := range texts {
		title := graph.CleanName(cell)
		if title == "" || table.IsFault(cell) {
			out[i] = -1
			continue
		}
		k, known := at[title]
		if !known {
			if l := strings.ToLower(title); lower[l] || tooLong(title) != "" {
				return nil
			} else {
				lower[l] = true
			}
			k = int32(len(e.Letters))
			at[title], e.Letters = k, append(e.Letters, graph.EdgeLetter{Title: title})
		}
		out[i] = k
	}
	return out
}

// dates reads the different dates; false where one is none, or does not tell its day from its month.
func (p *plainTable) dates() ([]graph.Date, bool) {
	at, dated := p.of[table.DateColumn]
	if !dated {
		return nil, true
	}
	texts := p.columns[at].texts
	out := make([]graph.Date, len(texts))
	order := table.OrderOf(slices.Values(texts))
	for i, cell := range texts {
		if cell == "" || table.IsFault(cell) {
			continue
		}
		d, unsure, ok := table.ReadDate(cell, order)
		if !ok || unsure {
			return nil, false
		}
		out[i] = d
	}
	return out, true
}
