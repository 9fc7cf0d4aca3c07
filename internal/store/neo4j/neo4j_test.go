package neo4j

import (
	"context"
	"flag"
	"fmt"
	"os"
	"sync"
	"testing"

	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
	"undersigned/internal/store/storetest"
)

var ctx = context.Background()

// The tests share one server, which starts when the first of them needs it.
var shared struct {
	once   sync.Once
	server *neo4jtest.Server
	err    error
}

func TestMain(m *testing.M) {
	flag.Parse()
	if part := parts[os.Getenv("UNDERSIGNED_TEST_PART")]; part != nil {
		if err := part(os.Getenv("UNDERSIGNED_TEST_URI"), os.Getenv("UNDERSIGNED_TEST_PASSWORD")); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	if shared.server != nil {
		if err := shared.server.Remove(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// emptyServer returns the shared server with an empty database.
func emptyServer(t testing.TB) *neo4jtest.Server {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a Neo4j server, which takes some seconds to start")
	}
	shared.once.Do(func() { shared.server, shared.err = neo4jtest.New() })
	neo4jtest.Need(t, shared.err)
	shared.server.Empty(t)
	return shared.server
}

func configOf(s *neo4jtest.Server) Config { return Config{URI: s.URI(), Password: s.Password} }

func mustOpen(t testing.TB, c Config) *Store {
	t.Helper()
	s, err := Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// openStore opens a store in a server for the length of the test.
func openStore(t testing.TB, server *neo4jtest.Server) *Store {
	t.Helper()
	s := mustOpen(t, configOf(server))
	t.Cleanup(func() { s.Close() })
	return s
}

func mustPut(t testing.TB, s store.Store, c store.Change) store.Result {
	t.Helper()
	r, err := s.Put(ctx, c)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	return r
}

// emptyStore makes the store of a server as new. It leaves the schema, which takes longer to make than most tests to run.
func emptyStore(t testing.TB, server *neo4jtest.Server) {
	t.Helper()
	server.Query(t, "MATCH (n) WHERE NOT n:Migration AND NOT n:Meta CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", nil)
	server.Query(t, "MATCH (m:Meta) SET m = {key: 'undersigned', revision: 0, resolved: 0, moves: 0, audit: 0}", nil)
}

func TestContract(t *testing.T) {
	server := emptyServer(t)
	storetest.Run(t, func(t *testing.T) storetest.Place {
		emptyStore(t, server)
		return func(t testing.TB) store.Store { return mustOpen(t, configOf(server)) }
	})
}
