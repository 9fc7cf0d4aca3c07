package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
	lib "modernc.org/sqlite/lib"

	"undersigned/graph"
	"undersigned/internal/store"
)

const (
	applicationID = 0x756e6473 // "unds": marks our files
	readers       = 4          // snapshots that are read at one time; more would share two cores and the disk anyway
	lockWait      = 10 * time.Second
)

// Store is a store in one SQLite file. It is safe for concurrent use.
type Store struct {
	path     string
	reader   *sql.DB
	writing  chan struct{} // holds the one writer's place
	writer   *writer       // nil where the file may only be read
	file     fs.FileInfo   // the one that is open, to notice that its name was given to another; nil where none is
	frozen   fs.FileInfo   // of an immutable file, to notice that it is not; nil otherwise
	seen     atomic.Pointer[seen]
	replaced atomic.Int64 // how often another file was opened
	spoilt   atomic.Bool  // the open file was overwritten: nothing of it may be read or written, nor its log put into it
	lockWait time.Duration
	now      func() time.Time

	open   sync.RWMutex // calls under way hold it for reading
	closed bool

	hashMutex    sync.Mutex
	hash         string
	hashRevision int64 // of hash; -1 before the first
}

var _ store.Store = (*Store)(nil)

// Open opens the store in the file at path and makes it where there is none; its folder has to exist. It never writes to a
// file that is not a store. A file or folder without write permission is opened for reading. NotFound: the folder does not
// exist. Invalid: the file is no store. Unsupported: it was made by a newer version. Unavailable: locked, damaged, full,
// forbidden.
func Open(ctx context.Context, path string) (*Store, error) {
	return open(ctx, path, store.Migrations(files))
}

// OpenExisting is Open for a file that has to be there: NotFound where it is not, and nothing is made. Its other errors are those of Open.
func OpenExisting(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if log, err := os.Stat(path + "-wal"); err != nil || log.Size() == 0 { // a log without its store is Open's to explain
			return nil, graph.Errorf(graph.NotFound, "there is no store %s: load letters into it first (undersigned load), or name another with --store", path)
		}
	}
	return Open(ctx, path)
}

func open(ctx context.Context, path string, schema fs.FS) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, graph.Wrap(graph.Invalid, err, "the path of the store cannot be used; give another one with --store")
	}
	s := &Store{path: path, writing: make(chan struct{}, 1), lockWait: lockWait, now: time.Now, hashRevision: -1}
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
			// SQLite would take the log of the store that was here for that of a new one.
			return nil, graph.Errorf(graph.Conflict, "the store %s is gone, but its log %s is still there; stop the programs that use it and put the store back, or remove the log and %s to begin anew",
				path, filepath.Base(path)+"-wal", filepath.Base(path)+"-shm")
		}
		if err := create(ctx, path, schema); err != nil {
			return nil, s.translate(ctx, err, "making a new store")
		}
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	if err := checkLog(path); err != nil {
		return nil, err
	}
	if err := s.connect(ctx, schema); err != nil {
		s.Close()
		return nil, s.translate(ctx, err, "opening the store")
	}
	return s, nil
}

// connect opens the pools and sees to the version. Version first: nothing is written to a store that a newer program made.
func (s *Store) connect(ctx context.Context, schema fs.FS) error {
	writable, err := isWritable(s.path)
	if err != nil {
		return err
	}
	if s.file, err = os.Stat(s.path); err != nil {
		return graph.Wrap(graph.Unavailable, err, "the store "+s.path+" cannot be opened; check that the file is still there")
	}
	mode := url.Values{"mode": {"rw"}, "_pragma": {"busy_timeout(5000)", "query_only(1)", "cache_size(-16000)"}}
	if !writable {
		mode.Set("mode", "ro")
		if wal, err := os.Stat(s.path + "-wal"); err != nil || wal.Size() == 0 {
			mode.Set("immutable", "1")
			s.frozen = s.file
		}
	}
	if s.reader, err = sql.Open("sqlite", dsn(s.path, mode)); err != nil {
		return err
	}
	s.seen.Store(look(s.path, s.file))
	s.reader.SetMaxOpenConns(readers)
	s.reader.SetMaxIdleConns(readers)
	have, err := version(ctx, s.reader)
	switch codeOf(err) {
	case lib.SQLITE_ERROR: // no such table
		return graph.Wrap(graph.Unavailable, err, "the store "+s.path+" is damaged: its tables are missing; restore your last backup into a new place with `undersigned restore`")
	case lib.SQLITE_CANTOPEN, lib.SQLITE_READONLY:
		return graph.Wrap(graph.Unavailable, err, "the store "+s.path+" was not closed properly and its folder may only be read; open it once with write permission on the file and its folder")
	}
	if err != nil {
		return err
	}
	known, err := latest(schema)
	if err != nil {
		return err
	}
	switch {
	case have > known:
		return store.Newer(s.path, have, known)
	case have < known && !writable:
		return graph.Errorf(graph.Unavailable, "the store %s was made by an older version of undersigned and has to be brought up to date once; open it with write permission on the file and its folder", s.path)
	case have < known:
		if err := migrate(ctx, s.path, schema); err != nil {
			return err
		}
	}
	if writable {
		store.Sweep(filepath.Dir(s.path), s.now())
		s.writer, err = newWriter(ctx, s)
	}
	return err
}

