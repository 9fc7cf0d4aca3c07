package report

import (
	"sort"
	"strings"
	"unicode"
)

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

// shorten cuts a string at 30 characters with an ellipsis, as all labels of the explorer are.
func shorten(s string) string { return cut(s, 30) }

func cut(s string, limit int) string {
	runes := []rune(oneLine(s))
	if len(runes) <= limit {
		return string(runes)
	}
	end := limit - 1
	for end > 0 && (runes[end-1] == ' ' || unicode.Is(unicode.Mn, runes[end])) {
		end-- // neither a blank before the ellipsis nor a letter without its mark
	}
	return string(runes[:end]) + "…"
}

// fit cuts a string with an ellipsis until it is at most so wide.
func fit(f face, size, width float64, s string) string {
	s = oneLine(s)
	if textWidth(f, size, s) <= width {
		return s
	}
	// The first length that is too long; the ellipsis at least is left.
	n := len([]rune(s))
	tooLong := 1 + sort.Search(n-1, func(i int) bool { return textWidth(f, size, cut(s, i+1)) > width })
	return cut(s, max(tooLong-1, 1))
}
