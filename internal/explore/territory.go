package explore

import (
	"context"
	"slices"

	"undersigned/graph"
	"undersigned/graph/layout"
)

// territory is where everybody stands on the map of the organizations with a given least number of letters. Years, targets,
// countries and clusters show a part of it and move nobody.
type territory struct {
	layout.Drawing
	place       []int32 // of each organization of the network in the drawing; -1 where it signed fewer letters
	letterPlace []int32 // of each letter; -1 where nobody in the drawing signed it
}

func (s *snapshot) territory(ctx context.Context, minLetters int) (*territory, error) {
	return s.territories.get(ctx, minLetters, func(ctx context.Context) (*territory, error) {
		c, err := s.clusters(ctx)
		if err != nil {
			return nil, err
		}
		t := &territory{place: make([]int32, s.x.Organizations()), letterPlace: make([]int32, s.x.Letters())}
		for l := range t.letterPlace {
			t.letterPlace[l] = -1
		}
		var pairs []graph.Pair
		var member []int32
		var radius []float64
		letters := int32(0)
		for o := range t.place {
			t.place[o] = -1
			if s.x.Degree(o) < max(minLetters, 1) {
				continue
			}
			t.place[o] = int32(len(member))
			member = append(member, int32(c.number(o)-1))
			radius = append(radius, layout.Radius(s.x.Degree(o)))
			for _, l := range s.x.LettersOf(o) {
				if t.letterPlace[l] < 0 {
					t.letterPlace[l] = letters
					letters++
				}
				pairs = append(pairs, graph.Pair{Org: t.place[o], Letter: t.letterPlace[l]})
			}
		}
		x, err := graph.NewIncidence(len(member), int(letters), pairs)
		if err != nil {
			return nil, err
		}
		if slices.Contains(s.without, WithoutLayout) {
			t.Drawing = layout.Spiral(x, radius)
			return t, nil
		}
		t.Drawing, err = layout.Map(ctx, x, member, radius, layout.MapOptions{Seed: analysisSeed, Progress: s.step("drawing the map")})
		return t, err
	})
}

// position returns where an organization stands. An organization with too few letters for the map (the centre of a view
// around it) stands in the middle.
func (t *territory) position(o int32) (x, y float64) {
	if p := t.place[o]; p >= 0 {
		return t.OrgX[p], t.OrgY[p]
	}
	return t.Width / 2, t.Height / 2
}

func (t *territory) letterPosition(l int32) (x, y float64) {
	if p := t.letterPlace[l]; p >= 0 {
		return t.LetterX[p], t.LetterY[p]
	}
	return t.Width / 2, t.Height / 2
}

// radius is that of a disc in units of the map. It follows the letters of the view, which are at most those that the map was
// made with: discs never come to overlap.
func (t *territory) radius(letters int) float64 { return hundredths(layout.Radius(letters) * t.Scale) }

func hundredths(v float64) float64 { return float64(int64(v*100+.5)) / 100 }

// outlines draws the clusters' outlines around the organizations shown, by cluster number.
func outlines(columns *OrganizationColumns) map[int]layout.Hull {
	cluster := make([]int32, len(columns.Cluster))
	for i, number := range columns.Cluster {
		cluster[i] = int32(number - 1)
	}
	hulls := map[int]layout.Hull{}
	for _, h := range layout.Hulls(columns.X, columns.Y, columns.Radius, cluster) {
		hulls[int(h.Cluster)+1] = h
	}
	return hulls
}
