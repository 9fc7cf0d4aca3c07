package pdf

import (
	"math"
	"slices"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// printedLine is a line of a page on its way to a line of the document.
type printedLine struct {
	row    row
	text   string
	frame  *frame
	x0, x1 float64
	first  float64 // width of its first word, without a bullet
	marker string
	inner  float64 // where the text behind the marker begins
	sort   document.Sort
	level  int
	sign   document.WrapSign
	gap    int
}

// fit says whether a word would have had room at the end of a line.
type fit uint8

const (
	fitsNot fit = iota
	fitsPerhaps
	fitsSurely
)

// room says whether b's first word would have fitted behind a. The line is known to be as wide as the widest one in the column, and
// at most as wide as the column has room.
func room(a, b *printedLine) fit {
	f := a.frame
	used := a.x1 - f.left
	if f.kind == centered {
		used = a.x1 - a.x0
	}
	need := used + 0.22*a.row.size + b.first
	switch {
	case need <= f.width-0.08*a.row.size:
		return fitsSurely
	case need <= f.width+0.05*a.row.size:
		return fitsPerhaps
	case f.room > f.width && need <= f.room-0.8*a.row.size:
		return fitsSurely
	case f.room > f.width && need <= f.room, need <= f.within[1]-f.within[0]:
		return fitsPerhaps
	}
	return fitsNot
}

func alikeType(a, b *printedLine) bool {
	if rule.Off("pdf.alikeType") {
		return false
	}
	return alikeSize(a, b) && a.row.bold() == b.row.bold()
}

func alikeSize(a, b *printedLine) bool {
	if rule.Off("pdf.alikeSize") {
		return false
	}
	return math.Abs(a.row.size-b.row.size) < 0.08*a.row.size
}

// distance is that of two baselines in font sizes.
func distance(a, b *printedLine) float64 {
	return (b.row.base - a.row.base) / max(a.row.size, b.row.size, 1)
}

// linePitch is the usual distance of lines within a paragraph. It looks at lines whose end has no room for the next word, and takes the
// smallest distance that a quarter of them have, or that is clearly smaller than their usual one. 0 where there are no such lines.
func linePitch(lines []*printedLine) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if d := distance(a, b); a.frame == b.frame && alikeType(a, b) && d > 0.8 && d < 3.5 && b.marker == "" && room(a, b) == fitsNot {
			all = append(all, d)
		}
	}
	slices.Sort(all)
	for i := range all {
		n := 0
		for k := i; k < len(all) && all[k] <= 1.05*all[i]; k++ {
			n++
		}
		if 4*n >= len(all) || all[i] < 0.85*all[len(all)/2] {
			return all[i]
		}
	}
	return 0
}

// findWraps decides for each line whether it goes on with the one above, and where paragraphs begin. lines are in reading order.
func findWraps(lines []*printedLine, ask medium.Words) {
	usual := linePitch(lines)
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].frame == lines[from].frame {
			to++
		}
		pitch := linePitch(lines[from:to])
		if pitch == 0 {
			pitch = usual
		}
		if from > 0 {
			across(lines[from-1], lines[from], ask)
		} else {
			lines[from].sign = document.StandsOff
		}
		within(lines[from:to], pitch, ask)
		from = to
	}
	hanging(lines)
	grids(lines)
}

// across compares the last line of a column or page with the first of the next.
func across(a, b *printedLine, ask medium.Words) {
	f, g := a.frame, b.frame
	next := f.of == g.of && (f.page != g.page || f.column != g.column) && alikeSize(a, b)
	if next && f.blocks && ask.Person(b.text) > 0 {
		b.sign, b.gap = document.StandsOff, 1
		return
	}
	if next && f.of > 1 && !alikeType(a, b) && a.sort != document.Heading && b.sort != document.Heading {
		b.sign = document.StandsOff // a block of lines that columns cut through: a name in bold, an office
		return
	}
	if same := next && alikeType(a, b) && (f.of > 1 || math.Abs(f.width-g.width) < 0.15*max(f.width, g.width)); !same || b.sort == document.Heading || a.sort == document.Heading {
		b.sign, b.gap = document.StandsOff, 1
		return
	}
	b.sign = sign(a, b, false)
}

