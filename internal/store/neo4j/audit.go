package neo4j

import (
	"context"
	"time"

	"undersigned/internal/store"
)

// Audit implements store.Store.
func (s *Store) Audit(ctx context.Context, after int64, limit int) (entries []store.AuditEntry, err error) {
	err = s.read(ctx, "reading the audit log", func(t *tx, _ int64) error {
		entries = []store.AuditEntry{}
		return t.run("MATCH (a:AuditEntry) WHERE a.sequence > $after RETURN "+lineColumns+" ORDER BY a.sequence LIMIT $limit",
			map[string]any{"after": after, "limit": max(limit, 0)}, func(row []any) error {
				e, err := lineOf(row)
				entries = append(entries, e)
				return err
			})
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

const lineColumns = "a.sequence, a.time, a.actor, a.action, a.subject, a.detail"

func lineOf(row []any) (store.AuditEntry, error) {
	when, err := time.Parse(store.TimeForm, text(row[1]))
	return store.AuditEntry{Sequence: integer(row[0]), When: when, Actor: text(row[2]), Action: text(row[3]), Subject: text(row[4]), Detail: text(row[5])}, err
}
