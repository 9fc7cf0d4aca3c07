package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// killedStore makes a store with some letters in its file and some in its log only, as a kill leaves it, and returns the hash of each number
// of letters. Copies of it are made by copyStore.
func killedStore(t *testing.T, path string, inFile, inLog int) (hashes []string) {
	t.Helper()
	s := mustOpen(t, path)
	for i := range inFile + inLog {
		if i == inFile {
			if err := s.Close(); err != nil { // its log is in the file now
				t.Fatal(err)
			}
			s = mustOpen(t, path)
		}
		mustPut(t, s, sample(fmt.Sprint(filepath.Base(path), i), fmt.Sprint("Signer ", i)))
		hash, err := s.ContentHash(ctx)
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, hash)
	}
	keep := t.TempDir()
	copyStore(t, path, filepath.Join(keep, "s.db"), "", "-wal")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	copyStore(t, filepath.Join(keep, "s.db"), path, "", "-wal")
	return hashes
}

func copyStore(t *testing.T, from, to string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		data, err := os.ReadFile(from + part)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+part, data, 0o600); err != nil { // keeps the file where there is one
			t.Fatal(err)
		}
	}
}

func wantWhole(t *testing.T, s *Store, want string) {
	t.Helper()
	data, err := s.Snapshot(ctx)
	if err != nil || data.Hash != want || graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != want {
		t.Errorf("hash %.8s, %v; want %.8s", data.Hash, err, want)
	}
	if found, err := store.Verify(ctx, s); err != nil || len(found) != 0 {
		t.Errorf("it is not sound: %v, %v", found, err)
	}
}

// strangers are files that the log of a killed store with 3 letters in its file and 2 in its log was not made for.
func strangers(t *testing.T, path string) map[string]string {
	t.Helper()
	folder := t.TempDir()
	place := func(name string) string { return filepath.Join(folder, name) }
	// The same store, earlier: as a copy of last week.
	older := place("older")
	s := mustOpen(t, older)
	mustPut(t, s, sample(fmt.Sprint(filepath.Base(path), 0), "Signer 0"))
	s.Close()
	// The same store, gone on elsewhere: in as many writes as the log has, and in more.
	files := map[string]string{"older": older}
	for name, writes := range map[string]int{"fork": 1, "newer": 4} {
		copyStore(t, path, place(name), "")
		s := mustOpen(t, place(name))
		for i := range writes {
			mustPut(t, s, sample(fmt.Sprint("elsewhere", i), "Somebody else"))
		}
		s.Close()
		files[name] = place(name)
	}
	// Another one, with the same number of writes as the file had.
	s = mustOpen(t, place("foreign"))
	for i := range 3 {
		mustPut(t, s, sample(fmt.Sprint("foreign", i), "Anybody"))
	}
	s.Close()
	files["foreign"] = place("foreign")
	return files
}

// A file is put over the one of a killed server, whose log still lies beside it.
func TestKilledAndExchanged(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "s.db")
	hashes := killedStore(t, path, 3, 2)
	kept := filepath.Join(t.TempDir(), "s.db")
	copyStore(t, path, kept, "", "-wal")
	for name, file := range strangers(t, path) {
		t.Run(name, func(t *testing.T) {
			copyStore(t, kept, path, "-wal")
			copyStore(t, file, path, "")
			os.Remove(path + "-shm")
			_, err := Open(ctx, path)
			wantError(t, err, graph.Conflict, "s.db-wal", "made for another file", "move s.db-wal")
			for _, part := range []string{"", "-wal"} {
				from, _ := os.ReadFile(map[string]string{"": file, "-wal": kept + "-wal"}[part])
				now, err := os.ReadFile(path + part)
				if err != nil || string(from) != string(now) {
					t.Errorf("s.db%s was touched (%v)", part, err)
				}
			}
			// What the sentence says works: without the log, the file is what it was; with the file, the log is.
			if err := os.Remove(path + "-wal"); err != nil {
				t.Fatal(err)
			}
			other := mustOpen(t, file)
			want, err := other.ContentHash(ctx)
			if err != nil {
				t.Fatal(err)
			}
			other.Close()
			s := mustOpen(t, path)
			wantWhole(t, s, want)
			s.Close()
			copyStore(t, kept, path, "", "-wal")
			s = mustOpen(t, path)
			wantWhole(t, s, hashes[4])
			s.Close()
		})
	}
}

