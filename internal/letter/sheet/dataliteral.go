package sheet

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/text"
)

// literalReader reads what programs hold data in: JSON with names before it, keys without quotation marks, text in single ones, commas
// after the last value, remarks. Nothing is run: of what is no literal only the words are skipped.
type literalReader struct {
	name, s  string
	at, line int
	counted  int  // up to where lines were counted
	toml     bool // remarks begin with #, and = stands behind names
}

// literalStart finds where data begin in a program: after "=", "export default" or "return", and in the brackets of a call.
var literalStart = text.Lazy("sheet.literalStart", `(?:^|[\s;])(?:(?:var|let|const)\s+[\w$]+(?:\s*:\s*[\w<>\[\]]+)?\s*=|(?:module\.)?exports(?:\.\w+)?\s*=|(?:window|self|this|globalThis)(?:\.[\w$]+|\["[^"\n]*"\])\s*=|export\s+default|return|[\w$.]+\s*=|[\w$.]+\()\s*[\[{]`)

// nameOfLiteral is the name that a program gives its data.
var nameOfLiteral = text.Lazy("sheet.nameOfLiteral", `([\w$]+)(?:\s*:\s*[\w<>\[\]]+)?\s*(?:=|\()\s*[\[{]$`)

// parseAnyJSON reads JSON, and what only looks like it. What is wrong with it is told as of JSON, unless it is a program.
func parseAnyJSON(name, s string) (*datum, error) {
	if !looksJSON(s) {
		return parseLiterals(name, s)
	}
	root, err := parseJSON(name, s)
	if graph.CodeOf(err) == graph.Invalid {
		if loose, looseErr := parseLiterals(name, s); looseErr == nil {
			return loose, nil
		}
	}
	return root, err
}

// parseLiterals reads all data of a program; each list stands under the name that it was given.
func parseLiterals(name, s string) (*datum, error) {
	r := literalReader{name: name, s: s, line: 1}
	all := &datum{kind: mapping, line: 1}
	var first error
	if looksJSON(s) {
		r.blanks()
		return r.value(0)
	}
	for r.at < len(s) {
		found := literalStart.FindStringIndex(s[r.at:])
		if found == nil {
			break
		}
		begin := s[r.at+found[0] : r.at+found[1]]
		r.at += found[1] - 1
		key := &datum{kind: scalar, line: r.lineHere()}
		if m := nameOfLiteral.FindStringSubmatch(begin); m != nil {
			key.text = m[1]
		}
		v, err := r.value(0)
		if err != nil { // a block of code, or data that are computed: what follows the fault is looked at, so that work is linear
			if graph.CodeOf(err) == graph.TooLarge {
				return nil, err
			}
			if first == nil {
				first = err
			}
			continue
		}
		all.keys, all.values = append(all.keys, key), append(all.values, v)
	}
	switch {
	case len(all.values) == 1 && keyKind([]string{all.keys[0].text}) != otherKey:
		return all.values[0], nil // what it is called says nothing, or the same as the file
	case len(all.values) > 0:
		return all, nil
	case first != nil:
		return nil, first
	}
	return nil, graph.Errorf(graph.Invalid, "%s has no data that could be read: save the list as JSON or CSV", name)
}

func (r *literalReader) lineHere() int {
	r.line += strings.Count(r.s[r.counted:r.at], "\n")
	r.counted = r.at
	return r.line
}

func (r *literalReader) broken(what string) error {
	return graph.Errorf(graph.Invalid, "%s, line %d: %s; mend the line, or save the list as JSON or CSV", r.name, r.lineHere(), what)
}

// blanks skips white space and remarks.
func (r *literalReader) blanks() {
	for r.at < len(r.s) {
		rest := r.s[r.at:]
		end := -1
		switch {
		case r.toml && rest[0] == '#', !r.toml && strings.HasPrefix(rest, "//"):
			end = strings.IndexByte(rest, '\n')
		case strings.HasPrefix(rest, "/*"):
			if end = strings.Index(rest, "*/"); end >= 0 {
				end += 2
			}
		default:
			c, n := utf8.DecodeRuneInString(rest)
			if !unicode.IsSpace(c) && c != '\ufeff' {
				return
			}
			end = n
		}
		if end < 0 {
			end = len(rest)
		}
		r.at += end
	}
}

