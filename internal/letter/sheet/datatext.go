package sheet

import (
	"strings"

	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// leastListed is how many names make a list of a text, and longestListed how many words each may have.
const (
	leastListed   = 3
	longestListed = 14
)

// listed makes a list of a text below a key that says that somebody signed: of its lines, or of what stands between its semicolons or commas; nil
// where it is a sentence or one name.
func listed(key string, v *datum) *datum {
	if rule.Off("sheet.listed") || v.kind != scalar || !strong([]string{key}) {
		return nil
	}
	for _, mark := range []string{"\n", ";", ","} {
		parts := strings.Split(strings.TrimSpace(v.text), mark)
		if len(parts) < leastListed {
			continue
		}
		out := &datum{kind: sequence, line: v.line}
		for i, p := range parts {
			p = text.Trim(strings.TrimLeft(text.Trim(p), "-*•·"))
			if p == "" {
				continue
			}
			if text.WordCount(p) > longestListed || text.IsLower(p) || phrase.IsSentence(p) || !worded(p) {
				return nil
			}
			line := v.line
			if mark == "\n" {
				line += i + 1 // a block of text begins below its key
			}
			out.values = append(out.values, &datum{kind: scalar, line: line, text: p})
		}
		return out
	}
	return nil
}
