package neo4j

import (
	"cmp"
	"context"
	"errors"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"undersigned/graph"
)

// This file is the only one that calls the driver. Every call has a deadline: its context is called limited and comes from
// limit. TestEveryDriverCallHasADeadline reads this file for that.

// server is a database that may be asked.
type server struct {
	driver    driver.DriverWithContext
	bookmarks driver.BookmarkManager // so that a write is seen by the reads after it, also in a cluster
	config    Config
	memory    memory
	calls     chan struct{} // under way: as many as there are connections
}

func limit(ctx context.Context, d time.Duration) (limited context.Context, cancel context.CancelFunc) {
	return context.WithTimeout(ctx, d)
}

// slow is a call that had no answer within its deadline.
type slow struct {
	after time.Duration
	cause error
}

func (e *slow) Error() string { return "no answer within " + e.after.String() + ": " + e.cause.Error() }
func (e *slow) Unwrap() error { return e.cause }

// busy is a call that had to wait for others, all of which took too long.
type busy struct{ after time.Duration }

func (e *busy) Error() string { return "all connections were in use for " + e.after.String() }

// undecided is a COMMIT without an answer: it may have happened.
type undecided struct{ cause error }

func (e *undecided) Error() string { return "no answer to COMMIT: " + e.cause.Error() }
func (e *undecided) Unwrap() error { return e.cause }

// timely marks an error as slow where our deadline, not the caller's, ended the call.
func timely(ctx, limited context.Context, after time.Duration, err error) error {
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		return &slow{after, err}
	}
	return err
}

func connect(ctx context.Context, c Config) (*server, error) {
	d, err := driver.NewDriverWithContext(c.URI, driver.BasicAuth(c.Username, c.Password, ""), func(o *config.Config) {
		o.SocketConnectTimeout = c.Limits.Connect
		o.ConnectionAcquisitionTimeout = c.Limits.Connect
		o.UserAgent = "undersigned"
		o.TelemetryDisabled = true
		o.MaxConnectionPoolSize = c.Limits.Calls
	})
	if err != nil {
		return nil, err
	}
	s := &server{driver: d, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{}), config: c, calls: make(chan struct{}, c.Limits.Calls)}
	limited, cancel := limit(ctx, c.Limits.Connect)
	defer cancel()
	if err := d.VerifyConnectivity(limited); err != nil {
		return nil, errors.Join(timely(ctx, limited, c.Limits.Connect, err), s.close())
	}
	return s, nil
}

func (s *server) close() error {
	limited, cancel := limit(context.Background(), s.config.Limits.Connect)
	defer cancel()
	return s.driver.Close(limited)
}

func (s *server) session(limited context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(limited, driver.SessionConfig{AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.bookmarks,
		FetchSize: driver.FetchAll}) // in parts the server would wait for us, and we for it; TCP holds back what we do not read
}

// tx is a transaction under way. It is not safe for concurrent use.
type tx struct {
	ctx     context.Context
	session driver.SessionWithContext
	tx      driver.ExplicitTransaction
	limits  Limits
	server  *server
	known   known // when it began
}

// begin begins a transaction, which the caller closes.
func (s *server) begin(ctx context.Context, mode driver.AccessMode) (*tx, error) {
	limited, cancel := limit(ctx, s.config.Limits.Connect)
	defer cancel()
	select { // the driver's pool would wait as well, and not say what for
	case s.calls <- struct{}{}:
	case <-limited.Done():
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return nil, &busy{s.config.Limits.Connect}
	}
	last := s.memory.get() // before the session: what it reads is not older
	session := s.session(limited, mode)
	t, err := session.BeginTransaction(limited, driver.WithTxTimeout(s.config.Limits.Transaction))
	if err != nil {
		err = timely(ctx, limited, s.config.Limits.Connect, err)
		_ = session.Close(limited) // the first error says what is wrong
		<-s.calls
		return nil, err
	}
	return &tx{ctx, session, t, s.config.Limits, s, last}, nil
}

