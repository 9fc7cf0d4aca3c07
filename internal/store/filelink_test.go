package store_test

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// What stands under the name is kept for what it is: links, permissions, folders, and what is no file.
func TestWriteFileAtomicKeepsWhatIsThere(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and permissions are another matter there")
	}
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	write := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	if err := os.Mkdir(at("other"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("other/real"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"link": "other/real", "dangling": "other/new", "null": "/dev/null", "full": "/dev/full"} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, real string }{{"link", "other/real"}, {"dangling", "other/new"}} {
		if err := store.WriteFileAtomic(at(c.name), write("text")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Lstat(at(c.name)); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more (%v)", c.name, err)
		}
		if got, err := os.ReadFile(at(c.real)); err != nil || string(got) != "text" {
			t.Errorf("%s has %q (%v)", c.real, got, err)
		}
	}
	for name, want := range map[string]os.FileMode{"other/real": 0o644, "other/new": 0o600} {
		if info, err := os.Stat(at(name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s may be read as %v (%v), want %v", name, info.Mode(), err, want)
		}
	}
	if err := store.WriteFileAtomic(at("null"), write("text")); err != nil {
		t.Errorf("to what is no file: %v", err)
	}
	if info, err := os.Stat(at("null")); err != nil || info.Mode()&os.ModeDevice == 0 {
		t.Errorf("the device was replaced (%v)", err)
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		if err := store.WriteFileAtomic(at("full"), write("text")); graph.CodeOf(err) != graph.Unavailable || !strings.Contains(graph.MessageOf(err), "the disk is full") {
			t.Errorf("to a full device: %v", err)
		}
	}
	if err := store.WriteFileAtomic(at("other"), write("text")); graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), "is a folder") {
		t.Errorf("to a folder: %v", err)
	}
}

// A store must not be lost to a slip: backup a.db into a.db, or an export over it.
func TestWriteFileAtomicKeepsStores(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.db")
	const database = "SQLite format 3\x00 and all that was ever loaded"
	if err := os.WriteFile(path, []byte(database), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + "-wal"} {
		err := store.WriteFileAtomic(name, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
		if graph.CodeOf(err) != graph.Conflict || !strings.Contains(graph.MessageOf(err), "would be lost") {
			t.Errorf("over %s: %v, want Conflict", name, err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != database {
		t.Errorf("the store is now %q (%v)", got, err)
	}
}
