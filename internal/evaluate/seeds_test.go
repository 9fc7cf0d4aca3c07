package evaluate

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"undersigned/internal/letter"
)

// seeds are the documents that the project starts from, with what their gold demands beyond the names.
var seeds = []struct {
	file          string
	organizations int
}{{"000_b1e86b57104aa21a.txt", 14}, {"001_08d565a34ea0632f.txt", 17}, {"002_cf895ce554be0ce0.txt", 0}, {"003_dfa3041bf340c837.txt", 0}, {"004_fa329d9f090bb5c7.txt", 90}}

// TestSeeds asks for everything the gold says, in its order.
func TestSeeds(t *testing.T) {
	dir := shared(t, "gold")
	for _, seed := range seeds {
		t.Run(seed.file[:3], func(t *testing.T) {
			gold, err := os.ReadFile(filepath.Join(dir, "seeds", seed.file+".json"))
			if err != nil {
				t.Fatal(err)
			}
			g, err := ReadGold(seed.file, gold)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join(dir, "..", "seeds", seed.file))
			if err != nil {
				t.Fatal(err)
			}
			d, err := letter.Extract(context.Background(), seed.file, data, letter.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if n := d.Organizations(); n != seed.organizations || d.Persons() != 0 {
				t.Errorf("%d organizations and %d persons, want %d and none", n, d.Persons(), seed.organizations)
			}
			for i := range min(len(d.Signatories), len(g.Signatories)) {
				r, w := d.Signatories[i], g.Signatories[i]
				if r.Name != w.As || string(r.Type) != w.Type || r.Country != w.Country || r.Note != w.Note {
					t.Errorf("row %d is %q (%s, country %q, note %q), want %q", i+1, r.Name, r.Type, r.Country, r.Note, w.As)
				}
			}
			if d.Kind != g.Kind || d.Date != g.Date {
				t.Errorf("kind %s, date %s; want %s, %s", d.Kind, d.Date, g.Kind, g.Date)
			}
			if !slices.Equal(d.Addressees, g.Addressees) {
				t.Errorf("addressees %q, want %q", d.Addressees, g.Addressees)
			}
			if !slices.Equal(d.Targets, g.Targets) {
				t.Errorf("targets %q, want %q", d.Targets, g.Targets)
			}
			of := Document{draft: d, gold: g}
			of.score()
			if !of.Claimed.Right || d.Claimed.Text != g.Claimed.Text {
				t.Errorf("claimed %v %q, want %q", d.Claimed.Organizations, d.Claimed.Text, g.Claimed.Text)
			}
			if of.F1 != 1 {
				t.Errorf("F1 is %.3f: missing %q, extra %q", of.F1, of.Missing, of.Extra)
			}
		})
	}
}
