package report

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/png"
	"io"
	"slices"
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

// TestNamesWithBoxesAreSaid: only those that the figure shows, in full, and never where the fonts have all.
func TestNamesWithBoxesAreSaid(t *testing.T) {
	n := sample(5, 20, 4, 40, 2)
	var said []string
	o := Options{Boxed: func(names []string) { said = append(said, names...) }}
	n.Organizations[3].Name, n.Organizations[3].Letters = "منظمة الحقوق 市民の会 Свобода", 99
	picture(t, n, o)
	if len(said) > 0 {
		t.Errorf("%q are called unprintable", said)
	}
	long := "Frog society 🐸 for the wetlands of the whole region"
	n.Organizations[3].Name = long
	n.Clusters[1].Label = "သင်္ဘော"
	picture(t, n, o)
	if slices.Sort(said); !slices.Equal(said, []string{long, "သင်္ဘော"}) {
		t.Errorf("%q are called unprintable", said)
	}
	const sentence = "Boxes stand for characters"
	if m, _ := drawn(n, Options{}, true); !strings.Contains(m.all(), sentence) {
		t.Error("the figure does not say what its boxes are")
	}
	if strings.Contains(svg(t, n, Options{}), sentence) {
		t.Error("the SVG says it too, and can print them")
	}
	said = nil
	n.Organizations[3].Name, n.Clusters[1].Label = "Forum", "Forum"
	n.Organizations[4].Name, n.Organizations[4].Letters = "🐸", 0
	o.Labels = 1
	picture(t, n, o)
	if len(said) > 0 {
		t.Errorf("%q are called unprintable, and are not shown", said)
	}
}

func TestSamePictureTwice(t *testing.T) {
	n := sample(5, 20, 4, 40, 2)
	n.Organizations[0].Name, n.Organizations[1].Name = "منظمة (ABC) 例 🐸", "राष्ट्रीय"
	if !bytes.Equal(picture(t, n, Options{Title: "שלום"}), picture(t, n, Options{Title: "שלום"})) {
		t.Error("two pictures of the same data differ")
	}
}

// waiting is somebody who goes while a picture is drawn.
type waiting struct{ asked, got int }

func (w *waiting) Write(b []byte) (int, error) {
	w.asked++
	w.got += len(b)
	if w.asked > 2 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

// TestNoPictureIsDrawnForNobody: it takes seconds when it is large, and nothing of it is written before it is whole.
func TestNoPictureIsDrawnForNobody(t *testing.T) {
	w := &waiting{}
	if err := PNG(w, sample(5, 400, 80, 1200, 3), Options{}); !errors.Is(err, io.ErrClosedPipe) || w.got > 0 || w.asked > 4 {
		t.Errorf("%v; asked %d times, %d bytes were written", err, w.asked, w.got)
	}
}
