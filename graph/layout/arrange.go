package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

const (
	turns      = 8   // orientations of the stress layout that are tried
	manyTurns  = 64  // territories up to which all are
	edge       = 14  // free ground above the highest and below the lowest territory, for names
	crowded    = .8  // share of a box that circles of different sizes can cover
	shakes     = 16  // other anchors that are tried
	shake      = .25 // of the box: how far anchors are moved then
	bisections = 14
	tolerable  = 2 // overlap of two territories' circles, which hold the streets: not seen
)

// ground is the box for territories.
func (a *atlas) ground() box {
	bottom := MapHeight - a.band()
	if len(a.strays) > 0 {
		bottom -= edge
	}
	return box{point{0, edge}, point{MapWidth, max(bottom-edge, 2*edge)}}
}

// arrange gives each territory its place and finds the largest discs and gaps for which all fit into the box: first from
// the anchors that suit the ties best, then from anchors a little off those, which may leave less ground empty.
func (a *atlas) arrange(ctx context.Context, seed uint64) error {
	if len(a.territories) == 0 { // the band is all there is
		a.room(bisect(0, 1, func(room float64) bool { a.room(room); return a.band() <= MapHeight }))
		return ctx.Err()
	}
	best := a.orient()
	anchors := best
	found := bisect(0, mostRoom, func(room float64) bool { return a.fits(anchors, room) })
	random := rand.New(rand.NewPCG(seed, 0x6d6170))
	for range shakes * manyTurns / max(manyTurns, len(a.territories)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		anchors = make([]point, len(best))
		for i := range anchors {
			off := point{float64(random.Float64()) - .5, float64(random.Float64()) - .5}
			anchors[i] = best[i].plus(point{float64(off.x * MapWidth * shake), float64(off.y * MapHeight * shake)})
		}
		if a.fits(anchors, float64(found*1.02)) {
			found = bisect(float64(found*1.02), mostRoom, func(room float64) bool { return a.fits(anchors, room) })
		}
	}
	a.room(found)
	for i := range a.territories {
		a.territories[i].r = a.estimate(&a.territories[i])
	}
	return ctx.Err()
}

// bisect returns about the largest number between low, which is taken to be good, and high that is good.
func bisect(low, high float64, good func(v float64) bool) float64 {
	if good(high) {
		return high
	}
	for range bisections {
		if mid := float64((low + high) / 2); good(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// fits reports whether the territories fit into the box with so much room, and if they do keeps their places.
func (a *atlas) fits(anchors []point, room float64) bool {
	a.room(room)
	circles, overlap := a.place(anchors, 0)
	if overlap > tolerable {
		return false
	}
	a.keep(circles)
	return true
}

func (a *atlas) keep(circles []disc) {
	for i, c := range circles {
		a.territories[i].at = c.at
	}
}

// place settles the territories' circles near the anchors within the box; where r is not yet known it is estimated.
func (a *atlas) place(anchor []point, grow float64) (circles []disc, overlap float64) {
	ground := a.ground()
	ground.max = ground.max.plus(point{float64(grow * aspect), grow})
	s := settling{ctx: a.ctx, steps: 200, clean: 300, pull: .03, walls: &ground, anchor: func(i int) point { return anchor[i] }}
	for i := range a.territories {
		t := &a.territories[i]
		r := t.r
		if r == 0 {
			r = a.estimate(t)
		}
		s.discs = append(s.discs, disc{anchor[i], r + float64(a.street/2)})
	}
	overlap = s.run()
	return s.discs, overlap
}

// orient returns anchors for the territories: their homes in the stress layout, turned as suits the box best and
// stretched to fill it. The turn is the one that leaves tied clusters closest after settling.
func (a *atlas) orient() []point {
	tries := turns
	if len(a.territories) > manyTurns {
		tries = 1
	}
	ties := a.ties()
	a.crowd()
	var best []point
	least := math.Inf(1)
	for turn := range tries {
		anchors := a.anchors(turn)
		circles, overlap := a.place(anchors, 0)
		cost := 0.
		for _, t := range ties {
			cost += float64(t.weight * circles[t.a].at.distance(circles[t.b].at))
		}
		if cost *= 1 + overlap/10; cost < least || best == nil {
			best, least = anchors, cost
		}
	}
	return best
}

// crowd sets the room so that the territories' circles are as large as they could be at all.
func (a *atlas) crowd() {
	in := a.ground()
	a.room(bisect(0, mostRoom, func(room float64) bool {
		a.room(room)
		sum := 0.
		for i := range a.territories {
			r := a.estimate(&a.territories[i]) + float64(a.street/2)
			sum += float64(math.Pi * r * r)
		}
		return sum < crowded*in.width()*in.height()
	}))
}

// anchors turns the homes by so many eighths of a half turn and stretches them to the box. The largest territory comes to
// the upper left, where reading begins.
func (a *atlas) anchors(turn int) []point {
	const cos, sin = 0.9238795325112867, 0.3826834323650898
	c, s := powerOfTurn(turn, cos, sin)
	at := make([]point, len(a.territories))
	for i := range at {
		h := a.territories[i].home
		at[i] = point{float64(c*h.x) - float64(s*h.y), float64(s*h.x) + float64(c*h.y)}
	}
	b, in := boxOf(at), a.ground()
	flipX, flipY := at[0].x > b.middle().x, at[0].y > b.middle().y
	for i := range at {
		off := at[i].minus(b.middle())
		if flipX {
			off.x = -off.x
		}
		if flipY {
			off.y = -off.y
		}
		at[i] = in.middle().plus(point{stretch(off.x, b.width(), in.width()), stretch(off.y, b.height(), in.height())})
	}
	return at
}

// stretch brings an offset in a range of width from into one of two thirds of width to.
func stretch(off, from, to float64) float64 {
	if from == 0 {
		return 0
	}
	return float64(off / from * to * (2. / 3))
}

// bond is how much two territories sign together.
type bond struct {
	a, b   int
	weight float64
}

// ties sums over letters the shares of signers in each of two territories. Beyond manyTurns territories there are none.
func (a *atlas) ties() []bond {
	if len(a.territories) > manyTurns {
		return nil
	}
	k := len(a.territories)
	at := map[int32]int{}
	for i, t := range a.territories {
		at[t.cluster] = i
	}
	sum := make([]float64, k*k)
	for l := range a.x.Letters() {
		share := make([]float64, k)
		for _, o := range a.x.SignersOf(l) {
			if i, ok := at[a.cluster[o]]; ok {
				share[i] += 1 / float64(a.x.Size(l))
			}
		}
		for i := range k {
			for j := range i {
				sum[i*k+j] += float64(share[i] * share[j] * float64(a.x.Size(l)))
			}
		}
	}
	var ties []bond
	for i := range k {
		for j := range i {
			if sum[i*k+j] > 0 {
				ties = append(ties, bond{i, j, sum[i*k+j]})
			}
		}
	}
	return ties
}