// dsn is the address of a file with its parameters. The path is escaped, so that ?, # and % in it are part of the name.
func dsn(path string, parameters url.Values) string {
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: parameters.Encode()}
	return u.String()
}

func checkFolder(path string) error {
	folder := filepath.Dir(path)
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return graph.Errorf(graph.NotFound, "the folder %s does not exist; make it first, or choose another place with --store", folder)
	case err != nil:
		return graph.Wrap(graph.Unavailable, err, "the folder "+folder+" cannot be read; check its permissions, or choose another place with --store")
	case !info.IsDir():
		return graph.Errorf(graph.Invalid, "%s is a file, not a folder; choose another place with --store", folder)
	}
	return nil
}

// checkFile looks at the first bytes without SQLite, which would open anything and might write to it.
// See "Database File Format", 1.3, https://sqlite.org/fileformat2.html
func checkFile(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() { // opening a pipe would wait for ever
		return graph.Errorf(graph.Invalid, "%s is a pipe, a socket or a device and therefore no store; choose another place with --store", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return graph.Wrap(graph.Unavailable, err, "the store "+path+" cannot be opened; check that you may read it")
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return graph.Wrap(graph.Unavailable, err, "the store "+path+" cannot be read; check its disk")
	}
	if info.IsDir() {
		return graph.Errorf(graph.Invalid, "%s is a folder; give a file in it as --store, for instance %s", path, filepath.Join(path, "undersigned.db"))
	}
	if info.Size() == 0 {
		return graph.Errorf(graph.Invalid, "%s is empty and therefore no store; remove it if it may go, or choose another place with --store", path)
	}
	var header [100]byte
	if _, err := f.ReadAt(header[:], 0); err != nil || string(header[:16]) != "SQLite format 3\x00" {
		return graph.Errorf(graph.Invalid, "%s is no store of undersigned; choose another place with --store (the file was not touched)", path)
	}
	number := func(at int) int64 {
		return int64(header[at])<<24 | int64(header[at+1])<<16 | int64(header[at+2])<<8 | int64(header[at+3])
	}
	if number(68) != applicationID {
		return graph.Errorf(graph.Invalid, "%s is the database of another program; choose another place with --store (the file was not touched)", path)
	}
	pageSize := int64(header[16])<<8 | int64(header[17])
	if pageSize == 1 {
		pageSize = 65536
	}
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		return nil // killed while its log was being copied into it: the log has what the file lacks
	}
	if pages := number(28); info.Size() < pages*pageSize {
		return graph.Errorf(graph.Unavailable, "the store %s is cut off: %d of its %d bytes are there; restore your last backup into a new place with `undersigned restore`", path, info.Size(), pages*pageSize)
	}
	return nil
}

// isWritable finds out by trying whether file and folder may be written to: SQLite keeps its log beside the file.
func isWritable(path string) (bool, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		f.Close()
		if f, err = os.CreateTemp(filepath.Dir(path), ".undersigned-*.try"); err == nil {
			f.Close()
			return true, os.Remove(f.Name())
		}
	}
	if isReadOnly(err) {
		return false, nil
	}
	return false, graph.Wrap(graph.Unavailable, err, "the folder of the store "+path+" cannot be written to; check its disk")
}

// Close implements store.Store.
func (s *Store) Close() error {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.spoilt.Load() {
		return nil // SQLite would put the log into a file that it was not made for
	}
	if err := s.disconnect(); err != nil {
		return explain(s.path, err, "closing the store")
	}
	return nil
}

// ReadOnly reports whether the file or its folder may not be written to.
func (s *Store) ReadOnly() bool {
	s.open.RLock()
	defer s.open.RUnlock()
	return s.writer == nil
}

// enter begins a call; the caller calls s.open.RUnlock where it returns nil.
func (s *Store) enter(ctx context.Context) error {
	s.open.RLock()
	err := ctx.Err()
	switch {
	case s.closed:
		err = graph.Errorf(graph.Unavailable, "the store %s is closed; open it again", s.path)
	case err != nil:
		err = graph.Wrap(graph.Cancelled, err, "the call was cancelled")
	default:
		if err = s.checkMoved(); err == nil && s.frozen != nil {
			err = s.checkFrozen()
		}
	}
	if err != nil {
		s.open.RUnlock()
	}
	if err == errMoved {
		return s.follow(ctx)
	}
	return err
}

func (s *Store) checkFrozen() error {
	now, err := os.Stat(s.path)
	_, walErr := os.Stat(s.path + "-wal")
	if err == nil && errors.Is(walErr, fs.ErrNotExist) && now.Size() == s.frozen.Size() && now.ModTime().Equal(s.frozen.ModTime()) {
		return nil
	}
	return graph.Errorf(graph.Unavailable, "the store %s was opened for reading only, and another program has changed it since; open it again", s.path)
}
