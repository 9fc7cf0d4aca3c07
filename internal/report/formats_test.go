package report

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/export"
)

func TestWords(t *testing.T) {
	n := sample(3, 14, 6, 30, 2)
	got := Describe(n, Options{Selected: "org-1"})
	for _, want := range []string{"Network drawing of 14 organizations. 2 clusters: 1 ", "Most active: ", "Selected: " + n.Organizations[1].Name + ".", " ties are drawn. Dot size: letters signed."} {
		if !strings.Contains(got, want) {
			t.Errorf("the alternative text lacks %q: %s", want, got)
		}
	}
	if two := Describe(n, Options{TwoMode: true}); !strings.Contains(two, "14 organizations and 6 letters. ") || !strings.Contains(two, "Lines are signatures: all 30 are drawn.") {
		t.Errorf("the alternative text in two-mode: %s", two)
	}
	if got := Describe(&export.Network{}, Options{}); got != "Network drawing of 0 organizations. There are no ties. Dot size: letters signed." {
		t.Errorf("the alternative text of nothing: %s", got)
	}
}

func TestFormats(t *testing.T) {
	n := sample(3, 14, 6, 30, 2)
	n.Signatures = func(func(export.Signature) bool) {}
	n.Judgements = func(func(graph.Judgement) bool) {}
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
		if f.Table {
			var plain, marked bytes.Buffer
			if err := errors.Join(f.Write(&plain, n, Options{}), f.Write(&marked, n, Options{BOM: true})); err != nil || marked.String() != "\ufeff"+plain.String() {
				t.Errorf("%s with a byte order mark: %v, begins %q", f.Name, err, marked.String()[:min(8, marked.Len())])
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
