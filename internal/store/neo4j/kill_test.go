package neo4j

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/graph"
)

// killsVariable is how many times TestServerKilledAtRandomMoments kills the server.
const killsVariable = "UNDERSIGNED_NEO4J_KILLS"

// TestServerKilledAtRandomMoments ends the server as a power failure would, at moments of no meaning, while changes are written and organizations
// brought up to date: what was acknowledged is there, each change whole, the same open store finds it again and takes it for the
// same, and the load completed is that of a load that nobody disturbed.
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
	takes := time.Duration(0)
	total, more := 0, 0
	for round := range rounds + 1 { // the first is undisturbed
		emptyStore(t, server)
		s := mustOpen(t, busy)
		var acknowledged atomic.Int32
		done := make(chan error, 1)
		start := time.Now()
		go func() {
			for i := range loadChanges {
				if _, err := s.Put(ctx, loadChange(i)); err != nil {
					done <- err
					return
				}
				acknowledged.Add(1)
			}
			done <- nil
		}()
		if round == 0 {
			if err := <-done; err != nil {
				t.Fatal(err)
			}
			takes = time.Since(start)
			s.Close()
			continue
		}
		after := time.Duration(rand.Int64N(int64(takes)))
		t.Run(fmt.Sprintf("%d after %v", round, after.Round(time.Millisecond)), func(t *testing.T) {
			time.Sleep(after)
			server.Kill(t)
			if err := <-done; err != nil {
				wantError(t, err, graph.Unavailable)
			}
			if err := server.Run(); err != nil {
				t.Fatal(err)
			}
			known := int(acknowledged.Load())
			revision := int64(0)
			for end := time.Now().Add(time.Minute); ; { // Bolt answers before the database does
				var err error
				if revision, err = s.Revision(ctx); err == nil {
					break
				}
				wantError(t, err, graph.Unavailable)
				if time.Now().After(end) {
					t.Fatal(err)
				}
			}
			total, more = total+known, more+int(revision)-known
			checkLoad(t, s, known)
			checkCanonical(t, s, server, "after the kill")
			checkVerified(t, s)
			if s.Replacements() != 0 {
				t.Error("the server that came back was taken for another one")
			}
		})
		s.Close()
	}
	t.Logf("%d kills, the moments within %v: %d changes were acknowledged and are there, %d more whose answer a kill cut off", rounds, takes.Round(time.Millisecond), total, more)
}
