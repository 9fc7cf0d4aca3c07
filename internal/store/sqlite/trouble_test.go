package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

func TestFullDisk(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "s.db"))
	defer s.Close()
	mustPut(t, s, sample("a"))
	if _, err := s.writer.exec("PRAGMA max_page_count = 1"); err != nil { // SQLite takes the present size where that is larger
		t.Fatal(err)
	}
	big := sample("b", slices.Collect(func(yield func(string) bool) {
		for i := range 600 {
			if !yield("Organization x" + strings.Repeat("x", i)) {
				return
			}
		}
	})...)
	_, err := s.Put(ctx, big)
	wantError(t, err, graph.Unavailable, s.path, "no room", "free some space")
	if data, err := s.Snapshot(ctx); err != nil || len(data.Letters) != 1 || data.Revision != 1 {
		t.Errorf("after a full disk: %d letters at revision %d (%v), want what was there before", len(data.Letters), data.Revision, err)
	}
	if _, err := s.writer.exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if r := mustPut(t, s, big); r.Written != 1 || r.Revision != 2 {
		t.Errorf("with room again: %+v", r)
	}
}

func TestLockedByAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	s, other := mustOpen(t, path), mustOpen(t, path)
	defer s.Close()
	defer other.Close()
	s.lockWait = 0
	if err := other.begin(ctx); err != nil {
		t.Fatal(err)
	}
	_, err := s.Put(ctx, sample("a"))
	wantError(t, err, graph.Unavailable, path, "another program", "try again")
	if _, err := s.Snapshot(ctx); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
	third := mustOpen(t, path)
	third.Close()
	if _, err := other.writer.exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	mustPut(t, s, sample("a"))
}

func TestDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	s := mustOpen(t, path)
	for _, id := range []string{"a", "b", "c"} {
		mustPut(t, s, sample(id, slices.Collect(func(yield func(string) bool) {
			for i := range 120 {
				if !yield(id + strings.Repeat("y", i)) {
					return
				}
			}
		})...))
	}
	want, err := s.ContentHash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reopen := func(content []byte) error {
		bad := filepath.Join(t.TempDir(), "bad.db")
		if err := os.WriteFile(bad, content, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, bad)
		if err != nil {
			return err
		}
		defer s.Close()
		var out bytes.Buffer
		return store.Backup(ctx, s, &out)
	}
	if err := reopen(content); err != nil {
		t.Fatalf("the copy as it was: %v (hash %.8s)", err, want)
	}
	for _, size := range []int{100, 512, 4096, len(content) / 2, len(content) - 4096, len(content) - 1} {
		wantError(t, reopen(content[:size]), graph.Unavailable, "cut off", "backup")
	}
	for page := 1; page < len(content)/4096; page++ {
		bad := slices.Clone(content)
		for i := range 4096 {
			bad[page*4096+i] ^= 0xa5
		}
		if err := reopen(bad); err != nil && graph.CodeOf(err) != graph.Unavailable {
			t.Errorf("page %d overwritten: %v has code %q, want Unavailable", page+1, err, graph.CodeOf(err))
		}
	}
	word := bytes.Index(content, []byte("Letter b"))
	bad := slices.Clone(content)
	bad[word] = 'l' // one letter of a title: SQLite cannot notice that, the hash does
	wantError(t, reopen(bad), graph.Unavailable, "damaged", "backup")
}

// TestKilledWhileLogIsCopied rebuilds what a kill in the middle of a checkpoint leaves: the first page is copied already and
// counts pages that are still in the log only.
func TestKilledWhileLogIsCopied(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	s := mustOpen(t, path)
	names := make([]string, 3000)
	for i := range names {
		names[i] = "Organization " + strings.Repeat("y", i%90) + string(rune('a'+i%26)) + strings.Repeat("x", i/90)
	}
	mustPut(t, s, sample("a", names...))
	want, err := s.ContentHash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil || len(log) < 100_000 {
		t.Fatalf("the log should hold what was put: %d bytes, %v", len(log), err)
	}
	cut := filepath.Join(t.TempDir(), "cut.db")
	content[28], content[29], content[30], content[31] = 0, 0, 0x20, 0 // 8,192 pages
	for name, data := range map[string][]byte{cut: content, cut + "-wal": log} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again := mustOpen(t, cut)
	if got, err := again.ContentHash(ctx); err != nil || got != want {
		t.Errorf("after the kill: hash %.8s, %v; want %.8s", got, err, want)
	}
}
