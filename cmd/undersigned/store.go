package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/sqlite"
)

// storePath returns the store to use: --store, else a file of that name in the data folder, which is made where it is
// missing.
func (a *app) storePath(name string) (string, error) {
	if a.settings.Store != "" {
		return a.settings.Store, nil
	}
	if err := os.MkdirAll(a.settings.Data, 0o700); err != nil {
		return "", graph.Wrap(graph.Unavailable, err, "the data folder "+a.settings.Data+" cannot be made: choose another with --data")
	}
	return filepath.Join(a.settings.Data, name), nil
}

// openStore opens the store of the settings; the caller closes it.
func (a *app) openStore(ctx context.Context) (store.Store, error) {
	path, err := a.storePath("undersigned.db")
	if err != nil {
		return nil, err
	}
	return openStoreAt(ctx, path)
}

// openStoreAt opens the store at an address. This is the only place that chooses between kinds of stores.
func openStoreAt(ctx context.Context, address string) (store.Store, error) {
	if scheme, _, ok := strings.Cut(address, "://"); ok {
		return nil, graph.Errorf(graph.Unsupported, "this build keeps its store in a file; it cannot use a %s address: give --store a file name", scheme)
	}
	s, err := sqlite.Open(ctx, address)
	if err != nil {
		return nil, err // not s, err: a nil *sqlite.Store in the interface would not be nil
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
	return graph.NewNetwork(data)
}
