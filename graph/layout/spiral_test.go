package layout

import (
	"reflect"
	"testing"

	"undersigned/graph/graphtest"
)

// TestSpiral asks that everybody has a place of their own within the box, the same each time, and the busiest the middle.
func TestSpiral(t *testing.T) {
	for _, n := range []int{1, 40, 3000} {
		x := graphtest.Random(uint64(n), n, n/2+1, 3*n, 6)
		radius := make([]float64, n)
		for o := range radius {
			radius[o] = Radius(x.Degree(o))
		}
		d := Spiral(x, radius)
		if again := Spiral(x, radius); !reflect.DeepEqual(d, again) {
			t.Error("two drawings of one network differ")
		}
		seen := map[point]bool{}
		for _, p := range join(d.Positions) {
			if seen[p] || p.x < 0 || p.y < 0 || p.x > d.Width || p.y > d.Height {
				t.Errorf("of %d: the place %v is taken or outside of the box", n, p)
			}
			seen[p] = true
		}
		busiest := 0
		for o := range n {
			if x.Degree(o) > x.Degree(busiest) {
				busiest = o
			}
		}
		if at := (point{d.OrgX[busiest], d.OrgY[busiest]}); at.distance(point{d.Width / 2, d.Height / 2}) > d.Height/2/10+edge*float64(40/n+1)*3 {
			t.Errorf("of %d: the busiest stands at %v", n, at)
		}
	}
}
