package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// wrapsBySign decides the lines that may follow the one above, where the medium knows where lines end. Most such lines begin a name: a
// name that just fills its line is more usual than a wrap that shows by nothing but its width. So they are joined only if they are no
// name by themselves, or break an order of the alphabet that the lines around keep. false where there are no signs.
func wrapsBySign(lines []line, out []int) bool {
	perhaps, signs := 0, false
	for i := 1; i < len(lines); i++ {
		signs = signs || lines[i].sign != noSign
		if lines[i].sign == mayFollow && out[i] == 0 {
			perhaps++
		}
	}
	if perhaps == 0 {
		return signs
	}
	sorted := mostlySorted(lines, out)
	told := mostlyTold(lines, out)
	last := ""
	for i := range lines {
		own := initial(lines[i].text)
		if i > 0 && lines[i].sign == mayFollow && out[i] == 0 {
			next := nextInitial(lines, out, i)
			switch {
			case isFragment(lines[i].text), told && !strings.Contains(lines[i].text, ","), isBare(lines[i].text) && (!sorted || breaksOrder(lines, out, i)),
				sorted && !between(last, own, next) && !between(last, letterOf(strings.ToLower(lines[i].text)), next):
				out[i] = 1
			}
		}
		if out[i] == 0 {
			last = own
		}
	}
	return true
}

// mostlySorted reports whether the lines that surely begin a name ascend from one to the next, up to restarts.
func mostlySorted(lines []line, out []int) bool {
	up, pairs, last := 0, 0, ""
	for i := range lines {
		if out[i] != 0 || lines[i].sign == mayFollow {
			continue
		}
		own := initial(lines[i].text)
		if last != "" {
			if pairs++; own >= last {
				up++
			}
		}
		last = own
	}
	return pairs >= 5 && 10*up >= 8*pairs
}

// mostlyTold reports whether nearly all lines that surely begin a name have a comma: persons with what they are. A line without one is
// then the rest of the one above.
func mostlyTold(lines []line, out []int) bool {
	all, commas := 0, 0
	for i := range lines {
		if out[i] == 0 && lines[i].sign != mayFollow {
			if all++; strings.Contains(lines[i].text, ",") {
				commas++
			}
		}
	}
	return all >= 4 && 10*commas >= 8*all
}

// breaksOrder reports whether a line stands after the next that surely begins a name, by the alphabet.
func breaksOrder(lines []line, out []int, i int) bool {
	for k := i + 1; k < len(lines); k++ {
		if out[k] == 0 && lines[k].sign != mayFollow {
			return graph.Fold(lines[i].text) > graph.Fold(lines[k].text)
		}
	}
	return false
}

// between reports whether an initial is in its place between two others; where the order restarts there, it may belong to either side.
func between(before, own, after string) bool {
	if after == "" || before <= after {
		return before <= own && (own <= after || after == "")
	}
	return own >= before || own <= after
}

// nextInitial is the initial of the next line that surely begins a name.
func nextInitial(lines []line, out []int, i int) string {
	for k := i + 1; k < len(lines); k++ {
		if out[k] == 0 && lines[k].sign != mayFollow {
			return initial(lines[k].text)
		}
	}
	return ""
}

// initial is the letter by which a name is sorted, without accent: articles and titles do not count.
func initial(s string) string {
	s = strings.ToLower(s)
	for {
		first, rest, ok := strings.Cut(s, " ")
		if !ok || !honorifics[strings.Trim(first, ".,")] {
			return letterOf(cutArticle(s))
		}
		s = rest
	}
}

func cutArticle(s string) string {
	for _, article := range []string{"the ", "les ", "la ", "le ", "l'", "l’", "die ", "der ", "das "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}

func letterOf(s string) string {
	for _, r := range norm.NFD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(r)
		}
	}
	return ""
}

// isFragment reports whether a text is no name by itself: words that only end names, or what stands in brackets.
func isFragment(s string) bool {
	return generic(s) || strings.HasPrefix(s, "(") || strings.HasPrefix(s, "[") || isLower(s)
}

// isBare reports whether a text is a single plain word: few organizations are called so, and those with capitals, digits or dots within.
func isBare(s string) bool {
	if strings.ContainsAny(s, " .&+@0123456789") || utf8.RuneCountInString(s) < 3 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[size:]) == s[size:]
}
