package plain

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Text has no tables, but people set some with blanks: lines below each other whose parts begin in the same places. Such lines are rows of cells
// here, if they are a table by what their cells say; columns of names that stand side by side are left to package entry.

// fewestRows is how many lines below each other make a table.
const fewestRows = 3

// setColumns makes rows of the lines of a text that are set in columns. raws are the lines as they stand in it.
func setColumns(lines []document.Line, raws []string, ask medium.Words) []document.Line {
	if rule.Off("plain.setColumns") || ask == nil {
		return lines
	}
	var out []document.Line
	for i := 0; i < len(lines); {
		to := i + 1
		for to < len(lines) && lines[to].Gap == 0 {
			to++
		}
		if items := countedColumns(lines[i:to], raws[i:to]); items != nil {
			if out == nil {
				out = append(make([]document.Line, 0, len(lines)), lines[:i]...)
			}
			out = append(out, items...)
		} else if rows := tableOf(lines[i:to], raws[i:to], ask); rows != nil {
			if out == nil {
				out = append(make([]document.Line, 0, len(lines)), lines[:i]...)
			}
			out = append(out, rows...)
		} else if out != nil {
			out = append(out, lines[i:to]...)
		}
		i = to
	}
	if out == nil {
		return lines
	}
	return out
}

// tableOf makes rows of lines that stand below each other; nil where they are no table. A line above its header may be the heading of the whole.
func tableOf(lines []document.Line, raws []string, ask medium.Words) []document.Line {
	above := 0
	if len(lines) > fewestRows && len(text.WideGap.Split(text.Trim(raws[0]))) == 1 && !strings.Contains(text.Trim(raws[0]), "  ") && len(text.WideGap.Split(text.Trim(raws[1]))) > 1 {
		above = 1
	}
	lines, rest := lines[above:], lines[:above]
	raws = raws[above:]
	if len(lines) < fewestRows {
		return nil
	}
	cells := cutByTabs(raws)
	if cells == nil {
		cells = cutByBlanks(raws)
	}
	if cells == nil || labels(cells) {
		return nil
	}
	rows, numbers := joinRows(cells)
	if len(rows) < fewestRows {
		return nil
	}
	header := ask.Header(rows[0])
	if !header && !ask.Table(rows, false) && (!tight(raws, cells) || !ask.SideBySide(rows)) {
		return nil
	}
	out := append([]document.Line{}, rest...)
	for i, row := range rows {
		l := lines[numbers[i]]
		l.Sort, l.Marker, l.Cells = document.Cells, "", row
		l.Text = text.Trim(strings.Join(row, " | "))
		l.Header = header && i == 0
		out = append(out, l)
	}
	return out
}

// tight reports whether a cell fills its column in some line, so that only the place tells where the next one begins.
func tight(raws []string, cells [][]string) bool {
	for i, row := range cells {
		filled := 0
		for _, c := range row {
			if c != "" {
				filled++
			}
		}
		if filled > len(gaps.Split(text.Trim(raws[i]))) {
			return true
		}
	}
	return false
}

// labels reports whether the first column ends its cells with colons, as the head of a memorandum does.
func labels(cells [][]string) bool {
	n := 0
	for _, row := range cells {
		if strings.HasSuffix(row[0], ":") {
			n++
		}
	}
	return 2*n >= len(cells)
}

// joinRows puts a line whose first cell is empty to the row above, which goes on in it. It returns the rows and the line that each begins in; none where
// more lines go on than begin.
func joinRows(cells [][]string) (rows [][]string, first []int) {
	for i, row := range cells {
		if row[0] != "" || len(rows) == 0 {
			rows, first = append(rows, row), append(first, i)
			continue
		}
		above := rows[len(rows)-1]
		for k, c := range row {
			above[k] = text.Trim(above[k] + " " + c)
		}
	}
	if 2*len(rows) < len(cells) {
		return nil, nil
	}
	return rows, first
}

