package explore

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/parquet-go/parquet-go"

	"undersigned/internal/report"
)

type pair struct {
	Source  string  `parquet:"source"`
	Target  string  `parquet:"target"`
	Letters int32   `parquet:"letters"`
	Newman  float64 `parquet:"newman"`
}

func (p *pair) ordered() [2]string {
	return [2]string{min(p.Source, p.Target), max(p.Source, p.Target)}
}

func pairs(t *testing.T, r *Reading, v View) []pair {
	t.Helper()
	f := mustExport(t, r, "ties.parquet", v, report.Options{})
	all, err := parquet.Read[pair](bytes.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestParquetHasTheTiesOfOtherFormats: all of them, with the same letters and weights, and as few as are asked for.
func TestParquetHasTheTiesOfOtherFormats(t *testing.T) {
	r := exampleReading(t)
	for _, v := range []View{{MinLetters: 1}, {MinLetters: 2, MinShared: 2, From: 2015}, {MinLetters: 1, Ties: 700}} {
		got := map[[2]string]pair{}
		for _, p := range pairs(t, r, v) {
			got[p.ordered()] = p
		}
		f := mustExport(t, r, "json", v, report.Options{})
		var whole struct{ Edges []pair }
		if err := json.Unmarshal(f.Data, &whole); err != nil {
			t.Fatal(err)
		}
		if len(got) != len(whole.Edges) || len(got) < 100 {
			t.Errorf("%+v: %d ties, JSON has %d", v, len(got), len(whole.Edges))
		}
		for _, e := range whole.Edges {
			if p := got[e.ordered()]; p.Letters != e.Letters || p.Letters < 1 || math.Abs(p.Newman-e.Newman) > 1e-12 {
				t.Fatalf("%+v: JSON has %+v, Parquet %+v", v, e, p)
			}
		}
	}
}
