package document

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Bullets are the characters that lists begin their items with.
const Bullets = "•·▪▫●○◦‣⁃■□◆✓✔➤►*–—-+"

// CutMarker takes a bullet or a number off a line. Numbers need a mark ("1.", "(1)", "[1]", "1)") or a tab.
func CutMarker(s string) (marker, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(Bullets, r) {
		after := s[size:]
		if next := text.Trim(after); next != "" && (after != next || strings.ContainsRune("•·▪●○◦‣■", r)) {
			return s[:size], next
		}
		return "", s
	}
	open := s[0] == '(' || s[0] == '['
	i := 0
	if open {
		i = 1
	}
	start := i
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == start && !open && len(s) > 2 && s[1] == ')' && s[0] >= 'a' && s[0] <= 'z' {
		i = 1 // "a)"
	}
	if i == start || i-start > 4 || i == len(s) {
		return "", s
	}
	end := i
	switch {
	case !open && s[i] == '-' && i-start <= 3 && i+1 < len(s) && s[i+1] == ' ', open && (s[i] == ')' || s[i] == ']'), !open && (s[i] == '.' || s[i] == ')' || s[i] == '\t'):
		end++
	default:
		return "", s
	}
	after := s[end:]
	next := text.Trim(after)
	if next == "" || (after == next && s[i] != '\t') || s[i] == '.' && isMonthFirst(next) {
		return "", s // "12.12.12", "3.5 million", "5. Mai 2021"
	}
	return s[:end], next
}

// isMonthFirst reports whether a text begins with the name of a month: then the number before it is a day.
func isMonthFirst(s string) bool {
	if rule.Off("document.isMonthFirst") {
		return false
	}
	w, rest, _ := strings.Cut(s, " ")
	return lexicon.Months[text.Fold(w)] > 0 && len(rest) >= 4 && rest[0] >= '0' && rest[0] <= '9'
}

// DropLoneMarkers makes plain lines of items that are alone among plain lines: a dash that begins one line is a dash.
func DropLoneMarkers(lines []Line) []Line {
	lines = joinMarkers(lines)
	for i := range lines {
		l := &lines[i]
		if l.Sort != Item || !strings.ContainsAny(l.Marker, "–—-+*") {
			continue
		}
		before := i > 0 && lines[i-1].Sort == Item
		after := false
		for k := i + 1; k < len(lines) && k < i+4 && !after; k++ {
			after = lines[k].Sort == Item
		}
		if !before && !after {
			l.Sort, l.Text, l.Marker = Plain, l.Marker+" "+l.Text, ""
		}
	}
	return lines
}

// joinMarkers makes items of lines whose bullet or number stands on the line above, alone.
func joinMarkers(lines []Line) []Line {
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.Sort == Plain && i+1 < len(lines) && lines[i+1].Sort == Plain && lines[i+1].Gap == 0 && loneMarker.MatchString(l.Text) {
			next := lines[i+1]
			next.Sort, next.Marker, next.Gap, next.Indent = Item, l.Text, l.Gap, l.Indent
			out = append(out, next)
			i++
			continue
		}
		out = append(out, l)
	}
	return out
}

var loneMarker = text.Lazy("document.loneMarker", `^([-*+•·–]|\(?\d{1,4}[.)])$`)
