package layout

import (
	"context"

	"undersigned/graph"
)

// Positions are coordinates of all organizations and letters. x grows to the right, y downwards.
type Positions struct {
	OrgX, OrgY       []float64
	LetterX, LetterY []float64
}

// Options of Layout. The zero value of a field stands for its default.
type Options struct {
	Seed       uint64
	Pivots     int     // nodes whose distances to all others are kept; default 100; small components use all their nodes
	Iterations int     // passes of stochastic descent; default 30
	Cluster    []int32 // cluster of each organization, -1 for none; nil for no clusters. A letter joins most of its signers
	Pull       float64 // distances between different clusters are drawn 1+Pull times as long; default 0
	// Progress is told how many of the passes over nodes are done, with rising done, by the goroutine of Layout.
	Progress func(done, total int)

	done, total int
}

// passed counts passes over nodes.
func (o *Options) passed(nodes int) {
	if o.done += nodes; o.Progress != nil {
		o.Progress(o.done, o.total)
	}
}

const (
	fullNodes   = 600 // components up to here have all distances kept: exact stress
	restartable = 120 // components up to here are laid out from several starts, the best is kept
	starts      = 8
)

// Layout draws the two-mode network so that distances on paper follow distances in the graph, with 1 for the length of a
// signature. Each connected component is laid out alone; then they are packed by size, isolates last, into a rectangle
// of about 3:2 with its corner at 0, 0. The result depends on x and the options only: not on threads, and not on the
// processor's fused operations. In components of more than 600 nodes organizations with the same letters stand on almost
// the same spot; Map separates them.
//
// Time is O(Pivots * E + Iterations * (E + Pivots * n)) for n nodes and E signatures, memory O(E + Pivots * n).
// Malformed options are Invalid; a context that ends is Cancelled.
func Layout(ctx context.Context, x *graph.Incidence, o Options) (Positions, error) {
	if o.Pivots == 0 {
		o.Pivots = 100
	}
	if o.Iterations == 0 {
		o.Iterations = 30
	}
	if o.Pivots < 3 || o.Iterations < 1 || !(o.Pull >= 0) || o.Pull > 1e6 {
		return Positions{}, graph.Errorf(graph.Invalid, "A layout needs at least 3 pivots, 1 iteration and a pull from 0 to a million.")
	}
	if o.Cluster != nil && len(o.Cluster) != x.Organizations() {
		return Positions{}, graph.Errorf(graph.Invalid, "There are %d organizations but %d cluster numbers; give each organization one.", x.Organizations(), len(o.Cluster))
	}
	g := newNetwork(x, o.Cluster)
	pos := make([]point, g.size())
	parts := g.components()
	boxes := make([]box, len(parts))
	for _, c := range parts {
		o.total += c.passes(&o) * c.size()
	}
	for i, c := range parts {
		at, err := c.layout(ctx, &o)
		if err != nil {
			return Positions{}, graph.Wrap(graph.Cancelled, err, "The layout was cancelled.")
		}
		boxes[i] = boxOf(at)
		for k, v := range c.nodes {
			pos[v] = at[k]
		}
	}
	shift := pack(boxes)
	for i, c := range parts {
		for _, v := range c.nodes {
			pos[v] = pos[v].plus(shift[i])
		}
	}
	return split(pos, x.Organizations()), nil
}

func split(pos []point, n int) Positions {
	p := Positions{make([]float64, n), make([]float64, n), make([]float64, len(pos)-n), make([]float64, len(pos)-n)}
	for v, at := range pos {
		if v < n {
			p.OrgX[v], p.OrgY[v] = at.x, at.y
		} else {
			p.LetterX[v-n], p.LetterY[v-n] = at.x, at.y
		}
	}
	return p
}

func join(p Positions) []point {
	pos := make([]point, 0, len(p.OrgX)+len(p.LetterX))
	for o := range p.OrgX {
		pos = append(pos, point{p.OrgX[o], p.OrgY[o]})
	}
	for l := range p.LetterX {
		pos = append(pos, point{p.LetterX[l], p.LetterY[l]})
	}
	return pos
}
