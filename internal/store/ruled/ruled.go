// Package ruled is a store that keeps what the written rules decide about names up to date: it wraps another store, computes the rules'
// judgements whenever letters or profiles are written, and has them written in the same change. What the rules decide is package ruling's.
//
// Decisions:
//
// 2026-11-30 The rules' judgements are made where records are written, whichever store keeps them, and read by everybody else like any others. Where
// somebody else wrote (an older version, a copy, a kill between two writes), the store says that nobody looked: then opening it makes good, and
// a store that may only be read is completed in each snapshot. Two writers at once each see the names that they know; who finds that the other
// was quicker looks again.
package ruled

import (
	"context"
	"maps"
	"slices"
	"sync"

	"undersigned/graph"
	"undersigned/internal/ruling"
	"undersigned/internal/store"
)

// Store is a store whose judgements of rules follow its names.
type Store struct {
	store.Store
	mu sync.Mutex // one write at a time looks and puts
}

// Open makes a store keep to the rules. Where it does not yet, and may be written, its judgements are brought up to date.
func Open(ctx context.Context, s store.Store) (*Store, error) {
	r := &Store{Store: s}
	if r.ReadOnly() {
		return r, nil
	}
	if revision, err := s.Revision(ctx); err != nil || revision == 0 {
		return r, err // nothing to look at
	}
	_, err := r.Follow(ctx, "rules")
	return r, err
}

// ReadOnly reports whether the store may only be read.
func (s *Store) ReadOnly() bool {
	r, ok := s.Store.(interface{ ReadOnly() bool })
	return ok && r.ReadOnly()
}

// Replacements counts how often another store was put in this one's place.
func (s *Store) Replacements() int64 {
	if r, ok := s.Store.(interface{ Replacements() int64 }); ok {
		return r.Replacements()
	}
	return 0
}

// Follow brings the judgements of rules up to date with the names and profiles that are stored.
func (s *Store) Follow(ctx context.Context, actor string) (store.Result, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	rules, err := s.Store.Rules(ctx)
	if err != nil {
		return store.Result{}, err
	}
	if rules == ruling.Version() {
		revision, err := s.Store.Revision(ctx)
		return store.Result{Revision: revision}, err
	}
	return s.follow(ctx, actor)
}

// retries bounds how often a write looks again because somebody else wrote meanwhile.
const retries = 4

func (s *Store) follow(ctx context.Context, actor string) (result store.Result, err error) {
	for range retries {
		subjects, err := s.Store.Subjects(ctx)
		if err != nil {
			return result, err
		}
		change, err := completed(ctx, store.Change{Actor: actor}, subjects, countOf(subjects.Names))
		if err != nil {
			return result, err
		}
		done, err := s.Store.Put(ctx, change)
		if err != nil {
			return result, err
		}
		result = store.Result{Written: result.Written + done.Written, Revision: done.Revision}
		if alone(subjects, done) {
			break
		}
	}
	return result, nil
}

// alone reports whether nobody else wrote between looking and a write.
func alone(looked store.Subjects, done store.Result) bool {
	return done.Revision == looked.Revision+int64(min(done.Written, 1))
}

func countOf(hits []store.NameHit) map[string]int {
	letters := make(map[string]int, len(hits))
	for _, n := range hits {
		letters[n.Name] = n.Letters
	}
	return letters
}

// completed adds to a change what the rules decide about the names and profiles after it.
func completed(ctx context.Context, c store.Change, subjects store.Subjects, names map[string]int) (store.Change, error) {
	profiles := slices.Clone(c.Profiles)
	given := map[string]bool{}
	for _, p := range c.Profiles {
		given[graph.ProfileKey(p)] = true
	}
	for _, p := range subjects.Profiles {
		if !given[graph.ProfileKey(p)] {
			profiles = append(profiles, p)
		}
	}
	made, err := ruling.Judgements(ctx, slices.Collect(maps.Keys(names)), profiles)
	if err != nil {
		return c, err
	}
	judgements := slices.Clone(c.Judgements)
	brought := map[string]bool{}
	for _, j := range judgements {
		brought[j.ID] = true
	}
	put, withdraw := ruling.Differences(subjects.Ruled, made)
	for _, j := range put {
		if !brought[j.ID] {
			judgements = append(judgements, j)
		}
	}
	c.Judgements, c.Rules = judgements, ruling.Version()
	for _, id := range withdraw {
		if !brought[id] {
			c.Withdrawn = append(c.Withdrawn, id)
		}
	}
	return c, nil
}

