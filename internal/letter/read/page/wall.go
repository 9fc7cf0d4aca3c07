package page

import (
	"slices"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// shown is a run of pictures for which it is not clear yet whether they are a wall of logos.
type shown struct {
	at  int // lines before it
	run []namedPicture
}

// A wall has at least so many logos: three in a row, or five below headings of their own ("A", "Belgium").
const (
	minLogos = 3
	minParts = 5
)

// printPictures ends a run of pictures: three or more with names are a wall of logos; whether fewer are part of one, the page tells.
func (w *htmlWalker) printPictures() {
	if e := w.holder(); e != nil && len(w.lines) == e.start && len(e.alts) >= minLogos {
		w.pictures, e.alts = append(w.pictures, e.alts...), nil // above text in a cell that sets the page
	}
	run := w.pictures
	w.pictures = nil
	if len(run) < minLogos {
		if len(run) > 0 {
			w.shown = append(w.shown, shown{len(w.lines), run})
		}
		return
	}
	lines := logos(run, max(w.gap, 1))
	w.lines, w.marks = append(w.lines, lines...), append(w.marks, make([]lineMarks, len(lines))...)
	w.gap = 1
}

func logos(run []namedPicture, gap int) []document.Line {
	var out []document.Line
	for _, p := range run {
		out = append(out, document.Line{Number: p.line, Text: p.text, Sort: document.Item, Marker: "•", Level: 1, Gap: gap, Picture: true, Said: p.said})
		gap = 0
	}
	return out
}

// endPictures ends an item or a cell that holds nothing but pictures: one names it, several are a part of a wall.
func (w *htmlWalker) endPictures(e *element) namedPicture {
	alts := e.alts
	e.alts = nil
	switch {
	case len(w.lines) > e.start || len(alts) == 0:
		return namedPicture{}
	case len(alts) == 1 || e.tag == atom.Li && len(alts) < minLogos:
		return alts[0]
	}
	w.pictures = append(w.pictures, alts...)
	w.printPictures()
	return namedPicture{}
}

// layoutPictures keeps the pictures of the cells of a table that only sets the page.
func (w *htmlWalker) layoutPictures(t *htmlTable) {
	for _, r := range t.rows {
		for _, c := range r {
			if c.alt.text == "" {
				continue
			}
			if n := len(w.shown) - 1; n >= 0 && w.shown[n].at == c.start {
				w.shown[n].run = append(w.shown[n].run, c.alt)
				continue
			}
			w.shown = append(w.shown, shown{c.start, []namedPicture{c.alt}})
		}
	}
}

// joinWalls prints runs of pictures with no more than a short line between them as the parts of one wall: there are more pictures than lines
// between them, so that these head the pictures, and no picture shows what a line names.
func (w *htmlWalker) joinWalls() {
	if len(w.shown) == 0 || rule.Off("page.htmlWalker.joinWalls") {
		return
	}
	slices.SortStableFunc(w.shown, func(a, b shown) int { return a.at - b.at })
	var out []document.Line
	var marks []lineMarks
	done := 0
	copyTo := func(at int) {
		out, marks = append(out, w.lines[done:at]...), append(marks, w.marks[done:at]...)
		done = at
	}
	for from := 0; from < len(w.shown); {
		to, pictures, between := from+1, len(w.shown[from].run), 0
		for ; to < len(w.shown); to++ {
			heads, printed := w.between(w.shown[to-1].at, w.shown[to].at)
			if heads < 0 {
				break
			}
			between += heads
			pictures += printed + len(w.shown[to].run)
		}
		if wall := pictures >= minLogos && between == 0 || pictures >= minParts && pictures > between; wall {
			for _, s := range w.shown[from:to] {
				copyTo(s.at)
				lines := logos(s.run, 1)
				out, marks = append(out, lines...), append(marks, make([]lineMarks, len(lines))...)
			}
		}
		from = to
	}
	copyTo(len(w.lines))
	w.lines, w.marks = out, marks
}

// between counts the short lines and the pictures that stand between two runs of pictures; -1 where there is more than one line in a row, or a
// long one.
func (w *htmlWalker) between(from, to int) (heads, pictures int) {
	row := 0
	for i := from; i < to; i++ {
		l := &w.lines[i]
		if l.Picture {
			pictures++
			row = 0
			continue
		}
		if row++; row > 1 || l.Sort == document.Item || text.WordCount(l.Text) > 6 {
			return -1, 0
		}
		heads++
	}
	return heads, pictures
}
