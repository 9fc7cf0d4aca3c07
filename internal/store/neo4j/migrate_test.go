package neo4j

import (
	"testing"
	"testing/fstest"

	"undersigned/internal/store"
)

// A store of the first format is brought up to date when it is opened, with everything in it.
func TestOldestFormatIsBroughtUpToDate(t *testing.T) {
	server := emptyServer(t)
	server.Query(t, "DROP INDEX undersigned_letter_work IF EXISTS", nil)
	text, err := files.ReadFile("migrations/00001_store.cypher")
	if err != nil {
		t.Fatal(err)
	}
	old, err := open(ctx, configOf(server), fstest.MapFS{"00001_store.cypher": {Data: text}})
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, old, store.Change{Letters: loadChange(0).Letters})
	want, err := old.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	const index = "SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE labelsOrTypes = ['Letter'] AND properties = ['work'] RETURN state"
	if rows := server.Query(t, index, nil); len(rows) != 0 {
		t.Fatalf("the first format has the index of the second: %v", rows)
	}
	s := openStore(t, server)
	if rows := server.Query(t, index, nil); len(rows) != 1 || rows[0][0] != "ONLINE" {
		t.Errorf("the index of letters by work: %v", rows)
	}
	if got, err := s.Snapshot(ctx); err != nil || got.Hash != want.Hash || got.Revision != want.Revision {
		t.Errorf("after the migration: revision %d, hash %.8s (%v), want %d, %.8s", got.Revision, got.Hash, err, want.Revision, want.Hash)
	}
}
