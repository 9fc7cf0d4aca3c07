package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"undersigned/internal/store"
	"undersigned/internal/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Place {
		path := filepath.Join(t.TempDir(), "a store? with 100% odd#name.db")
		return func(t testing.TB) store.Store {
			t.Helper()
			s, err := Open(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
	})
}
