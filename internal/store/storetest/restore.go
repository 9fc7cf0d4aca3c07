package storetest

import (
	"bytes"
	"context"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// kept is what some other store held: an undone judgement, a revision above the number of its writes, a log with gaps.
func kept() (graph.Data, []store.AuditEntry) {
	data := graph.Data{Letters: []graph.Letter{a, fullLetter()}, Profiles: []graph.Profile{fullProfile()}, Judgements: append(kinds(), undone(same, "person: U", "2020")), Revision: 41}
	audit := []store.AuditEntry{{Sequence: 3, When: time.Date(2020, 2, 29, 23, 59, 59, 123456000, time.UTC), Actor: "load", Action: "put letter", Subject: "a", Detail: "old title"},
		{Sequence: 70, When: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC), Actor: "person: U", Action: "undo judgement", Subject: same.ID}}
	return data, audit
}

func restores(t *testing.T, place Place) {
	s := open(t, place)
	ctx := context.Background()
	data, audit := kept()
	if err := s.Restore(ctx, data, audit); err != nil {
		t.Fatal(err)
	}
	o := observe(t, s)
	if o.revision != 41 || o.hash != graph.ContentHash(data.Letters, data.Profiles, data.Judgements) {
		t.Errorf("restored to revision %d, %v", o.revision, outline(o.data))
	}
	got, err := s.Audit(ctx, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, got, audit)
	if r := put(t, s, store.Change{Letters: []graph.Letter{b}, Judgements: []graph.Judgement{same}, Actor: "x"}); r.Written != 1 || r.Unchanged != 1 || r.Revision != 42 {
		t.Errorf("the next write: %+v", r)
	}
	if got, err = s.Audit(ctx, 70, 10); err != nil || len(got) != 1 || got[0].Subject != "b" {
		t.Errorf("the log goes on with %v (%v)", got, err)
	}
}

func restoresOnlyNew(t *testing.T, place Place) {
	s := open(t, place)
	data, audit := kept()
	put(t, s, store.Change{Letters: []graph.Letter{b}})
	for range 2 { // with a letter, and with the trace of one
		before := observe(t, s)
		if err := s.Restore(context.Background(), data, audit); graph.CodeOf(err) != graph.Conflict || graph.MessageOf(err) == "" {
			t.Errorf("restoring into a store that is not new: %v, want Conflict", err)
		}
		equalJSON(t, observe(t, s).data, before.data)
		if _, err := s.RemoveLetter(context.Background(), "b", "x"); err != nil && graph.CodeOf(err) != graph.NotFound {
			t.Fatal(err)
		}
	}
}

func restoresOnlySound(t *testing.T, place Place) {
	s := open(t, place)
	for name, spoil := range map[string]func(d *graph.Data, audit []store.AuditEntry){
		"a bad record":          func(d *graph.Data, _ []store.AuditEntry) { d.Letters[0].ID = "" },
		"no revision":           func(d *graph.Data, _ []store.AuditEntry) { d.Revision = 0 },
		"a negative revision":   func(d *graph.Data, _ []store.AuditEntry) { d.Revision = -1 },
		"a log out of order":    func(_ *graph.Data, audit []store.AuditEntry) { audit[1].Sequence = 3 },
		"a log with a line 0":   func(_ *graph.Data, audit []store.AuditEntry) { audit[0].Sequence = 0 },
		"a log that is no text": func(_ *graph.Data, audit []store.AuditEntry) { audit[0].Detail = "\xff" },
	} {
		data, audit := kept()
		spoil(&data, audit)
		if err := s.Restore(context.Background(), data, audit); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%s: %v, want Invalid", name, err)
		}
		if o := observe(t, s); o.revision != 0 || o.hash != "" || len(o.audit) != 0 {
			t.Errorf("%s: the store is not new any more", name)
		}
	}
	if err := s.Restore(context.Background(), graph.Data{}, nil); err != nil {
		t.Errorf("restoring the backup of an empty store: %v", err)
	}
	data, audit := kept()
	if err := s.Restore(context.Background(), data, audit); err != nil {
		t.Errorf("restoring at last: %v", err)
	}
}

func backups(t *testing.T, fresh func(t *testing.T) Place) {
	ctx := context.Background()
	backup := func(s store.Store) []byte {
		t.Helper()
		var out bytes.Buffer
		if err := store.Backup(ctx, s, &out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	s := fresh(t)(t)
	if _, err := store.Restore(ctx, s, bytes.NewReader(backup(s)), store.Options{}); err != nil {
		t.Errorf("an empty store's backup: %v", err)
	}
	data, audit := kept()
	if err := s.Restore(ctx, data, audit); err != nil {
		t.Fatal(err)
	}
	first, before := backup(s), observe(t, s)
	if !bytes.Equal(first, backup(s)) {
		t.Error("two backups of one store differ")
	}
	if _, err := store.Restore(ctx, s, bytes.NewReader(first), store.Options{}); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("restoring over what is there: %v, want Conflict", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, fresh(t))
	got, err := store.Restore(ctx, s, bytes.NewReader(first), store.Options{})
	if want := (store.Contents{Letters: 2, Profiles: 1, Judgements: 1 + len(kinds()), Audit: 2, Revision: 41, Hash: before.hash}); err != nil || got != want {
		t.Errorf("restored %+v (%v), want %+v", got, err, want)
	}
	equalJSON(t, observe(t, s).data, before.data)
	if !bytes.Equal(first, backup(s)) {
		t.Error("the backup of what was restored differs from the backup it came from")
	}
}
