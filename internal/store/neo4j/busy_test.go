package neo4j

import (
	"sync"
	"testing"
	"time"

	"undersigned/graph"
)

// TestMoreCallsThanConnections: who finds all connections in use waits for a stated time and is then told so, in a sentence of its own; afterwards all is well.
func TestMoreCallsThanConnections(t *testing.T) {
	server := emptyServer(t)
	emptyStore(t, server)
	c := configOf(server)
	c.Limits = Limits{Calls: 2, Connect: 2 * time.Second, Quiet: time.Hour}
	s := mustOpen(t, c)
	defer s.Close()
	mustPut(t, s, oneLetter("a"))
	var held []*tx
	for range 2 {
		h, err := s.server.beginRead(ctx)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, h)
	}
	within(t, 10*time.Second, "a read and a write without a connection", func() {
		var both sync.WaitGroup
		both.Go(func() {
			_, err := s.Snapshot(ctx)
			wantError(t, err, graph.Unavailable, "too many calls", "try again")
		})
		both.Go(func() {
			_, err := s.Put(ctx, oneLetter("b"))
			wantError(t, err, graph.Unavailable, "too many calls", "try again")
		})
		both.Wait()
	})
	for _, h := range held {
		h.close()
	}
	mustPut(t, s, oneLetter("b"))
	c.Limits.Connect = time.Minute
	patient := mustOpen(t, c)
	defer patient.Close()
	var all sync.WaitGroup
	for range 12 { // ten of them wait, and none in vain
		all.Go(func() {
			if _, err := patient.Snapshot(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
