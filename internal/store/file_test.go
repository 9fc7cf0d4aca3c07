package store_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

func TestWriteFileAtomic(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "f")
	write := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	check := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("the file has %q (%v), want %q", got, err, want)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%d files in the folder (%v), want the one", len(entries), err)
		}
	}
	for _, text := range []string{"old", "new"} {
		if err := store.WriteFileAtomic(path, write(text)); err != nil {
			t.Fatal(err)
		}
		check(text)
	}
	cause := errors.New("no more to say")
	err := store.WriteFileAtomic(path, func(w io.Writer) error {
		if err := write("half")(w); err != nil {
			return err
		}
		return cause
	})
	if err != cause {
		t.Errorf("the writer's error came back as %v", err)
	}
	check("new")
	err = store.WriteFileAtomic(path, func(w io.Writer) error {
		if err := w.(io.Closer).Close(); err != nil { // any write fails now, as on a bad disk
			return err
		}
		return write("x")(w)
	})
	if graph.CodeOf(err) != graph.Unavailable || graph.MessageOf(err) == "" {
		t.Errorf("a file that fails: %v, want Unavailable", err)
	}
	check("new")
	if err := store.WriteFileAtomic(filepath.Join(folder, "none", "f"), write("x")); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a folder that is not there: %v, want NotFound", err)
	}
	if err := store.WriteFileAtomic(filepath.Join(path, "f"), write("x")); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a file as folder: %v, want Unavailable", err)
	}
	if err := store.WriteFileAtomic(folder, write("x")); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a folder as file: %v, want Invalid", err)
	}
	check("new")
}

// What a kill left half written is removed later, and nothing else.
func TestSweep(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "odd [name]*?")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	old := now.Add(-2 * time.Hour)
	for name, stays := range map[string]bool{
		".undersigned-123.part": false, ".undersigned-123.new": false, ".undersigned-123.new-wal": false, ".undersigned-123.try": false,
		".undersigned-123.part.txt": true, ".undersigned-notes.part": true, "undersigned-1.part": true, ".undersigned-456.part": true,
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if name != ".undersigned-456.part" { // that one is being written
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
		store.Sweep(folder, now)
		if _, err := os.Lstat(path); (err == nil) != stays {
			t.Errorf("%s: stays is %v", name, err == nil)
		}
	}
}
