package storetest

import (
	"context"
	"reflect"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// followsRules: what a change says of its rules stays until names or profiles are written by somebody who says nothing; saying it again, or
// something else, is no write of records.
func followsRules(t *testing.T, place Place) {
	s := open(t, place)
	ctx := context.Background()
	says := func(want string) {
		t.Helper()
		rules, err := s.Rules(ctx)
		data, failed := s.Snapshot(ctx)
		if err != nil || failed != nil || rules != want || data.Rules != want {
			t.Errorf("rules %q and, in the snapshot, %q (%v, %v); want %q", rules, data.Rules, err, failed, want)
		}
	}
	says("")
	if r := put(t, s, store.Change{Rules: "one", Actor: "x"}); r.Written != 0 || r.Revision != 0 {
		t.Errorf("saying which rules were followed wrote %+v", r)
	}
	says("one")
	r := put(t, s, store.Change{Letters: []graph.Letter{a, b}, Rules: "two", Actor: "x"})
	says("two")
	if again := put(t, s, store.Change{Letters: []graph.Letter{a}, Rules: "three", Actor: "x"}); again.Revision != r.Revision || again.Unchanged != 1 {
		t.Errorf("a letter that is there already, and other rules: %+v", again)
	}
	says("three")
	put(t, s, store.Change{Letters: []graph.Letter{a}, Actor: "x"}) // writes nothing
	put(t, s, store.Change{Judgements: []graph.Judgement{same}, Actor: "x"})
	says("three")
	for i, write := range []func() error{
		func() error {
			_, err := s.Put(ctx, store.Change{Letters: []graph.Letter{letter("c", "New")}, Actor: "x"})
			return err
		},
		func() error {
			_, err := s.Put(ctx, store.Change{Profiles: []graph.Profile{fair}, Actor: "x"})
			return err
		},
		func() error { _, err := s.RemoveLetter(ctx, "c", "x"); return err },
		func() error {
			_, err := s.CopyIn(ctx, store.Change{Letters: []graph.Letter{letter("d", "Other")}}, nil)
			return err
		},
	} {
		put(t, s, store.Change{Rules: "four", Actor: "x"})
		says("four")
		if err := write(); err != nil {
			t.Fatalf("write %d: %v", i+1, err)
		}
		says("")
	}
	put(t, s, store.Change{Rules: "five", Actor: "x"})
	if _, err := s.UndoJudgement(ctx, same.ID, graph.Undoing{By: "person: U"}); err != nil {
		t.Fatal(err)
	}
	says("five")
	s.Close()
	s = open(t, place)
	says("five")
}

// subjects: what rules look at is of all letters, and knows what rules decided about names.
func subjects(t *testing.T, place Place) {
	s := open(t, place)
	ctx := context.Background()
	look := func(want store.Subjects) {
		t.Helper()
		got, err := s.Subjects(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Names)+len(want.Names) > 0 && !reflect.DeepEqual(got.Names, want.Names) {
			t.Errorf("names %v, want %v", got.Names, want.Names)
		}
		if graph.ContentHash(nil, got.Profiles, got.Ruled) != graph.ContentHash(nil, want.Profiles, want.Ruled) {
			t.Errorf("profiles %v and judgements %v, want %v and %v", got.Profiles, got.Ruled, want.Profiles, want.Ruled)
		}
		if revision, err := s.Revision(ctx); err != nil || got.Revision != revision || got.Rules != want.Rules {
			t.Errorf("revision %d and rules %q, want %d and %q (%v)", got.Revision, got.Rules, revision, want.Rules, err)
		}
	}
	look(store.Subjects{})
	withdrawn := letter("w", "Gone Group")
	withdrawn.Signatures[0].Status = graph.Withdrawn
	put(t, s, store.Change{Letters: []graph.Letter{a, b, withdrawn, letter("z", "EFF", "Éclair")}, Profiles: []graph.Profile{fair}, Judgements: []graph.Judgement{same, ruled, ruledLetters}, Rules: "r", Actor: "x"})
	look(store.Subjects{Names: []store.NameHit{{Name: "Access Now", Letters: 2}, {Name: "EFF", Letters: 2}, {Name: "Gone Group", Letters: 1}, {Name: "Éclair", Letters: 1}},
		Profiles: []graph.Profile{fair}, Ruled: []graph.Judgement{ruled}, Rules: "r"})
	if _, err := s.UndoJudgement(ctx, ruled.ID, graph.Undoing{By: "person: U"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RemoveLetter(ctx, "a", "x"); err != nil {
		t.Fatal(err)
	}
	look(store.Subjects{Names: []store.NameHit{{Name: "Access Now", Letters: 1}, {Name: "EFF", Letters: 2}, {Name: "Gone Group", Letters: 1}, {Name: "Éclair", Letters: 1}},
		Profiles: []graph.Profile{fair}, Ruled: []graph.Judgement{undone(ruled, "person: U", "")}})
}
