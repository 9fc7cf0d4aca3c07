package sheet

import (
	"undersigned/graph"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
)

// ofPlace reports whether a column says something of the place that another column names, such as who was elected there: where several rows have one
// place, they have one value, as good as always. Somebody who stands again with another value then stands again with another place, as one letter's
// signatory may.
func (t *tableReader) ofPlace(k int, rows []record) bool {
	if rule.Off("sheet.tableReader.ofPlace") {
		return false
	}
	for p, c := range t.read.Columns {
		if p != k && c.Said && c.Column == table.PlaceColumn && determines(rows, p, k) {
			return true
		}
	}
	return false
}

// determines reports whether rows that share what stands in one column share what stands in the other, 19 times in 20, and some do.
func determines(rows []record, by, what int) bool {
	first := map[string]string{}
	same, other := 0, 0
	for i := range rows {
		if cells := rows[i].Cells; by < len(cells) && what < len(cells) {
			p, v := graph.Fold(cells[by]), graph.Fold(cells[what])
			if p == "" || v == "" {
				continue
			}
			switch before, known := first[p]; {
			case !known:
				first[p] = v
			case before == v:
				same++
			default:
				other++
			}
		}
	}
	return same > 0 && same >= 19*other
}
