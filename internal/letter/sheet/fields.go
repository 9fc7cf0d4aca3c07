package sheet

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// fields are the entries of a list of data as a table: a column for each key, those of groups within an entry with the keys above them
// ("organization name").
type fields struct {
	keys   []string
	cells  [][]string
	lines  [][]int // where each cell stands
	starts []int   // where each entry begins
	at     map[string]int
	nested []string       // keys of lists of names within entries
	inner  map[string]int // and how many names
	like   map[string]int // of which so many have a word of organizations
}

// fieldsOf makes a table of the groups of fields in a list.
func fieldsOf(items []*datum) *fields {
	f := &fields{at: map[string]int{}, inner: map[string]int{}, like: map[string]int{}, keys: []string{}}
	for _, v := range items {
		if v.kind == mapping {
			f.cells, f.lines, f.starts = append(f.cells, nil), append(f.lines, nil), append(f.starts, v.line)
			f.add(v, "", 0)
		}
	}
	return f
}

const deepest = 3 // groups within an entry

// wrappers are keys of groups that say nothing of what is in them.
var wrappers = text.Words("sheet.wrappers", "acf fields properties attributes data meta custom custom_fields customfields profile node item entry details info public")

func (f *fields) add(v *datum, above string, depth int) {
	v = oneLanguage(v)
	for i, k := range v.keys {
		key := text.Trim(above + " " + k.text)
		c := whole(v.values[i])
		switch {
		case c.kind == scalar:
			f.put(key, c.text, c.line)
		case c.kind == mapping && depth < deepest && wrappers.Has(strings.ToLower(k.text)):
			f.add(c, above, depth+1)
		case c.kind == mapping && depth < deepest:
			f.add(c, key, depth+1)
		case c.kind == sequence:
			if n, like := namesIn(c); n > 0 {
				if f.inner[key] == 0 {
					f.nested = append(f.nested, key)
				}
				f.inner[key] += n
				f.like[key] += like
			} else if len(c.values) == 1 && c.values[0].kind == scalar {
				f.put(key, c.values[0].text, c.values[0].line)
			}
		}
	}
}

// put sets a cell of the last row, unless it is full already.
func (f *fields) put(key, cell string, line int) {
	at, known := f.at[key]
	if !known {
		if len(f.keys) == maxFields {
			return
		}
		at = len(f.keys)
		f.at[key], f.keys = at, append(f.keys, key)
	}
	last := len(f.cells) - 1
	for len(f.cells[last]) <= at {
		f.cells[last], f.lines[last] = append(f.cells[last], ""), append(f.lines[last], 0)
	}
	if f.cells[last][at] == "" {
		f.cells[last][at], f.lines[last][at] = text.Trim(cell), line
	}
}

// lineOf returns the line of the cell that an entry's name stands in.
func (f *fields) lineOf(row, column int, name string) int {
	for k, c := range f.cells[row] {
		if c == name {
			return f.lines[row][k]
		}
	}
	if column >= 0 && column < len(f.cells[row]) && f.lines[row][column] > 0 {
		return f.lines[row][column]
	}
	return f.starts[row]
}

// whole puts together what was written in parts: of a text in several languages the first one, of a list of groups of one field each one group.
func whole(v *datum) *datum {
	if v.kind == mapping && len(v.values) > 0 && languages(v) {
		return v.values[0]
	}
	if v.kind == mapping && len(v.values) <= 3 {
		if inner := v.get("rendered", "v", "value", "text"); inner != nil && inner.kind == scalar {
			return inner
		}
	}
	if v.kind != sequence || len(v.values) == 0 {
		return v
	}
	one, seen := &datum{kind: mapping, line: v.line}, map[string]bool{}
	for _, c := range v.values {
		if c.kind != mapping || len(c.keys) != 1 || seen[c.keys[0].text] {
			return v
		}
		seen[c.keys[0].text] = true
		one.keys, one.values = append(one.keys, c.keys[0]), append(one.values, c.values[0])
	}
	return one
}

// languages reports whether a group is a text in several languages: {"en": ..., "pt-BR": ...}.
func languages(v *datum) bool {
	for i, k := range v.keys {
		if v.values[i].kind != scalar {
			return false
		}
		if head, _, _ := strings.Cut(strings.ReplaceAll(k.text, "_", "-"), "-"); len(head) != 2 || len(lexicon.LanguageCode(k.text)) != 2 {
			return false
		}
	}
	return true
}

// nameField returns the field of an entry that may name somebody, and whether its key says so and not only that it is a title or label.
func nameField(v *datum) (name *datum, own bool) {
	if v.kind != mapping {
		return nil, false
	}
	v = oneLanguage(v)
	for i, k := range v.keys {
		c := whole(v.values[i])
		sense := table.SenseOf(k.text)
		switch {
		case c.kind == mapping && (sense == table.OrganizationColumn || sense == table.PersonColumn || sense == table.NameColumn || sense == table.ContactColumn):
			if inner, _ := nameField(c); inner != nil {
				return inner, true
			}
		case c.kind == scalar && table.Names(sense) && text.Trim(c.text) != "" && !strings.Contains(c.text, "://") && c.text != "true" && c.text != "false":
			return c, true // a name of figures is one where its key says so
		case c.kind != scalar || !worded(c.text):
		case name == nil && (sense == table.TitleColumn || sense == table.LabelColumn):
			name = c
		}
	}
	return name, false
}

// worded reports whether a value could be a name: it has letters, and is neither yes nor no nor an address.
func worded(s string) bool {
	return graph.Fold(strings.Trim(s, "0123456789.,-+ ")) != "" && s != "true" && s != "false" && !strings.Contains(s, "://")
}

// unwrapped takes an entry out of what it is wrapped in: {id: 1, fields: {name: Salt Union}}, {node: {...}}.
func unwrapped(v *datum) *datum {
	if name, _ := nameField(v); v.kind != mapping || name != nil {
		return v
	}
	var inner *datum
	out := &datum{kind: mapping, line: v.line}
	for i, c := range v.values {
		if c.kind == mapping && !languages(c) {
			if name, _ := nameField(c); name != nil {
				if inner != nil {
					return v
				}
				inner = c
				continue
			}
		}
		out.keys, out.values = append(out.keys, v.keys[i]), append(out.values, c)
	}
	if inner == nil {
		return v
	}
	out.keys, out.values = append(out.keys, inner.keys...), append(out.values, inner.values...)
	return out
}

// namesIn counts the entries of a list that name somebody or something, and those that have a word of organizations.
func namesIn(v *datum) (n, like int) {
	for _, c := range v.values {
		if name, _ := nameField(c); name != nil {
			if n++; phrase.HasWord(name.text, lexicon.OrgWords) || phrase.HasCompound(name.text) {
				like++
			}
		}
	}
	return n, like
}
