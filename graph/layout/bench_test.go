package layout_test

import (
	"context"
	"testing"

	"undersigned/graph"
	"undersigned/graph/cluster"
	"undersigned/graph/graphtest"
	"undersigned/graph/layout"
)

func BenchmarkLayoutS2k(b *testing.B)  { benchmarkLayout(b, "s2k.csv") }
func BenchmarkLayoutS10k(b *testing.B) { benchmarkLayout(b, "s10k.csv.gz") }
func BenchmarkLayoutS50k(b *testing.B) { benchmarkLayout(b, "s50k.csv.gz") }

func benchmarkLayout(b *testing.B, name string) {
	x := graphtest.Shared(b, name)
	b.ReportAllocs()
	for b.Loop() {
		draw(b, x, layout.Options{})
	}
}

func BenchmarkMapSmall(b *testing.B) { benchmarkMap(b, graphtest.Random(1, 400, 24, 900, 9)) }
func BenchmarkMapS2k(b *testing.B)   { benchmarkMap(b, graphtest.Shared(b, "s2k.csv")) }
func BenchmarkMapS10k(b *testing.B)  { benchmarkMap(b, graphtest.Shared(b, "s10k.csv.gz")) }

func benchmarkMap(b *testing.B, x *graph.Incidence) {
	p, err := cluster.Leiden(context.Background(), x, cluster.Options{Starts: 1})
	if err != nil {
		b.Fatal(err)
	}
	var radius []float64
	for o := range x.Organizations() {
		radius = append(radius, layout.Radius(x.Degree(o)))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := layout.Map(context.Background(), x, p.Org, radius, layout.MapOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
