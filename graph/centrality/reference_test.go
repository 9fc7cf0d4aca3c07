package centrality_test

import (
	"context"
	"encoding/json"
	"math"
	"testing"

	"undersigned/graph/centrality"
	"undersigned/graph/graphtest"
)

// Every woman and event against a table of eight decimals, which networkx 3.6.1 gives again by the functions that the tests
// of single values name: {measure: {woman or event: value}}.
func TestAllOfDavisAgainstTheReference(t *testing.T) {
	var reference map[string]json.RawMessage
	if err := json.NewDecoder(graphtest.Open(t, "davis-reference.json")).Decode(&reference); err != nil {
		t.Fatal(err)
	}
	x := graphtest.Davis()
	names := graphtest.DavisNames()
	events := []string{"E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12", "E13", "E14"}
	degree, size := centrality.DegreeNormalized(x)
	rank, rankLetter := bipartitePageRank(t, x)
	raw, rawLetter, err := centrality.BipartiteBetweenness(context.Background(), x, centrality.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for key, values := range map[string][2][]float64{
		"bip_degree_cent":          {degree, size},
		"bip_closeness_norm":       {closeness(t, x)},
		"betweenness_raw":          {raw, rawLetter},
		"pagerank_bip_.85":         {rank, rankLetter},
		"pagerank_proj_newman_.85": {pageRank(t, x)},
	} {
		var want map[string]float64
		if err := json.Unmarshal(reference[key], &want); err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		for side, labels := range [2][]string{names, events} {
			for i, got := range values[side] {
				if w, ok := want[labels[i]]; !ok || math.Abs(got-w) > 6e-9*max(1, w) {
					t.Errorf("%s of %s: %v, want %v", key, labels[i], got, w)
				}
			}
		}
	}
}
