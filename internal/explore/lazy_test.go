package explore

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"undersigned/graph"
)

func TestLazyIsComputedOnceForAll(t *testing.T) {
	var z lazy[int]
	var computed atomic.Int32
	gate := make(chan struct{})
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			v, err := z.get(t.Context(), func(context.Context) (int, error) {
				computed.Add(1)
				<-gate
				return 7, nil
			})
			if v != 7 || err != nil {
				t.Errorf("got %d, %v", v, err)
			}
		})
	}
	close(gate)
	wg.Wait()
	if v, err := z.get(t.Context(), nil); v != 7 || err != nil {
		t.Errorf("kept %d, %v", v, err)
	}
	if n := computed.Load(); n != 1 {
		t.Errorf("computed %d times", n)
	}
}

func TestLazyIsGivenUpWhenNobodyWaits(t *testing.T) {
	var z lazy[int]
	started, stopped := make(chan struct{}), make(chan struct{})
	compute := func(ctx context.Context) (int, error) {
		close(started)
		<-ctx.Done()
		close(stopped)
		return 0, ctx.Err()
	}
	first, leaveFirst := context.WithCancel(t.Context())
	second, leaveSecond := context.WithCancel(t.Context())
	errs := make(chan error, 2)
	go func() { _, err := z.get(first, compute); errs <- err }()
	<-started
	go func() { _, err := z.get(second, compute); errs <- err }()
	for waiting := 0; waiting < 2; {
		z.mu.Lock()
		waiting = z.running.waiting
		z.mu.Unlock()
	}
	leaveFirst()
	if err := <-errs; graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("the first got %v", err)
	}
	select {
	case <-stopped:
		t.Fatal("given up while somebody waits")
	default:
	}
	leaveSecond()
	<-errs
	<-stopped
	if v, err := z.get(t.Context(), func(context.Context) (int, error) { return 3, nil }); v != 3 || err != nil {
		t.Errorf("afterwards: %d, %v", v, err)
	}
}

func TestLazyKeepsNoFailure(t *testing.T) {
	var z lazy[int]
	if _, err := z.get(t.Context(), func(context.Context) (int, error) { return 0, errors.New("no") }); err == nil {
		t.Error("no error")
	}
	if _, err := z.get(t.Context(), func(context.Context) (int, error) { panic("broken") }); graph.CodeOf(err) != graph.Internal {
		t.Errorf("a panic became %v", err)
	}
	if v, err := z.get(t.Context(), func(context.Context) (int, error) { return 5, nil }); v != 5 || err != nil {
		t.Errorf("afterwards: %d, %v", v, err)
	}
}

func TestShelfForgetsTheOldest(t *testing.T) {
	s := newShelf[int, int](2)
	computed := map[int]int{}
	get := func(k int) {
		v, err := s.get(t.Context(), k, func(context.Context) (int, error) { computed[k]++; return 10 * k, nil })
		if v != 10*k || err != nil {
			t.Errorf("%d: %d, %v", k, v, err)
		}
	}
	for _, k := range []int{1, 2, 1, 3, 1, 2} {
		get(k)
	}
	if computed[1] != 1 || computed[2] != 2 || computed[3] != 1 {
		t.Errorf("computed %v: 2 was to be forgotten, 1 kept", computed)
	}
}
