package main

import (
	"context"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"undersigned/internal/load"
)

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
	return os.Open(path)
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
