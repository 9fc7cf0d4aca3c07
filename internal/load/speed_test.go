package load

import (
	"testing"

	"undersigned/examples"
)

// BenchmarkS10k loads the synthetic network of 1,000 letters with 100,000 signatures into a new store, then again into the full one.
func BenchmarkS10k(b *testing.B) {
	in := Input{Edges: []string{shared(b, "networks", "s10k.csv.gz")}}
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			mustLoad(b, &Loader{Store: openStore(b)}, in)
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		s := openStore(b)
		mustLoad(b, &Loader{Store: s}, in)
		b.ReportAllocs()
		for b.Loop() {
			if sum := mustLoad(b, &Loader{Store: s}, in); sum.Written != 0 {
				b.Fatal("something was written")
			}
		}
	})
}

// BenchmarkExample fills a new store with the example data: what `serve --example` does before it answers.
func BenchmarkExample(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		change, err := examples.Change(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := openStore(b).Put(b.Context(), change); err != nil {
			b.Fatal(err)
		}
	}
}
