package report

import (
	"math"
	"strings"
	"testing"
)

func TestTypeset(t *testing.T) {
	near := func(what string, got, want, by float64) {
		if math.Abs(got-want) > by {
			t.Errorf("%s: width %.4f, want %.4f", what, got, want)
		}
	}
	// Advance widths in the original font file, read with fonttools: n is 547, i 246 thousandths of an em.
	near("n", textWidth(sans, 1, "n"), .547, 1e-9)
	near("iii", textWidth(sans, 10, "iii"), 3*2.46, 1e-9)
	near("composed and decomposed", textWidth(sans, 1, "e\u0301"), textWidth(sans, 1, "é"), 0)
	near("Chinese", textWidth(sans, 1, "例"), 1, 0)
	near("zero width", textWidth(sans, 1, "\u200b\u202e"), 0, 0)
	if pair := textWidth(sans, 1, "AV"); pair >= textWidth(sans, 1, "A")+textWidth(sans, 1, "V") {
		t.Error("A and V are not kerned")
	}
	if textWidth(strong, 1, "Network") <= textWidth(sans, 1, "Network") {
		t.Error("the strong face is no wider")
	}
}

func TestCutting(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Short", "Short"}, {"", ""}, {"  two\n\tlines ", "two lines"},
		{"Exactly thirty characters long", "Exactly thirty characters long"},
		{"Exactly thirty-one characters in", "Exactly thirty-one characters…"},
		{"Association for Proper Internet Governance", "Association for Proper Intern…"},
		{"right\u202eto left", "rightto left"},
	} {
		if got := shorten(c.in); got != c.want {
			t.Errorf("shorten(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	long := strings.Repeat("coalition of the willing ", 10)
	for width := 10.; width < 600; width += 7 {
		got := fit(sans, 12, width, long)
		if w := textWidth(sans, 12, got); w > width && got != "…" {
			t.Errorf("fit to %.0f is %.1f wide: %q", width, w, got)
		}
		for _, line := range wrap(sans, 12, width, 3, long) {
			if w := textWidth(sans, 12, line); w > width && line != "…" {
				t.Errorf("a line wrapped to %.0f is %.1f wide: %q", width, w, line)
			}
		}
	}
	if lines := wrap(sans, 12, 1e9, 3, long); len(lines) != 1 || lines[0] != strings.TrimSpace(long) {
		t.Errorf("wrap without need: %q", lines)
	}
	if lines := wrap(sans, 12, 100, 2, long); len(lines) != 2 || !strings.HasSuffix(lines[1], "…") {
		t.Errorf("wrap to two lines: %q", lines)
	}
	if lines := wrap(sans, 12, 100, 2, " \n"); len(lines) != 0 {
		t.Errorf("wrap of nothing: %q", lines)
	}
}

func TestBoxAndPolygon(t *testing.T) {
	diamond := [][2]float64{{0, -10}, {10, 0}, {0, 10}, {-10, 0}}
	for _, c := range []struct {
		b    box
		want bool
	}{
		{box{-1, -1, 2, 2}, true},     // inside
		{box{-20, -20, 40, 40}, true}, // around
		{box{4, 4, 9, 9}, true},       // a corner in it
		{box{-20, -1, 40, 2}, true},   // across
		{box{6, 6, 9, 9}, false},      // in the corner of its bounds, outside
		{box{20, 0, 5, 5}, false},
		{box{-1, 11, 2, 2}, false},
	} {
		if got := touches(diamond, c.b); got != c.want {
			t.Errorf("touches %v: %v", c.b, got)
		}
	}
	for d := range 32 {
		b, far := outside(diamond, [2]float64{}, float64(d)*math.Pi/16, 8, 3, 1)
		if touches(diamond, b.grown(.99)) || far > 25 {
			t.Errorf("direction %d: %v at %.1f", d, b, far)
		}
	}
	if b := (box{0, 0, 2, 2}); b.near(5, 6, 5) || !b.near(5, 6, 5.001) || !b.near(1, 1, .1) {
		t.Error("a point 5 away from a box is not seen as such")
	}
}
