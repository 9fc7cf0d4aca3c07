package pdf

import (
	"context"
	"math"
	"strings"
	"unicode"
	"unicode/utf16"

	"undersigned/graph"
)

// char is one character as the engine gives it, in the coordinates of Page.
type char struct {
	r         rune
	generated bool // the engine's guess that a blank or a line break belongs here
	object    uint32
	style     *style
	x, y      float64 // origin on the baseline
	box       rect    // from the font's descent to its ascent, as wide as the advance
}

// style is what the characters of one text object have in common.
type style struct {
	font         string
	bold, italic bool
	size         float64
	angle        float64 // degrees clockwise
	hidden       bool
}

// The engine marks a hyphen at the end of a line, which may or may not belong to the word, with these.
const (
	lineHyphen    = 0x02
	lineHyphenOld = 0xFFFE
)

// pageChars reads the characters of a page. Time O(characters): some six calls each.
func (d *Document) pageChars(ctx context.Context, page uint32, f frame) ([]char, error) {
	in := d.engine
	text, err := in.pointer(ctx, "FPDFText_LoadPage", uint64(page))
	if err != nil {
		return nil, err
	}
	if text == 0 {
		return nil, nil
	}
	n, err := in.pointer(ctx, "FPDFText_CountChars", uint64(text))
	if err != nil {
		return nil, err
	}
	count := max(int(int32(n)), 0)
	if d.chars += count; d.chars > d.limits.Chars {
		return nil, graph.Errorf(graph.TooLarge, "this PDF has more than %d characters; give the pages with the letter as a PDF of their own", d.limits.Chars)
	}
	chars := make([]char, 0, count)
	styles := styleCache{objects: map[uint32]*style{}, fonts: map[uint32]font{}}
	for i := range count {
		c, err := d.char(ctx, text, i, f, &styles)
		if err != nil {
			return nil, err
		}
		if n := len(chars); n > 0 && utf16.IsSurrogate(chars[n-1].r) && utf16.IsSurrogate(c.r) {
			chars[n-1].r = utf16.DecodeRune(chars[n-1].r, c.r)
			continue
		}
		chars = append(chars, c)
	}
	_, err = in.call(ctx, "FPDFText_ClosePage", uint64(text))
	return chars, err
}

func (d *Document) char(ctx context.Context, text uint32, i int, f frame, styles *styleCache) (char, error) {
	in, t, at := d.engine, uint64(text), uint64(i)
	r, err := in.pointer(ctx, "FPDFText_GetUnicode", t, at)
	if err != nil {
		return char{}, err
	}
	c := char{r: rune(r)}
	switch c.r {
	case '\r', '\n':
		c.generated = true
		return c, nil
	case ' ':
		made, err := in.pointer(ctx, "FPDFText_IsGenerated", t, at)
		if err != nil || made == 1 {
			c.generated = true
			return c, err
		}
	case lineHyphen, lineHyphenOld:
		c.r = '-'
	case 0, 0xFFFF:
		c.r = unicode.ReplacementChar // drawn, but the font does not say what it means
	}
	if c.object, err = in.pointer(ctx, "FPDFText_GetTextObject", t, at); err != nil {
		return char{}, err
	}
	var known bool
	if c.style, known = styles.objects[c.object]; !known {
		if c.style, err = d.style(ctx, text, i, c.object, f, styles); err != nil {
			return char{}, err
		}
		styles.objects[c.object] = c.style
	}
	// Origin: two doubles. Box: FS_RECTF, four floats: left, top, right, bottom.
	origin, box := in.scratch, in.scratch+16
	if _, err = in.call(ctx, "FPDFText_GetCharOrigin", t, at, uint64(origin), uint64(origin+8)); err != nil {
		return char{}, err
	}
	if _, err = in.call(ctx, "FPDFText_GetLooseCharBox", t, at, uint64(box)); err != nil {
		return char{}, err
	}
	var o [2]float64
	var b [4]float64
	in.float64s(origin, o[:])
	in.float32s(box, b[:])
	c.x, c.y = f.point(o[0], o[1])
	c.box = f.box(b[0], b[3], b[2], b[1])
	return c, nil
}

// styleCache keeps what is known of a page's text objects and fonts, by address.
type styleCache struct {
	objects map[uint32]*style
	fonts   map[uint32]font
}

type font struct {
	name         string
	bold, italic bool
}

func (d *Document) style(ctx context.Context, text uint32, i int, object uint32, f frame, styles *styleCache) (*style, error) {
	in := d.engine
	s := &style{}
	if object == 0 {
		return s, nil
	}
	sizeAt, matrixAt := in.scratch, in.scratch+16
	if _, err := in.call(ctx, "FPDFTextObj_GetFontSize", uint64(object), uint64(sizeAt)); err != nil {
		return nil, err
	}
	if _, err := in.call(ctx, "FPDFText_GetMatrix", uint64(text), uint64(i), uint64(matrixAt)); err != nil {
		return nil, err
	}
	var size [1]float64
	var m [6]float64 // a b c d e f
	in.float32s(sizeAt, size[:])
	in.float32s(matrixAt, m[:])
	s.size = round(math.Abs(size[0]) * math.Hypot(m[2], m[3]))
	if a, b := m[0]*sign(size[0]), m[1]*sign(size[0]); a != 0 || b != 0 {
		// The page's y points upwards, so that a positive angle there is counterclockwise.
		s.angle = math.Mod(math.Round(-math.Atan2(b, a)*1800/math.Pi)/10+float64(90*f.turns)+720, 360)
	}
	mode, err := in.pointer(ctx, "FPDFTextObj_GetTextRenderMode", uint64(object))
	if err != nil {
		return nil, err
	}
	const fillStroke, invisible, clipOnly = 2, 3, 7
	s.hidden = mode == invisible || mode == clipOnly || s.size < .1
	handle, err := in.pointer(ctx, "FPDFTextObj_GetFont", uint64(object))
	if err != nil || handle == 0 {
		return s, err
	}
	face, known := styles.fonts[handle]
	if !known {
		if face, err = d.font(ctx, handle); err != nil {
			return nil, err
		}
		styles.fonts[handle] = face
	}
	s.font, s.bold, s.italic = face.name, face.bold || mode == fillStroke, face.italic
	return s, nil
}

func (d *Document) font(ctx context.Context, handle uint32) (font, error) {
	in := d.engine
	name, err := in.text(ctx, "FPDFFont_GetBaseFontName", false, uint64(handle))
	if err != nil {
		return font{}, err
	}
	flags, err := in.pointer(ctx, "FPDFFont_GetFlags", uint64(handle))
	if err != nil {
		return font{}, err
	}
	weight, err := in.pointer(ctx, "FPDFFont_GetWeight", uint64(handle))
	if err != nil {
		return font{}, err
	}
	if prefix, rest, found := strings.Cut(name, "+"); found && len(prefix) == 6 {
		name = rest
	}
	const italicFlag, forceBold = 1 << 6, 1 << 18
	lower := strings.ToLower(name)
	f := font{name: strings.ToValidUTF8(name, "")}
	f.bold = containsAny(lower, "bold", "black", "heavy", "demi") || int32(flags) > 0 && flags&forceBold != 0 || int32(weight) >= 700 && int32(weight) < 1000
	f.italic = containsAny(lower, "italic", "oblique") || int32(flags) > 0 && flags&italicFlag != 0
	return f, nil
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}
