package explore

import (
	"context"
	"sync"

	"undersigned/graph"
)

// lazy is a value that is computed when it is first asked for, once, whoever asks: concurrent callers share one
// computation, which is given up when the last of them has gone. A failure is not kept; the next caller tries again.
type lazy[T any] struct {
	mu      sync.Mutex
	done    bool
	value   T
	running *computation[T]
}

type computation[T any] struct {
	waiting  int
	cancel   context.CancelFunc
	finished chan struct{}
	value    T
	err      error
}

// get returns the value or compute's error; ctx ends the waiting, with code Cancelled.
func (z *lazy[T]) get(ctx context.Context, compute func(context.Context) (T, error)) (T, error) {
	z.mu.Lock()
	if z.done {
		defer z.mu.Unlock()
		return z.value, nil
	}
	if z.running == nil {
		z.start(ctx, compute)
	}
	c := z.running
	c.waiting++
	z.mu.Unlock()

	select {
	case <-c.finished:
		return c.value, c.err
	case <-ctx.Done():
	}
	z.mu.Lock()
	defer z.mu.Unlock()
	if c.waiting--; c.waiting == 0 {
		c.cancel()
		if z.running == c {
			z.running = nil // nobody may join what is being given up
		}
	}
	var none T
	return none, graph.Wrap(graph.Cancelled, ctx.Err(), "the answer was no longer waited for")
}

// ready returns the value where it is computed already.
func (z *lazy[T]) ready() (value T, done bool) {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.value, z.done
}

// start begins the computation, which outlives the caller that happened to be first. z.mu is held.
func (z *lazy[T]) start(ctx context.Context, compute func(context.Context) (T, error)) {
	own, cancel := context.WithCancel(context.WithoutCancel(ctx))
	c := &computation[T]{cancel: cancel, finished: make(chan struct{})}
	z.running = c
	go func() {
		defer cancel()
		value, err := guarded(own, compute)
		z.mu.Lock()
		defer z.mu.Unlock()
		c.value, c.err = value, err
		if err == nil && !z.done {
			z.value, z.done = value, true
		}
		if z.running == c {
			z.running = nil
		}
		close(c.finished)
	}()
}

// guarded turns a panic into an error: it must not end the program from a goroutine that no request stands above.
func guarded[T any](ctx context.Context, compute func(context.Context) (T, error)) (value T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked(p)
		}
	}()
	return compute(ctx)
}

// shelf keeps the last few values by key, each computed once. It is for answers that have many variants.
type shelf[K comparable, T any] struct {
	mu    sync.Mutex
	limit int
	keys  []K // oldest use first
	items map[K]*lazy[T]
}

func newShelf[K comparable, T any](limit int) *shelf[K, T] {
	return &shelf[K, T]{limit: limit, items: map[K]*lazy[T]{}}
}

func (s *shelf[K, T]) get(ctx context.Context, key K, compute func(context.Context) (T, error)) (T, error) {
	s.mu.Lock()
	item := s.items[key]
	if item == nil {
		item = &lazy[T]{}
		s.items[key] = item
		if len(s.keys) == s.limit {
			delete(s.items, s.keys[0])
			s.keys = s.keys[1:]
		}
	} else {
		for i, k := range s.keys {
			if k == key {
				s.keys = append(s.keys[:i], s.keys[i+1:]...)
				break
			}
		}
	}
	s.keys = append(s.keys, key)
	s.mu.Unlock()
	return item.get(ctx, compute)
}
