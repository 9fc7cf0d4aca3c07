package load

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/dataset"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// shownStdin is what messages and reports call it.
const shownStdin = "standard input"

// stdin reads standard input for the one of the paths that names it, once: it cannot be read again.
func (r *run) stdin(ctx context.Context, in Input) error {
	n := 0
	for _, paths := range [][]string{in.Paths, in.Edges, in.Aliases, in.Distinct} {
		for _, p := range paths {
			if p == Stdin {
				n++
			}
		}
	}
	switch {
	case n == 0:
		return nil
	case n > 1:
		return graph.Errorf(graph.Invalid, "standard input (-) is named %d times and can be read once: save it as a file", n)
	case r.Stdin == nil:
		return graph.Errorf(graph.Invalid, "there is no standard input here: name a file")
	}
	data, err := ReadStdin(ctx, r.Stdin, dataset.MaxSize)
	if err != nil {
		return err
	}
	r.given = file{path: cmp.Or(r.StdinName, NameOf(data)), shown: shownStdin, data: data}
	return nil
}

// fileOf is the file at a path, or standard input.
func (r *run) fileOf(path, shown string, f form) file {
	if path != Stdin {
		return file{path: path, shown: shown, form: f}
	}
	given := r.given
	given.form = f
	return given
}

// ReadStdin reads standard input whole, at most limit bytes. It ends when ctx does, though the read itself may go on waiting.
func ReadStdin(ctx context.Context, in io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(Waiting(ctx, in), limit+1))
	switch {
	case ctx.Err() != nil:
		return nil, graph.Wrap(graph.Cancelled, ctx.Err(), "reading standard input was stopped")
	case err != nil:
		return nil, graph.Wrap(graph.Unavailable, err, "standard input could not be read to its end")
	case int64(len(data)) > limit:
		return nil, graph.Errorf(graph.TooLarge, "standard input has more than %d bytes, the limit; split it", limit)
	}
	return data, nil
}

// Waiting returns a reader of in whose calls end when ctx does: who waits at a terminal or for another program can be stopped.
func Waiting(ctx context.Context, in io.Reader) io.Reader {
	w := &waiting{ctx: ctx, parts: make(chan part)}
	go func() {
		defer close(w.parts)
		for {
			p := part{data: make([]byte, 64<<10)}
			n, err := in.Read(p.data)
			p.data, p.err = p.data[:n], err
			select {
			case w.parts <- p:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return w
}

type part struct {
	data []byte
	err  error
}

type waiting struct {
	ctx   context.Context
	parts chan part
	left  part
}

func (w *waiting) Read(b []byte) (int, error) {
	for len(w.left.data) == 0 {
		if w.left.err != nil {
			return 0, w.left.err
		}
		select {
		case w.left = <-w.parts:
		case <-w.ctx.Done():
			w.left.err = w.ctx.Err()
		}
	}
	n := copy(b, w.left.data)
	w.left.data = w.left.data[n:]
	return n, nil
}

// NameOf makes a file name for what has none, whose ending says how to read it. What the readers know by its first bytes, such as PDF and web pages, needs
// none; tables, JSON and data sets are known by their shape. Everything else is text.
func NameOf(data []byte) string {
	const name = "standard-input"
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 64<<10)], []byte("\ufeff")))
	switch {
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return name + ".gz"
	case isWorkbook(data):
		return name + ".xlsx"
	case len(head) > 0 && (head[0] == '{' || head[0] == '[' && bytes.ContainsAny(head, `"{`)):
		return name + ".json"
	case isDataset(head) && !bytes.HasPrefix(head, []byte("<")):
		return name + ".yaml"
	case isTable(string(head), len(data) > len(head)+4):
		return name + ".csv"
	}
	return name + ".txt"
}

func isWorkbook(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	return err == nil && slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

// rowsOfTable is how many rows have to agree about their columns.
const rowsOfTable = 50

// isTable reports whether every row of a text has as many fields as the first, two or more, and the first has something in each: prose has not. The
// last row may be cut off.
func isTable(text string, cut bool) bool {
	for _, separator := range []rune{',', ';', '\t', '|'} {
		rows := csv.NewReader(strings.NewReader(text))
		rows.Comma, rows.LazyQuotes = separator, true
		columns, n := 0, 0
		for n < rowsOfTable {
			record, err := rows.Read()
			if err != nil {
				if err != io.EOF && !cut {
					n = 0
				}
				break
			}
			if n++; n == 1 && !slices.ContainsFunc(record, func(s string) bool { return strings.TrimSpace(s) == "" }) {
				columns = len(record)
			}
		}
		if columns > 1 && n > 1 {
			return true
		}
	}
	return false
}
