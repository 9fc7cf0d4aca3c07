package explore

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"undersigned/graph"
)

// Decision (2026-11-30): files are written into a spool, and all who ask for the same one read along while it grows. Context: made whole in memory,
// 24 equal files of a large network took gigabytes. Rejected: to write to each client as the file is made, since then the slowest client would
// hold a place at the gate, and equal questions could not share the work. Consequence: a client's slowness costs room on a disk and no memory.

// spool is a file on its way. One makes it and any number read it. Its beginning is kept in memory, which is all of most files; the rest lies in
// a temporary file that has lost its name, so that nobody else opens it and it is gone with the program.
type spool struct {
	room *room
	cost int64 // what it takes of room; the maker's, until done

	mu      sync.Mutex
	more    chan struct{} // closed when there is more; nil where nobody waits
	head    []byte
	rest    *os.File // nil until head is full, and where no folder takes a file: head then has it all
	size    int64
	done    bool
	err     error
	boxed   []string
	readers int
	cancel  context.CancelFunc // ends the making
}

const (
	headMost   = 1 << 20
	roomMost   = 4 << 30
	makingMost = 10 * time.Minute
	inMemory   = 16 // how much more a byte counts that has to stay in memory
)

// room is what all spools of a service may take together beyond their beginnings.
type room struct {
	folders []string // for temporary files; the first that takes one
	used    atomic.Int64
	most    int64

	whenBegun func() // see Options
}

func newRoom(most int64, folders ...string) *room {
	return &room{folders: append([]string{os.TempDir()}, folders...), most: cmp.Or(most, roomMost)}
}

// file returns a file that only its owner may read and that has no name any more; nil where no folder takes one.
func (r *room) file() *os.File {
	for _, folder := range r.folders {
		if f, err := os.CreateTemp(folder, ".undersigned-*.part"); err == nil {
			_ = os.Remove(f.Name()) // Windows refuses while it is open: see close
			return f
		}
	}
	return nil
}

// Write implements io.Writer for the one who makes the file.
func (s *spool) Write(b []byte) (int, error) {
	first := b[:min(len(b), max(headMost-len(s.head), 0))]
	later := b[len(first):]
	s.add(len(first), first)
	if len(later) > 0 {
		if s.rest == nil && len(s.head) <= headMost {
			if s.room.whenBegun != nil {
				s.room.whenBegun()
			}
			f := s.room.file()
			s.mu.Lock()
			s.rest = f
			s.mu.Unlock()
		}
		cost := int64(len(later))
		if s.rest == nil {
			cost *= inMemory
		}
		s.cost += cost
		if s.room.used.Add(cost) > s.room.most {
			return 0, graph.Errorf(graph.Unavailable, "The server has no more room for large files at the moment. Try again in a few minutes, or ask for a smaller part.")
		}
		if s.rest != nil {
			if _, err := s.rest.Write(later); err != nil {
				return 0, graph.Wrap(graph.Unavailable, err, "The server has no more room for large files. Try again later, or ask for a smaller part.")
			}
		}
	}
	if s.rest == nil {
		s.add(len(later), later)
	} else {
		s.add(len(later), nil)
	}
	return len(b), nil
}

// add says that there are n more bytes, of which some are kept in memory.
func (s *spool) add(n int, kept []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.head = append(s.head, kept...)
	s.size += int64(n)
	s.announce()
}

// announce wakes those who wait for more. s.mu is held.
func (s *spool) announce() {
	if s.more != nil {
		close(s.more)
		s.more = nil
	}
}

// wait returns when enough holds, which is called with s.mu held, or the file is done.
func (s *spool) wait(ctx context.Context, enough func() bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !enough() && !s.done {
		if s.more == nil {
			s.more = make(chan struct{})
		}
		more := s.more
		s.mu.Unlock()
		select {
		case <-more:
		case <-ctx.Done():
		}
		s.mu.Lock()
		if ctx.Err() != nil {
			return graph.Wrap(graph.Cancelled, ctx.Err(), "the file was no longer waited for")
		}
	}
	return nil
}

// send writes all of the file as it comes, and returns why it does not end well.
func (s *spool) send(ctx context.Context, w io.Writer) error {
	var buffer []byte
	for at := int64(0); ; {
		if err := s.wait(ctx, func() bool { return s.size > at }); err != nil {
			return err
		}
		s.mu.Lock()
		head, rest, size, err := s.head, s.rest, s.size, s.err
		s.mu.Unlock()
		var piece []byte
		switch {
		case at == size: // done
			return err
		case at < int64(len(head)):
			piece = head[at:]
		default:
			if buffer == nil {
				buffer = make([]byte, 1<<16)
			}
			piece = buffer[:min(int64(len(buffer)), size-at)]
			if _, err := rest.ReadAt(piece, at-int64(len(head))); err != nil {
				return graph.Wrap(graph.Internal, err, "the temporary file cannot be read")
			}
		}
		if _, err := w.Write(piece); err != nil {
			return err
		}
		at += int64(len(piece))
	}
}

// close gives back what the spool takes. It is called once, when it is done and nobody reads it.
func (s *spool) close() {
	s.room.used.Add(-s.cost)
	if s.rest != nil {
		s.rest.Close()
		if runtime.GOOS == "windows" {
			_ = os.Remove(s.rest.Name())
		}
	}
}

// spools are the files that are being made or read, by what they hold: equal questions that come at one time are answered by one.
type spools struct {
	mu    sync.Mutex
	items map[string]*spool
}

// join returns the spool of a key for one more reader, who calls leave when done. Where there is none, fill begins to make it: that goes on until
// it is done or the last reader has left. Unavailable where those that are read take most of the room.
func (f *spools) join(ctx context.Context, key string, room *room, fill func(context.Context, *spool) error) (s *spool, leave func(), err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s = f.items[key]
	if s == nil {
		if room.used.Load() > room.most/2 {
			return nil, nil, busy()
		}
		s = &spool{room: room}
		if f.items == nil {
			f.items = map[string]*spool{}
		}
		f.items[key] = s
		own, cancel := context.WithTimeout(context.WithoutCancel(ctx), makingMost)
		s.cancel = cancel
		go f.make(own, key, s, fill)
	}
	s.readers++
	return s, sync.OnceFunc(func() { f.leave(key, s) }), nil
}

func (f *spools) make(ctx context.Context, key string, s *spool, fill func(context.Context, *spool) error) {
	_, err := guarded(ctx, func(ctx context.Context) (none struct{}, err error) { return none, fill(ctx, s) })
	if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = graph.Wrap(graph.Unavailable, err, "The file took too long to be made and was given up. Ask for a smaller part, or write it with undersigned export.")
	}
	s.cancel()
	f.mu.Lock()
	defer f.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done, s.err = true, err
	s.announce()
	if err != nil && f.items[key] == s {
		delete(f.items, key) // the next one tries again
	}
	if s.readers == 0 {
		s.close()
	}
}

func (f *spools) leave(key string, s *spool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.readers--; s.readers > 0 {
		return
	}
	if f.items[key] == s {
		delete(f.items, key)
	}
	if s.done {
		s.close()
		return
	}
	s.cancel() // make closes it
}
