package sheet

import (
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// shaped makes lists of entries of another shape that exports have: rows of cells whose columns have names, in the first row or beside them.
func shaped(v *datum, depth int) *datum {
	if depth > maxDataDepth {
		return v
	}
	for i, c := range v.values {
		v.values[i] = shaped(c, depth+1)
	}
	switch {
	case v.kind == mapping:
		return namedRows(v)
	case v.kind == sequence:
		if rows := rowsOf(v.values, nil); rows != nil {
			v.values = rows
		}
	}
	return v
}

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
		if !table.IsHeader(textsOf(names)) || len(rows) == 0 || len(names.values) < 2 {
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
			if name := c.get("name", "label", "title", "field", "id"); name != nil {
				c = name
			}
		}
		out = append(out, text.OneLine(c.text))
	}
	return out
}
