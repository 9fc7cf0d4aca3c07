package pdf

import (
	"math"
	"testing"
	"time"
	"unicode/utf8"

	"undersigned/graph"
)

// FuzzOpen: whatever the bytes, a document is read or refused with a code that is the file's fault, and what is read is
// text with its place.
func FuzzOpen(f *testing.F) {
	needEngine(f)
	good := letter("", line("R", 10, 50, 700, "Ash and Oak")+"q 60 0 0 80 10 10 cm Q")
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(circularTree())
	f.Add(circularForms())
	f.Add(locked())
	f.Add(doublingForms(3))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			t.Skip("larger than the fuzzer needs")
		}
		readable(t, data)
	})
}

// FuzzContent: the same for what a page of a sound file draws.
func FuzzContent(f *testing.F) {
	needEngine(f)
	f.Add(line("R", 10, 50, 700, "Ash and Oak") + line("B", 10, 50, 700, "Ash"))
	f.Add("BT /R 10 Tf 1 0 .3 1 50 700 Tm 3 Tr [(A) -200 (sh) 300 (Oak)] TJ T* 5 Ts (x) ' ET q 2 0 0 2 1 1 cm 0 0 5 5 re W n Q")
	f.Fuzz(func(t *testing.T, content string) {
		if len(content) > 16<<10 {
			t.Skip("larger than the fuzzer needs")
		}
		readable(t, letter("/Annots [<< /Type /Annot /Subtype /Link /Rect [45 695 95 712] /A << /S /URI /URI (https://example.org/) >> >>]", content))
	})
}

// readable does to a document all that can be done, and checks what comes of it.
func readable(t *testing.T, data []byte) {
	t.Helper()
	d, err := Open(t.Context(), data, Limits{Pages: 5, Memory: 640, Time: 5 * time.Second, Chars: 10_000})
	if err != nil {
		fault(t, err)
		return
	}
	defer d.Close()
	for i := range d.Pages() {
		p, err := d.Page(t.Context(), i)
		if err != nil {
			fault(t, err)
			return
		}
		for _, r := range p.Runs {
			checkRun(t, r)
		}
		if _, err := d.Images(t.Context(), i); err != nil {
			fault(t, err)
			return
		}
		if _, err := d.Draw(t.Context(), i, .1); err != nil {
			fault(t, err)
		}
	}
}

func fault(t *testing.T, err error) {
	t.Helper()
	if code := graph.CodeOf(err); code != graph.Invalid && code != graph.TooLarge {
		t.Errorf("code %q: %v", code, err)
	}
	if graph.MessageOf(err) == "" {
		t.Errorf("no sentence for the user: %v", err)
	}
}

func checkRun(t *testing.T, r Run) {
	t.Helper()
	if r.Text == "" || !utf8.ValidString(r.Text) || !utf8.ValidString(r.Font) || !utf8.ValidString(r.Link) || len(r.Edges) != utf8.RuneCountInString(r.Text)+1 {
		t.Errorf("%+v", r)
	}
	for _, v := range append([]float64{r.X0, r.Y0, r.X1, r.Y1, r.Baseline, r.Size, r.Angle}, r.Edges...) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Errorf("%v in %+v", v, r)
		}
	}
	if r.X0 > r.X1 || r.Y0 > r.Y1 || r.Angle < 0 || r.Angle >= 360 {
		t.Errorf("%+v", r)
	}
}
