package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j"
	"undersigned/internal/store/ruled"
	"undersigned/internal/store/sqlite"
)

// storePath returns the store to use: --store, else a file of that name in the data folder.
func (a *app) storePath(name string) string {
	if a.settings.Store != "" {
		return a.settings.Store
	}
	return filepath.Join(a.settings.Data, name)
}

// openStore opens the store of the settings, which has to be there: a command that only reads, or changes what is stored, makes none. The caller
// closes it.
func (a *app) openStore(ctx context.Context) (store.Store, error) {
	return a.openStoreAt(ctx, a.storePath("undersigned.db"), existing)
}

// makeStore opens the store of that name, and makes it where there is none.
func (a *app) makeStore(ctx context.Context, name string) (store.Store, error) {
	if a.settings.Store == "" {
		if err := os.MkdirAll(a.settings.Data, 0o700); err != nil {
			return nil, graph.Wrap(graph.Unavailable, err, "the data folder "+a.settings.Data+" cannot be made: choose another with --data")
		}
	}
	return a.openStoreAt(ctx, a.storePath(name), mayMake)
}

// wanted says whether a store that is not there is made.
type wanted bool

const (
	existing wanted = false
	mayMake  wanted = true
)

// isAddress tells the address of a server from the name of a file.
func isAddress(address string) bool { return strings.Contains(address, "://") }

// openStoreAt opens the store at an address, and lets its judgements follow the rules; NotFound where it has to be there and is not.
func (a *app) openStoreAt(ctx context.Context, address string, w wanted) (store.Store, error) {
	s, err := a.openBelow(ctx, address, w)
	if err != nil {
		return nil, err
	}
	r, err := ruled.Open(ctx, s)
	if err != nil {
		s.Close()
		return nil, err
	}
	return r, nil
}

// openBelow opens the store as it is. This is the only place that chooses between kinds of stores.
func (a *app) openBelow(ctx context.Context, address string, w wanted) (store.Store, error) {
	if isAddress(address) {
		return a.openNeo4j(ctx, address, w)
	}
	open := sqlite.OpenExisting
	if w == mayMake {
		open = sqlite.Open
	}
	s, err := open(ctx, address)
	if err != nil {
		return nil, err // not s, err: a nil *sqlite.Store in the interface would not be nil
	}
	return s, nil
}

// openNeo4j opens a store in Neo4j. User and password come from the environment, since an address and flags can be read by
// everybody on the machine.
func (a *app) openNeo4j(ctx context.Context, address string, w wanted) (store.Store, error) {
	if !neo4j.IsAddress(address) {
		scheme, _, _ := strings.Cut(address, "://")
		return nil, graph.Errorf(graph.Unsupported, "a %s address is no store: give --store a file name, or a Neo4j address such as bolt://127.0.0.1:7687 or neo4j+s://HOST", scheme)
	}
	username, password, err := neo4j.Credentials(os.Getenv)
	if err != nil {
		return nil, err
	}
	s, err := neo4j.Open(ctx, neo4j.Config{URI: address, Username: username, Password: password, Force: a.settings.Force, Existing: w == existing, Log: a.log})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// network reads the store's snapshot as a network.
func (a *app) network(ctx context.Context) (*graph.Network, error) {
	s, err := a.openStore(ctx)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	data, err := s.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return unlessStopped(ctx, func() (*graph.Network, error) { return graph.NewNetwork(data) })
}

// tidying is how long work that was stopped may take to remove what it has begun to write.
const tidying = 500 * time.Millisecond

// unlessStopped does work that only computes or writes a file, and gives it up when ctx ends, whether or not it would notice: the program ends then.
func unlessStopped[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		value, err := work()
		done <- answer{value, err}
	}()
	select {
	case a := <-done:
		return a.value, a.err
	case <-ctx.Done():
		select {
		case <-done:
		case <-time.After(tidying):
		}
		var none T
		return none, graph.Wrap(graph.Cancelled, ctx.Err(), "stopped before it was done")
	}
}
