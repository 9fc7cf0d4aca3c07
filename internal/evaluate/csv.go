package evaluate

import (
	"encoding/csv"
	"io"
	"strconv"
)

// WriteCSV writes one row a document and a last one that adds up.
func (e *Extraction) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"document", "medium", "signatory_kind", "expected", "found", "right", "missing", "extra", "precision", "recall", "f1",
		"persons_wanted", "persons_found", "persons_right", "date_wanted", "date_found", "date_right", "kind_wanted", "kind_found", "kind_right",
		"claimed_wanted", "claimed_found", "claimed_right", "targets_wanted", "targets_found", "targets_right", "error", "optional", "publisher", "id"}}
	for i := range e.Documents {
		d := &e.Documents[i]
		row := []string{d.Name, d.Medium, d.Signed}
		row = append(row, integers(d.Expected, d.Found, d.Right, len(d.Missing), len(d.Extra))...)
		row = append(row, decimals(d.Precision, d.Recall, d.F1)...)
		row = append(row, integers(d.Persons.Wanted, d.Persons.Found)...)
		row = append(row, answer(d.Persons.Answer))
		for _, v := range []Compare{d.Date, d.Kind, d.Claimed} {
			row = append(row, v.Wanted, v.Found, answer(v.Answer))
		}
		row = append(row, integers(len(d.Targets.Wanted), len(d.Targets.Found), d.Targets.Both)...)
		rows = append(rows, append(row, d.Error, strconv.Itoa(d.Optional), d.Publisher, d.ID))
	}
	o := &e.Overall
	last := append([]string{"all", "", ""}, integers(o.Expected, o.Found, o.Right, o.Expected-o.Right, o.Found-o.Right)...)
	last = append(last, decimals(o.Precision, o.Recall, o.F1)...)
	last = append(last, "", "", o.Persons.String(), "", "", o.Dates.String(), "", "", o.Kinds.String(), "", "", o.Claims.String(), "", "", o.Targets.String(), "", "", "", "")
	if err := c.WriteAll(append(rows, last)); err != nil {
		return err
	}
	return c.Error()
}

// answer is empty where the gold does not give the value.
func answer(a Answer) string {
	if !a.Given {
		return ""
	}
	return strconv.FormatBool(a.Right)
}

func integers(values ...int) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strconv.Itoa(v)
	}
	return out
}

func decimals(values ...float64) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strconv.FormatFloat(v, 'f', 5, 64)
	}
	return out
}
