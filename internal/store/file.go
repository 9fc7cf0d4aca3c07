package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"time"

	"undersigned/graph"
)

// WriteFileAtomic writes a file that is there as a whole or not at all: under another name in the same folder, to the disk,
// then renamed. After a failure or a kill an older file of that name is as it was. Only its owner may read the file, since
// records can name persons; a file that is there already keeps its permissions. A link stays, and the file that it leads to is written; what is no file
// (/dev/stdout, a pipe) is written to as it is and not replaced; a store is never replaced by an export or a backup. Errors of write come back as they are, but for those of the file itself.
func WriteFileAtomic(path string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o600)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return graph.Errorf(graph.Invalid, "%s is a folder: name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		return writeInto(path, write)
	case err == nil:
		mode = info.Mode().Perm()
	}
	path = throughLinks(path)
	if isDatabase(path) {
		return graph.Errorf(graph.Conflict, "%s belongs to a store (a database of SQLite), which would be lost: give another file", path)
	}
	folder := filepath.Dir(path)
	Sweep(folder, time.Now())
	f, err := os.CreateTemp(folder, ".undersigned-*.part")
	if err != nil {
		return explainFile(path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok && e.Path == f.Name() {
			return explainFile(path, err)
		}
		return err
	}
	if mode != 0o600 {
		_ = f.Chmod(mode) // where the disk knows none, there is nothing to keep
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return explainFile(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return explainFile(path, err)
	}
	return SyncFolder(folder)
}

// isDatabase reports whether a name is that of a database of SQLite, or of a file that it has beside it.
func isDatabase(path string) bool {
	for _, beside := range []string{"-wal", "-shm", "-journal"} {
		path = strings.TrimSuffix(path, beside)
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// writeInto writes to what is no file and so cannot be exchanged.
func writeInto(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return explainFile(path, err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok && e.Path == path {
			return explainFile(path, err)
		}
		return err
	}
	return nil
}

// throughLinks is the file that a name leads to, which need not be there yet.
func throughLinks(path string) string {
	for range 40 {
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

// SyncFolder makes new names in a folder durable. Windows has no such call and needs none.
func SyncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return explainFile(folder, err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return explainFile(folder, err)
	}
	return nil
}

func explainFile(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return graph.Wrap(graph.NotFound, err, "the folder "+filepath.Dir(path)+" does not exist; make it first, or give another file")
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return graph.Wrap(graph.Unavailable, err, path+" cannot be written: you have no permission; give another file")
	case errors.Is(err, syscall.ENOSPC):
		return graph.Wrap(graph.Unavailable, err, path+" cannot be written: the disk is full; free some space or give another file")
	}
	return graph.Wrap(graph.Unavailable, err, path+" cannot be written; check its name and disk")
}

// leftFor is how long a file under way is left alone: somebody may still be writing it.
const leftFor = time.Hour

// Sweep removes from a folder what a killed undersigned left half written in it: files that WriteFileAtomic and the making of a store name
// .undersigned-*. What cannot be removed stays and does no harm.
func Sweep(folder string, now time.Time) {
	left, _ := filepath.Glob(filepath.Join(escapeGlob(folder), ".undersigned-*"))
	for _, path := range left {
		info, err := os.Lstat(path)
		if err == nil && info.Mode().IsRegular() && isUnderWay.MatchString(filepath.Base(path)) && now.Sub(info.ModTime()) > leftFor {
			_ = os.Remove(path)
		}
	}
}

var isUnderWay = regexp.MustCompile(`^\.undersigned-\d+\.(part|try|new(-wal|-shm|-journal)?)$`)

// escapeGlob takes a folder's name by its letters.
func escapeGlob(folder string) string {
	if runtime.GOOS == "windows" {
		return folder // has no way to; brackets in it then find nothing
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(folder)
}
