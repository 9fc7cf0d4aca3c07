package report

import (
	"math"
	"slices"
)

// named is a mark that may get a name.
type named struct {
	x, y, r float64
	text    string
	face    face
	address string
}

// names places and draws the names: clusters, then marks by priority until the budget is used up.
func (s *sheet) names() {
	for i := range s.org {
		if i == s.selected {
			r := s.orgR[i] + 6*s.k
			s.placed = append(s.placed, box{s.org[i][0] - r, s.org[i][1] - r, 2 * r, 2 * r})
		}
	}
	s.clusterNames()
	budget := s.budget()
	for _, m := range s.marks() {
		if s.named >= budget {
			return
		}
		s.name(m)
	}
}

// budget returns how many names suit the plot: 22 at 800 units of text, 7 at 390.
func (s *sheet) budget() int {
	switch {
	case s.o.Labels < 0:
		return 0
	case s.o.Labels > 0:
		return s.o.Labels
	}
	return min(int(math.Round(22*math.Pow(s.plot.w/s.u/800, 1.6))), 60)
}

// marks lists what may be named by priority: the selection, its neighbours, then the rest by size. In two-mode, letters and
// organizations take turns.
func (s *sheet) marks() []named {
	var first, second, letters []named
	for _, i := range s.bySize() {
		o := &s.n.Organizations[i]
		m := named{x: s.org[i][0], y: s.org[i][1], r: s.orgR[i], text: o.Name, address: s.link("organization", o.ID)}
		switch {
		case i == s.selected:
			m.face = strong
			m.r += 5.5 * s.k
			first = slices.Insert(first, 0, m)
		case s.selected >= 0 && s.near[i]:
			first = append(first, m)
		default:
			second = append(second, m)
		}
	}
	if s.o.TwoMode {
		for _, i := range s.lettersBySize() {
			l := &s.n.Letters[i]
			letters = append(letters, named{x: s.letter[i][0], y: s.letter[i][1], r: s.letterR[i], text: l.Title, face: serif,
				address: s.link("letter", l.ID)})
		}
	}
	if s.selected >= 0 {
		second = nil // what is dimmed gets no name
	}
	return append(first[:min(1, len(first))], interleave(letters, append(first[min(1, len(first)):], second...))...)
}

func (s *sheet) lettersBySize() []int {
	var order []int
	for i := range s.n.Letters {
		if s.selected < 0 || s.nearLetter[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(s.n.Letters[b].Signers) - len(s.n.Letters[a].Signers) })
	return order
}

func interleave(a, b []named) []named {
	var out []named
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}

// name draws one name at the place among eight that hides least, or not at all.
func (s *sheet) name(m named) {
	text := shorten(m.text)
	if text == "" {
		return
	}
	size := 12 * s.u
	w, h := textWidth(m.face, size, text)*1.03+2*s.u, 14*s.u
	gap := m.r + 2.5*s.u
	diagonal := gap * .7
	best, cost := box{}, math.Inf(1)
	for i, b := range [8]box{
		{m.x + gap, m.y - h/2, w, h}, {m.x - gap - w, m.y - h/2, w, h}, // right, left
		{m.x - w/2, m.y - gap - h, w, h}, {m.x - w/2, m.y + gap, w, h}, // above, below
		{m.x + diagonal, m.y - diagonal - h, w, h}, {m.x + diagonal, m.y + diagonal, w, h},
		{m.x - diagonal - w, m.y - diagonal - h, w, h}, {m.x - diagonal - w, m.y + diagonal, w, h},
	} {
		if !b.inside(s.plot) || s.taken(b.grown(s.u)) || s.buries(b, m.r) {
			continue
		}
		if c := s.hidden(b) + float64(i)*s.k; c < cost {
			best, cost = b, c
		}
	}
	if math.IsInf(cost, 1) {
		return
	}
	s.placed = append(s.placed, best)
	s.named++
	s.shows(m.face, text, m.text)
	s.c.text(label{x: best.x + s.u, y: best.y + 10.5*s.u, text: text, face: m.face, size: size, color: s.t.ink,
		halo: s.t.ground, width: 3.2 * s.u, address: m.address})
}

// taken reports whether a name at b would touch another one.
func (s *sheet) taken(b box) bool {
	for _, p := range s.placed {
		if b.overlaps(p) {
			return true
		}
	}
	return false
}

// buries reports whether a name at b would lie over the middle of a mark that is larger than r: no name is worth that.
func (s *sheet) buries(b box, r float64) bool {
	over := func(at [2]float64, larger float64) bool {
		return larger > r && b.near(at[0], at[1], .5*larger)
	}
	for i, p := range s.org {
		if over(p, s.orgR[i]) {
			return true
		}
	}
	for i, p := range s.letter {
		if over(p, s.letterR[i]) {
			return true
		}
	}
	return false
}

// hidden weighs the marks that a name at b would hide: large ones more.
func (s *sheet) hidden(b box) float64 {
	sum := 0.
	for i, p := range s.org {
		if b.near(p[0], p[1], s.orgR[i]) {
			sum += s.orgR[i] * s.orgR[i]
		}
	}
	for i, p := range s.letter {
		if b.near(p[0], p[1], s.letterR[i]) {
			sum += 2 * s.letterR[i] * s.letterR[i]
		}
	}
	return sum
}
