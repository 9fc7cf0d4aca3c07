package report

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"strings"
	"testing"
)

func TestPNGHasItsSizeAndShowsSomething(t *testing.T) {
	n := sample(5, 40, 8, 120, 3)
	n.Organizations[0].Name = "منظمة 例 🐸"
	n.Organizations[0].Letters = 99
	for _, c := range []struct {
		o    Options
		w, h int
	}{
		{Options{Title: "Large"}, 1600, 900},
		{Options{Width: 300, Height: 200, Scale: 2.5, Theme: "dark"}, 750, 500},
		{Options{Width: 400, Height: 400, Scale: 4, Bare: true, TwoMode: true, Transparent: true}, 1600, 1600},
	} {
		data := picture(t, n, c.o)
		image, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := image.Bounds(); b.Dx() != c.w || b.Dy() != c.h {
			t.Errorf("%d x %d pixels, want %d x %d", b.Dx(), b.Dy(), c.w, c.h)
		}
		colors := map[[4]uint32]bool{}
		for y := 0; y < c.h; y += 3 {
			for x := 0; x < c.w; x += 3 {
				r, g, b, a := image.At(x, y).RGBA()
				colors[[4]uint32{r, g, b, a}] = true
			}
		}
		if len(colors) < 50 {
			t.Errorf("%d colours only", len(colors))
		}
		_, _, _, a := image.At(0, 0).RGBA()
		if (a == 0) != c.o.Transparent {
			t.Errorf("the corner has alpha %d", a)
		}
		notes := chunks(t, data)
		if !strings.Contains(notes["iTXt"], n.Hash) || !strings.Contains(notes["iTXt"], "Network drawing of") || len(notes["pHYs"]) != 9 {
			t.Errorf("notes %q", notes)
		}
	}
}

// chunks joins the data of the chunks of a PNG by kind.
func chunks(t *testing.T, data []byte) map[string]string {
	found := map[string]string{}
	for data = data[8:]; len(data) > 0; {
		n := binary.BigEndian.Uint32(data)
		found[string(data[4:8])] += string(data[8 : 8+n])
		data = data[12+n:]
	}
	return found
}

func TestBoxesForOtherScriptsAreSaid(t *testing.T) {
	n := sample(5, 20, 4, 40, 2)
	n.Organizations[3].Name = "Организация Свобода" // Cyrillic is in the font
	if _, s := drawn(n, Options{}, true); strings.Contains(strings.Join(s.notes(800, true), " "), "boxes") {
		t.Error("Cyrillic names are called unprintable")
	}
	n.Organizations[3].Name = "منظمة الحقوق"
	if _, s := drawn(n, Options{}, true); !strings.Contains(strings.Join(s.notes(800, true), " "), "One name has characters that this picture cannot print") {
		t.Error("nothing says that a name is shown as boxes")
	}
	if strings.Contains(svg(t, n, Options{}), "cannot print") {
		t.Error("the SVG says it too, and can print them")
	}
}
