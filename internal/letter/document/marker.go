package document

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Bullets are the characters that lists begin their items with.
const Bullets = "•·▪▫●○◦‣⁃■□◆✓✔➤►*–—-+・◎◇★☆◯"

// CutMarker takes a bullet or a number off a line. Numbers need a mark ("1.", "(1)", "[1]", "1)") or a tab.
func CutMarker(s string) (marker, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(Bullets, r) {
		after := s[size:]
		if next := text.Trim(after); next != "" && (after != next || strings.ContainsRune("•·▪●○◦‣■・◎◇★☆◯", r)) {
			return s[:size], next
		}
		return "", s
	}
	if marker, rest = cutWide(s); marker != "" {
		return marker, rest
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
	if next == "" || (after == next && s[i] != '\t') || s[i] == '.' && isMonthFirst(next, i-start == 4) || i-start == 4 && next[0] >= '0' && next[0] <= '9' {
		return "", s // "12.12.12", "3.5 million", "5. Mai 2021", "2022. 9. 14.", "2021. május 5."
	}
	return s[:end], next
}

// isMonthFirst reports whether a text begins with the name of a month: then the number before it is a day, or a year where the day follows.
func isMonthFirst(s string, year bool) bool {
	if rule.Off("document.isMonthFirst") {
		return false
	}
	w, rest, _ := strings.Cut(s, " ")
	return lexicon.Months()[text.Fold(w)] > 0 && (len(rest) >= 4 || year && rest != "") && rest[0] >= '0' && rest[0] <= '9'
}

// CutRules takes the rules off a heading that is drawn between two: "--- Signatories ---", "== Persons ==".
func CutRules(s string) (inner string, ok bool) {
	m := betweenRules.FindStringSubmatch(s)
	if m == nil || text.WordCount(m[1]) > 9 || rule.Off("document.CutRules") {
		return s, false
	}
	return m[1], true
}

var betweenRules = text.Lazy("document.betweenRules", `^(?:[-–—=~_#]{2,}|[*•·]{2,} |[-–—=~_*•·] [-–—=~_*•· ]+ )\s*([^\s\-–—=~_*#•·](?:.*[^\s\-–—=~_*#•·])?)\s*(?:[-–—=~_#]{2,}| [*•·]{2,}| [-–—=~_*•· ]+ [-–—=~_*•·])$`)

// DropLoneMarkers makes plain lines of items that are alone among plain lines: a dash that begins one line is a dash.
func DropLoneMarkers(lines []Line) []Line {
	lines = glued(countOn(runOn(joinMarkers(lines))))
	for i := range lines {
		l := &lines[i]
		if l.Sort == Plain {
			if inner, ok := CutRules(l.Text); ok {
				l.Sort, l.Level, l.Text = Heading, 7, inner
			}
			continue
		}
		if l.Sort != Item || !strings.ContainsAny(l.Marker, "–—-+*") {
			continue
		}
		before := i > 0 && lines[i-1].Sort == Item
		for k := i - 1; k >= 0 && k > i-5 && !before && lines[k+1].Gap == 0 && (lines[k].Sort == Item || lines[k].Indent > l.Indent); k-- {
			before = lines[k].Sort == Item && lines[k].Marker == l.Marker // lines that are set in stand between
		}
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

// gluedMarker is a number that no blank stands after, or nothing but blanks.
var gluedMarker = text.Lazy("document.gluedMarker", `^\(?(\d{1,4})(?:(?:[.)]-?|\.\)|[.,]?-|º\.?|°|/|:) ?|[ \x{a0}\t]+)(\p{L}|["“„«(].)`)

// glued makes items of lines whose number is glued to the name, or marked in a way that single lines are not believed: three or more that
// count on, and numbers that go on with the items around them.
func glued(lines []Line) []Line {
	if rule.Off("document.glued") {
		return lines
	}
	number := func(i int) (n int, fresh bool) {
		l := &lines[i]
		if l.Sort == Item {
			return NumberIn(l.Marker), false
		}
		if m := gluedMarker.FindStringSubmatchIndex(l.Text); l.Sort == Plain && m != nil && !isMonthFirst(l.Text[m[4]:], m[3]-m[2] == 4) {
			return NumberIn(l.Text[m[2]:m[3]]), true
		}
		return 0, false
	}
	for i := 0; i < len(lines); {
		n, _ := number(i)
		if n == 0 {
			i++
			continue
		}
		counted, members := 1, []int{i}
		last := i
		for k := i + 1; k < len(lines) && k <= last+4; k++ { // a name may wrap
			if next, _ := number(k); next == n+counted {
				counted++
				last = k
				members = append(members, k)
			} else if next > 0 {
				break
			}
		}
		if counted >= 3 {
			for _, k := range members {
				if _, fresh := number(k); fresh {
					l := &lines[k]
					m := gluedMarker.FindStringSubmatchIndex(l.Text)
					l.Sort, l.Marker, l.Text = Item, text.Trim(l.Text[:m[4]]), text.Trim(l.Text[m[4]:])
				}
			}
		}
		i = last + 1
	}
	return lines
}

const solid = "•·▪■●◆"

// runOn divides a paragraph in which bullets stand between names, and not before lines: each name is an item of its own.
func runOn(lines []Line) []Line {
	if rule.Off("document.runOn") {
		return lines
	}
	var out []Line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.Sort != Item || !strings.Contains(solid, l.Marker) || l.Marker == "" || !strings.Contains(l.Text, l.Marker) {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]Line, 0, len(lines)+8), lines[:i]...)
		}
		to := i + 1
		for to < len(lines) && lines[to].Gap == 0 && (lines[to].Sort == Plain || lines[to].Sort == Item && lines[to].Marker == l.Marker && strings.Contains(lines[to-1].Text, l.Marker)) {
			to++
		}
		out = append(out, divided(lines[i:to], l.Marker, max(1, mostLines-len(out)))...)
		i = to - 1
	}
	if out == nil {
		return lines
	}
	return out
}

// mostLines bounds what bullets make of a document: megabytes of them would be millions of lines, and no reader takes so many.
const mostLines = 300_000

// divided makes an item of each text between bullets; a text that goes over the end of a line is a wrap. What would be more than most stays whole.
func divided(lines []Line, bullet string, most int) []Line {
	var out []Line
	open := false // whether the last text may go on in the next line
	for i, l := range lines {
		fresh := i == 0 || l.Sort == Item
		parts := strings.SplitN(l.Text, bullet, max(1, most-len(out)))
		for k, part := range parts {
			part = text.Trim(part)
			starts := fresh || k > 0
			if part == "" {
				open = open && k == 0 && !starts
				if k > 0 || starts {
					open = false
				}
				continue
			}
			next := l
			next.Text, next.Gap = part, 0
			if i == 0 && k == 0 {
				next.Gap = l.Gap
			}
			if starts || !open {
				next.Sort, next.Marker = Item, bullet
			} else {
				next.Sort, next.Marker, next.Indent, next.Sign = Plain, "", l.Indent+2, Follows
			}
			out = append(out, next)
			open = true
		}
	}
	return out
}
