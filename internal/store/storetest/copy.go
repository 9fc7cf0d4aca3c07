package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// Lines of the log stand in the order of their numbers, whenever they came.
func copiesIn(t *testing.T, place Place) {
	s := open(t, place)
	ctx := context.Background()
	data, audit := kept()
	in := func(records store.Change, lines []store.AuditEntry, written, unchanged int) store.Result {
		t.Helper()
		r, err := s.CopyIn(ctx, records, lines)
		if err != nil || r.Written != written || r.Unchanged != unchanged {
			t.Fatalf("%+v (%v), want %d written and %d unchanged", r, err, written, unchanged)
		}
		return r
	}
	letters := store.Change{Letters: data.Letters, Actor: "nobody"}
	others := store.Change{Profiles: data.Profiles, Judgements: data.Judgements}
	first := in(letters, audit[1:], 3, 0)
	in(others, audit, 3+len(kinds()), 1)
	between := store.AuditEntry{Sequence: 40, When: audit[0].When, Action: "put letter", Subject: "gone"} // nobody did it, to nothing that is there
	last := in(store.Change{}, []store.AuditEntry{between}, 1, 0)
	if again := in(letters, append(audit[:1:1], between, audit[1]), 0, 5); again.Revision != last.Revision || last.Revision <= first.Revision {
		t.Errorf("revisions %d, %d and %d after writing nothing", first.Revision, last.Revision, again.Revision)
	}
	in(others, nil, 0, 2+len(kinds()))
	o := observe(t, s)
	if o.hash != graph.ContentHash(data.Letters, data.Profiles, data.Judgements) || !slices.ContainsFunc(o.data.Judgements, func(j graph.Judgement) bool { return j.ID == same.ID && j.Undone != nil }) {
		t.Errorf("copied in: %v", outline(o.data))
	}
	got, err := s.Audit(ctx, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, got, []store.AuditEntry{audit[0], between, audit[1]})
	put(t, s, store.Change{Letters: []graph.Letter{b}, Actor: "x"})
	if got, err = s.Audit(ctx, 70, 10); err != nil || len(got) != 1 || got[0].Subject != "b" || got[0].Actor != "x" {
		t.Errorf("the log goes on with %v (%v)", got, err)
	}
}

// What is there with other contents is never replaced, and nothing else of the same call is written.
func copiesInOnlyWhatFits(t *testing.T, place Place) {
	s := open(t, place)
	data, audit := kept()
	records := store.Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements}
	if _, err := s.CopyIn(context.Background(), records, audit); err != nil {
		t.Fatal(err)
	}
	before := observe(t, s)
	line := func(change func(*store.AuditEntry)) []store.AuditEntry {
		return []store.AuditEntry{with(audit[1], change)}
	}
	for name, c := range map[string]struct {
		record any
		lines  []store.AuditEntry
		code   graph.Code
	}{
		"another letter":                {record: titled(a, "new"), code: graph.Conflict},
		"another profile":               {record: with(fullProfile(), func(p *graph.Profile) { p.Country = "Chile" }), code: graph.Conflict},
		"a judgement that stands again": {record: same, code: graph.Conflict},
		"a judgement undone by another": {record: undone(same, "person: Z", "2020"), code: graph.Conflict},
		"a line by another":             {lines: line(func(e *store.AuditEntry) { e.Actor = "x" }), code: graph.Conflict},
		"a line of another time":        {lines: line(func(e *store.AuditEntry) { e.When = e.When.Add(time.Microsecond) }), code: graph.Conflict},
		"a bad record":                  {record: letter(""), code: graph.Invalid},
		"a line 0":                      {lines: line(func(e *store.AuditEntry) { e.Sequence = 0 }), code: graph.Invalid},
		"a line twice":                  {lines: append(line(func(*store.AuditEntry) {}), audit[1]), code: graph.Invalid},
		"a line that is no text":        {lines: line(func(e *store.AuditEntry) { e.Sequence, e.Actor = 80, "\xff" }), code: graph.Invalid},
	} {
		good := []any{b}
		if c.record != nil {
			good = append(good, c.record)
		}
		if _, err := s.CopyIn(context.Background(), *puts("x", good...), c.lines); graph.CodeOf(err) != c.code || graph.MessageOf(err) == "" {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
		after := observe(t, s)
		if after.revision != before.revision || len(after.audit) != len(before.audit) {
			t.Errorf("%s: something was written", name)
		}
		equalJSON(t, after.data, before.data)
	}
}

