package plain

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

var numberIn = text.Lazy("plain.numberIn", `(?:^|\s)(\d{1,4})[.)]\s`)

// countedColumns makes items of lines that hold several numbered names each, set in columns: "1. Salt Union   21. Pier Friends". The numbers tell, whatever
// room stands between. Each column counts down the lines.
func countedColumns(lines []document.Line, raws []string) []document.Line {
	if rule.Off("plain.countedColumns") || len(lines) < fewestRows {
		return nil
	}
	type cell struct{ number, line, start, end int }
	var columns [][]cell
	for i, raw := range raws {
		at := numberIn.Compiled().FindAllStringSubmatchIndex(raw, -1)
		if len(at) == 0 || strings.TrimSpace(raw[:at[0][2]]) != "" {
			return nil
		}
		if i == 0 {
			if len(at) < 2 || len(at) > 8 {
				return nil
			}
			columns = make([][]cell, len(at))
		}
		if len(at) > len(columns) {
			return nil
		}
		for k, m := range at {
			n, err := strconv.Atoi(raw[m[2]:m[3]])
			end := len(raw)
			if k+1 < len(at) {
				end = at[k+1][0]
			}
			if c := columns[k]; err != nil || len(c) > 0 && (c[len(c)-1].number != n-1 || c[len(c)-1].line != i-1) {
				return nil
			}
			columns[k] = append(columns[k], cell{n, i, m[1], end})
		}
	}
	var out []document.Line
	for k, column := range columns {
		for _, c := range column {
			l := lines[c.line]
			l.Sort, l.Cells, l.Marker, l.Text = document.Item, nil, strconv.Itoa(c.number)+".", text.Trim(raws[c.line][c.start:c.end])
			if l.Gap = 0; len(out) == 0 {
				l.Gap = lines[0].Gap
			}
			l.Column = k + 1
			if l.Text != "" {
				out = append(out, l)
			}
		}
	}
	return out
}
