package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// card is an element that may be one of a wall of them.
type card struct {
	kind       string // its tag and class, and those of the element around it
	start, end int    // lines
}

const (
	minWall  = 4   // cards
	maxWall  = 400 // kinds of cards that are looked at
	maxLines = 15  // of a card
)

// endCard notes an element that may be a card.
func (w *htmlWalker) endCard(e *element) {
	switch e.tag {
	case atom.Div, atom.Li, atom.Article, atom.Section, atom.Figure, atom.A:
	default:
		return
	}
	n := len(w.lines) - e.start
	if n < 1 || n > maxLines || len(w.cards) > 1<<16 {
		return
	}
	around := ""
	if len(w.stack) > 0 {
		p := &w.stack[len(w.stack)-1]
		if around = p.tag.String() + "." + p.class; p.class == "" && e.class == "" {
			around += string(rune(p.id)) // only its own children are of one kind
		}
	}
	w.cards = append(w.cards, card{e.tag.String() + "." + e.class + " in " + around, e.start, len(w.lines)})
}

// walls makes items of cards and tiles: elements of one kind, four or more in a row, each with a name that is marked (as heading, in bold, as
// link) or alone in it. The other lines of a card stand below its name.
func (w *htmlWalker) walls() {
	if rule.Off("page.walls") {
		return
	}
	groups, order := map[string][]card{}, []string{}
	for _, c := range w.cards {
		if c.end > len(w.lines) {
			continue
		}
		if groups[c.kind] == nil {
			if len(order) == maxWall {
				continue
			}
			order = append(order, c.kind)
		}
		groups[c.kind] = append(groups[c.kind], c)
	}
	taken := make([]bool, len(w.lines))
	wall := 0
	for _, kind := range order {
		g := groups[kind]
		for from := 0; from < len(g); {
			to := from + 1
			for to < len(g) && g[to].start >= g[to-1].end && g[to].start <= g[to-1].end+1 {
				to++ // a heading may stand between rows of cards
			}
			if run := g[from:to]; len(run) >= minWall && w.isWall(run, taken, strings.HasPrefix(kind, "div. ")) {
				wall++
				w.wall(run, wall)
				for _, c := range run {
					for i := c.start; i < c.end; i++ {
						taken[i] = true
					}
				}
			}
			from = to
		}
	}
}

// nameOf returns the line of a card that is its name, and whether it is marked.
func (w *htmlWalker) nameOf(c card) (at int, marked bool) {
	for _, is := range []func(l *document.Line) bool{
		func(l *document.Line) bool { return l.Named }, func(l *document.Line) bool { return l.Sort == document.Heading },
		func(l *document.Line) bool { return l.Bold }, func(l *document.Line) bool { return l.Link && !w.repeated(l.Text) }} {
		for i := c.start; i < c.end; i++ {
			if is(&w.lines[i]) {
				return i, true
			}
		}
	}
	return c.start, false
}

// repeated reports whether a text is that of a link beside many entries.
func (w *htmlWalker) repeated(t string) bool {
	if w.linkTimes == nil {
		w.linkTimes = map[string]int{}
		for i := range w.lines {
			if w.lines[i].Link {
				w.linkTimes[w.lines[i].Text]++
			}
		}
	}
	return w.linkTimes[t] >= 3
}

// isWall reports whether elements of one kind are cards with names.
func (w *htmlWalker) isWall(run []card, taken []bool, plain bool) bool {
	marked, alone, fit := 0, 0, 0
	names := map[string]bool{}
	for _, c := range run {
		for i := c.start; i < c.end; i++ {
			if taken[i] || w.lines[i].Sort == document.Cells || w.lines[i].Sort == document.Item && c.end-c.start > 1 {
				return false
			}
		}
		at, has := w.nameOf(c)
		l := &w.lines[at]
		if has {
			marked++
		}
		if c.end-c.start == 1 && (l.Sort == document.Plain || l.Sort == document.Heading) {
			alone++
		}
		if text.WordCount(l.Text) <= 14 && !w.ask.Sentence(l.Text) && !w.ask.Opens(l) && strings.ContainsFunc(l.Text, unicode.IsLetter) {
			fit++
		}
		names[l.Text] = true
	}
	n := len(run)
	if 10*fit < 9*n || 10*len(names) < 8*n {
		return false
	}
	if plain && alone == n {
		return false // a line each, in elements that say nothing: lines
	}
	return 10*marked >= 8*n || 10*alone >= 8*n
}

