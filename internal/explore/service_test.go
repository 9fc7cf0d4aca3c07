package explore

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/store"
)

// moody is a store that fails or hangs on demand and counts its snapshots.
type moody struct {
	store.Store
	down, hang atomic.Bool
	snapshots  atomic.Int32
}

func (m *moody) Revision(ctx context.Context) (int64, error) {
	if err := m.mood(ctx); err != nil {
		return 0, err
	}
	return m.Store.Revision(ctx)
}

func (m *moody) Snapshot(ctx context.Context) (graph.Data, error) {
	m.snapshots.Add(1)
	if err := m.mood(ctx); err != nil {
		return graph.Data{}, err
	}
	return m.Store.Snapshot(ctx)
}

func (m *moody) mood(ctx context.Context) error {
	if m.hang.Load() {
		<-ctx.Done()
		return graph.Wrap(graph.Unavailable, ctx.Err(), "The store does not answer.")
	}
	if m.down.Load() {
		return graph.Errorf(graph.Unavailable, "The store cannot be reached.")
	}
	return nil
}

// eager looks at the store at every question and waits for the answer.
var eager = Options{PollEvery: 1, Patience: time.Minute}

func exampleStore(t *testing.T) *moody {
	t.Helper()
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &moody{Store: openStore(t, c)}
}

func startService(t *testing.T, s store.Store, o Options) *Service {
	t.Helper()
	service := New(s, o)
	t.Cleanup(service.Close)
	return service
}

