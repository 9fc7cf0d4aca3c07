package evaluate

import (
	"fmt"
	"math"
	"testing"
)

// TestBootstrap asks that intervals hold the figure, shrink with the number of publishers, are those of a binomial where that is known, and the
// same each time.
func TestBootstrap(t *testing.T) {
	made := func(publishers, each int) []Document {
		var out []Document
		for p := range publishers {
			for range each {
				d := Document{Publisher: fmt.Sprint(p), Names: Names{Expected: 10, Found: 10, Right: 10 * (p % 2)}}
				out = append(out, d)
			}
		}
		return out
	}
	few, many := bootstrap(made(16, 3)), bootstrap(made(400, 3))
	for n, i := range map[int]*Intervals{16: few, 400: many} {
		want := 1.96 * .5 / math.Sqrt(float64(n)) // publishers are all right or all wrong
		if got := (i.Macro.High - i.Macro.Low) / 2; math.Abs(got-want) > .25*want || i.Macro.Low > .5 || i.Macro.High < .5 || i.Publishers != n {
			t.Errorf("%d publishers: %+v, want .5 with %.3f on each side", n, i, want)
		}
		if i.Micro != i.Macro {
			t.Errorf("documents of one size: %+v", i)
		}
	}
	if again := bootstrap(made(16, 3)); *again != *few {
		t.Errorf("%+v and %+v", again, few)
	}
	if i := bootstrap(made(1, 5)); i != nil {
		t.Errorf("one publisher: %+v", i)
	}
}
