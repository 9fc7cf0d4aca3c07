package intake

import (
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"undersigned/graph"
	"undersigned/internal/child"
)

const (
	atOnce      = 2 // children that are looked at as quick ones
	slowAtOnce  = 2 // children that turned out to be slow
	slowFrom    = 3 * time.Second
	waitingMost = 8 // documents that wait for one
)

// reader has each document read in a child of its own, a few at once. It is safe for concurrent use.
type reader struct {
	child   *child.Reader
	free    chan struct{}
	slow    chan struct{}
	slowly  time.Duration // slowFrom
	waiting atomic.Int32
}

func newReader(command, env []string, limit time.Duration, log *slog.Logger) *reader {
	return &reader{child: child.New(child.Options{Command: command, Env: env, Time: limit, Logger: log, Level: slog.LevelWarn, Instead: "paste its text"}), free: make(chan struct{}, atOnce), slow: make(chan struct{}, slowAtOnce), slowly: slowFrom}
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

// ask has a child do a task. Errors: those of the document, Unavailable where too many wait already, and those of child.Reader.Ask.
func (r *reader) ask(ctx context.Context, t task, data []byte) (*reading, []byte, error) {
	if err := r.acquire(ctx); err != nil {
		return nil, nil, err
	}
	defer r.stepAside()()
	head, rest, err := r.child.Ask(ctx, child.Task{Do: t.Do, Name: t.Name, Ask: t}, data)
	if err != nil {
		return nil, nil, &graph.Error{Code: graph.CodeOf(err), Message: quoted(t.Name, graph.MessageOf(err)), Err: err}
	}
	return parse(t, head, rest)
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

func parse(t task, head json.RawMessage, rest []byte) (*reading, []byte, error) {
	var got reply
	if len(head) > 0 {
		if err := json.Unmarshal(head, &got); err != nil {
			return nil, nil, graph.Wrap(graph.Internal, err, "a child's reply cannot be read")
		}
	}
	switch {
	case got.Question != nil:
		return nil, nil, &graph.Error{Code: graph.Invalid, Message: quoted(t.Name, got.Message), Err: got.Question}
	case t.Do == doRead && (got.Reading == nil || len(got.Reading.Letter.Documents) != 1):
		return nil, nil, graph.Errorf(graph.Internal, "a child's reply holds no reading")
	}
	return got.Reading, rest, nil
}

// quoted sets a file name that begins a sentence in quotation marks: it is no word to be written with a capital.
func quoted(name, message string) string {
	if rest, ok := strings.CutPrefix(message, name); ok {
		return "“" + name + "”" + rest
	}
	return message
}
