package pdf

import (
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

// asTable reads rows in columns as a table where each row says something of one signatory; nil where the columns are columns of a list.
// A header, a column of numbers, countries or addresses, one whose cells repeat, or persons beside what are none tell a table.
func asTable(rows []row, parts [][]row, ask medium.Words) []tableRow {
	logical := tableRows(rows, parts, ask)
	texts := make([][]string, len(logical))
	for i := range logical {
		texts[i] = logical[i].cells
	}
	if len(logical) < 2 || !ask.Table(texts, logical[0].header) {
		return nil
	}
	return logical
}

// tableRows joins the printed lines of each table row. A line opens a row if it stands clearly further from the line above than lines
// of one cell do; where all lines are at one distance, if the first column has text in it and so has another.
func tableRows(rows []row, parts [][]row, ask medium.Words) []tableRow {
	tight, wide := 0.0, 0.0 // the smallest distance of lines in one column, and the largest of any
	for c := range parts {
		last := -1
		for i := range rows {
			if len(parts[c][i].words) == 0 {
				continue
			}
			if last >= 0 {
				if d := (rows[i].base - rows[last].base) / rows[i].size; d >= 0.9 && (tight == 0 || d < tight) {
					tight = d
				}
			}
			last = i
		}
	}
	for i := 1; i < len(rows); i++ {
		wide = max(wide, (rows[i].base-rows[i-1].base)/rows[i].size)
	}
	padded := wide > 1.15*tight && tight > 0
	var out []tableRow
	for i := range rows {
		opens := i == 0
		if i > 0 {
			d := (rows[i].base - rows[i-1].base) / rows[i].size
			if padded {
				opens = d > 1.12*tight
			} else {
				opens = d >= 0.9 && len(parts[0][i].words) > 0 && rightOf(parts, i)
			}
		}
		if opens || len(out) == 0 {
			out = append(out, tableRow{cells: make([]string, len(parts))})
		}
		t := &out[len(out)-1]
		t.rows = append(t.rows, rows[i])
		for c := range parts {
			if len(parts[c][i].words) == 0 {
				continue
			}
			if s := parts[c][i].text(); t.cells[c] == "" {
				t.cells[c] = s
			} else {
				t.cells[c] = text.Join(t.cells[c], s)
			}
		}
	}
	for i := range out {
		bold := true
		for k := range out[i].rows {
			bold = bold && out[i].rows[k].bold()
		}
		out[i].header = i == 0 && ask.Header(out[i].cells) && (bold || ask.Headers(out[i].cells) >= 2)
	}
	return out
}
