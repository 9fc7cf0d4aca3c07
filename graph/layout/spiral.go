package layout

import (
	"cmp"
	"math"
	"slices"

	"undersigned/graph"
)

// Spiral is a drawing that costs nothing and says nothing of who signs with whom: organizations stand on a sunflower's spiral, those with most letters in
// the middle, and letters around them, within the box of Map. It is for files whose readers lay the network out themselves. radius is as in Map.
func Spiral(x *graph.Incidence, radius []float64) Drawing {
	n, m := x.Organizations(), x.Letters()
	d := Drawing{Width: MapWidth, Height: MapHeight, Scale: unitsPerPixel, Radius: make([]float64, n), Band: Band{Top: MapHeight}}
	order := make([]int, n+m)
	for v := range order {
		order[v] = v
	}
	degree := func(v int) int {
		if v < n {
			return x.Degree(v)
		}
		return -1 // letters come last
	}
	slices.SortFunc(order, func(v, w int) int { return cmp.Or(cmp.Compare(degree(w), degree(v)), cmp.Compare(v, w)) })
	pos := make([]point, n+m)
	apart := math.Sqrt(math.Pi/float64(max(1, n+m))) * (MapHeight/2 - edge)
	for place, v := range order {
		at := point{MapWidth / 2, MapHeight / 2}.plus(spiral(place, apart))
		pos[v] = point{math.Round(at.x*100) / 100, math.Round(at.y*100) / 100}
	}
	for o, r := range radius {
		d.Radius[o] = math.Round(r*d.Scale*100) / 100
	}
	d.Positions = split(pos, n)
	return d
}
