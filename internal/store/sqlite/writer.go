package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"time"

	lib "modernc.org/sqlite/lib"

	"undersigned/graph"
	"undersigned/internal/store"
)

// writer is the one connection that writes, with its statements.
type writer struct {
	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt
}

func newWriter(ctx context.Context, s *Store) (*writer, error) {
	// journal_size_limit gives the disk back after a large load; busy_timeout is short, since begin repeats with an eye on
	// the context.
	parameters := url.Values{"mode": {"rw"}, "_pragma": {"busy_timeout(100)", "synchronous(FULL)", "foreign_keys(1)",
		"cache_size(-32000)", "temp_store(MEMORY)", "journal_size_limit(16777216)"}}
	db, err := sql.Open("sqlite", dsn(s.path, parameters))
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &writer{db: db, conn: conn, statements: map[string]*sql.Stmt{}}, nil
}

// close finalizes the statements first: SQLite keeps a connection open, and its log in place, while one is left.
func (w *writer) close() error {
	var errs []error
	for _, stmt := range w.statements {
		errs = append(errs, stmt.Close())
	}
	return errors.Join(append(errs, w.conn.Close(), w.db.Close())...)
}

// exec runs a statement, which is prepared once. It ignores contexts: interrupting single statements would cost a goroutine
// each, and none takes long. Writes look at their context between records.
func (w *writer) exec(query string, args ...any) (sql.Result, error) {
	stmt, err := w.prepare(query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(context.Background(), args...)
}

// row reads the first row into dest, where there is one.
func (w *writer) row(query string, args, dest []any) (found bool, err error) {
	stmt, err := w.prepare(query)
	if err != nil {
		return false, err
	}
	err = stmt.QueryRowContext(context.Background(), args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

func (w *writer) prepare(query string) (*sql.Stmt, error) {
	if stmt := w.statements[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := w.conn.PrepareContext(context.Background(), query)
	if err == nil {
		w.statements[query] = stmt
	}
	return stmt, err
}

// change is one write under way.
type change struct {
	*writer
	ctx     context.Context
	actor   string
	time    string
	copying bool // records come with their own log and replace nothing
	result  store.Result
	rules   string           // that the change says it follows
	unruled bool             // names or profiles have changed
	names   map[string]int64 // numbers of names met in this write
	loose   map[int64]bool   // names that lost a signature and may have no other
}

// write runs f as one transaction. Where f wrote nothing, nothing happens; else the revision grows as the last thing.
func (s *Store) write(ctx context.Context, operation, actor string, f func(c *change) error) (store.Result, error) {
	if err := s.enter(ctx); err != nil {
		return store.Result{}, err
	}
	defer s.open.RUnlock()
	if s.writer == nil {
		return store.Result{}, graph.Errorf(graph.Unavailable, "%s: the store %s may only be read; ask for write permission on the file and its folder, or choose another place with --store", operation, s.path)
	}
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return store.Result{}, graph.Wrap(graph.Cancelled, ctx.Err(), operation+" was cancelled")
	}
	c := &change{writer: s.writer, ctx: ctx, actor: actor, time: store.FormatTime(s.now()), names: map[string]int64{}, loose: map[int64]bool{}}
	err := s.transact(c, f)
	if err != nil {
		return store.Result{}, s.translate(ctx, err, operation)
	}
	if c.result.Written > 0 && s.checkMoved() != nil { // it went into a file that is no longer the store
		return store.Result{}, graph.Errorf(graph.Unavailable, "%s: the store %s was exchanged for another file in the same moment; look at what it holds, then try again", operation, s.path)
	}
	return c.result, nil
}

func (s *Store) transact(c *change, f func(c *change) error) (err error) {
	if err := s.begin(c.ctx); err != nil {
		return err
	}
	finished := false
	defer func() {
		if !finished { // SQLite may have rolled back by itself; its "no transaction" then says nothing new
			_, _ = c.exec("ROLLBACK")
		}
	}()
	if err := f(c); err != nil {
		return err
	}
	marked, err := c.noteRules()
	if err != nil {
		return err
	}
	grows := 1
	if c.result.Written == 0 {
		if grows = 0; !marked {
			_, err := c.row("SELECT revision FROM meta", nil, []any{&c.result.Revision})
			return err
		}
	}
	if err := c.dropLooseNames(); err != nil {
		return err
	}
	if _, err := c.row("UPDATE meta SET revision = revision + ?, before = state, state = lower(hex(randomblob(16))) RETURNING revision", []any{grows}, []any{&c.result.Revision}); err != nil {
		return err
	}
	if err := c.ctx.Err(); err != nil {
		return err
	}
	_, err = c.exec("COMMIT")
	finished = err == nil
	return err
}

// begin takes SQLite's write lock, and waits for other programs as long as lockWait says.
func (s *Store) begin(ctx context.Context) error {
	for deadline := time.Now().Add(s.lockWait); ; {
		_, err := s.writer.exec("BEGIN IMMEDIATE")
		if err == nil || codeOf(err) != lib.SQLITE_BUSY || time.Now().After(deadline) || ctx.Err() != nil {
			return err
		}
	}
}

// log writes an audit line for a record that was written, and counts it.
func (c *change) log(action, subject, detail string) error {
	c.result.Written++
	if c.copying {
		return nil
	}
	_, err := c.exec("INSERT INTO audit (time, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)", c.time, c.actor, action, subject, detail)
	return err
}

// noteRules writes which rules the change follows, and reports whether that is new.
func (c *change) noteRules() (bool, error) {
	if c.rules == "" && !c.unruled {
		return false, nil
	}
	r, err := c.exec("UPDATE ruled SET rules = ? WHERE rules <> ?", c.rules, c.rules)
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}
