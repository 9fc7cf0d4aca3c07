package report

import (
	"embed"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// face is one of the three faces a figure uses: sans is the product's voice, serif the document's (titles of letters).
type face int

const (
	sans face = iota
	strong
	serif
	faces
)

// typeface is an embedded font. It is parsed when the first text needs it: the large one takes a tenth of a second, and most
// commands draw nothing. All of its methods are called under the lock of typesetter.
type typeface struct {
	file   string
	family string // what a viewer of the SVG may have of it, as a list for font-family; empty for the explorer's own
	load   func() *font.Face
}

func bundled(file, family string) *typeface {
	return &typeface{file: file, family: family, load: sync.OnceValue(func() *font.Face {
		f, err := fontFiles.Open("fonts/" + file)
		if err != nil {
			panic("report: an embedded font is missing: " + err.Error())
		}
		defer f.Close()
		parsed, err := font.ParseTTF(f.(font.Resource))
		if err != nil {
			panic("report: the embedded font " + file + " is broken: " + err.Error())
		}
		return parsed
	})}
}

// own has the font of each face; others the ones for what it lacks, asked in this order. The last one is large.
var (
	own    = [faces]*typeface{bundled("sans-regular.ttf", ""), bundled("sans-semibold.ttf", ""), bundled("serif-regular.ttf", "")}
	others = []*typeface{
		own[sans], // what the serif lacks: Greek and rarer Latin
		bundled("noto-arabic.ttf", "'Noto Sans Arabic'"),
		bundled("noto-hebrew.ttf", "'Noto Sans Hebrew'"),
		bundled("noto-armenian.ttf", "'Noto Sans Armenian'"),
		bundled("noto-georgian.ttf", "'Noto Sans Georgian'"),
		bundled("noto-devanagari.ttf", "'Noto Sans Devanagari'"),
		bundled("noto-bengali.ttf", "'Noto Sans Bengali'"),
		bundled("noto-tamil.ttf", "'Noto Sans Tamil'"),
		bundled("noto-thai.ttf", "'Noto Sans Thai'"),
		bundled("noto-ethiopic.ttf", "'Noto Sans Ethiopic'"),
		bundled("droid-fallback.ttf", "'Droid Sans Fallback', 'Noto Sans CJK SC', 'Noto Sans SC', 'Noto Sans CJK JP', 'Noto Sans CJK KR'"),
	}
)

func (t *typeface) has(r rune) bool {
	_, ok := t.load().NominalGlyph(r)
	return ok
}

// em is the number of units of the font's design in its size.
func (t *typeface) em() float64 { return float64(t.load().Upem()) }

// typefaceFor returns the font that draws a character in a face, nil where none can.
func typefaceFor(f face, r rune) *typeface {
	if own[f].has(r) {
		return own[f]
	}
	for _, t := range others {
		if t.has(r) {
			return t
		}
	}
	return nil
}

// outline calls the functions for the contours of a glyph, in ems, y downward from the baseline.
func outline(g glyph, move, line func(x, y float64), quad func(x1, y1, x2, y2 float64)) {
	typesetter.Lock()
	defer typesetter.Unlock()
	shape, ok := g.font.load().GlyphData(g.id).(font.GlyphOutline)
	if !ok {
		return // an empty glyph
	}
	em := g.font.em()
	for _, s := range shape.Segments {
		var p [3][2]float64
		for i, a := range s.Args {
			p[i] = [2]float64{float64(a.X) / em, -float64(a.Y) / em}
		}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			move(p[0][0], p[0][1])
		case opentype.SegmentOpLineTo:
			line(p[0][0], p[0][1])
		case opentype.SegmentOpQuadTo:
			quad(p[0][0], p[0][1], p[1][0], p[1][1])
		}
	}
}
