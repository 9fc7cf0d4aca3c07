package storetest

import (
	"context"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

func reopens(t *testing.T, place Place) {
	s := place(t)
	put(t, s, store.Change{Letters: []graph.Letter{fullLetter(), a}, Profiles: []graph.Profile{fullProfile()}, Judgements: []graph.Judgement{same}, Actor: "x"})
	if _, err := s.UndoJudgement(context.Background(), same.ID, graph.Undoing{By: "person: U"}); err != nil {
		t.Fatal(err)
	}
	before := observe(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, place)
	equalJSON(t, observe(t, s).data, before.data)
	if r := put(t, s, store.Change{Letters: []graph.Letter{fullLetter()}, Judgements: []graph.Judgement{same}}); r.Written != 0 || r.Revision != before.revision {
		t.Errorf("the same again after reopening: %+v, want nothing written at revision %d", r, before.revision)
	}
	if r := put(t, s, store.Change{Letters: []graph.Letter{b}}); r.Revision <= before.revision {
		t.Errorf("revision %d after reopening and writing, it was %d", r.Revision, before.revision)
	}
}

func twoOpens(t *testing.T, place Place) {
	one, two := open(t, place), open(t, place)
	ctx := context.Background()
	last := int64(0)
	for i, s := range []store.Store{one, two, two, one} {
		r := put(t, s, store.Change{Letters: []graph.Letter{letter(string(rune('a'+i)), "P")}})
		for k, reader := range []store.Store{one, two} {
			if revision, err := reader.Revision(ctx); err != nil || revision != r.Revision || revision <= last {
				t.Errorf("write %d: store %d is at revision %d (%v), want %d", i+1, k+1, revision, err, r.Revision)
			}
		}
		last = r.Revision
	}
	equalJSON(t, observe(t, one).data, observe(t, two).data)
	if _, err := two.RemoveLetter(ctx, "a", "x"); err != nil {
		t.Fatal(err)
	}
	if _, err := one.Letter(ctx, "a"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a letter that the other removed: %v, want NotFound", err)
	}
}

// calls are all methods but Close.
func calls(s store.Store) map[string]func(ctx context.Context) error {
	return map[string]func(ctx context.Context) error{
		"Put": func(ctx context.Context) error {
			_, err := s.Put(ctx, store.Change{Letters: []graph.Letter{b}})
			return err
		},
		"RemoveLetter": func(ctx context.Context) error { _, err := s.RemoveLetter(ctx, "a", "x"); return err },
		"Letter":       func(ctx context.Context) error { _, err := s.Letter(ctx, "a"); return err },
		"SearchNames":  func(ctx context.Context) error { _, err := s.SearchNames(ctx, "access", 1); return err },
		"Judgements":   func(ctx context.Context) error { _, err := s.Judgements(ctx); return err },
		"UndoJudgement": func(ctx context.Context) error {
			_, err := s.UndoJudgement(ctx, same.ID, graph.Undoing{By: "x"})
			return err
		},
		"RedoJudgement": func(ctx context.Context) error { _, err := s.RedoJudgement(ctx, same.ID, "x"); return err },
		"Revision":      func(ctx context.Context) error { _, err := s.Revision(ctx); return err },
		"ContentHash":   func(ctx context.Context) error { _, err := s.ContentHash(ctx); return err },
		"Snapshot":      func(ctx context.Context) error { _, err := s.Snapshot(ctx); return err },
		"Audit":         func(ctx context.Context) error { _, err := s.Audit(ctx, 0, 1); return err },
		"CopyIn": func(ctx context.Context) error {
			_, err := s.CopyIn(ctx, store.Change{Letters: []graph.Letter{b}}, nil)
			return err
		},
		"Restore": func(ctx context.Context) error { return s.Restore(ctx, graph.Data{}, nil) },
	}
}

func cancelled(t *testing.T, place Place) {
	s := open(t, place)
	put(t, s, store.Change{Letters: []graph.Letter{a}, Judgements: []graph.Judgement{same}})
	before := observe(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, call := range calls(s) {
		if err := call(ctx); graph.CodeOf(err) != graph.Cancelled {
			t.Errorf("%s with a cancelled context: %v, want Cancelled", name, err)
		}
	}
	equalJSON(t, observe(t, s).data, before.data)
}

// countdown is a context that ends after it was asked n times whether it has.
type countdown struct {
	context.Context
	left chan struct{}
	end  context.CancelFunc
}

func newCountdown(n int) *countdown {
	ctx, cancel := context.WithCancel(context.Background())
	return &countdown{ctx, make(chan struct{}, n), cancel}
}

func (c *countdown) Err() error {
	select {
	case c.left <- struct{}{}:
	default:
		c.end()
	}
	return c.Context.Err()
}

func deadline(t *testing.T, place Place) {
	s := open(t, place)
	put(t, s, store.Change{Letters: []graph.Letter{a}})
	before := observe(t, s)
	letters := many(50, 100)
	for _, n := range []int{1, 2, 5, 20, 45} { // ends in the middle of the write, without a clock
		ctx := newCountdown(n)
		_, err := s.Put(ctx, store.Change{Letters: letters})
		ctx.end()
		if graph.CodeOf(err) != graph.Cancelled {
			t.Errorf("cancelled in the middle (%d): %v, want Cancelled", n, err)
		}
		equalJSON(t, observe(t, s).data, before.data)
	}
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	if _, err := s.Snapshot(ctx); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("Snapshot after its deadline: %v, want Cancelled", err)
	}
	put(t, s, store.Change{Letters: letters}) // and the store goes on
}

func closed(t *testing.T, place Place) {
	s := place(t)
	put(t, s, store.Change{Letters: []graph.Letter{a}, Judgements: []graph.Judgement{same}})
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatalf("Close: %v", err)
		}
	}
	for name, call := range calls(s) {
		if err := call(context.Background()); graph.CodeOf(err) != graph.Unavailable {
			t.Errorf("%s after Close: %v, want Unavailable", name, err)
		}
	}
}
