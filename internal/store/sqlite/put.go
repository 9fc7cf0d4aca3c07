package sqlite

import (
	"cmp"
	"context"
	"slices"

	"undersigned/graph"
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
	letters := sorted(put.Letters, func(a, b *graph.Letter) int { return cmp.Compare(a.ID, b.ID) })
	for _, l := range letters {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if err := c.putLetter(l); err != nil {
			return err
		}
	}
	profiles := sorted(put.Profiles, func(a, b *graph.Profile) int {
		return cmp.Or(cmp.Compare(a.Of.Name, b.Of.Name), cmp.Compare(a.Of.Letter, b.Of.Letter))
	})
	for _, p := range profiles {
		if err := c.putProfile(p); err != nil {
			return err
		}
	}
	judgements := sorted(put.Judgements, func(a, b *graph.Judgement) int { return graph.CompareJudgements(*a, *b) })
	for _, j := range judgements {
		if err := c.putJudgement(*j); err != nil {
			return err
		}
	}
	return c.ctx.Err()
}

func sorted[T any](records []T, compare func(a, b *T) int) []*T {
	order := make([]*T, len(records))
	for i := range records {
		order[i] = &records[i]
	}
	slices.SortFunc(order, compare)
	return order
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
			return noLetter(id)
		}
		if err := c.clearLetter(number); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM letter WHERE number = ?", number); err != nil {
			return err
		}
		return c.log("remove letter", id, title)
	})
}

func noLetter(id string) error {
	return graph.Errorf(graph.NotFound, "there is no letter %q in the store; look its id up in the list of letters", id)
}

// Restore implements store.Store.
func (s *Store) Restore(ctx context.Context, data graph.Data, audit []store.AuditEntry) error {
	if err := store.CheckRestore(data, audit); err != nil {
		return err
	}
	_, err := s.write(ctx, "restoring", "", func(c *change) error {
		var revision int64
		if _, err := c.row("SELECT revision FROM meta", nil, []any{&revision}); err != nil {
			return err
		}
		if revision != 0 {
			return store.NotNew()
		}
		if err := c.put(&store.Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements}); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM audit"); err != nil {
			return err
		}
		for i, e := range audit {
			if i%1000 == 0 && c.ctx.Err() != nil {
				return c.ctx.Err()
			}
			if _, err := c.exec("INSERT INTO audit (sequence, time, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?)",
				e.Sequence, formatTime(e.When), e.Actor, e.Action, e.Subject, e.Detail); err != nil {
				return err
			}
		}
		if data.Revision == 0 {
			return nil // an empty store's backup: nothing to write
		}
		c.result.Written = max(c.result.Written, 1)
		_, err := c.exec("UPDATE meta SET revision = ?", data.Revision-1) // the end of the write adds one
		return err
	})
	return err
}