// cutByTabs cuts lines at tabs, where nearly all have as many.
func cutByTabs(raws []string) [][]string {
	times := map[int]int{}
	usual := 0
	out := make([][]string, len(raws))
	for i, raw := range raws {
		for _, c := range tabs.Split(strings.TrimRight(raw, " \t\r")) {
			out[i] = append(out[i], text.Trim(c))
		}
		if times[len(out[i])]++; times[len(out[i])] > times[usual] {
			usual = len(out[i])
		}
	}
	if usual < 2 || 10*times[usual] < 8*len(raws) {
		return nil
	}
	for i, row := range out {
		if len(row) > usual {
			return nil
		}
		for len(out[i]) < usual {
			out[i] = append(out[i], "")
		}
	}
	return out
}

var tabs = text.Lazy("plain.tabs", `\t+`)

// widest is how far to the right a column may begin.
const widest = 400

// cutByBlanks cuts lines at the places where the columns begin: a word begins there in half of the lines, and all but a fifth have a blank before it, two
// and more in half.
func cutByBlanks(raws []string) [][]string {
	n := len(raws)
	runes := make([][]rune, n)
	starts := make([]int, widest)
	wide := make([]int, widest)
	for i, raw := range raws {
		raw = strings.ReplaceAll(strings.TrimRight(raw, " \t\r\u00a0"), "\u00a0", " ")
		if strings.ContainsRune(raw, '\t') || len(raw) > 4*widest || !utf8.ValidString(raw) {
			return nil
		}
		runes[i] = []rune(raw)
		for c := 1; c < len(runes[i]) && c < widest; c++ {
			if runes[i][c] != ' ' && runes[i][c-1] == ' ' {
				starts[c]++
				if c > 1 && runes[i][c-2] == ' ' {
					wide[c]++
				}
			}
		}
	}
	at := []int{0}
	for c := 2; c < widest; c++ {
		if 2*starts[c] < n || 2*wide[c] < starts[c] {
			continue
		}
		crossed := 0
		for _, line := range runes {
			if c < len(line) && line[c-1] != ' ' && line[c] != ' ' { // a cell that just fills its column ends here
				crossed++
			}
		}
		if 5*crossed <= n {
			at = append(at, c)
		}
	}
	for len(at) > 1 && emptyBefore(runes, at[1]) {
		at = at[1:] // all lines are set in
	}
	if len(at) < 2 || len(at) > 12 {
		return nil
	}
	out := make([][]string, n)
	for i, line := range runes {
		row, ok := cutLine(line, at)
		if !ok {
			return nil
		}
		out[i] = row
	}
	return out
}

// emptyBefore reports whether no line has anything before a place.
func emptyBefore(runes [][]rune, c int) bool {
	for _, line := range runes {
		if text.Trim(string(line[:min(c, len(line))])) != "" {
			return false
		}
	}
	return true
}

// cutLine cuts a line at the places where columns begin. A cell that is a little too long for its column shifts those after it, as far as the line has no
// gap that makes it good; where gaps divide as many cells as there are columns, they are believed.
func cutLine(line []rune, at []int) ([]string, bool) {
	row := make([]string, len(at))
	begins := make([]int, len(at))
	shift := 0
	for k, c := range at {
		pos := c
		if shift > 0 && (c >= len(line) || line[c] == ' ' || line[c-1] != ' ') {
			pos += shift
		} else {
			shift = 0
		}
		if pos < len(line) && pos > 0 && line[pos-1] != ' ' {
			next := pos
			for next < len(line) && line[next] != ' ' {
				next++
			}
			if next++; next-pos > longestShift || next >= len(line) {
				return cutByGaps(line, len(at))
			}
			shift += next - pos
			pos = next
		}
		begins[k] = pos
	}
	for k, from := range begins {
		to := len(line)
		if k+1 < len(at) {
			to = min(to, begins[k+1])
		}
		if from < to {
			row[k] = text.Trim(string(line[from:to]))
		}
	}
	return row, true
}

// longestShift is how far a cell may reach into the next column.
const longestShift = 8

func cutByGaps(line []rune, columns int) ([]string, bool) {
	parts := gaps.Split(text.Trim(string(line)))
	if len(parts) != columns {
		return nil, false
	}
	for i := range parts {
		parts[i] = text.Trim(parts[i])
	}
	return parts, true
}

var gaps = text.Lazy("plain.gaps", ` {2,}`)
