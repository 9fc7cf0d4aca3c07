package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"

	"undersigned/internal/export"
)

// The font stacks of the explorer. Names are quoted for XML attributes.
const (
	sansStack  = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif"
	serifStack = "'Source Serif 4 Variable', 'Source Serif 4', Charter, 'Iowan Old Style', Georgia, serif"
)

// SVG draws the network as SVG. See the package comment for what the markup holds.
func SVG(w io.Writer, n *export.Network, o Options) error {
	o, err := o.complete()
	if err != nil {
		return err
	}
	if err := n.Check(); err != nil {
		return err
	}
	c := &svgCanvas{Writer: bufio.NewWriterSize(w, 1<<16)}
	c.head(n, o)
	draw(c, n, o, false)
	c.raw("</g>\n</svg>\n")
	return c.Flush()
}

// svgCanvas writes markup. Errors stick to the buffered writer.
type svgCanvas struct {
	*bufio.Writer
	groups []bool // open groups: is it a link?
}

func (c *svgCanvas) head(n *export.Network, o Options) {
	width, height := strconv.Itoa(o.Width), strconv.Itoa(o.Height)
	c.raw(`<svg xmlns="http://www.w3.org/2000/svg" width="`, width, `" height="`, height, `" viewBox="0 0 `, width, " ", height, `"`)
	role := "img"
	if o.Link != nil {
		role = "group" // role img would hide the links from readers
	}
	c.raw(` role="`, role, `" aria-labelledby="figure-title figure-text">`, "\n", `<title id="figure-title">`)
	title := o.Title
	if title == "" {
		title = n.Statement
	}
	c.escaped(title)
	c.raw("</title>\n", `<desc id="figure-text">`)
	c.escaped(Describe(n, o))
	c.raw("</desc>\n<metadata>")
	c.escaped("undersigned. " + n.VersionSentence(n.Hash))
	c.raw("</metadata>\n", `<g font-family="`, sansStack, `" font-weight="400">`, "\n")
}

func (c *svgCanvas) raw(pieces ...string) {
	for _, p := range pieces {
		_, _ = c.WriteString(p)
	}
}

func (c *svgCanvas) escaped(s string) { _ = xml.EscapeText(c, []byte(s)) }

// number writes an attribute, rounded to hundredths.
func (c *svgCanvas) number(name string, v float64) { c.raw(" ", name, `="`, short(v), `"`) }

func short(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no minus
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (c *svgCanvas) paint(p paint) {
	if p.fill == "" {
		c.raw(` fill="none"`)
	} else {
		c.raw(` fill="`, p.fill, `"`)
		if p.fillOpacity != 1 {
			c.number("fill-opacity", p.fillOpacity)
		}
	}
	if p.stroke == "" {
		return
	}
	c.raw(` stroke="`, p.stroke, `"`)
	c.number("stroke-width", p.width)
	if p.strokeOpacity != 1 {
		c.number("stroke-opacity", p.strokeOpacity)
	}
}

func (c *svgCanvas) rect(b box, p paint) {
	c.raw("<rect")
	c.number("x", b.x)
	c.number("y", b.y)
	c.number("width", b.w)
	c.number("height", b.h)
	c.paint(p)
	c.raw("/>\n")
}

func (c *svgCanvas) circle(x, y, r float64, p paint) {
	c.raw("<circle")
	c.number("cx", x)
	c.number("cy", y)
	c.number("r", r)
	c.paint(p)
	c.raw("/>\n")
}

func (c *svgCanvas) polygon(points [][2]float64, p paint) {
	c.raw(`<path d="`)
	for i, q := range points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		c.raw(command, short(q[0]), " ", short(q[1]))
	}
	c.raw(`Z" stroke-linejoin="round"`)
	c.paint(p)
	c.raw("/>\n")
}

func (c *svgCanvas) lines(segments []segment, p paint) {
	if len(segments) == 0 {
		return
	}
	c.raw("<g")
	c.paint(p)
	c.raw(">\n")
	for _, s := range segments {
		c.raw(`<path d="M`, short(s.x1), " ", short(s.y1), "L", short(s.x2), " ", short(s.y2), "\"/>\n")
	}
	c.raw("</g>\n")
}

func (c *svgCanvas) text(t label) {
	if t.text == "" {
		return
	}
	if t.address != "" {
		// A second link to the same page: for the pointer only, or readers would pass each twice.
		c.raw(`<a tabindex="-1" aria-hidden="true" href="`)
		c.escaped(t.address)
		c.raw(`">`)
	}
	if t.halo != "" {
		c.line(t, ` fill="`, t.halo, `" stroke="`, t.halo, `" stroke-width="`, short(t.width), `" stroke-linejoin="round" aria-hidden="true"`)
	}
	c.line(t, ` fill="`, t.color, `"`)
	if t.address != "" {
		c.raw("</a>")
	}
	c.raw("\n")
}

func (c *svgCanvas) line(t label, attributes ...string) {
	set := typeset(t.face, t.text)
	if !set.rightward {
		// With its middle as its anchor a line keeps its place in programs that know no direction, too.
		t.x += (.5 - float64(t.anchor)/2) * set.width * t.size
		t.anchor = middle
	}
	c.raw("<text")
	c.number("x", t.x)
	c.number("y", t.y)
	c.number("font-size", t.size)
	stack := ""
	switch t.face {
	case strong:
		c.raw(` font-weight="600"`)
	case serif:
		stack = serifStack
	}
	if len(set.families) > 0 {
		stack = withFamilies(cmp.Or(stack, sansStack), set.families)
	}
	if stack != "" {
		c.raw(` font-family="`, stack, `"`)
	}
	switch t.anchor {
	case middle:
		c.raw(` text-anchor="middle"`)
	case end:
		c.raw(` text-anchor="end"`)
	}
	if !set.rightward {
		c.raw(` direction="rtl"`)
	}
	// The width is written down where it is known, so that names keep to their places in a viewer without our font.
	if len(set.glyphs) > 1 && set.complete {
		c.number("textLength", set.width*t.size)
		c.raw(` lengthAdjust="spacingAndGlyphs"`)
	}
	c.raw(attributes...)
	c.raw(">")
	c.escaped(t.text)
	c.raw("</text>")
}

// withFamilies puts the fonts of other scripts before the last, generic name of a stack: where a viewer has the one that the text
// was measured with, it looks as in the PNG.
func withFamilies(stack string, others []*typeface) string {
	last := strings.LastIndex(stack, ", ")
	names := stack[:last]
	for _, t := range others {
		names += ", " + t.family
	}
	return names + stack[last:]
}

func (c *svgCanvas) open(hint, address string) {
	c.groups = append(c.groups, address != "")
	if address == "" {
		c.raw("<g>")
	} else {
		c.raw(`<a href="`)
		c.escaped(address)
		c.raw(`">`)
	}
	c.raw("<title>")
	c.escaped(hint)
	c.raw("</title>")
}

func (c *svgCanvas) close() {
	last := len(c.groups) - 1
	if c.groups[last] {
		c.raw("</a>\n")
	} else {
		c.raw("</g>\n")
	}
	c.groups = c.groups[:last]
}
