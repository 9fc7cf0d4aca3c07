package neo4j

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// Store is a store in a Neo4j database. It is safe for concurrent use, and several programs may use one database.
type Store struct {
	config  Config
	server  *server
	writing chan struct{} // holds the place of this program's one writer
	now     func() time.Time
	keeper  *keeper // brings the organizations up to date

	open   sync.RWMutex // calls under way hold it for reading
	closed bool

	schema    fs.FS
	following sync.Mutex
	replaced  atomic.Int64
	notice    atomic.Pointer[error] // for the next write: another store was found

	hashMutex sync.Mutex
	hash      string
	hashOf    known // "" before the first
}

var _ store.Store = (*Store)(nil)

// Open opens the store in a database and makes it where the database is empty. It never writes to a database that holds
// something else, unless c.Force says so, and never deletes anything there. NotFound: c.Existing is set, and the database holds no store. Invalid: the address or the password is missing or is
// not Neo4j's. Unavailable: no answer, wrong password. Conflict: the database is somebody else's. Unsupported: a newer
// version made the store, or the server is no Neo4j.
func Open(ctx context.Context, c Config) (*Store, error) {
	return open(ctx, c, store.Migrations(files))
}

func open(ctx context.Context, c Config, schema fs.FS) (*Store, error) {
	c, err := c.normalize()
	if err != nil {
		return nil, err
	}
	s := &Store{config: c, writing: make(chan struct{}, 1), now: time.Now, schema: schema}
	if s.server, err = connect(ctx, c); err != nil {
		if instead := whoIsThere(ctx, c); instead != nil && statusOf(err) == "" {
			return nil, instead
		}
		return nil, s.translate(ctx, err, "connecting")
	}
	if err := s.prepare(ctx, schema, c.Existing); err != nil {
		_ = s.server.close() // the first error says what is wrong
		return nil, s.translate(ctx, err, "opening the store")
	}
	s.keeper = newKeeper(s)
	return s, nil
}

// prepare finds out whose database it is and brings the schema up to date. It reads back what it wrote: a look-alike server
// that takes every statement and keeps nothing is noticed before anybody trusts it with records.
func (s *Store) prepare(ctx context.Context, schema fs.FS, existing bool) error {
	if err := s.checkServer(ctx); err != nil {
		return err
	}
	found, err := s.look(ctx)
	if err != nil {
		return err
	}
	if !found.ours && existing {
		return graph.Errorf(graph.NotFound, "there is no store in the database at %s: load letters into it first (undersigned load), or name another with --store", s.config.URI)
	}
	if !found.ours {
		if err := found.mayMake(s.config); err != nil {
			return err
		}
	}
	if err := s.migrate(ctx, schema, found.migrations); err != nil {
		return err
	}
	if found, err = s.look(ctx); err != nil {
		return err
	}
	if known, err := latest(schema); err != nil || !found.ours || int64(len(found.migrations)) < known {
		return notNeo4j(s.config, err)
	}
	return s.remember(ctx)
}

func notNeo4j(c Config, cause error) error {
	const message = "what answers at %s takes statements but does not do as Neo4j 5 does; undersigned needs a real one"
	if cause == nil {
		return graph.Errorf(graph.Unsupported, message, c.URI)
	}
	return graph.Wrap(graph.Unsupported, cause, graph.Errorf(graph.Unsupported, message, c.URI).Message)
}

// checkServer asks the server for its name and for a sum that only one who computes can answer.
func (s *Store) checkServer(ctx context.Context) error {
	return s.server.read(ctx, func(t *tx) error {
		computes, version := false, ""
		_, err := t.one("UNWIND $rows AS r WITH r.key AS key, r.value AS value ORDER BY key DESC RETURN collect(key) AS keys, sum(value) AS sum",
			values{"rows": []any{values{"key": "a", "value": 40}, values{"key": "b", "value": 2}}}, func(r *row) error {
				computes = r.number("sum") == 42 && slices.Equal(r.texts("keys"), []string{"b", "a"})
				return nil
			})
		if err == nil && computes {
			computes, err = t.one("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version", nil, func(r *row) error {
				version = r.text("version")
				return nil
			})
			if statusOf(err) != "" {
				return notNeo4j(s.config, err)
			}
		}
		if _, odd := errors.AsType[*malformed](err); odd || err == nil && !computes {
			return notNeo4j(s.config, err)
		}
		if err != nil {
			return err
		}
		if !strings.HasPrefix(version, "5.") && !strings.HasPrefix(version, "20") { // 5.26, and since 2025 by year: 2025.01
			return graph.Errorf(graph.Unsupported, "the server at %s is Neo4j %s; undersigned needs 5.26 or newer", s.config.URI, version)
		}
		return nil
	})
}

// holding is what stands in a database before it is used.
type holding struct {
	ours       bool
	empty      bool
	ourLabels  bool // things under labels that we use
	migrations map[int64]string
}

func (s *Store) look(ctx context.Context) (h holding, err error) {
	err = s.server.read(ctx, func(t *tx) error {
		h = holding{migrations: map[int64]string{}}
		answered, err := t.one("RETURN EXISTS { (m:Meta {key: 'undersigned'}) } AS ours, NOT EXISTS { (n) } AS empty, "+
			"EXISTS { (n:Organization|Person|Letter|Name|Target|Document|Judgement|Profile|AuditEntry|Meta|Migration|LoadBatch) } AS labels", nil, func(r *row) error {
			h.ours, h.empty, h.ourLabels = r.truth("ours"), r.truth("empty"), r.truth("labels")
			return nil
		})
		if err != nil {
			return err
		}
		if !answered {
			return notNeo4j(s.config, nil)
		}
		return t.run("MATCH (m:Migration) WHERE m.program = 'undersigned' RETURN m.number AS number, m.checksum AS checksum", nil, func(r *row) error {
			h.migrations[r.number("number")] = r.text("checksum")
			return nil
		})
	})
	return h, err
}

func (h holding) mayMake(c Config) error {
	switch {
	case h.empty:
		return nil
	case !c.Force:
		return graph.Errorf(graph.Conflict, "the database at %s holds something that undersigned did not write, and was left as it is; use an empty database, or --force to keep both in one", c.URI)
	case h.ourLabels:
		return graph.Errorf(graph.Conflict, "the database at %s has nodes of somebody else under labels that undersigned uses (Letter, Organization, Name, ...), so the two cannot be kept apart, not even with --force; use an empty database", c.URI)
	}
	return nil
}

// Close implements store.Store. It brings the organizations up to date first, if that is quick.
func (s *Store) Close() error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return nil
	}
	s.keeper.end()
	s.closed = true
	if err := s.server.close(); err != nil {
		s.config.Log.Debug("closing the connections", "error", err) // nothing of the caller's depends on it
	}
	return nil
}

// enter begins a call; the caller calls s.open.RUnlock where it returns nil.
func (s *Store) enter(ctx context.Context) error {
	s.open.RLock()
	err := ctx.Err()
	switch {
	case s.closed:
		err = graph.Errorf(graph.Unavailable, "the store at %s is closed; open it again", s.config.URI)
	case err != nil:
		err = graph.Wrap(graph.Cancelled, err, "the call was cancelled")
	}
	if err != nil {
		s.open.RUnlock()
	}
	return err
}
