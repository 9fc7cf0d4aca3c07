package explore

import (
	"context"
	"path/filepath"
	"sync"
	"testing"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/ruling"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
	"undersigned/internal/store/ruled/ruledtest"
)

// exampleNetwork is the example data as a network; it is immutable, so all tests share it.
var exampleNetwork = sync.OnceValues(func() (*graph.Network, error) {
	c, err := examples.Change(context.Background())
	if err != nil {
		return nil, err
	}
	data, err := ruling.Complete(context.Background(), graph.Data{Letters: c.Letters, Profiles: c.Profiles, Judgements: c.Judgements, Revision: 1})
	if err != nil {
		return nil, err
	}
	data.Hash = graph.ContentHash(data.Letters, data.Profiles, data.Judgements)
	return graph.NewNetwork(data)
})

var exampleSnapshot = sync.OnceValues(func() (*snapshot, error) {
	n, err := exampleNetwork()
	if err != nil {
		return nil, err
	}
	return newSnapshot(n), nil
})

func exampleReading(t testing.TB) *Reading {
	t.Helper()
	s, err := exampleSnapshot()
	if err != nil {
		t.Fatal(err)
	}
	return &Reading{snapshot: s, version: s.version("test"), example: true}
}

// openStore returns a new SQLite store in a temporary folder.
func openStore(t testing.TB, changes ...store.Change) *ruled.Store {
	t.Helper()
	s, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.undersigned"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, c := range changes {
		if _, err := s.Put(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	return s
}
