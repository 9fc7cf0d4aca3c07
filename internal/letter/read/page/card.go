package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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
	minWall  = 3   // cards with marked names
	bareWall = 4   // cards without
	maxWall  = 400 // kinds of cards that are looked at
	maxLines = 15  // of a card
)

// endCard notes an element that may be a card.
func (w *htmlWalker) endCard(e *element) {
	if e.as == atom.Td || e.as == atom.Th {
		return
	}
	switch e.tag {
	case atom.Div, atom.Li, atom.Article, atom.Section, atom.Figure, atom.A:
	case atom.Td:
		if t := w.open(atom.Table); t == nil || t.table == nil || t.table.layout {
			return
		}
	default:
		return
	}
	n := len(w.lines) - e.start
	if n < 1 || n > maxLines || len(w.cards) > 1<<16 {
		return
	}
	around := ""
	if e.tag == atom.Td {
		around = "tr" // one column of a table, or of several below headings: tables with more are read by their rows
	} else if len(w.stack) > 0 {
		p := &w.stack[len(w.stack)-1]
		if around = p.tag.String() + "." + p.class; p.class == "" && e.class == "" {
			around += string(rune(p.id)) // only its own children are of one kind
		}
	}
	kind := e.tag.String() + "." + e.class + " in " + around
	if e.as == atom.Tr {
		kind = "td. in tr"
	}
	w.cards = append(w.cards, card{kind, e.start, len(w.lines)})
}

// walls makes items of cards and tiles: elements of one kind, four or more in a row, each with a name that is marked (as heading, in bold, as
// link) or alone in it. The other lines of a card stand below its name.
func (w *htmlWalker) walls() {
	if rule.Off("page.htmlWalker.walls") {
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
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	taken := make([]bool, len(w.lines))
	wall := 0
	for _, kind := range order {
		g := groups[kind]
		for from := 0; from < len(g); {
			to, gaps := from+1, 0
			for to < len(g) && g[to].start >= g[to-1].end && g[to].start <= g[to-1].end+1 {
				gaps += g[to].start - g[to-1].end // a heading may stand between rows of cards
				to++
			}
			for to-from > minWall && w.marks[g[from].start].bold && !w.marks[g[from+1].start].bold && !w.marks[g[from+2].start].bold {
				from++ // the name of a column
			}
			if run := g[from:to]; len(run) >= minWall && 2*gaps <= len(run) && w.isWall(run, taken, strings.HasPrefix(kind, "div. "), strings.HasPrefix(kind, "td.")) {
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

// rank puts the cells and rows of tables before what stands in them.
func rank(kind string) int {
	if strings.HasPrefix(kind, "td.") {
		return 0
	}
	return 1
}

// nameOf returns the line of a card that is its name, and whether it is marked.
func (w *htmlWalker) nameOf(c card) (at int, marked bool) {
	if w.marks[c.start].name {
		return c.start, true
	}
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
func (w *htmlWalker) isWall(run []card, taken []bool, plain, cells bool) bool {
	marked, alone, fit, short := 0, 0, 0, 0
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
		if c.end-c.start <= 3 {
			short++
		}
	}
	n := len(run)
	if n < bareWall && (marked < n || alone == n) {
		return false
	}
	if 10*fit < 9*n || 10*len(names) < 8*n {
		return false
	}
	if plain && alone == n {
		return false // a line each, in elements that say nothing: lines
	}
	return 10*marked >= 8*n || 10*alone >= 8*n || cells && short == n
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
