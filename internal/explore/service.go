package explore

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// Options of a Service.
type Options struct {
	Logger    *slog.Logger                       // nil discards
	Example   bool                               // the data are the example data set
	Build     string                             // of the program; answers cached by a browser are told apart by it
	PollEvery time.Duration                      // how old an answer about the store's revision may be; 0 means 2 s
	Patience  time.Duration                      // how long a request waits for newer data before it is answered from the old; 0 means 250 ms
	Timeout   time.Duration                      // for one look at the store; 0 means 5 s, for reading a whole snapshot 10 times that
	Progress  func(done, total int, step string) // told how far long computations are, from any goroutine; nil for nobody
	Warm      bool                               // compute the analyses in the background as soon as there are data
	Without   []string                           // of CanBeWithout: what exports leave out
	Folders   []string                           // for temporary files, where the system's folder takes none
	Room      int64                              // bytes of files that are made and read at one time, beyond the first megabyte of each; 0 means 4 GB

	BeforeWarming func(ctx context.Context) // for tests: called in the background before each analysis
	WhenBegun     func()                    // for tests: called when the first part of a large file can be read, before the rest is made
}

// Service keeps the newest snapshot of a store. It is safe for concurrent use.
//
// Decision (2026-11): the store is looked at when somebody asks, at most once in PollEvery, and never by a timer: an idle
// server does nothing. When it cannot be reached, the last snapshot goes on, marked stale, until a later look succeeds.
type Service struct {
	store   store.Store
	options Options
	log     *slog.Logger

	mu       sync.Mutex
	snapshot *snapshot // nil until the first look succeeds
	analysed *snapshot // the last one whose analysis is done; nil before, and where nothing is computed ahead
	stale    bool      // the last look failed
	failure  error     // of the last look; nil where it succeeded
	looked   time.Time // end of the last look
	looking  chan struct{}
	warming  context.CancelFunc
	closed   bool
	stop     context.CancelFunc
	life     context.Context
	work     sync.WaitGroup
	gate     *gate
	room     *room
}

// New returns a Service over a store. It does nothing until the first question.
func New(s store.Store, options Options) *Service {
	if options.PollEvery == 0 {
		options.PollEvery = 2 * time.Second
	}
	if options.Patience == 0 {
		options.Patience = 250 * time.Millisecond
	}
	if options.Timeout == 0 {
		options.Timeout = 5 * time.Second
	}
	log := options.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	life, stop := context.WithCancel(context.Background())
	r := newRoom(options.Room, options.Folders...)
	r.whenBegun = options.WhenBegun
	return &Service{store: s, options: options, log: log, life: life, stop: stop, gate: newGate(), room: r}
}

// Decision (2026-11-30): after a save, what takes an analysis is answered from the data before, marked older, until the analysis of the new
// ones is done. Context: each save cost the next reader of a large network 10 to 14 s. Rejected: to keep the whole program at the old data,
// since who has just saved a letter wants to see it. Consequence: letters, search and lists are of the new data at once; map, measures and
// clusters follow, and say that they do.

// Close ends background work and waits for it. The store stays open: it is the caller's.
func (s *Service) Close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.stop()
	s.work.Wait()
}

// Reading is the service at one revision: every use case is a method of it, so that one request sees one state of the data.
// Answers are ready to be sent; callers must not change them, since they are shared.
type Reading struct {
	*snapshot
	before  *snapshot // whose analysis is done, while that of this one is under way; nil else
	version Version
	build   string // of the program
	example bool
}

// Version says which data this is.
func (r *Reading) Version() Version { return r.version }

// Read returns the current state. Where the store holds newer data, it waits for them a moment, then goes on with the old
// ones. Unavailable where the store cannot be reached and never could.
func (s *Service) Read(ctx context.Context) (*Reading, error) {
	s.mu.Lock()
	first := s.snapshot == nil
	if !first && time.Since(s.looked) < s.options.PollEvery {
		defer s.mu.Unlock()
		return s.reading(), nil
	}
	looking := s.look()
	s.mu.Unlock()

	patience := (<-chan time.Time)(nil)
	if !first {
		timer := time.NewTimer(s.options.Patience)
		defer timer.Stop()
		patience = timer.C
	}
	select {
	case <-looking:
	case <-patience:
	case <-ctx.Done():
		return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the answer was no longer waited for")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.snapshot == nil {
		if graph.CodeOf(s.failure) == graph.Internal || graph.CodeOf(s.failure) == graph.Cancelled {
			return nil, graph.Wrap(graph.Unavailable, s.failure, "The data could not be read. Look into the log for the reason, then try again.")
		}
		return nil, s.failure
	}
	return s.reading(), nil
}

// ReadFrom returns the state of a revision or a later one: for the caller that has just written it. It waits as long as that takes.
func (s *Service) ReadFrom(ctx context.Context, revision int64) (*Reading, error) {
	for {
		s.mu.Lock()
		if s.snapshot != nil && s.snapshot.network.Revision() >= revision && s.snapshot.replacements == s.replacements() {
			defer s.mu.Unlock()
			return s.reading(), nil
		}
		looking := s.look() // one that is under way may have begun before the write; then there is another
		s.mu.Unlock()
		select {
		case <-looking:
		case <-ctx.Done():
			return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the answer was no longer waited for")
		}
		s.mu.Lock()
		err := s.failure
		s.mu.Unlock()
		if err != nil {
			return nil, err
		}
	}
}

// Revision returns the revision of the data that are served, or, before the first question, of the store; it never reads
// a whole snapshot.
func (s *Service) Revision(ctx context.Context) (revision int64, stale bool, err error) {
	s.mu.Lock()
	if s.snapshot != nil {
		defer s.mu.Unlock()
		return s.snapshot.network.Revision(), s.stale, nil
	}
	s.mu.Unlock()
	revision, err = s.ask(ctx)
	return revision, false, err
}

