package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

func bigLetter(t *testing.T, place Place) {
	s := open(t, place)
	l := many(1, 10_000)[0]
	put(t, s, store.Change{Letters: []graph.Letter{l}})
	got, err := s.Letter(context.Background(), l.ID)
	if err != nil || graph.RecordHash(got) != graph.RecordHash(l) {
		t.Fatalf("a letter of 10,000 signatures came back with %d (%v)", len(got.Signatures), err)
	}
	if r := put(t, s, store.Change{Letters: []graph.Letter{l}}); r.Unchanged != 1 {
		t.Errorf("put again: %+v", r)
	}
	l.Signatures = l.Signatures[1:]
	if r := put(t, s, store.Change{Letters: []graph.Letter{l}}); r.Written != 1 {
		t.Errorf("put without its first signature: %+v", r)
	}
	if hits, err := s.SearchNames(context.Background(), "00000", 10); err != nil || len(hits) != 0 {
		t.Errorf("the name that went is still found: %v (%v)", hits, err)
	}
	if hits, err := s.SearchNames(context.Background(), "organization 09999", 10); err != nil || len(hits) != 1 {
		t.Errorf("the last name is found %d times (%v)", len(hits), err)
	}
}

func manyLetters(t *testing.T, place Place) {
	s := open(t, place)
	letters := many(1000, 20)
	for i := 0; i < len(letters); i += 250 {
		put(t, s, store.Change{Letters: letters[i : i+250]})
	}
	o := observe(t, s)
	if o.hash != graph.ContentHash(letters, nil, nil) {
		t.Errorf("%d letters came back, and not as they were put", len(o.data.Letters))
	}
	if r := put(t, s, store.Change{Letters: letters}); r.Unchanged != 1000 || r.Revision != o.revision {
		t.Errorf("put again: %+v", r)
	}
}

func concurrentWriters(t *testing.T, place Place) {
	stores := []store.Store{open(t, place), open(t, place)}
	var wait sync.WaitGroup
	const writers, writes = 6, 8
	for w := range writers {
		wait.Go(func() {
			s := stores[w%len(stores)]
			last := int64(0)
			for i := range writes {
				r, err := s.Put(context.Background(), store.Change{Letters: []graph.Letter{letter(fmt.Sprintf("l%d-%d", w, i), "P", fmt.Sprintf("Q%d", i))}})
				if err != nil || r.Written != 1 || r.Revision <= last {
					t.Errorf("writer %d: %+v after revision %d: %v", w, r, last, err)
					return
				}
				last = r.Revision
			}
		})
	}
	wait.Wait()
	for _, s := range stores {
		if o := observe(t, s); len(o.data.Letters) != writers*writes || len(o.audit) != writers*writes {
			t.Errorf("%d letters and %d log lines, want %d", len(o.data.Letters), len(o.audit), writers*writes)
		}
	}
}

// Every write puts the same title into all letters, so a snapshot with two titles is of two revisions.
func snapshotDuringWrites(t *testing.T, place Place) {
	s := open(t, place)
	letters := many(20, 30)
	write := func(title string) error {
		for i := range letters {
			letters[i].Title = title
		}
		_, err := s.Put(context.Background(), store.Change{Letters: letters, Profiles: []graph.Profile{profile("P", title)}})
		return err
	}
	if err := write("0"); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		for i := range 15 {
			if err := write(fmt.Sprint(i + 1)); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	last := int64(0)
	for finished := false; !finished; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			finished = true
		default:
		}
		data, err := s.Snapshot(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		checkSnapshot(t, data)
		if len(data.Letters) != len(letters) || len(data.Profiles) != 1 || data.Revision < last {
			t.Fatalf("%d letters, %d profiles, revision %d after %d", len(data.Letters), len(data.Profiles), data.Revision, last)
		}
		last = data.Revision
		for _, l := range data.Letters {
			if l.Title != data.Profiles[0].Display {
				t.Fatalf("revision %d has letter %s of write %s and the profile of write %s", data.Revision, l.ID, l.Title, data.Profiles[0].Display)
			}
		}
	}
}
