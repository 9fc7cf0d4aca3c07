package neo4j

import (
	"context"
	"crypto/rand"
	"errors"

	"undersigned/graph"
	"undersigned/internal/store"
)

// change is one write under way.
type change struct {
	*tx
	actor    string
	time     string
	rows     int // sent with one statement
	fresh    bool
	copying  bool // records come with their own log and replace nothing
	before   known
	revision int64  // before the write
	sequence int64  // of the last line of the audit log
	rules    string // that the change says it follows
	unruled  bool   // names or profiles have changed
	result   store.Result
	audit    []any
	loose    looseEnds
}

// write runs f as one transaction, after the writers' lock is taken. Where f wrote nothing, nothing happens; else the revision
// grows as the last thing. f may run again and then begins anew.
func (s *Store) write(ctx context.Context, operation, actor string, f func(c *change) error) (store.Result, error) {
	if err := s.enter(ctx); err != nil {
		return store.Result{}, err
	}
	defer s.open.RUnlock()
	if told := s.notice.Swap(nil); told != nil {
		return store.Result{}, *told
	}
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return store.Result{}, graph.Wrap(graph.Cancelled, ctx.Err(), operation+" was cancelled")
	}
	result, err := s.attempts(ctx, actor, f)
	if err != nil {
		return store.Result{}, s.outcome(ctx, err, operation, true)
	}
	if result.Written > 0 {
		s.keeper.changed()
	}
	return result, nil
}

// attempts tries until the outcome is known: after a cut at COMMIT by looking for the batch that the transaction would have left.
// Where the memory of a transaction is too small, fewer rows a statement are no help (measured: what is written fills it, not
// what is sent), and writing in several transactions would not be writing as one: the caller halves the change.
func (s *Store) attempts(ctx context.Context, actor string, f func(c *change) error) (result store.Result, err error) {
	batch := rand.Text()
	for cut := error(nil); ; {
		err = s.server.retry(ctx, func() error {
			result, err = s.attempt(ctx, batch, cut != nil, actor, f)
			return err
		})
		_, open := errors.AsType[*undecided](err)
		switch {
		case open && cut == nil:
			cut = err
		case cut != nil && err != nil && !decided(err):
			return result, errors.Join(cut, err) // the first names what the caller has to know: it may be there
		default:
			return result, err
		}
	}
}

// decided reports an error of ours, after which nothing is there.
func decided(err error) bool {
	switch graph.CodeOf(err) {
	case graph.Invalid, graph.NotFound, graph.Conflict:
		return true
	}
	return false
}

func (s *Store) attempt(ctx context.Context, batch string, again bool, actor string, f func(c *change) error) (store.Result, error) {
	t, err := s.server.beginWrite(ctx)
	if err != nil {
		return store.Result{}, err
	}
	defer t.close()
	c := &change{tx: t, actor: actor, time: store.FormatTime(s.now()), rows: s.config.Limits.Rows, loose: newLooseEnds()}
	if err := c.lock(batch); err != nil {
		return store.Result{}, err
	}
	if again {
		if done, ok, err := c.done(batch); err != nil || ok {
			return done, err
		}
	}
	if err := f(c); err != nil {
		return store.Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return store.Result{}, err
	}
	marked, err := c.noteRules()
	if err != nil {
		return store.Result{}, err
	}
	if c.result.Written == 0 {
		c.result.Revision = c.revision
		if !marked {
			return c.result, nil
		}
		if err := c.run("MATCH (m:Meta {key: 'undersigned'}) REMOVE m.writer", nil, nil); err != nil {
			return store.Result{}, err
		}
		return c.result, t.commit()
	}
	if err := c.finish(batch); err != nil {
		return store.Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return store.Result{}, err
	}
	if err := t.commit(); err != nil {
		return c.result, err
	}
	s.server.memory.learn(known{c.before.store, c.result.Revision, batch})
	return c.result, nil
}

// lock takes the lock that all writers take first: Neo4j keeps it, by writing to the node, until the transaction ends. What
// is read in the same statement is therefore the newest state. A transaction that was cut at COMMIT is decided once we have it.
func (c *change) lock(batch string) error {
	found, err := c.one("MATCH (m:Meta {key: 'undersigned'}) SET m.writer = $batch RETURN "+metaTerms, values{"batch": batch, "state": c.known.state}, func(r *row) (err error) {
		c.before, err = c.known.knownIn(r)
		c.revision, c.sequence = c.before.revision, r.number("audit")
		return err
	})
	if err != nil {
		return err
	}
	if !found {
		return gone(c.server.config)
	}
	c.fresh = c.revision == 0
	return nil
}

// done returns what an earlier attempt under this batch has done.
func (c *change) done(batch string) (result store.Result, found bool, err error) {
	found, err = c.one("MATCH (b:LoadBatch {id: $batch}) RETURN b.written AS written, b.unchanged AS unchanged, b.revision AS revision", values{"batch": batch}, func(r *row) error {
		result = store.Result{Written: int(r.number("written")), Unchanged: int(r.number("unchanged")), Revision: r.number("revision")}
		return nil
	})
	return result, found, err
}

// noteRules writes which rules the change follows, and reports whether that is new.
func (c *change) noteRules() (bool, error) {
	if c.rules == "" && !c.unruled {
		return false, nil
	}
	return c.one("MATCH (m:Meta {key: 'undersigned'}) WHERE coalesce(m.rules, '') <> $rules SET m.rules = CASE $rules WHEN '' THEN null ELSE $rules END RETURN m.key AS key", values{"rules": c.rules},
		func(*row) error { return nil })
}

// kept is the number of revisions for which batches are kept: nobody asks for one after more than a few seconds.
const kept = 200

// finish writes the log, takes away what hangs loose, leaves the batch and, as the last thing, lets the revision grow.
func (c *change) finish(batch string) error {
	if err := c.each(c.audit, "UNWIND $rows AS r CREATE (a:AuditEntry) SET a = r"); err != nil {
		return err
	}
	if err := c.dropLooseEnds(); err != nil {
		return err
	}
	c.result.Revision = c.revision + 1
	if err := c.run("MATCH (b:LoadBatch) WHERE b.revision < $old DELETE b", values{"old": c.revision - kept}, nil); err != nil {
		return err
	}
	return c.run("CREATE (:LoadBatch {id: $batch, before: $before, written: $written, unchanged: $unchanged, revision: $revision}) WITH 1 AS one "+
		"MATCH (m:Meta {key: 'undersigned'}) SET m.audit = $audit, m.revision = $revision, m.state = $batch REMOVE m.writer",
		values{"batch": batch, "before": c.before.state, "written": c.result.Written, "unchanged": c.result.Unchanged, "revision": c.result.Revision, "audit": c.sequence}, nil)
}

// each runs a statement over rows, so many at a time. The context is looked at between.
func (c *change) each(rows []any, statement string) error {
	for len(rows) > 0 {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		n := min(len(rows), c.rows)
		if err := c.run(statement, values{"rows": rows[:n]}, nil); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// eachRow is each for statements that answer.
func (c *change) eachRow(rows []any, statement string, f func(r *row) error) error {
	for len(rows) > 0 {
		n := min(len(rows), c.rows)
		if err := c.run(statement, values{"rows": rows[:n]}, f); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// log notes an audit line for a record that was written, and counts it.
func (c *change) log(action, subject, detail string) {
	c.result.Written++
	if c.copying {
		return
	}
	c.sequence++
	c.audit = append(c.audit, lineRow(c.sequence, c.time, c.actor, action, subject, detail))
}