func (s *server) beginRead(ctx context.Context) (*tx, error) {
	return s.begin(ctx, driver.AccessModeRead)
}
func (s *server) beginWrite(ctx context.Context) (*tx, error) {
	return s.begin(ctx, driver.AccessModeWrite)
}

// close takes back what was not committed.
func (t *tx) close() {
	limited, cancel := limit(context.WithoutCancel(t.ctx), t.limits.Connect)
	defer cancel()
	_ = t.tx.Close(limited)      // after an error or a cut there is nothing to take back, and the server does it by itself
	_ = t.session.Close(limited) // as above
	<-t.server.calls
}

// commit commits. Once it has begun the caller's context does not end it, so that its outcome is known if that is possible.
func (t *tx) commit() error {
	limited, cancel := limit(context.WithoutCancel(t.ctx), t.limits.Commit)
	defer cancel()
	err := t.tx.Commit(limited)
	if _, answered := errors.AsType[*driver.Neo4jError](err); err != nil && !answered {
		return &undecided{timely(context.WithoutCancel(t.ctx), limited, t.limits.Commit, err)}
	}
	return err
}

// run runs a statement and gives each row to each, where that is not nil. Values belong to each, the row itself does not.
func (t *tx) run(statement string, parameters map[string]any, each func(r *row) error) error {
	limited, cancel := limit(t.ctx, t.limits.Call)
	result, err := t.tx.Run(limited, statement, parameters)
	err = timely(t.ctx, limited, t.limits.Call, err)
	cancel()
	if err != nil {
		return err
	}
	return t.rows(result, each)
}

// rows gives the deadline anew after each page of rows, since a long answer is no silent one.
func (t *tx) rows(result driver.ResultWithContext, each func(r *row) error) error {
	const page = 100
	var r row
	for more := true; more; {
		limited, cancel := limit(t.ctx, t.limits.Call)
		var record *driver.Record
		for range page {
			if more = result.NextRecord(limited, &record); !more {
				break
			}
			if each == nil {
				continue
			}
			r = row{names: record.Keys, values: record.Values}
			err := each(&r)
			if err = cmp.Or(r.wrong, err); err != nil {
				cancel()
				return err
			}
		}
		err := timely(t.ctx, limited, t.limits.Call, result.Err())
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}

// one gives the first row to read; found is false where there is none.
func (t *tx) one(statement string, parameters map[string]any, read func(r *row) error) (found bool, err error) {
	err = t.run(statement, parameters, func(r *row) error {
		if found {
			return nil
		}
		found = true
		return read(r)
	})
	return found, err
}

// schema runs one statement in a transaction of its own, as Neo4j wants it of schema changes.
func (s *server) schema(ctx context.Context, statement string) error {
	return s.retry(ctx, func() error {
		t, err := s.beginWrite(ctx)
		if err != nil {
			return err
		}
		defer t.close()
		if err := t.run(statement, nil, nil); err != nil {
			return err
		}
		return t.commit()
	})
}

// read runs f in a transaction that writes nothing. f may run again and then begins anew.
func (s *server) read(ctx context.Context, f func(t *tx) error) error {
	return s.retry(ctx, func() error {
		t, err := s.beginRead(ctx)
		if err != nil {
			return err
		}
		defer t.close()
		return f(t)
	})
}

// retry tries again what failed for a reason that passes: deadlocks and the like until the time is up; cuts twice, which is
// enough for connections that died in the pool (a server that is not there is not waited for).
func (s *server) retry(ctx context.Context, work func() error) error {
	end := time.Now().Add(s.config.Limits.Retry)
	cuts := 0
	for pause := 20 * time.Millisecond; ; pause = min(2*pause, time.Second) {
		err := work()
		if isCut(err) {
			if cuts++; cuts > 2 {
				return err
			}
		} else if !isPassing(err) {
			return err
		}
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return graph.Wrap(graph.Cancelled, ctx.Err(), "the call was cancelled")
		case <-timer.C:
		}
		if time.Now().After(end) {
			return err
		}
	}
}
