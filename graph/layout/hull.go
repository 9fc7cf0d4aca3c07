package layout

import (
	"cmp"
	"math"
	"slices"
)

// Point is a place on the map.
type Point struct{ X, Y float64 }

// Hull is the outline of one cluster.
type Hull struct {
	Cluster int32
	Points  []Point // closed: the last is joined to the first; clockwise on a screen
	Label   Point   // where the middle of the cluster's name may stand, outside
	Above   bool    // the name stands above the outline, else below it
}

const (
	hullMargin  = 13. // of the outline around its discs, in units of the map; rounding takes some of it
	labelOffset = 13. // of the middle of a name from the outline
	central     = .92 // share of members that set the measure for the others
	tangents    = 72  // of an outline
	rounding    = 5   // tangents to either side that a tangent is averaged with
)

// Hulls returns the outlines of the clusters that have at least 4 of the organizations given, by cluster number; the
// slices run over organizations, cluster -1 is none. Callers that show a part of the map pass that part.
//
// An outline is the convex hull of its members' discs with a margin, rounded: its distance from the middle in each of 72
// directions (the support function) is averaged with the nearest directions, which leaves it convex. Members farther from
// the middle than half again the distance within which 92 % of them stand are left out; on a Map there are none.
// Territories of a Map are round with streets between, so outlines do not meet, whatever part of a map is shown. Hulls
// that follow their members into every bay were tried and look restless. O(72 n).
func Hulls(x, y, radius []float64, cluster []int32) []Hull {
	members := map[int32][]int32{}
	at := make([]point, len(cluster))
	for o, c := range cluster {
		at[o] = point{x[o], y[o]}
		if c >= 0 {
			members[c] = append(members[c], int32(o))
		}
	}
	middle := boxOf(at).middle()
	hulls := []Hull{}
	for c, of := range members {
		if len(of) >= smallCluster {
			hulls = append(hulls, outline(c, of, at, radius, middle))
		}
	}
	slices.SortFunc(hulls, func(a, b Hull) int { return cmp.Compare(a.Cluster, b.Cluster) })
	return hulls
}

func outline(cluster int32, members []int32, at []point, radius []float64, middle point) Hull {
	from, members := centralOf(members, at)
	var support [tangents]float64
	for i := range support {
		u := direction(i)
		for _, o := range members {
			support[i] = max(support[i], u.dot(at[o].minus(from))+radius[o]+hullMargin)
		}
	}
	support = rounded(support)
	h := Hull{Cluster: cluster}
	var corners []point
	const cos, sin = 0.9961946980917455, 0.08715574274765817 // of 5 degrees, from one tangent to the next
	for i, d := range support {
		u := direction(i)
		along := (support[(i+1)%tangents] - float64(d*cos)) / sin
		corner := from.plus(u.times(d)).plus(point{-u.y, u.x}.times(along))
		corners = append(corners, corner)
		h.Points = append(h.Points, Point{hundredths(corner.x), hundredths(corner.y)})
	}
	b := boxOf(corners)
	h.Above = b.middle().y <= middle.y
	h.Label = Point{hundredths(b.middle().x), hundredths(b.max.y + labelOffset)}
	if h.Above {
		h.Label.Y = hundredths(b.min.y - labelOffset)
	}
	return h
}

// rounded averages each value with its neighbours, nearer ones more.
func rounded(support [tangents]float64) (smooth [tangents]float64) {
	for i := range smooth {
		sum, weight := 0., 0.
		for k := -rounding; k <= rounding; k++ {
			w := float64(rounding + 1 - max(k, -k))
			sum += float64(w * support[(i+k+tangents)%tangents])
			weight += w
		}
		smooth[i] = sum / weight
	}
	return smooth
}

// direction is the unit vector of tangent i.
func direction(i int) point {
	const cos, sin = 0.9961946980917455, 0.08715574274765817 // of 5 degrees
	c, s := powerOfTurn(i, cos, sin)
	return point{c, s}
}

// centralOf returns the mean place of the members and those that do not stand far off it.
func centralOf(members []int32, at []point) (mean point, kept []int32) {
	for _, o := range members {
		mean = mean.plus(at[o])
	}
	mean = mean.times(1 / float64(len(members)))
	far := make([]float64, len(members))
	for i, o := range members {
		far[i] = at[o].distance(mean)
	}
	sorted := slices.Clone(far)
	slices.Sort(sorted)
	limit := 1.5 * sorted[int(math.Ceil(central*float64(len(sorted))))-1]
	for i, o := range members {
		if far[i] <= limit {
			kept = append(kept, o)
		}
	}
	return mean, kept
}
