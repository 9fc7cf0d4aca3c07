package evaluate

import (
	"slices"
	"strings"

	"undersigned/internal/letter"
)

// columnPrecision is that of the prior, see announcedPrecision.
const columnPrecision = 1

// What a table must have to teach: so many cells in a column, and so many of them in ten names of the gold for it to be the column of names. What a
// document's columns weigh together does not exceed columnsWeigh.
const (
	toldCells    = 3
	goldNames    = 6
	columnsWeigh = 6
)

// saysItself are columns whose header is believed where all of it is understood: nobody writes "e-mail" above countries. Who signs is not among them: that
// the gold tells.
var saysItself = []string{"office", "honorific", "country", "place", "email", "address", "link", "picture", "date", "stamp", "description", "number", "type", "status"}

// columnSamples are pairs of what a column holds and what else it could be told to be, as in choiceSamples. Each column teaches twice: with its header, and as
// if it had none.
func columnSamples(d *Document, tables []*letter.SeenTable) []sample {
	all, said := letter.Columns()
	var out []sample
	taught := 0
	for _, t := range tables {
		for i := range t.Columns {
			c := &t.Columns[i]
			truth, also := d.holds(t, i)
			if truth == 0 {
				continue
			}
			taught++
			for _, headed := range []bool{true, false} {
				if !headed && said[truth] {
					continue
				}
				right := columnFeatures(c.Features, c.Says == truth && headed, c.Share, truth)
				for _, other := range all {
					if other == truth || slices.Contains(also, other) || said[other] && !(headed && c.Says == other) {
						continue
					}
					wrong := columnFeatures(c.Features, c.Says == other && headed, c.Share, other)
					ahead, behind := make([]float64, len(right)), make([]float64, len(right))
					for k := range ahead {
						ahead[k] = right[k] - wrong[k]
						behind[k] = -ahead[k]
					}
					out = append(out, sample{features: ahead, right: true, weight: .5}, sample{features: behind, weight: .5})
				}
			}
		}
	}
	for i := range out {
		out[i].weight *= min(1, columnsWeigh/float64(max(1, taught)))
	}
	return out
}

// columnFeatures are those of a column as one kind, among the weights of all kinds.
func columnFeatures(features []float64, says bool, share float64, as letter.Column) []float64 {
	out := make([]float64, len(columnParameters()))
	for k, p := range columnParameters() {
		switch {
		case p.column != as:
		case p.feature < len(features):
			out[k] = features[p.feature]
		case says:
			out[k] = share
		}
	}
	return out
}

// holds says what a column holds, where the gold or its header tells, and what else it may be called; 0 where neither does.
func (d *Document) holds(t *letter.SeenTable, i int) (truth letter.Column, also []letter.Column) {
	c := &t.Columns[i]
	if c.Cells < toldCells {
		return 0, nil
	}
	name, organization, person := columnNamed("name"), columnNamed("organization"), columnNamed("person")
	names := []letter.Column{name, organization, columnNamed("organizations")}
	if d.namesIn(t, c.At) {
		switch {
		case c.Says == name, c.Says != organization && featureOf(c.Features, "org") < .25:
			return name, names
		}
		return organization, names
	}
	if c.Share < 1 {
		return 0, nil
	}
	if slices.Contains(saysItself, c.Says.String()) {
		return c.Says, nil
	}
	persons := d.gold.Individuals > 0 && len(d.gold.organizations()) == 0
	for k := range t.Columns { // whom organizations send
		persons = persons || k != i && d.namesIn(t, t.Columns[k].At)
	}
	if persons && c.Says == person {
		return person, []letter.Column{name}
	}
	return 0, nil
}

// namesIn reports whether most cells of a column are names of the gold.
func (d *Document) namesIn(t *letter.SeenTable, column int) bool {
	if d.gold.nobody() {
		return false
	}
	cells, names := 0, 0
	for _, row := range t.Rows {
		if column >= len(row) || strings.TrimSpace(row[column]) == "" {
			continue
		}
		cells++
		first, _, _ := strings.Cut(strings.TrimSpace(row[column]), "\n")
		if d.forms()[normal(first)] {
			names++
		}
	}
	return cells >= toldCells && 10*names >= goldNames*cells
}

func featureOf(features []float64, name string) float64 {
	return features[slices.Index(letter.ColumnFeatureNames, name)]
}

func columnNamed(name string) letter.Column {
	all, _ := letter.Columns()
	return all[slices.IndexFunc(all, func(c letter.Column) bool { return c.String() == name })]
}
