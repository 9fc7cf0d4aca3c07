package explore

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

// TestReplacedStoreOfTheSameRevision: another store is put in the place of the one that is served, at the same revision, and it is somebody who writes
// who is told. What is served afterwards is the new one all the same, also to who has just written to it.
func TestReplacedStoreOfTheSameRevision(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("open files cannot be moved on Windows")
	}
	folder := t.TempDir()
	open := func(name, organization string) (string, store.Store) {
		path := filepath.Join(folder, name)
		s, err := ruledtest.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Put(t.Context(), store.Change{Letters: []graph.Letter{newLetter("a", organization)}}); err != nil {
			t.Fatal(err)
		}
		return path, s
	}
	path, s := open("s.db", "Old Club")
	defer s.Close()
	other, o := open("other.db", "New Club")
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	service := startService(t, s, eager)
	if _, err := mustRead(t, service).Organization(t.Context(), "Old Club"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	late := store.Change{Letters: []graph.Letter{newLetter("b", "Late Club")}}
	if _, err := s.Put(t.Context(), late); graph.CodeOf(err) != graph.Unavailable {
		t.Fatalf("the write that finds it: %v", err)
	}
	r, err := service.ReadFrom(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*Reading{mustRead(t, service), r} {
		if _, err := r.Organization(t.Context(), "New Club"); err != nil {
			t.Errorf("the old store is served: %v", err)
		}
	}
}
