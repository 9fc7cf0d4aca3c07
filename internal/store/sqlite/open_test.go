package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"undersigned/graph"
	"undersigned/internal/store"
)

var ctx = context.Background()

// sample is a change of one letter.
func sample(id string, names ...string) store.Change {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, n := range append(names, "Access Now") {
		l.Signatures = append(l.Signatures, graph.Signature{Name: n, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: n}}})
	}
	return store.Change{Letters: []graph.Letter{l}, Actor: "test"}
}

// wantError checks the code, and that the sentence names what it is about and says what to do.
func wantError(t *testing.T, err error, code graph.Code, words ...string) {
	t.Helper()
	if graph.CodeOf(err) != code {
		t.Fatalf("%v has code %q, want %q", err, graph.CodeOf(err), code)
	}
	for _, w := range words {
		if !strings.Contains(graph.MessageOf(err), w) {
			t.Errorf("the message %q does not say %q", graph.MessageOf(err), w)
		}
	}
}

func listing(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestOpenMakesAWholeStore(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "s.db")
	s := mustOpen(t, path)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "application_id": "1970168947"} {
		var got string
		if found, err := s.writer.row("PRAGMA "+pragma, nil, []any{&got}); !found || err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", pragma, got, err, want)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := listing(t, folder); !slices.Equal(got, []string{"s.db"}) {
		t.Errorf("the folder has %q, want the store alone", got)
	}
}

func TestOpenAtTheSameTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	var wait sync.WaitGroup
	for i := range 6 {
		wait.Go(func() {
			s, err := Open(ctx, path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := s.Put(ctx, sample(string(rune('a'+i)))); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	s := mustOpen(t, path)
	defer s.Close()
	if data, err := s.Snapshot(ctx); err != nil || len(data.Letters) != 6 {
		t.Errorf("%d letters (%v), want those of all six", len(data.Letters), err)
	}
}

func TestOpenRefuses(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE letter (number)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	foreign, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"another program's database": foreign,
		"text":                       []byte("Dear Sir or Madam,\n"),
		"bytes":                      bytes.Repeat([]byte{0, 0xff, 0x53}, 5000),
		"nothing":                    {},
		"half a header":              []byte("SQLite format 3\x00\x10"),
		"a header and no more":       append([]byte("SQLite format 3\x00"), make([]byte, 84)...),
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "f")
			if err := os.WriteFile(path, content, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Open(ctx, path)
			wantError(t, err, graph.Invalid, path, "--store")
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, content) {
				t.Errorf("the file was changed (%v)", err)
			}
			if got := listing(t, folder); len(got) != 1 {
				t.Errorf("the folder has %q now", got)
			}
		})
	}
	t.Run("a folder that is not there", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "none")
		_, err := Open(ctx, filepath.Join(folder, "s.db"))
		wantError(t, err, graph.NotFound, folder, "does not exist", "--store")
		if _, err := os.Stat(folder); err == nil {
			t.Error("the folder was made")
		}
	})
	t.Run("a file as folder", func(t *testing.T) {
		_, err := Open(ctx, filepath.Join(other, "s.db"))
		wantError(t, err, graph.Invalid, other, "not a folder")
	})
	t.Run("a folder as file", func(t *testing.T) {
		folder := t.TempDir()
		_, err := Open(ctx, folder)
		wantError(t, err, graph.Invalid, "is a folder", filepath.Join(folder, "undersigned.db"))
	})
	t.Run("a log without its store", func(t *testing.T) {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "s.db-wal"), []byte("log"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(ctx, filepath.Join(folder, "s.db"))
		wantError(t, err, graph.Conflict, "s.db is gone", "s.db-wal is still there", "put the store back")
		if got := listing(t, folder); len(got) != 1 {
			t.Errorf("the folder has %q now", got)
		}
	})
	t.Run("a cancelled context", func(t *testing.T) {
		gone, cancel := context.WithCancel(ctx)
		cancel()
		folder := t.TempDir()
		_, err := Open(gone, filepath.Join(folder, "s.db"))
		wantError(t, err, graph.Cancelled)
		if got := listing(t, folder); len(got) != 0 {
			t.Errorf("the folder has %q now", got)
		}
	})
}

// asOfVersionOne takes back what later migrations did to a file.
func asOfVersionOne(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{"ALTER TABLE letter DROP COLUMN doubtful", "ALTER TABLE letter DROP COLUMN checked_by", "ALTER TABLE letter DROP COLUMN checked_when",
		"DROP TABLE ruled", "ALTER TABLE meta DROP COLUMN state", "ALTER TABLE meta DROP COLUMN before",
		"DELETE FROM goose_db_version WHERE version_id > 1"} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

func TestVersions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	newer := fstest.MapFS{"99998_more.sql": {Data: []byte("-- +goose Up\nALTER TABLE letter ADD COLUMN more TEXT;\n")}}
	ours, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range ours {
		text, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		newer[filepath.Base(name)] = &fstest.MapFile{Data: text}
	}
	s := mustOpen(t, path)
	mustPut(t, s, sample("a"))
	before, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	asOfVersionOne(t, path)
	mustOpen(t, path).Close() // of the version between

	s, err = open(ctx, path, newer)
	if err != nil {
		t.Fatalf("a newer version opens an older store: %v", err)
	}
	if after, err := s.Snapshot(ctx); err != nil || after.Hash != before.Hash || after.Revision != before.Revision {
		t.Errorf("bringing it up to date changed the records (%v)", err)
	}
	s.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	_, err = Open(ctx, path)
	wantError(t, err, graph.Unsupported, path, "newer version", "update undersigned")
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, content) {
		t.Errorf("the newer store was changed (%v)", err)
	}

	broken := maps.Clone(newer)
	broken["99999_bad.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nDROP TABLE judgement;\nNOT SQL;\n")}
	if s, err := open(ctx, path, broken); err == nil {
		s.Close()
		t.Error("a migration that fails goes unnoticed")
	}
	s, err = open(ctx, path, newer)
	if err != nil {
		t.Fatalf("after a migration that failed: %v", err)
	}
	defer s.Close()
	if after, err := s.Snapshot(ctx); err != nil || after.Hash != before.Hash {
		t.Errorf("a migration that failed left something behind (%v)", err)
	}
}

// Who only reads makes no store, and no folder for one; a log without its store is still explained.
func TestOpenExistingMakesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "s.db")
	for _, missing := range []string{path, filepath.Join(folder, "no", "s.db")} {
		_, err := OpenExisting(ctx, missing)
		wantError(t, err, graph.NotFound, "there is no store "+missing, "undersigned load", "--store")
	}
	if left := listing(t, folder); len(left) > 0 {
		t.Errorf("it left %v", left)
	}
	mustOpen(t, path).Close()
	s, err := OpenExisting(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-wal", []byte("what is left of a store"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = OpenExisting(ctx, path)
	wantError(t, err, graph.Conflict, "log")
}
