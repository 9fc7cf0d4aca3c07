package pdf

import (
	"math"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
)

// columnRun is a run of frames that stand beside each other: for each column its frames from top to bottom.
type columnRun struct {
	from, to int // in the list of frames
	columns  [][]int
}

// followCells puts columns that go on over pages into order. Text that flows fills all columns of a page before it goes on to the next
// page; the cells of a table go on each for itself. The alphabet tells: the order of cells is taken where it ascends over all the
// borders and the order of flowing text does not.
func followCells(frames []frame, ask medium.Words) []frame {
	var out []frame
	for i := 0; i < len(frames); {
		a := columnsAt(frames, i)
		if len(a.columns) < 2 {
			out = append(out, frames[i])
			i++
			continue
		}
		cells := make([][]frame, len(a.columns))
		add := func(x columnRun) {
			for c, column := range x.columns {
				for _, k := range column {
					cells[c] = append(cells[c], frames[k])
				}
			}
		}
		add(a)
		first := frames[a.from].page
		for next := a.to; ; {
			b := columnsAt(frames, next)
			if len(b.columns) != len(a.columns) || frames[b.from].page != frames[a.from].page+1 || !cellsGoOn(frames, a, b, ask) {
				break
			}
			add(b)
			a, next = b, b.to
		}
		for _, column := range cells {
			for _, f := range column {
				f.printed = first
				out = append(out, f)
			}
		}
		i = a.to
	}
	return out
}

// columnsAt is the run of columns that begins at a frame; without columns where there is none.
func columnsAt(frames []frame, i int) columnRun {
	x := columnRun{from: i, to: i}
	for x.to < len(frames) {
		f := &frames[x.to]
		if f.table != nil || f.of < 2 || f.page != frames[i].page || f.of != frames[i].of || f.column != len(x.columns) && f.column != len(x.columns)+1 {
			break
		}
		if f.column > len(x.columns) {
			x.columns = append(x.columns, nil)
		}
		x.columns[f.column-1] = append(x.columns[f.column-1], x.to)
		x.to++
	}
	if i < len(frames) && len(x.columns) != frames[i].of {
		x.columns = nil
	}
	return x
}

func cellsGoOn(frames []frame, a, b columnRun, ask medium.Words) bool {
	if rule.Off("pdf.cellsGoOn") {
		return false
	}
	n := len(a.columns)
	head := func(x columnRun, c int) *row { return &frames[x.columns[c][0]].rows[0] }
	foot := func(x columnRun, c int) *row {
		f := &frames[x.columns[c][len(x.columns[c])-1]]
		return &f.rows[len(f.rows)-1]
	}
	for c := range n {
		if math.Abs(head(a, c).first().x0-head(b, c).first().x0) > 30 || math.Abs(head(a, c).size-head(b, c).size) > 0.5 {
			return false
		}
	}
	// The number or the initial of the name that begins nearest to the border.
	upper := func(x columnRun, c int) string {
		column := x.columns[c]
		for k := len(column) - 1; k >= 0; k-- {
			rows := frames[column[k]].rows
			for r := len(rows) - 1; r >= 0; r-- {
				if m := numberOf(&rows[r]); m != "" {
					return m
				}
			}
		}
		return ask.Initial(foot(x, c).text())
	}
	lower := func(x columnRun, c int) string {
		for _, k := range x.columns[c] {
			for r := range frames[k].rows {
				if m := numberOf(&frames[k].rows[r]); m != "" {
					return m
				}
			}
		}
		return ask.Initial(head(x, c).text())
	}
	cells, flow := 0, 0
	count := func(n *int, up, low string) {
		if up <= low {
			*n++
		}
	}
	count(&flow, upper(a, n-1), lower(b, 0))
	for c := range n {
		count(&cells, upper(a, c), lower(b, c))
		if c+1 < n {
			count(&cells, upper(b, c), lower(a, c+1))
			count(&flow, upper(a, c), lower(a, c+1))
			count(&flow, upper(b, c), lower(b, c+1))
		}
	}
	return cells == 2*n-1 && flow < cells || cells >= flow+2
}

// numberOf is the number that a row begins with, in four digits, or "".
func numberOf(r *row) string {
	marker, _ := document.CutMarker(r.text())
	digits := strings.Trim(marker, ".)([]")
	if digits == "" || len(digits) > 4 || strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return strings.Repeat("0", 4-len(digits)) + digits
}
