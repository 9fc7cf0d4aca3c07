package text

import (
	"strings"
)

// Span is a name cut out of a text.
type Span struct {
	Text       string
	Start, End int // bytes
	Unsure     bool
}

// CutAt cuts at a separator that stands outside brackets.
func CutAt(text, sep string) []Span {
	const wide, closed = "（", "）"
	var out []Span
	depth, start := 0, 0
	add := func(end int) {
		s := start
		for s < end && (text[s] == ' ' || text[s] == ',') {
			s++
		}
		e := end
		for e > s && (text[e-1] == ' ' || text[e-1] == ',') {
			e--
		}
		if e > s {
			out = append(out, Span{Text: text[s:e], Start: s, End: e})
		}
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '(' || c == '[' || c == wide[0] && strings.HasPrefix(text[i:], wide):
			depth++
		case c == ')' || c == ']' || c == closed[0] && strings.HasPrefix(text[i:], closed):
			depth = max(0, depth-1)
		}
		if depth == 0 && strings.HasPrefix(text[i:], sep) {
			add(i)
			i += len(sep) - 1
			start = i + 1
		}
	}
	add(len(text))
	return out
}
