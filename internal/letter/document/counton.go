package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// longestCounted is how many characters a name between two numbers of a line may have.
const longestCounted = 60

// countOn divides lines that number several names: "1. River Watch 2. Salt Union 3. Sun Guild". Two numbers have to count on within a line, or one where
// the lines above or below count on with it.
func countOn(lines []Line) []Line {
	if rule.Off("document.countOn") {
		return lines
	}
	var out []Line
	before := 0 // the last number above
	for i := range lines {
		parts := countedParts(&lines[i])
		if len(parts) == 2 && !between(before, parts, lines[i+1:]) {
			parts = nil
		}
		before = NumberIn(lines[i].Marker) + max(0, len(parts)-1)
		if len(parts) < 2 {
			if out != nil {
				out = append(out, lines[i])
			}
			continue
		}
		if out == nil {
			out = append(make([]Line, 0, len(lines)+8), lines[:i]...)
		}
		out = append(out, parts...)
	}
	if out == nil {
		return lines
	}
	return out
}

// between reports whether the numbers of two parts go on from the one above, or with the one below.
func between(before int, parts, below []Line) bool {
	if rule.Off("document.between") {
		return false
	}
	return before > 0 && NumberIn(parts[0].Marker) == before+1 || len(below) > 0 && below[0].Sort == Item && NumberIn(below[0].Marker) == NumberIn(parts[1].Marker)+1
}

// countedParts cuts an item where the numbers after its own stand, marked as that is; nil where none does, or what stands between is long.
func countedParts(l *Line) []Line {
	first := NumberIn(l.Marker)
	if l.Sort != Item || first == 0 {
		return nil
	}
	own := strconv.Itoa(first)
	before, after, ok := strings.Cut(text.Figures(l.Marker), own)
	if !ok || after == "" {
		return nil
	}
	var out []Line
	rest := l.Text
	part := *l
	for n := first + 1; ; n++ {
		marker := before + strconv.Itoa(n) + after
		i := strings.Index(rest, " "+marker)
		end := i + 1 + len(marker)
		if i <= 0 || end >= len(rest) || rest[end] != ' ' && after != "、" {
			break
		}
		part.Text = text.Trim(rest[:i])
		out = append(out, part)
		part = *l
		part.Marker, part.Gap = marker, 0
		rest = rest[end:]
	}
	part.Text = text.Trim(rest)
	out = append(out, part)
	for i := range out {
		if out[i].Text == "" || utf8.RuneCountInString(out[i].Text) > longestCounted {
			return nil
		}
	}
	return out
}
