package sheet

import (
	"context"
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// Bounds on the lists of a page's programs that are looked at.
const (
	maxAssigned  = 64
	leastBeside  = 3       // names of a list
	longestValue = 1 << 20 // bytes
)

// Beside reads lists of signatories in the data that a document holds beside its text: front matter, and what the programs of a page put there. Only
// a key that says that somebody signed is believed, since such data holds much else. The entry behind each row comes with it.
func Beside(ctx context.Context, name string, parts []document.Data, limits medium.Limits) ([]draft.Row, []*entry.Entry) {
	if rule.Off("sheet.Beside") {
		return nil, nil
	}
	var out []draft.Row
	for _, part := range parts {
		for _, root := range rootsOf(name, part) {
			r := dataReader{ctx: ctx, name: name, limits: limits}
			r.walk(shaped(root, 0), nil)
			for i := range r.lists {
				l := &r.lists[i]
				if keyKind(l.path) != signingKey || !strong(l.path) {
					continue
				}
				rows := r.rows(l, &draft.Draft{})
				if !namesOf(rows, part.Program) {
					continue
				}
				for k := range rows {
					shift(&rows[k], part.First-1)
				}
				out = append(out, rows...)
			}
		}
		if len(out) > limits.Rows {
			break
		}
	}
	behind := make([]*entry.Entry, len(out))
	for i := range out {
		behind[i] = &entry.Entry{Text: out[i].Name, Lines: []document.Line{{Number: out[i].Line, Text: out[i].Text, Sort: document.Item}}, Marked: true, Setting: section.Setting{Origin: section.Announced}}
	}
	return out, behind
}

func shift(r *draft.Row, by int) {
	r.Line, r.Order = r.Line+by, r.Order+by
	for i := range r.Evidence {
		r.Evidence[i].Line += by
	}
}

// namesOf reports whether the rows of a list name somebody: keys such as "supported" head lists of programs, too.
func namesOf(rows []draft.Row, program bool) bool {
	long := 0
	for i := range rows {
		n := rows[i].Name
		if text.IsLower(n) || strings.ContainsAny(n, "_/{}<>=\\") {
			return false
		}
		if text.WordCount(n) > 1 {
			long++
		}
	}
	return len(rows) >= leastBeside && (!program || 2*long >= len(rows))
}

// rootsOf parses a part: front matter as YAML or TOML, a program's values that stand behind keys which say that somebody signed.
func rootsOf(name string, part document.Data) []*datum {
	if part.TOML {
		return []*datum{parseTOML(name, part.Text)}
	}
	if !part.Program {
		if !slices.ContainsFunc(strings.Split(part.Text, "\n"), func(l string) bool {
			key, rest, ok := strings.Cut(l, ":")
			return ok && (text.Trim(rest) == "" || strings.HasPrefix(text.Trim(rest), "[")) && strong([]string{text.Trim(key)})
		}) {
			return nil
		}
		if root, _, err := parseYAML(name, part.Text); err == nil {
			return []*datum{root}
		}
		return nil
	}
	if t := strings.TrimSpace(part.Text); strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[") {
		if root, err := parseJSON(name, part.Text); err == nil {
			return []*datum{root}
		}
	}
	var out []*datum
	for n, at := 0, 0; n < maxAssigned && at < len(part.Text); n++ {
		m := valued.FindStringSubmatchIndex(part.Text[at:])
		if m == nil {
			break
		}
		key := part.Text[at+m[2] : at+m[3]]
		open := at + m[1] - 1
		at += m[1]
		if !strong([]string{key}) {
			n--
			continue
		}
		end := closing(part.Text[open:min(len(part.Text), open+longestValue)])
		if end == 0 {
			continue
		}
		value := part.Text[open : open+end]
		at = open + end
		root, err := parseAnyJSON(name, value)
		if err != nil {
			if root, _, err = parseYAML(name, strings.ReplaceAll(comment.ReplaceAllString(value, ""), "\t", " ")); err != nil {
				continue
			}
		}
		lineUp(root, strings.Count(part.Text[:open], "\n"), 0)
		out = append(out, &datum{kind: mapping, line: root.line, keys: []*datum{{kind: scalar, text: key, line: root.line}}, values: []*datum{root}})
	}
	return out
}

// valued finds a key of a program and the bracket that opens its value.
var valued = text.Lazy("sheet.valued", `([\p{L}_$][\p{L}\d_$]{3,40})["']?\s*[:=]\s*[\[{]`)

func lineUp(v *datum, by, depth int) {
	if by == 0 || depth > maxDataDepth {
		return
	}
	v.line += by
	for _, k := range v.keys {
		k.line += by
	}
	for _, c := range v.values {
		lineUp(c, by, depth+1)
	}
}

// closing returns the length of the bracketed value at the head of s, 0 where it does not end.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '{', '(':
			depth++
		case ']', '}', ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'', '`':
			quote := s[i]
			for i++; i < len(s) && s[i] != quote; i++ {
				if s[i] == '\\' {
					i++
				}
			}
		case '/':
			if strings.HasPrefix(s[i:], "//") {
				for i < len(s) && s[i] != '\n' {
					i++
				}
			}
		}
	}
	return 0
}