// Look asks the store for its revision now: whether data can be read from it, whatever is served meanwhile. It reads no snapshot. served is
// the revision of the answers.
func (s *Service) Look(ctx context.Context) (served int64, err error) {
	s.mu.Lock()
	known := s.snapshot
	s.mu.Unlock()
	revision, err := s.ask(ctx)
	if known != nil {
		revision = known.network.Revision()
	}
	return revision, err
}

// ask asks the store for its revision. A store that is silent is Unavailable: the call was not cancelled by whoever waits for it.
func (s *Service) ask(ctx context.Context) (int64, error) {
	limited, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	revision, err := s.store.Revision(limited)
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		err = graph.Wrap(graph.Unavailable, err, fmt.Sprintf("the store has not answered for %v; see that its server runs and is not overloaded, then try again", s.options.Timeout))
	}
	return revision, err
}

// reading is called with s.mu held and a snapshot present.
func (s *Service) reading() *Reading {
	v := s.snapshot.version(s.options.Build)
	v.Stale = s.stale
	r := &Reading{snapshot: s.snapshot, version: v, build: s.options.Build, example: s.options.Example}
	if s.analysed != nil && s.analysed != s.snapshot {
		r.before, r.version.Older = s.analysed, true
	}
	return r
}

// Analysed is the reading whose analysis is done: this one, or, while that is under way, the one before, marked older.
func (r *Reading) Analysed() *Reading {
	if r.before == nil {
		return r
	}
	v := r.before.version(r.build)
	v.Stale, v.Older = r.version.Stale, true
	return &Reading{snapshot: r.before, version: v, build: r.build, example: r.example}
}

// look starts a look at the store unless one is under way, and returns what is closed at its end. s.mu is held.
func (s *Service) look() <-chan struct{} {
	if s.looking != nil {
		return s.looking
	}
	done := make(chan struct{})
	if s.closed {
		s.failure = graph.Errorf(graph.Unavailable, "The server is stopping. Start it again.")
		close(done)
		return done
	}
	s.looking = done
	known, failed := s.snapshot, s.stale
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		next, err := s.newer(known, failed)
		s.mu.Lock()
		defer s.mu.Unlock()
		defer close(done)
		s.looking = nil
		s.looked = time.Now()
		s.note(err)
		if err == nil && next != known {
			s.snapshot = next
			s.warm(next)
		}
	}()
	return done
}

// newer returns known where the store has nothing newer. After a failed look the store may be another one of the same revision
// (put back from a backup, say): then its content hash is asked for, too.
func (s *Service) newer(known *snapshot, failed bool) (next *snapshot, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked(p)
		}
	}()
	ctx, cancel := context.WithTimeout(s.life, s.options.Timeout)
	defer cancel()
	replacements := s.replacements() // before reading: who is told of a replacement later reads again
	if known != nil {
		revision, err := s.store.Revision(ctx)
		if err != nil {
			return nil, err
		}
		same := revision == known.network.Revision() && s.replacements() == known.replacements
		if same && failed {
			hash, err := s.store.ContentHash(ctx)
			if err != nil {
				return nil, err
			}
			same = hash == known.network.Hash()
		}
		if same {
			return known, nil
		}
	}
	ctx, cancel = context.WithTimeout(s.life, 10*s.options.Timeout)
	defer cancel()
	if s.options.Progress != nil {
		s.options.Progress(0, 1, "reading the store")
	}
	data, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	network, err := graph.NewNetwork(data)
	if err != nil {
		return nil, err
	}
	next = newSnapshot(network)
	next.gate, next.room, next.progress, next.without = s.gate, s.room, s.options.Progress, s.options.Without
	next.replacements = replacements
	return next, nil
}

// replacements counts how often another store was found in place of the one that was open. Its revision may be the same, and the error that
// tells of it may have gone to somebody who wrote.
func (s *Service) replacements() int64 {
	if r, ok := s.store.(interface{ Replacements() int64 }); ok {
		return r.Replacements()
	}
	return 0
}

// note records how a look went and logs every change between reachable and not. s.mu is held.
func (s *Service) note(err error) {
	s.failure = err
	if stale := err != nil; stale != s.stale {
		s.stale = stale
		if stale {
			s.log.Warn("the store cannot be read; serving the last data known", "cause", err)
		} else {
			s.log.Info("the store can be read again")
		}
	}
}

// warm computes the parts that pages ask for, in the order in which they are likely to. s.mu is held.
func (s *Service) warm(next *snapshot) {
	if s.warming != nil {
		s.warming()
		s.warming = nil
	}
	if !s.options.Warm || s.closed {
		return
	}
	ctx, cancel := context.WithCancel(s.life)
	s.warming = cancel
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		defer cancel()
		start := time.Now()
		if s.options.BeforeWarming != nil {
			s.options.BeforeWarming(ctx)
		}
		err := next.warm(ctx)
		s.mu.Lock()
		switch {
		case err == nil && s.snapshot == next:
			s.analysed = next
		case err != nil && graph.CodeOf(err) != graph.Cancelled:
			s.analysed = nil // who asks next is told why
		}
		s.mu.Unlock()
		if err != nil {
			if graph.CodeOf(err) != graph.Cancelled {
				s.log.Error("the analysis failed", "cause", err)
			}
			return
		}
		s.log.Debug("analysis done", "revision", next.network.Revision(), "took", time.Since(start).Round(time.Millisecond))
	}()
}

func panicked(p any) error {
	return graph.Wrap(graph.Internal, fmt.Errorf("panic: %v\n%s", p, debug.Stack()), "")
}
