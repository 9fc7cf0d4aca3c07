package sheet

import (
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/table"
)

// lettersOfOwn is a list of letters each of which has lists of its own; nil where there is none.
func lettersOfOwn(root *datum) *datum {
	if v := root.get("letters", "statements", "petitions"); v != nil && v.kind == sequence && slices.ContainsFunc(v.values, hasLists) {
		return v
	}
	if root.kind != sequence || len(root.values) < 2 {
		return nil
	}
	for _, v := range root.values {
		if v.kind != mapping || !slices.ContainsFunc(v.values, func(c *datum) bool { return c.kind == sequence && len(c.values) > 0 }) ||
			!slices.ContainsFunc(v.keys, func(k *datum) bool { return table.SenseOf(k.text) == table.LetterColumn }) {
			return nil
		}
	}
	return root
}

// ofLetters refuses a list whose entries say of which of several letters they are: read as one, all would be tied.
func (r *dataReader) ofLetters(l *dataList) error {
	f := fieldsOf(l.items)
	if !slices.ContainsFunc(f.keys, func(k string) bool { return table.SenseOf(k) == table.LetterColumn }) {
		return nil
	}
	read := table.Judge(r.limits.Fitted, f.keys, f.cells)
	key, n := read.Letters(f.cells)
	if n < 2 || read.Who == table.Persons {
		return nil
	}
	return graph.Errorf(graph.Unsupported, "%s says under %q that its entries are of %d letters, and a list is of one: save it as a table (CSV, XLSX or ODS), which is read letter by letter, or make a data set of it (with the field \"undersigned: dataset/1\" at its top)",
		r.name, key, n)
}
