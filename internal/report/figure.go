package report

import (
	"math"
	"slices"

	"undersigned/internal/export"
)

// sheet is a figure while it is drawn.
type sheet struct {
	n      *export.Network
	o      Options
	t      theme
	c      canvas
	w, h   float64
	u      float64 // unit of text and space: 1 where the smallest text is 12 pixels
	plot   box     // where the map is
	k      float64 // unit of marks: radii, lines; 1 at 800 pixels wide
	scale  float64 // of positions
	dx, dy float64

	org, letter   [][2]float64 // places on the sheet
	orgR, letterR []float64
	selected      int // position of an organization, -1 for none
	near          []bool
	nearLetter    []bool
	drawn         []export.Tie // weakest first
	legend        bool         // clusters are named in a legend
	placed        []box        // names and rings that others must not touch
	named         int          // organizations and letters with a name
	boxed         []string     // names shown that the embedded fonts cannot print
}

// draw draws a figure. boxes says that some characters will have boxes in their place.
func draw(c canvas, n *export.Network, o Options, boxes bool) *sheet {
	s := &sheet{n: n, o: o, t: o.colors(), c: c, w: float64(o.Width), h: float64(o.Height), u: 1}
	s.choose()
	if !o.Transparent {
		c.rect(box{0, 0, s.w, s.h}, filled(s.t.ground, 1))
	}
	if o.Bare {
		s.plot = box{0, 0, s.w, s.h}.grown(-6)
		s.fit()
		s.drawMap()
		return s
	}
	// 960 x 585 is the sheet on which the sizes of text were chosen.
	s.u = min(max(math.Sqrt(s.w*s.h/(960*585)), 1), 4)
	margin := 30 * s.u
	if s.w < 800 {
		margin = 20
	}
	area := box{margin, margin, s.w - 2*margin, s.h - 2*margin}
	top := s.header(area)
	notes := s.notes(area.w, boxes)
	foot := s.footer(area, notes)
	s.plot = box{area.x, top, area.w, foot - top}
	if !o.NoLegend {
		s.placeLegend()
	} else {
		s.fit()
	}
	s.drawMap()
	return s
}

// choose finds the selection, its neighbours and the ties to draw.
func (s *sheet) choose() {
	n := s.n
	s.selected = -1
	s.near, s.nearLetter = make([]bool, len(n.Organizations)), make([]bool, len(n.Letters))
	for i := range n.Organizations {
		if s.o.Selected != "" && n.Organizations[i].ID == s.o.Selected {
			s.selected = i
		}
	}
	ties := n.Ties[:min(len(n.Ties), maxTies)]
	if !s.o.TwoMode {
		s.drawn = slices.Clone(ties)
		slices.SortStableFunc(s.drawn, func(a, b export.Tie) int {
			switch {
			case a.Newman < b.Newman:
				return -1
			case a.Newman > b.Newman:
				return 1
			}
			return 0
		})
	}
	if s.selected < 0 {
		return
	}
	s.near[s.selected] = true
	for i := range n.Letters {
		s.nearLetter[i] = slices.Contains(n.Letters[i].Signers, s.selected)
		if s.nearLetter[i] && s.o.TwoMode {
			for _, o := range n.Letters[i].Signers {
				s.near[o] = true
			}
		}
	}
	for _, t := range ties {
		if t.A == s.selected {
			s.near[t.B] = true
		}
		if t.B == s.selected {
			s.near[t.A] = true
		}
	}
}

// header writes title and statement and returns where they end.
func (s *sheet) header(area box) float64 {
	y := area.y
	if s.o.Title != "" {
		s.shows(strong, s.o.Title, s.o.Title)
		for _, line := range wrap(strong, 24*s.u, area.w, 2, s.o.Title) {
			y += 24 * s.u
			s.c.text(label{x: area.x, y: y, text: line, face: strong, size: 24 * s.u, color: s.t.ink})
			y += 5 * s.u
		}
	}
	s.shows(sans, s.n.Statement, s.n.Statement)
	for _, line := range wrap(sans, 15*s.u, area.w, 3, s.n.Statement) {
		y += 16 * s.u
		s.c.text(label{x: area.x, y: y, text: line, face: sans, size: 15 * s.u, color: s.t.ink2})
		y += 4 * s.u
	}
	return y + 6*s.u
}

// notes returns the lines under the figure: what is drawn and what is not, then source and data version.
func (s *sheet) notes(width float64, boxes bool) []string {
	first := drawnSentence(s.n, s.o)
	if s.n.Remark != "" {
		first += " " + s.n.Remark
	}
	if boxes {
		first += " Boxes stand for characters that the fonts of this picture lack; the SVG shows them."
	}
	source := s.n.SourceSentence() + " " + s.n.VersionSentence(s.n.Version())
	lines := wrap(sans, 12*s.u, width, 4, first)
	return append(lines, wrap(sans, 12*s.u, width, 2, source)...)
}

// shows notes a name that the embedded fonts cannot print as it is shown.
func (s *sheet) shows(f face, shown, name string) {
	if name = oneLine(name); !printable(f, shown) && !slices.Contains(s.boxed, name) {
		s.boxed = append(s.boxed, name)
	}
}

// footer writes the notes at the foot of the sheet under a hairline and returns where the line is.
func (s *sheet) footer(area box, notes []string) float64 {
	step := 16 * s.u
	y := area.y + area.h - step*float64(len(notes)) + 4*s.u
	rule := y - 8*s.u
	s.c.lines([]segment{{area.x, rule, area.x + area.w, rule}}, paint{stroke: s.t.hair, strokeOpacity: 1, width: s.u})
	for _, line := range notes {
		y += step
		s.c.text(label{x: area.x, y: y - 4*s.u, text: line, face: sans, size: 12 * s.u, color: s.t.ink2})
	}
	return rule - 6*s.u
}
