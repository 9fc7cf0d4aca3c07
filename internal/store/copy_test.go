package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/sqlite"
)

func open(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func filled(t *testing.T, letters int) *sqlite.Store {
	t.Helper()
	s := open(t)
	var c store.Change
	for i := range letters {
		l := graph.Letter{ID: graph.LetterID(fmt.Sprint("letter ", i), fmt.Sprint(i)), Title: fmt.Sprint("letter ", i), Documents: []graph.Document{{ID: "d"}}}
		for k := range 1 + i%7 {
			name := fmt.Sprint("Organization ", (i+k)%50)
			l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
				Evidence: []graph.Evidence{{Document: "d", Line: k + 1, Text: name}}})
		}
		c.Letters = append(c.Letters, l)
	}
	undone := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "Organization 1"}, B: graph.NameRef{Name: "Organization 2"}, By: "person: x"})
	undone.Undone = &graph.Undoing{By: "person: y"}
	c.Judgements = append(c.Judgements, undone, graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "Organization 3"}, B: graph.NameRef{Name: "Organization 4"}, By: "file f"}))
	c.Profiles = []graph.Profile{{Of: graph.NameRef{Name: "Organization 1"}, Country: "Chile"}}
	if _, err := s.Put(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCopyIsWholeAndGoesOnAfterACut(t *testing.T) {
	from, to := filled(t, 650), open(t)
	ctx, cut := context.WithCancel(t.Context())
	_, err := store.Copy(ctx, from, to, func(done, total int) {
		if done > total*2/3 {
			cut()
		}
	})
	if graph.CodeOf(err) != graph.Cancelled {
		t.Fatalf("the copy was to be cut: %v", err)
	}
	before, err := to.Snapshot(t.Context())
	if err != nil || len(before.Letters) == 0 || len(before.Letters) == 650 {
		t.Fatalf("after the cut: %d letters, %v", len(before.Letters), err)
	}
	c, err := store.Copy(t.Context(), from, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Letters != 650 || c.Judgements != 2 || c.Profiles != 1 || c.Audit != 653 || c.Signatures != signatures(t, from) ||
		c.Written != 653-len(before.Letters)-len(before.Profiles)-len(before.Judgements) { // the log was there
		t.Errorf("got %+v after %d letters", c, len(before.Letters))
	}
	if logs := [2][]store.AuditEntry{audit(t, from), audit(t, to)}; !slices.EqualFunc(logs[0], logs[1], store.AuditEntry.Equal) || len(logs[0]) != 653 {
		t.Errorf("the log has %d lines in the source and %d, or other ones, in the copy", len(logs[0]), len(logs[1]))
	}
	if all, err := to.Judgements(t.Context()); err != nil || !slices.ContainsFunc(all, func(j graph.Judgement) bool { return j.Undone != nil && j.Undone.By == "person: y" }) {
		t.Errorf("the undone mark is lost: %v, %v", all, err)
	}
	want, err := from.ContentHash(t.Context())
	if err != nil || c.Hash != want {
		t.Errorf("hash %s, want %s, %v", c.Hash, want, err)
	}
	if c, err = store.Copy(t.Context(), from, to, nil); err != nil || c.Written != 0 {
		t.Errorf("copying again: %+v, %v", c, err)
	}
	if found, err := store.Verify(t.Context(), to); err != nil || len(found) != 0 {
		t.Errorf("the copy is not in order: %v, %v", found, err)
	}
}

func signatures(t *testing.T, s store.Store) (n int) {
	t.Helper()
	d, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range d.Letters {
		n += len(l.Signatures)
	}
	return n
}

func audit(t *testing.T, s store.Store) []store.AuditEntry {
	t.Helper()
	entries, err := s.Audit(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// lossy loses what is written to it: a letter, or a line of the log.
type lossy struct {
	store.Store
	letter, line bool
}

func (l lossy) CopyIn(ctx context.Context, c store.Change, audit []store.AuditEntry) (store.Result, error) {
	if l.letter && len(c.Letters) > 0 {
		c.Letters = c.Letters[1:]
	}
	if l.line && len(audit) > 0 {
		audit = audit[1:]
	}
	return l.Store.CopyIn(ctx, c, audit)
}

func TestCopyReadsBackWhatItWrote(t *testing.T) {
	from := filled(t, 10)
	for want, to := range map[string]lossy{"9 letters instead of 10": {letter: true}, "12 lines of the audit log instead of 13": {line: true}} {
		to.Store = open(t)
		if _, err := store.Copy(t.Context(), from, to, nil); graph.CodeOf(err) != graph.Conflict || !strings.Contains(graph.MessageOf(err), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	broken := meddled{from, func(d *graph.Data) { d.Letters[0].Title = "changed" }}
	if _, err := store.Copy(t.Context(), broken, open(t), nil); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a damaged source: %v, want Unavailable", err)
	}
}

func TestCopyRefusesSomebodyElsesRecords(t *testing.T) {
	from, to := filled(t, 3), filled(t, 4)
	before, err := to.ContentHash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Copy(t.Context(), from, to, nil); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("got %v, want a conflict", err)
	}
	if after, err := to.ContentHash(t.Context()); err != nil || after != before {
		t.Errorf("the target was written to: %v", err)
	}
}

// meddled gives a snapshot that somebody changed by other means.
type meddled struct {
	store.Store
	change func(*graph.Data)
}

func (m meddled) Snapshot(ctx context.Context) (graph.Data, error) {
	d, err := m.Store.Snapshot(ctx)
	m.change(&d)
	return d, err
}

func TestVerifyFindsWhatTheDatabaseCannotEnforce(t *testing.T) {
	s := filled(t, 3)
	for name, change := range map[string]func(*graph.Data){
		"a signature without evidence": func(d *graph.Data) { d.Letters[0].Signatures[0].Evidence = nil },
		"evidence of no document":      func(d *graph.Data) { d.Letters[0].Signatures[0].Evidence[0].Document = "x" },
		"a name that is not clean":     func(d *graph.Data) { d.Letters[1].Signatures[0].Name = " x  y" },
		"a version of nothing":         func(d *graph.Data) { d.Letters[2].VersionOf = "nothing" },
		"a judgement's id":             func(d *graph.Data) { d.Judgements[0].ID = "j-x" },
		"a letter that is gone":        func(d *graph.Data) { d.Letters = d.Letters[1:] },
	} {
		found, err := store.Verify(t.Context(), meddled{s, change})
		if err != nil || len(found) == 0 {
			t.Errorf("%s is not found: %v, %v", name, found, err)
		}
	}
}
