package explore

import (
	"bytes"
	"encoding/json"
	"math"
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
			first := mustExport(t, a, f.Name, v, o)
			second := mustExport(t, b, f.Name, v, o)
			if !bytes.Equal(first.Data, second.Data) || first.Name != second.Name {
				t.Errorf("%s, two-mode %v: the same content gives two files", f.Name, twoMode)
			}
		}
	}
}

// TestWeightsCanBeRecomputed: a file of a view holds what its weights are made of, although the view hides signers: k of
// 1/(k-1) counts them too.
func TestWeightsCanBeRecomputed(t *testing.T) {
	f := mustExport(t, exampleReading(t), "json", View{MinLetters: 4, From: 2015, To: 2020}, report.Options{})
	var file struct {
		Edges []struct {
			Source, Target string
			Letters        int
			Newman         float64
		}
		Letters []struct {
			Signers      []string
			SignersTotal int `json:"signers_total"`
		}
	}
	if err := json.Unmarshal(f.Data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Edges) < 100 {
		t.Fatalf("only %d ties", len(file.Edges))
	}
	for _, e := range file.Edges {
		letters, weight := 0, 0.
		for _, l := range file.Letters {
			if slices.Contains(l.Signers, e.Source) && slices.Contains(l.Signers, e.Target) {
				letters++
				weight += 1 / float64(l.SignersTotal-1)
			}
		}
		if letters != e.Letters || math.Abs(weight-e.Newman) > 1e-12 {
			t.Errorf("%s and %s: %d letters and %v in the file, %d and %v from its letters", e.Source, e.Target, e.Letters, e.Newman, letters, weight)
		}
	}
}
