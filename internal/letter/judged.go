package letter

import (
	"context"
	"strings"

	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/signatory"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/weights"
)

// What tables and lists of persons are told by, for fitting it.
type (
	// Fitted are models that take the place of what is built in, by part.
	Fitted = weights.Set

	// SeenTable is a table that a reading judged, and Column what a column of it may be.
	SeenTable = table.Seen
	Column    = table.Column
)

// ColumnFeatureNames name the features of a column, PeopleFeatureNames those of a list that may be one of persons.
var (
	ColumnFeatureNames = table.FeatureNames
	PeopleFeatureNames = entry.PeopleNames
)

// Columns are what a column may be told to be. said are those that only a header tells.
func Columns() (all []Column, said map[Column]bool) { return table.Kinds() }

// BuiltIn are the weights of a part that are built in, by the names of its features.
func BuiltIn(part string, features []string) map[string]float64 {
	out := map[string]float64{}
	for i, w := range weights.Of(part, features).Weights {
		out[features[i]] = w
	}
	return out
}

// SeenList is a list that a reading judged, and what its entries give.
type SeenList struct {
	Features []float64
	Persons  float64 // the logarithm of the odds that it is one of persons
	Rows     []draft.Row
	Own      []float64 // what each says itself for being a person, in the same measure
}

// Judged are the tables and the lists that a reading by what is built in judges as wholes. A table that was tried with several rows for its header is told
// as it was judged last.
func (o *Opened) Judged(ctx context.Context) (tables []*SeenTable, lists []SeenList, err error) {
	at := map[string]int{}
	_, err = o.ReadWith(ctx, Models{Fitted: &Fitted{Seen: func(what any) {
		switch s := what.(type) {
		case *table.Seen:
			if len(s.Rows) == 0 {
				return
			}
			key := strings.Join(s.Rows[len(s.Rows)-1], "\t")
			if i, again := at[key]; again {
				tables[i] = s
				return
			}
			at[key] = len(tables)
			tables = append(tables, s)
		case *entry.SeenList:
			one := SeenList{Features: s.Features[:], Persons: s.Persons}
			for i := range s.Entries {
				if row, why := signatory.Read(&s.Entries[i], entry.Habit{}); why == "" {
					one.Rows, one.Own = append(one.Rows, row), append(one.Own, s.Own[i])
				}
			}
			lists = append(lists, one)
		}
	}}})
	return tables, lists, err
}
