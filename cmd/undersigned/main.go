// Command undersigned reads open letters, keeps who signed them with the line that proves it, and shows the network. main is
// small: one file a subcommand; this is the only package that names a concrete store.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"undersigned/graph"
)

// version is set when the binary is built.
var version = "unknown"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal then does what it does to any program: it kills
	code := make(chan int, 1)
	go func() { code <- run(ctx, os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr}) }()
	select {
	case c := <-code:
		os.Exit(c)
	case <-ctx.Done():
	}
	// What was stopped ends by itself, mostly at once. Where it does not, ending loses nothing: files and stores are written whole or not at all.
	select {
	case c := <-code:
		os.Exit(c)
	case <-time.After(time.Duration(patience.Load())):
		fmt.Fprintln(os.Stderr, "undersigned: stopped")
		os.Exit(130)
	}
}

// patience is how long a command that was stopped may take to end. A server gives requests under way more.
var patience atomic.Int64

func init() { patience.Store(int64(time.Second)) }

// run executes one command line and returns the exit status: 0 done, 1 failed, 2 wrong use or bad input, 3 partly done
// (some files failed, the others are loaded), 130 cancelled.
func run(ctx context.Context, args []string, io stdio) int {
	out := &checked{w: io.out}
	io.out = out
	root := newRoot(io)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = graph.Wrap(graph.Unavailable, out.err, "the output could not be written whole: see that the disk has room and the reader waits for the end")
	}
	if err == nil {
		return 0
	}
	if message := graph.MessageOf(err); message != "" {
		fmt.Fprintln(plain{io.err}, "undersigned: "+message)
	} else {
		fmt.Fprintln(plain{io.err}, "undersigned: "+err.Error())
	}
	return exitStatus(err)
}

func exitStatus(err error) int {
	if _, ok := err.(partlyDone); ok {
		return 3
	}
	switch graph.CodeOf(err) {
	case graph.Cancelled:
		return 130
	case graph.Invalid, graph.NotFound, graph.Unsupported, graph.TooLarge, graph.Conflict:
		return 2
	}
	return 1
}

// partlyDone says that some of the work failed and the rest is done.
type partlyDone struct{ message string }

func (p partlyDone) Error() string { return p.message }
