package letter

import (
	"context"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
)

var textMedium = medium{name: "text", extensions: []string{"txt", "text"}, read: readText}

// readText reads plain text. Form feeds (as pdftotext writes them) count pages.
func readText(ctx context.Context, s source) (*paper, error) {
	text, warnings := decode(s.name, s.data)
	lines, err := textLines(ctx, s.name, text, s.limits, 1)
	if err != nil {
		return nil, err
	}
	return &paper{lines: lines, warnings: warnings}, nil
}

// textLines cuts text into printed lines, numbered from first.
func textLines(ctx context.Context, name, text string, limits Limits, first int) ([]line, error) {
	page := 0
	if strings.Contains(text, "\f") {
		page = 1
	}
	var lines []line
	number, gap, signature := first-1, 0, false
	for raw := range strings.SplitSeq(text, "\n") {
		number++
		if number&0xfff == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx, name)
		}
		if number > limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
		for strings.HasPrefix(raw, "\f") {
			raw, page = raw[1:], page+1
		}
		feeds := strings.Count(raw, "\f")
		raw = strings.ReplaceAll(raw, "\f", " ")
		l := line{page: page, number: number, gap: gap, indent: indentOf(raw)}
		page += feeds
		l.text = trim(raw)
		if l.text == "--" { // what follows is a mail's signature
			signature = true
			gap++
			continue
		}
		if l.text == "" || isRule(l.text) {
			gap++
			continue
		}
		l.outside = signature
		gap = 0
		if marker, rest := cutMarker(l.text); marker != "" && rest != "" {
			l.sort, l.marker, l.text = item, marker, rest
		}
		lines = append(lines, l)
	}
	return dropLoneMarkers(lines), nil
}

func cancelled(ctx context.Context, name string) error {
	return graph.Wrap(graph.Cancelled, context.Cause(ctx), "reading "+name+" was stopped before it was done")
}

func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// isRule reports whether a line is drawn with characters: "-----", "* * *", "_____".
func isRule(s string) bool {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("-_=*~#—–· .", r) {
			return false
		}
		if r != ' ' {
			n++
		}
	}
	return n >= 3 || s == "—"
}

const bullets = "•·▪▫●○◦‣⁃■□◆✓✔➤►*–—-+"

// cutMarker takes a bullet or a number off a line. Numbers need a mark ("1.", "(1)", "[1]", "1)") or a tab.
func cutMarker(s string) (marker, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		after := s[size:]
		if next := trim(after); next != "" && (after != next || strings.ContainsRune("•·▪●○◦‣■", r)) {
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
	next := trim(after)
	if next == "" || (after == next && s[i] != '\t') || s[i] == '.' && isMonthFirst(next) {
		return "", s // "12.12.12", "3.5 million", "5. Mai 2021"
	}
	return s[:end], next
}

// isMonthFirst reports whether a text begins with the name of a month: then the number before it is a day.
func isMonthFirst(s string) bool {
	w, rest, _ := strings.Cut(s, " ")
	return months[foldWord(w)] > 0 && len(rest) >= 4 && rest[0] >= '0' && rest[0] <= '9'
}

// dropLoneMarkers makes plain lines of items that are alone among plain lines: a dash that begins one line is a dash.
func dropLoneMarkers(lines []line) []line {
	lines = joinMarkers(lines)
	for i := range lines {
		l := &lines[i]
		if l.sort != item || !strings.ContainsAny(l.marker, "–—-+*") {
			continue
		}
		before := i > 0 && lines[i-1].sort == item
		after := false
		for k := i + 1; k < len(lines) && k < i+4 && !after; k++ {
			after = lines[k].sort == item
		}
		if !before && !after {
			l.sort, l.text, l.marker = plain, l.marker+" "+l.text, ""
		}
	}
	return lines
}

// joinMarkers makes items of lines whose bullet or number stands on the line above, alone.
func joinMarkers(lines []line) []line {
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.sort == plain && i+1 < len(lines) && lines[i+1].sort == plain && lines[i+1].gap == 0 && loneMarker.MatchString(l.text) {
			next := lines[i+1]
			next.sort, next.marker, next.gap, next.indent = item, l.text, l.gap, l.indent
			out = append(out, next)
			i++
			continue
		}
		out = append(out, l)
	}
	return out
}

var loneMarker = lazy(`^([-*+•·–]|\(?\d{1,4}[.)])$`)

// trim takes white space off both ends, zero-width and no-break spaces included.
func trim(s string) string {
	return strings.Trim(s, " \t\n\v\f\r\u00a0\u200b\u200c\u200d\u2060\ufeff\u2002\u2003\u2009\u202f")
}
