package neo4j

import (
	"fmt"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
)

// A server that gives a transaction little memory refuses a large change as too large, and nothing of it is there. Halved, and
// halved again, it comes through, each letter once.
func TestTransactionMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a Neo4j server of its own")
	}
	server := neo4jtest.Start(t, "db.memory.transaction.max=16m")
	s := openStore(t, server)
	var letters []graph.Letter
	for i := range 30 {
		names := make([]string, 100)
		for k := range names {
			names[k] = fmt.Sprintf("Organization %05d", 50*i+k)
		}
		letters = append(letters, letter(fmt.Sprintf("l%02d", i), names...))
	}
	refused, parts := 0, 0
	var put func(letters []graph.Letter)
	put = func(letters []graph.Letter) {
		before, err := s.Revision(ctx)
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Put(ctx, store.Change{Letters: letters})
		if err == nil {
			parts++
			return
		}
		refused++
		wantError(t, err, graph.TooLarge, "load fewer letters at a time", "nothing of this change was written")
		if revision, again := s.Revision(ctx); again != nil || revision != before || len(letters) < 2 {
			t.Fatalf("after refusing %d letters: revision %d, it was %d (%v)", len(letters), revision, before, again)
		}
		put(letters[:len(letters)/2])
		put(letters[len(letters)/2:])
	}
	put(letters)
	if refused == 0 || parts < 2 {
		t.Errorf("%d refused, %d parts: this server has too much memory for this test", refused, parts)
	}
	data, err := s.Snapshot(ctx)
	if err != nil || graph.ContentHash(data.Letters, nil, nil) != graph.ContentHash(letters, nil, nil) {
		t.Errorf("%d letters are there, and not as they were put (%v)", len(data.Letters), err)
	}
	if entries, err := s.Audit(ctx, 0, 1000); err != nil || len(entries) != len(letters) {
		t.Errorf("%d log lines for %d letters (%v)", len(entries), len(letters), err)
	}
}
