package names

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"undersigned/graph"
)

var register = []string{"Harbour Workers Alliance", "Harbour Workers' Alliance of Ostrava", "Institute for Tidal Studies (ITS)",
	"Meadow Rights Watch e.V.", "Meadow Rights Watch", "Civic Lantern Foundation", "Lantern Press"}

func TestLikeFindsTheNamesThatAreLike(t *testing.T) {
	c := NewCorpus(register)
	for _, x := range []struct {
		name    string
		first   string
		verdict Verdict
	}{
		{"HARBOUR WORKERS ALLIANCE", "Harbour Workers Alliance", Same},
		{"The Civic Lantern Foundation, Inc.", "Civic Lantern Foundation", Same},
		{"Harbour Worker Alliance of Brno", "Harbour Workers Alliance", Ask},
		{"Meadow Rights Watch", "Meadow Rights Watch", Same},
	} {
		found, err := c.Like(t.Context(), x.name, 3)
		if err != nil || len(found) == 0 || len(found) > 3 {
			t.Fatalf("%s: %v, %v", x.name, found, err)
		}
		var best *Match
		for i := range found {
			if i > 0 && found[i].Score > found[i-1].Score {
				t.Errorf("%s: %v stands behind %v", x.name, found[i], found[i-1])
			}
			if register[found[i].At] == x.first {
				best = &found[i]
			}
		}
		if best == nil || best.Verdict != x.verdict {
			t.Errorf("%s: %+v, want %s %s", x.name, found, x.first, x.verdict)
		}
	}
	for _, name := range []string{"", "  ", "\x00", "Zzyzx"} {
		if found, err := c.Like(t.Context(), name, 0); err != nil || len(found) > 0 && found[0].Verdict == Same {
			t.Errorf("%q: %v, %v", name, found, err)
		}
	}
	if found, err := NewCorpus(nil).Like(t.Context(), "Anybody", 1); err != nil || len(found) != 0 {
		t.Errorf("of no names: %v, %v", found, err)
	}
}

// TestLikeOfManyAtOnce: answers do not depend on who else asks.
func TestLikeOfManyAtOnce(t *testing.T) {
	want := map[string][]Match{}
	for _, name := range register {
		found, err := NewCorpus(register).Like(t.Context(), name, 0)
		if err != nil {
			t.Fatal(err)
		}
		want[name] = found
	}
	c := NewCorpus(register)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, name := range register {
				if found, err := c.Like(t.Context(), name, 0); err != nil || !reflect.DeepEqual(found, want[name]) {
					t.Errorf("%s: %v, %v; alone %v", name, found, err, want[name])
				}
			}
		})
	}
	wg.Wait()
}

func TestLikeCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := BuildCorpus(ctx, register); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("while names are taken apart: %v", err)
	}
	c := NewCorpus(register)
	if _, err := c.Like(ctx, "Meadow Rights Watch", 0); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("while the index is built: %v", err)
	}
	if _, err := c.Like(t.Context(), "Meadow Rights Watch", 0); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Like(ctx, "Meadow Rights Watch", 0); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("while comparing: %v", err)
	}
}

// invented returns n names of words that follow each other by a fixed rule.
func invented(n, from int) []string {
	subjects := []string{"Harbour", "Meadow", "Lantern", "Orchard", "Tidal", "Granite", "Willow", "Beacon", "Copper", "Juniper", "Saffron", "Quarry", "Heron", "Alder", "Cinder"}
	fields := []string{"Rights", "Workers", "Justice", "Climate", "Health", "Housing", "Press", "Privacy", "Peace", "Youth", "Women", "Food"}
	bodies := []string{"Alliance", "Foundation", "Network", "Institute", "Coalition", "Watch", "Council", "Action", "Association"}
	list := make([]string, n)
	for i := range list {
		k := (i + from) * 7919
		list[i] = fmt.Sprintf("%s%s %s %s", subjects[k%15], [...]string{"", "field", "side", "wood", "gate", "ford"}[k/15%6]+[...]string{"", "ia", "on", "er", "ul", "is", "am"}[k/90%7], fields[k/630%12], bodies[k/7560%9])
		if i%4 == 0 {
			list[i] += fmt.Sprintf(" of %s%s", subjects[k/11%15], [...]string{"burg", "ton", "ville", "stad", "grad"}[k/165%5])
		}
	}
	return list
}

// BenchmarkLike500 asks for 500 new names among 100,000, the index standing.
func BenchmarkLike500(b *testing.B) {
	c := NewCorpus(invented(100_000, 0))
	asked := invented(500, 1_000_003)
	start := time.Now()
	if _, err := c.Like(b.Context(), asked[0], 0); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(start).Seconds(), "s/index")
	for b.Loop() {
		for _, name := range asked {
			if _, err := c.Like(b.Context(), name, 5); err != nil {
				b.Fatal(err)
			}
		}
	}
}
