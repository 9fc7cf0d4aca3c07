package neo4j

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
	if err := checkLengths(records.Letters); err != nil {
		return store.Result{}, err
	}
	return s.write(ctx, "copying", "", func(c *change) error { return c.copyIn(&records, audit) })
}

func (c *change) copyIn(records *store.Change, audit []store.AuditEntry) error {
	c.copying = true
	if err := c.put(records); err != nil {
		return err
	}
	there, err := c.lines(audit)
	if err != nil {
		return err
	}
	for _, e := range audit {
		old, found := there[e.Sequence]
		switch {
		case found && old.Equal(e):
			c.result.Unchanged++
			continue
		case found:
			return store.Differs("line of the audit log about", e.Subject)
		}
		c.result.Written++
		c.audit = append(c.audit, lineRow(e.Sequence, store.FormatTime(e.When), e.Actor, e.Action, e.Subject, e.Detail))
		c.sequence = max(c.sequence, e.Sequence)
	}
	return nil
}

// lines returns those lines of the log that are there under the numbers of audit.
func (c *change) lines(audit []store.AuditEntry) (map[int64]store.AuditEntry, error) {
	there := map[int64]store.AuditEntry{}
	if c.fresh {
		return there, nil
	}
	numbers := make([]any, len(audit))
	for i, e := range audit {
		numbers[i] = e.Sequence
	}
	err := c.eachRow(numbers, "UNWIND $rows AS r MATCH (a:AuditEntry {sequence: r}) RETURN "+lineColumns, func(r *row) error {
		e, err := lineOf(r)
		there[e.Sequence] = e
		return err
	})
	return there, err
}

// Restore implements store.Store.
func (s *Store) Restore(ctx context.Context, data graph.Data, audit []store.AuditEntry) error {
	if err := store.CheckRestore(data, audit); err != nil {
		return err
	}
	if err := checkLengths(data.Letters); err != nil {
		return err
	}
	_, err := s.write(ctx, "restoring", "", func(c *change) error {
		if c.revision != 0 {
			return store.NotNew()
		}
		if err := c.copyIn(&store.Change{Letters: data.Letters, Profiles: data.Profiles, Judgements: data.Judgements}, audit); err != nil {
			return err
		}
		if data.Revision == 0 {
			return nil // an empty store's backup: nothing to write
		}
		c.result.Written = max(c.result.Written, 1)
		c.revision = data.Revision - 1 // the end of the write adds one
		return nil
	})
	return err
}
