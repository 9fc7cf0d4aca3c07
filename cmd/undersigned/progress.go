package main

import (
	"io"
	"log/slog"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// reporter is told how far a piece of work is. It may be called from any goroutine.
type reporter = func(done, total int, name string)

// progress shows how far work is on standard error: a bar at a terminal, lines of the log at level info elsewhere, nothing with --quiet. done must be
// called before anything else is printed.
func (a *app) progress() (report reporter, done func()) {
	switch f, ok := a.err.(*os.File); {
	case a.settings.Quiet:
		return func(int, int, string) {}, func() {}
	case ok && isTerminal(f):
		return bar(f)
	}
	return lines(a.log), func() {}
}

// bar draws one bar, which begins anew where the work has another total.
func bar(w io.Writer) (report reporter, done func()) {
	p := mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))
	var mu sync.Mutex
	var current *mpb.Bar
	var length int
	closed := false       // work that was stopped may go on reporting for a moment
	var name atomic.Value // the bar draws in a goroutine of its own, which report may be waiting for: no lock there
	name.Store("")
	end := func() {
		if current != nil && !current.Completed() {
			current.Abort(true)
		}
		current = nil
	}
	report = func(n, total int, what string) {
		mu.Lock()
		defer mu.Unlock()
		if closed {
			return
		}
		total = max(total, 1)
		if current == nil || total != length {
			end()
			length = total
			current = p.AddBar(int64(total), mpb.BarRemoveOnComplete(),
				mpb.PrependDecorators(decor.CountersNoUnit("%d of %d ")),
				mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return " " + name.Load().(string) })))
		}
		name.Store(what)
		current.SetCurrent(int64(n))
	}
	return report, func() {
		mu.Lock()
		closed = true
		end()
		mu.Unlock()
		p.Wait()
	}
}

// lineEvery is how often a log says how far one step is.
const lineEvery = 5 * time.Second

// lines logs the beginning of each step, and how far it is from time to time.
func lines(log *slog.Logger) reporter {
	var mu sync.Mutex
	var last time.Time
	var name string
	return func(n, total int, what string) {
		mu.Lock()
		defer mu.Unlock()
		if what == "" || what == name && time.Since(last) < lineEvery {
			return
		}
		name, last = what, time.Now()
		log.Info(what, "done", strconv.Itoa(n)+" of "+strconv.Itoa(total))
	}
}
