package dataset

import (
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strconv"

	"undersigned/graph"
	"undersigned/internal/cells"
)

// tableHead are the columns of a table of judgements, all that one has.
var tableHead = []string{"verdict", "name_a", "letter_a", "name_b", "letter_b", "relation", "from", "until", "by", "when", "why", "score", "source", "undone_by", "undone_when", "id"}

var scoreColumn = slices.Index(tableHead, "score")

// WriteTable writes judgements as a CSV table, one a row, which Table reads back as the same judgements.
func WriteTable(w io.Writer, judgements iter.Seq[graph.Judgement]) error {
	t := csv.NewWriter(w)
	t.UseCRLF = true
	if err := t.Write(tableHead); err != nil {
		return err
	}
	for j := range judgements {
		var undone graph.Undoing
		if j.Undone != nil {
			undone = *j.Undone
		}
		row := []string{string(j.Verdict), j.A.Name, j.A.Letter, j.B.Name, j.B.Letter, string(j.Relation), j.From.String(), j.Until.String(), j.By, j.When, j.Why, "", j.Source, undone.By, undone.When, j.ID}
		for i := range row {
			row[i] = cells.Guard(row[i])
		}
		if j.Score != 0 {
			row[scoreColumn] = strconv.FormatFloat(j.Score, 'g', -1, 64)
		}
		if err := t.Write(row); err != nil {
			return err
		}
	}
	t.Flush()
	return t.Error()
}
