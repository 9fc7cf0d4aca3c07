package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"undersigned/graph"
)

// codeOf returns SQLite's primary result code, 0 where err is none of SQLite's.
func codeOf(err error) int {
	if e, ok := errors.AsType[*driver.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}

// translate makes a graph error of a driver's error, by number. Errors that are graph errors already stay as they are.
func (s *Store) translate(ctx context.Context, err error, operation string) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*graph.Error](err); ok {
		return err
	}
	if cause := ctx.Err(); cause != nil {
		return graph.Wrap(graph.Cancelled, cause, operation+" was cancelled")
	}
	return explain(s.path, err, operation)
}

// explain says what SQLite's number means for the file at path and what to do about it.
func explain(path string, err error, operation string) error {
	fail := func(code graph.Code, message string) error {
		return graph.Wrap(code, err, operation+": the store "+path+" "+message)
	}
	switch codeOf(err) {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fail(graph.Unavailable, "is being written by another program; try again when that has finished")
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return fail(graph.Unavailable, "may only be read; ask for write permission on the file and its folder, or choose another place with --store")
	case lib.SQLITE_FULL:
		return fail(graph.Unavailable, "has no room left on its disk; free some space and try again (nothing of this change was written)")
	case lib.SQLITE_IOERR:
		return fail(graph.Unavailable, "cannot be read or written; check its disk, then try again")
	case lib.SQLITE_CANTOPEN:
		return fail(graph.Unavailable, "cannot be opened; check that the file is still there and that you may read it")
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return fail(graph.Unavailable, "is damaged; restore your last backup into a new place with `undersigned restore`")
	case lib.SQLITE_TOOBIG:
		return fail(graph.TooLarge, "cannot hold a text of a gigabyte; split the document")
	}
	return fail(graph.Internal, "answered with an error that we did not expect")
}

func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
