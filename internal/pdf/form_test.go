package pdf

import (
	"slices"
	"testing"
)

func TestFormFieldsAreRead(t *testing.T) {
	f := &file{}
	font := f.font("Helvetica")
	look := func(text string) string {
		return f.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /R "+font+" >> >>", line("R", 10, 2, 5, text))
	}
	field, note := look("Tide Watch"), look("Elm Society")
	content := f.stream("", line("R", 10, 50, 700, "Signed:"))
	data := f.onePage("/Resources << /Font << /R " + font + " >> >> /Contents " + content + " /Annots [" +
		"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Tide Watch) /F 4 /Rect [100 690 300 710] /AP << /N " + field + " >> >>" +
		"<< /Type /Annot /Subtype /FreeText /F 4 /Contents (Elm Society) /Rect [100 660 300 680] /AP << /N " + note + " >> >>" +
		"<< /Type /Annot /Subtype /Link /Rect [45 695 95 712] /A << /S /URI /URI (https://example.org/) >> >>]")
	d := open(t, data, Limits{})
	for range 2 {
		p, err := d.Page(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := texts(p), []string{"Signed:", "Tide Watch", "Elm Society"}; !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		if p.Runs[0].Link != "https://example.org/" || p.Runs[1].X0 != 102 || p.Runs[1].Baseline != 105 {
			t.Errorf("got %+v", p.Runs)
		}
	}
}
