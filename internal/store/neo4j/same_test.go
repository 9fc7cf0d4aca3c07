package neo4j

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
)

// dump is everything in a database, as a dump of neo4j-admin has it.
type dump struct{ nodes, edges [][]any }

func dumpOf(t *testing.T, server *neo4jtest.Server) dump {
	t.Helper()
	return dump{server.Query(t, "MATCH (n) RETURN elementId(n), labels(n)[0], properties(n)", nil),
		server.Query(t, "MATCH (a)-[e]->(b) RETURN elementId(a), elementId(b), type(e), properties(e)", nil)}
}

// putBack leaves nothing in the database but the dump.
func (d dump) putBack(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	server.Empty(t)
	for _, n := range d.nodes {
		server.Query(t, fmt.Sprintf("CREATE (n:`%s`) SET n = $p, n.dumped = $id", n[1]), map[string]any{"id": n[0], "p": n[2]})
	}
	for _, e := range d.edges {
		server.Query(t, fmt.Sprintf("MATCH (a {dumped: $a}), (b {dumped: $b}) CREATE (a)-[e:`%s`]->(b) SET e = $p", e[2]), map[string]any{"a": e[0], "b": e[1], "p": e[3]})
	}
	server.Query(t, "MATCH (n) REMOVE n.dumped", nil)
}

