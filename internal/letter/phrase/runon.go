package phrase

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// RunOns are the marks that stand between the names of a list within a line and hardly ever within a name, with blanks around them.
var RunOns = []string{"•", "·", "|", "●", "▪", "◦", "∙", "⋅", "■", "♦", "★", "¦"}

// longestPart is how many words may stand between two such marks, for the text to be a list: a name with what it is, or who signs for it.
const longestPart = 25

// RunOn returns the mark between the names of a list within a line, "" for none. Two marks at least, and no long text between any two.
func RunOn(s string) string {
	if rule.Off("phrase.RunOn") {
		return ""
	}
	for _, mark := range RunOns {
		if strings.Count(s, mark) < 2 {
			continue
		}
		n, longest := 0, 0
		for part := range strings.SplitSeq(s, " "+mark+" ") {
			longest = max(longest, text.WordCount(part))
			n++
		}
		if n > 2 && longest <= longestPart && n-1 >= strings.Count(s, mark)/2 {
			return mark
		}
	}
	return ""
}

// beginsLarge reports whether what stands between two marks could be a name: it begins in upper case, with a figure, or is spelt so of its own.
func beginsLarge(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return text.BeginsName(r) || r >= '0' && r <= '9' || OwnSpelling(t)
}

// cutMarks takes a mark off the outer ends of a list that begins or ends with one.
func cutMarks(parts []text.Span, mark string) []text.Span {
	out := parts[:0]
	for _, p := range parts {
		t := strings.TrimPrefix(p.Text, mark)
		t = strings.TrimLeft(t, " ")
		p.Start += len(p.Text) - len(t)
		if t = strings.TrimRight(strings.TrimSuffix(t, mark), " "); t == "" {
			continue
		}
		p.Text, p.End = t, p.Start+len(t)
		out = append(out, p)
	}
	return out
}

// Parted reports whether a mark that names have not stands between parts that begin as names do, be it once.
func Parted(s string) bool {
	if rule.Off("phrase.Parted") {
		return false
	}
	for _, mark := range RunOns {
		mark = " " + mark + " "
		if !strings.Contains(s, mark) {
			continue
		}
		for part := range strings.SplitSeq(s, mark) {
			if !beginsLarge(text.Trim(part)) || text.WordCount(part) > longestPart {
				return false
			}
		}
		return true
	}
	return false
}
