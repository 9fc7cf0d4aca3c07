package neo4j

import (
	"context"
	"sync"
	"time"
)

// keeper brings the organizations up to date, some time after the last write: a load of many changes does it once.
type keeper struct {
	store  *Store
	wake   chan struct{}
	cancel context.CancelFunc
	done   chan struct{}

	mutex sync.Mutex
	dirty bool
}

// newKeeper starts a keeper. It looks once at the beginning, for what a killed program left.
func newKeeper(s *Store) *keeper {
	ctx, cancel := context.WithCancel(context.Background())
	k := &keeper{store: s, wake: make(chan struct{}, 1), cancel: cancel, done: make(chan struct{})}
	go k.run(ctx)
	k.signal()
	return k
}

// changed says that something was written.
func (k *keeper) changed() {
	k.setDirty(true)
	k.signal()
}

func (k *keeper) signal() {
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

func (k *keeper) setDirty(dirty bool) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.dirty = dirty
}

func (k *keeper) isDirty() bool {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return k.dirty
}

func (k *keeper) run(ctx context.Context) {
	defer close(k.done)
	timer := time.NewTimer(0)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-k.wake:
			timer.Reset(k.store.config.Limits.Quiet)
		case <-timer.C:
			k.now(ctx)
		}
	}
}

func (k *keeper) now(ctx context.Context) {
	k.setDirty(false)
	if err := k.store.canonicalize(ctx); err != nil && ctx.Err() == nil {
		k.setDirty(true) // the next write, the next opening or the closing tries again
		k.store.config.Log.Warn("the organizations in Neo4j are not up to date yet; nothing that undersigned shows depends on it", "error", err)
	}
}

// end stops the keeper after a last look, if one is due.
func (k *keeper) end() {
	k.cancel()
	<-k.done
	if k.isDirty() {
		ctx, cancel := context.WithTimeout(context.Background(), k.store.config.Limits.Commit)
		defer cancel()
		k.now(ctx)
	}
}