func (r *literalReader) value(depth int) (*datum, error) {
	v := &datum{line: r.lineHere()}
	if depth > maxDataDepth {
		return nil, tooNested(r.name, v.line)
	}
	if r.at >= len(r.s) {
		return nil, r.broken("the data end before they are complete")
	}
	var err error
	switch c := r.s[r.at]; {
	case c == '{' || c == '[':
		err = r.collection(v, depth)
	case c == '"' || c == '\'' || c == '`':
		v.kind = scalar
		v.text, err = r.quoted()
	default:
		if v.text = r.word(); v.text == "" {
			return nil, r.broken("this is no list of data")
		}
		if v.kind = scalar; v.text == "null" || v.text == "undefined" {
			v.kind, v.text = nothing, ""
		}
	}
	return v, err
}

func (r *literalReader) collection(v *datum, depth int) error {
	end := byte(']')
	v.kind = sequence
	if r.s[r.at] == '{' {
		v.kind, end = mapping, '}'
	}
	r.at++
	for {
		r.blanks()
		if r.at >= len(r.s) {
			return r.broken("the data end before they are complete")
		}
		if r.s[r.at] == end {
			r.at++
			return nil
		}
		child, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		r.blanks()
		if v.kind == mapping {
			short := child.kind == scalar && !r.toml && r.at < len(r.s) && (r.s[r.at] == ',' || r.s[r.at] == end) // {name, logo}
			if !short && (child.kind != scalar || r.at >= len(r.s) || r.s[r.at] != ':' && !(r.toml && r.s[r.at] == '=')) {
				return r.broken("a value without a name")
			}
			v.keys = append(v.keys, child)
			if short {
				child = &datum{line: child.line}
			} else {
				r.at++
				r.blanks()
				if child, err = r.value(depth + 1); err != nil {
					return err
				}
				r.called(child)
				r.blanks()
			}
		}
		v.values = append(v.values, child)
		switch {
		case r.at < len(r.s) && r.s[r.at] == ',':
			r.at++
		case r.at < len(r.s) && r.s[r.at] != end:
			return r.broken("a comma is missing, or a value is computed")
		}
	}
}

// called passes over the arguments of a call such as require("./logo.png"): what it gives is unknown.
func (r *literalReader) called(v *datum) {
	if r.at >= len(r.s) || r.s[r.at] != '(' || v.kind != scalar {
		return
	}
	if end := closing(r.s[r.at:min(len(r.s), r.at+longestCall)]); end > 0 {
		r.at += end
		v.kind, v.text = nothing, ""
	}
}

// longestCall bounds the arguments of a call, in bytes.
const longestCall = 300

// word reads a number, a name, true or null.
func (r *literalReader) word() string {
	n := strings.IndexFunc(r.s[r.at:], func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_$.+-", c)
	})
	if n < 0 {
		n = len(r.s) - r.at
	}
	w := r.s[r.at : r.at+n]
	r.at += n
	return w
}

// quoted reads a text in quotation marks.
func (r *literalReader) quoted() (string, error) {
	mark := r.s[r.at]
	r.at++
	var b strings.Builder
	for r.at < len(r.s) {
		c := r.s[r.at]
		switch {
		case c == mark:
			r.at++
			return strings.ToValidUTF8(b.String(), "\uFFFD"), nil
		case c == '\n' && mark != '`':
			return "", r.broken("a quotation mark is opened and not closed")
		case c == '\\' && r.at+1 < len(r.s):
			r.escaped(&b)
		default:
			b.WriteByte(c)
			r.at++
		}
	}
	return "", r.broken("a quotation mark is opened and not closed")
}

// escaped reads what a backslash stands before.
func (r *literalReader) escaped(b *strings.Builder) {
	c := r.s[r.at+1]
	r.at += 2
	digits := map[byte]int{'u': 4, 'x': 2}[c]
	switch {
	case c == 'n' || c == 'r' || c == 't':
		b.WriteByte(' ')
	case c == '\n':
	case digits > 0 && r.at+digits <= len(r.s):
		n, err := strconv.ParseUint(r.s[r.at:r.at+digits], 16, 32)
		if err == nil {
			b.WriteRune(rune(n))
			r.at += digits
		}
	default:
		b.WriteByte(c)
	}
}

// looksJSON reports whether a text begins as an object or a list does.
func looksJSON(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return s != "" && (s[0] == '{' || s[0] == '[')
}
