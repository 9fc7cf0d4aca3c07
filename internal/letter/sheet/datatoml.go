package sheet

import (
	"strings"

	"undersigned/internal/letter/text"
)

// parseTOML reads what front matter as TOML holds lists in: keys with values that are literals, [tables] and [[lists of tables]]. What it cannot
// read is passed over, line by line: front matter is not the letter.
func parseTOML(name, s string) *datum {
	root := &datum{kind: mapping, line: 1}
	r := literalReader{name: name, s: s, line: 1, toml: true}
	into := root
	for r.at < len(s) {
		r.blanks()
		line, _, _ := strings.Cut(s[r.at:], "\n")
		switch bare := text.Trim(line); {
		case strings.HasPrefix(bare, "[[") && strings.HasSuffix(bare, "]]"):
			into = root.list(strings.Trim(bare, "[] "), r.lineHere())
		case strings.HasPrefix(bare, "[") && strings.HasSuffix(bare, "]"):
			into = root.table(strings.Trim(bare, "[] "), r.lineHere())
		case strings.Contains(line, "="):
			at, here := strings.IndexByte(line, '='), r.lineHere()
			key := &datum{kind: scalar, line: here, text: strings.Trim(text.Trim(line[:at]), `"'`)}
			r.at += at + 1
			r.blanks()
			if v, err := r.value(0); err == nil {
				into.keys, into.values = append(into.keys, key), append(into.values, v)
			}
			line, _, _ = strings.Cut(s[r.at:], "\n")
		}
		r.at += min(len(line)+1, len(s)-r.at)
	}
	return root
}

// table returns the group under a key, made where there is none.
func (v *datum) table(key string, line int) *datum {
	if old := v.get(key); old != nil && old.kind == mapping {
		return old
	}
	made := &datum{kind: mapping, line: line}
	v.keys, v.values = append(v.keys, &datum{kind: scalar, line: line, text: key}), append(v.values, made)
	return made
}

// list returns a new entry of the list under a key.
func (v *datum) list(key string, line int) *datum {
	all := v.get(key)
	if all == nil || all.kind != sequence {
		all = &datum{kind: sequence, line: line}
		v.keys, v.values = append(v.keys, &datum{kind: scalar, line: line, text: key}), append(v.values, all)
	}
	made := &datum{kind: mapping, line: line}
	all.values = append(all.values, made)
	return made
}
