package sqlite

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"undersigned/graph"
)

// skipOnWindows: there, a file that is open cannot be removed or renamed at all.
func skipOnWindows(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("open files cannot be moved on Windows")
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestRemovedWhileInUse(t *testing.T) {
	skipOnWindows(t)
	folder := t.TempDir()
	path, away := filepath.Join(folder, "s.db"), filepath.Join(folder, "away.db")
	s := mustOpen(t, path)
	mustPut(t, s, sample("a", "Somebody"))
	rename(t, path, away)
	_, err := s.Revision(ctx)
	wantError(t, err, graph.Unavailable, path, "was removed or renamed", "put it back")
	_, err = s.Put(ctx, sample("b", "Somebody"))
	wantError(t, err, graph.Unavailable, "was removed or renamed")
	if _, err := Open(ctx, path); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("a second program makes a new store beside the old log: %v", err)
	}
	rename(t, away, path)
	if r, err := s.Put(ctx, sample("b", "Somebody")); err != nil || r.Revision != 2 {
		t.Errorf("after it came back: %+v, %v", r, err)
	}
}

func TestReplacedWhileInUse(t *testing.T) {
	skipOnWindows(t)
	folder := t.TempDir()
	path, other := filepath.Join(folder, "s.db"), filepath.Join(folder, "other.db")
	o := mustOpen(t, other)
	mustPut(t, o, sample("z", "Another"))
	want, err := o.ContentHash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	first := mustOpen(t, path)
	mustPut(t, first, sample("a", "Somebody"))
	if err := first.Close(); err != nil { // its log is in the file now
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	if _, err := s.ContentHash(ctx); err != nil {
		t.Fatal(err)
	}
	rename(t, other, path)
	_, err = s.Put(ctx, sample("b", "Somebody"))
	wantError(t, err, graph.Unavailable, path, "was replaced", "try again")
	if got, err := s.ContentHash(ctx); err != nil || got != want {
		t.Errorf("then: hash %.8s, %v; want %.8s", got, err, want)
	}
	if r, err := s.Put(ctx, sample("b", "Somebody")); err != nil || r.Revision != 2 {
		t.Errorf("writing to the new one: %+v, %v", r, err)
	}
	if err := os.WriteFile(path+".txt", []byte("no store"), 0o600); err != nil {
		t.Fatal(err)
	}
	rename(t, path, other)
	rename(t, path+".txt", path)
	for range 2 {
		_, err = s.Revision(ctx)
		wantError(t, err, graph.Invalid, path, "no store of undersigned")
	}
	rename(t, other, path)
	_, err = s.Revision(ctx)
	wantError(t, err, graph.Unavailable, "was replaced")
	if r, err := s.Revision(ctx); err != nil || r != 2 {
		t.Errorf("back again: revision %d, %v", r, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
