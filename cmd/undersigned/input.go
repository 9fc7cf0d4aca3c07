package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/load"
)

// checkStdinName refuses a name for a standard input that is not read.
func checkStdinName(name string, paths []string) error {
	if name != "" && !slices.Contains(paths, load.Stdin) {
		return graph.Errorf(graph.Invalid, "--stdin-name goes with - as a file, which reads standard input")
	}
	return nil
}

// stdinName adds the flag that says what standard input holds where its bytes do not.
func stdinName(cmd *cobra.Command) *string {
	return cmd.Flags().String("stdin-name", "", "what standard input is called; its ending says how to read it, as with list.csv or letter.md")
}

// input is standard input. Who is at a terminal is told what is waited for.
func (a *app) input() io.Reader {
	if isTerminal(a.in) {
		io.WriteString(a.note(), "Reading standard input; end it with Ctrl-D.\n")
	}
	return a.in
}

// open opens a file that is read as a stream, or standard input for "-". The caller closes it.
func (a *app) open(ctx context.Context, path string) (io.ReadCloser, error) {
	if path == load.Stdin {
		return io.NopCloser(load.Waiting(ctx, a.input())), nil
	}
	f, err := os.Open(path)
	if err == nil {
		if info, e := f.Stat(); e == nil && info.IsDir() {
			f.Close()
			return nil, graph.Errorf(graph.Invalid, "%s is a folder; a file is wanted here", path)
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, graph.Wrap(graph.NotFound, err, path+": there is no such file; check the name")
	case err != nil:
		return nil, graph.Wrap(graph.Unavailable, err, path+" cannot be read; check its permissions")
	}
	return f, nil
}

// isTerminal reports whether a stream is a device that characters come from or go to one by one, as a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}
