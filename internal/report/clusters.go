package report

import (
	"strconv"

	"undersigned/internal/export"
)

// heading is what stands at a cluster on the map: its number in a ring, and mostly its name and size.
type heading struct {
	title, count string
	width        float64 // of the title
}

// How much of a cluster's heading is shown.
const (
	ringOnly = iota
	cutTitle
	wholeTitle
)

func (s *sheet) heading(c export.Cluster, much int) heading {
	if much == ringOnly {
		return heading{}
	}
	h := heading{title: shorten(c.Label), count: export.Count(c.Size)}
	if much == cutTitle {
		h.title = cut(c.Label, 18)
	}
	h.width = textWidth(strong, 13*s.u, h.title) * 1.03
	return h
}

// size returns the room that a heading takes.
func (s *sheet) size(h heading) (width, height float64) {
	width = 22.6 * s.u
	height = width
	if h.title != "" || h.count != "" {
		width += 5*s.u + h.width + 6*s.u + textWidth(sans, 13*s.u, h.count)*1.03
	}
	return width, height
}

// clusterNames puts number, name and size beside each hull. Names stand either on the map or in the legend: where there is a
// legend and some name would lie over another cluster, all rings are bare.
func (s *sheet) clusterNames() {
	outlines := make([][][2]float64, len(s.n.Clusters))
	for i, c := range s.n.Clusters {
		if len(c.Hull) > 2 {
			outlines[i] = s.outline(c)
		}
	}
	narrow := s.plot.w/s.u < 480
	before := len(s.placed)
	if s.legend && !narrow {
		if s.clusterHeadings(outlines, func(i int) (heading, spot) { return s.choice(i, outlines, wholeTitle) }, true) {
			return
		}
		s.placed = s.placed[:before]
	}
	s.clusterHeadings(outlines, func(i int) (heading, spot) {
		switch {
		case s.legend || narrow:
			return s.choice(i, outlines, ringOnly)
		case s.o.Bare:
			return s.choice(i, outlines, wholeTitle, cutTitle, ringOnly)
		}
		return s.choice(i, outlines, wholeTitle, cutTitle, wholeTitle)
	}, false)
}

// clusterHeadings places and draws the headings. With strict it draws nothing and returns false where one has no clean place.
func (s *sheet) clusterHeadings(outlines [][][2]float64, choose func(i int) (heading, spot), strict bool) bool {
	type chosen struct {
		number int
		label  string
		heading
		spot
	}
	var all []chosen
	for i := range s.n.Clusters {
		if outlines[i] == nil {
			continue
		}
		h, at := choose(i)
		if strict && !at.clean {
			return false
		}
		s.placed = append(s.placed, at.box)
		all = append(all, chosen{s.n.Clusters[i].Number, s.n.Clusters[i].Label, h, at})
	}
	for _, c := range all {
		if c.title != "" {
			s.shows(strong, c.title, c.label)
		}
		s.drawHeading(c.number, c.heading, c.box)
	}
	return true
}

// choice returns the first heading that has a clean place, else the last one at its best place. A number that finds every
// place taken stands in the middle of its hull: it must be somewhere.
func (s *sheet) choice(i int, outlines [][][2]float64, amounts ...int) (heading, spot) {
	var h heading
	var at spot
	found := false
	for _, much := range amounts {
		h = s.heading(s.n.Clusters[i], much)
		w, height := s.size(h)
		at, found = s.beside(i, w, height, outlines)
		if found && at.clean {
			return h, at
		}
	}
	if found {
		return h, at
	}
	h = heading{}
	w, height := s.size(h)
	at, found = s.beside(i, w, height, outlines)
	if !found {
		middle := centre(outlines[i])
		at = spot{box: box{middle[0] - w/2, middle[1] - height/2, w, height}}
	}
	return h, at
}

func (s *sheet) drawHeading(number int, h heading, b box) {
	ring := 10 * s.u
	cx, cy := b.x+ring+1.3*s.u, b.y+b.h/2
	s.ring(cx, cy, ring, number, strconv.Itoa(number))
	if h == (heading{}) {
		return
	}
	x, y := cx+ring+6.3*s.u, cy+4.4*s.u
	text := label{x: x, y: y, text: h.title, face: strong, size: 13 * s.u, color: s.t.ink, halo: s.t.ground, width: 3.2 * s.u}
	s.c.text(text)
	text.x, text.text, text.face, text.color = x+h.width+6*s.u, h.count, sans, s.t.ink2
	s.c.text(text)
}

// ring draws a number in a ring of the cluster's colour.
func (s *sheet) ring(x, y, r float64, number int, text string) {
	s.c.circle(x, y, r, filled(s.t.ground, 1).outlined(s.t.cluster(number), .26*r))
	size := 1.2 * r
	if len(text) > 2 {
		size = r
	}
	s.c.text(label{x: x, y: y + .36*size, text: text, face: strong, size: size, anchor: middle, color: s.t.ink})
}
