package report

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"flag"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/export"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func svg(t testing.TB, n *export.Network, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := SVG(&b, n, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func picture(t testing.TB, n *export.Network, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PNG(&b, n, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func links(kind, id string) string { return "/" + kind + "/" + id }

func TestGolden(t *testing.T) {
	n := sample(3, 14, 6, 30, 2)
	for name, o := range map[string]Options{
		"figure.svg":  {Width: 643, Height: 454, Title: "Two coalitions <&> one bridge"},
		"map.svg":     {Width: 600, Height: 400, Bare: true, Theme: "dark", Selected: "org-2", Link: links},
		"twomode.svg": {Width: 500, Height: 500, TwoMode: true, Labels: 4, Transparent: true},
	} {
		got := svg(t, n, o)
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from its golden file; look at it, and if it is meant, run go test -update", path)
		}
	}
}

// elements counts the elements of an SVG by name and collects all attribute names.
func elements(t testing.TB, doc string) (names map[string]int, attributes map[string]bool) {
	t.Helper()
	names, attributes = map[string]int{}, map[string]bool{}
	for d := xml.NewDecoder(strings.NewReader(doc)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return names, attributes
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			names[e.Name.Local]++
			for _, a := range e.Attr {
				attributes[a.Name.Local] = true
			}
		}
	}
}

func TestEveryOrganizationTieAndLetterIsDrawn(t *testing.T) {
	n := sample(5, 120, 20, 500, 6)
	bare := Options{Bare: true, Labels: -1, Link: links}
	names, _ := elements(t, svg(t, n, bare))
	rings, hulls := 6, 6
	if names["circle"] != 120+rings {
		t.Errorf("%d circles, want one an organization and a ring a cluster: %d", names["circle"], 120+rings)
	}
	if names["path"] != len(n.Ties)+hulls {
		t.Errorf("%d paths, want %d ties and %d hulls", names["path"], len(n.Ties), hulls)
	}
	if names["a"] != 120 {
		t.Errorf("%d links, want 120", names["a"])
	}
	bare.Selected = "org-5"
	if again, _ := elements(t, svg(t, n, bare)); again["circle"] != names["circle"]+1 || again["path"] != names["path"] {
		t.Error("a selection hides something, or has no ring")
	}
	bare.TwoMode, bare.Selected = true, ""
	names, _ = elements(t, svg(t, n, bare))
	if names["path"] != n.SignatureCount()+hulls || names["rect"] != 20+1 || names["a"] != 140 {
		t.Errorf("two-mode: %d lines, %d squares, %d links; want %d, 20 and 140", names["path"]-hulls, names["rect"]-1, names["a"], n.SignatureCount())
	}
}

func TestSVGIsSafeAndReadable(t *testing.T) {
	n := sample(5, 30, 6, 90, 3)
	n.Organizations[0].Name = `<script>alert("1")</script> & 'Sons' ` + "\x00\u202e"
	n.Clusters[0].Label = `"><style>*{}</style>`
	n.Statement = "<Everybody & more>"
	for _, o := range []Options{
		{Title: "<title>", Link: func(kind, id string) string { return `/x?a="b"&c=<d>` + id }},
		{Bare: true, Theme: "dark", TwoMode: true, Selected: "org-0"},
	} {
		doc := svg(t, n, o)
		names, attributes := elements(t, doc)
		for _, name := range []string{"script", "style", "foreignObject", "image", "use"} {
			if names[name] > 0 {
				t.Errorf("there is an element %s", name)
			}
		}
		for name := range attributes {
			if name == "style" || strings.HasPrefix(name, "on") {
				t.Errorf("there is an attribute %s", name)
			}
		}
		if names["title"] < 1 || names["desc"] != 1 || !strings.Contains(doc, "Network drawing of 30 organizations") {
			t.Error("no text for readers who cannot see it")
		}
		if !strings.Contains(doc, "Data version "+n.Hash) {
			t.Error("no data version")
		}
	}
}

func TestSameFigureSameBytes(t *testing.T) {
	n := sample(9, 200, 30, 900, 14)
	o := Options{Title: "Again", Selected: "org-7", Labels: 30}
	if svg(t, n, o) != svg(t, n, o) || !bytes.Equal(picture(t, n, o), picture(t, n, o)) {
		t.Error("two runs differ")
	}
}

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

