package storetest

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// change is a sequence of writes and what the store holds after them.
type change struct {
	name       string
	steps      []step
	letters    []graph.Letter // in the end, in any order
	profiles   []graph.Profile
	judgements []graph.Judgement
	audit      []string // "actor | action | subject | detail"
}

// step is one write and what it answers.
type step struct {
	put     *store.Change
	remove  string // the id of a letter
	undo    string // the id of a judgement
	redo    string
	by      string // who does it
	when    string
	written int
	same    int // records that were there already
	fails   graph.Code
}

func (c change) run(t *testing.T, place Place) {
	s := open(t, place)
	before := observe(t, s)
	if before.revision != 0 || before.hash != "" || len(before.audit) != 0 {
		t.Fatalf("a new store has revision %d, hash %q and %d log lines", before.revision, before.hash, len(before.audit))
	}
	for i, step := range c.steps {
		result, err := step.do(s)
		after := observe(t, s)
		if graph.CodeOf(err) != step.fails {
			t.Fatalf("step %d: error %v, want code %q", i+1, err, step.fails)
		}
		if err != nil && graph.MessageOf(err) == "" {
			t.Errorf("step %d: the error has no sentence for the user: %v", i+1, err)
		}
		if err == nil && (result.Written != step.written || result.Unchanged != step.same) {
			t.Errorf("step %d: %d written and %d unchanged, want %d and %d", i+1, result.Written, result.Unchanged, step.written, step.same)
		}
		if err == nil && result.Revision != after.revision {
			t.Errorf("step %d: answers revision %d, the store has %d", i+1, result.Revision, after.revision)
		}
		if step.written > 0 {
			if after.revision <= before.revision || len(after.audit) != len(before.audit)+step.written {
				t.Errorf("step %d: revision %d -> %d and %d -> %d log lines for %d records", i+1, before.revision, after.revision, len(before.audit), len(after.audit), step.written)
			}
		} else if after.revision != before.revision || after.hash != before.hash || len(after.audit) != len(before.audit) {
			t.Errorf("step %d wrote something: revision %d -> %d, hash %.8s -> %.8s, %d -> %d log lines", i+1, before.revision, after.revision, before.hash, after.hash, len(before.audit), len(after.audit))
		}
		before = after
	}
	if want := graph.ContentHash(c.letters, c.profiles, c.judgements); before.hash != want {
		t.Errorf("the store does not hold what it should.\nhas:  %v\nwant: %v", outline(before.data), outline(graph.Data{Letters: c.letters, Profiles: c.profiles, Judgements: c.judgements}))
	}
	if !slices.Equal(before.audit, c.audit) {
		t.Errorf("the log reads\n%q\nwant\n%q", before.audit, c.audit)
	}
}

func (p step) do(s store.Store) (store.Result, error) {
	ctx := context.Background()
	switch {
	case p.put != nil:
		return s.Put(ctx, *p.put)
	case p.remove != "":
		return s.RemoveLetter(ctx, p.remove, p.by)
	case p.undo != "":
		return s.UndoJudgement(ctx, p.undo, graph.Undoing{By: p.by, When: p.when})
	}
	return s.RedoJudgement(ctx, p.redo, p.by)
}

// state is all that can be seen of a store.
type state struct {
	revision int64
	hash     string
	audit    []string
	data     graph.Data
}

// observe reads all of a store and checks what holds at all times: the snapshot is sorted, bears the revision and hash that
// the store tells, and the hash is that of its records; letters and judgements read one by one are those of the snapshot; the
// log has times, and numbers that grow.
func observe(t testing.TB, s store.Store) state {
	t.Helper()
	ctx := context.Background()
	var o state
	var err error
	fatal := func(what string) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	o.revision, err = s.Revision(ctx)
	fatal("Revision")
	o.hash, err = s.ContentHash(ctx)
	fatal("ContentHash")
	o.data, err = s.Snapshot(ctx)
	fatal("Snapshot")
	checkSnapshot(t, o.data)
	if o.data.Revision != o.revision || o.data.Hash != o.hash {
		t.Errorf("the snapshot is of revision %d and hash %.8s, the store tells %d and %.8s", o.data.Revision, o.data.Hash, o.revision, o.hash)
	}
	for i := range min(len(o.data.Letters), 3) {
		one, err := s.Letter(ctx, o.data.Letters[i].ID)
		if err != nil || graph.RecordHash(one) != graph.RecordHash(o.data.Letters[i]) {
			t.Errorf("Letter(%q) is not the snapshot's: %v", o.data.Letters[i].ID, err)
		}
	}
	judgements, err := s.Judgements(ctx)
	fatal("Judgements")
	if graph.ContentHash(nil, nil, judgements) != graph.ContentHash(nil, nil, o.data.Judgements) || !slices.IsSortedFunc(judgements, graph.CompareJudgements) {
		t.Errorf("Judgements are not the snapshot's, or not in order")
	}
	entries, err := s.Audit(ctx, 0, 1<<30)
	fatal("Audit")
	last := int64(0)
	for _, e := range entries {
		if e.Sequence <= last || e.When.IsZero() {
			t.Errorf("log line %d after %d, at %v", e.Sequence, last, e.When)
		}
		last = e.Sequence
		o.audit = append(o.audit, e.Actor+" | "+e.Action+" | "+e.Subject+" | "+e.Detail)
	}
	return o
}

func checkSnapshot(t testing.TB, d graph.Data) {
	t.Helper()
	if want := graph.ContentHash(d.Letters, d.Profiles, d.Judgements); d.Hash != want {
		t.Errorf("the snapshot's hash is %.8s, its records' %.8s", d.Hash, want)
	}
	if !slices.IsSortedFunc(d.Letters, func(a, b graph.Letter) int { return cmp.Compare(a.ID, b.ID) }) ||
		!slices.IsSortedFunc(d.Profiles, func(a, b graph.Profile) int { return cmp.Compare(graph.ProfileKey(a), graph.ProfileKey(b)) }) ||
		!slices.IsSortedFunc(d.Judgements, graph.CompareJudgements) {
		t.Errorf("the snapshot is not sorted")
	}
}

// outline names what a store holds, for messages.
func outline(d graph.Data) []string {
	var lines []string
	for _, l := range d.Letters {
		lines = append(lines, "letter "+l.ID+" "+graph.RecordHash(l)[:8])
	}
	for _, p := range d.Profiles {
		lines = append(lines, "profile "+p.Of.Name+" "+graph.RecordHash(p)[:8])
	}
	for _, j := range d.Judgements {
		lines = append(lines, "judgement "+j.ID+" "+graph.RecordHash(j)[:8])
	}
	slices.Sort(lines)
	return lines
}
