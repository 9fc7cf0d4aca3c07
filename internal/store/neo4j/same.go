package neo4j

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"

	"undersigned/graph"
)

// A database can be exchanged behind its address: emptied and filled by another program, put back from a dump, another one started there. So
// every store has a random name in (:Meta), every write leaves a random state, and its batch says which state it found. Who has
// the store open remembers the last state that it saw, and looks in the transaction of each read and write whether what is there now
// came from it.

// known is what is remembered of a store: its name, and the last write that was seen.
type known struct {
	store    string // "" before the store is open
	revision int64
	state    string // the batch of that write
}

// memory is what a program knows of the store that it uses.
type memory struct {
	mutex sync.Mutex
	last  known
}

func (m *memory) get() known {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.last
}

func (m *memory) set(k known) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.last = k
}

// learn remembers a later write of the same store. Calls under way at one time see different ones.
func (m *memory) learn(k known) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.last.store == k.store && k.revision > m.last.revision {
		m.last = k
	}
}

// otherStore says that what is in the database did not come from what was there.
type otherStore struct {
	before known
	how    string
}

func (e *otherStore) Error() string { return "the database " + e.how }

// metaTerms is what is read of (:Meta) m; $state is what the caller knows.
const metaTerms = "m.revision AS revision, m.moves AS moves, m.audit AS audit, m.store AS store, m.state AS state, EXISTS { (:LoadBatch {before: $state}) } AS follows"

func metaParameters(k known) map[string]any { return values{"state": k.state} }

// knownIn reads what metaTerms gives, and compares it with what is known.
func (k known) knownIn(r *row) (known, error) {
	now := known{r.maybeText("store"), r.number("revision"), r.maybeText("state")}
	follows := r.truth("follows")
	switch {
	case r.wrong != nil || k.store == "":
		return now, r.wrong
	case now.store != k.store:
		return now, &otherStore{k, "holds another store than before"}
	case now.revision < k.revision:
		return now, &otherStore{k, fmt.Sprintf("was put back to an earlier state (revision %d, it was at %d)", now.revision, k.revision)}
	case now.revision == k.revision && now.state != k.state, now.revision > k.revision && now.revision-k.revision <= kept && !follows:
		return now, &otherStore{k, fmt.Sprintf("was put back to a state before revision %d, and written to since", k.revision)}
	}
	return now, nil
}

// gone is what a database without (:Meta) means while the store is open.
func gone(c Config) error {
	return graph.Errorf(graph.Unavailable, "the store is gone from its database at %s, which was emptied or exchanged; nothing was written to what is there now. Put the database back, or restore your last backup into an empty one with `undersigned restore`", c.URI)
}

// remember begins to know the store that is in the database, and gives it a name where it has none. It refuses a database whose (:Meta) is
// not of the writes that are there: such a one was put together from two stores.
func (s *Store) remember(ctx context.Context) error {
	var now known
	whole := false
	look := func(t *tx) error {
		found, err := t.one("MATCH (m:Meta {key: 'undersigned'}) OPTIONAL MATCH (b:LoadBatch) WITH m, max(b.revision) AS newest "+
			"RETURN "+metaTerms+", newest IS NULL OR newest = m.revision AND EXISTS { (:LoadBatch {id: m.state, revision: m.revision}) } AS whole",
			metaParameters(known{}), func(r *row) (err error) {
				now, err = known{}.knownIn(r)
				whole = r.truth("whole")
				return err
			})
		if err == nil && !found {
			err = gone(s.config)
		}
		return err
	}
	if err := s.server.read(ctx, look); err != nil {
		return err
	}
	if now.store == "" {
		if err := s.server.retry(ctx, func() error {
			t, err := s.server.beginWrite(ctx)
			if err != nil {
				return err
			}
			defer t.close()
			name := values{"store": rand.Text(), "state": rand.Text()} // the lock comes first: of two programs one gives the name
			if err := t.run("MATCH (m:Meta {key: 'undersigned'}) SET m.writer = 'name' REMOVE m.writer WITH m WHERE m.store IS NULL "+
				"OPTIONAL MATCH (b:LoadBatch) WHERE b.revision = m.revision SET m.store = $store, m.state = coalesce(b.id, $state)", name, nil); err != nil {
				return err
			}
			if err := look(t); err != nil {
				return err
			}
			return t.commit()
		}); err != nil {
			return err
		}
	}
	if !whole {
		return graph.Errorf(graph.Conflict, "the database at %s holds parts of two stores: what it says of its last write is not what was written last. Nothing was changed; restore your last backup into an empty database with `undersigned restore`", s.config.URI)
	}
	s.server.memory.set(now)
	return nil
}

// follow opens the store that is in the database now, after other was found out. It always returns an error, since what the call began with is gone. Who only
// reads and who writes are both told once: a write that was meant for the one must not go into the other unsaid.
func (s *Store) follow(ctx context.Context, other *otherStore, writing bool) error {
	s.following.Lock()
	defer s.following.Unlock()
	var told error = graph.Errorf(graph.Unavailable, "the database at %s %s; nothing was written to what is there now. If that is meant, do the same again, and what is there now is used; if not, stop this program and put the right database back", s.config.URI, other.how)
	if s.server.memory.get() != other.before {
		if writing {
			s.notice.Store(nil)
		}
		return told // another call was quicker
	}
	if err := s.prepare(ctx, s.schema, true); err != nil {
		if graph.CodeOf(err) == graph.NotFound {
			return gone(s.config)
		}
		return s.translate(ctx, err, "opening the store again")
	}
	s.replaced.Add(1)
	s.config.Log.Warn("another store is in the database than before", "cause", other.how)
	if !writing {
		s.notice.Store(&told)
	}
	return told
}

// Replacements counts how often the store behind the address became another one.
func (s *Store) Replacements() int64 { return s.replaced.Load() }
