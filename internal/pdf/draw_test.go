package pdf

import (
	"image/color"
	"testing"
)

func TestDraw(t *testing.T) {
	d := open(t, letter("/Rotate 90", "1 0 0 rg 100 600 50 50 re f\n0 g "+line("B", 40, 300, 300, "MMMM")), Limits{})
	picture, err := d.Draw(t.Context(), 0, 1.5)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 1200 || size.Y != 900 {
		t.Fatalf("the picture has %v, want 1200 by 900", size)
	}
	// The square's middle is 125, 625 from the bottom left of the upright page: 625, 125 from the top left once turned.
	for at, want := range map[[2]int]color.RGBA{{937, 187}: {255, 0, 0, 255}, {10, 10}: {255, 255, 255, 255}} {
		if got := picture.At(at[0], at[1]); got != want {
			t.Errorf("at %v: got %v, want %v", at, got, want)
		}
	}
	// The text's ink is where Page says that the text is.
	p, err := d.Page(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	inside, outside := 0, 0
	r := p.Runs[0]
	for y := range 900 {
		for x := range 1200 {
			if picture.At(x, y) != (color.RGBA{0, 0, 0, 255}) {
				continue
			}
			if px, py := float64(x)/1.5, float64(y)/1.5; px >= r.X0-1 && px <= r.X1+1 && py >= r.Y0-1 && py <= r.Y1+1 {
				inside++
			} else {
				outside++
			}
		}
	}
	if inside < 1000 || outside > 0 {
		t.Errorf("%d black pixels in the box of %q (%v,%v %v,%v), %d beside it", inside, r.Text, r.X0, r.Y0, r.X1, r.Y1, outside)
	}
}

func TestImages(t *testing.T) {
	const pixel = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	for name, c := range map[string]struct {
		draw string
		want Images
		scan bool
	}{
		"none":             {"", Images{}, false},
		"a whole page":     {"q 600 0 0 800 0 0 cm /P Do Q", Images{1, 1}, true},
		"a logo":           {"q 60 0 0 80 10 10 cm /P Do Q", Images{1, .01}, false},
		"logos":            {"q 60 0 0 80 10 10 cm /P Do Q q 120 0 0 80 10 200 cm /P Do Q", Images{2, .02}, false},
		"beyond the page":  {"q 6000 0 0 800 0 0 cm /P Do Q", Images{1, 1}, true},
		"inside of a form": {"/F Do", Images{1, 1}, true},
	} {
		f := &file{}
		picture := f.stream(pixel, "x")
		form := f.stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /P "+picture+" >> >>", "q 600 0 0 800 0 0 cm /P Do Q")
		content := f.stream("", c.draw)
		d := open(t, f.onePage("/Resources << /XObject << /P "+picture+" /F "+form+" >> >> /Contents "+content), Limits{})
		got, err := d.Images(t.Context(), 0)
		if err != nil || got != c.want || got.Scan() != c.scan {
			t.Errorf("%s: got %+v (scan %v), %v; want %+v", name, got, got.Scan(), err, c.want)
		}
	}
}
