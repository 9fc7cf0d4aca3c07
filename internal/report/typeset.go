package report

import (
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// typesetter is the shaper with its caches, and the parsed fonts with theirs. A figure sets a few hundred lines.
var typesetter struct {
	sync.Mutex
	shaper shaping.HarfbuzzShaper
}

// glyph is one shape set in a line, in ems from the start of the line on the baseline, y downward.
type glyph struct {
	font       *typeface // nil: no font has the character, and a box is drawn for it
	id         font.GID
	x, y, wide float64
}

// setLine is a line of text as it is drawn, from left to right.
type setLine struct {
	glyphs   []glyph
	width    float64     // in ems
	families []*typeface // fonts beside the explorer's own, in the order of their first use
	rightward,
	complete bool // it reads from left to right; every character has its shape
}

// piece is a stretch of text in one font, script and direction.
type piece struct {
	from, to int
	font     *typeface
	script   language.Script
	level    level
}

// typeset sets a string on a line: in the order in which it is read, joined and kerned as its script asks for. A character that no
// font has is as wide as a viewer's font is likely to make it; marks that none has take no room.
func typeset(f face, s string) setLine {
	typesetter.Lock()
	defer typesetter.Unlock()
	text := replaced(f, []rune(norm.NFC.String(s)))
	levels, base := levelsOf(text)
	line := setLine{rightward: base == 0, complete: true}
	for _, p := range inOrder(pieces(f, text, levels)) {
		if p.font == nil {
			for _, r := range text[p.from:p.to] {
				if wide := foreignWidth(r); wide > 0 {
					line.glyphs = append(line.glyphs, glyph{x: line.width, wide: wide})
					line.width += wide
					line.complete = false
				}
			}
			continue
		}
		if p.font.family != "" && !slices.Contains(line.families, p.font) {
			line.families = append(line.families, p.font)
		}
		line.shape(text, p)
	}
	return line
}

// shape adds the glyphs of a piece. The text around it decides, too, how letters are joined.
func (line *setLine) shape(text []rune, p piece) {
	direction := di.DirectionLTR
	if p.level.rightToLeft() {
		direction = di.DirectionRTL
	}
	// At the size of an em the results are in the units of the font's design, and nothing is rounded.
	em := p.font.em()
	out := typesetter.shaper.Shape(shaping.Input{Text: text, RunStart: p.from, RunEnd: p.to, Direction: direction,
		Face: p.font.load(), Size: fixed.I(int(em)), Script: p.script})
	em *= 64
	for _, g := range out.Glyphs {
		wide := float64(g.Advance) / em
		line.glyphs = append(line.glyphs, glyph{p.font, g.GlyphID, line.width + float64(g.XOffset)/em, -float64(g.YOffset) / em, wide})
		line.width += wide
	}
}

// pieces splits a text where font, script or direction change. Blanks, marks and joiners stay with what they follow, and what is of no
// script, such as digits and stops, with the script around it.
func pieces(f face, text []rune, levels []level) []piece {
	var all []piece
	for i, r := range text {
		script := language.LookupScript(r)
		if len(all) > 0 {
			last := &all[len(all)-1]
			t := last.font
			if !invisible(r) && !(follows(r) && t != nil && t.has(r)) {
				t = typefaceFor(f, r)
			}
			same := script == last.script || !script.Strong() || !last.script.Strong()
			if same && t == last.font && levels[i] == last.level {
				if script.Strong() {
					last.script = script
				}
				last.to = i + 1
				continue
			}
			if !script.Strong() {
				script = last.script
			}
			all = append(all, piece{i, i + 1, t, script, levels[i]})
			continue
		}
		all = append(all, piece{i, i + 1, typefaceFor(f, r), script, levels[i]})
	}
	return all
}

func follows(r rune) bool {
	return r == ' ' || unicode.In(r, unicode.M)
}

// invisible reports whether a character draws nothing by itself: joiners, variation selectors, control characters.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || unicode.IsControl(r)
}

// replaced puts what a character stands for in the place of one that no font has: ㋿ becomes 令和.
func replaced(f face, text []rune) []rune {
	for i := 0; i < len(text); i++ {
		if foreignWidth(text[i]) == 0 || typefaceFor(f, text[i]) != nil {
			continue
		}
		other := []rune(norm.NFKC.String(string(text[i])))
		switch text[i] {
		case '〈', '〉': // the fonts lack the single pair
			other = []rune{'‹' + (text[i] - '〈')}
		}
		if !slices.ContainsFunc(other, func(r rune) bool { return typefaceFor(f, r) == nil }) {
			text = slices.Replace(text, i, i+1, other...)
			i += len(other) - 1
		}
	}
	return text
}

// foreignWidth guesses the width of a character that no font has, in ems.
func foreignWidth(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me) || invisible(r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0x1f000:
		return 1
	}
	return .6
}

// textWidth returns the width of a string at a size.
func textWidth(f face, size float64, s string) float64 { return typeset(f, s).width * size }

// printable reports whether the embedded fonts have every character of s that takes room.
func printable(f face, s string) bool {
	typesetter.Lock()
	defer typesetter.Unlock()
	return !slices.ContainsFunc(replaced(f, []rune(norm.NFC.String(s))), func(r rune) bool { return foreignWidth(r) > 0 && typefaceFor(f, r) == nil })
}
