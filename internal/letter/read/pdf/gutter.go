package pdf

import (
	"math"
	"slices"
	"undersigned/internal/letter/rule"
)

// gutter is white space from x0 to x1 that parts the rows top <= i < end into columns.
type gutter struct {
	x0, x1   float64
	top, end int
	start    float64 // where the text to its right begins
	flush    bool    // nearly all of it begins there
}

func (g *gutter) center() float64 { return (g.x0 + g.x1) / 2 }

// rightOf reports whether a word stands right of the gutter.
func (g *gutter) rightOf(w *word) bool {
	if rule.Off("pdf.gutter.rightOf") {
		return false
	}
	if g.flush {
		return w.x0 >= g.start-1.5
	}
	return (w.x0+w.x1)/2 > g.center()
}

// maxSeeds bounds the gaps of a page from which gutters are grown: a letter has some hundred, a hostile page may have 100,000.
const maxSeeds = 3000

// gutters finds the white space that parts rows into columns: a gap in one row is grown upwards and downwards as long as it stays
// wide enough (maximal white rectangles as in T. M. Breuel, Two geometric algorithms for layout analysis, DAS 2002,
// doi:10.1007/3-540-45869-7_23, but grown from gaps, because text has rows). It counts if enough rows have text on both sides and the
// text to the right begins at one place; known ones, from other pages, count with a single row. O(seeds * words).
func gutters(rows []row, known []gutter) []gutter {
	if len(rows) < 1 {
		return nil
	}
	least := leastGutter(rows)
	free, loose := make([][][2]float64, len(rows)), make([][][2]float64, len(rows))
	for i := range rows {
		free[i], loose[i] = freeSpace(&rows[i], least)
	}
	var found []gutter
	seeds := 0
	for i := range rows {
		for _, gap := range free[i] {
			if math.IsInf(gap[0], 0) || math.IsInf(gap[1], 0) || covered(found, i, gap, least) {
				continue
			}
			if seeds++; seeds > maxSeeds {
				return nil
			}
			found = append(found, grow(rows, free, loose, i, gap, least))
		}
	}
	var out []gutter
	for _, g := range found {
		if g, ok := proven(rows, g, known); ok {
			out = append(out, g)
		}
	}
	return out
}

// leastGutter is the width from which white space may part columns: more than the usual blank between words, which is .25 of the size in
// most types and .6 where all letters are of one width.
func leastGutter(rows []row) float64 {
	sizes := make([]float64, len(rows))
	var blanks []float64
	for i := range rows {
		sizes[i] = rows[i].size
		for k := 1; k < len(rows[i].words); k++ {
			if gap := (rows[i].words[k].x0 - rows[i].words[k-1].x1) / rows[i].size; gap > 0.1 && gap < 1 {
				blanks = append(blanks, gap)
			}
		}
	}
	slices.Sort(sizes)
	slices.Sort(blanks)
	least := 0.38
	if n := len(blanks); n > 0 {
		least = min(max(least, 1.5*blanks[n/2]), 0.9)
	}
	return least * sizes[len(sizes)/2]
}

// freeSpace lists a row's gaps that may be columns' borders, and the space before and behind its text. In a justified line every gap
// is wide, so a gap must be wider than the row's usual one, too; those that are not are returned as loose.
func freeSpace(r *row, least float64) (free, loose [][2]float64) {
	var widths []float64
	for i := 1; i < len(r.words); i++ {
		widths = append(widths, r.words[i].x0-r.words[i-1].x1)
	}
	usual := 0.0
	if len(widths) >= 4 {
		sorted := slices.Clone(widths)
		slices.Sort(sorted)
		usual = min(sorted[len(sorted)/4], 0.9*r.size)
	}
	free = [][2]float64{{math.Inf(-1), r.first().x0}}
	end := r.first().x1
	for i, w := range widths {
		if gap := r.words[i+1].x0 - end; r.words[i].stands || gap < least {
		} else if w > 1.6*usual {
			free = append(free, [2]float64{end, r.words[i+1].x0})
		} else {
			loose = append(loose, [2]float64{end, r.words[i+1].x0})
		}
		end = max(end, r.words[i+1].x1)
	}
	return append(free, [2]float64{end, math.Inf(1)}), loose
}

// covered reports whether a gutter that was grown already takes a gap in, which spares growing it again.
func covered(found []gutter, i int, gap [2]float64, least float64) bool {
	for _, g := range found {
		if g.top <= i && i < g.end && min(g.x1, gap[1])-max(g.x0, gap[0]) >= least {
			return true
		}
	}
	return false
}

// grow extends a gap over the rows above and below that leave enough of it free; a loose gap must leave nearly all.
// A row whose text comes closer than that is bridged if a word begins just where the right column does and the rows beyond are free.
func grow(rows []row, free, loose [][][2]float64, i int, gap [2]float64, least float64) gutter {
	g := gutter{x0: gap[0], x1: gap[1], top: i, end: i + 1}
	narrow := func(k int) bool {
		best, width := [2]float64{}, 0.0
		for _, f := range free[k] {
			x0, x1 := max(f[0], g.x0), min(f[1], g.x1)
			if x1-x0 > width {
				best, width = [2]float64{x0, x1}, x1-x0
			}
		}
		for _, f := range loose[k] {
			x0, x1 := max(f[0], g.x0), min(f[1], g.x1)
			if x1-x0 > max(width, 0.8*(g.x1-g.x0)) {
				best, width = [2]float64{x0, x1}, x1-x0
			}
		}
		if width < least {
			return false
		}
		g.x0, g.x1 = best[0], best[1]
		return true
	}
	tight := func(k int) bool {
		for w := 1; w < len(rows[k].words); w++ {
			if x := rows[k].words[w].x0; math.Abs(x-gap[1]) <= 1 && rows[k].words[w-1].x1 <= x+0.5 {
				return true
			}
		}
		return false
	}
	// step says how many rows from k on, in a direction, may be added.
	step := func(k, direction int) int {
		for n := 0; n <= 2 && k >= 0 && k < len(free); n, k = n+1, k+direction {
			if narrow(k) {
				return n + 1
			}
			if !tight(k) {
				break
			}
		}
		return 0
	}
	for n := step(g.end, 1); n > 0; n = step(g.end, 1) {
		g.end += n
	}
	for n := step(g.top-1, -1); n > 0; n = step(g.top-1, -1) {
		g.top -= n
	}
	return g
}
