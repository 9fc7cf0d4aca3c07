package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"undersigned/graph"
	"undersigned/internal/cells"
)

// mostTable is the largest table of names that is read, in bytes.
const mostTable = 256 << 20

// columns reads columns of a table of text by their headers, in capitals or not: comma, semicolon, tab or bar between cells; UTF-8, UTF-16 or
// Windows-1252. Rows that are cut short have empty cells.
func (a *app) columns(ctx context.Context, path string, names ...string) ([][]string, error) {
	f, err := a.open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostTable+1))
	if err != nil {
		return nil, graph.Wrap(graph.Unavailable, err, path+" cannot be read to its end")
	}
	if len(data) > mostTable {
		return nil, graph.Errorf(graph.TooLarge, "%s is larger than %d MB; divide it", path, mostTable>>20)
	}
	text, err := cells.Text(data)
	if err != nil {
		return nil, graph.Wrap(graph.Invalid, err, path+" is no table of text: save it as CSV")
	}
	first, _, _ := strings.Cut(text, "\n")
	if strings.TrimSpace(first) == "" {
		return nil, graph.Errorf(graph.Invalid, "%s has no header: its first row must name the columns", path)
	}
	t, err := cells.Read([]byte(text))
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: %s", path, err)
	}
	columns := make([][]string, len(names))
	for i, name := range names {
		at := t.Column(name)
		if at < 0 {
			return nil, graph.Errorf(graph.Invalid, "%s has no column %q; it has %s", path, name, inQuotes(t.Head))
		}
		for k := range t.Rows {
			columns[i] = append(columns[i], t.Rows[k].Cell(at))
		}
	}
	return columns, nil
}

func inQuotes(list []string) string {
	out := make([]string, 0, len(list))
	for _, s := range list[:min(len(list), 12)] {
		out = append(out, fmt.Sprintf("%q", s))
	}
	return strings.Join(out, ", ")
}
