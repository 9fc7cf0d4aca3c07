package report

// canvas is what a figure is drawn on: SVG or PNG. There is one drawing routine; a canvas only knows shapes. Lengths are in CSS
// pixels at scale 1, angles and transforms do not occur.
type canvas interface {
	rect(b box, p paint)
	circle(x, y, r float64, p paint)
	polygon(points [][2]float64, p paint)
	// lines draws every segment by itself, so that where many cross they add up to a darker tone.
	lines(segments []segment, p paint)
	text(t label)
	// open begins a group of shapes that is one thing to a reader: with a hint, and a link where address is not empty.
	open(hint, address string)
	close()
}

// blank is a canvas that shows nothing: to see what a figure will hold.
type blank struct{}

func (blank) rect(box, paint)                         {}
func (blank) circle(float64, float64, float64, paint) {}
func (blank) polygon([][2]float64, paint)             {}
func (blank) lines([]segment, paint)                  {}
func (blank) text(label)                              {}
func (blank) open(string, string)                     {}
func (blank) close()                                  {}

// paint says how a shape is filled and outlined. An empty colour leaves that out.
type paint struct {
	fill          string
	fillOpacity   float64
	stroke        string
	strokeOpacity float64
	width         float64
}

func filled(color string, opacity float64) paint { return paint{fill: color, fillOpacity: opacity} }

func (p paint) outlined(color string, width float64) paint {
	p.stroke, p.strokeOpacity, p.width = color, 1, width
	return p
}

// segment is a straight line.
type segment struct{ x1, y1, x2, y2 float64 }

// label is a line of text on its baseline. With a halo it gets an outline in that colour behind it.
type label struct {
	x, y    float64
	text    string
	face    face
	size    float64
	anchor  anchor
	color   string
	halo    string
	width   float64 // of the halo
	address string  // a link that repeats the one of the thing named
}

// anchor is the point of a line of text that x means.
type anchor int

const (
	start anchor = iota
	middle
	end
)

// box is an upright rectangle.
type box struct{ x, y, w, h float64 }

func (b box) overlaps(c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}

func (b box) inside(c box) bool {
	return b.x >= c.x && b.y >= c.y && b.x+b.w <= c.x+c.w && b.y+b.h <= c.y+c.h
}

func (b box) grown(by float64) box { return box{b.x - by, b.y - by, b.w + 2*by, b.h + 2*by} }

// near reports whether a point is less than r away from the box, or in it.
func (b box) near(x, y, r float64) bool {
	dx, dy := max(b.x-x, x-b.x-b.w, 0), max(b.y-y, y-b.y-b.h, 0)
	return dx*dx+dy*dy < r*r
}
