// Package ruledtest opens stores as the program does, for tests of what is built on them.
package ruledtest

import (
	"context"

	"undersigned/internal/store/ruled"
	"undersigned/internal/store/sqlite"
)

// Open opens the store in a file, and makes it where there is none; its judgements follow the rules.
func Open(ctx context.Context, path string) (*ruled.Store, error) {
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return ruled.Open(ctx, s)
}
