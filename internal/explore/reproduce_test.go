package explore

import (
	"bytes"
	"slices"
	"testing"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/report"
	"undersigned/internal/store"
)

// TestSameContentSameFiles: two stores that came to the same content on different ways, in one write and letter by letter
// from the last, with one put and removed on the way, give the same bytes in every format.
func TestSameContentSameFiles(t *testing.T) {
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	straight, winding := openStore(t, c), openStore(t, store.Change{Judgements: c.Judgements}, store.Change{Letters: []graph.Letter{newLetter("gone", "Somebody Gone")}})
	for _, l := range slices.Backward(c.Letters) {
		if _, err := winding.Put(t.Context(), store.Change{Letters: []graph.Letter{l}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := winding.Put(t.Context(), store.Change{Profiles: c.Profiles}); err != nil {
		t.Fatal(err)
	}
	if _, err := winding.RemoveLetter(t.Context(), "gone", "test"); err != nil {
		t.Fatal(err)
	}
	a, b := mustRead(t, startService(t, straight, eager)), mustRead(t, startService(t, winding, eager))
	if a.Version().Hash != b.Version().Hash || a.Version().Revision == b.Version().Revision {
		t.Fatalf("the stores should have one content and two histories: %+v, %+v", a.Version(), b.Version())
	}
	for _, f := range report.Formats() {
		for _, twoMode := range []bool{false, true} {
			v, o := View{MinLetters: 3}, report.Options{TwoMode: twoMode}
			first, err := a.Export(t.Context(), f.Name, v, o)
			if err != nil {
				t.Fatal(err)
			}
			second, err := b.Export(t.Context(), f.Name, v, o)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Data, second.Data) || first.Name != second.Name {
				t.Errorf("%s, two-mode %v: the same content gives two files", f.Name, twoMode)
			}
		}
	}
}
