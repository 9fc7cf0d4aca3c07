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

// What is removed leaves nothing behind in the file's tables; people read them with other programs.
func TestRemovalLeavesNothing(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "s.db"))
	defer s.Close()
	mustPut(t, s, sample("a", "Łódź Rights", "EFF"))
	mustPut(t, s, sample("b", "EFF"))
	mustPut(t, s, sample("a", "EFF"))
	count := func(table string) (n int) {
		t.Helper()
		if _, err := s.writer.row("SELECT count(*) FROM "+table, nil, []any{&n}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for table, want := range map[string]int{"letter": 2, "document": 2, "signature": 4, "signed": 4, "name": 2, "name_word": 3} {
		if n := count(table); n != want {
			t.Errorf("%s has %d rows, want %d", table, n, want)
		}
	}
	for _, id := range []string{"a", "b"} {
		if _, err := s.RemoveLetter(ctx, id, "test"); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range []string{"letter", "document", "signature", "name", "name_word"} {
		if n := count(table); n != 0 {
			t.Errorf("%s still has %d rows", table, n)
		}
	}
}
