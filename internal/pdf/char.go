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
	r      rune
	object uint32 // 0 for the blanks and line breaks that the engine makes up
	style  *style
	x, y   float64 // origin on the baseline
	box    rect    // from the font's descent to its ascent, as wide as the advance
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

// maxPageChars is twenty times what the densest page of a newspaper holds.
const maxPageChars = 200_000

// pageChars reads the characters of a page. Time O(characters).
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
	if count > maxPageChars {
		return nil, graph.Errorf(graph.TooLarge, "a page of this PDF has %d characters, and at most %d are read; give the letter as a PDF with "+
			"pages of usual length, or paste the text instead", count, maxPageChars)
	}
	if d.chars += count; d.chars > d.limits.Chars {
		return nil, graph.Errorf(graph.TooLarge, "this PDF has more than %d characters; give the pages with the letter as a PDF of their own", d.limits.Chars)
	}
	buffer, err := in.allocate(ctx, charRecord*min(count, walkBatch))
	if err != nil {
		return nil, err
	}
	chars := make([]char, 0, count)
	styles := styleCache{objects: map[uint32]*style{}, fonts: map[uint32]font{}}
	for from := 0; from < count; from += walkBatch {
		to := min(from+walkBatch, count)
		if _, err := in.call(ctx, "walk", uint64(text), uint64(from), uint64(to), uint64(buffer)); err != nil {
			return nil, err
		}
		for i := from; i < to; i++ {
			c := d.char(buffer+uint32(charRecord*(i-from)), f)
			if n := len(chars); n > 0 && utf16.IsSurrogate(chars[n-1].r) && utf16.IsSurrogate(c.r) {
				chars[n-1].r = utf16.DecodeRune(chars[n-1].r, c.r)
				continue
			}
			if c.object != 0 {
				if c.style, err = d.style(ctx, text, i, c.object, f, &styles); err != nil {
					return nil, err
				}
			}
			chars = append(chars, c)
		}
	}
	if _, err := in.call(ctx, "free", uint64(buffer)); err != nil {
		return nil, err
	}
	_, err = in.call(ctx, "FPDFText_ClosePage", uint64(text))
	return chars, err
}

// char reads what walk wrote about a character.
func (d *Document) char(at uint32, f frame) char {
	in := d.engine
	var head [3]uint32 // code, whether the engine made it up, text object
	var o [2]float64   // origin
	var b [4]float64   // FS_RECTF: left, top, right, bottom
	in.uint32s(at, head[:])
	in.float64s(at+16, o[:])
	in.float32s(at+32, b[:])
	c := char{r: rune(head[0]), object: head[2]}
	switch c.r {
	case ' ':
		if head[1] == 1 {
			c.object = 0
		}
	case lineHyphen, lineHyphenOld:
		c.r = '-'
	case 0, 0xFFFF:
		c.r = unicode.ReplacementChar // drawn, but the font does not say what it means
	}
	c.x, c.y = f.point(o[0], o[1])
	c.box = f.box(b[0], b[3], b[2], b[1])
	return c
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

// style says how the text object of character i looks.
func (d *Document) style(ctx context.Context, text uint32, i int, object uint32, f frame, styles *styleCache) (*style, error) {
	if s, known := styles.objects[object]; known {
		return s, nil
	}
	in := d.engine
	if _, err := in.call(ctx, "style", uint64(text), uint64(i), uint64(object), uint64(in.scratch)); err != nil {
		return nil, err
	}
	s := &style{}
	styles.objects[object] = s
	var size [1]float64
	var head [2]uint32 // render mode, font
	var m [6]float64   // a b c d e f
	in.float32s(in.scratch, size[:])
	in.uint32s(in.scratch+4, head[:])
	in.float32s(in.scratch+16, m[:])
	mode, handle := head[0], head[1]
	s.size = round(math.Abs(size[0]) * math.Hypot(m[2], m[3]))
	if a, b := m[0]*sign(size[0]), m[1]*sign(size[0]); a != 0 || b != 0 {
		// The page's y points upwards, so that a positive angle there is counterclockwise.
		s.angle = math.Mod(math.Round(-math.Atan2(b, a)*1800/math.Pi)/10+float64(90*f.turns)+720, 360)
	}
	const fillStroke, invisible, clipOnly = 2, 3, 7
	s.hidden = mode == invisible || mode == clipOnly || s.size < .1
	if handle == 0 {
		return s, nil
	}
	face, known := styles.fonts[handle]
	if !known {
		var err error
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
