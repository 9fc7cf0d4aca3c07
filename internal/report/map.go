package report

import (
	"cmp"
	"math"
	"slices"

	"undersigned/internal/export"
)

// fit finds the scale and the places of everything in the plot. Room is kept at the edges for the names of clusters.
func (s *sheet) fit() {
	s.k = min(max(math.Sqrt(s.plot.w/800), .7), 2)
	s.scale, s.dx, s.dy = s.fitInto(s.plot)
	s.org, s.orgR = make([][2]float64, len(s.n.Organizations)), make([]float64, len(s.n.Organizations))
	for i := range s.n.Organizations {
		o := &s.n.Organizations[i]
		s.org[i] = s.place(o.X, o.Y)
		s.orgR[i] = s.radius(o)
	}
	if !s.o.TwoMode {
		return
	}
	s.letter, s.letterR = make([][2]float64, len(s.n.Letters)), make([]float64, len(s.n.Letters))
	for i := range s.n.Letters {
		l := &s.n.Letters[i]
		s.letter[i] = s.place(l.X, l.Y)
		s.letterR[i] = (2.6 + .3*math.Sqrt(float64(len(l.Signers)))) * s.k
	}
}

// fitInto returns the scale and shift that set the view in the middle of an area.
func (s *sheet) fitInto(area box) (scale, dx, dy float64) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	see := func(x, y, r float64) {
		x0, y0, x1, y1 = min(x0, x-r), min(y0, y-r), max(x1, x+r), max(y1, y+r)
	}
	for i := range s.n.Organizations {
		o := &s.n.Organizations[i]
		see(o.X, o.Y, o.Radius)
	}
	for _, c := range s.n.Clusters {
		for _, p := range c.Hull {
			see(p[0], p[1], 0)
		}
	}
	if s.o.TwoMode {
		for i := range s.n.Letters {
			see(s.n.Letters[i].X, s.n.Letters[i].Y, 0)
		}
	}
	if math.IsInf(x0, 1) {
		return 1, area.x, area.y
	}
	padX, padY := 14*s.u, 26*s.u
	scale = min((area.w-2*padX)/max(x1-x0, 1), (area.h-2*padY)/max(y1-y0, 1), 3*s.u)
	scale = max(scale, 1e-6)
	return scale, area.x + area.w/2 - scale*(x0+x1)/2, area.y + area.h/2 - scale*(y0+y1)/2
}

func (s *sheet) place(x, y float64) [2]float64 { return [2]float64{s.dx + s.scale*x, s.dy + s.scale*y} }

// radius returns the radius of an organization's dot. Where the layout gave one it is scaled with the positions, so that dots
// that did not overlap there do not here; when enlarging it grows with the square root only.
func (s *sheet) radius(o *export.Organization) float64 {
	if o.Radius <= 0 {
		return (1.9 + .85*math.Pow(float64(max(o.Letters, 1)-1), .95)) * s.k
	}
	if s.scale > 1 {
		return o.Radius * math.Sqrt(s.scale)
	}
	return max(o.Radius*s.scale, .9)
}

// drawMap draws hulls, ties, dots, the selection and the names, in this order.
func (s *sheet) drawMap() {
	s.hulls()
	if s.o.TwoMode {
		s.signatures()
	} else {
		s.ties()
	}
	s.dots()
	s.names()
}

func (s *sheet) hulls() {
	for _, c := range s.n.Clusters {
		if len(c.Hull) > 2 {
			color := s.t.cluster(c.Number)
			s.c.polygon(s.outline(c), paint{fill: color, fillOpacity: s.t.hullFill, stroke: color, strokeOpacity: hullLine, width: 1.4 * s.k})
		}
	}
}

// outline returns a hull on the sheet.
func (s *sheet) outline(c export.Cluster) [][2]float64 {
	points := make([][2]float64, len(c.Hull))
	for i, p := range c.Hull {
		points[i] = s.place(p[0], p[1])
	}
	return points
}

func (s *sheet) join(a, b [2]float64) segment { return segment{a[0], a[1], b[0], b[1]} }

