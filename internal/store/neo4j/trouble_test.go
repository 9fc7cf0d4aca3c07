package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"undersigned/graph"
	"undersigned/internal/store"
)

// loadChanges is how many changes a load has that something happens to. loadChange makes one: three letters, and from the
// second on a new version of one that is there.
const loadChanges = 12

func loadChange(i int) store.Change {
	c := store.Change{Actor: "load"}
	for k := range 3 {
		names := make([]string, 60)
		for n := range names {
			names[n] = fmt.Sprintf("Organization %d of %d", n*(k+1), i%4)
		}
		slices.Sort(names)
		c.Letters = append(c.Letters, letter(fmt.Sprintf("l%02d-%d", i, k), slices.Compact(names)...))
	}
	if i > 0 {
		c.Letters = append(c.Letters, letter(fmt.Sprintf("l%02d-0", i-1), "Newcomer"))
	}
	return c
}

// hashesOfLoad returns the content hashes after no change, one, two, ...
func hashesOfLoad() []string {
	hashes := []string{""}
	letters := map[string]graph.Letter{}
	for i := range loadChanges {
		for _, l := range loadChange(i).Letters {
			letters[l.ID] = l
		}
		var all []graph.Letter
		for _, l := range letters {
			all = append(all, l)
		}
		hashes = append(hashes, graph.ContentHash(all, nil, nil))
	}
	return hashes
}

// checkLoad wants a store to hold as many changes as were acknowledged, or one more, each whole; the rest of the load then
// completes it to what an uninterrupted load would have made.
func checkLoad(t *testing.T, s *Store, acknowledged int) {
	t.Helper()
	hashes := hashesOfLoad()
	data, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != data.Hash {
		t.Errorf("the records are not the ones that were written")
	}
	done := int(data.Revision)
	if done < acknowledged || done > acknowledged+1 || data.Hash != hashes[done] {
		t.Fatalf("%d changes were acknowledged, the store has %d letters at revision %d: not that many changes, each whole", acknowledged, len(data.Letters), data.Revision)
	}
	for i := max(0, done-1); i < loadChanges; i++ { // the last one again: it writes nothing
		r := mustPut(t, s, loadChange(i))
		if i < done && r.Written != 0 {
			t.Errorf("change %d was there and wrote %d records again", i, r.Written)
		}
	}
	if hash, err := s.ContentHash(ctx); err != nil || hash != hashes[loadChanges] {
		t.Errorf("the load completed gives another hash (%v)", err)
	}
	entries, err := s.Audit(ctx, 0, 1000)
	if want := loadChanges*4 - 1; err != nil || len(entries) != want {
		t.Errorf("the log has %d lines, want %d: something was lost or written twice (%v)", len(entries), want, err)
	}
}

func TestServerKilledDuringLoad(t *testing.T) {
	server := emptyServer(t)
	s := openStore(t, server)
	const before = 5
	for i := range before {
		mustPut(t, s, loadChange(i))
	}
	failed := make(chan error, 1)
	acknowledged := before
	begun := make(chan struct{})
	go func() {
		close(begun)
		for i := before; i < loadChanges; i++ {
			if _, err := s.Put(ctx, loadChange(i)); err != nil {
				failed <- err
				return
			}
			acknowledged++
		}
		failed <- nil
	}()
	<-begun
	for first := true; first; { // until the sixth is under way or there
		revision, err := s.Revision(ctx)
		if err != nil {
			t.Fatal(err)
		}
		first = revision <= before
	}
	server.Kill(t)
	if err := <-failed; err != nil {
		wantError(t, err, graph.Unavailable)
	}
	_, err := s.Snapshot(ctx)
	wantError(t, err, graph.Unavailable, "cannot be reached")
	if err := server.Run(); err != nil {
		t.Fatal(err)
	}
	checkLoad(t, s, acknowledged) // by the same store: it finds the server again
}

func TestOwnProcessKilledDuringLoad(t *testing.T) {
	server := emptyServer(t)
	for _, acknowledged := range []int{0, 1, 6} {
		t.Run(fmt.Sprint("after ", acknowledged), func(t *testing.T) {
			emptyStore(t, server)
			p := startPart(t, "load", server)
			p.says(t, "open")
			for i := range acknowledged {
				p.says(t, fmt.Sprint("acknowledged ", i))
			}
			known := p.kill(t, acknowledged)
			s := openStore(t, server)
			checkLoad(t, s, known)
			checkCanonical(t, s, server, "after the kill")
		})
	}
}

