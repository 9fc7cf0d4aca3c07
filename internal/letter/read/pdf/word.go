package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
	"undersigned/internal/pdf"
)

// word is a printed word of a page, in points from the top left corner.
type word struct {
	text           string
	x0, y0, x1, y1 float64
	base, size     float64 // baseline and size of the font
	bold           bool
	stands         bool // a bullet or number: the gap behind it is no gap between columns
	mark           string
	led            bool // the mark stands before the word: it begins a footnote
}

// row is the words on one baseline of a page or of a column, from left to right.
type row struct {
	words      []word
	base, size float64
}

func (r *row) first() *word { return &r.words[0] }

// marked reports whether a word of the row has a footnote mark.
func (r *row) marked() bool {
	if rule.Off("pdf.row.marked") {
		return false
	}
	for i := range r.words {
		if r.words[i].mark != "" {
			return true
		}
	}
	return false
}

// end is where the row's text ends.
func (r *row) end() float64 {
	x := 0.0
	for i := range r.words {
		x = max(x, r.words[i].x1)
	}
	return x
}

func (r *row) bold() bool {
	if rule.Off("pdf.row.bold") {
		return false
	}
	for i := range r.words {
		if !r.words[i].bold {
			return false
		}
	}
	return true
}

// text joins the words. Wide gaps that are no column become tabs, as in a text file.
func (r *row) text() string {
	var b strings.Builder
	for i := range r.words {
		if i > 0 {
			if w := r.words[i-1]; !w.stands && r.words[i].x0-w.x1 > 2*r.size {
				b.WriteByte('\t')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(r.words[i].text)
	}
	return text.Trim(b.String())
}

// upright turns a page round whose text mostly runs upwards, downwards or on its head.
func upright(p pdf.Page) pdf.Page {
	chars := map[float64]int{}
	for i := range p.Runs {
		chars[p.Runs[i].Angle] += len(p.Runs[i].Text)
	}
	turn := 0.0
	for _, a := range []float64{90, 180, 270} {
		if chars[a] > chars[turn] {
			turn = a
		}
	}
	if turn == 0 {
		return p
	}
	out := pdf.Page{Width: p.Width, Height: p.Height, Runs: slices.Clone(p.Runs)}
	if turn != 180 {
		out.Width, out.Height = p.Height, p.Width
	}
	for i := range out.Runs {
		r := &out.Runs[i]
		if r.Angle != turn {
			r.Angle = 1 // not of this page's direction
			continue
		}
		x0, y0, x1, y1 := r.X0, r.Y0, r.X1, r.Y1
		switch turn {
		case 90:
			r.X0, r.X1, r.Y0, r.Y1 = y0, y1, p.Width-x1, p.Width-x0
		case 180:
			r.X0, r.X1, r.Y0, r.Y1 = p.Width-x1, p.Width-x0, p.Height-y1, p.Height-y0
		case 270:
			r.X0, r.X1, r.Y0, r.Y1 = p.Height-y1, p.Height-y0, x0, x1
		}
		r.Angle = 0
		r.Baseline = r.Y1 - r.Size*0.2 // the run says its baseline in the other direction; a fifth of the size is below it
	}
	return out
}

// pageWords cuts the runs of a page into words, in content order. Footnote marks (small raised words) go to the word they stand at.
// Text in another direction than the page's is returned apart, as are, where the page has visible text, hidden words.
func pageWords(p pdf.Page) (words []word, apart []string) {
	p = upright(p)
	visible := 0
	for i := range p.Runs {
		if !p.Runs[i].Hidden {
			visible += len(p.Runs[i].Text)
		}
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		switch {
		case r.Angle != 0:
			apart = append(apart, r.Text)
			continue
		case r.Hidden && visible > 0, r.X1 < 0 || r.Y1 < 0 || r.X0 > p.Width || r.Y0 > p.Height:
			continue
		}
		words = addRun(words, r)
	}
	return leadingWords(words), apart
}

func addRun(words []word, r *pdf.Run) []word {
	letters := []rune(r.Text)
	for i, c := range letters {
		if unicode.Is(unicode.Zs, c) { // blanks that do not break, or of another width
			letters[i] = ' '
		}
	}
	placed := len(r.Edges) == len(letters)+1
	wide := func(i int) bool { return !placed || math.Abs(r.Edges[i+1]-r.Edges[i]) > 0.03*r.Size } // less than nothing between slanted letters
	for from := 0; from < len(letters); {
		if letters[from] == ' ' {
			from++
			continue
		}
		to := from
		var text []rune
		for ; to < len(letters) && (letters[to] != ' ' || !wide(to)); to++ { // some programs draw a blank elsewhere than they write it
			switch c := letters[to]; {
			case c == ' ', c == '\u00ad' && !wide(to): // a place to part the word that was not used
			case c == '\u00ad':
				text = append(text, '-')
			default:
				text = append(text, c)
			}
		}
		w := word{text: string(text), x0: r.X0, x1: r.X1, y0: r.Y0, y1: r.Y1, base: r.Baseline, size: r.Size, bold: r.Bold}
		if placed {
			w.x0, w.x1 = r.X0+r.Edges[from], r.X0+r.Edges[to]
		}
		if len(text) == 0 {
			from = to
			continue
		}
		words = addWord(words, w, from > 0 || r.Spaced)
		from = to
	}
	return words
}

// addWord adds a word to those before it in content order: as the mark of the last word, as its end, or as a word of its own.
func addWord(words []word, w word, spaced bool) []word {
	if len(words) == 0 {
		return append(words, w)
	}
	v := &words[len(words)-1]
	gap := w.x0 - v.x1
	if raised(&w, v) && gap > -0.5*v.size && gap < 0.4*v.size {
		v.x1 = max(v.x1, w.x1)
		if isOrdinal(v.text, w.text) {
			v.text += w.text
		} else {
			v.mark += w.text
		}
		return words
	}
	if !spaced && gap > -0.3*v.size && gap < 0.2*max(v.size, w.size) && math.Abs(w.base-v.base) < 0.1*v.size && !isBullet(v.text) {
		v.text += w.text
		v.x1, v.y0, v.y1 = w.x1, min(v.y0, w.y0), max(v.y1, w.y1)
		v.size, v.bold = max(v.size, w.size), v.bold && w.bold
		return words
	}
	return append(words, w)
}

// raised reports whether w is set small and high beside v. A mark is short.
func raised(w, v *word) bool {
	if rule.Off("pdf.raised") {
		return false
	}
	up := v.base - w.base
	return w.size <= 0.85*v.size && up > 0.12*v.size && up < 0.9*v.size && len([]rune(w.text)) <= 6
}

// isOrdinal reports whether a raised text belongs to the number before it: "1er", "2nd", "3ème".
func isOrdinal(number, raised string) bool {
	if rule.Off("pdf.isOrdinal") {
		return false
	}
	r := []rune(number)
	return unicode.IsDigit(r[len(r)-1]) && ordinalEnds.Is(raised)
}

var ordinalEnds = lexicon.PartsOf("{numeral ordinal-end}")

// leadingWords gives raised words that stand before a word ("¹See above") to that word as its mark.
func leadingWords(words []word) []word {
	out := words[:0]
	for i := range words {
		w := words[i]
		if i+1 < len(words) {
			if next := &words[i+1]; raised(&w, next) && next.x0-w.x1 > -0.3*next.size && next.x0-w.x1 < 1.5*next.size {
				next.mark, next.led = w.text, true
				continue
			}
		}
		if isBullet(w.text) && unicode.Is(unicode.Co, []rune(w.text)[0]) {
			w.text = "•"
		}
		out = append(out, w)
	}
	return out
}

// isBullet reports whether a word is a bullet; those of symbol fonts stand in the private use area.
func isBullet(s string) bool {
	if rule.Off("pdf.isBullet") {
		return false
	}
	r := []rune(s)
	return len(r) == 1 && (unicode.Is(unicode.Co, r[0]) || strings.ContainsRune("•▪▫●○◦‣⁃■□◆✓✔➤►❑❖➢◾⚫", r[0]))
}

// pageRows groups words by baseline, rows from top to bottom. O(n log n).
func pageRows(words []word) []row {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b word) int { return text.CompareFloat(a.base, b.base) })
	var rows []row
	for _, w := range words {
		if n := len(rows); n > 0 && w.base-rows[n-1].base <= 0.3*min(w.size, rows[n-1].size) {
			rows[n-1].words = append(rows[n-1].words, w)
			continue
		}
		rows = append(rows, row{words: []word{w}, base: w.base, size: w.size})
	}
	for i := range rows {
		rows[i].finish()
	}
	return rows
}

// finish orders a row's words, takes its size from the largest number of letters, and finds bullets and numbers that stand alone.
func (r *row) finish() {
	slices.SortStableFunc(r.words, func(a, b word) int { return text.CompareFloat(a.x0, b.x0) })
	letters, most := map[float64]int{}, 0
	for i := range r.words {
		w := &r.words[i]
		key := math.Round(2*w.size) / 2
		if letters[key] += len(w.text); letters[key] > most {
			most, r.size = letters[key], w.size
		}
		if i+1 < len(r.words) && (i == 0 || w.x0-r.words[i-1].x1 > 0.8*w.size) && r.words[i+1].x0-w.x1 < 5*w.size {
			m, _ := document.CutMarker(w.text + " x")
			w.stands = m == w.text
		}
	}
}
