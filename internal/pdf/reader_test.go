package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"undersigned/graph"
)

// small is a module with one function, which returns 7. It stands for the engine where only the cache is tested.
var small = []byte("\x00asm\x01\x00\x00\x00" + "\x01\x05\x01\x60\x00\x01\x7f" + "\x03\x02\x01\x00" + "\x07\x05\x01\x01f\x00\x00" + "\x0a\x06\x01\x04\x00\x41\x07\x0b")

func answers(t *testing.T, dir string) {
	t.Helper()
	e, cached := loadCached(t.Context(), dir, small)
	if !cached {
		t.Fatal("the cache folder was not used")
	}
	defer e.runtime.Close(t.Context())
	m, err := e.runtime.Instantiate(t.Context(), small)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := m.ExportedFunction("f").Call(t.Context()); err != nil || v[0] != 7 {
		t.Errorf("got %v, %v", v, err)
	}
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	answers(t, dir)
	version := onlyEntry(t, dir)
	names := compiledFiles(version)
	if len(names) != 2 || !verified(version, names) { // the engine and the walking module
		t.Fatalf("the cache holds %q, verified %v", names, verified(version, names))
	}
	code := filepath.Join(version, names[0])
	first, err := os.ReadFile(code)
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(code)
	if err != nil {
		t.Fatal(err)
	}
	answers(t, dir)
	if after, err := os.Stat(code); err != nil || !os.SameFile(before, after) {
		t.Errorf("what was cached was written again (%v)", err)
	}
	for name, damage := range map[string]func() error{
		"altered":         func() error { return os.WriteFile(code, append([]byte{first[0] ^ 1}, first[1:]...), 0o600) },
		"cut":             func() error { return os.WriteFile(code, first[:len(first)/2], 0o600) },
		"empty":           func() error { return os.WriteFile(code, nil, 0o600) },
		"no checksums":    func() error { return os.Remove(filepath.Join(version, checksumFile)) },
		"wrong checksums": func() error { return os.WriteFile(filepath.Join(version, checksumFile), []byte("12 x"), 0o600) },
		"one file more":   func() error { return os.WriteFile(filepath.Join(version, "stray"), []byte("x"), 0o600) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		answers(t, dir)
		names := compiledFiles(version)
		if now, err := os.ReadFile(code); err != nil || !bytes.Equal(now, first) || len(names) != 2 || !verified(version, names) {
			t.Errorf("%s: the cache was not made anew (%v; %q)", name, err, names)
		}
	}
}

func onlyEntry(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %v", entries, err)
	}
	return filepath.Join(dir, entries[0].Name())
}

func TestCacheThatCannotBeUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", filepath.Join(file, "below")} {
		if e, cached := loadCached(t.Context(), dir, small); cached || e.runtime != nil {
			t.Errorf("%q was used", dir)
		}
	}
	if e, err := compile(t.Context(), small, nil); err != nil || e.compiled == nil {
		t.Errorf("without a cache: %v", err)
	}
	if _, err := compile(t.Context(), []byte("no module"), nil); err == nil {
		t.Error("what is no module was compiled")
	}
}

func TestWarmEndsWithItsCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := NewReader("")
	r.once.Do(func() {}) // as while another caller compiles
	if err := r.Warm(ctx); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("got %v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	needEngine(t)
	var wait sync.WaitGroup
	got := make([][]string, 8)
	for i := range got {
		wait.Go(func() {
			name := fmt.Sprintf("Union %d", i)
			d, err := Open(t.Context(), letter("", line("R", 10, 50, 700, name)), Limits{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			defer d.Close()
			var inner sync.WaitGroup
			for range 3 {
				inner.Go(func() {
					if p, err := d.Page(t.Context(), 0); err != nil || !slices.Equal(texts(p), []string{name}) {
						t.Errorf("%s: got %q, %v", name, texts(p), err)
					}
				})
			}
			inner.Wait()
		})
	}
	wait.Wait()
}

func TestLicensesTravel(t *testing.T) {
	for _, part := range []string{"PDFium Authors", "Apache License", "MIT License"} {
		if !strings.Contains(Licenses(), part) {
			t.Errorf("the licenses do not hold %q", part)
		}
	}
}