// ties draws the ties in three widths by weight, and those of the selection in ink by shared letters.
func (s *sheet) ties() {
	middle, high := percentiles(s.drawn)
	var grey, ink [3][]segment
	for _, t := range s.drawn {
		line := s.join(s.org[t.A], s.org[t.B])
		switch mine := t.A == s.selected || t.B == s.selected; {
		case mine && t.Letters >= 4:
			ink[2] = append(ink[2], line)
		case mine && t.Letters == 3:
			ink[1] = append(ink[1], line)
		case mine:
			ink[0] = append(ink[0], line)
		case t.Newman > high:
			grey[2] = append(grey[2], line)
		case t.Newman > middle:
			grey[1] = append(grey[1], line)
		default:
			grey[0] = append(grey[0], line)
		}
	}
	opacity := s.t.tieOpacity
	if s.selected >= 0 {
		opacity *= .5 // at the dots' 22 % nothing of a tie would be left
	}
	for i, width := range [3]float64{.5, .8, 1.3} {
		s.c.lines(grey[i], paint{stroke: s.t.tie, strokeOpacity: opacity, width: width * s.k})
	}
	for i, p := range [3]paint{{strokeOpacity: .20, width: .5}, {strokeOpacity: .38, width: .8}, {strokeOpacity: .75, width: 1.5}} {
		p.stroke, p.width = s.t.ink, p.width*s.k
		s.c.lines(ink[i], p)
	}
}

// percentiles returns the Newman weights at the 60th and 90th percentile of ties in order of weight.
func percentiles(ties []export.Tie) (middle, high float64) {
	if len(ties) == 0 {
		return 0, 0
	}
	at := func(q float64) float64 { return ties[int(q*float64(len(ties)-1))].Newman }
	return at(.6), at(.9)
}

// signatures draws the two-mode network's ties.
func (s *sheet) signatures() {
	var grey, ink []segment
	for i := range s.n.Letters {
		for _, o := range s.n.Letters[i].Signers {
			line := s.join(s.org[o], s.letter[i])
			if o == s.selected {
				ink = append(ink, line)
			} else if len(grey) < maxTies {
				grey = append(grey, line)
			}
		}
	}
	opacity := s.t.tieOpacity
	if s.selected >= 0 {
		opacity *= .5
	}
	s.c.lines(grey, paint{stroke: s.t.tie, strokeOpacity: opacity, width: .5 * s.k})
	s.c.lines(ink, paint{stroke: s.t.ink, strokeOpacity: .6, width: 1 * s.k})
}

// dots draws the organizations, small ones last so that none is hidden, then the letters, then the selection's ring.
func (s *sheet) dots() {
	for _, i := range s.bySize() {
		o := &s.n.Organizations[i]
		p := filled(s.t.cluster(o.Cluster), s.strength(s.near[i])).outlined(s.t.ground, .8*s.k)
		s.c.open(orgHint(o), s.link("organization", o.ID))
		s.c.circle(s.org[i][0], s.org[i][1], s.orgR[i], p)
		s.c.close()
	}
	if s.o.TwoMode {
		for i := range s.n.Letters {
			l := &s.n.Letters[i]
			r := s.letterR[i]
			s.c.open(letterHint(l), s.link("letter", l.ID))
			s.c.rect(box{s.letter[i][0] - r, s.letter[i][1] - r, 2 * r, 2 * r},
				filled(s.t.ink, s.strength(s.nearLetter[i])).outlined(s.t.ground, .8*s.k))
			s.c.close()
		}
	}
	if i := s.selected; i >= 0 {
		s.c.circle(s.org[i][0], s.org[i][1], s.orgR[i]+(3.5+1)*s.k, paint{stroke: s.t.ink, strokeOpacity: 1, width: 2 * s.k})
	}
}

// strength is the opacity of a mark: what is neither selected nor near the selection is dimmed.
func (s *sheet) strength(near bool) float64 {
	if s.selected >= 0 && !near {
		return s.t.dim
	}
	return 1
}

func (s *sheet) link(kind, id string) string {
	if s.o.Link == nil {
		return ""
	}
	return s.o.Link(kind, id)
}

// bySize returns the organizations by letters, then strength, then name, then position.
func (s *sheet) bySize() []int {
	order := make([]int, len(s.n.Organizations))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &s.n.Organizations[a], &s.n.Organizations[b]
		return cmp.Or(cmp.Compare(y.Letters, x.Letters), cmp.Compare(y.Strength, x.Strength), cmp.Compare(x.Name, y.Name))
	})
	return order
}