// drawn draws on a canvas that only remembers, and returns it with the sheet.
func drawn(n *export.Network, o Options, lacks bool) (*memory, *sheet) {
	o, err := o.complete()
	if err != nil {
		panic(err)
	}
	m := &memory{}
	return m, draw(m, n, o, lacks)
}

type memory struct {
	texts   []label
	circles [][3]float64
	groups  int
}

func (m *memory) rect(box, paint)                 {}
func (m *memory) circle(x, y, r float64, _ paint) { m.circles = append(m.circles, [3]float64{x, y, r}) }
func (m *memory) polygon([][2]float64, paint)     {}
func (m *memory) lines([]segment, paint)          {}
func (m *memory) text(t label)                    { m.texts = append(m.texts, t) }
func (m *memory) open(string, string)             { m.groups++ }
func (m *memory) close()                          { m.groups-- }

func TestNamesDoNotTouchAndStayOnTheSheet(t *testing.T) {
	for seed := range uint64(12) {
		n := sample(seed, 40+int(seed)*30, 20, 200+int(seed)*90, 1+int(seed)%9)
		for _, o := range []Options{{Title: "A title"}, {NoLegend: true, Width: 900, Height: 500}, {Bare: true, Width: 390, Height: 420},
			{Bare: true, Width: 900, Height: 600, Selected: "org-1", Labels: 60}, {Width: 1080, Height: 1080, TwoMode: true}} {
			m, s := drawn(n, o, false)
			for i, a := range s.placed {
				for _, b := range s.placed[:i] {
					if a.overlaps(b) {
						t.Errorf("seed %d, %+v: the boxes %v and %v overlap", seed, o, a, b)
					}
				}
			}
			page := box{0, 0, s.w, s.h}
			for _, text := range m.texts {
				w := textWidth(text.face, text.size, text.text)
				b := box{text.x - w*float64(text.anchor)/2, text.y - .8*text.size, w, text.size}
				if !b.inside(page) {
					t.Errorf("seed %d, %+v: %q leaves the sheet: %v", seed, o, text.text, b)
				}
			}
			if m.groups != 0 {
				t.Errorf("%d groups left open", m.groups)
			}
			if budget := s.budget(); s.named > budget {
				t.Errorf("%d names, want at most %d", s.named, budget)
			}
		}
	}
}

func TestTheSelectionAndItsNeighboursAreNamed(t *testing.T) {
	n := sample(2, 60, 12, 200, 3)
	m, s := drawn(n, Options{Bare: true, Width: 800, Height: 600, Selected: "org-4"}, false)
	found := false
	for _, text := range m.texts {
		if text.face == strong && text.text == shorten(n.Organizations[4].Name) {
			found = true
		}
		for i := range n.Organizations {
			if !s.near[i] && text.text == n.Organizations[i].Name && text.address == "" && n.Organizations[i].Name != n.Organizations[4].Name && unique(n, i) {
				t.Errorf("%q is named but dimmed", text.text)
			}
		}
	}
	if !found {
		t.Error("the selection has no bold name")
	}
	if _, s := drawn(n, Options{Selected: "nobody"}, false); s.selected != -1 {
		t.Error("somebody who is not there is selected")
	}
}

func unique(n *export.Network, i int) bool {
	count := 0
	for _, o := range n.Organizations {
		if o.Name == n.Organizations[i].Name {
			count++
		}
	}
	for _, c := range n.Clusters {
		if c.Label == n.Organizations[i].Name {
			count++
		}
	}
	return count == 1
}

func TestDotsThatDidNotOverlapDoNot(t *testing.T) {
	n := &export.Network{Width: 1200, Height: 800}
	for i := range 60 {
		n.Organizations = append(n.Organizations, export.Organization{ID: fmt.Sprint(i), Name: "A", Letters: 1 + i%7, X: float64(i%10) * 12, Y: float64(i/10) * 12, Radius: 5.2})
	}
	for _, o := range []Options{{Bare: true, Width: 200, Height: 200}, {Width: 3000, Height: 2000}} {
		_, s := drawn(n, o, false)
		for i := range s.org {
			for k := range i {
				if math.Hypot(s.org[i][0]-s.org[k][0], s.org[i][1]-s.org[k][1]) < s.orgR[i]+s.orgR[k] {
					t.Fatalf("%+v: dots %d and %d overlap", o, i, k)
				}
			}
		}
	}
}

