package lexicon

import (
	"strings"
	"testing"

	"undersigned/graph"
)

// TestForeign asks that every name that is folded later has a key that isCountry looks for among those, and is found.
func TestForeign(t *testing.T) {
	later := named().later
	if len(later) < 1000 {
		t.Fatalf("only %d names have letters beyond ASCII", len(later))
	}
	for _, name := range later {
		if key := graph.Fold(name); !strings.ContainsFunc(key, func(r rune) bool { return r >= 0x80 }) || !isCountry(key) {
			t.Errorf("%q is folded to %q and not found", name, key)
		}
	}
}
