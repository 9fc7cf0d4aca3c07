package markdown

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// gridReader reads the grid tables of Pandoc's Markdown: rows between rules of "+---+", whose cells go over several lines. A row becomes
// one line with the number of its first source line; a cell's lines that end with a backslash, or stand apart, are its own lines.
type gridReader struct {
	cells  [][]string // of the row being read: lines of each cell
	number int
}

var gridRule = text.Lazy("markdown.gridRule", `^\+([-=:]{3,}\+)+$`)

// line takes a source line of a grid; it reports whether the line belongs to one.
func (g *gridReader) line(t string, number int, r *markdownReader) bool {
	if rule.Off("markdown.gridReader.line") {
		return false
	}
	if strings.HasPrefix(t, "+") && gridRule.MatchString(t) {
		g.flush(r, strings.Contains(t, "="))
		g.cells, g.number = make([][]string, strings.Count(t, "+")-1), 0
		return true
	}
	if g.cells == nil {
		return false
	}
	if !strings.HasPrefix(t, "|") {
		g.flush(r, false)
		g.cells = nil
		return false
	}
	for i, c := range splitCells(t) {
		if i < len(g.cells) {
			g.cells[i] = append(g.cells[i], text.Trim(c))
			if g.number == 0 && text.Trim(c) != "" {
				g.number = number
			}
		}
	}
	return true
}

// flush prints the row.
func (g *gridReader) flush(r *markdownReader, header bool) {
	l := document.Line{Number: g.number, Gap: r.gap, Sort: document.Cells, Header: header && (len(r.lines) == 0 || r.lines[len(r.lines)-1].Sort != document.Cells)}
	filled := []string{}
	for _, c := range g.cells {
		var b strings.Builder
		for _, t := range c {
			if t == "" {
				continue
			}
			b.WriteString(t)
			if strings.HasSuffix(t, `\`) {
				b.WriteString("\x00")
			} else {
				b.WriteByte(' ')
			}
		}
		var lines []string
		for t := range strings.SplitSeq(strings.ReplaceAll(b.String(), "\\\x00", "\x00"), "\x00") {
			if t = text.Trim(plain.EmptyLink.ReplaceAllString(plain.Inline(t), "")); t != "" {
				lines = append(lines, t)
			}
		}
		text := strings.Join(lines, "\n")
		l.Cells = append(l.Cells, text)
		if text != "" {
			filled = append(filled, strings.Join(lines, " "))
		}
	}
	if len(filled) == 0 || g.number == 0 {
		return
	}
	l.Text = strings.Join(filled, " | ")
	r.lines = append(r.lines, l)
	r.gap = 0
}
