package layout_test

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/graph/cluster"
	"undersigned/graph/graphtest"
	"undersigned/graph/layout"
)

type atlas struct {
	layout.Drawing
	x       *graph.Incidence
	cluster []int32
}

func radii(x *graph.Incidence) []float64 {
	var r []float64
	for o := range x.Organizations() {
		r = append(r, layout.Radius(x.Degree(o)))
	}
	return r
}

func mapOf(t testing.TB, x *graph.Incidence, cluster []int32, seed uint64) atlas {
	t.Helper()
	d, err := layout.Map(context.Background(), x, cluster, radii(x), layout.MapOptions{Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	return atlas{d, x, cluster}
}

func clusters(t testing.TB, x *graph.Incidence) []int32 {
	t.Helper()
	p, err := cluster.Leiden(context.Background(), x, cluster.Options{Starts: 1})
	if err != nil {
		t.Fatal(err)
	}
	return p.Org
}

// parts are the connected components as clusters.
func parts(x *graph.Incidence) []int32 {
	c := make([]int32, x.Organizations())
	for o, first := range components(x) {
		c[o] = int32(first)
	}
	return c
}

var drawn map[string]atlas // tests run one after another

func maps(t testing.TB) map[string]atlas {
	if drawn != nil {
		return drawn
	}
	davis := graphtest.Davis()
	random := graphtest.Random(1, 500, 40, 1500, 6)
	sparse := graphtest.Random(3, 300, 150, 400, 8)
	crowded := graphtest.Random(2, 800, 100, 6000, 6)
	letters := graphtest.Random(1, 30, 200, 900, 3)
	few := twins(t, 5)
	var pairs []graph.Pair
	for o := range int32(1000) {
		pairs = append(pairs, graph.Pair{Org: o, Letter: o / 5})
	}
	many := incidence(t, 1000, 200, pairs...)
	shuffled := make([]int32, 500) // clusters that mean nothing must be drawn all the same
	r := rand.New(rand.NewPCG(1, 1))
	for o := range shuffled {
		shuffled[o] = int32(r.IntN(9)) - 1
	}
	drawn = map[string]atlas{
		"Davis":    mapOf(t, davis, clusters(t, davis), 1),
		"random":   mapOf(t, random, clusters(t, random), 1),
		"sparse":   mapOf(t, sparse, clusters(t, sparse), 1),
		"crowded":  mapOf(t, crowded, clusters(t, crowded), 1),
		"shuffled": mapOf(t, random, shuffled, 1),
		"few":      mapOf(t, few, make([]int32, 5), 1),
		"none":     mapOf(t, random, slices.Repeat([]int32{-1}, 500), 1),
		"parts":    mapOf(t, sparse, parts(sparse), 1),
		"many":     mapOf(t, many, parts(many), 1),
		"letters":  mapOf(t, letters, clusters(t, letters), 1),
	}
	return drawn
}

func TestMapHasNoOverlapAndStaysInItsBox(t *testing.T) {
	for name, a := range maps(t) {
		checkFinite(t, a.Positions)
		if a.Width != layout.MapWidth || a.Height != layout.MapHeight {
			t.Errorf("%s: the map is %v by %v", name, a.Width, a.Height)
		}
		gap := 1.5 * a.Scale
		if !(a.Scale > 0) {
			t.Errorf("%s: scale %v", name, a.Scale)
		}
		for i := range a.OrgX {
			x, y, r := a.OrgX[i], a.OrgY[i], a.Radius[i]
			if x-r < -.02 || y-r < -.02 || x+r > a.Width+.02 || y+r > a.Height+.02 {
				t.Fatalf("%s: organization %d at %.1f, %.1f leaves the map", name, i, x, y)
			}
			if math.Abs(r-layout.Radius(a.x.Degree(i))*a.Scale) > 1e-3 {
				t.Fatalf("%s: radius %v of organization %d", name, r, i)
			}
			for j := range i {
				if far := math.Hypot(x-a.OrgX[j], y-a.OrgY[j]); far < r+a.Radius[j]+gap-.05 {
					t.Fatalf("%s: organizations %d and %d are %.2f apart, radii %.2f and %.2f", name, i, j, far, r, a.Radius[j])
				}
			}
		}
	}
}

func TestOutlinesDoNotMeetWhateverIsShown(t *testing.T) {
	for name, a := range maps(t) {
		r := rand.New(rand.NewPCG(2, 2))
		for _, share := range []float64{1, .7, .3} {
			shown := slices.Clone(a.cluster)
			for o := range shown {
				if slices.Contains(a.Band.Organizations, int32(o)) || r.Float64() > share {
					shown[o] = -1
				}
			}
			hulls := layout.Hulls(a.OrgX, a.OrgY, a.Radius, shown)
			for i, h := range hulls {
				checkHull(t, name, a, shown, h)
				for _, other := range hulls[:i] {
					if h.Cluster <= other.Cluster || !apart(h.Points, other.Points) {
						t.Fatalf("%s, %.0f %% shown: outlines of %d and %d meet", name, 100*share, h.Cluster, other.Cluster)
					}
				}
			}
		}
	}
}

// checkHull wants a convex outline around the discs of its members, with the name's place outside.
func checkHull(t *testing.T, name string, a atlas, shown []int32, h layout.Hull) {
	t.Helper()
	inside := func(x, y, r float64) bool {
		for i, p := range h.Points {
			q := h.Points[(i+1)%len(h.Points)]
			length := math.Hypot(q.X-p.X, q.Y-p.Y)
			if length > 0 && ((q.X-p.X)*(y-p.Y)-(q.Y-p.Y)*(x-p.X))/length < r-.02 {
				return false
			}
		}
		return true
	}
	for i, p := range h.Points {
		if !inside(p.X, p.Y, 0) {
			t.Fatalf("%s: the outline of %d is not convex at corner %d", name, h.Cluster, i)
		}
	}
	members := 0
	for o, c := range shown {
		if c == h.Cluster {
			members++
			if !inside(a.OrgX[o], a.OrgY[o], a.Radius[o]) {
				t.Fatalf("%s: organization %d sticks out of outline %d", name, o, c)
			}
		} else if c >= 0 && inside(a.OrgX[o], a.OrgY[o], 0) {
			t.Fatalf("%s: organization %d of cluster %d is inside outline %d", name, o, c, h.Cluster)
		}
	}
	if members < 4 {
		t.Fatalf("%s: %d members have an outline", name, members)
	}
	if inside(h.Label.X, h.Label.Y, 0) || h.Label.Y < 0 || h.Label.Y > layout.MapHeight || h.Label.X < 0 || h.Label.X > layout.MapWidth {
		t.Fatalf("%s: the name of %d stands at %v", name, h.Cluster, h.Label)
	}
}

// apart reports whether some side of a convex polygon separates it from the other.
func apart(a, b []layout.Point) bool {
	for _, order := range [2][2][]layout.Point{{a, b}, {b, a}} {
		for i, p := range order[0] {
			q := order[0][(i+1)%len(order[0])]
			separates := true
			for _, o := range order[1] {
				separates = separates && (q.X-p.X)*(o.Y-p.Y)-(q.Y-p.Y)*(o.X-p.X) <= 0
			}
			if separates && p != q {
				return true
			}
		}
	}
	return false
}

func TestTerritoriesAreCompactAndFillTheMap(t *testing.T) {
	a := maps(t)["random"]
	covered := 0.
	for _, h := range layout.Hulls(a.OrgX, a.OrgY, a.Radius, a.cluster) {
		area, around := 0., 0.
		for i, p := range h.Points {
			q := h.Points[(i+1)%len(h.Points)]
			area += (p.X*q.Y - q.X*p.Y) / 2
			around += math.Hypot(q.X-p.X, q.Y-p.Y)
		}
		if round := 4 * math.Pi * area / (around * around); round < .9 {
			t.Errorf("the outline of %d has roundness %.2f (a circle has 1)", h.Cluster, round)
		}
		covered += area
	}
	if share := covered / (a.Width * a.Height); share < .45 {
		t.Errorf("territories cover %.0f %% of the map, want 45 at least", 100*share)
	}
}

func TestStraysStandInTheBand(t *testing.T) {
	base := graphtest.Random(1, 300, 30, 1200, 5)
	x := graphtest.WithIsolates(base, 4, 1)
	c := append(clusters(t, base), -1, -1, -1, 2)
	c[7], c[8] = 90, 90 // a cluster of two among 300
	a := mapOf(t, x, c, 1)
	unclustered, below := 0, 0
	for o := range c {
		in := slices.Contains(a.Band.Organizations, int32(o))
		if want := x.Degree(o) == 0 || c[o] < 0 || o == 7 || o == 8; in != want {
			t.Errorf("organization %d in the band: %v, want %v", o, in, want)
		}
		if in != (a.OrgY[o] > a.Band.Top) {
			t.Errorf("organization %d stands at %.1f, the band begins at %.1f", o, a.OrgY[o], a.Band.Top)
		}
		if in {
			below++
			if x.Degree(o) == 0 || c[o] < 0 {
				unclustered++
			}
		}
	}
	if a.Band.InNoCluster != unclustered || a.Band.OfSmallCluster != 2 || below != len(a.Band.Organizations) {
		t.Errorf("band: %+v, %d in no cluster", a.Band, unclustered)
	}
	if a.Band.Organizations[0] != 7 && a.Band.Organizations[0] != 8 {
		t.Errorf("small clusters come first, got %v", a.Band.Organizations)
	}
}

func TestMapIsTheSameForAnyThreads(t *testing.T) {
	x := graphtest.Random(5, 400, 50, 1500, 5)
	c := clusters(t, x)
	run := func(threads int) layout.Drawing {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
		return mapOf(t, x, c, 3).Drawing
	}
	a, b := run(1), run(2)
	if !reflect.DeepEqual(a, b) {
		t.Error("1 and 2 threads draw differently")
	}
	if !reflect.DeepEqual(layout.Hulls(a.OrgX, a.OrgY, a.Radius, c), layout.Hulls(b.OrgX, b.OrgY, b.Radius, c)) {
		t.Error("outlines differ from call to call")
	}
}

func TestComponentsAreTheClustersWhereNoneAreGiven(t *testing.T) {
	x := graphtest.Random(3, 300, 150, 400, 8)
	none := parts(x)
	for o := range none {
		if x.Degree(o) == 0 {
			none[o] = -1
		}
	}
	if a, b := mapOf(t, x, nil, 1), mapOf(t, x, none, 1); a.Scale != b.Scale || len(a.Band.Organizations) != len(b.Band.Organizations) {
		t.Errorf("nil draws at scale %v with %d in the band, components at %v with %d", a.Scale, len(a.Band.Organizations), b.Scale, len(b.Band.Organizations))
	}
}

func TestMapRefuses(t *testing.T) {
	x, ctx := graphtest.Davis(), context.Background()
	c := make([]int32, 18)
	for _, r := range [][]float64{nil, slices.Repeat([]float64{0}, 18), slices.Repeat([]float64{math.NaN()}, 18), slices.Repeat([]float64{math.Inf(1)}, 18)} {
		if _, err := layout.Map(ctx, x, c, r, layout.MapOptions{}); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("radii %v: %v", r, err)
		}
	}
	if _, err := layout.Map(ctx, x, c[:3], radii(x), layout.MapOptions{}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("three cluster numbers: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := layout.Map(cancelled, x, c, radii(x), layout.MapOptions{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("cancelled: %v", err)
	}
	empty, err := layout.Map(ctx, incidence(t, 0, 0), nil, nil, layout.MapOptions{})
	if err != nil || len(empty.OrgX) != 0 || len(layout.Hulls(nil, nil, nil, nil)) != 0 {
		t.Errorf("the empty map: %+v, %v", empty, err)
	}
}

// The formula spelled out: 1.9 + 0.85 (letters - 1)^0.95, so that each further letter adds a little less than the one before.
func TestRadius(t *testing.T) {
	for letters, want := range map[int]float64{0: 1.9, 1: 1.9, 2: 2.75, 10: 1.9 + .85*math.Pow(9, .95)} {
		if got := layout.Radius(letters); math.Abs(got-want) > 1e-4 {
			t.Errorf("%d letters: %v, want %v", letters, got, want)
		}
	}
}
