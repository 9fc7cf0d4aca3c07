package neo4j

import (
	"fmt"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
)

// A server that gives a transaction little memory: what needs less in smaller statements comes through with these; what does not is
// refused as too large, and nothing of it is there.
func TestTransactionMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a Neo4j server of its own")
	}
	server := neo4jtest.Start(t, "db.memory.transaction.max=8m")
	s := openStore(t, server)
	names := make([]string, 4000)
	for i := range names {
		names[i] = fmt.Sprintf("Organization %05d", i)
	}
	signed := 0
	for size := len(names); signed == 0; size /= 2 {
		if size < 100 {
			t.Fatal("not even a letter of 100 signatures fits")
		}
		r, err := s.Put(ctx, store.Change{Letters: []graph.Letter{letter("a", names[:size]...)}})
		if err == nil && r.Written == 1 {
			signed = size
			continue
		}
		wantError(t, err, graph.TooLarge, "load fewer letters at a time", "nothing of this change was written")
		data, err := s.Snapshot(ctx)
		if err != nil || len(data.Letters) != 0 || data.Revision != 0 {
			t.Fatalf("after a refused write: %d letters at revision %d (%v)", len(data.Letters), data.Revision, err)
		}
		t.Logf("%d signatures at once are too large", size)
	}
	t.Logf("%d signatures fit", signed)
	if l, err := s.Letter(ctx, "a"); err != nil || len(l.Signatures) != signed {
		t.Errorf("%d of %d signatures are there (%v)", len(l.Signatures), signed, err)
	}
}
