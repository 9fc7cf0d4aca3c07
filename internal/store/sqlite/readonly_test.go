package sqlite

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/graph"
)

// readOnly opens a store, reads it and tries to write; then, told to, it reads again.
func readOnly(path string, in *bufio.Scanner) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	if !s.ReadOnly() {
		return errors.New("it does not say that it may only be read")
	}
	for {
		data, err := s.Snapshot(ctx)
		if err != nil {
			fmt.Println("snapshot", graph.CodeOf(err), err)
		} else {
			fmt.Println("snapshot", len(data.Letters), graph.ContentHash(data.Letters, nil, nil) == data.Hash)
		}
		_, err = s.Put(ctx, sample("forbidden"))
		fmt.Println("put", graph.CodeOf(err), graph.MessageOf(err))
		if !in.Scan() {
			return nil
		}
	}
}

// forbid takes write permission from the folder and its files, and lets others read them.
func forbid(t *testing.T, folder string) {
	t.Helper()
	if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil { // of testing's, so that another user gets through
		t.Fatal(err)
	}
	for _, name := range listing(t, folder) {
		if err := os.Chmod(filepath.Join(folder, name), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
}

func TestReadOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "s.db")
	s := mustOpen(t, path)
	mustPut(t, s, sample("a"))
	mustPut(t, s, sample("b"))
	s.Close()
	forbid(t, folder)

	p := start(t, "read", path, asNobody)
	p.says(t, "snapshot 2 true")
	said := p.says(t, "put unavailable ")
	for _, word := range []string{path, "may only be read", "--store"} {
		if !strings.Contains(said, word) {
			t.Errorf("%q does not say %q", said, word)
		}
	}
	// Somebody who may write does so: the reader must not go on as if nothing had happened.
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, path)
	defer s.Close()
	mustPut(t, s, sample("c"))
	fmt.Fprintln(p.in, "again")
	p.says(t, "snapshot unavailable")
	p.says(t, "put unavailable")

	// A reader beside a writer that has the store open sees its writes.
	forbid(t, folder)
	p = start(t, "read", path, asNobody)
	p.says(t, "snapshot 3 true")
	p.says(t, "put unavailable")
	mustPut(t, s, sample("d"))
	fmt.Fprintln(p.in, "again")
	p.says(t, "snapshot 4 true")
}

func TestReadOnlyFolderWithoutStore(t *testing.T) {
	folder := t.TempDir()
	forbid(t, folder)
	p := start(t, "read", filepath.Join(folder, "s.db"), asNobody)
	if said := p.says(t, "error unavailable"); !strings.Contains(said, folder) || !strings.Contains(said, "--store") {
		t.Errorf("%q does not say where and what to do", said)
	}
	if got := listing(t, folder); len(got) != 0 {
		t.Errorf("the folder has %q", got)
	}
}

func TestReadOnlyNotClosedProperly(t *testing.T) {
	from := filepath.Join(t.TempDir(), "s.db")
	s := mustOpen(t, from)
	defer s.Close()
	mustPut(t, s, sample("a"))
	folder := t.TempDir()
	path := filepath.Join(folder, "s.db")
	for _, end := range []string{"", "-wal"} { // what a machine leaves that lost its power
		content, err := os.ReadFile(from + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+end, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	forbid(t, folder)
	p := start(t, "read", path, asNobody)
	if said := p.says(t, "error unavailable"); !strings.Contains(said, "not closed properly") || !strings.Contains(said, "write permission") {
		t.Errorf("%q does not say what to do", said)
	}
}
