package explore

import (
	"context"
	"sync/atomic"
	"time"

	"undersigned/graph"
)

// gate lets a few large answers be made at one time. Each takes memory and a core for seconds; made all at once, they take what others need and
// none of them is done in time.
type gate struct {
	slots    chan struct{}
	waiting  atomic.Int32
	most     int32 // that wait
	patience time.Duration
}

const (
	gateSlots    = 2
	gateWaiting  = 64
	gatePatience = 20 * time.Second
	largeFrom    = 20_000 // signatures: what is computed from fewer needs no gate
)

func newGate() *gate {
	return &gate{slots: make(chan struct{}, gateSlots), most: gateWaiting, patience: gatePatience}
}

// enter waits for a place; leave gives it back. Unavailable where too many wait, or one has waited for long: callers are then told when to come
// again. A nil gate is open.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	if g == nil {
		return func() {}, nil
	}
	leave = func() { <-g.slots }
	select {
	case g.slots <- struct{}{}:
		return leave, nil
	default:
	}
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.most {
		return nil, busy()
	}
	timer := time.NewTimer(g.patience)
	defer timer.Stop()
	select {
	case g.slots <- struct{}{}:
		return leave, nil
	case <-timer.C:
		return nil, busy()
	case <-ctx.Done():
		return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the answer was no longer waited for")
	}
}

func busy() error {
	return graph.Errorf(graph.Unavailable, "The server is making other large maps and files at the moment. Try again in a few seconds, or ask for a smaller part.")
}

// admit is enter for what grows with the whole network. Nobody asks for a place who has one: two who wait for each other would wait in vain.
func (s *snapshot) admit(ctx context.Context) (leave func(), err error) {
	if s.x.Signatures() < largeFrom {
		return func() {}, nil
	}
	return s.gate.enter(ctx)
}
