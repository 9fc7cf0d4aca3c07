package sheet

import (
	"slices"
	"strings"

	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// maxShapeDepth bounds how deep entries are looked for below what exports wrap them in.
const maxShapeDepth = 4

// shaped makes lists of entries of the other shapes that exports have: objects under numbers or keys ("1": {...}), rows of cells below a
// row of names, entries wrapped in one more object ("fields", "attributes", "node") and texts in one ("rendered", "v").
func shaped(v *datum, depth int) *datum {
	if depth > maxDataDepth {
		return v
	}
	for i, c := range v.values {
		v.values[i] = shaped(c, depth+1)
	}
	switch {
	case v.kind == mapping && keyedEntries(v):
		return &datum{kind: sequence, line: v.line, values: v.values}
	case v.kind == mapping:
		return namedRows(v)
	case v.kind == sequence:
		for i, item := range v.values {
			v.values[i] = unwrapped(item)
		}
		if rows := rowsOf(v.values, nil); rows != nil {
			v.values = rows
		}
	}
	return v
}

// keyedEntries reports whether an object is a list whose entries stand under numbers or identifiers: all are objects of one shape and have a
// name; under identifiers, where sections of a site's settings stand too, a field that is for one.
func keyedEntries(v *datum) bool {
	if len(v.values) == 0 {
		return false
	}
	numbered, named, alike := 0, 0, map[string]int{}
	for i, item := range v.values {
		v.values[i] = unwrapped(item)
		item = v.values[i]
		if item.kind != mapping || fieldOf(item, nameFields...) == nil || hasLists(item) {
			return false
		}
		if strings.Trim(v.keys[i].text, "0123456789") == "" {
			numbered++
		}
		if fieldOf(item, groupFields...) != nil || fieldOf(item, ownFields...) != nil {
			named++
		}
		for _, k := range item.keys {
			alike[k.text]++
		}
	}
	shared := 0
	for _, n := range alike {
		if 10*n >= 8*len(v.values) {
			shared++
		}
	}
	return numbered == len(v.values) || len(v.values) >= 3 && named == len(v.values) && 2*shared >= len(alike)
}

// unwrapped takes an entry out of the object around it: one of its values is an object that has the name, and no other value has.
func unwrapped(item *datum) *datum {
	for range maxShapeDepth {
		if item.kind != mapping || fieldOf(item, nameFields...) != nil {
			return item
		}
		at := -1
		for i, c := range item.values {
			if c.kind != mapping || len(c.values) == 0 || fieldOf(c, nameFields...) == nil && !slices.Contains(wrappers, item.keys[i].text) {
				continue
			}
			if at >= 0 {
				return item // two: which of them signed is not said here
			}
			at = i
		}
		if at < 0 || !slices.Contains(wrappers, item.keys[at].text) && len(item.values) > 1 {
			return item
		}
		inner := item.values[at]
		made := &datum{kind: mapping, line: inner.line, keys: slices.Clone(inner.keys), values: slices.Clone(inner.values)}
		for i, k := range item.keys {
			if i != at && inner.get(k.text) == nil {
				made.keys, made.values = append(made.keys, k), append(made.values, item.values[i])
			}
		}
		item = made
	}
	return item
}

// wrappers are the keys that exports of data bases and interfaces put an entry's fields under.
var wrappers = []string{"fields", "attributes", "properties", "node", "data", "item", "entry", "record", "values", "frontmatter", "metadata"}

// namedRows reads {"columns": [...], "data": [[...], ...]}.
func namedRows(v *datum) *datum {
	names := v.get("columns", "headers", "header", "fields", "cols")
	rows := v.get("data", "rows", "values", "records")
	if names == nil || rows == nil || names.kind != sequence || rows.kind != sequence {
		return v
	}
	if made := rowsOf(rows.values, names); made != nil {
		return &datum{kind: sequence, line: v.line, values: made}
	}
	return v
}

// rowsOf makes entries of rows of cells whose columns have names: those given, or in the first row. nil where rows are none.
func rowsOf(rows []*datum, names *datum) []*datum {
	if len(rows) == 0 {
		return nil
	}
	if names == nil {
		names, rows = rows[0], rows[1:]
		if _, ok := table.ReadHeader(textsOf(names)); !ok || len(rows) == 0 || len(names.values) < 2 {
			return nil
		}
	}
	header := textsOf(names)
	var out []*datum
	for _, row := range rows {
		if row.kind != sequence {
			return nil
		}
		item := &datum{kind: mapping, line: row.line}
		for i, c := range row.values {
			if i < len(header) && c.kind == scalar {
				item.keys, item.values = append(item.keys, &datum{kind: scalar, line: row.line, text: header[i]}), append(item.values, c)
			}
		}
		out = append(out, item)
	}
	return out
}

// textsOf are the texts of a list; of one of objects, their names.
func textsOf(v *datum) []string {
	var out []string
	for _, c := range v.values {
		if c.kind == mapping {
			if name := fieldOf(c, "name", "label", "title", "field", "id"); name != nil {
				c = name
			}
		}
		out = append(out, text.OneLine(c.text))
	}
	return out
}
