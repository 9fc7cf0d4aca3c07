// Package storetest is the conformance suite of package store: what the contract says, as cases that never name a store.
// It answers whether a store keeps the contract; what only one store can get wrong (its files, its server) is tested there.
//
// Most cases are data: records put in steps, and what the store holds in the end. After every step, failed ones included,
// the suite checks what holds for every store at all times (see observe in steps.go). A sentence added to the contract
// brings a case here.
package storetest

import (
	"context"
	"testing"

	"undersigned/internal/store"
)

// Place is where one store lives: it opens that store, again and again.
type Place func(t testing.TB) store.Store

// Run runs the suite. fresh returns a place that holds nothing; what it needs it cleans up with t.Cleanup. The suite uses one
// place at a time, so a server with one database can empty it each time.
func Run(t *testing.T, fresh func(t *testing.T) Place) {
	for _, c := range changes {
		t.Run("change/"+c.name, func(t *testing.T) { c.run(t, fresh(t)) })
	}
	t.Run("search", func(t *testing.T) { searchAll(t, open(t, fresh(t))) })
	for _, c := range behaviours {
		t.Run(c.name, func(t *testing.T) { c.run(t, fresh(t)) })
	}
	t.Run("backup, restore and backup again give the same bytes", func(t *testing.T) { backups(t, fresh) })
}

// behaviours are the cases that are no sequence of steps.
var behaviours = []struct {
	name string
	run  func(t *testing.T, place Place)
}{
	{"a letter comes back as it was put", roundTrip},
	{"what is returned is the caller's", ownCopies},
	{"judgements come in their order", judgementOrder},
	{"two stores with equal records have equal hashes", equalHashes},
	{"the audit log is paged", auditPages},
	{"reopening keeps everything", reopens},
	{"two opens of one place see each other", twoOpens},
	{"a cancelled call is Cancelled and writes nothing", cancelled},
	{"a call ends with its context", deadline},
	{"a closed store is Unavailable", closed},
	{"a letter with 10,000 signatures", bigLetter},
	{"1,000 letters", manyLetters},
	{"writers at the same time", concurrentWriters},
	{"a snapshot during writes is of one revision", snapshotDuringWrites},
	{"restore fills a new store", restores},
	{"restore refuses a store that is not new", restoresOnlyNew},
	{"restore refuses what no store can have", restoresOnlySound},
	{"which rules were followed is forgotten when somebody writes names", followsRules},
	{"what rules look at", subjects},
	{"records and log are copied in as they are", copiesIn},
	{"copying in replaces nothing", copiesInOnlyWhatFits},
	{"a copy goes on where it was cut, with each line of the log once", copies},
}

// open opens a store for the length of the test.
func open(t testing.TB, place Place) store.Store {
	t.Helper()
	s := place(t)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

func put(t testing.TB, s store.Store, c store.Change) store.Result {
	t.Helper()
	r, err := s.Put(context.Background(), c)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	return r
}
