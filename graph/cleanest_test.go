package graph_test

import (
	"testing"

	"undersigned/graph"
)

// TestCleanestFormIsShown: of names that are one, what should not be seen is not shown; the id stays that of the form printed most.
func TestCleanestFormIsShown(t *testing.T) {
	for _, c := range []struct {
		forms []string // each on a letter of its own
		want  string
	}{
		{[]string{"\ufeffSalt Union", "Salt Union"}, "Salt Union"},
		{[]string{"Salt\u200b Union", "Salt\u200b Union", "Salt Union"}, "Salt Union"},
		{[]string{"Soft\u00adHyphen Club", "SoftHyphen Club"}, "SoftHyphen Club"},
		{[]string{"ﬁrst ﬂoor oﬃce", "first floor office"}, "first floor office"},
		{[]string{"Ｆｕｌｌ Ｗｉｄｔｈ", "Full Width"}, "Full Width"},
		{[]string{"SMITH AND SONS", "SMITH AND SONS", "Smith and Sons"}, "Smith and Sons"},
		{[]string{"NATO", "NATO", "Nato"}, "NATO"},
		{[]string{"Salt Union", "salt union", "Salt Union"}, "Salt Union"},
		{[]string{"\u202bاتحاد\u202c الملح", "اتحاد الملح"}, "اتحاد الملح"},
		{[]string{"\ufeffSalt Union"}, "\ufeffSalt Union"},
	} {
		var edges []graph.Edge
		for i, f := range c.forms {
			edges = append(edges, graph.Edge{Organization: f, Letter: string(rune('a' + i)), Row: i + 2})
		}
		n, err := graph.NetworkFromEdges(edges, graph.Document{})
		if err != nil || len(n.Organizations()) != 1 {
			t.Fatalf("%q: %v, %d organizations", c.forms, err, len(n.Organizations()))
		}
		if o := n.Organizations()[0]; o.Name != c.want || len(o.Names) < 1 {
			t.Errorf("%q: %q is shown, want %q", c.forms, o.Name, c.want)
		}
	}
}