func TestSmallAndEmptyNetworks(t *testing.T) {
	one := &export.Network{Organizations: []export.Organization{{ID: "a", Name: "Alone"}}, Letters: []export.Letter{{ID: "l", Signers: []int{0}}}}
	for _, n := range []*export.Network{{}, {Statement: "No letters yet."}, one} {
		for _, o := range []Options{{}, {Bare: true, Width: minSide, Height: minSide}, {TwoMode: true, Title: strings.Repeat("long title ", 60)}} {
			if names, _ := elements(t, svg(t, n, o)); names["svg"] != 1 {
				t.Error("no drawing")
			}
			picture(t, n, o)
		}
	}
}

func TestOptionsThatCannotBeDrawn(t *testing.T) {
	for _, c := range []struct {
		o    Options
		code graph.Code
	}{
		{Options{Width: 10, Height: 10}, graph.Invalid}, {Options{Width: 800}, graph.Invalid}, {Options{Width: 9000, Height: 800}, graph.Invalid},
		{Options{Scale: .5}, graph.Invalid}, {Options{Scale: 5}, graph.Invalid}, {Options{Scale: math.NaN()}, graph.Invalid},
		{Options{Theme: "pink"}, graph.Invalid}, {Options{Width: 8000, Height: 8000}, graph.TooLarge},
	} {
		for _, write := range []func(io.Writer, *export.Network, Options) error{SVG, PNG} {
			var b bytes.Buffer
			err := write(&b, &export.Network{}, c.o)
			if graph.CodeOf(err) != c.code || b.Len() > 0 || !strings.HasSuffix(graph.MessageOf(err), ".") {
				t.Errorf("%+v: error %v after %d bytes, want %s", c.o, err, b.Len(), c.code)
			}
		}
	}
	broken := &export.Network{Ties: []export.Tie{{A: 1, B: 2}}}
	if err := SVG(io.Discard, broken, Options{}); graph.CodeOf(err) != graph.Internal {
		t.Errorf("broken network: %v", err)
	}
	if err := PNG(io.Discard, broken, Options{}); graph.CodeOf(err) != graph.Internal {
		t.Errorf("broken network: %v", err)
	}
}

var space = regexp.MustCompile(`\s+`)

func TestWords(t *testing.T) {
	n := sample(3, 14, 6, 30, 2)
	n.Statement = "Co-signing among 14 organizations"
	got := Describe(n, Options{Selected: "org-1"})
	for _, want := range []string{"Network drawing of 14 organizations. 2 clusters: 1 ", "Most active: ", "Selected: " + n.Organizations[1].Name + ".", " ties are drawn. Dot size: letters signed."} {
		if !strings.Contains(got, want) {
			t.Errorf("the alternative text lacks %q: %s", want, got)
		}
	}
	caption := Caption(n, Options{})
	if !strings.HasPrefix(caption, "Co-signing among 14 organizations. ") || !strings.HasSuffix(caption, "1 letter without a date is left out.") || space.ReplaceAllString(caption, " ") != caption {
		t.Errorf("caption: %s", caption)
	}
	if two := Caption(n, Options{TwoMode: true}); !strings.Contains(two, "Lines are signatures: all 30 are drawn.") {
		t.Errorf("caption: %s", two)
	}
}

func TestFormats(t *testing.T) {
	n := sample(3, 14, 6, 30, 2)
	n.Signatures = func(func(export.Signature) bool) {}
	seen := map[string]bool{}
	for _, f := range Formats() {
		if seen[f.Name] || seen[f.Extension] || f.MediaType == "" || f.About == "" {
			t.Errorf("%s is described badly", f.Name)
		}
		seen[f.Name], seen[f.Extension] = true, true
		for _, two := range []bool{false, true} {
			var b bytes.Buffer
			if err := f.Write(&b, n, Options{TwoMode: two, Width: 300, Height: 300}); err != nil || b.Len() == 0 {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if again, err := FormatNamed(strings.ToUpper(f.Name)); err != nil || again.Name != f.Name {
			t.Errorf("%s is not found: %v", f.Name, err)
		}
	}
	if _, err := FormatNamed("docx"); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "gexf, graphml") {
		t.Errorf("unknown format: %v", err)
	}
	for _, p := range Presets() {
		if _, err := (Options{Width: p.Width, Height: p.Height, Scale: 4}).complete(); err != nil {
			t.Errorf("preset %s: %v", p.Name, err)
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	n := sample(1, 10_000, 1000, 60_000, 12)
	b.ReportAllocs()
	for b.Loop() {
		if err := SVG(io.Discard, n, Options{Bare: true, Width: 1200, Height: 800}); err != nil {
			b.Fatal(err)
		}
	}
}
