package layout

import "math"

// fit places the territories again, now with the radii they really have, in a box of the same shape that grows until
// they fit; then everything is scaled to the map.
func (a *atlas) fit() {
	if len(a.territories) == 0 {
		return
	}
	anchors := make([]point, len(a.territories))
	for i := range anchors {
		anchors[i] = a.territories[i].at
	}
	var circles []disc
	for grow := 0.; grow < 4*MapHeight; grow += 8 + float64(grow/8) {
		var overlap float64
		if circles, overlap = a.place(anchors, grow); overlap <= tolerable {
			break
		}
	}
	a.keep(circles)
	ground := a.ground()
	b := box{point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}}
	for _, c := range circles {
		b.min = point{min(b.min.x, c.at.x-c.r), min(b.min.y, c.at.y-c.r)}
		b.max = point{max(b.max.x, c.at.x+c.r), max(b.max.y, c.at.y+c.r)}
	}
	by := min(1, ground.width()/b.width(), ground.height()/b.height())
	a.scale *= by
	a.gap *= by
	for i := range a.territories {
		t := &a.territories[i]
		t.at = ground.middle().plus(t.at.minus(b.middle()).times(by))
		t.r *= by
		for k := range t.offset {
			t.offset[k] = t.offset[k].times(by)
		}
	}
}

// drawing puts everything in its final place.
func (a *atlas) drawing() Drawing {
	n := a.x.Organizations()
	pos := make([]point, len(a.base))
	placed := make([]bool, len(a.base))
	for _, t := range a.territories {
		for i, v := range t.nodes {
			pos[v] = t.at.plus(t.offset[i])
			placed[v] = true
		}
	}
	d := Drawing{Width: MapWidth, Height: MapHeight, Scale: a.scale, Radius: make([]float64, n)}
	d.Band = Band{Organizations: a.strays, Top: MapHeight - a.band()}
	side, columns := a.stray(), int(a.columns())
	for i, v := range a.strays {
		pos[v] = point{(float64(i%columns) + .5) * side, d.Band.Top + float64((float64(i/columns)+.5)*side)}
		placed[v] = true
		if a.home(v) < 0 {
			d.Band.InNoCluster++
		} else {
			d.Band.OfSmallCluster++
		}
	}
	for l := range a.x.Letters() {
		if !placed[n+l] {
			pos[n+l] = meanOf(pos, a.x.SignersOf(l))
		}
	}
	for v := range pos {
		pos[v] = point{hundredths(pos[v].x), hundredths(pos[v].y)}
	}
	for o, r := range a.radius {
		d.Radius[o] = math.Round(r*a.scale*1e4) / 1e4
	}
	d.Positions = split(pos, n)
	return d
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// meanOf is the mean place of some organizations; the lower right corner for none.
func meanOf(pos []point, of []int32) point {
	if len(of) == 0 {
		return point{MapWidth, MapHeight}
	}
	var sum point
	for _, o := range of {
		sum = sum.plus(pos[o])
	}
	return sum.times(1 / float64(len(of)))
}
