package store_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/sqlite"
)

var ctx = context.Background()

func newStore(t testing.TB) store.Store {
	t.Helper()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// sample returns a backup of a small store, and the store.
func sample(t testing.TB) ([]byte, store.Store) {
	t.Helper()
	s := newStore(t)
	letter := graph.Letter{ID: "l", Title: "A letter", Documents: []graph.Document{{ID: "d"}}, Signatures: []graph.Signature{{Name: "Access Now",
		Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: "Access Now"}}}}}
	judgement := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "A"}, B: graph.NameRef{Name: "B"}, By: "person: P"})
	if _, err := s.Put(ctx, store.Change{Letters: []graph.Letter{letter}, Judgements: []graph.Judgement{judgement}, Actor: "test",
		Profiles: []graph.Profile{{Of: graph.NameRef{Name: "Access Now"}, Country: "US"}}}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := store.Backup(ctx, s, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), s
}

func pack(t testing.TB, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unpack(t testing.TB, packed []byte) string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fails restores and wants an error of this code with these words, and a store that is as new.
func fails(t *testing.T, s store.Store, backup io.Reader, o store.Options, code graph.Code, words ...string) {
	t.Helper()
	_, err := store.Restore(ctx, s, backup, o)
	if graph.CodeOf(err) != code {
		t.Fatalf("%v has code %q, want %q", err, graph.CodeOf(err), code)
	}
	for _, w := range words {
		if !strings.Contains(graph.MessageOf(err), w) {
			t.Errorf("the message %q does not say %q", graph.MessageOf(err), w)
		}
	}
	isNew(t, s)
}

func isNew(t testing.TB, s store.Store) {
	t.Helper()
	data, err := s.Snapshot(ctx)
	if err != nil || data.Revision != 0 || data.Hash != "" {
		t.Fatalf("the store is not new any more: revision %d, hash %q (%v)", data.Revision, data.Hash, err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	backup, _ := sample(t)
	text := unpack(t, backup)
	lines := strings.SplitAfter(text, "\n")
	s := newStore(t)
	for _, c := range []struct {
		name   string
		backup []byte
		code   graph.Code
		words  []string
	}{
		{"nothing", nil, graph.Invalid, []string{"no backup of undersigned"}},
		{"text", []byte("Dear all,\n"), graph.Invalid, []string{"no backup of undersigned"}},
		{"another program's gzip", pack(t, "hello\n"), graph.Invalid, []string{"no backup of undersigned"}},
		{"another program's JSON lines", pack(t, "{\"format\":\"other/1\"}\n{}\n"), graph.Invalid, []string{"no backup of undersigned"}},
		{"an empty gzip", pack(t, ""), graph.Invalid, []string{"no backup of undersigned"}},
		{"a newer version's", pack(t, strings.Replace(text, "backup/1", "backup/2", 1)), graph.Unsupported, []string{"newer version", "update"}},
		{"no version", pack(t, strings.Replace(text, "backup/1", "backup/x", 1)), graph.Invalid, []string{"damaged"}},
		{"the end missing", pack(t, strings.Join(lines[:len(lines)-2], "")), graph.Invalid, []string{"cut off", "copy it again"}},
		{"a record changed", pack(t, strings.Replace(text, "A letter", "B letter", 1)), graph.Invalid, []string{"changed"}},
		{"a log line changed", pack(t, strings.Replace(text, `"actor":"test"`, `"actor":"tset"`, 1)), graph.Invalid, []string{"changed"}},
		{"a record missing", pack(t, strings.Join(slices.Delete(slices.Clone(lines), 1, 2), "")), graph.Invalid, []string{"changed"}},
		{"lines after the end", pack(t, text+lines[1]), graph.Invalid, []string{"changed"}},
		{"a file behind the file", append(slices.Clone(backup), "more"...), graph.Invalid, []string{"changed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			fails(t, s, bytes.NewReader(c.backup), store.Options{}, c.code, c.words...)
		})
	}
	t.Run("too large", func(t *testing.T) {
		fails(t, s, bytes.NewReader(backup), store.Options{MaxBytes: int64(len(text)) - 1}, graph.TooLarge, "limit")
	})
	t.Run("a disk that fails", func(t *testing.T) {
		broken := io.MultiReader(bytes.NewReader(backup[:len(backup)/2]), iotest.ErrReader(errors.New("bad sector")))
		fails(t, s, broken, store.Options{}, graph.Unavailable, "cannot be read")
	})
	if _, err := store.Restore(ctx, s, bytes.NewReader(backup), store.Options{MaxBytes: int64(len(text)) + 1}); err != nil {
		t.Errorf("the backup as it was: %v", err)
	}
}

func TestRestoreOfEveryPrefixFails(t *testing.T) {
	backup, _ := sample(t)
	s := newStore(t)
	for n := range len(backup) {
		if _, err := store.Restore(ctx, s, bytes.NewReader(backup[:n]), store.Options{}); graph.CodeOf(err) != graph.Invalid {
			t.Fatalf("%d of %d bytes: %v, want Invalid", n, len(backup), err)
		}
	}
	isNew(t, s)
}

// One flipped bit is noticed, or stands where gzip keeps nothing (time, system), and then the records are the same.
func TestRestoreNoticesFlippedBits(t *testing.T) {
	backup, from := sample(t)
	want, err := from.ContentHash(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s := newStore(t)
	unnoticed := 0
	for i := range backup {
		bad := slices.Clone(backup)
		bad[i] ^= 1 << (i % 8)
		contents, err := store.Restore(ctx, s, bytes.NewReader(bad), store.Options{})
		if err == nil {
			unnoticed++
			if contents.Hash != want {
				t.Fatalf("byte %d flipped: other records were restored", i)
			}
			s = newStore(t)
			continue
		}
		if code := graph.CodeOf(err); code != graph.Invalid && code != graph.Unsupported || graph.MessageOf(err) == "" {
			t.Fatalf("byte %d flipped: %v has code %q", i, err, code)
		}
	}
	isNew(t, s)
	if unnoticed > 10 {
		t.Errorf("%d flipped bits went unnoticed; gzip's header has 10 bytes", unnoticed)
	}
}

func TestBackupFails(t *testing.T) {
	_, s := sample(t)
	if err := store.Backup(ctx, s, failing{}); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a full disk: %v, want Unavailable", err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := store.Backup(gone, s, io.Discard); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("a cancelled context: %v, want Cancelled", err)
	}
	if _, err := store.Restore(gone, s, strings.NewReader(""), store.Options{}); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("restoring with a cancelled context: %v, want Cancelled", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// Whatever the bytes, restoring ends with an error and a new store, or with records that match their hash.
func FuzzRestore(f *testing.F) {
	backup, _ := sample(f)
	f.Add(backup)
	f.Add(pack(f, `{"format":"undersigned-backup/1"}`+"\n"+`{"sha256":"x"}`+"\n"))
	folder, stores := f.TempDir(), 0
	var s store.Store // a new one only after a success: making one takes long under the fuzzer's instruments
	f.Fuzz(func(t *testing.T, backup []byte) {
		if s == nil {
			var err error
			if s, err = sqlite.Open(ctx, filepath.Join(folder, strconv.Itoa(stores))); err != nil {
				t.Fatal(err)
			}
			stores++
		}
		contents, err := store.Restore(ctx, s, bytes.NewReader(backup), store.Options{MaxBytes: 1 << 20})
		if err != nil {
			if revision, err := s.Revision(ctx); err != nil || revision != 0 {
				t.Errorf("a restore that failed left revision %d (%v)", revision, err)
			}
			return
		}
		if data, err := s.Snapshot(ctx); err != nil || data.Hash != contents.Hash || graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != contents.Hash {
			t.Errorf("restored other records than the backup tells (%v)", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		s = nil
	})
}
