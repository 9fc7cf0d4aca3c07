package explore

import (
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
)

func bigNetwork(b *testing.B) *graph.Network {
	b.Helper()
	x := graphtest.Shared(b, "s10k.csv.gz")
	var pairs []graph.Pair
	for o := range x.Organizations() {
		for _, l := range x.LettersOf(o) {
			pairs = append(pairs, graph.Pair{Org: int32(o), Letter: l})
		}
	}
	n, err := graph.NetworkFromEdges(graph.EdgePairs(pairs), graph.Document{})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkAnalyzeS10k is `undersigned analyze` without reading and writing.
func BenchmarkAnalyzeS10k(b *testing.B) {
	n := bigNetwork(b)
	for b.Loop() {
		if _, err := Analyze(b.Context(), n, AnalyzeOptions{Ties: 20000}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkViewS10k is a view that nobody asked for before, of a network whose analysis is done.
func BenchmarkViewS10k(b *testing.B) {
	r := &Reading{snapshot: newSnapshot(bigNetwork(b))}
	if _, err := r.Network(b.Context(), View{}); err != nil {
		b.Fatal(err)
	}
	v, err := r.apply(b.Context(), View{Ties: tiesAtMost})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := r.draw(b.Context(), v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkViewExample is the same for the example data.
func BenchmarkViewExample(b *testing.B) {
	r := exampleReading(b)
	if _, err := r.Network(b.Context(), View{}); err != nil {
		b.Fatal(err)
	}
	v, err := r.apply(b.Context(), View{From: 2015})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := r.draw(b.Context(), v); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPartnersExample is the organizer's question.
func BenchmarkPartnersExample(b *testing.B) {
	r := exampleReading(b)
	q := PartnersQuery{Seeds: []string{"Fight for the Future"}}
	if _, err := r.Partners(b.Context(), q); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := r.Partners(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
}
