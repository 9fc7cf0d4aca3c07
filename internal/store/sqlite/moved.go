package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

// checkMoved fails where the file under the store's name is no longer the one that was opened: SQLite would go on with the
// old one, which has no name any more, and what is written there is lost. s.open is held for reading.
//
// The call that finds another file fails, too, since what it began with is gone; the store has opened the new one by then, so
// that the next call works. A file that is not there is waited for.
func (s *Store) checkMoved() error {
	now, err := os.Stat(s.path)
	if err == nil && s.file != nil && os.SameFile(now, s.file) {
		return s.checkOverwritten(now)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return graph.Errorf(graph.Unavailable, "the store %s was removed or renamed while it was in use; put it back, or stop this program and start it again", s.path)
	}
	if err != nil {
		return graph.Wrap(graph.Unavailable, err, "the store "+s.path+" cannot be found any more; check its disk and folder")
	}
	return errMoved
}

// errMoved never leaves this package.
var errMoved = errors.New("another file")

// follow opens the file that now stands under the store's name. It always returns an error: see checkMoved.
func (s *Store) follow(ctx context.Context) error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return graph.Errorf(graph.Unavailable, "the store %s is closed; open it again", s.path)
	}
	kept := ""
	if now, err := os.Stat(s.path); err != nil || s.file == nil || !os.SameFile(now, s.file) { // else another call was quicker
		if s.writer != nil { // what the log holds goes into the old file, wherever that is now
			_, _ = s.writer.exec("PRAGMA wal_checkpoint(TRUNCATE)")
		}
		_ = s.disconnect() // of a file without a name: SQLite sees that itself, and leaves the new one's log alone
		s.file = nil
		if err := checkFile(s.path); err != nil {
			return err
		}
		if err := checkLog(s.path); errors.Is(err, errStranger) {
			if kept, err = setAside(s.path, s.now()); err != nil {
				return err
			}
		} else if err != nil {
			return err
		}
		if err := s.connect(ctx, store.Migrations(files)); err != nil {
			_ = s.disconnect()
			s.file = nil
			return s.translate(ctx, err, "opening the store again")
		}
		s.replaced.Add(1)
	}
	if kept != "" {
		kept = "; what was written last to the old one is in its log, which is now " + filepath.Base(kept)
	}
	return graph.Errorf(graph.Unavailable, "the store %s was replaced by another file while it was in use%s; try again, and the new one is read", s.path, kept)
}

// Replacements counts how often another file was opened in place of the one before.
func (s *Store) Replacements() int64 { return s.replaced.Load() }

// seen is what the file under the store's name was when it was looked at last.
type seen struct {
	info fs.FileInfo
	last lastWrite
}

func look(path string, info fs.FileInfo) *seen {
	last, _ := lastWriteOf(path) // where it cannot be told, a change of the file has to be in its log
	return &seen{info, last}
}

// checkOverwritten notices that another file was copied over the one that is open. The file changes when the log is put into it, too; then
// it holds a write of that log, which is there as long as anybody has the store open. s.open is held for reading.
func (s *Store) checkOverwritten(now fs.FileInfo) error {
	if s.spoilt.Load() {
		return s.overwritten()
	}
	before := s.seen.Load()
	if s.frozen != nil || before.info.Size() == now.Size() && before.info.ModTime().Equal(now.ModTime()) {
		return nil
	}
	for try := range 3 {
		if try > 0 {
			time.Sleep(20 * time.Millisecond) // another program is writing: see checkLog
		}
		last, err := lastWriteOf(s.path)
		if err == nil && last == before.last || inLog(s.path, last) {
			s.seen.Store(&seen{now, last})
			return nil
		}
	}
	s.spoilt.Store(true)
	return s.overwritten()
}

func (s *Store) overwritten() error {
	return graph.Errorf(graph.Unavailable, "the store %s was overwritten by another file while it was in use; stop this program and start it again (it has touched nothing since; %s-wal holds what was written last to the old one)", s.path, filepath.Base(s.path))
}

// disconnect closes the pools; s.open is held, or nobody else has the store yet.
func (s *Store) disconnect() error {
	var errs []error
	if s.reader != nil {
		errs = append(errs, s.reader.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.close()) // last: it puts the log into the file
	}
	s.reader, s.writer, s.frozen = nil, nil, nil
	s.hashMutex.Lock()
	s.hash, s.hashRevision = "", -1
	s.hashMutex.Unlock()
	return errors.Join(errs...)
}
