package entry

import (
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// wrapsBySign decides the lines that may follow the one above, where the medium knows where lines end. Most such lines begin a name: a
// name that just fills its line is more usual than a wrap that shows by nothing but its width. So they are joined only if they are no
// name by themselves, or break an order of the alphabet that the lines around keep. false where there are no signs.
func wrapsBySign(lines []document.Line, out []int) bool {
	if rule.Off("entry.wrapsBySign") {
		return false
	}
	perhaps, signs := 0, false
	for i := 1; i < len(lines); i++ {
		signs = signs || lines[i].Sign != document.NoSign
		if lines[i].Sign == document.MayFollow && out[i] == 0 {
			perhaps++
		}
	}
	if perhaps == 0 {
		return signs
	}
	sorted := mostlySorted(lines, out)
	told := mostlyTold(lines, out)
	doubtful := func(i int) bool { return i > 0 && lines[i].Sign == document.MayFollow && out[i] == 0 }
	for i := range lines {
		if !doubtful(i) {
			continue
		}
		text := lines[i].Text
		switch {
		case isFragment(text), told && !strings.Contains(text, ","), !sorted && isBare(text):
			out[i] = 1
		}
	}
	if sorted {
		before := ""
		var run []int
		settle := func(after string) {
			texts := make([]string, len(run))
			for k, i := range run {
				texts[k] = lines[i].Text
			}
			for k, begins := range longestOrder(texts, before, after) {
				if !begins {
					out[run[k]] = 1
				}
			}
			run = run[:0]
		}
		for i := range lines {
			if doubtful(i) {
				run = append(run, i)
			} else if out[i] == 0 {
				settle(lines[i].Text)
				before = lines[i].Text
			}
		}
		settle("")
	}
	return true
}

// longestOrder chooses the texts that begin names: those that keep the order between the names before and after, as many as can be, where a
// single word counts less than a line of several. Initials are compared, and whole words of lines that are a single one. O(n²), n at most 64.
func longestOrder(texts []string, before, after string) []bool {
	n := min(len(texts), 64)
	in := make([]bool, len(texts))
	for i := n; i < len(texts); i++ {
		in[i] = true
	}
	if phrase.Initial(before) > phrase.Initial(after) && after != "" {
		after = "" // the order begins anew somewhere between
	}
	fits := func(a, b string) bool {
		if a == "" || b == "" || b[0] >= utf8.RuneSelf && phrase.Initial(a) >= "t" { // "Ö" stands with O, or behind Z
			return true
		}
		if isBare(a) || isBare(b) {
			return sortKey(a) <= sortKey(b)
		}
		return phrase.Initial(a) <= phrase.Initial(b) || phrase.LetterOf(strings.ToLower(a)) <= phrase.Initial(b) || phrase.Initial(a) <= phrase.LetterOf(strings.ToLower(b))
	}
	best, from := make([]float64, n), make([]int, n)
	top := -1
	for i := range n {
		from[i] = -1
		if t := texts[i]; !fits(before, t) || !fits(t, after) {
			continue
		}
		for k := range i {
			if best[k] > 0 && fits(texts[k], texts[i]) && (from[i] < 0 || best[k] > best[from[i]]) {
				from[i] = k
			}
		}
		if best[i] = 1; isBare(texts[i]) {
			best[i] = 0.4
		}
		if from[i] >= 0 {
			best[i] += best[from[i]]
		}
		if top < 0 || best[i] > best[top] {
			top = i
		}
	}
	for i := top; i >= 0; i = from[i] {
		in[i] = true
	}
	return in
}

// sortKey is what a name is sorted by.
func sortKey(s string) string { return graph.Fold(phrase.CutArticle(strings.ToLower(s))) }

// mostlySorted reports whether the lines that surely begin a name ascend from one to the next, up to restarts.
func mostlySorted(lines []document.Line, out []int) bool {
	if rule.Off("entry.mostlySorted") {
		return false
	}
	up, pairs, last := 0, 0, ""
	for i := range lines {
		if out[i] != 0 || lines[i].Sign == document.MayFollow {
			continue
		}
		own := phrase.Initial(lines[i].Text)
		if last != "" {
			if pairs++; own >= last {
				up++
			}
		}
		last = own
	}
	return pairs >= 8 && 10*up >= 8*pairs || pairs >= 5 && up == pairs
}

// mostlyTold reports whether nearly all lines that surely begin a name have a comma: persons with what they are. A line without one is
// then the rest of the one above.
func mostlyTold(lines []document.Line, out []int) bool {
	if rule.Off("entry.mostlyTold") {
		return false
	}
	all, commas := 0, 0
	for i := range lines {
		if out[i] == 0 && lines[i].Sign != document.MayFollow {
			if all++; strings.Contains(lines[i].Text, ",") {
				commas++
			}
		}
	}
	return all >= 4 && 10*commas >= 8*all
}

// isFragment reports whether a text cannot begin a name.
func isFragment(s string) bool {
	if rule.Off("entry.isFragment") {
		return false
	}
	return strings.HasPrefix(s, "(") || strings.HasPrefix(s, "[") || text.IsLower(s)
}

// isBare reports whether a text is a single plain word: few organizations are called so, and those with capitals, digits or dots within.
func isBare(s string) bool {
	if rule.Off("entry.isBare") {
		return false
	}
	if strings.ContainsAny(s, " .&+@0123456789") || utf8.RuneCountInString(s) < 3 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[size:]) == s[size:]
}
