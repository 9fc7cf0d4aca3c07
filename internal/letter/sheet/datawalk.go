package sheet

import (
	"context"
	"fmt"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// dataList is a list that may hold signatories.
type dataList struct {
	path  []string // the keys it stands under, the innermost last
	items []*datum
	lines []string // the line of the text that each item is
	named bool     // its items have fields, one of them a name
	again bool     // in another language
}

type dataReader struct {
	ctx      context.Context
	name     string
	limits   medium.Limits
	text     []string // what was read, line by line
	line     int      // values seen
	lists    []dataList
	warnings []string
	unread   []string         // what was not read, or only guessed, as sentences
	belongs  bool             // the names may be of those who belong to somebody and did not sign
	pieces   []document.Piece // the groups of each list that gave rows, as rows of a table
	fields   [][]string       // and its header
}

// walk writes a value down as text and collects the lists in it.
func (r *dataReader) walk(v *datum, path []string) {
	if r.line++; r.line > r.limits.Lines || r.line&0x3ff == 0 && r.ctx.Err() != nil {
		return
	}
	switch v.kind {
	case mapping:
		if r.namesAsKeys(v, path) {
			return
		}
		if names := r.namesByHandle(v, path); names != nil {
			r.sequence(names, path)
			return
		}
		if entriesByKey(v) {
			r.sequence(v, path)
			return
		}
		for i, k := range v.keys {
			child := v.values[i]
			if names := listed(k.text, child); names != nil {
				r.text = append(r.text, k.text+":")
				r.sequence(names, append(path[:len(path):len(path)], k.text))
				continue
			}
			if child.kind == scalar {
				r.line++
				r.text = append(r.text, k.text+": "+text.OneLine(child.text))
				continue
			}
			r.text = append(r.text, k.text+":")
			r.walk(child, append(path[:len(path):len(path)], k.text))
		}
	case sequence:
		r.sequence(v, path)
	case scalar:
		r.text = append(r.text, text.OneLine(v.text))
	}
}

// sequence takes a list of texts or of groups of fields. Lists within lists say nothing of their own.
func (r *dataReader) sequence(v *datum, path []string) {
	l := dataList{path: path}
	var deeper []*datum
	for _, item := range r.entries(v.values) {
		r.line++
		switch {
		case item.kind == scalar && text.Trim(item.text) != "":
			l.add(item, text.OneLine(item.text))
		case item.kind == mapping && named(item) && !hasLists(item):
			_, own := nameField(item)
			l.named = l.named || own
			l.add(item, entryText(item))
		case item.kind == mapping:
			deeper = append(deeper, item)
		}
	}
	if r.text = append(r.text, l.lines...); len(l.items) > 0 {
		r.lists = append(r.lists, l)
	}
	for _, item := range deeper {
		inner := path
		if name := item.get("title", "name", "heading", "label", "type", "group"); name != nil && name.kind == scalar {
			inner = append(path[:len(path):len(path)], name.text)
		}
		r.walk(item, inner)
	}
}

// entries returns the items of a list. A group in which a field stands twice is two: the dash or bracket between them was forgotten,
// and the second would hide the first or be lost.
func (r *dataReader) entries(items []*datum) []*datum {
	var out []*datum
	for _, item := range items {
		if item.kind != mapping {
			out = append(out, item)
			continue
		}
		item = unwrapped(item)
		part, seen := &datum{kind: mapping, line: item.line}, map[string]bool{}
		for i, k := range item.keys {
			if seen[k.text] {
				out = append(out, part)
				part = &datum{kind: mapping, line: k.line}
				clear(seen)
				r.warnings = append(r.warnings, fmt.Sprintf("%s, line %d: %q stands twice in one entry; two were made of it.", r.name, k.line, text.OneLine(k.text)))
			}
			seen[k.text] = true
			part.keys, part.values = append(part.keys, k), append(part.values, item.values[i])
		}
		out = append(out, part)
	}
	return out
}

func (l *dataList) add(item *datum, text string) {
	l.items, l.lines = append(l.items, item), append(l.lines, text)
}

// namesAsKeys takes a group whose keys are the names: "Salt Union: https://...", "Salt Union: {country: Chile}".
func (r *dataReader) namesAsKeys(v *datum, path []string) bool {
	if rule.Off("sheet.dataReader.namesAsKeys") {
		return false
	}
	if kind := keyKind(r.withFile(path)); len(v.keys) < 3 || kind != signingKey && (kind == otherKey || len(path) > 0 || !namelike(v.keys)) {
		return false
	}
	l := dataList{path: path, named: true}
	for i, k := range v.keys {
		child := v.values[i]
		switch child.kind {
		case scalar:
			if !phrase.LooksLikeAddress(child.text) && !lexicon.IsPlace(child.text) && !office.PictureName.MatchString(strings.ToLower(child.text)) {
				return false
			}
		case mapping:
			if hasLists(child) || named(child) || !described(child) {
				return false
			}
		default:
			return false
		}
		item := &datum{kind: mapping, line: k.line, keys: []*datum{{kind: scalar, text: "name", line: k.line}}, values: []*datum{k}}
		if child.kind == mapping {
			item.keys, item.values = append(item.keys, child.keys...), append(item.values, child.values...)
		}
		r.line++
		l.add(item, k.text+": "+flatText(child))
	}
	r.text = append(r.text, l.lines...)
	r.lists = append(r.lists, l)
	return true
}

// entryText writes an entry as one line, a person's two names together.
func entryText(v *datum) string {
	var first, last *datum
	for i, k := range v.keys {
		switch table.SenseOf(k.text) {
		case table.FirstColumn:
			first = v.values[i]
		case table.LastColumn:
			last = v.values[i]
		}
	}
	if first == nil || last == nil || first.kind != scalar || last.kind != scalar {
		return flatText(v)
	}
	rest := &datum{kind: mapping}
	for i, c := range v.values {
		if c != first && c != last {
			rest.keys, rest.values = append(rest.keys, v.keys[i]), append(rest.values, c)
		}
	}
	return text.Trim(strings.TrimSuffix("name: "+text.OneLine(text.OneLine(first.text)+" "+text.OneLine(last.text))+", "+flatText(rest), ", "))
}

// flatText writes a group of fields as one line.
func flatText(v *datum) string {
	switch v.kind {
	case scalar:
		return text.OneLine(v.text)
	case mapping:
		parts := make([]string, 0, len(v.keys))
		for i, k := range v.keys {
			parts = append(parts, k.text+": "+flatText(v.values[i]))
		}
		return strings.Join(parts, ", ")
	case sequence:
		parts := make([]string, 0, len(v.values))
		for _, c := range v.values {
			parts = append(parts, flatText(c))
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// withFile puts the file's name before a path: it says what the file holds ("partners.yml").
func (r *dataReader) withFile(path []string) []string {
	return append([]string{draft.BaseTitle(r.name)}, path...)
}
