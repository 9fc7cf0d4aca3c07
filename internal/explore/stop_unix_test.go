//go:build unix

package explore

import (
	"context"
	"io"
	"syscall"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/report"
)

// spent is the time that the program has computed so far, on all cores: what else the machine does is not in it.
func spent(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// afterGoing stops work when it has computed for so long, and returns how long it goes on, and whether it was stopped.
func afterGoing(t *testing.T, when time.Duration, work func(context.Context) error) (more time.Duration, stopped bool) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	begin := spent(t)
	go func() { ended <- work(ctx) }()
	for {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			return 0, false
		case <-time.After(time.Millisecond):
		}
		if now := spent(t); now-begin >= when {
			cancel()
			if err := <-ended; err != nil && graph.CodeOf(err) != graph.Cancelled {
				t.Fatal(err)
			}
			return spent(t) - now, true
		}
	}
}

// TestWorkEndsWithItsReader: whenever the one who wants a large file goes, or the strongest ties of a large network, it is made no further than
// a moment.
func TestWorkEndsWithItsReader(t *testing.T) {
	r := large(t)
	const moment = 200 * time.Millisecond // of two cores
	file := func(format string) func(context.Context) error {
		return func(ctx context.Context) error {
			write, err := r.Prepare(ctx, format, View{MinLetters: 1}, report.Options{})
			if err != nil {
				return err
			}
			return write(io.Discard)
		}
	}
	for name, work := range map[string]func(context.Context) error{
		"signatures": file("signatures.csv"), "ties": file("ties.parquet"),
		"a million ties": func(ctx context.Context) error {
			_, _, err := ties(ctx, r.x, sizesOf(r.x), 1, tiesInFiles)
			return err
		},
	} {
		begin := spent(t)
		if err := work(t.Context()); err != nil {
			t.Fatal(err)
		}
		whole := spent(t) - begin
		const times = 4
		for i := range times {
			when := whole * time.Duration(i) / times
			more, stopped := afterGoing(t, when, work)
			if stopped && more > moment {
				t.Errorf("%s: stopped after %s of %s, it went on for %s", name, when.Round(time.Millisecond), whole.Round(time.Millisecond), more)
			}
			t.Logf("%s: stopped after %s of %s: %s", name, when.Round(time.Millisecond), whole.Round(time.Millisecond), more)
		}
	}
}

func sizesOf(x *graph.Incidence) []int {
	sizes := make([]int, x.Letters())
	for l := range sizes {
		sizes[l] = x.Size(l)
	}
	return sizes
}
