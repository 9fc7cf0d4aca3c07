package storetest

import (
	"testing"

	"undersigned/graph"
)

// Letters returns a network of edges as letters, for the stores' speed tests.
func Letters(t testing.TB, x *graph.Incidence, name string) []graph.Letter {
	t.Helper()
	pairs := make([]graph.Pair, 0, x.Signatures())
	for o := range x.Organizations() {
		for _, l := range x.LettersOf(o) {
			pairs = append(pairs, graph.Pair{Org: int32(o), Letter: l})
		}
	}
	letters, err := graph.LettersFromEdges(graph.EdgePairs(pairs), graph.Document{Name: name, Medium: "edges"})
	if err != nil {
		t.Fatal(err)
	}
	return letters
}
