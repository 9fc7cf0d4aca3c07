package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"undersigned/graph"
)

// WriteFileAtomic writes a file that is there as a whole or not at all: under another name in the same folder, to the disk,
// then renamed. After a failure or a kill an older file of that name is as it was. Only its owner may read the file, since
// records can name persons. Errors of write come back as they are, but for those of the file itself.
func WriteFileAtomic(path string, write func(io.Writer) error) (err error) {
	folder := filepath.Dir(path)
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
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return explainFile(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return explainFile(path, err)
	}
	return SyncFolder(folder)
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
