package layout_test

import (
	"context"
	"reflect"
	"runtime"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/graph/layout"
)

func draw(t testing.TB, x *graph.Incidence, o layout.Options) layout.Positions {
	t.Helper()
	p, err := layout.Layout(context.Background(), x, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// SCIENCE.md: best known scaled stress of Davis .0991 (ten starts of an independent program), floor .109.
func TestStressOfDavis(t *testing.T) {
	for seed := range uint64(10) {
		if s := layout.ScaledStress(graphtest.Davis(), draw(t, graphtest.Davis(), layout.Options{Seed: seed})); s > .100 || s < .098 {
			t.Errorf("seed %d: scaled stress %.5f, want at most .100 and no less than a drawing can have", seed, s)
		}
	}
}

func TestSameBytesForAnyThreads(t *testing.T) {
	for _, x := range []*graph.Incidence{graphtest.Davis(), graphtest.Random(3, 900, 100, 4000, 5)} {
		run := func(threads int, seed uint64) layout.Positions {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
			return draw(t, x, layout.Options{Seed: seed})
		}
		if !reflect.DeepEqual(run(1, 5), run(2, 5)) {
			t.Error("1 and 2 threads draw differently")
		}
		if reflect.DeepEqual(run(1, 5), run(1, 6)) {
			t.Error("the seed has no effect")
		}
	}
}
