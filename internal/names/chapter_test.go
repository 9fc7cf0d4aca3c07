package names_test

import (
	"testing"

	"undersigned/internal/names"
)

// TestChild states what names a part, and what only looks like it.
func TestChild(t *testing.T) {
	for _, x := range []struct {
		child, parent string
		want          bool
	}{
		{"ACLU of Washington", "ACLU", true},
		{"ACLU of Washington", "American Civil Liberties Union (ACLU)", true},
		{"Sierra Club Maine Chapter", "Sierra Club", true},
		{"Sierra Club - Oregon Chapter", "Sierra Club", true},
		{"350 Seattle", "350.org", true},
		{"Friends of the Earth Europe", "Friends of the Earth", true},
		{"Greenpeace USA", "Greenpeace", true},
		{"SEIU Local 1000", "SEIU", true},
		{"Lantern Keepers of Ostrava", "The Lantern Keepers", true},
		{"Amnesty International Nederland", "Amnesty International", true},

		{"Sierra Club", "Sierra Club Maine Chapter", false},
		{"Bank of America", "Bank", false},
		{"University of Washington", "University", false},
		{"Consumers International", "Consumers", false},
		{"Church of Sweden", "Church", false},
		{"Pirate Party of Austria", "Pirate Party", false},
		{"Lantern Mobile", "Lantern", false}, // a town, but first a word
		{"Students for Justice in Palestine", "Students for Justice", false},
		{"ACLU of Washington", "ACLU of Massachusetts", false},
		{"Demand Progress Education Fund", "Demand Progress", false}, // an arm is asked
		{"Tide Network Africa (Africa)", "Tide Network Africa", false},
		{"Article 19", "Article", false},
	} {
		c := names.NewCorpus([]string{x.child, x.parent})
		why, got := c.Child(c.Of(0), c.Of(1))
		if got != x.want || got != (why != "") {
			t.Errorf("%s | %s: %v (%s)", x.child, x.parent, got, why)
		}
		if r := c.Compare(c.Of(0), c.Of(1)); got && r.Verdict == names.Same {
			t.Errorf("%s | %s: a part, and the same by %q", x.child, x.parent, r.Rule)
		}
	}
}

// TestParents: a place that one name adds may be its seat; two places, or the word for a part, prove that there are parts.
func TestParents(t *testing.T) {
	of := func(all ...string) (list [][2]string) {
		for _, l := range names.NewCorpus(all).Parents() {
			list = append(list, [2]string{all[l.Child], all[l.Parent]})
		}
		return
	}
	if got := of("Lantern Keepers", "Lantern Keepers, Ostrava"); got != nil {
		t.Errorf("from a single place: %v", got)
	}
	if got := of("Lantern Keepers", "Lantern Keepers, Ostrava", "Lantern Keepers Brno", "Tide Watch"); len(got) != 2 || got[0] != [2]string{"Lantern Keepers, Ostrava", "Lantern Keepers"} {
		t.Errorf("from two places: %v", got)
	}
	if got := of("Lantern Keepers Ostrava Chapter", "Lantern Keepers"); len(got) != 1 {
		t.Errorf("from the word for a part: %v", got)
	}
}
