package sheet

import (
	"strings"

	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// listsOfLetters returns the columns of a table each of which lists who signed one letter: all its columns but those of numbers have the titles of letters for
// headers, and names in their cells. nil: it is another table.
func (t *tableReader) listsOfLetters(rows [][]string) []int {
	if rule.Off("sheet.tableReader.listsOfLetters") {
		return nil
	}
	var out []int
	for k, h := range t.header {
		h = text.OneLine(h)
		filled := 0
		for _, r := range rows {
			if k >= len(r) || text.Trim(r[k]) == "" {
				continue
			}
			if _, mark := table.Marks(r[k]); mark || table.IsDate(text.Trim(r[k])) {
				return nil
			}
			filled++
		}
		switch {
		case filled == 0:
		case t.read.Columns[k].Column == table.NumberColumn:
		case h == "" || table.IsColumnName(h) || !table.HeadsLetter(h) || t.read.IsFlag(k):
			return nil
		default:
			out = append(out, k)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// fromLists makes a row of each cell.
func (t *tableReader) fromLists(rows []record, letters []int) []record {
	var out []record
	for _, k := range letters {
		title := text.OneLine(t.header[k])
		for i := range rows {
			r := &rows[i]
			if k >= len(r.Cells) || strings.TrimSpace(r.Cells[k]) == "" && r.Odd[k] == (office.Odd{}) {
				continue
			}
			one := record{SheetRow: office.SheetRow{Number: r.Number, Cells: []string{r.Cells[k], title, dateIn(title)}}, printed: t.printed(r.Cells)}
			if o, odd := r.Odd[k]; odd {
				one.Odd = map[int]office.Odd{0: o}
			}
			out = append(out, one)
		}
	}
	cells := make([][]string, len(out))
	for i := range out {
		cells[i] = out[i].Cells
	}
	t.header = []string{"organization", "letter", "date"}
	t.read = table.JudgeAs(t.limits.Fitted, t.header, cells, map[int]table.Column{0: table.NameColumn, 1: table.LetterColumn, 2: table.DateColumn})
	return out
}
