package pdf

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestRunsHaveTextPlaceAndFont(t *testing.T) {
	p := firstPage(t, letter("", line("B", 12, 100, 700, "Signed by:")+line("R", 10, 100, 680, "Harbor Workers Union (Local 3)")))
	if p.Width != 600 || p.Height != 800 || len(p.Runs) != 2 {
		t.Fatalf("got a page of %v x %v with %q", p.Width, p.Height, texts(p))
	}
	head, name := p.Runs[0], p.Runs[1]
	if head.Text != "Signed by:" || !head.Bold || head.Italic || head.Size != 12 || head.Font != "Helvetica-Bold" || head.Baseline != 100 {
		t.Errorf("heading: %+v", head)
	}
	if name.Text != "Harbor Workers Union (Local 3)" || name.Bold || name.Baseline != 120 || name.X0 != 100 || name.Hidden || name.Angle != 0 {
		t.Errorf("name: %+v", name)
	}
	// Widths of Helvetica in thousandths: H 722, a 556, r 333, b 556, o 556, r 333.
	if n := len([]rune(name.Text)); len(name.Edges) != n+1 || math.Abs(name.Edges[6]-30.56) > .1 {
		t.Errorf("edges of %d characters: %v, want the blank at 30.56", n, name.Edges)
	}
	if name.Y0 >= name.Baseline || name.Y1 <= name.Baseline || name.Y1-name.Y0 > 15 {
		t.Errorf("box from %v to %v around the baseline %v", name.Y0, name.Y1, name.Baseline)
	}
}

