package layout

import "math"

// point is a place or a vector. Every product that is added to something is converted to float64 first: Go then may not
// fuse the two operations into one, and all processors give the same bits.
type point struct{ x, y float64 }

func (a point) plus(b point) point                { return point{a.x + b.x, a.y + b.y} }
func (a point) minus(b point) point               { return point{a.x - b.x, a.y - b.y} }
func (a point) times(f float64) point             { return point{float64(a.x * f), float64(a.y * f)} }
func (a point) dot(b point) float64               { return float64(a.x*b.x) + float64(a.y*b.y) }
func (a point) cross(b point) float64             { return float64(a.x*b.y) - float64(a.y*b.x) }
func (a point) length() float64                   { return math.Sqrt(a.dot(a)) }
func (a point) distance(b point) float64          { return a.minus(b).length() }
func (a point) towards(b point, by float64) point { return a.plus(b.minus(a).times(by)) }

// box is an upright rectangle.
type box struct{ min, max point }

func boxOf(points []point) box {
	if len(points) == 0 {
		return box{}
	}
	b := box{points[0], points[0]}
	for _, p := range points {
		b.min.x, b.min.y = min(b.min.x, p.x), min(b.min.y, p.y)
		b.max.x, b.max.y = max(b.max.x, p.x), max(b.max.y, p.y)
	}
	return b
}

func (b box) width() float64  { return b.max.x - b.min.x }
func (b box) height() float64 { return b.max.y - b.min.y }
func (b box) middle() point   { return b.min.plus(b.max).times(.5) }

func (b box) grow(by float64) box {
	return box{b.min.minus(point{by, by}), b.max.plus(point{by, by})}
}
