package intake

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter"
)

// printedLines returns the lines that are shown beside the rows, with what stands on them. Text files are shown as they are, blank lines and
// all; of other media the text that was read, whose line numbers are known only as far as rows say them.
func printedLines(d *letter.Draft, rows []row, left []graph.LeftOut, data []byte) []LineAnswer {
	if d.Medium == "text" || d.Medium == "markdown" {
		if lines, ok := rawLines(data, rows); ok {
			mark(lines, rows, left)
			return lines
		}
	}
	texts := strings.Split(d.Text, "\n")
	lines := make([]LineAnswer, len(texts))
	for i, t := range texts {
		lines[i] = newLine(0, 0, strings.Trim(t, "\f\r"))
	}
	mark(lines, rows, left)
	interpolate(lines)
	return lines
}

func newLine(number, page int, text string) LineAnswer {
	return LineAnswer{Number: number, Page: page, Text: text, Rows: []int{}, LeftOut: -1}
}

// rawLines cuts a text file in UTF-8 into its lines; not ok where a row does not stand on the line that it names.
func rawLines(data []byte, rows []row) ([]LineAnswer, bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, false
	}
	var lines []LineAnswer
	page := 0
	if bytes.IndexByte(data, '\f') >= 0 {
		page = 1
	}
	for t := range strings.SplitSeq(strings.TrimRight(string(data), "\r\n\f "), "\n") {
		for strings.HasPrefix(t, "\f") {
			t, page = t[1:], page+1
		}
		lines = append(lines, newLine(len(lines)+1, page, strings.Trim(t, "\f\r")))
		page += strings.Count(t, "\f")
	}
	for i := range rows {
		for _, e := range rows[i].Evidence {
			first, _, _ := strings.Cut(e.Text, "\n")
			if e.Line < 1 || e.Line > len(lines) || !strings.Contains(squeeze(lines[e.Line-1].Text), squeeze(first)) {
				return nil, false
			}
		}
	}
	return lines, true
}

// squeeze makes runs of white space one blank, so that texts can be compared as people read them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// place is one printing of a row, or a line left out, on its way to the lines it stands on.
type place struct {
	page, line int
	pieces     []string // the printed lines, squeezed
	row, left  int      // -1 where it is not one
}

// placesOf returns all places in the order in which they are printed.
func placesOf(rows []row, left []graph.LeftOut) []place {
	var places []place
	add := func(page, number int, text string, row, left int) {
		p := place{page: page, line: number, row: row, left: left}
		for piece := range strings.SplitSeq(text, "\n") {
			if piece = squeeze(piece); piece != "" {
				p.pieces = append(p.pieces, piece)
			}
		}
		if len(p.pieces) > 0 {
			places = append(places, p)
		}
	}
	for i := range rows {
		for _, e := range rows[i].Evidence {
			add(e.Page, e.Line, e.Text, i, -1)
		}
	}
	for i, l := range left {
		add(0, l.Line, l.Text, -1, i)
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.line, b.line) })
	return places
}

// mark notes on each line the rows and the lines left out that stand on it.
func mark(lines []LineAnswer, rows []row, left []graph.LeftOut) {
	f := newFinder(lines)
	for _, p := range placesOf(rows, left) {
		at := -1
		for k, piece := range p.pieces {
			if k == 0 {
				at = f.first(p, piece)
			} else {
				at = f.next(at, piece)
			}
			if at < 0 {
				break
			}
			l := &lines[at]
			if p.row < 0 {
				l.LeftOut = p.left
			} else if !slices.Contains(l.Rows, p.row) {
				l.Rows = append(l.Rows, p.row)
			}
			l.Page = max(l.Page, p.page)
			if k == 0 && l.Number == 0 {
				l.Number = p.line
			}
		}
	}
}

const (
	nearby     = 300       // lines that are searched for a part of one
	comparings = 4_000_000 // for a document; what is not found within is not marked
)

// finder finds lines by their text. Texts that stand several times are taken in their order.
type finder struct {
	texts  []string
	number []int
	exact  map[string][]int
	taken  map[string]int // of the lines with a text, how many are
	known  map[printed]int
	cursor int // where the last one was found
	left   int // comparings
}

// printed is a text on a numbered line: rows that share it are on one line.
type printed struct {
	page, line int
	text       string
}

func newFinder(lines []LineAnswer) *finder {
	f := &finder{texts: make([]string, len(lines)), number: make([]int, len(lines)), exact: map[string][]int{}, taken: map[string]int{}, known: map[printed]int{}, left: comparings}
	for i, l := range lines {
		f.texts[i], f.number[i] = squeeze(l.Text), l.Number
		f.exact[f.texts[i]] = append(f.exact[f.texts[i]], i)
	}
	return f
}

// first finds the line where a place begins, -1 for none.
func (f *finder) first(p place, piece string) int {
	if p.line > 0 && p.line <= len(f.texts) && f.number[p.line-1] == p.line && strings.Contains(f.texts[p.line-1], piece) {
		return p.line - 1 // the lines are numbered, and this is the one
	}
	key := printed{p.page, p.line, piece}
	if at, ok := f.known[key]; ok {
		return at
	}
	at := -1
	if here := f.exact[piece]; f.taken[piece] < len(here) {
		at = here[f.taken[piece]]
		f.taken[piece]++
	}
	if at < 0 {
		at = f.search(f.cursor, piece, nearby)
	}
	if at < 0 {
		at = f.search(0, piece, len(f.texts))
	}
	if at >= 0 {
		f.cursor = at
	}
	f.known[key] = at
	return at
}

// next finds the line where a wrapped name goes on: with columns, others may stand between.
func (f *finder) next(after int, piece string) int {
	for _, at := range f.exact[piece] {
		if at > after {
			return at
		}
	}
	if at := f.search(after, piece, nearby); at >= 0 {
		return at
	}
	return -1
}

// search finds a line that holds a text.
func (f *finder) search(from int, piece string, most int) int {
	for at := from; at < len(f.texts) && at < from+most && f.left > 0; at++ {
		f.left--
		if strings.Contains(f.texts[at], piece) {
			return at
		}
	}
	return -1
}

// interpolate numbers the lines between two that are as far apart as their numbers say, those before the first where it leaves room for just
// them, and gives each line the page of the one before.
func interpolate(lines []LineAnswer) {
	last, number := -1, 0
	for i := range lines {
		if lines[i].Number == 0 {
			continue
		}
		if lines[i].Number-number == i-last {
			for k := last + 1; k < i; k++ {
				number++
				lines[k].Number = number
			}
		}
		last, number = i, lines[i].Number
	}
	page := 0
	for i := range lines {
		if lines[i].Page > 0 {
			if page == 0 { // what comes before the first row
				for k := range i {
					lines[k].Page = 1
				}
			}
			page = lines[i].Page
		}
		lines[i].Page = max(lines[i].Page, page)
	}
}
