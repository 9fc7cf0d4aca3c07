package report

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/png"
	"io"
	"math"

	"git.sr.ht/~sbinet/gg"

	"undersigned/graph"
	"undersigned/internal/export"
)

// PNG draws the network as a picture of Width x Scale by Height x Scale pixels.
func PNG(w io.Writer, n *export.Network, o Options) error {
	o, err := o.complete()
	if err != nil {
		return err
	}
	if err := n.Check(); err != nil {
		return err
	}
	dc := gg.NewContext(int(math.Round(float64(o.Width)*o.Scale)), int(math.Round(float64(o.Height)*o.Scale)))
	dc.SetLineJoinRound()
	boxes := unprintable(n, o) && len(draw(blank{}, n, o, true).boxed) > 0 // of the names that are shown
	c := &pngCanvas{dc: dc, scale: o.Scale, to: w}
	if s := draw(c, n, o, boxes); o.Boxed != nil && boxes {
		o.Boxed(s.boxed)
	}
	if c.err != nil {
		return c.err
	}
	var data bytes.Buffer
	if err := png.Encode(asking{&data, w}, dc.Image()); err != nil {
		if c.ask(); c.err != nil {
			return c.err
		}
		return graph.Wrap(graph.Internal, err, "The picture could not be written.")
	}
	return withNotes(w, data.Bytes(), o.Scale, [][2]string{
		{"Title", o.Title}, {"Description", Describe(n, o)}, {"Source", n.SourceSentence()}, {"Comment", n.VersionSentence(n.Hash)}, {"Software", "undersigned"},
	})
}

// pngCanvas draws with gg. Strokes of gg do not follow its transforms, so everything is scaled here.
type pngCanvas struct {
	dc      *gg.Context
	scale   float64
	to      io.Writer
	strokes int
	err     error // nobody waits for the picture any more
}

// ask finds out whether anybody waits for the picture, of which nothing is written before it is whole.
func (c *pngCanvas) ask() {
	if c.err == nil {
		_, c.err = c.to.Write(nil)
	}
}

// asking is a buffer that fills while somebody waits for what is in it.
type asking struct {
	buffer *bytes.Buffer
	to     io.Writer
}

// Write implements io.Writer.
func (a asking) Write(b []byte) (int, error) {
	if _, err := a.to.Write(nil); err != nil {
		return 0, err
	}
	return a.buffer.Write(b)
}

func (c *pngCanvas) color(hex string, opacity float64) {
	r, g, b := channels(hex)
	c.dc.SetRGBA(r, g, b, opacity)
}

// unprintable reports whether the view has a name that the embedded fonts cannot print, shown or not.
func unprintable(n *export.Network, o Options) bool {
	for i := range n.Organizations {
		if !printable(sans, n.Organizations[i].Name) {
			return true
		}
	}
	for i := range n.Clusters {
		if !printable(strong, n.Clusters[i].Label) {
			return true
		}
	}
	for i := range n.Letters {
		if o.TwoMode && !printable(serif, n.Letters[i].Title) {
			return true
		}
	}
	return !printable(strong, o.Title) || !printable(sans, n.Statement)
}

// channels splits #rrggbb into 0..1.
func channels(hex string) (r, g, b float64) {
	var v [3]float64
	for i := range v {
		for _, digit := range []byte(hex[1+2*i : 3+2*i]) {
			if digit > '9' {
				digit -= 'a' - '9' - 1
			}
			v[i] = v[i]*16 + float64(digit-'0')
		}
	}
	return v[0] / 255, v[1] / 255, v[2] / 255
}

// finish fills and strokes the current path.
func (c *pngCanvas) finish(p paint) {
	if c.strokes++; c.strokes%64 == 0 {
		c.ask()
	}
	if c.err != nil {
		c.dc.ClearPath()
		return
	}
	if p.fill != "" {
		c.color(p.fill, p.fillOpacity)
		c.dc.FillPreserve()
	}
	if p.stroke != "" && p.width > 0 {
		c.color(p.stroke, p.strokeOpacity)
		c.dc.SetLineWidth(p.width * c.scale)
		c.dc.StrokePreserve()
	}
	c.dc.ClearPath()
}

func (c *pngCanvas) rect(b box, p paint) {
	c.dc.DrawRectangle(b.x*c.scale, b.y*c.scale, b.w*c.scale, b.h*c.scale)
	c.finish(p)
}

func (c *pngCanvas) circle(x, y, r float64, p paint) {
	c.dc.DrawCircle(x*c.scale, y*c.scale, r*c.scale)
	c.finish(p)
}

