package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/storetest"
)

// A load that is killed at some moment leaves every change whole or absent, every acknowledged one whole, and a store that
// the same load completes to the bytes of an uninterrupted one.
func TestKill(t *testing.T) {
	plain := mustOpen(t, filepath.Join(t.TempDir(), "s.db"))
	defer plain.Close()
	hashes := []string{""} // after so many changes
	for i := range loadChanges {
		mustPut(t, plain, loadChange(i))
		hash, err := plain.ContentHash(ctx)
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, hash)
	}
	size := func(path string) int64 {
		info, err := os.Stat(path)
		if err != nil {
			return 0
		}
		return info.Size()
	}
	for _, c := range []struct {
		moment       string
		acknowledged int                           // wait for so many
		until        func(path string) func() bool // then until this is true
	}{
		{"as soon as there is any file", -1, func(path string) func() bool {
			return func() bool { entries, _ := os.ReadDir(filepath.Dir(path)); return len(entries) > 0 }
		}},
		{"while the store is made", -1, func(path string) func() bool {
			return func() bool {
				logs, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*-wal"))
				return len(logs) > 0
			}
		}},
		{"when the store has its name", -1, func(path string) func() bool { return func() bool { return size(path) > 0 } }},
		{"before the first change", 0, nil},
		{"after one", 1, nil},
		{"while the second is written to the log", 1, logGrows(size)},
		{"after five", 5, nil},
		{"while the sixth is written to the log", 5, logGrows(size)},
		{"while the ninth is written to the log", 8, logGrows(size)},
		{"after the last", loadChanges, nil},
	} {
		t.Run(c.moment, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "s.db")
			p := start(t, "load", path, nil)
			if c.acknowledged >= 0 {
				p.says(t, "open")
			}
			for i := range c.acknowledged {
				p.says(t, fmt.Sprint("acknowledged ", i))
			}
			if c.until != nil {
				for reached := c.until(path); !reached() && !p.hasEnded(); { // looks without a pause: the moment is short
				}
			}
			if err := p.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			acknowledged := max(c.acknowledged, 0)
			for line := range p.lines { // what it said before it died counts
				var i int
				if n, _ := fmt.Sscanf(line, "acknowledged %d", &i); n == 1 {
					acknowledged = i + 1
				}
			}
			_ = p.Wait() // "signal: killed" is what we want; whether it came in time is seen below
			checkKilled(t, path, hashes, acknowledged)
		})
	}
}

func logGrows(size func(string) int64) func(path string) func() bool {
	return func(path string) func() bool {
		before := size(path + "-wal")
		return func() bool { return size(path+"-wal") != before }
	}
}

func checkKilled(t *testing.T, path string, hashes []string, acknowledged int) {
	t.Helper()
	s := mustOpen(t, path)
	defer s.Close()
	data, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != data.Hash {
		t.Errorf("the records are not the ones that were written")
	}
	done := int(data.Revision)
	if done < acknowledged || done > acknowledged+1 || data.Hash != hashes[done] {
		t.Errorf("%d changes were acknowledged, the store has %d letters at revision %d: not that many changes, each whole", acknowledged, len(data.Letters), data.Revision)
	}
	var sound string
	if _, err := s.writer.row("PRAGMA integrity_check", nil, []any{&sound}); err != nil || sound != "ok" {
		t.Errorf("integrity_check: %s (%v)", sound, err)
	}
	var violation any
	if found, err := s.writer.row("SELECT \"table\" FROM pragma_foreign_key_check", nil, []any{&violation}); err != nil || found {
		t.Errorf("foreign_key_check: %v (%v)", violation, err)
	}
	for i := done; i < loadChanges; i++ {
		mustPut(t, s, loadChange(i))
	}
	if hash, err := s.ContentHash(ctx); err != nil || hash != hashes[loadChanges] {
		t.Errorf("the load completed gives another hash (%v)", err)
	}
}

// A copy that is killed goes on when it is made again, and the log has each line once.
func TestKillDuringCopy(t *testing.T) {
	for _, writes := range []int{0, 1, 2, 4, 6} {
		t.Run(fmt.Sprint("after ", writes), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "s.db")
			p := start(t, "copy", path, nil)
			p.says(t, "open")
			for range writes {
				p.says(t, "copied")
			}
			if err := p.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = p.Wait() // "signal: killed" is what we want
			s := mustOpen(t, path)
			defer s.Close()
			from := storetest.NewSource(copyLetters)
			if _, err := store.Copy(ctx, from, s, nil); err != nil {
				t.Fatal(err)
			}
			from.Check(t, s)
		})
	}
}