func TestColumnsAreRunsOfTheirOwn(t *testing.T) {
	var page strings.Builder
	for i, names := range [][3]string{{"Alder Trust", "Elm Society", "Larch Fund"}, {"Birch League", "Fir Network", "Maple Guild"}} {
		for column, name := range names {
			page.WriteString(line("R", 10, 50+float64(column)*90, 700-float64(i)*14, name))
		}
	}
	want := []string{"Alder Trust", "Elm Society", "Larch Fund", "Birch League", "Fir Network", "Maple Guild"}
	if got := texts(firstPage(t, letter("", page.String()))); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRunsEndWhereTheFontChanges(t *testing.T) {
	p := firstPage(t, letter("", "BT /R 10 Tf 50 700 Td (We call on the ) Tj /I 10 Tf (Clean Air Act) Tj /R 10 Tf (, now) Tj ET"))
	want := []string{"We call on the", "Clean Air Act", ", now"}
	if got := texts(p); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if !p.Runs[1].Spaced || p.Runs[2].Spaced || !p.Runs[1].Italic {
		t.Errorf("blank before the italics %v, before the comma %v, italic %v", p.Runs[1].Spaced, p.Runs[2].Spaced, p.Runs[1].Italic)
	}
}

func TestNoteMarksStandClose(t *testing.T) {
	p := firstPage(t, letter("", "BT /R 10 Tf 50 700 Td (Ash) Tj /R 6 Tf 4 Ts (1) Tj /R 10 Tf 0 Ts ( and Oak) Tj ET"+line("R", 10, 50, 680, "Elm")))
	want := []string{"Ash", "1", "and Oak", "Elm"}
	if got := texts(p); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i, spaced := range []bool{false, false, true, true} {
		if p.Runs[i].Spaced != spaced {
			t.Errorf("a blank before %q: %v, want %v", want[i], p.Runs[i].Spaced, spaced)
		}
	}
}

func TestWhatIsReadOnce(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"bold by drawing twice":         {line("R", 10, 50, 700, "Cedar Council") + line("R", 10, 50.4, 700, "Cedar Council"), []string{"Cedar Council"}},
		"bold by drawing letters twice": {"BT /R 10 Tf 50 700 Td (C) Tj 0.3 0 Td (C) Tj 6.92 0 Td (o) Tj 0.3 0 Td (o) Tj ET", []string{"Co"}},
		"real doubles stay":             {line("R", 10, 50, 700, "Illinois Hill Mill") + line("R", 10, 50, 680, "Illinois Hill Mill"), []string{"Illinois Hill Mill", "Illinois Hill Mill"}},
		"hyphen at the line's end":      {line("R", 10, 50, 700, "Inter-") + line("R", 10, 50, 688, "national Union"), []string{"Inter-", "national Union"}},
		"tabs by blanks":                {line("R", 10, 50, 700, "Ash      Oak"), []string{"Ash", "Oak"}},
		"blanks at the ends":            {line("R", 10, 50, 700, "  Ash and Oak  "), []string{"Ash and Oak"}},
		"justified": {"BT /R 10 Tf 4 Tw 50 700 Td (wide words of one line) Tj ET",
			[]string{"wide words of one line"}},
		"a gap for a blank":       {"BT /R 10 Tf 50 700 Td (Ash) Tj 20.5 0 Td (Oak) Tj ET", []string{"Ash Oak"}},
		"words placed one by one": {"BT /R 10 Tf 50 700 Td (Ash) Tj 21 0 Td (Oak) Tj ET", []string{"Ash Oak"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := texts(firstPage(t, letter("", c.page))); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A font's own table says what its codes mean; word processors put ligatures and soft hyphens there.
func TestCodesWithMeaning(t *testing.T) {
	f := &file{}
	meaning := f.stream("", `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
6 beginbfchar <46> <0000> <41> <FB03> <42> <00660069> <43> <00AD> <44> <D83CDF0D> <45> <00A0> endbfchar endcmap end end`)
	font := f.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode %s >>", meaning)
	content := f.stream("", line("F", 10, 50, 700, "oAce Bnd xCyEz")+line("F", 10, 50, 680, "D")+line("F", 10, 50, 660, "F"))
	p := firstPage(t, f.onePage("/Contents "+content+" /Resources << /Font << /F "+font+" >> >>"))
	if got, want := texts(p), []string{"office find x\u00ADy z", "🌍", "\uFFFD"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, r := range p.Runs {
		if len(r.Edges) != len([]rune(r.Text))+1 || !slices.IsSorted(r.Edges) {
			t.Errorf("%q: edges %v", r.Text, r.Edges)
		}
	}
}

func TestHiddenText(t *testing.T) {
	p := firstPage(t, letter("", "3 Tr "+line("R", 10, 50, 700, "recognized")+"0 Tr "+line("R", 10, 50, 680, "seen")+line("R", 10, 50, 900, "above the page")+
		line("R", .01, 50, 600, "tiny")))
	hidden := map[string]bool{}
	for _, r := range p.Runs {
		hidden[r.Text] = r.Hidden
	}
	if h, found := hidden["recognized"]; !h || !found {
		t.Errorf("invisible text: hidden %v, found %v", h, found)
	}
	if h, found := hidden["seen"]; h || !found {
		t.Errorf("visible text: hidden %v, found %v", h, found)
	}
	for _, name := range []string{"above the page", "tiny"} {
		if h, found := hidden[name]; found && !h {
			t.Errorf("%s: not hidden", name)
		}
	}
}

func TestRotation(t *testing.T) {
	content := line("R", 10, 100, 700, "Upright")
	for rotate, want := range map[string]struct{ width, height, x, baseline, angle float64 }{
		"0":   {600, 800, 100, 100, 0},
		"90":  {800, 600, 700, 100, 90},
		"180": {600, 800, 500, 700, 180},
		"270": {800, 600, 100, 500, 270},
	} {
		p := firstPage(t, letter("/Rotate "+rotate, content))
		r := p.Runs[0]
		if p.Width != want.width || p.Height != want.height || r.Angle != want.angle || r.Baseline != want.baseline || r.Text != "Upright" {
			t.Errorf("rotated by %s: %v x %v, %+v", rotate, p.Width, p.Height, r)
		}
		if want.x < r.X0-11 || want.x > r.X1+11 {
			t.Errorf("rotated by %s: origin %v is not near the box %v..%v", rotate, want.x, r.X0, r.X1)
		}
	}
	// A sheet that stands on its side with text that was turned, so that it is upright when read.
	p := firstPage(t, letter("/Rotate 90", "BT /R 10 Tf 0 1 -1 0 200 300 Tm (Landscape) Tj ET"))
	if r := p.Runs[0]; r.Angle != 0 || r.X0 != 300 || r.Baseline != 200 || r.Text != "Landscape" {
		t.Errorf("landscape: %+v", r)
	}
	// A draft's watermark.
	p = firstPage(t, letter("", "BT /R 40 Tf .7071 .7071 -.7071 .7071 100 300 Tm (NOT FINAL) Tj ET"))
	if r := p.Runs[0]; r.Angle != 315 || r.Text != "NOT FINAL" {
		t.Errorf("watermark: %+v", p.Runs)
	}
}

func TestCropBoxIsThePage(t *testing.T) {
	p := firstPage(t, letter("/MediaBox [-50 -50 700 900] /CropBox [0 0 500 600]", line("R", 10, 100, 500, "Inside")))
	if r := p.Runs[0]; p.Width != 500 || p.Height != 600 || r.X0 != 100 || r.Baseline != 100 {
		t.Errorf("%v x %v, %+v", p.Width, p.Height, r)
	}
}

func TestLinks(t *testing.T) {
	p := firstPage(t, letter("/Annots [<< /Type /Annot /Subtype /Link /Rect [95 695 160 712] /Border [0 0 0] /A << /S /URI /URI (https://example.org/a) >> >>]",
		line("R", 10, 100, 700, "Tide Watch")+line("R", 10, 200, 700, "Other")))
	if len(p.Runs) != 2 || p.Runs[0].Link != "https://example.org/a" || p.Runs[1].Link != "" {
		t.Errorf("got %+v", p.Runs)
	}
}

func TestInfo(t *testing.T) {
	f := &file{}
	catalog := f.pages("", line("R", 10, 50, 700, "x"), line("R", 10, 50, 700, "y"))
	f.trailer = "/Info " + f.add("<< /Title <FEFF004F00700065006E0020006C0065007400740065007200200100> /CreationDate (D:20240229101500+02'00') /Author ( ) >>")
	d := open(t, f.bytes(catalog), Limits{})
	if d.Pages() != 2 || d.Title() != "Open letter Ā" || d.Language() != "en-GB" || d.Repaired() {
		t.Errorf("pages %d, title %q, language %q, repaired %v", d.Pages(), d.Title(), d.Language(), d.Repaired())
	}
	if want := time.Date(2024, 2, 29, 8, 15, 0, 0, time.UTC); !d.Created().Equal(want) {
		t.Errorf("created %v, want %v", d.Created(), want)
	}
	if _, found := d.Info()["Author"]; found {
		t.Error("an empty author is kept")
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"D:20190402180025-04'00'": "2019-04-02T22:00:25Z", "D:20190402": "2019-04-02T00:00:00Z", "2019": "2019-01-01T00:00:00Z",
		"D:20190402180025Z": "2019-04-02T18:00:25Z", "D:20190402180025Z00'00'": "2019-04-02T18:00:25Z", "yesterday": "", "D:2019133": "", "": "",
	} {
		got := ""
		if d := parseDate(s); !d.IsZero() {
			got = d.UTC().Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestSameBytesSameAnswer(t *testing.T) {
	data := letter("", line("R", 10, 50, 700, "Ash and Oak")+line("B", 9, 70, 650, "Elm"))
	first, second := firstPage(t, data), firstPage(t, data)
	if len(first.Runs) != 2 || !slices.Equal(texts(first), texts(second)) || !slices.Equal(first.Runs[0].Edges, second.Runs[0].Edges) {
		t.Errorf("%+v\n%+v", first, second)
	}
}

// The engine gives the letters of a ligature one origin, and each its part of the box.
func TestLigatureInPieces(t *testing.T) {
	s := &style{size: 10}
	chars := []char{{r: 'o', object: 1, style: s, x: 10, y: 20, box: rect{10, 12, 15, 22}}}
	for i, r := range "ffi" {
		chars = append(chars, char{r: r, object: 2, style: s, x: 15, y: 20, box: rect{15 + 3*float64(i), 12, 18 + 3*float64(i), 20}})
	}
	chars = append(chars, char{r: 'c', object: 3, style: s, x: 24, y: 20, box: rect{24, 12, 29, 22}})
	runs := group(chars, nil, 600, 800)
	if len(runs) != 1 || runs[0].Text != "offic" || runs[0].X1 != 29 || !slices.Equal(runs[0].Edges, []float64{0, 5, 8, 11, 14, 19}) {
		t.Errorf("got %+v", runs)
	}
}
