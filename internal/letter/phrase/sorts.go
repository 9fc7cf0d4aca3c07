package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// splitSorts cuts the groups of a list that is sorted within its line, "Unions: A, B; Schools: C, D", into names without what they are called.
// It takes two groups of several names, so that "Salt Union: Friends of the Pier, North" between other names stays one.
func splitSorts(parts []text.Span) []text.Span {
	if rule.Off("phrase.splitSorts") {
		return parts
	}
	groups := 0
	for i := range parts {
		if _, ok := sorted(parts[i].Text); ok {
			groups++
		}
	}
	if groups < 2 {
		return parts
	}
	var out []text.Span
	for k, p := range parts {
		at, ok := sorted(p.Text)
		if !ok && (k > 0 || groups < len(parts)-1 || !strings.Contains(p.Text, ", ")) { // the label of the first may have announced the list
			out = append(out, p)
			continue
		}
		for _, n := range splitCommas(p.Text[at:], 0) {
			n.Start, n.End = n.Start+p.Start+at, n.End+p.Start+at
			out = append(out, n)
		}
	}
	return out
}

// sorted returns where the names of a group begin whose label stands before a colon.
func sorted(t string) (at int, ok bool) {
	label, names, found := strings.Cut(t, ": ")
	first, _ := utf8.DecodeRuneInString(text.Trim(label))
	if !found || text.WordCount(label) > 4 || strings.ContainsAny(label, ",()0123456789") || !unicode.IsUpper(first) || !strings.Contains(names, ", ") || strings.Contains(names, ": ") {
		return 0, false
	}
	return len(label) + 2, true
}
