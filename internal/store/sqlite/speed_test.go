package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/store"
	"undersigned/internal/store/storetest"
)

const s10kFile = "s10k.csv.gz"

// s10k is the synthetic network (see graphtest) of 10,000 organizations, 1,000 letters and 100,000 signatures, as letters.
func s10k(t testing.TB) []graph.Letter {
	t.Helper()
	return storetest.Letters(t, graphtest.Shared(t, s10kFile), s10kFile)
}

func BenchmarkPut(b *testing.B) {
	letters := s10k(b)
	for b.Loop() {
		b.StopTimer()
		s := mustOpen(b, filepath.Join(b.TempDir(), "s"))
		b.StartTimer()
		mustPut(b, s, store.Change{Letters: letters})
		b.StopTimer()
		s.Close()
		b.StartTimer()
	}
}

func BenchmarkPutOneByOne(b *testing.B) {
	letters := s10k(b)
	for b.Loop() {
		s := mustOpen(b, filepath.Join(b.TempDir(), "s"))
		for i := range letters {
			mustPut(b, s, store.Change{Letters: letters[i : i+1]})
		}
		s.Close()
	}
}

func BenchmarkPutUnchanged(b *testing.B) {
	letters := s10k(b)
	s := mustOpen(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	mustPut(b, s, store.Change{Letters: letters})
	for b.Loop() {
		mustPut(b, s, store.Change{Letters: letters})
	}
}

func BenchmarkSnapshot(b *testing.B) {
	letters := s10k(b)
	s := mustOpen(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	mustPut(b, s, store.Change{Letters: letters})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Snapshot(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearchNames(b *testing.B) {
	letters := s10k(b)
	s := mustOpen(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	mustPut(b, s, store.Change{Letters: letters})
	for b.Loop() { // "o" begins every name of this network: the most expensive query
		if hits, err := s.SearchNames(context.Background(), "o", 20); err != nil || len(hits) != 20 {
			b.Fatal(hits, err)
		}
	}
}

func mustOpen(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustPut(t testing.TB, s store.Store, c store.Change) store.Result {
	t.Helper()
	r, err := s.Put(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
