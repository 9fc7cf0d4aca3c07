package intake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	"undersigned/graph"
)

const (
	atOnce       = 2 // children that are looked at as quick ones
	slowAtOnce   = 2 // children that turned out to be slow
	slowFrom     = 3 * time.Second
	waitingMost  = 8        // documents that wait for one
	replyMost    = 96 << 20 // bytes: a letter of 16 MB with every line twice, and room
	stderrKept   = 8 << 10
	afterTheKill = 2 * time.Second
)

// reader starts a child for each document. It is safe for concurrent use.
type reader struct {
	command []string // the program and its arguments
	env     []string // beside what every child gets
	time    time.Duration
	log     *slog.Logger
	free    chan struct{}
	slow    chan struct{}
	slowly  time.Duration // slowFrom
	waiting atomic.Int32
}

func newReader(command, env []string, limit time.Duration, log *slog.Logger) *reader {
	return &reader{command: command, env: env, time: limit, log: log, free: make(chan struct{}, atOnce), slow: make(chan struct{}, slowAtOnce), slowly: slowFrom}
}

// stepAside has a document that is not read after a while make its place free for others, as long as few are slow: else two hostile
// documents would keep everybody out for as long as they may take. The function that it returns gives the place back, whichever it is.
func (r *reader) stepAside() (leave func()) {
	done, left := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(left)
		timer := time.NewTimer(r.slowly)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-done:
			<-r.free
			return
		}
		select {
		case r.slow <- struct{}{}:
			<-r.free
			<-done
			<-r.slow
		case <-done:
			<-r.free
		}
	}()
	return func() {
		close(done)
		<-left
	}
}

// inherited are the variables that a child gets: where it may keep its cache, and what some systems need to start a program. Passwords
// are not among them.
var inherited = []string{"HOME", "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA", "USERPROFILE", "SystemRoot"}

// ask has a child do a task. Errors: those of the document, Unavailable where too many wait already, TooLarge where the child took more
// time or memory than it may, Unsupported where the document broke it, Cancelled when ctx ends.
func (r *reader) ask(ctx context.Context, t task, data []byte) (*reading, []byte, error) {
	if err := r.acquire(ctx); err != nil {
		return nil, nil, err
	}
	defer r.stepAside()()
	head, err := json.Marshal(t)
	if err != nil {
		return nil, nil, err
	}
	timed, cancel := context.WithTimeout(ctx, r.time)
	defer cancel()
	c := exec.CommandContext(timed, r.command[0], r.command[1:]...)
	c.WaitDelay = afterTheKill
	c.Stdin = io.MultiReader(bytes.NewReader(head), strings.NewReader("\n"), bytes.NewReader(data))
	out, said := &limited{most: replyMost}, &limited{most: stderrKept, quiet: true}
	c.Stdout, c.Stderr = out, said
	c.Env = r.env
	for _, name := range inherited {
		if value, ok := os.LookupEnv(name); ok {
			c.Env = append(c.Env, name+"="+value)
		}
	}
	err = c.Run()
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the reading of "+t.Name+" was no longer waited for")
	case err != nil && timed.Err() != nil:
		return nil, nil, graph.Errorf(graph.TooLarge, "“%s” took more than %.0f seconds to read and was given up: cut it to the pages that are signed, or paste its text", t.Name, r.time.Seconds())
	case out.full:
		return nil, nil, graph.Errorf(graph.TooLarge, "“%s” gave more than can be shown: cut it to the pages that are signed, or paste their text", t.Name)
	case err == nil:
		return parse(t, &out.kept)
	}
	return nil, nil, r.broken(t, c, said.kept.String(), err)
}

// broken says how a child ended that gave no reply.
func (r *reader) broken(t task, c *exec.Cmd, said string, err error) error {
	status := -1
	if c.ProcessState != nil {
		status = c.ProcessState.ExitCode()
	}
	if c.ProcessState == nil {
		return graph.Wrap(graph.Unavailable, err, "the program that reads documents could not be started: try again; if it happens again, look into the log")
	}
	r.log.Warn("a reader broke", "do", t.Do, "status", c.ProcessState.String(), "said", said)
	switch {
	case status == exitMemory, strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return graph.Errorf(graph.TooLarge, "“%s” needs more than the %d MB of memory that one document may have: cut it to the pages that are signed, or paste its text", t.Name, childMemory>>20)
	case status == exitTime:
		return graph.Errorf(graph.TooLarge, "“%s” took too long to read and was given up: cut it to the pages that are signed, or paste its text", t.Name)
	}
	return graph.Errorf(graph.Unsupported, "reading “%s” broke off; nothing else was touched: paste its text instead, and report the file to us if you may", t.Name)
}

// acquire waits for a free child, unless too many wait already.
func (r *reader) acquire(ctx context.Context) error {
	select {
	case r.free <- struct{}{}:
		return nil
	default:
	}
	defer r.waiting.Add(-1)
	if r.waiting.Add(1) > waitingMost {
		return graph.Errorf(graph.Unavailable, "%d documents wait to be read already: try again in a moment", waitingMost)
	}
	select {
	case r.free <- struct{}{}:
		return nil
	case <-ctx.Done():
		return graph.Wrap(graph.Cancelled, ctx.Err(), "the reading was no longer waited for")
	}
}

func parse(t task, out *bytes.Buffer) (*reading, []byte, error) {
	var got reply
	head, err := out.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(head, &got)
	}
	switch {
	case err != nil:
		return nil, nil, graph.Wrap(graph.Internal, err, "a child's reply cannot be read")
	case got.Question != nil:
		return nil, nil, &graph.Error{Code: graph.Invalid, Message: quoted(t.Name, got.Message), Err: got.Question}
	case got.Code != "":
		return nil, nil, &graph.Error{Code: got.Code, Message: quoted(t.Name, cmp.Or(got.Message, "the document could not be read"))}
	case t.Do == doRead && (got.Reading == nil || len(got.Reading.Letter.Documents) != 1):
		return nil, nil, graph.Errorf(graph.Internal, "a child's reply holds no reading")
	}
	return got.Reading, out.Bytes(), nil
}

// quoted sets a file name that begins a sentence in quotation marks: it is no word to be written with a capital.
func quoted(name, message string) string {
	if rest, ok := strings.CutPrefix(message, name); ok {
		return "“" + name + "”" + rest
	}
	return message
}

// limited keeps the first bytes that a child writes. Past its size it ends the child by an error, or, if quiet, drops the rest. The buffer is no
// embedded one: its ReadFrom would go past the limit.
type limited struct {
	kept  bytes.Buffer
	most  int
	quiet bool
	full  bool
}

var errFull = errors.New("more output than is kept")

// Write implements io.Writer.
func (l *limited) Write(p []byte) (int, error) {
	room := l.most - l.kept.Len()
	if len(p) <= room {
		return l.kept.Write(p)
	}
	l.full = !l.quiet
	l.kept.Write(p[:max(room, 0)])
	if l.quiet {
		return len(p), nil
	}
	return 0, errFull
}
