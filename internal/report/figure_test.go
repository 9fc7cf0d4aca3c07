package report

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
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
	markup, pixels := svg(t, n, o), picture(t, n, o)
	if svg(t, n, o) != markup || !bytes.Equal(picture(t, n, o), pixels) {
		t.Error("two runs differ")
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

func BenchmarkSVG(b *testing.B) {
	n := sample(1, 10_000, 1000, 60_000, 12)
	b.ReportAllocs()
	for b.Loop() {
		if err := SVG(io.Discard, n, Options{Bare: true, Width: 1200, Height: 800}); err != nil {
			b.Fatal(err)
		}
	}
}
