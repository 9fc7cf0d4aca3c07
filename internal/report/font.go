package report

import (
	_ "embed" // the fonts
	"sort"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

//go:embed fonts/sans-regular.ttf
var sansRegular []byte

//go:embed fonts/sans-semibold.ttf
var sansSemibold []byte

//go:embed fonts/serif-regular.ttf
var serifRegular []byte

// face is one of the three faces a figure uses: sans is the product's voice, serif the document's (titles of letters).
type face int

const (
	sans face = iota
	strong
	serif
	faces
)

// outlines is a parsed font. Its lock guards the scratch buffer; a figure measures a few hundred strings.
type outlines struct {
	mu   sync.Mutex
	font *sfnt.Font
	buf  sfnt.Buffer
	unit fixed.Int26_6 // units per em as a size, at which outlines come out in font units
	em   float64       // the same as a number of 1/64 units
}

var fonts = sync.OnceValue(func() (all [faces]*outlines) {
	for i, data := range [faces][]byte{sansRegular, sansSemibold, serifRegular} {
		f, err := sfnt.Parse(data)
		if err != nil {
			panic("report: an embedded font is broken: " + err.Error())
		}
		unit := fixed.I(int(f.UnitsPerEm()))
		all[i] = &outlines{font: f, unit: unit, em: float64(unit)}
	}
	return all
})

// glyph is one character set in a line, in ems from the start of the line on the baseline.
type glyph struct {
	index   sfnt.GlyphIndex // 0: the font lacks it
	x, wide float64
}

// typeset sets a string on a line: with kerning, without shaping. A character that the font lacks is as wide as a viewer's
// font is likely to make it; marks that the font lacks take no room.
func typeset(f face, s string) (glyphs []glyph, width float64) {
	o := fonts()[f]
	o.mu.Lock()
	defer o.mu.Unlock()
	previous := sfnt.GlyphIndex(0)
	for _, r := range norm.NFC.String(s) {
		index, err := o.font.GlyphIndex(&o.buf, r)
		if err != nil || index == 0 {
			previous = 0
			if wide := foreignWidth(r); wide > 0 {
				glyphs = append(glyphs, glyph{0, width, wide})
				width += wide
			}
			continue
		}
		if previous != 0 {
			if kern, err := o.font.Kern(&o.buf, previous, index, o.unit, font.HintingNone); err == nil {
				width += float64(kern) / o.em
			}
		}
		advance, err := o.font.GlyphAdvance(&o.buf, index, o.unit, font.HintingNone)
		if err != nil {
			continue // a glyph without metrics draws nothing
		}
		wide := float64(advance) / o.em
		glyphs = append(glyphs, glyph{index, width, wide})
		width += wide
		previous = index
	}
	return glyphs, width
}

// foreignWidth guesses the width of a character of another script, in ems.
func foreignWidth(r rune) float64 {
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0x1f000:
		return 1
	}
	return .6
}

// textWidth returns the width of a string at a size.
func textWidth(f face, size float64, s string) float64 {
	_, width := typeset(f, s)
	return width * size
}

// printable reports whether the embedded font has every character of s that takes room.
func printable(f face, s string) bool {
	glyphs, _ := typeset(f, s)
	return complete(glyphs)
}

func complete(glyphs []glyph) bool {
	for _, g := range glyphs {
		if g.index == 0 {
			return false
		}
	}
	return true
}

// outline calls the functions for the contours of a glyph, in ems, y downward from the baseline.
func outline(f face, index sfnt.GlyphIndex, move, line func(x, y float64), quad func(x1, y1, x2, y2 float64)) {
	o := fonts()[f]
	o.mu.Lock()
	defer o.mu.Unlock()
	segments, err := o.font.LoadGlyph(&o.buf, index, o.unit, nil)
	if err != nil {
		return // an empty or coloured glyph
	}
	for _, s := range segments {
		var p [3][2]float64
		for i, a := range s.Args {
			p[i] = [2]float64{float64(a.X) / o.em, float64(a.Y) / o.em}
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			move(p[0][0], p[0][1])
		case sfnt.SegmentOpLineTo:
			line(p[0][0], p[0][1])
		case sfnt.SegmentOpQuadTo:
			quad(p[0][0], p[0][1], p[1][0], p[1][1])
		}
	}
}

// shorten cuts a string at 30 characters with an ellipsis, as all labels of the explorer are.
func shorten(s string) string { return cut(s, 30) }

func cut(s string, limit int) string {
	runes := []rune(oneLine(s))
	if len(runes) <= limit {
		return string(runes)
	}
	end := limit - 1
	for end > 0 && (runes[end-1] == ' ' || unicode.Is(unicode.Mn, runes[end])) {
		end-- // neither a blank before the ellipsis nor a letter without its mark
	}
	return string(runes[:end]) + "…"
}

// fit cuts a string with an ellipsis until it is at most so wide.
func fit(f face, size, width float64, s string) string {
	s = oneLine(s)
	if textWidth(f, size, s) <= width {
		return s
	}
	// The first length that is too long; the ellipsis at least is left.
	n := len([]rune(s))
	tooLong := 1 + sort.Search(n-1, func(i int) bool { return textWidth(f, size, cut(s, i+1)) > width })
	return cut(s, max(tooLong-1, 1))
}
