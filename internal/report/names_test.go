package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"undersigned/internal/export"
)

// drawn draws on a canvas that only remembers, and returns it with the sheet.
func drawn(n *export.Network, o Options, lacks bool) (*memory, *sheet) {
	o, err := o.complete()
	if err != nil {
		panic(err)
	}
	m := &memory{}
	return m, draw(m, n, o, lacks)
}

// all returns the texts of a figure.
func (m *memory) all() string {
	var b strings.Builder
	for _, t := range m.texts {
		b.WriteString(t.text + "\n")
	}
	return b.String()
}

type memory struct {
	texts   []label
	circles [][3]float64
	groups  int
}

func (m *memory) rect(box, paint)                 {}
func (m *memory) circle(x, y, r float64, _ paint) { m.circles = append(m.circles, [3]float64{x, y, r}) }
func (m *memory) polygon([][2]float64, paint)     {}
func (m *memory) lines([]segment, paint)          {}
func (m *memory) text(t label)                    { m.texts = append(m.texts, t) }
func (m *memory) open(string, string)             { m.groups++ }
func (m *memory) close()                          { m.groups-- }

func TestNamesDoNotTouchAndStayOnTheSheet(t *testing.T) {
	for seed := range uint64(12) {
		n := sample(seed, 40+int(seed)*30, 20, 200+int(seed)*90, 1+int(seed)%9)
		for _, o := range []Options{{Title: "A title"}, {NoLegend: true, Width: 900, Height: 500}, {Bare: true, Width: 390, Height: 420},
			{Bare: true, Width: 900, Height: 600, Selected: "org-1", Labels: 60}, {Width: 1080, Height: 1080, TwoMode: true}} {
			m, s := drawn(n, o, false)
			for i, a := range s.placed {
				for _, b := range s.placed[:i] {
					if a.overlaps(b) {
						t.Errorf("seed %d, %+v: the boxes %v and %v overlap", seed, o, a, b)
					}
				}
			}
			page := box{0, 0, s.w, s.h}
			for _, text := range m.texts {
				w := textWidth(text.face, text.size, text.text)
				b := box{text.x - w*float64(text.anchor)/2, text.y - .8*text.size, w, text.size}
				if !b.inside(page) {
					t.Errorf("seed %d, %+v: %q leaves the sheet: %v", seed, o, text.text, b)
				}
			}
			if m.groups != 0 {
				t.Errorf("%d groups left open", m.groups)
			}
			if budget := s.budget(); s.named > budget {
				t.Errorf("%d names, want at most %d", s.named, budget)
			}
		}
	}
}

func TestTheSelectionAndItsNeighboursAreNamed(t *testing.T) {
	n := sample(2, 60, 12, 200, 3)
	m, s := drawn(n, Options{Bare: true, Width: 800, Height: 600, Selected: "org-4"}, false)
	found := false
	for _, text := range m.texts {
		if text.face == strong && text.text == shorten(n.Organizations[4].Name) {
			found = true
		}
		for i := range n.Organizations {
			if !s.near[i] && text.text == n.Organizations[i].Name && text.address == "" && n.Organizations[i].Name != n.Organizations[4].Name && unique(n, i) {
				t.Errorf("%q is named but dimmed", text.text)
			}
		}
	}
	if !found {
		t.Error("the selection has no bold name")
	}
	if _, s := drawn(n, Options{Selected: "nobody"}, false); s.selected != -1 {
		t.Error("somebody who is not there is selected")
	}
}

func unique(n *export.Network, i int) bool {
	count := 0
	for _, o := range n.Organizations {
		if o.Name == n.Organizations[i].Name {
			count++
		}
	}
	for _, c := range n.Clusters {
		if c.Label == n.Organizations[i].Name {
			count++
		}
	}
	return count == 1
}

func TestDotsThatDidNotOverlapDoNot(t *testing.T) {
	n := &export.Network{Width: 1200, Height: 800}
	for i := range 60 {
		n.Organizations = append(n.Organizations, export.Organization{ID: fmt.Sprint(i), Name: "A", Letters: 1 + i%7, X: float64(i%10) * 12, Y: float64(i/10) * 12, Radius: 5.2})
	}
	for _, o := range []Options{{Bare: true, Width: 200, Height: 200}, {Width: 3000, Height: 2000}} {
		_, s := drawn(n, o, false)
		for i := range s.org {
			for k := range i {
				if math.Hypot(s.org[i][0]-s.org[k][0], s.org[i][1]-s.org[k][1]) < s.orgR[i]+s.orgR[k] {
					t.Fatalf("%+v: dots %d and %d overlap", o, i, k)
				}
			}
		}
	}
}
