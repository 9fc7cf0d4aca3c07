package layout

import (
	"cmp"
	"context"
	"math"
	"slices"

	"undersigned/graph"
)

// atlas is a map in the making.
type atlas struct {
	ctx         context.Context // of the one call that makes it
	x           *graph.Incidence
	cluster     []int32 // of every node, letters included; -1 none
	radius      []float64
	base        []point // the stress layout
	territories []territory
	strays      []int32 // organizations for the band
	seats       bool    // letters have seats in territories
	scale, gap  float64 // units per px of radius; between discs
	street      float64 // between the discs of two territories
}

// territory is the ground of one cluster.
type territory struct {
	cluster int32
	nodes   []int32 // organizations, then letters with a seat
	home    point   // where the stress layout has it: mean of its nodes
	at      point   // middle on the map
	r       float64 // of the circle around its discs
	offset  []point // of its nodes from the middle
}

const (
	smallCluster = 4   // members a territory needs
	density      = .78 // share of a territory that its discs and their gaps cover
)

func newAtlas(ctx context.Context, x *graph.Incidence, cluster []int32, radius []float64, base []point) *atlas {
	a := &atlas{ctx: ctx, x: x, radius: radius, base: base, scale: unitsPerPixel}
	a.cluster = newNetwork(x, cluster).cluster
	a.seats = x.Letters() <= x.Organizations()
	members := map[int32]int{}
	for o := range x.Organizations() {
		if c := a.home(int32(o)); c >= 0 {
			members[c]++
		}
	}
	number := map[int32]int{}
	for v := range a.cluster {
		letter := v >= x.Organizations()
		c := a.cluster[v]
		if !letter {
			c = a.home(int32(v))
		}
		stray := c < 0 || members[c] < smallCluster && members[c]*30 <= x.Organizations()
		if stray && !letter {
			a.strays = append(a.strays, int32(v))
		}
		if stray || letter && !a.seats {
			continue
		}
		i, ok := number[c]
		if !ok {
			i = len(a.territories)
			number[c] = i
			a.territories = append(a.territories, territory{cluster: c})
		}
		a.territories[i].nodes = append(a.territories[i].nodes, int32(v))
	}
	for i := range a.territories {
		t := &a.territories[i]
		for _, v := range t.nodes {
			t.home = t.home.plus(base[v])
		}
		t.home = t.home.times(1 / float64(len(t.nodes)))
	}
	// Many territories get narrower streets, so that these take at most about a third of the ground.
	a.street = min(widestStreet, math.Sqrt(1.2*MapWidth*MapHeight/(math.Pi*float64(max(1, len(a.territories))))))
	slices.SortFunc(a.territories, func(s, t territory) int {
		return cmp.Or(cmp.Compare(len(t.nodes), len(s.nodes)), cmp.Compare(s.cluster, t.cluster))
	})
	slices.SortFunc(a.strays, func(v, w int32) int {
		// none, -1, goes last
		return cmp.Or(cmp.Compare(uint32(a.home(v)), uint32(a.home(w))), cmp.Compare(radius[w], radius[v]), cmp.Compare(v, w))
	})
	return a
}

// home is the cluster of an organization, -1 for one without letters whatever its cluster.
func (a *atlas) home(o int32) int32 {
	if a.x.Degree(int(o)) == 0 {
		return -1
	}
	return a.cluster[o]
}

// size is the radius of a node's disc on the map, without gap.
func (a *atlas) size(v int32) float64 {
	if int(v) < len(a.radius) {
		return float64(a.radius[v] * a.scale)
	}
	return float64(letterRadius * a.scale)
}

// estimate is the radius that a territory will need.
func (a *atlas) estimate(t *territory) float64 {
	sum := 0.
	for _, v := range t.nodes {
		r := a.size(v) + float64(a.gap/2)
		sum += float64(r * r)
	}
	if len(t.nodes) == 1 {
		return math.Sqrt(sum)
	}
	return math.Sqrt(sum / density)
}

// room sets scale and gap by one number: up to 1 the discs grow, beyond it mostly the gaps do.
func (a *atlas) room(v float64) {
	more := max(0, v-1)
	a.scale = unitsPerPixel * min(v, 1) * (1 + float64(.06*more))
	a.gap = float64(leastGap*min(v, 1)) + float64(10*more)
}

const mostRoom = 9

// stray is the side of a stray's square in the band.
func (a *atlas) stray() float64 {
	side := 0.
	for _, v := range a.strays {
		side = max(side, 2*a.size(v))
	}
	return side + max(leastGap*a.scale/unitsPerPixel, min(a.gap, 8))
}

// band returns the height of the band, 0 without strays.
func (a *atlas) band() float64 {
	if len(a.strays) == 0 {
		return 0
	}
	rows := math.Ceil(float64(len(a.strays)) / a.columns())
	return float64(rows * a.stray())
}

func (a *atlas) columns() float64 { return max(1, math.Floor(MapWidth/a.stray())) }