// copies cuts a copy after its first write, then after its second, ..., until it comes through.
func copies(t *testing.T, place Place) {
	s := open(t, place)
	from := NewSource(450)
	ctx := context.Background()
	cuts := 0
	for whole := false; !whole; {
		cut, cancel := context.WithCancel(ctx)
		writes := 0
		_, err := store.Copy(cut, from, s, func(done, total int) {
			if writes++; writes > cuts && done < total {
				cancel()
			}
		})
		cancel()
		if whole = err == nil; !whole {
			if cuts++; graph.CodeOf(err) != graph.Cancelled || cuts > 100 {
				t.Fatalf("cut %d: %v", cuts, err)
			}
		}
	}
	if cuts < 5 {
		t.Errorf("the copy was cut %d times only", cuts)
	}
	from.Check(t, s)
	before := observe(t, s)
	if c, err := store.Copy(ctx, from, s, nil); err != nil || c.Written != 0 {
		t.Errorf("copying again: %+v (%v)", c, err)
	}
	put(t, s, store.Change{Letters: []graph.Letter{b}, Actor: "x"})
	if _, err := store.Copy(ctx, from, s, nil); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("copying over somebody else's letter: %v, want Conflict", err)
	}
	if _, err := s.RemoveLetter(ctx, b.ID, "x"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Copy(ctx, from, s, nil); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("copying over somebody else's history: %v, want Conflict", err)
	}
	equalJSON(t, observe(t, s).data.Letters, before.data.Letters)
}

// Source is a store to copy from, the same each time: it holds its contents in memory and answers what a Copy reads.
type Source struct {
	store.Store // nil: a source is not written to
	data        graph.Data
	audit       []store.AuditEntry
}

// NewSource returns a source of so many letters, a few judgements, one of them undone, and a log of several writes, in which a
// letter appears that is there no more.
func NewSource(letters int) *Source {
	s := &Source{data: graph.Data{Letters: many(letters, 4), Profiles: []graph.Profile{fullProfile()},
		Judgements: append(kinds(), undone(same, "person: U", "2020"), differ), Revision: int64(letters) + 9}}
	s.data.Hash = graph.ContentHash(s.data.Letters, s.data.Profiles, s.data.Judgements)
	begin := time.Date(2020, 2, 29, 23, 0, 0, 123456000, time.UTC)
	line := func(actor, action, subject, detail string) {
		n := int64(len(s.audit) + 1)
		s.audit = append(s.audit, store.AuditEntry{Sequence: n + n/10, When: begin.Add(time.Duration(n) * time.Second), Actor: actor, Action: action, Subject: subject, Detail: detail})
	}
	line("load", "put letter", "gone", "A letter that was removed")
	for _, l := range s.data.Letters {
		for version := range 5 {
			line("load", "put letter", l.ID, fmt.Sprintf("%s, version %d", l.Title, version+1))
		}
	}
	line("person: R", "remove letter", "gone", "A letter that was removed")
	line("file d.json", "put judgement", differ.ID, store.JudgementDetail(differ))
	line("person: C", "put judgement", same.ID, store.JudgementDetail(same))
	line("person: U", "undo judgement", same.ID, store.JudgementDetail(same))
	return s
}

// Snapshot implements store.Store.
func (s *Source) Snapshot(ctx context.Context) (graph.Data, error) { return s.data, nil }

// Revision implements store.Store.
func (s *Source) Revision(ctx context.Context) (int64, error) { return s.data.Revision, nil }

// Audit implements store.Store.
func (s *Source) Audit(ctx context.Context, after int64, limit int) ([]store.AuditEntry, error) {
	entries := []store.AuditEntry{}
	for _, e := range s.audit {
		if e.Sequence > after && len(entries) < limit {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// Check wants a store to hold what the source holds, and each line of its log once.
func (s *Source) Check(t testing.TB, to store.Store) {
	t.Helper()
	o := observe(t, to)
	if o.hash != s.data.Hash || len(o.data.Letters) != len(s.data.Letters) {
		t.Errorf("the copy has %d letters and hash %.8s, the source %d and %.8s", len(o.data.Letters), o.hash, len(s.data.Letters), s.data.Hash)
	}
	got, err := to.Audit(context.Background(), 0, len(s.audit)+10)
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, got, s.audit)
}