// census of everything that is not the lock, with properties.
func everything(t *testing.T, server *neo4jtest.Server) string {
	t.Helper()
	var lines []string
	for _, q := range []string{"MATCH (n) RETURN labels(n)[0], properties(n)", "MATCH (a)-[e]->(b) RETURN labels(a)[0], type(e), labels(b)[0], properties(e)"} {
		for _, row := range server.Query(t, q, nil) {
			lines = append(lines, fmt.Sprint(row...)) // maps are printed in the order of their keys
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func oneLetter(id string) store.Change {
	return store.Change{Letters: []graph.Letter{letter(id, "River Watch", "Club "+id)}, Actor: "test"}
}

// TestExchangedDatabase puts other stores behind the address of one that is in use: nothing is mixed, reads and writes say it once, and go on with what is
// there now where that is a store.
func TestExchangedDatabase(t *testing.T) {
	server := emptyServer(t)
	quiet := configOf(server)
	quiet.Limits.Quiet = time.Hour
	fill := func(t *testing.T, ids ...string) { // by another program
		s := mustOpen(t, quiet)
		for _, id := range ids {
			mustPut(t, s, oneLetter(id))
		}
		s.keeper.setDirty(false)
		s.Close()
	}
	for name, c := range map[string]struct {
		exchange func(t *testing.T, old dump) // the store in use is at revision 3, old is it at 1
		says     string
		store    bool // what is there then
	}{
		"an older one": {func(t *testing.T, old dump) { old.putBack(t, server) }, "earlier state (revision 1, it was at 3)", true},
		"an older one, written to since, at the same revision": {func(t *testing.T, old dump) {
			old.putBack(t, server)
			fill(t, "x", "y")
		}, "written to since", true},
		"an older one, written to since, newer": {func(t *testing.T, old dump) {
			old.putBack(t, server)
			fill(t, "x", "y", "z", "u")
		}, "written to since", true},
		"another one at the same revision": {func(t *testing.T, _ dump) {
			server.Empty(t)
			fill(t, "x", "y", "z")
		}, "another store", true},
		"another one, newer": {func(t *testing.T, _ dump) {
			server.Empty(t)
			fill(t, "x", "y", "z", "u")
		}, "another store", true},
		"a foreign graph": {func(t *testing.T, _ dump) {
			server.Empty(t)
			server.Query(t, "CREATE (:Movie {title: 'The Matrix'})", nil)
		}, "gone from its database", false},
		"nothing": {func(t *testing.T, _ dump) { server.Empty(t) }, "gone from its database", false},
	} {
		for _, first := range []string{"read", "write", "keeper"} {
			t.Run(name+", "+first+" first", func(t *testing.T) {
				server.Empty(t)
				s := mustOpen(t, quiet)
				defer func() { s.keeper.setDirty(false); s.Close() }()
				mustPut(t, s, oneLetter("a"))
				old := dumpOf(t, server)
				mustPut(t, s, oneLetter("b"))
				mustPut(t, s, oneLetter("c"))
				if _, err := s.ContentHash(ctx); err != nil {
					t.Fatal(err)
				}
				c.exchange(t, old)
				there := everything(t, server)
				write := func() error { _, err := s.Put(ctx, oneLetter("mine")); return err }
				read := func() error { _, err := s.Snapshot(ctx); return err }
				switch first {
				case "read":
					_, err := s.Revision(ctx)
					wantError(t, err, graph.Unavailable, c.says, "nothing was written")
					wantError(t, write(), graph.Unavailable, c.says, "nothing was written")
				case "write":
					wantError(t, write(), graph.Unavailable, c.says, "nothing was written")
				case "keeper":
					if err := s.canonicalize(ctx); err == nil {
						t.Error("it brought organizations up to date by what it knew of another store")
					}
					wantError(t, write(), graph.Unavailable, c.says)
				}
				if now := everything(t, server); now != there {
					t.Fatalf("what is there now was written to:\n%s\nbefore:\n%s", now, there)
				}
				if !c.store {
					wantError(t, read(), graph.Unavailable, c.says)
					wantError(t, write(), graph.Unavailable, c.says)
					return
				}
				if s.Replacements() != 1 {
					t.Errorf("%d replacements are counted, want 1", s.Replacements())
				}
				data, err := s.Snapshot(ctx)
				if err != nil {
					t.Fatal(err)
				}
				if hash, err := s.ContentHash(ctx); err != nil || hash != data.Hash || graph.ContentHash(data.Letters, nil, nil) != hash {
					t.Errorf("the content hash is that of the old store: %.8s (%v)", hash, err)
				}
				if err := write(); err != nil {
					t.Errorf("after it was said: %v", err)
				}
				checkVerified(t, s)
			})
		}
	}
}

// TestSameStoreGoesOn: what others write, however much, is no exchange, nor is putting back what is there.
func TestSameStoreGoesOn(t *testing.T) {
	server := emptyServer(t)
	emptyStore(t, server)
	quiet := configOf(server)
	quiet.Limits.Quiet = time.Hour
	s, other := mustOpen(t, quiet), mustOpen(t, quiet)
	defer s.Close()
	defer other.Close()
	mustPut(t, s, oneLetter("first"))
	for i := range 7 {
		mustPut(t, other, oneLetter(fmt.Sprint("l", i)))
	}
	if _, err := s.Revision(ctx); err != nil {
		t.Error(err)
	}
	dumpOf(t, server).putBack(t, server)
	mustPut(t, s, oneLetter("last"))
	server.Query(t, "MATCH (b:LoadBatch) DELETE b", nil)
	server.Query(t, "MATCH (m:Meta) SET m.revision = m.revision + $many, m.state = 'much later'", map[string]any{"many": kept + 1})
	if _, err := s.Revision(ctx); err != nil {
		t.Errorf("a state of which nothing more is known: %v", err)
	}
	if s.Replacements()+other.Replacements() != 0 {
		t.Error("an exchange was counted")
	}
	var all sync.WaitGroup
	for range 4 { // reads and writes at one time see different revisions of one store
		all.Go(func() {
			for i := range 6 {
				if _, err := s.Put(ctx, oneLetter(fmt.Sprint("at once ", i))); err != nil {
					t.Error(err)
				}
				if _, err := s.Revision(ctx); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// TestStoreWithoutAName: one of an earlier version gets a name, the same for all who open it at one time.
func TestStoreWithoutAName(t *testing.T) {
	server := emptyServer(t)
	emptyStore(t, server)
	mustPut(t, openStore(t, server), oneLetter("a"))
	server.Query(t, "MATCH (m:Meta) REMOVE m.store, m.state", nil)
	stores := make([]*Store, 4)
	var all sync.WaitGroup
	for i := range stores {
		all.Go(func() { stores[i], _ = Open(ctx, configOf(server)) })
	}
	all.Wait()
	for i, s := range stores {
		if s == nil {
			t.Fatal("not opened")
		}
		defer s.Close()
		mustPut(t, s, oneLetter(fmt.Sprint(i)))
	}
}

// TestPartsOfTwoStores: the (:Meta) of one with the records of another is refused when it is opened.
func TestPartsOfTwoStores(t *testing.T) {
	server := emptyServer(t)
	for name, harm := range map[string]string{
		"an older last write": "MATCH (m:Meta) SET m.revision = 1, m.state = 'x'",
		"another last write":  "MATCH (m:Meta) SET m.state = 'x'",
		"a later last write":  "MATCH (m:Meta) SET m.revision = 9",
		"no write":            "MATCH (m:Meta) SET m.revision = 0, m.state = 'x'",
	} {
		emptyStore(t, server)
		s := mustOpen(t, configOf(server))
		mustPut(t, s, oneLetter("a"))
		mustPut(t, s, oneLetter("b"))
		s.Close()
		server.Query(t, harm, nil)
		before := everything(t, server)
		refuses(t, configOf(server), graph.Conflict, "parts of two stores", "undersigned restore")
		if everything(t, server) != before {
			t.Errorf("%s: something was changed", name)
		}
	}
	server.Query(t, "MATCH (m:Meta) SET m.revision = 2 WITH m MATCH (b:LoadBatch) DELETE b", nil)
	mustPut(t, openStore(t, server), oneLetter("c")) // batches that somebody swept away prove nothing
}
