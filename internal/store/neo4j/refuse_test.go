package neo4j

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// refuses opens a store and wants an error of this code whose sentence for the user has these words.
func refuses(t *testing.T, c Config, code graph.Code, words ...string) {
	t.Helper()
	s, err := Open(ctx, c)
	if err == nil {
		s.Close()
		t.Fatalf("it opened; want code %q", code)
	}
	wantError(t, err, code, words...)
}

func wantError(t *testing.T, err error, code graph.Code, words ...string) {
	t.Helper()
	if graph.CodeOf(err) != code {
		t.Errorf("%v has code %q, want %q", err, graph.CodeOf(err), code)
	}
	for _, w := range words {
		if !strings.Contains(graph.MessageOf(err), w) {
			t.Errorf("the message %q does not say %q", graph.MessageOf(err), w)
		}
	}
}

// within fails the test where f takes longer. It is for calls that would otherwise hang.
func within(t *testing.T, longest time.Duration, what string, f func()) {
	t.Helper()
	begin := time.Now()
	f()
	if took := time.Since(begin); took > longest {
		t.Errorf("%s took %v, more than %v", what, took, longest)
	}
}

func TestRefusesWhatIsNoServer(t *testing.T) {
	short := Limits{Connect: 500 * time.Millisecond}
	web := httptest.NewServer(http.NotFoundHandler())
	defer web.Close()
	refuses(t, Config{URI: strings.Replace(web.URL, "http", "bolt", 1), Password: "p", Limits: short}, graph.Invalid, "HTTP", "7687")
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	within(t, 20*time.Second, "a silent peer", func() {
		refuses(t, Config{URI: "bolt://" + silent.Addr().String(), Password: "p", Limits: short}, graph.Unavailable, "has not answered")
	})
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody.Close()
	refuses(t, Config{URI: "bolt://" + nobody.Addr().String(), Password: "p", Limits: short}, graph.Unavailable, "cannot be reached")
	refuses(t, Config{URI: lookAlike(t), Password: "p"}, graph.Unsupported, "needs a real one")
}

// Other users than neo4j, so that nobody else is locked out.
func TestPasswords(t *testing.T) {
	server := emptyServer(t)
	server.Query(t, "CREATE USER guest IF NOT EXISTS SET PASSWORD 'first-password' CHANGE NOT REQUIRED", nil)
	defer server.Query(t, "DROP USER guest IF EXISTS", nil)
	guest := func(password string) Config {
		return Config{URI: server.URI(), Username: "guest", Password: password}
	}
	refuses(t, guest("wrong-password"), graph.Unavailable, "refuses the password of user guest", "NEO4J_PASSWORD_FILE")
	s := mustOpen(t, guest("first-password"))
	mustPut(t, s, store.Change{Letters: []graph.Letter{letter("a", "EFF")}})
	s.Close()
	server.Query(t, "ALTER USER guest SET PASSWORD 'other-password' CHANGE NOT REQUIRED", nil)
	refuses(t, guest("first-password"), graph.Unavailable, "may have been changed", "NEO4J_PASSWORD_FILE")
	server.Query(t, "ALTER USER guest SET PASSWORD 'third-password' CHANGE REQUIRED", nil)
	refuses(t, guest("third-password"), graph.Unavailable, "has to be changed")
	for range 5 {
		_, _ = Open(ctx, guest("wrong-password"))
	}
	refuses(t, guest("wrong-password"), graph.Unavailable, "too many wrong passwords")
	refuses(t, Config{URI: server.URI() + "/no-such-database", Password: server.Password}, graph.NotFound, "no-such-database")
}

func TestSomebodyElsesGraph(t *testing.T) {
	server := emptyServer(t)
	server.Query(t, "CREATE (:Movie {title: 'The Matrix'})<-[:ACTED_IN]-(:Actor {name: 'Keanu Reeves'})", nil)
	whole := func() int64 { return server.Query(t, "MATCH (n) RETURN count(n)", nil)[0][0].(int64) }
	refuses(t, configOf(server), graph.Conflict, "did not write", "--force")
	if n := whole(); n != 2 {
		t.Errorf("the refused database has %d nodes, want 2", n)
	}
	forced := configOf(server)
	forced.Force = true
	s := mustOpen(t, forced)
	mustPut(t, s, store.Change{Letters: []graph.Letter{letter("a", "EFF")}})
	if _, err := s.RemoveLetter(ctx, "a", "x"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	openStore(t, server) // which is ours by now
	if rows := server.Query(t, "MATCH (m:Movie)<-[:ACTED_IN]-(a:Actor) RETURN m.title, a.name", nil); len(rows) != 1 {
		t.Errorf("somebody else's graph is now %v", rows)
	}
	server.Empty(t)
	server.Query(t, "CREATE (:Person {name: 'Keanu Reeves'})", nil)
	refuses(t, forced, graph.Conflict, "not even with --force")
}

// Who only reads makes no store: not in an empty database, not beside somebody else's graph.
func TestExistingMakesNothing(t *testing.T) {
	server := emptyServer(t)
	reading := configOf(server)
	reading.Existing = true
	refuses(t, reading, graph.NotFound, "there is no store", "undersigned load", "--store")
	if n := server.Query(t, "MATCH (n) RETURN count(n)", nil)[0][0].(int64); n != 0 {
		t.Errorf("the database has %d nodes now, want none", n)
	}
	openStore(t, server)
	mustOpen(t, reading).Close()
	server.Empty(t)
	server.Query(t, "CREATE (:Movie {title: 'The Matrix'})", nil)
	reading.Force = true
	refuses(t, reading, graph.NotFound, "there is no store")
	if n := server.Query(t, "MATCH (n) RETURN count(n)", nil)[0][0].(int64); n != 1 {
		t.Errorf("the database has %d nodes now, want the one of somebody else", n)
	}
}

func TestOtherVersions(t *testing.T) {
	server := emptyServer(t)
	openStore(t, server)
	server.Query(t, "CREATE (:Migration {number: 99, program: 'undersigned', checksum: 'x'})", nil)
	refuses(t, configOf(server), graph.Unsupported, "newer version", "update")
	server.Query(t, "MATCH (m:Migration {number: 99}) DELETE m", nil)
	server.Query(t, "MATCH (m:Migration {number: 1}) SET m.checksum = 'x'", nil)
	refuses(t, configOf(server), graph.Unsupported, "another 00001_store.cypher")
}
