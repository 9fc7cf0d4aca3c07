package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"

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
		return nil
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
	if now, err := os.Stat(s.path); err != nil || s.file == nil || !os.SameFile(now, s.file) { // else another call was quicker
		_ = s.disconnect() // of a file without a name: SQLite sees that itself, and leaves the new one's log alone
		s.file = nil
		if err := checkFile(s.path); err != nil {
			return err
		}
		if err := s.connect(ctx, store.Migrations(files)); err != nil {
			_ = s.disconnect()
			s.file = nil
			return s.translate(ctx, err, "opening the store again")
		}
	}
	return graph.Errorf(graph.Unavailable, "the store %s was replaced by another file while it was in use; try again, and the new one is read", s.path)
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
