package neo4j

import (
	"math/rand/v2"
	"os"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store/neo4j/neo4jtest"
)

// killsVariable is how many times TestServerKilledAtRandomMoments kills the server.
const killsVariable = "UNDERSIGNED_NEO4J_KILLS"

// killsOfALoad is how often a server is killed during one load.
const killsOfALoad = 5

// TestServerKilledAtRandomMoments ends the server as a power failure would, at moments of no meaning, while changes are written and organizations
// brought up to date: what was acknowledged is there, each change whole, the same open store finds it again and takes it for the
// same, and the load, gone on with, is in the end that of a load that nobody disturbed.
func TestServerKilledAtRandomMoments(t *testing.T) {
	server := emptyServer(t)
	rounds := 1
	if text := os.Getenv(killsVariable); text != "" {
		var err error
		if rounds, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	busy := configOf(server)
	busy.Limits.Quiet = 50 * time.Millisecond // it brings organizations up to date among the writes
	emptyStore(t, server)
	s := mustOpen(t, busy)
	start := time.Now()
	for i := range loadChanges {
		mustPut(t, s, loadChange(i))
	}
	each := time.Since(start) / loadChanges
	s.Close()
	k := killer{server: server, hashes: hashesOfLoad(), each: each}
	for kills := 0; kills < rounds; {
		emptyStore(t, server)
		s := mustOpen(t, busy)
		for next, n := 0, 0; next < loadChanges && n < killsOfALoad && kills < rounds; n, kills = n+1, kills+1 {
			next = k.kill(t, s, next)
			t.Logf("%d. kill: the load goes on after %d changes", kills+1, next)
		}
		checkLoad(t, s, int(k.last))
		checkCanonical(t, s, server, "after the kills")
		checkVerified(t, s)
		if s.Replacements() != 0 {
			t.Error("the server that came back was taken for another one")
		}
		s.Close()
	}
	t.Logf("%d kills, a change took %v: %d changes were acknowledged and are there, %d more whose answer a kill cut off", rounds, each.Round(time.Millisecond), k.acknowledged, k.more)
}

// killer counts what its kills found.
type killer struct {
	server             *neo4jtest.Server
	hashes             []string
	each               time.Duration // that a change takes
	acknowledged, more int
	last               int64 // revision
}

// kill goes on with a load behind the first changes, kills the server meanwhile, starts it again, and returns how many changes are there.
func (k *killer) kill(t *testing.T, s *Store, first int) int {
	t.Helper()
	var acknowledged atomic.Int32
	done := make(chan error, 1)
	go func() {
		for i := first; i < loadChanges; i++ {
			if _, err := s.Put(ctx, loadChange(i)); err != nil {
				done <- err
				return
			}
			acknowledged.Add(1)
		}
		done <- nil
	}()
	time.Sleep(time.Duration(rand.Int64N(int64(3 * k.each)))) // a moment of no meaning is what is wanted
	k.server.Kill(t)
	if err := <-done; err != nil {
		wantError(t, err, graph.Unavailable)
	}
	if err := k.server.Run(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(2 * time.Minute); ; { // Bolt answers before the database does
		var err error
		if k.last, err = s.Revision(ctx); err == nil {
			break
		}
		wantError(t, err, graph.Unavailable)
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
	known, there := first+int(acknowledged.Load()), int(k.last)
	hash, err := s.ContentHash(ctx)
	if err != nil || there < known || there > known+1 || hash != k.hashes[there] {
		t.Fatalf("%d changes were acknowledged, the store is at revision %d: not that many changes, each whole (%v)", known, there, err)
	}
	k.acknowledged, k.more = k.acknowledged+int(acknowledged.Load()), k.more+there-known
	return there
}
