package layout

import (
	"math"
	"slices"
)

// fill packs a territory's discs around its middle. Nodes with the same neighbours form one group, a sunflower; groups
// start where the stress layout has them, turned so that those tied to other territories look that way, and settle
// towards the middle; then all discs settle, which closes the holes between groups.
func (a *atlas) fill(t *territory) {
	groups := a.twins(t.nodes)
	start := a.starts(t, groups)
	circles := settling{ctx: a.ctx, steps: 60, clean: 5, pull: .06, anchor: func(int) point { return point{} }}
	for i, g := range groups {
		sum := 0.
		for _, v := range g {
			r := a.size(v) + float64(a.gap/2)
			sum += float64(r * r)
		}
		circles.discs = append(circles.discs, disc{start[i], math.Sqrt(sum / density)})
	}
	circles.run()
	discs := settling{ctx: a.ctx, steps: 120, clean: 40, pull: .06, anchor: func(int) point { return point{} }}
	var order []int32
	for i, g := range groups {
		for k, v := range g {
			r := a.size(v) + float64(a.gap/2)
			at := circles.discs[i].at
			if len(g) > 1 {
				at = at.plus(spiral(k, 1.9*r))
			}
			discs.discs = append(discs.discs, disc{at, r})
			order = append(order, v)
		}
	}
	discs.free()
	t.nodes = order
	t.offset = make([]point, len(order))
	middle := enclosing(discs.discs)
	t.r = 0
	for i, d := range discs.discs {
		t.offset[i] = d.at.minus(middle)
		t.r = max(t.r, t.offset[i].length()+a.size(order[i]))
	}
}

// twins groups nodes of the same kind with the same neighbours, in order of their first node.
func (a *atlas) twins(nodes []int32) [][]int32 {
	g := network{x: a.x}
	sorted := slices.Clone(nodes)
	row := func(v int32) []int32 { r, _ := g.neighbours(v); return r }
	isLetter := func(v int32) bool { return int(v) >= a.x.Organizations() }
	slices.SortStableFunc(sorted, func(v, w int32) int {
		if isLetter(v) != isLetter(w) {
			return int(v - w)
		}
		return slices.Compare(row(v), row(w))
	})
	var groups [][]int32
	for i, v := range sorted {
		if i > 0 && isLetter(v) == isLetter(sorted[i-1]) && slices.Equal(row(v), row(sorted[i-1])) {
			groups[len(groups)-1] = append(groups[len(groups)-1], v)
		} else {
			groups = append(groups, []int32{v})
		}
	}
	slices.SortFunc(groups, func(p, q []int32) int { return int(p[0] - q[0]) })
	return groups
}

// starts returns where each group begins: its offset in the stress layout, turned or mirrored as a whole so that it
// agrees best with the pulls of other territories (orthogonal Procrustes in the plane), scaled to the territory.
func (a *atlas) starts(t *territory, groups [][]int32) []point {
	offset, pull := make([]point, len(groups)), make([]point, len(groups))
	centre := map[int32]point{}
	for i := range a.territories {
		centre[a.territories[i].cluster] = a.territories[i].at
	}
	farthest := 0.
	for i, g := range groups {
		if a.ctx.Err() != nil {
			return offset
		}
		for _, v := range g {
			offset[i] = offset[i].plus(a.base[v].minus(t.home))
		}
		offset[i] = offset[i].times(1 / float64(len(g)))
		pull[i] = a.pull(g[0], t, centre)
		farthest = max(farthest, offset[i].length())
	}
	var straight, mirrored point // sums of offset times pull as complex numbers, offset conjugated or not
	for i := range groups {
		n := float64(len(groups[i]))
		o, p := offset[i], pull[i]
		straight = straight.plus(point{o.dot(p), o.cross(p)}.times(n))
		o.y = -o.y
		mirrored = mirrored.plus(point{o.dot(p), o.cross(p)}.times(n))
	}
	turn, flip := straight, false
	if mirrored.length() > straight.length() {
		turn, flip = mirrored, true
	}
	if turn.length() == 0 {
		turn = point{1, 0}
	}
	turn = turn.times(1 / turn.length())
	for i, o := range offset {
		if flip {
			o.y = -o.y
		}
		o = point{float64(o.x*turn.x) - float64(o.y*turn.y), float64(o.x*turn.y) + float64(o.y*turn.x)}
		if farthest > 0 {
			o = o.times(t.r / farthest)
		}
		offset[i] = o.plus(pull[i].times(.3))
	}
	return offset
}

// pull is the way from the territory's middle to the mean of all territories that sign a node's letters, each letter
// alike and split by its signers' territories.
func (a *atlas) pull(v int32, t *territory, centre map[int32]point) point {
	letters := []int32{v - int32(a.x.Organizations())}
	if int(v) < a.x.Organizations() {
		letters = a.x.LettersOf(int(v))
	}
	var sum point
	for _, l := range letters {
		var here point
		for _, o := range a.x.SignersOf(int(l)) {
			if c, ok := centre[a.cluster[o]]; ok && a.cluster[o] != t.cluster {
				here = here.plus(c.minus(t.at))
			}
		}
		sum = sum.plus(here.times(1 / float64(a.x.Size(int(l)))))
	}
	return sum.times(1 / float64(max(1, len(letters))))
}

// enclosing returns about the middle of the smallest circle around the discs: from their mean, again and again a step
// towards the farthest disc, each shorter than the last (M. Badoiu, K. L. Clarkson, 2003).
func enclosing(discs []disc) point {
	var at point
	for _, d := range discs {
		at = at.plus(d.at)
	}
	at = at.times(1 / float64(len(discs)))
	for step := 1; step <= 200; step++ {
		far, by := -1., at
		for _, d := range discs {
			if r := at.distance(d.at) + d.r; r > far {
				far, by = r, d.at
			}
		}
		at = at.towards(by, 1/float64(step+1)*.5)
	}
	return at
}
