package pdf

import (
	"math"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Gaps and shifts, as parts of the font size. A word space is about .25, in justified lines up to .8; columns and cells are rarely
// closer than .6. Too many runs do less harm than too few: the reader of lines can put together, not take apart.
const (
	gapWithin  = 1.1 // the widest gap inside one text object
	gapBetween = .5  // and between two
	gapOfWord  = .3  // a gap this wide is a blank, also where the engine has found none
	stepBack   = .5  // how far a character may begin before the last one's end: kerning, accents
	shift      = .15 // how far baselines may differ
	doubled    = .1  // how far apart the same character is drawn again to look bold
)

// group makes runs of a page's characters, which it takes in content order. Characters drawn twice at nearly the same place
// (a bold face or a shadow made by hand) are kept once. Time O(characters + links * runs).
func group(chars []char, links []link, width, height float64) []Run {
	g := grouper{links: links, width: width, height: height, seen: map[cell][]*char{}}
	for i := range chars {
		g.add(&chars[i])
	}
	g.flush()
	return g.runs
}

type grouper struct {
	links         []link
	width, height float64
	seen          map[cell][]*char

	runs   []Run
	chars  []*char // of the run being made
	blanks []bool  // before each of them
	link   string
	last   *char // the last one read, also where its run has ended
	spaced bool  // a blank was read since then
}

type cell struct {
	r    rune
	x, y int32
}

func (g *grouper) add(c *char) {
	if c.r == '\r' || c.r == '\n' { // the engine's guess that a line ends
		g.flush()
		return
	}
	if unicode.IsSpace(c.r) {
		g.spaced = true
		return
	}
	if c.style == nil || c.r >= 0x200B && c.r <= 0x200F || c.r == 0xFEFF {
		return // joiners and marks of direction, which nobody sees
	}
	if g.last != nil && !g.spaced && g.last.object == c.object && g.last.x == c.x && g.last.y == c.y {
		g.take(c) // a further letter of one glyph, such as ffi
		return
	}
	if g.duplicate(c) {
		return
	}
	target := g.linkAt(c)
	if g.last != nil {
		gap, fits := follows(g.last, c)
		if !fits || target != g.link {
			g.flush()
		}
		g.spaced = g.spaced || gap > gapOfWord
	}
	g.link = target
	g.take(c)
}

func (g *grouper) take(c *char) {
	g.chars = append(g.chars, c)
	g.blanks = append(g.blanks, g.spaced)
	g.last, g.spaced = c, false
}

// follows tells whether c continues a run that ends in last, and the gap between them in font sizes, which is endless where c
// stands on another line.
func follows(last, c *char) (gap float64, fits bool) {
	s, t := last.style, c.style
	size := max(t.size, .1)
	from, end, line := along(last, t.angle)
	begin, to, nextLine := along(c, t.angle)
	if rightToLeft(last.r) && rightToLeft(c.r) {
		begin, end = from, to
	}
	gap = (begin - end) / size
	widest := gapBetween
	if last.object == c.object {
		widest = gapWithin
	}
	if off := math.Abs(line - nextLine); off > size || gap < -stepBack {
		return math.Inf(1), false
	} else if off > shift*size {
		return gap, false
	}
	same := s == t || s.font == t.font && s.bold == t.bold && s.italic == t.italic && math.Abs(s.size-t.size) < .1 &&
		s.angle == t.angle && s.hidden == t.hidden
	return gap, same && gap <= widest
}

// along gives where a character begins and ends in the direction of writing, and where its baseline is across it.
func along(c *char, angle float64) (begin, end, line float64) {
	switch angle {
	case 0:
		return c.box.x0, c.box.x1, c.y
	case 90:
		return c.box.y0, c.box.y1, -c.x
	case 180:
		return -c.box.x1, -c.box.x0, -c.y
	case 270:
		return -c.box.y1, -c.box.y0, c.x
	}
	// The box of a slanted character is upright and says little: take half the size for its width.
	sin, cos := math.Sincos(angle * math.Pi / 180)
	begin = c.x*cos + c.y*sin
	return begin, begin + c.style.size/2, c.y*cos - c.x*sin
}

func rightToLeft(r rune) bool {
	return r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana)
}

