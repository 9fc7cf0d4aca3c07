package names

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestTables: every table is sorted by its first two columns and has no row twice; every feature has a weight and a meaning.
func TestTables(t *testing.T) {
	for _, file := range []string{"legal.tsv", "places.tsv", "words.tsv", "short.tsv", "frequency.tsv"} {
		last := []string{""}
		for _, row := range rows(file) {
			key := row[:min(2, len(row))]
			if file == "frequency.tsv" {
				key = row[:1]
			}
			if slices.Compare(last, key) >= 0 && !(file == "frequency.tsv" && row[0] == "") {
				t.Errorf("%s: %q does not follow %q", file, key, last)
			}
			last = slices.Clone(key)
			for _, cell := range row {
				if cell != strings.TrimSpace(cell) {
					t.Errorf("%s: blanks around %q", file, cell)
				}
			}
		}
	}
	weights, meanings := weightsOf("weights.tsv"), map[string]bool{}
	for _, row := range rows("features.tsv") {
		meanings[row[0]] = true
	}
	for _, name := range featureNames {
		if _, ok := weights[name]; !ok {
			t.Errorf("the feature %s has no weight: evaluate names --fit", name)
		}
		if !meanings[name] {
			t.Errorf("the feature %s has no meaning in features.tsv", name)
		}
	}
	if len(weights) != features+1 || len(meanings) != features {
		t.Errorf("%d features, %d weights, %d meanings", features, len(weights)-1, len(meanings))
	}
}

// TestSigns: what speaks for two names being one weighs so, and what speaks against it.
func TestSigns(t *testing.T) {
	w := weightsOf("weights.tsv")
	for _, name := range []string{"cover-low", "edit", "same", "first", "acronym-same", "acronym-of", "acronym-fits", "translated-cover"} {
		if w[name] <= 0 {
			t.Errorf("%s weighs %.2f, and speaks for it", name, w[name])
		}
	}
	for _, name := range []string{"substituted", "other", "added-front", "added-inside", "added-behind", "place-only", "place-conflict", "number-added", "number-conflict",
		"chapter-added", "acronym-different", "case", "joint", "part-other"} {
		if w[name] >= 0 {
			t.Errorf("%s weighs %.2f, and speaks against it", name, w[name])
		}
	}
	for name, v := range w {
		if math.IsNaN(v) || v != math.Round(v*1e4)/1e4 {
			t.Errorf("%s weighs %v, with more than four places", name, v)
		}
	}
}
