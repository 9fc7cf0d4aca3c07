package load

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"undersigned/graph"
	"undersigned/internal/fetch"
	"undersigned/internal/letter"
)

// file is one file to load. shown is its path as given, for messages; nothing but its base is ever stored.
type file struct {
	path, shown string
	form        form
	name        string // under which it is read, where that is not the path's
	data        []byte // of standard input, which is read already
}

type form int

const (
	aliasFile form = iota // judgements come first
	distinctFile
	datasetFile
	addressFile
	letterFile
	tableFile
	edgeFile
)

// collect lists the files in the order in which they are loaded: by form, then base name, then path. What is named but cannot be
// found fails; in folders, hidden files are counted and files of other kinds listed.
func (r *run) collect(in Input) []file {
	var files []file
	for _, given := range []struct {
		paths []string
		form  form
	}{{in.Aliases, aliasFile}, {in.Distinct, distinctFile}, {in.Edges, edgeFile}} {
		for _, path := range given.paths {
			files = append(files, r.fileOf(path, filepath.ToSlash(path), given.form))
		}
	}
	for _, path := range in.Paths {
		if path == Stdin {
			files = append(files, r.fileOf(path, "", formOf(r.given.path)))
			continue
		}
		if fetch.IsAddress(path) {
			files = append(files, file{path: path, shown: path, form: addressFile})
			continue
		}
		info, err := os.Stat(path)
		scheme, _, address := strings.Cut(path, "://")
		switch {
		case err != nil && address:
			r.summary.fail(path, graph.Errorf(graph.Unsupported, "%s: %s addresses are not read, http and https are: get the file and name it", path, scheme))
		case err != nil:
			r.summary.fail(filepath.ToSlash(path), unreadable(path, err))
		case info.IsDir():
			files = append(files, r.walk(path)...)
		default:
			files = append(files, file{path: path, shown: filepath.ToSlash(path), form: formOf(path)})
		}
	}
	slices.SortStableFunc(files, func(a, b file) int {
		if a.form == addressFile && b.form == addressFile {
			return cmp.Compare(a.path, b.path)
		}
		return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(filepath.Base(a.path), filepath.Base(b.path)), cmp.Compare(a.path, b.path))
	})
	return slices.CompactFunc(files, func(a, b file) bool {
		return a.data == nil && b.data == nil && a.form == b.form && (a.path == b.path || a.form != addressFile && filepath.Clean(a.path) == filepath.Clean(b.path))
	})
}

// walk lists the files of a folder and the folders in it. Links to folders are not followed.
func (r *run) walk(root string) []file {
	var files []file
	home, _ := filepath.EvalSymlinks(root)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		shown := filepath.ToSlash(path)
		switch {
		case err != nil:
			r.summary.fail(shown, unreadable(path, err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case path != root && strings.HasPrefix(entry.Name(), "."):
			r.summary.Hidden++
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
		case isLinkToFolder(path, entry):
			r.summary.Skipped = append(r.summary.Skipped, Skip{shown, "it is a link to a folder, and these are not followed; name the folder itself to load it"})
		case !readable(path):
			r.summary.Skipped = append(r.summary.Skipped, Skip{shown, "files of this kind are not read"})
		default:
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
				r.summary.Skipped = append(r.summary.Skipped, Skip{shown, "this is no file, or a link that leads to none"})
				return nil
			}
			if entry.Type()&fs.ModeSymlink != 0 && !within(home, path) {
				r.summary.Skipped = append(r.summary.Skipped, Skip{shown, "it is a link that leads out of the folder; name the file itself to load it"})
				return nil
			}
			files = append(files, file{path: path, shown: shown, form: formOf(path)})
		}
		return nil
	})
	if err != nil { // every error is handled above
		r.summary.fail(filepath.ToSlash(root), unreadable(root, err))
	}
	return files
}

func isLinkToFolder(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// within reports whether what a path leads to lies in a folder, whose own links are followed already: who shares a folder must not be able to
// have other files of the reader's machine read with it.
func within(home, path string) bool {
	to, err := filepath.EvalSymlinks(path)
	if err != nil || home == "" {
		return false
	}
	rest, err := filepath.Rel(home, to)
	return err == nil && filepath.IsLocal(rest)
}

func formOf(path string) form {
	switch extension(path) {
	case ".json", ".yaml", ".yml": // or a list of signatories, see read
		return datasetFile
	case ".csv", ".tsv", ".xlsx", ".xlsm", ".xltx", ".ods", ".ots", ".gexf", ".graphml", ".net":
		return tableFile
	}
	return letterFile
}

func readable(path string) bool { return formOf(path) != letterFile || letter.Reads(path) }

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }

func unreadable(path string, err error) error {
	base := filepath.Base(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &graph.Error{Code: graph.NotFound, Message: base + ": there is no such file or folder; check the name", Err: err}
	case errors.Is(err, syscall.ELOOP):
		return &graph.Error{Code: graph.Invalid, Message: base + ": it is a link that leads back to itself; name the file it should lead to", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &graph.Error{Code: graph.Unavailable, Message: base + ": reading it is not permitted; change its permissions or copy it", Err: err}
	}
	return &graph.Error{Code: graph.Unavailable, Message: base + ": it could not be read; check that the disk or network it is on is there", Err: err}
}
