package layout

import (
	"context"
	"math"

	"undersigned/graph"
)

// The map's size and distances, in its own units. Shown 800 px wide, a unit is two thirds of a pixel.
const (
	MapWidth  = 1200.
	MapHeight = 800.

	unitsPerPixel = MapWidth / 800
	leastGap      = 1.5 * unitsPerPixel // between discs, and the outlines around them
	widestStreet  = 48.                 // between the discs of two territories: two hull margins and a line of text
	letterRadius  = 4.                  // of the seat a letter takes in a territory, in px at a width of 800
)

// MapOptions of Map. The zero value is the default.
type MapOptions struct {
	Seed uint64
	// Progress is told how far it is, in percent, with rising done, by the goroutine of Map.
	Progress func(done, total int)
}

// The shares of a map's steps in its progress.
const (
	laidOut  = 50
	arranged = 70
	filled   = 100
)

// Drawing is a map: places and sizes in a box from 0, 0 to Width, Height.
type Drawing struct {
	Positions
	Width, Height float64
	Scale         float64   // units of the map per px of the radii given: 1.5, less where there are too many discs
	Radius        []float64 // of organizations, in units of the map
	Band          Band
}

// Band is the strip along the lower edge where those stand who belong to no territory, in rows.
type Band struct {
	Organizations  []int32 // in reading order
	Top            float64 // upper edge of the strip; Height where nobody stands in it
	InNoCluster    int     // of them, organizations without a cluster (isolates among them)
	OfSmallCluster int     // and those whose cluster shows too few members for a territory
}

// Radius is the usual radius of an organization on the map, in px at a width of 800, by its number of letters.
func Radius(letters int) float64 {
	if letters < 1 {
		return 1.9
	}
	return math.Round((1.9+float64(.85*math.Pow(float64(letters-1), .95)))*1e4) / 1e4
}

// Map draws the explorer's map. The members of a cluster stand in a territory of their own, a round pack of discs that
// do not overlap; the ground between territories is free for outlines and names. Territories lie as the stress layout
// puts them next to each other and fill the box; within one, organizations with the same letters stand together, and
// those that sign with other clusters stand on that side. So distances mean something within a territory and between
// neighbouring ones, not across the map: the explorer's method text says so.
//
// cluster is each organization's cluster, -1 for none; nil makes connected components the clusters. radius is each
// organization's radius in px at a width of 800 (see Radius); too many for the box are all drawn smaller by Scale.
// Clusters of fewer than 4 members, unless that is more than one organization in thirty, stand in the Band with those of
// no cluster. Where there are more letters than organizations the letters stand at the middle of their signers, else
// they have seats of their own in the territory of most of their signers.
//
// The result depends on the arguments only and is rounded to hundredths. Malformed arguments are Invalid, a context that
// ends is Cancelled. Time is that of Layout and a few hundred passes over the discs.
func Map(ctx context.Context, x *graph.Incidence, cluster []int32, radius []float64, o MapOptions) (Drawing, error) {
	if len(radius) != x.Organizations() {
		return Drawing{}, graph.Errorf(graph.Invalid, "There are %d organizations but %d radii; give each organization one.", x.Organizations(), len(radius))
	}
	for _, r := range radius {
		if !(r > 0) || r > 1e6 {
			return Drawing{}, graph.Errorf(graph.Invalid, "A radius is %v; radii must be above 0 and at most a million.", r)
		}
	}
	if cluster == nil {
		cluster = parts(x)
	}
	tell := func(done int) {
		if o.Progress != nil {
			o.Progress(done, filled)
		}
	}
	base, err := Layout(ctx, x, Options{Seed: o.Seed, Cluster: cluster, Pull: .5, Progress: func(done, total int) { tell(laidOut * done / max(total, 1)) }})
	if err != nil {
		return Drawing{}, err
	}
	a := newAtlas(ctx, x, cluster, radius, join(base))
	if err := a.arrange(ctx, o.Seed); err != nil {
		return Drawing{}, graph.Wrap(graph.Cancelled, err, "The map was cancelled.")
	}
	tell(arranged)
	for i := range a.territories {
		if err := ctx.Err(); err != nil {
			return Drawing{}, graph.Wrap(graph.Cancelled, err, "The map was cancelled.")
		}
		a.fill(&a.territories[i])
		tell(arranged + (filled-arranged)*(i+1)/len(a.territories))
	}
	if err := ctx.Err(); err != nil {
		return Drawing{}, graph.Wrap(graph.Cancelled, err, "The map was cancelled.")
	}
	a.fit()
	return a.drawing(), nil
}

// parts numbers the connected components with at least one letter.
func parts(x *graph.Incidence) []int32 {
	cluster := make([]int32, x.Organizations())
	for i, c := range newNetwork(x, nil).components() {
		for _, v := range c.nodes {
			if int(v) < len(cluster) {
				cluster[v] = int32(i)
				if len(c.nodes) == 1 {
					cluster[v] = -1
				}
			}
		}
	}
	return cluster
}
