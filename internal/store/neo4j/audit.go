package neo4j

import (
	"context"
	"time"

	"undersigned/internal/store"
)

// Audit implements store.Store.
func (s *Store) Audit(ctx context.Context, after int64, limit int) (entries []store.AuditEntry, err error) {
	err = s.read(ctx, "reading the audit log", func(t *tx, _ known) error {
		entries = []store.AuditEntry{}
		return t.run("MATCH (a:AuditEntry) WHERE a.sequence > $after RETURN "+lineColumns+" ORDER BY sequence LIMIT $limit",
			values{"after": after, "limit": max(limit, 0)}, func(r *row) error {
				e, err := lineOf(r)
				entries = append(entries, e)
				return err
			})
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

const lineColumns = "a.sequence AS sequence, a.time AS time, a.actor AS actor, a.action AS action, a.subject AS subject, a.detail AS detail"

func lineOf(r *row) (store.AuditEntry, error) {
	when, err := time.Parse(store.TimeForm, r.text("time"))
	return store.AuditEntry{Sequence: r.number("sequence"), When: when, Actor: r.text("actor"), Action: r.text("action"), Subject: r.text("subject"), Detail: r.text("detail")}, err
}

// lineRow are the properties of a line.
func lineRow(sequence int64, when, actor, action, subject, detail string) values {
	return values{"sequence": sequence, "time": when, "actor": actor, "action": action, "subject": subject, "detail": detail}
}