func TestServerStopsAnswering(t *testing.T) {
	server := emptyServer(t)
	c := configOf(server)
	c.Limits = Limits{Connect: time.Second, Call: time.Second, Commit: time.Second, Quiet: time.Hour}
	patient := openStore(t, server)
	mustPut(t, patient, loadChange(0))
	want, err := patient.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, c)
	server.Pause(t)
	resumed := false
	defer func() {
		if !resumed {
			server.Resume(t)
		}
	}()
	for name, call := range map[string]func() error{
		"Put":           func() error { _, err := s.Put(ctx, loadChange(1)); return err },
		"RemoveLetter":  func() error { _, err := s.RemoveLetter(ctx, "l00-0", "x"); return err },
		"Letter":        func() error { _, err := s.Letter(ctx, "l00-0"); return err },
		"SearchNames":   func() error { _, err := s.SearchNames(ctx, "org", 1); return err },
		"Judgements":    func() error { _, err := s.Judgements(ctx); return err },
		"UndoJudgement": func() error { _, err := s.UndoJudgement(ctx, "j", graph.Undoing{By: "x"}); return err },
		"RedoJudgement": func() error { _, err := s.RedoJudgement(ctx, "j", "x"); return err },
		"Revision":      func() error { _, err := s.Revision(ctx); return err },
		"ContentHash":   func() error { _, err := s.ContentHash(ctx); return err },
		"Snapshot":      func() error { _, err := s.Snapshot(ctx); return err },
		"Audit":         func() error { _, err := s.Audit(ctx, 0, 1); return err },
		"CopyIn":        func() error { _, err := s.CopyIn(ctx, loadChange(1), nil); return err },
		"Restore":       func() error { return s.Restore(ctx, graph.Data{}, nil) },
		"Canonicalize":  func() error { return s.Canonicalize(ctx) },
		"Open":          func() error { _, err := Open(ctx, c); return err },
	} {
		within(t, 15*time.Second, name, func() { wantError(t, call(), graph.Unavailable, "has not answered for 1s") })
	}
	server.Resume(t)
	resumed = true
	var got graph.Data
	for end := time.Now().Add(time.Minute); ; { // the server has to catch up first, on a busy machine for longer than a call may last
		if got, err = s.Snapshot(ctx); err == nil || time.Now().After(end) {
			break
		}
	}
	if err != nil || got.Hash != want.Hash || got.Revision != want.Revision {
		t.Errorf("after it went on: revision %d, hash %.8s (%v), want %d, %.8s", got.Revision, got.Hash, err, want.Revision, want.Hash)
	}
	s.Close()
	checkLoad(t, patient, 1)
}

// A cut at COMMIT leaves its outcome open; the batch that the transaction leaves decides it. Either way the write is there once.
func TestCutAtCommit(t *testing.T) {
	server := emptyServer(t)
	for name, cut := range map[string]int32{"the server never sees it": cutBefore, "the answer is lost": cutAfter} {
		t.Run(name, func(t *testing.T) {
			emptyStore(t, server)
			p := newProxy(t, server.Address())
			c := configOf(server)
			c.URI, c.Limits.Quiet = p.uri(), time.Hour
			s := mustOpen(t, c)
			defer s.Close()
			mustPut(t, s, loadChange(0))
			seen := p.commits.Load()
			p.cut.Store(cut)
			r := mustPut(t, s, loadChange(1))
			if r.Written != 4 || r.Unchanged != 0 || r.Revision != 2 {
				t.Errorf("%+v, want 4 records at revision 2", r)
			}
			want := int32(1)
			if cut == cutBefore {
				want = 2
			}
			if n := p.commits.Load() - seen; n != want {
				t.Errorf("%d COMMITs, want %d", n, want)
			}
			checkLoad(t, s, 2)
		})
	}
}

// Another program takes locks in the opposite order: Neo4j ends one of the two, and our write comes through in any case.
func TestDeadlock(t *testing.T) {
	server := emptyServer(t)
	s := openStore(t, server)
	mustPut(t, s, loadChange(0))
	d := server.Driver(t)
	defer d.Close(ctx)
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	session := d.NewSession(limited, driver.SessionConfig{})
	defer session.Close(limited)
	other, err := session.BeginTransaction(limited)
	if err != nil {
		t.Fatal(err)
	}
	run := func(statement string) error {
		result, err := other.Run(limited, statement, nil)
		if err == nil {
			_, err = result.Consume(limited)
		}
		return err
	}
	if err := run("MATCH (l:Letter {id: 'l00-0'}) SET l.seen = true"); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := s.Put(ctx, loadChange(1)) // takes the writers' lock, then waits for the letter
		done <- err
	}()
	for waiting := false; !waiting; {
		rows := server.Query(t, "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*)", nil)
		waiting = rows[0][0] != int64(0)
	}
	err = run("MATCH (m:Meta) SET m.seen = true")
	err = errors.Join(err, other.Rollback(limited))
	t.Logf("the other program: %v", err)
	if err := <-done; err != nil {
		t.Errorf("our write: %v", err)
	}
	server.Query(t, "MATCH (l:Letter {id: 'l00-0'}) REMOVE l.seen", nil)
	checkLoad(t, s, 2)
}
