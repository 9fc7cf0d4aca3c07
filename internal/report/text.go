package report

import "strings"

// oneLine makes runs of white space one blank and drops the characters that turn the direction of the text around them.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)), " ")
}

// wrap breaks a text into at most so many lines of a width; what does not fit ends in an ellipsis. A word that is wider than
// a line is cut.
func wrap(f face, size, width float64, lines int, s string) []string {
	var out []string
	words := strings.Fields(oneLine(s))
	for len(words) > 0 {
		n := 1
		for n < len(words) && textWidth(f, size, strings.Join(words[:n+1], " ")) <= width {
			n++
		}
		if len(out) == lines-1 {
			return append(out, fit(f, size, width, strings.Join(words, " ")))
		}
		out = append(out, fit(f, size, width, strings.Join(words[:n], " ")))
		words = words[n:]
	}
	return out
}