// duplicate tells whether the same character has been drawn at nearly the same place, and remembers this one.
func (g *grouper) duplicate(c *char) bool {
	const (
		side       = 4  // points, of a cell
		mostInCell = 32 // of one letter, which only a drawing made of letters has
	)
	near := min(doubled*c.style.size, side)
	for x := math.Floor((c.x - near) / side); x <= math.Floor((c.x+near)/side); x++ {
		for y := math.Floor((c.y - near) / side); y <= math.Floor((c.y+near)/side); y++ {
			drawn := g.seen[cell{c.r, int32(x), int32(y)}]
			for _, o := range drawn[max(0, len(drawn)-mostInCell):] {
				if math.Abs(o.x-c.x) <= near && math.Abs(o.y-c.y) <= near && math.Abs(o.style.size-c.style.size) < .1 &&
					o.style.hidden == c.style.hidden {
					return true
				}
			}
		}
	}
	at := cell{c.r, int32(math.Floor(c.x / side)), int32(math.Floor(c.y / side))}
	g.seen[at] = append(g.seen[at], c)
	return false
}

func (g *grouper) linkAt(c *char) string {
	x, y := (c.box.x0+c.box.x1)/2, (c.box.y0+c.box.y1)/2
	for i := range g.links {
		if g.links[i].box.holds(x, y) {
			return g.links[i].target
		}
	}
	return ""
}

// flush ends the run being made.
func (g *grouper) flush() {
	if len(g.chars) == 0 {
		return
	}
	first, last := g.chars[0], g.chars[len(g.chars)-1]
	s := first.style
	start, _, _ := along(first, s.angle)
	run := Run{Size: s.size, Font: s.font, Bold: s.bold, Italic: s.italic, Link: g.link, Spaced: g.blanks[0], Angle: s.angle,
		Baseline: round(first.y)}
	box := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	var text []rune
	for i, c := range g.chars {
		begin, _, _ := along(c, s.angle)
		edge := round(begin - start)
		if i > 0 && g.blanks[i] {
			_, end, _ := along(g.chars[i-1], s.angle)
			text, run.Edges = append(text, ' '), append(run.Edges, round(end-start))
		}
		for _, r := range spell(c.r) {
			text, run.Edges = append(text, r), append(run.Edges, edge)
		}
		b := c.trimmed()
		box = rect{min(box.x0, b.x0), min(box.y0, b.y0), max(box.x1, b.x1), max(box.y1, b.y1)}
	}
	_, end, _ := along(last, s.angle)
	run.Edges = append(run.Edges, round(end-start))
	run.Text = string(text)
	run.X0, run.Y0, run.X1, run.Y1 = round(box.x0), round(box.y0), round(box.x1), round(box.y1)
	run.Hidden = s.hidden || run.X1 < 0 || run.Y1 < 0 || run.X0 > g.width || run.Y0 > g.height
	g.runs = append(g.runs, run)
	g.chars, g.blanks = g.chars[:0], g.blanks[:0]
}

// trimmed is the box of an upright character without what some fonts claim above and below it for a whole paragraph.
func (c *char) trimmed() rect {
	b := c.box
	if c.style.angle == 0 && c.style.size > 0 {
		b.y0 = max(b.y0, c.y-1.1*c.style.size)
		b.y1 = min(b.y1, c.y+.4*c.style.size)
	}
	return b
}

// spell writes out the Latin ligatures; everything else stays as it is.
func spell(r rune) []rune {
	if r >= 0xFB00 && r <= 0xFB06 {
		return []rune(norm.NFKC.String(string(r)))
	}
	return []rune{r}
}
