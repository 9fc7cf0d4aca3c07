package report

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestShaping compares glyphs and places with those of HarfBuzz itself (testdata/shaping.py).
func TestShaping(t *testing.T) {
	data, err := os.ReadFile("testdata/shaping.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Font, Name string
		Glyphs     [][4]int // id, advance and offsets in units of the font
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	scripts := map[string]bool{}
	for _, c := range cases {
		scripts[c.Font] = true
		line := typeset(sans, c.Name)
		var got [][4]int
		x := 0.
		for _, g := range line.glyphs {
			if g.font == nil || g.font.file != c.Font {
				t.Fatalf("%s: a glyph is not of %s: %+v", c.Name, c.Font, g)
			}
			em := g.font.em()
			round := func(v float64) int { return int(math.Round(v * em)) }
			got = append(got, [4]int{int(g.id), round(g.wide), round(g.x - x), round(-g.y)})
			x += g.wide
		}
		if !slices.Equal(got, c.Glyphs) || math.Abs(x-line.width) > 1e-9 {
			t.Errorf("%s:\n got %v\nwant %v", c.Name, got, c.Glyphs)
		}
		if line.rightward == strings.Contains("noto-arabic.ttf noto-hebrew.ttf", c.Font) {
			t.Errorf("%s: left to right is %v", c.Name, line.rightward)
		}
	}
	if len(scripts) != len(others) {
		t.Errorf("%d fonts of %d are tried", len(scripts), len(others))
	}
}

// TestOrder has the order of characters on the line, from left to right, as python-bidi 0.6 gives it, and
// brackets as they are drawn.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		text, want string
		base       level
	}{
		{"Forum 2021 (EU)", "Forum 2021 (EU)", 0},
		{"אבג 12 דה", "הד 12 גבא", 1},
		{"אבג (Forum) abc", "abc (Forum) גבא", 1},
		{"Forum אבג 12 abc", "Forum 12 גבא abc", 0},
		{"Forum (אבג) 12", "Forum (גבא) 12", 0},
		{"abc (abc אבג) 3", "abc (abc גבא) 3", 0},
		{"عرب ١٢٪ abc", "abc ٪١٢ برع", 1},
		{"عرب 1,5-2 %", "% 2-1,5 برع", 1},
		{"אבג 1,5% ד", "ד 1,5% גבא", 1},
		{"(אבג) [ד]", "[ד] (גבא)", 1},
		{"١٢ - abc", "١٢ - abc", 0},
	} {
		text := []rune(c.text)
		levels, base := levelsOf(text)
		var all []piece
		for i, l := range levels {
			all = append(all, piece{from: i, level: l})
		}
		var got strings.Builder
		for _, p := range inOrder(all) {
			r := text[p.from]
			if p.level.rightToLeft() {
				r = mirrored(r)
			}
			got.WriteRune(r)
		}
		if got.String() != c.want || base != c.base {
			t.Errorf("%s: %s (base %d), want %s", c.text, got.String(), base, c.want)
		}
	}
}

func mirrored(r rune) rune {
	const pairs = "()[]"
	if i := strings.IndexRune(pairs, r); i >= 0 {
		return rune(pairs[i^1])
	}
	return r
}

func TestCharactersThatNoFontHas(t *testing.T) {
	for s, want := range map[string]bool{"Électronique žluť": true, "Свобода": true, "Ελλάδα": true, "例": true, "a🐸": false, "a\u200b": true, "㈱〈例〉": true,
		"သင်္ဘော": false, "عرب": true, "한국": true, "हिन्दी": true} {
		if printable(sans, s) != want || typeset(sans, s).complete != want {
			t.Errorf("printable(%q) is %v, complete %v", s, printable(sans, s), typeset(sans, s).complete)
		}
	}
	if w := textWidth(sans, 1, "🐸"); w != 1 {
		t.Errorf("a character that no font has is %v wide", w)
	}
	if a, b := textWidth(sans, 1, "㋿"), textWidth(sans, 1, "令和"); a != b {
		t.Errorf("㋿ is %v wide, 令和 %v", a, b)
	}
	if !printable(serif, "Ανοιχτή επιστολή") {
		t.Error("the serif has no stand-in for Greek")
	}
}

func FuzzTypeset(f *testing.F) {
	f.Add("منظمة (ABC) 12%")
	f.Add("a\u0301\u200d🐸\u2067)\u0600")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 300 {
			return
		}
		line := typeset(serif, s)
		if math.IsNaN(line.width) || line.width < 0 || line.width > 40*float64(len(s)) {
			t.Errorf("%q is %v wide", s, line.width)
		}
		if line.complete != printable(serif, s) {
			t.Errorf("%q: complete %v, printable %v", s, line.complete, printable(serif, s))
		}
	})
}
