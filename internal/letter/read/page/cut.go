package page

import "undersigned/internal/letter/document"

// cut takes lines off the end, and what is known of them.
func (w *htmlWalker) cut(start int) { w.sift(start, func(int) bool { return false }) }

// sift takes the lines from start on off the end, and what is known of them, save those that are kept. Cells of tables that are still being read move
// with their lines: a hidden row is one without any.
func (w *htmlWalker) sift(start int, keep func(i int) bool) {
	var lines []document.Line
	var marks []lineMarks
	at := make([]int, 0, len(w.lines)-start) // where each line goes, or the next that is kept
	for i := start; i < len(w.lines); i++ {
		at = append(at, start+len(lines))
		if keep(i) {
			lines, marks = append(lines, w.lines[i]), append(marks, w.marks[i])
		}
	}
	move := func(place *int) {
		if k := *place - start; k >= len(at) {
			*place = min(*place, start+len(lines))
		} else if k > 0 {
			*place = at[k]
		}
	}
	for i := range w.stack {
		if t := w.stack[i].table; t != nil && t.end > start {
			t.move(start, move)
		}
	}
	w.lines, w.marks = append(w.lines[:start], lines...), append(w.marks[:start], marks...)
	for len(w.cards) > 0 && w.cards[len(w.cards)-1].end > start {
		w.cards = w.cards[:len(w.cards)-1]
	}
	for len(w.shown) > 0 && w.shown[len(w.shown)-1].at > start {
		w.shown = w.shown[:len(w.shown)-1]
	}
}

// move moves the cells that end behind start. They are the last ones.
func (t *htmlTable) move(start int, move func(place *int)) {
	move(&t.from)
	move(&t.until)
	move(&t.end)
	for i := len(t.rows) - 1; i >= 0; i-- {
		for k := len(t.rows[i]) - 1; k >= 0; k-- {
			c := &t.rows[i][k]
			if c.end <= start {
				return
			}
			move(&c.start)
			move(&c.end)
		}
	}
}
