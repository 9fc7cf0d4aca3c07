package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

const (
	minLeads  = 3  // lines of a list that set their beginnings apart
	leadWords = 12 // that a name in bold type has
	restWords = 40 // that what stands behind it has
)

// PartLeads parts the lines of a list in two where nothing but bold type tells names from what is said of them, as in "Rosa Alba Pilot of the
// Lower Harbour" with the first two words in bold: the name is an item, and the rest stands below it. One line alone sets a word apart for
// other reasons, so that most lines of a list must do it; running text behind them, as in a list of demands, is left as it is.
func PartLeads(lines []Line, sentence func(string) bool) []Line {
	if rule.Off("document.PartLeads") {
		return lines
	}
	var out []Line
	done := 0
	for from := 0; from < len(lines); {
		to, leads, last := from, 0, from
		for to < len(lines) && sameList(&lines[from], &lines[to]) {
			if isLead(&lines[to], sentence) {
				leads, last = leads+1, to+1
			}
			to++
		}
		if leads >= minLeads && 10*leads >= 8*(last-from) {
			for k := from; k < last; k++ {
				if l := lines[k]; isLead(&l, sentence) {
					out = append(append(out, lines[done:k]...), parted(l)...)
					done = k + 1
				}
			}
		}
		from = max(to, from+1)
	}
	if done == 0 {
		return lines
	}
	return append(out, lines[done:]...)
}

// sameList reports whether a line may belong to the list that another begins.
func sameList(first, l *Line) bool {
	return l.Sort == first.Sort && l.List == first.List && l.Outside == first.Outside && !l.Below && (l.Sort == Item || l.Sort == Plain && l.Lead != "")
}

// isLead reports whether the bold beginning of a line may be a name and its rest what is said of it.
func isLead(l *Line, sentence func(string) bool) bool {
	rest, found := strings.CutPrefix(l.Text, l.Lead)
	if l.Lead == "" || !found || rest == "" || rest[0] != ' ' {
		return false
	}
	rest = text.Trim(rest)
	last, _ := utf8.DecodeLastRuneInString(l.Lead)
	first, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(first) && (unicode.IsLetter(first) || first == '(') && (unicode.IsLetter(last) || last == ')' || last == '"') &&
		text.WordCount(l.Lead) <= leadWords && text.WordCount(rest) <= restWords && !sentence(l.Lead) && !sentence(rest)
}

// parted are the name of a line and what stands behind it.
func parted(l Line) []Line {
	rest := l
	rest.Text, rest.Lead = text.Trim(strings.TrimPrefix(l.Text, l.Lead)), ""
	rest.Sort, rest.Level, rest.Marker, rest.Gap, rest.Indent, rest.Below = Plain, 0, "", 0, l.Indent+4, true
	l.Text, l.Lead, l.Bold = l.Lead, "", true
	if l.Sort == Plain {
		l.Sort, l.Level, l.Marker = Item, 1, "•"
	}
	return []Line{l, rest}
}