func (c *pngCanvas) polygon(points [][2]float64, p paint) {
	for _, q := range points {
		c.dc.LineTo(q[0]*c.scale, q[1]*c.scale) // the first one moves
	}
	c.dc.ClosePath()
	c.finish(p)
}

func (c *pngCanvas) lines(segments []segment, p paint) {
	c.dc.SetLineCapButt()
	for _, s := range segments {
		c.dc.DrawLine(s.x1*c.scale, s.y1*c.scale, s.x2*c.scale, s.y2*c.scale)
		c.finish(paint{stroke: p.stroke, strokeOpacity: p.strokeOpacity, width: p.width})
	}
	c.dc.SetLineCapRound()
}

func (c *pngCanvas) text(t label) {
	line := typeset(t.face, t.text)
	x := t.x
	switch t.anchor {
	case middle:
		x -= line.width * t.size / 2
	case end:
		x -= line.width * t.size
	}
	em := t.size * c.scale
	for _, g := range line.glyphs {
		c.glyph(g, (x+g.x*t.size)*c.scale, (t.y+g.y*t.size)*c.scale, em)
	}
	if t.halo != "" {
		c.color(t.halo, 1)
		c.dc.SetLineWidth(t.width * c.scale)
		c.dc.StrokePreserve()
	}
	c.finish(filled(t.color, 1))
	if t.face == strong && len(line.families) > 0 {
		// The other fonts come in one weight: an outline makes it a heavier one.
		for _, g := range line.glyphs {
			if g.font != nil && g.font.family != "" {
				c.glyph(g, (x+g.x*t.size)*c.scale, (t.y+g.y*t.size)*c.scale, em)
			}
		}
		c.finish(paint{stroke: t.color, strokeOpacity: 1, width: .035 * t.size})
	}
}

// glyph adds the outline of a glyph to the path; for one that no font has, a box that is hollow.
func (c *pngCanvas) glyph(g glyph, x, y, em float64) {
	if g.font == nil {
		const edge = .05
		c.frame(x+.06*em, y-.64*em, x+(g.wide-.06)*em, y)
		c.hole(x+(.06+edge)*em, y-(.64-edge)*em, x+(g.wide-.06-edge)*em, y-edge*em)
		return
	}
	outline(g,
		func(px, py float64) { c.dc.ClosePath(); c.dc.MoveTo(x+px*em, y+py*em) },
		func(px, py float64) { c.dc.LineTo(x+px*em, y+py*em) },
		func(x1, y1, x2, y2 float64) { c.dc.QuadraticTo(x+x1*em, y+y1*em, x+x2*em, y+y2*em) })
	c.dc.ClosePath()
}

// frame adds a rectangle clockwise, hole one counterclockwise, which the winding rule leaves open.
func (c *pngCanvas) frame(x0, y0, x1, y1 float64) {
	c.dc.MoveTo(x0, y0)
	c.dc.LineTo(x1, y0)
	c.dc.LineTo(x1, y1)
	c.dc.LineTo(x0, y1)
	c.dc.ClosePath()
}

func (c *pngCanvas) hole(x0, y0, x1, y1 float64) { c.frame(x1, y0, x0, y1) }

func (c *pngCanvas) open(string, string) {}

func (c *pngCanvas) close() {}

// withNotes writes a PNG with text chunks (iTXt, UTF-8) and the physical size put in after its header, which the encoder of
// the standard library cannot do.
func withNotes(w io.Writer, data []byte, scale float64, notes [][2]string) error {
	const header = 8 + 25 // signature and IHDR
	out := bytes.NewBuffer(make([]byte, 0, len(data)+2048))
	out.Write(data[:header])
	perMeter := uint32(math.Round(96 * scale / .0254))
	size := binary.BigEndian.AppendUint32(nil, perMeter)
	size = append(binary.BigEndian.AppendUint32(size, perMeter), 1)
	chunk(out, "pHYs", size)
	for _, note := range notes {
		if note[1] != "" {
			// keyword, not compressed, no language, no translated keyword
			chunk(out, "iTXt", append([]byte(note[0]+"\x00\x00\x00\x00\x00"), note[1]...))
		}
	}
	out.Write(data[header:])
	_, err := out.WriteTo(w)
	return err
}

func chunk(out *bytes.Buffer, kind string, data []byte) {
	_ = binary.Write(out, binary.BigEndian, uint32(len(data)))
	body := append([]byte(kind), data...)
	out.Write(body)
	_ = binary.Write(out, binary.BigEndian, crc32.ChecksumIEEE(body))
}
