package entry

import (
	"strings"
	"testing"
)

// TestLongestOrder chooses, between two names of a sorted list, the lines that begin one.
func TestLongestOrder(t *testing.T) {
	for _, c := range []struct {
		before, texts, after, begins string
	}{
		{"Harbor Aid", "Home Union|Island Friends", "Kite Club", "yy"},
		{"Harbor Aid", "Workers|Island Friends", "Kite Club", "ny"},
		{"Patient Voice", "Rain|Pathfinders Three|Oaks", "Rowing Club", "nyn"},
		{"Zoo Friends", "Aid for All", "", "n"},
		{"Zoo Friends", "Zoo Keepers|Aid for All", "Bird Club", "yn"},
	} {
		got := ""
		for _, b := range longestOrder(strings.Split(c.texts, "|"), c.before, c.after) {
			if b {
				got += "y"
			} else {
				got += "n"
			}
		}
		if got != c.begins {
			t.Errorf("%s, %s, %s: %s, want %s", c.before, c.texts, c.after, got, c.begins)
		}
	}
}
