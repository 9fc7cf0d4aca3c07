package naming_test

import (
	"context"
	"os"
	"testing"

	"undersigned/internal/evaluate/naming"
)

func gold(t *testing.T) *naming.Gold {
	t.Helper()
	const dir = "../../../../shared/data/gold"
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/data/gold is missing, and this is CI")
		}
		t.Skip("../shared/data/gold is missing: names are not measured")
	}
	g, err := naming.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestBars holds what resolving names is to reach on the gold.
func TestBars(t *testing.T) {
	e, err := naming.Evaluate(context.Background(), gold(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, bar := range []struct {
		what      string
		got, want float64
	}{
		{"aliases, zone same: precision", e.Same.Precision(), .98},
		{"aliases, zone same: recall", e.Same.Recall(), .45},
		{"aliases, same or ask: recall", e.Asked.Recall(), .78},
		{"pairs, zone same: precision", e.PairsSame.Precision(), .98},
		{"pairs, F1 of a score of .5", e.PairsLikely.F1(), .92},
		{"rows at likely: B-cubed F1", e.Rows.BCubed, .92},
		{"rows at likely: pairwise F1", e.Rows.Pairwise.F1(), .87},
	} {
		if bar.got < bar.want {
			t.Errorf("%s is %.4f, below %.3f", bar.what, bar.got, bar.want)
		}
	}
	if e.AsksPerTrue > 3 {
		t.Errorf("%.2f questions for each true pair, more than 3", e.AsksPerTrue)
	}
	if len(e.DistinctSame) > 0 {
		t.Errorf("judged the same, though known to differ: %v", e.DistinctSame)
	}
	// What the issue says of the rule of today, by the same count: .97 and .17.
	if p, r := e.Fold.Precision(), e.Fold.Recall(); p < .96 || p > .975 || r < .165 || r > .18 {
		t.Errorf("the rule of folding has precision %.3f and recall %.3f: pairs are counted differently", p, r)
	}
}

// TestScoreGroups counts by hand: two rows of a, one of b in one group; one of b alone.
func TestScoreGroups(t *testing.T) {
	s := naming.ScoreGroups([]int{1, 1, 1, 2}, []string{"a", "a", "b", "b"})
	if s.Pairwise != (naming.Score{Right: 1, Given: 3, All: 2}) {
		t.Errorf("pairs: %+v", s.Pairwise)
	}
	// B-cubed precision (2/3 + 2/3 + 1/3 + 1) / 4 = 2/3, recall (1 + 1 + 1/2 + 1/2) / 4 = 3/4.
	if s.BCubed < .70588 || s.BCubed > .70589 {
		t.Errorf("B-cubed F1 is %f, not 12/17", s.BCubed)
	}
}

// TestContext: what networks know tells organizations better than their names alone, fitted on other letters too.
func TestContext(t *testing.T) {
	c, err := naming.EvaluateContext(context.Background(), gold(t))
	if err != nil {
		t.Fatal(err)
	}
	alone, leftOut := c.Scores[0], c.Scores[2]
	if c.Same < 80 || alone.AUC == 0 {
		t.Fatalf("%d of %d pairs are one: the test shows nothing", c.Same, c.Pairs)
	}
	if leftOut.Brier > .12 || leftOut.AUC < .92 || leftOut.F1 < .84 {
		t.Errorf("leaving letters out: %+v", leftOut)
	}
	if leftOut.Brier > alone.Brier/1.5 || leftOut.AUC < alone.AUC+.1 {
		t.Errorf("%+v is hardly better than %+v", leftOut, alone)
	}
}