// wall makes an item of each card.
func (w *htmlWalker) wall(run []card, number int) {
	for k, c := range run {
		at, _ := w.nameOf(c)
		name, m := w.lines[at], w.marks[at]
		if name.Gap = 0; k == 0 || c.start > run[k-1].end {
			name.Gap = 1
		}
		name.Sort, name.Level, name.Indent, name.Card, name.Below = document.Item, 1, 0, number, false
		if name.Marker == "" {
			name.Marker = "•"
		}
		copy(w.lines[c.start+1:at+1], w.lines[c.start:at])
		copy(w.marks[c.start+1:at+1], w.marks[c.start:at])
		w.lines[c.start], w.marks[c.start] = name, m
		for i := c.start + 1; i < c.end; i++ {
			l := &w.lines[i]
			l.Sort, l.Level, l.Marker, l.Gap, l.Indent, l.Below, l.Card = document.Plain, 0, "", 0, 4, true, number
		}
	}
	if end := run[len(run)-1].end; end < len(w.lines) {
		w.lines[end].Gap = max(1, w.lines[end].Gap)
	}
}

// inlineRun is an element within a line.
type inlineRun struct {
	kind       string
	start, end int // bytes of the line
}

// endInline notes an element within a line, and the name of a link that has no text of its own.
func (w *htmlWalker) endInline(e *element) {
	switch e.tag {
	case atom.A:
		if len(w.lines) == e.start && w.chars == e.chars && len(w.pictures) == e.pictures {
			if t := w.pictureText(e.label); t != "" {
				w.note(t)
			} else {
				w.note(w.pictureText(e.title))
			}
		}
	case atom.Span, atom.Strong, atom.B, atom.Em, atom.I:
	default:
		return
	}
	if len(w.lines) == e.start && e.at < len(w.buf) && len(w.runs) < 1<<14 {
		kind := e.tag.String() + "." + e.class
		for n := len(w.runs); n > 0 && w.runs[n-1].start >= e.at; n-- {
			w.runs = w.runs[:n-1] // within it
		}
		w.runs = append(w.runs, inlineRun{kind, e.at, len(w.buf)})
	}
}

// separate returns the elements that a line consists of where each stands for itself, as labels set beside each other do: four or more of one
// kind, with nothing but blanks between them, each beginning as a name does and none ending as part of a sentence does.
func (w *htmlWalker) separate() []inlineRun {
	if len(w.runs) < 4 || rule.Off("page.separate") {
		return nil
	}
	last := 0
	for _, r := range w.runs {
		if r.kind != w.runs[0].kind || r.start < last || r.end > len(w.buf) || text.Trim(string(w.buf[last:r.start])) != "" {
			return nil
		}
		last = r.end
		t := text.Trim(string(w.buf[r.start:r.end]))
		if t == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t)
		if len(t) < 2 || !unicode.IsUpper(first) && !unicode.IsDigit(first) && unicode.IsLetter(first) && unicode.IsLower(first) || strings.Contains(t, ":") || strings.ContainsAny(t[len(t)-1:], ",;.") || text.WordCount(t) > 12 {
			return nil
		}
	}
	if text.Trim(string(w.buf[last:])) != "" {
		return nil
	}
	return append([]inlineRun(nil), w.runs...)
}

// flushEach prints elements of a line as lines of their own.
func (w *htmlWalker) flushEach(parts []inlineRun) {
	line := append([]byte(nil), w.buf...)
	whole := []int{w.chars, w.boldChars, w.struckChars, w.linkChars, w.nameChars, w.buttonChars}
	for _, r := range parts {
		w.runs = w.runs[:0]
		w.buf = append(w.buf[:0], line[r.start:r.end]...)
		n := 0
		for _, c := range string(w.buf) {
			if !unicode.IsSpace(c) {
				n++
			}
		}
		share := func(k int) int { // they are of one kind: all of the line is bold, a link or a button, or nothing
			if whole[0] > 0 && whole[k] == whole[0] {
				return n
			}
			return 0
		}
		w.chars, w.boldChars, w.struckChars, w.linkChars, w.nameChars, w.buttonChars = n, share(1), share(2), share(3), share(4), share(5)
		w.flush()
	}
}

// listOf numbers the innermost list that is open.
func (w *htmlWalker) listOf() int {
	for i := len(w.stack) - 1; i >= 0; i-- {
		switch w.stack[i].tag {
		case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dl:
			return w.stack[i].id
		}
	}
	return 0
}
