package sqlite

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/store"
)

// CopyIn implements store.Store.
func (s *Store) CopyIn(ctx context.Context, records store.Change, audit []store.AuditEntry) (store.Result, error) {
	if err := store.CheckCopy(records, audit); err != nil {
		return store.Result{}, err
	}
	return s.write(ctx, "copying", "", func(c *change) error { return c.copyIn(&records, audit) })
}

func (c *change) copyIn(records *store.Change, audit []store.AuditEntry) error {
	c.copying = true
	if err := c.put(records); err != nil {
		return err
	}
	for i := range audit {
		if i%1000 == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		if err := c.copyLine(&audit[i]); err != nil {
			return err
		}
	}
	return nil
}

// copyLine writes a line of another store's log. SQLite's AUTOINCREMENT goes on after the highest number there ever was.
func (c *change) copyLine(e *store.AuditEntry) error {
	var there [5]string
	found, err := c.row("SELECT time, actor, action, subject, detail FROM audit WHERE sequence = ?", []any{e.Sequence},
		[]any{&there[0], &there[1], &there[2], &there[3], &there[4]})
	if err != nil {
		return err
	}
	line := [5]string{store.FormatTime(e.When), e.Actor, e.Action, e.Subject, e.Detail}
	switch {
	case found && there == line:
		c.result.Unchanged++
		return nil
	case found:
		return store.Differs("line of the audit log about", e.Subject)
	}
	c.result.Written++
	_, err = c.exec("INSERT INTO audit (sequence, time, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?)",
		e.Sequence, line[0], e.Actor, e.Action, e.Subject, e.Detail)
	return err
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
		if err := c.copyIn(&store.Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements}, audit); err != nil {
			return err
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
