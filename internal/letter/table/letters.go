package table

import (
	"undersigned/graph"
	"undersigned/internal/letter/text"
)

// longestTitle is how many words a cell below the word letter may have: more are what somebody says.
const longestTitle = 25

// Letters returns the header of a column that says of each row which letter it is of, and how many letters it names; 0 where there is none or all rows are
// of one. Each letter has several rows, or somebody has rows of several.
func (r *Reading) Letters(rows [][]string) (header string, n int) {
	if r.name < 0 {
		return "", 0
	}
	for k, c := range r.Columns {
		if k == r.name || c.Column != LetterColumn || !c.Said || SenseOf(text.Trim(r.header[k])) != LetterColumn {
			continue
		}
		values, of := map[string]bool{}, map[string]string{}
		filled, again := 0, false
		for _, row := range rows {
			if k >= len(row) || r.name >= len(row) {
				continue
			}
			v, who := graph.Fold(row[k]), graph.Fold(row[r.name])
			if v == "" || who == "" {
				continue
			}
			if text.WordCount(row[k]) > longestTitle {
				return "", 0
			}
			before, known := of[who]
			again = again || known && before != v
			of[who], values[v] = v, true
			filled++
		}
		if len(values) > 1 && (again || len(values) < filled) {
			return text.OneLine(r.header[k]), len(values)
		}
	}
	return "", 0
}