// Put implements store.Store. The judgements of rules are not counted among what was written; those that the change brings are taken for unchanged,
// since the rules say them anyway, or do not.
func (s *Store) Put(ctx context.Context, c store.Change) (store.Result, error) {
	given := c
	c.Judgements = slices.DeleteFunc(slices.Clone(c.Judgements), ruling.Decides)
	ruled := len(given.Judgements) - len(c.Judgements) // what the change brings of rules is theirs to say, but for what somebody has undone
	if len(c.Letters)+len(c.Profiles)+ruled == 0 {
		return s.Store.Put(ctx, given)
	}
	if err := store.Check(given); err != nil {
		return store.Result{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	subjects, err := s.Store.Subjects(ctx)
	if err != nil {
		return store.Result{}, err
	}
	letters := countOf(subjects.Names)
	moved, err := s.recount(ctx, letters, c.Letters)
	if err != nil {
		return store.Result{}, err
	}
	whole := c
	if whole.Rules = ruling.Version(); moved || ruled > 0 || len(c.Profiles) > 0 || subjects.Rules != whole.Rules {
		if whole, err = completed(ctx, c, subjects, letters); err != nil {
			return store.Result{}, err
		}
	} // else the same names are printed as before, so the rules say what they said
	result, err := s.Store.Put(ctx, whole)
	if err != nil {
		return result, err
	}
	if !alone(subjects, result) {
		s.followed(ctx, &result, c.Actor)
	}
	result.Written -= len(whole.Judgements) - len(c.Judgements) + len(whole.Withdrawn) - len(c.Withdrawn)
	result.Unchanged += ruled
	return result, nil
}

// followed is follow after a write that is done: a failure takes nothing back, since whoever opens the store next makes good.
func (s *Store) followed(ctx context.Context, result *store.Result, actor string) {
	if again, err := s.follow(ctx, actor); err == nil {
		result.Revision = again.Revision
	}
}

// recount lets the letters of names follow letters that replace others, and reports whether there are other names than before.
func (s *Store) recount(ctx context.Context, letters map[string]int, put []graph.Letter) (moved bool, err error) {
	before := len(letters)
	for i := range put {
		old, err := s.Store.Letter(ctx, put[i].ID)
		if err != nil && graph.CodeOf(err) != graph.NotFound {
			return false, err
		}
		for _, name := range graph.PrintedNames([]graph.Letter{put[i]}) {
			if letters[name]++; letters[name] == 1 {
				moved = true
			}
		}
		for _, name := range graph.PrintedNames([]graph.Letter{old}) {
			if letters[name]--; letters[name] <= 0 {
				delete(letters, name)
			}
		}
	}
	return moved || len(letters) != before, nil
}

// RemoveLetter implements store.Store. Where the program is killed before the judgements have followed, whoever opens the store next makes good.
func (s *Store) RemoveLetter(ctx context.Context, id, actor string) (store.Result, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	result, err := s.Store.RemoveLetter(ctx, id, actor)
	if err == nil {
		s.followed(ctx, &result, actor)
	}
	return result, err
}

// Snapshot implements store.Store: it is complete where the store is not.
func (s *Store) Snapshot(ctx context.Context) (graph.Data, error) {
	data, err := s.Store.Snapshot(ctx)
	if err != nil || data.Rules == ruling.Version() {
		return data, err
	}
	return ruling.Complete(ctx, data)
}

// Below returns the store that s wraps, or s.
func Below(s store.Store) store.Store {
	if r, ok := s.(*Store); ok {
		return r.Store
	}
	return s
}

// Bulk returns the store below, for many writes in a row, and what lets the judgements of rules follow when they are done. A reader misses nothing
// in between: see Snapshot. Of a store that keeps to no rules it returns that.
func Bulk(s store.Store) (below store.Store, follow func(ctx context.Context, actor string) error) {
	r, ok := s.(*Store)
	if !ok {
		return s, func(context.Context, string) error { return nil }
	}
	return r.Store, func(ctx context.Context, actor string) error {
		_, err := r.Follow(ctx, actor)
		return err
	}
}
