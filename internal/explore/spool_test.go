package explore

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"undersigned/graph"
)

// filler writes parts when it is told to.
type filler struct {
	parts chan []byte // closed at the end
	err   error       // that it ends with
	times atomic.Int32
	ended chan error
}

func newFiller() *filler { return &filler{parts: make(chan []byte), ended: make(chan error, 1)} }

func (f *filler) fill(ctx context.Context, s *spool) (err error) {
	f.times.Add(1)
	defer func() { f.ended <- err }()
	for {
		select {
		case part, more := <-f.parts:
			if !more {
				return f.err
			}
			if _, err := s.Write(part); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func noise(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{7}).Read(b)
	return b
}

// empty reports what is left of all files: nothing.
func empty(t *testing.T, f *spools, room *room) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.items) != 0 || room.used.Load() != 0 {
		t.Errorf("%d files are kept, and %d bytes of room", len(f.items), room.used.Load())
	}
}

// TestReadersReadAlong: 24 who ask for one file get the same bytes from one computation, those who come early while it grows, and what is
// beyond the beginning stands in no memory and under no name.
func TestReadersReadAlong(t *testing.T) {
	for name, folders := range map[string][]string{"on a disk": {t.TempDir()}, "where no folder takes a file": {filepath.Join(t.TempDir(), "none")}} {
		t.Run(name, func(t *testing.T) {
			var f spools
			room := &room{folders: folders, most: roomMost}
			want := noise(3*headMost + 12345)
			maker := newFiller()
			var all sync.WaitGroup
			firstPart := sync.WaitGroup{}
			firstPart.Add(12)
			read := func(early bool) {
				s, leave, err := f.join(t.Context(), "same", room, maker.fill)
				if err != nil {
					t.Error(err)
					return
				}
				all.Go(func() {
					defer leave()
					if early {
						if err := s.wait(t.Context(), func() bool { return s.size > 0 }); err != nil {
							t.Error(err)
						}
						firstPart.Done()
					}
					var got bytes.Buffer
					if err := s.send(t.Context(), &got); err != nil || !bytes.Equal(got.Bytes(), want) {
						t.Errorf("%v; %d bytes, want %d", err, got.Len(), len(want))
					}
				})
			}
			for range 12 {
				read(true)
			}
			maker.parts <- want[:100]
			firstPart.Wait() // before there is more
			for at := 100; at < len(want); {
				n := min(len(want)-at, 1<<16)
				maker.parts <- want[at : at+n]
				at += n
				if at/(1<<16) == 20 {
					for range 11 {
						read(false)
					}
				}
			}
			f.mu.Lock()
			s := f.items["same"]
			f.mu.Unlock()
			if onDisk := name == "on a disk"; onDisk != (len(s.head) == headMost) || onDisk != (s.rest != nil) {
				t.Errorf("%d bytes are in memory", len(s.head))
			}
			if left, err := os.ReadDir(folders[0]); err == nil && len(left) > 0 {
				t.Errorf("a file has a name: %v", left)
			}
			read(false) // before the end
			close(maker.parts)
			all.Wait()
			if n := maker.times.Load(); n != 1 {
				t.Errorf("it was made %d times", n)
			}
			empty(t, &f, room)
		})
	}
}

// TestAFileThatFails: readers are told, whatever they have got, and the next one begins anew.
func TestAFileThatFails(t *testing.T) {
	var f spools
	room := newRoom(0, t.TempDir())
	broken := errors.New("broken")
	maker := newFiller()
	maker.err = broken
	s, leave, err := f.join(t.Context(), "x", room, maker.fill)
	if err != nil {
		t.Fatal(err)
	}
	maker.parts <- noise(headMost + 10)
	close(maker.parts)
	if err := s.send(t.Context(), io.Discard); !errors.Is(err, broken) {
		t.Errorf("who read it was told %v", err)
	}
	again := newFiller()
	close(again.parts)
	second, leaveToo, err := f.join(t.Context(), "x", room, again.fill)
	if err != nil || second == s {
		t.Fatalf("the file that failed is given again: %v", err)
	}
	leave()
	if err := second.send(t.Context(), io.Discard); err != nil {
		t.Error(err)
	}
	leaveToo()
	empty(t, &f, room)
}

// TestNobodyReads: what is made goes on while one is left who wants it, and ends with the last.
func TestNobodyReads(t *testing.T) {
	var f spools
	room := newRoom(0, t.TempDir())
	maker := newFiller()
	first, leave, err := f.join(t.Context(), "x", room, maker.fill)
	if err != nil {
		t.Fatal(err)
	}
	_, leaveToo, err := f.join(t.Context(), "x", room, maker.fill)
	if err != nil {
		t.Fatal(err)
	}
	gone, stop := context.WithCancel(t.Context())
	stop()
	if err := first.send(gone, io.Discard); graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("who has gone: %v", err)
	}
	leave()
	leave() // counts once
	maker.parts <- noise(2 * headMost)
	leaveToo()
	if err := <-maker.ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the making ended with %v", err)
	}
	for { // until it is closed
		f.mu.Lock()
		first.mu.Lock()
		done := first.done
		first.mu.Unlock()
		f.mu.Unlock()
		if done {
			break
		}
	}
	empty(t, &f, room)
}

// TestRoomForFiles: files take so much and no more, and who comes then is told to come again.
func TestRoomForFiles(t *testing.T) {
	var f spools
	room := &room{folders: []string{t.TempDir()}, most: 2 * headMost}
	large := func(_ context.Context, s *spool) error {
		_, err := s.Write(noise(headMost + int(room.most) + 1))
		return err
	}
	s, leave, err := f.join(t.Context(), "too large", room, large)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.send(t.Context(), io.Discard); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("a file larger than all room: %v", err)
	}
	leave()
	empty(t, &f, room)

	half := func(_ context.Context, s *spool) error {
		_, err := s.Write(noise(headMost + int(room.most)/2 + 1))
		return err
	}
	s, leave, err = f.join(t.Context(), "half", room, half)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.send(t.Context(), io.Discard); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.join(t.Context(), "another", room, half); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("while a slow reader has most of the room: %v", err)
	}
	if _, again, err := f.join(t.Context(), "half", room, half); err != nil {
		t.Errorf("the same file costs nothing: %v", err)
	} else {
		again()
	}
	leave()
	empty(t, &f, room)
}
