package store_test

import (
	"context"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// small is a store whose transactions hold few records.
type small struct {
	store.Store
	most    int
	refused int
}

func (s *small) Put(ctx context.Context, c store.Change) (store.Result, error) {
	if len(c.Letters)+len(c.Profiles)+len(c.Judgements) > s.most {
		s.refused++
		return store.Result{}, graph.Errorf(graph.TooLarge, "the change does not fit")
	}
	return s.Store.Put(ctx, c)
}

func TestPutInPartsHalvesUntilItFits(t *testing.T) {
	data, err := filled(t, 41).Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	change := store.Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements, Actor: "test"}
	for _, most := range []int{100, 10, 1} {
		s := &small{Store: open(t), most: most}
		r, err := store.PutInParts(t.Context(), s, change)
		if err != nil || r.Written != 44 || (s.refused == 0) != (most == 100) {
			t.Fatalf("at most %d records: %+v, %d refused, %v", most, r, s.refused, err)
		}
		if hash, err := s.ContentHash(t.Context()); err != nil || hash != data.Hash {
			t.Errorf("at most %d records: the content differs (%v)", most, err)
		}
		if revision, err := s.Revision(t.Context()); err != nil || revision != r.Revision {
			t.Errorf("revision %d, the result says %d (%v)", revision, r.Revision, err)
		}
	}
	if _, err := store.PutInParts(t.Context(), &small{Store: open(t)}, change); graph.CodeOf(err) != graph.TooLarge {
		t.Errorf("a record that never fits: %v, want too large", err)
	}
}
