package explore

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/graph/graphtest"
	"undersigned/internal/report"
)

func TestGate(t *testing.T) {
	g := &gate{slots: make(chan struct{}, 1), most: 1, patience: time.Minute}
	leave, err := g.enter(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	entered := make(chan error)
	go func() {
		leave, err := g.enter(context.Background())
		if err == nil {
			leave()
		}
		entered <- err
	}()
	for g.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	if _, err := g.enter(t.Context()); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("one too many: %v", err)
	}
	leave()
	if err := <-entered; err != nil {
		t.Errorf("who waited: %v", err)
	}
	leave, _ = g.enter(t.Context())
	g.patience = time.Millisecond
	if _, err := g.enter(t.Context()); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("who waited for long: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	g.patience = time.Minute
	if _, err := g.enter(stopped); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("who has gone: %v", err)
	}
	leave()
	if len(g.slots) != 0 || g.waiting.Load() != 0 {
		t.Errorf("%d are in, %d wait", len(g.slots), g.waiting.Load())
	}
	if leave, err := (*gate)(nil).enter(stopped); err != nil {
		t.Error(err)
	} else {
		leave()
	}
}

func TestFlights(t *testing.T) {
	var f flights[string, int]
	var computed atomic.Int32
	hold, begun := make(chan struct{}), make(chan struct{})
	compute := func(context.Context) (int, error) {
		if computed.Add(1) == 1 {
			close(begun)
		}
		<-hold
		return 7, nil
	}
	var all sync.WaitGroup
	for range 24 {
		all.Go(func() {
			if v, err := f.get(t.Context(), "same", compute); v != 7 || err != nil {
				t.Errorf("%d, %v", v, err)
			}
		})
	}
	<-begun
	for { // all have joined
		f.mu.Lock()
		n := f.items["same"].callers
		f.mu.Unlock()
		if n == 24 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	close(hold)
	all.Wait()
	if computed.Load() != 1 || len(f.items) != 0 {
		t.Errorf("computed %d times, %d are kept", computed.Load(), len(f.items))
	}
}

// TestManyEqualExports: 24 at one time of a large network are one computation, and all are answered.
func TestManyEqualExports(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	n, err := graph.NetworkFromEdges(graph.EdgePairs(graphtest.Pairs(graphtest.Shared(t, "s10k.csv.gz"))), graph.Document{})
	if err != nil {
		t.Fatal(err)
	}
	r := &Reading{snapshot: newSnapshot(n)}
	r.gate = newGate()
	r.gate.patience = time.Minute // other tests take the cores
	if r.x.Signatures() < largeFrom {
		t.Fatal("the network is too small to be let through a gate")
	}
	var all sync.WaitGroup
	var first []byte
	var mu sync.Mutex
	for range 24 {
		all.Go(func() {
			f, err := r.Export(t.Context(), "gexf", View{}, report.Options{})
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err != nil:
				t.Error(err)
			case first == nil:
				first = f.Data
			case &f.Data[0] != &first[0]:
				t.Error("another computation of the same file")
			}
		})
	}
	all.Wait()
}