// What a kill leaves in its log belongs to the file at each moment: before the log is put into it, and when that was begun or done.
func TestLogBelongsToItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	hashes := killedStore(t, path, 3, 2)
	kept := filepath.Join(t.TempDir(), "s.db")
	copyStore(t, path, kept, "", "-wal")
	s := mustOpen(t, path)
	wantWhole(t, s, hashes[4])
	if err := s.Close(); err != nil { // puts the log into the file
		t.Fatal(err)
	}
	copyStore(t, kept, path, "-wal") // as if it had been killed just then
	s = mustOpen(t, path)
	wantWhole(t, s, hashes[4])
	s.Close()
}

// A file is moved or copied over the one that is being served.
func TestServedAndExchanged(t *testing.T) {
	skipOnWindows(t)
	for _, way := range []string{"moved", "copied"} {
		for _, name := range []string{"older", "fork", "newer", "foreign"} {
			t.Run(name+" "+way, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "s.db")
				hashes := killedStore(t, path, 3, 2)
				away := filepath.Join(t.TempDir(), "away.db")
				file := strangers(t, path)[name]
				other := mustOpen(t, file)
				want, err := other.ContentHash(ctx)
				if err != nil {
					t.Fatal(err)
				}
				other.Close()
				s := mustOpen(t, path)
				wantWhole(t, s, hashes[4])
				if way == "copied" {
					copyStore(t, file, path, "")
					for range 2 {
						_, err := s.Snapshot(ctx)
						wantError(t, err, graph.Unavailable, path, "was overwritten", "start it again")
						_, err = s.Put(ctx, sample("b", "Somebody"))
						wantError(t, err, graph.Unavailable, "was overwritten")
					}
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					if from, _ := os.ReadFile(file); string(from) != string(must(os.ReadFile(path))) {
						t.Error("the file that was copied there was touched")
					}
					return
				}
				rename(t, path, away)
				rename(t, file, path)
				_, err = s.Snapshot(ctx)
				wantError(t, err, graph.Unavailable, path, "was replaced", "try again")
				wantWhole(t, s, want)
				mustPut(t, s, sample("b", "Somebody"))
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				again := mustOpen(t, path)
				data, err := again.Snapshot(ctx)
				if err != nil || !strings.Contains(fmt.Sprint(letterIDs(data)), "b") {
					t.Errorf("what was acknowledged afterwards is not there: %v, %v", letterIDs(data), err)
				}
				again.Close()
				old := mustOpen(t, away) // whole: what it had in its log only was put into it
				wantWhole(t, old, hashes[4])
				old.Close()
			})
		}
	}
}

func letterIDs(data graph.Data) (ids []string) {
	for _, l := range data.Letters {
		ids = append(ids, l.ID)
	}
	return ids
}

// Other programs that write, and what touches the file only, are none of this.
func TestServedByTwo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	a, b := mustOpen(t, path), mustOpen(t, path)
	defer a.Close()
	defer b.Close()
	for i := range 60 {
		s := a
		if i%2 == 1 {
			s = b
		}
		names := make([]string, 120)
		for k := range names {
			names[k] = fmt.Sprint("Signer ", i, " of ", k)
		}
		mustPut(t, s, sample(fmt.Sprint(i), names...))
		if i%7 == 0 {
			if _, err := s.writer.exec("PRAGMA wal_checkpoint(PASSIVE)"); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range []*Store{a, b} {
			if r, err := s.Revision(ctx); err != nil || r != int64(i+1) {
				t.Fatalf("after %d: revision %d, %v", i, r, err)
			}
		}
	}
	later := must(os.Stat(path)).ModTime().Add(1e9)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Revision(ctx); err != nil {
		t.Errorf("a file whose time alone was changed: %v", err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
