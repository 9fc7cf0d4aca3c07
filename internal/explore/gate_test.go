package explore

import (
	"context"
	"testing"
	"time"

	"undersigned/graph"
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
