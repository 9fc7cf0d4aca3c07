package layout

import "math"

const (
	aspect = 1.5 // width over height of what is packed
	air    = 1   // between packed components, in lengths of a signature
)

// pack places boxes, which must come largest first, in rows of a rectangle of about 3:2 and returns how far to move each.
// Equal input gives equal output; the rectangle's corner is 0, 0.
func pack(boxes []box) []point {
	area, width := 0., 0.
	for _, b := range boxes {
		area += float64((b.width() + air) * (b.height() + air))
		width = max(width, b.width()+air)
	}
	width = max(width, math.Sqrt(aspect*area))
	shift := make([]point, len(boxes))
	var at point
	row := 0.
	for i, b := range boxes {
		if at.x > 0 && at.x+b.width()+air > width {
			at = point{0, at.y + row}
			row = 0
		}
		shift[i] = at.minus(b.min)
		at.x += b.width() + air
		row = max(row, b.height()+air)
	}
	return shift
}
