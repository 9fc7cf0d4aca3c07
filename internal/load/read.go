package load

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"time"

	"undersigned/graph"
	"undersigned/internal/dataset"
	"undersigned/internal/letter"
	"undersigned/internal/store"
)

// reading is what a file holds as records.
type reading struct {
	store.Change
	warnings  []string // what the user should know about the reading
	extracted bool     // letters were read from documents; no data set or edge list said what they are

	rows map[string]int // of a table of judgements, by their ids
}

// fileTime is how long one file may take: the others wait for it.
const fileTime = 2 * time.Minute

// beforeReading is for tests.
var beforeReading func(path string)

// readGuarded reads one file, whatever it is: one that takes too long, or that breaks its reader, is a failure of that file, and the others load.
func (r *run) readGuarded(ctx context.Context, f file) (got reading, err error) {
	timed, cancel := context.WithTimeout(ctx, cmp.Or(r.FileTime, fileTime))
	defer cancel()
	if f.form == edgeFile || r.Apart != nil { // a network of millions of rows takes what it takes; a child has a limit of its own
		timed = ctx
	}
	defer func() {
		switch p := recover(); {
		case p != nil:
			err = &graph.Error{Code: graph.Unsupported, Message: filepath.Base(f.path) + ": reading it broke off; nothing of it was loaded: save it in another form, and report the file to us if you may", Err: fmt.Errorf("panic: %v\n%s", p, debug.Stack())}
		case err != nil && timed.Err() != nil && ctx.Err() == nil:
			err = graph.Errorf(graph.TooLarge, "%s: it took more than %.0f seconds to read and was given up: cut it to the pages or rows that are signed", filepath.Base(f.path), cmp.Or(r.FileTime, fileTime).Seconds())
		}
	}()
	if beforeReading != nil {
		beforeReading(f.path)
	}
	return r.read(timed, f)
}

// read reads one file as records.
func (r *run) read(ctx context.Context, f file) (reading, error) {
	switch {
	case f.form == edgeFile:
		return r.readEdges(ctx, f)
	case f.form == addressFile:
		return r.readAddress(ctx, f)
	case extension(f.path) == ".gz":
		return reading{}, graph.Errorf(graph.Unsupported, "%s: packed files are read as edge lists only, with --edges; unpack a letter, table or data set", filepath.Base(f.path))
	}
	limit := int64(dataset.MaxSize)
	if f.form == letterFile || f.form == tableFile {
		limit = r.documentLimit()
	}
	data, err := f.read(limit)
	if err != nil {
		return reading{}, err
	}
	f.path = cmp.Or(f.name, f.path)
	return r.readData(ctx, f, data)
}

// read returns the bytes of a file, at most limit.
func (f file) read(limit int64) ([]byte, error) {
	if f.data == nil {
		return ReadFile(f.path, limit)
	}
	if size := int64(len(f.data)); size > limit {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d; split it", f.shown, size, limit)
	}
	return f.data, nil
}

func (r *run) documentLimit() int64 {
	if r.Limits.Bytes > 0 {
		return int64(r.Limits.Bytes)
	}
	return int64(letter.DefaultLimits.Bytes)
}

// readData reads the bytes of a file, whose path says what they are.
func (r *run) readData(ctx context.Context, f file, data []byte) (reading, error) {
	if r.Apart != nil {
		return r.readApart(ctx, f, data)
	}
	return readHere(ctx, f, data, r.Limits)
}

// readHere is readData in this process.
func readHere(ctx context.Context, f file, data []byte, limits letter.Limits) (reading, error) {
	if judgementTable(f, data) {
		js, rows, err := dataset.TableRows(f.path, data)
		return reading{Change: store.Change{Judgements: js}, rows: rows}, err
	}
	switch f.form {
	case aliasFile:
		js, err := dataset.Aliases(f.path, data)
		return reading{Change: store.Change{Judgements: js}}, err
	case distinctFile:
		js, err := dataset.Distinct(f.path, data)
		return reading{Change: store.Change{Judgements: js}}, err
	case datasetFile:
		if isDataset(data) {
			c, err := dataset.Read(ctx, f.path, data)
			return reading{Change: c}, err
		}
	case tableFile:
		letters, warnings, err := letter.ReadTable(ctx, f.path, data, limits)
		return reading{Change: store.Change{Letters: letters}, warnings: warnings, extracted: true}, err
	}
	d, err := letter.Extract(ctx, f.path, data, limits)
	if err != nil {
		if f.form == datasetFile && graph.CodeOf(err) == graph.Invalid {
			err = &graph.Error{Code: graph.Invalid, Message: graph.MessageOf(err) + ` (a data set has the field "undersigned: ` + dataset.Format + `"; groups of aliases are given with --aliases)`, Err: err}
		}
		return reading{}, err
	}
	return reading{Change: store.Change{Letters: []graph.Letter{d.Letter("")}}, warnings: d.Warnings, extracted: true}, nil
}

// judgementTable reports whether a file is a table that says who is who: what is given as one is, other tables are by their header.
func judgementTable(f file, data []byte) bool {
	switch extension(f.path) {
	case ".csv", ".tsv":
		return f.form == aliasFile || f.form == distinctFile || f.form == tableFile && dataset.IsTable(data)
	}
	return false
}

// isDataset tells a data set of ours from other YAML and JSON, which is read as a list of signatories: it says so in a field.
func isDataset(data []byte) bool { return datasetField.Match(data) }

var datasetField = regexp.MustCompile(`(?m)(^|[{,])\s*["']?undersigned["']?\s*:`)

func (r *run) readEdges(ctx context.Context, f file) (reading, error) {
	var in io.Reader = bytes.NewReader(f.data)
	if f.data == nil {
		opened, err := open(f.path)
		if err != nil {
			return reading{}, err
		}
		defer opened.Close()
		in = opened
	}
	edges, err := letter.ReadEdges(ctx, f.path, in, r.Limits.Answers)
	if err != nil {
		return reading{}, err
	}
	return reading{Change: store.Change{Letters: edges.Letters()}, warnings: edges.Warnings}, nil
}

// ReadFile reads a file that the user named, whole, as long as it has at most limit bytes. It never waits: what is no file (a
// pipe, a socket, a device) is Invalid, since opening a pipe that nobody writes to would wait for ever. TooLarge holds for files
// that grow while they are read, too.
func ReadFile(path string, limit int64) ([]byte, error) {
	in, err := open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	if size := int64(len(data)); size > limit {
		if info, err := in.Stat(); err == nil {
			size = max(size, info.Size())
		}
		return nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d; split it", filepath.Base(path), size, limit)
	}
	return data, nil
}

// open opens a file, and nothing but a file.
func open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case info.IsDir():
		return nil, graph.Errorf(graph.Invalid, "%s is a folder; a file is wanted here", info.Name())
	case !info.Mode().IsRegular():
		return nil, graph.Errorf(graph.Invalid, "%s is a pipe, a socket or a device; save what it gives as a file and name that, or give it as standard input and name that with -", info.Name())
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return in, nil
}
