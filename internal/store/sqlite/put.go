package sqlite

import (
	"context"
	"slices"

	"undersigned/internal/store"
)

// Put implements store.Store. Records are written in the order of their ids, so that the log of equal changes is equal.
func (s *Store) Put(ctx context.Context, put store.Change) (store.Result, error) {
	if err := store.Check(put); err != nil {
		return store.Result{}, err
	}
	return s.write(ctx, "storing", put.Actor, func(c *change) error { return c.put(&put) })
}

func (c *change) put(put *store.Change) error {
	letters, profiles, judgements := put.InOrder()
	for _, l := range letters {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if err := c.putLetter(l); err != nil {
			return err
		}
	}
	for _, p := range profiles {
		if err := c.putProfile(p); err != nil {
			return err
		}
	}
	c.unruled = c.result.Written > 0
	for _, j := range judgements {
		if err := c.putJudgement(*j); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(slices.Values(put.Withdrawn)) {
		if err := c.withdraw(id); err != nil {
			return err
		}
	}
	c.rules = put.Rules
	return c.ctx.Err()
}

// RemoveLetter implements store.Store.
func (s *Store) RemoveLetter(ctx context.Context, id, actor string) (store.Result, error) {
	return s.write(ctx, "removing a letter", actor, func(c *change) error {
		var number int64
		var title string
		found, err := c.row("SELECT number, title FROM letter WHERE id = ?", []any{id}, []any{&number, &title})
		if err != nil {
			return err
		}
		if !found {
			return store.NoLetter(id)
		}
		if err := c.clearLetter(number); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM letter WHERE number = ?", number); err != nil {
			return err
		}
		c.unruled = true
		return c.log("remove letter", id, title)
	})
}