func mustRead(t *testing.T, s *Service) *Reading {
	t.Helper()
	r, err := s.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func newLetter(id, organization string) graph.Letter {
	return graph.Letter{ID: id, Title: "Letter " + id, Kind: "letter", Documents: []graph.Document{{ID: "d"}},
		Signatures: []graph.Signature{{Name: organization, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Evidence: []graph.Evidence{{Document: "d", Text: organization}}}}}
}

func TestReadSeesNewData(t *testing.T) {
	s := exampleStore(t)
	service := startService(t, s, eager)
	before := mustRead(t, service)
	if again := mustRead(t, service); again.snapshot != before.snapshot {
		t.Error("an unchanged store gave a new snapshot")
	}
	if _, err := s.Put(t.Context(), store.Change{Letters: []graph.Letter{newLetter("new", "Somebody New")}}); err != nil {
		t.Fatal(err)
	}
	after := mustRead(t, service)
	if after.Version().Revision <= before.Version().Revision || after.Version().Hash == before.Version().Hash || after.Version().Cache == before.Version().Cache {
		t.Errorf("version %+v after %+v", after.Version(), before.Version())
	}
	if _, err := after.Organization(t.Context(), "Somebody New"); err != nil {
		t.Error(err)
	}
	if _, err := before.Organization(t.Context(), "Somebody New"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a reading changed under its reader: %v", err)
	}
	if n := s.snapshots.Load(); n != 2 {
		t.Errorf("%d snapshots read, want 2", n)
	}
}

// TestOlderWhileTheAnalysisIsUnderWay: after a save nobody waits for the analysis; what needs one is of the data before and says so.
func TestOlderWhileTheAnalysisIsUnderWay(t *testing.T) {
	s := exampleStore(t)
	free := make(chan struct{}, 1)
	free <- struct{}{} // the first analysis
	o := eager
	o.Warm, o.BeforeWarming = true, func(ctx context.Context) {
		select {
		case <-free:
		case <-ctx.Done():
		}
	}
	service := startService(t, s, o)
	analysed := func(old int64) *Reading {
		t.Helper()
		for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
			service.mu.Lock()
			done := service.analysed != nil && service.analysed.network.Revision() > old
			service.mu.Unlock()
			if done {
				return mustRead(t, service)
			}
			if time.Now().After(deadline) {
				t.Fatal("the analysis does not end")
			}
		}
	}
	mustRead(t, service)
	before := analysed(0)
	if before.Version().Older || before.Analysed() != before {
		t.Errorf("at first: %+v", before.Version())
	}
	result, err := s.Put(t.Context(), store.Change{Letters: []graph.Letter{newLetter("new", "Access Now")}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // for who has saved, and for the next reader
		after, err := service.ReadFrom(t.Context(), result.Revision)
		if err != nil || !after.Version().Older || after.Version().Revision != result.Revision {
			t.Fatalf("%v, %+v", err, after)
		}
		old := after.Analysed()
		a, err := old.Network(t.Context(), View{})
		if err != nil || !a.Version.Older || a.Version.Hash != before.Version().Hash {
			t.Errorf("the network: %v, %+v", err, a.Version)
		}
		l, err := after.Letter(t.Context(), "new")
		if err != nil || len(l.Signatories) != 1 || l.Signatories[0].Cluster == 0 {
			t.Errorf("the letter that was saved, with the clusters of before: %v, %+v", err, l.Signatories)
		}
		if _, done := after.coalitions.ready(); done {
			t.Error("the new clusters are there: nothing was tested")
		}
	}
	free <- struct{}{}
	if r := analysed(before.Version().Revision); r.Version().Older || r.Analysed() != r || r.Version().Revision != result.Revision {
		t.Errorf("at the end: %+v", r.Version())
	}
}

func TestStaleWhileTheStoreIsDown(t *testing.T) {
	s := exampleStore(t)
	service := startService(t, s, eager)
	fresh := mustRead(t, service)
	s.down.Store(true)
	stale := mustRead(t, service)
	if !stale.Version().Stale || stale.Version().Hash != fresh.Version().Hash {
		t.Errorf("while down: %+v", stale.Version())
	}
	if _, isStale, err := service.Revision(t.Context()); !isStale || err != nil {
		t.Errorf("revision: stale %v, %v", isStale, err)
	}
	if a, err := stale.Network(t.Context(), View{}); err != nil || !a.Version.Stale || len(a.Organizations.ID) == 0 {
		t.Errorf("the network while down: %v, %v", a.Version, err)
	}
	s.down.Store(false)
	if again := mustRead(t, service); again.Version().Stale {
		t.Error("still stale after the store came back")
	}
	if a, err := mustRead(t, service).Network(t.Context(), View{}); err != nil || a.Version.Stale {
		t.Errorf("a cached answer stayed stale: %+v, %v", a.Version, err)
	}
}

// TestAnotherStoreOfTheSameRevision: after an outage the revision alone does not tell that the data are others.
func TestAnotherStoreOfTheSameRevision(t *testing.T) {
	s := &moody{Store: openStore(t, store.Change{Letters: []graph.Letter{newLetter("one", "Somebody")}})}
	service := startService(t, s, eager)
	before := mustRead(t, service).Version()
	s.down.Store(true)
	mustRead(t, service)
	s.Store = openStore(t, store.Change{Letters: []graph.Letter{newLetter("one", "Somebody Else")}})
	s.down.Store(false)
	after := mustRead(t, service).Version()
	if after.Revision != before.Revision || after.Hash == before.Hash || after.Cache == before.Cache || after.Stale {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

func TestHangingStore(t *testing.T) {
	s := &moody{Store: openStore(t, store.Change{Letters: []graph.Letter{newLetter("one", "Somebody")}})}
	service := startService(t, s, Options{PollEvery: 1, Patience: time.Millisecond, Timeout: 200 * time.Millisecond})
	mustRead(t, service)
	s.hang.Store(true)
	for !mustRead(t, service).Version().Stale { // each waits for its patience only; after the time-out one is stale
	}
	s.hang.Store(false)
	for mustRead(t, service).Version().Stale {
	}
}

func TestStoreThatNeverAnswered(t *testing.T) {
	s := exampleStore(t)
	s.down.Store(true)
	service := startService(t, s, eager)
	if _, err := service.Read(t.Context()); graph.CodeOf(err) != graph.Unavailable || graph.MessageOf(err) == "" {
		t.Errorf("got %v", err)
	}
	if _, _, err := service.Revision(t.Context()); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("revision: %v", err)
	}
	s.down.Store(false)
	mustRead(t, service)
}

// broken is a store with a fault of its own.
type broken struct{ store.Store }

func (broken) Snapshot(context.Context) (graph.Data, error) {
	return graph.Data{}, errors.New("disk on fire")
}

func TestFaultOfTheStore(t *testing.T) {
	service := startService(t, broken{}, eager)
	_, err := service.Read(t.Context())
	if graph.CodeOf(err) != graph.Unavailable || !errors.Is(err, service.failure) || graph.MessageOf(err) == "disk on fire" {
		t.Errorf("got %v", err)
	}
}

func TestReadersShareOneLook(t *testing.T) {
	s := exampleStore(t)
	service := startService(t, s, Options{PollEvery: time.Hour})
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if _, err := service.Read(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := s.snapshots.Load(); n != 1 {
		t.Errorf("%d snapshots for 16 readers", n)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	s := exampleStore(t)
	s.hang.Store(true)
	service := startService(t, s, Options{Timeout: time.Hour})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := service.Read(ctx); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("got %v", err)
	}
}

func TestClosedServiceSaysSo(t *testing.T) {
	service := New(exampleStore(t), eager)
	service.Close()
	service.Close()
	if _, err := service.Read(t.Context()); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v", err)
	}
}

// heard is a log handler that passes messages on.
type heard struct {
	slog.Handler
	messages chan string
}

func (h heard) Enabled(context.Context, slog.Level) bool { return true }

func (h heard) Handle(_ context.Context, r slog.Record) error {
	h.messages <- r.Message
	return nil
}

func TestWarmServiceComputesByItself(t *testing.T) {
	messages := make(chan string, 10)
	service := startService(t, exampleStore(t), Options{Warm: true, Logger: slog.New(heard{slog.DiscardHandler, messages})})
	r := mustRead(t, service)
	if m := <-messages; m != "analysis done" {
		t.Fatalf("heard %q", m)
	}
	v, err := r.apply(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.views.get(t.Context(), v, func(context.Context) (NetworkAnswer, error) {
		return NetworkAnswer{}, errors.New("nothing was prepared")
	}); err != nil {
		t.Error(err)
	}
}

// silent is a store that ends calls with their contexts, as its contract says, and otherwise does not answer.
type silent struct{ store.Store }

func (silent) Revision(ctx context.Context) (int64, error) {
	<-ctx.Done()
	return 0, graph.Wrap(graph.Cancelled, ctx.Err(), "the call was cancelled")
}

// TestLookAtASilentStore: whoever watches over the server is told that the store is silent, and not that somebody cancelled the call.
func TestLookAtASilentStore(t *testing.T) {
	service := startService(t, silent{}, Options{Timeout: 20 * time.Millisecond})
	if _, err := service.Look(t.Context()); graph.CodeOf(err) != graph.Unavailable || !strings.Contains(graph.MessageOf(err), "has not answered for 20ms") {
		t.Errorf("a look: %v", err)
	}
	if _, _, err := service.Revision(t.Context()); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("the revision: %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := service.Look(gone); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("who no longer waits: %v", err)
	}
}

// TestReadFrom: who has written sees the write, however seldom the store is looked at.
func TestReadFrom(t *testing.T) {
	db := openStore(t)
	service := New(db, Options{PollEvery: time.Hour})
	defer service.Close()
	if _, err := service.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		written, err := db.Put(t.Context(), store.Change{Letters: []graph.Letter{signedBy(fmt.Sprint(i), "River Watch")}})
		if err != nil {
			t.Fatal(err)
		}
		r, err := service.ReadFrom(t.Context(), written.Revision)
		if err != nil || r.Version().Revision != written.Revision || len(r.Graph().Letters()) != i+1 {
			t.Fatalf("%v, %+v", err, r)
		}
	}
	service.Close()
	if _, err := service.ReadFrom(t.Context(), 99); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a service that has stopped: %v", err)
	}
}