// within decides for the lines of one frame.
func within(lines []*printedLine, pitch float64, ask medium.Words) {
	starts := []int{0} // of the groups that stand off from each other
	close := func(i int) bool {
		near := max(1.05*pitch, pitch+0.85/lines[i].row.size) // browsers round to pixels
		if lines[i].row.marked() {
			near += 0.28 // many programs make room for a raised mark
		}
		return pitch > 0 && distance(lines[i-1], lines[i]) <= near && alikeSize(lines[i-1], lines[i]) && (lines[i].sort == document.Heading) == (lines[i-1].sort == document.Heading)
	}
	for i := 1; i < len(lines); i++ {
		if !close(i) {
			starts = append(starts, i)
		}
	}
	forced, pairs := 0, 0 // lines that end early within a group: a person's office below her name
	for i := 1; i < len(lines); i++ {
		if close(i) && lines[i].marker == "" {
			if pairs++; room(lines[i-1], lines[i]) == fitsSurely {
				forced++
			}
		}
	}
	lines[0].frame.blocks = pairs >= 3 && 3*forced > pairs
	starts = append(starts, len(lines))
	small := func(g int) bool { return g >= 0 && g+1 < len(starts) && starts[g+1]-starts[g] <= 4 }
	for g := 0; g+1 < len(starts); g++ {
		spaced := small(g) && (small(g-1) || small(g+1)) && (len(starts) > 3 || lines[0].frame.of > 1 && len(starts) > 2) && !lines[0].frame.blocks
		for i := starts[g]; i < starts[g+1]; i++ {
			if i == starts[g] {
				if i > 0 {
					lines[i].sign = document.StandsOff
					if pitch > 0 || distance(lines[i-1], lines[i]) > 1.6 {
						lines[i].gap = 1
					}
				}
				continue
			}
			lines[i].sign = sign(lines[i-1], lines[i], spaced)
		}
	}
	closeRanks(lines, starts, ask)
}

// sign compares two lines at the distance of a wrap. spaced: names stand off from each other, so that what stands close belongs together.
func sign(a, b *printedLine, spaced bool) document.WrapSign {
	f := b.frame
	in := f.kind != centered && b.x0-f.left > 0.4*b.row.size
	space := room(a, b)
	switch {
	case b.marker != "" || b.sort == document.Heading || a.sort == document.Heading || !alikeType(a, b):
		return document.StandsOff
	case strings.HasSuffix(a.text, "\u00ad"), strings.HasSuffix(a.text, "-") && text.IsLower(b.text):
		return document.Follows
	case a.inner > 0 && (b.x0 >= a.inner-0.3*b.row.size || space != fitsSurely): // a has a marker, or goes on with a line that has
		b.inner = a.inner
		return document.Follows
	case in && space == fitsSurely:
		return document.NoSign
	case in && a.x0 < b.x0-0.4*b.row.size, in && space == fitsNot && a.sign == document.Follows:
		return document.Follows
	case space == fitsSurely:
		return document.StandsOff
	case spaced, space == fitsNot && text.IsLower(b.text):
		return document.Follows
	case space == fitsPerhaps && len(f.rows) < 8:
		return document.StandsOff
	}
	return document.MayFollow
}

// closeRanks takes the blank lines out of lists whose names stand off from each other: they are one list. Lines that announce, greet or
// tell end such a list.
func closeRanks(lines []*printedLine, starts []int, ask medium.Words) {
	name := func(g int) bool {
		for i := starts[g]; i < starts[g+1]; i++ {
			l := lines[i]
			if l.sort == document.Heading || i > starts[g] && l.sign < document.MayFollow || ask.Cue(&document.Line{Text: l.text}) || ask.Sentence(l.text) {
				return false
			}
		}
		last := lines[starts[g+1]-1].text
		return starts[g+1]-starts[g] <= 4 && !strings.HasSuffix(last, ",") && !strings.HasSuffix(last, ":")
	}
	apart := func(g int) float64 { return distance(lines[starts[g]-1], lines[starts[g]]) }
	for g := 0; g+1 < len(starts); {
		if starts[g] >= len(lines) || !name(g) {
			g++
			continue
		}
		end := g + 1
		for end+1 < len(starts) && name(end) && (end == g+1 || math.Abs(apart(end)-apart(g+1)) < 0.12*apart(g+1)) {
			end++
		}
		if least := 6; end-g >= least || lines[0].frame.of > 1 && end-g >= 3 {
			for k := g + 1; k < end; k++ {
				lines[starts[k]].gap = 0
			}
			g = end
			continue
		}
		g++
	}
}
