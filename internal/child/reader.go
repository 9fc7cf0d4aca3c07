package child

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"undersigned/graph"
)

// Options of a Reader.
type Options struct {
	Command []string      // the program and its arguments; needed
	Env     []string      // of children, beside HOME and the like
	Time    time.Duration // for one document, by the clock; 0 means 30 s
	Busy    time.Duration // for one document, of the processors; 0 means 30 s
	Memory  uint64        // for one document, in bytes; 0 means 1 GB
	Reply   int           // bytes that one document may give; 0 means 96 MB: a letter of 16 MB with every line twice, and room
	Most    int           // documents that one process reads, one after the other; 0 means 1
	Life    time.Duration // after which a process reads no further document, where it reads several; 0 means 30 s
	Instead string        // what to do with a document that cannot be read, after "or"; "" means save its text as a file of its own
	Logger  *slog.Logger  // of what a child said before it broke; nil discards
	Level   slog.Level    // at which it is logged; 0 is info
}

// Task is one thing to do with a document.
type Task struct {
	Do   string // the name of its handler
	Name string // of the document, for messages
	Ask  any    // what the handler is told, as JSON

	Time   time.Duration // more than others have, by the clock and of the processors; 0 is what the Options say
	Memory uint64
}

const (
	defaultTime   = 30 * time.Second // somebody waits for it
	defaultMemory = 1 << 30
	defaultReply  = 96 << 20
	defaultLife   = 30 * time.Second
)

// Reader has documents read in processes of their own. It is safe for concurrent use: as many run as there are calls.
type Reader struct {
	Options
	mu   sync.Mutex
	idle []*process
}

// New returns a Reader. It starts nothing.
func New(o Options) *Reader {
	o.Time, o.Busy, o.Memory, o.Reply, o.Life = cmp.Or(o.Time, defaultTime), cmp.Or(o.Busy, defaultTime), cmp.Or(o.Memory, defaultMemory), cmp.Or(o.Reply, defaultReply), cmp.Or(o.Life, defaultLife)
	o.Most, o.Instead = max(o.Most, 1), cmp.Or(o.Instead, "save its text as a file of its own")
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return &Reader{Options: o}
}

// Ask has a child do a task, and returns its reply as JSON and the bytes beside it. Errors: those of the task; Unavailable where no child can be
// started; TooLarge where it took more time or memory than it may, or gave more than is taken; Unsupported where the document broke it; Internal
// where it gave what is no answer; Cancelled when ctx ends.
func (r *Reader) Ask(ctx context.Context, t Task, data []byte) (json.RawMessage, []byte, error) {
	busy := max(t.Time, r.Busy)
	t.Time, t.Memory = max(t.Time, r.Time), max(t.Memory, r.Memory)
	task, err := marshal(t.Ask)
	if err != nil {
		return nil, nil, graph.Wrap(graph.Internal, err, "the task could not be written")
	}
	head, err := marshal(order{Do: t.Do, Time: t.Time, Processor: busy, Memory: t.Memory, Task: task})
	if err != nil {
		return nil, nil, graph.Wrap(graph.Internal, err, "the task could not be written")
	}
	p := r.take(&t)
	if p != nil {
		got, rest, err := r.ask(ctx, p, &t, head, data)
		if !p.broken {
			return got, rest, err
		}
	}
	// No process, or one that read others before: whatever they left in it, this document is read as if it came first.
	if p, err = start(r.Command, r.Env); err != nil {
		return nil, nil, graph.Wrap(graph.Unavailable, err, "the program that reads documents could not be started: try again; if it happens again, look into the log")
	}
	return r.ask(ctx, p, &t, head, data)
}

// ask is Ask by one process.
func (r *Reader) ask(ctx context.Context, p *process, t *Task, head, data []byte) (json.RawMessage, []byte, error) {
	timed, cancel := context.WithTimeout(ctx, t.Time)
	defer cancel()
	answered, rest, err := p.ask(timed, head, data, r.Reply)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return nil, nil, graph.Wrap(graph.Cancelled, ctx.Err(), "the reading of "+t.Name+" was no longer waited for")
	case timed.Err() != nil:
		return nil, nil, graph.Errorf(graph.TooLarge, "%s took more than %s to read and was given up: cut it to the pages that are signed, or %s", t.Name, inWords(t.Time), r.Instead)
	case full(err):
		return nil, nil, graph.Errorf(graph.TooLarge, "%s gave more than can be shown: cut it to the pages that are signed, or %s", t.Name, r.Instead)
	default:
		return nil, nil, r.broken(t, p, err)
	}
	var a answer
	if err := json.Unmarshal(answered, &a); err != nil {
		p.end()
		return nil, nil, graph.Wrap(graph.Internal, err, t.Name+": what was read in it cannot be read back")
	}
	r.give(p, t)
	if a.Code != "" {
		return nil, nil, &graph.Error{Code: a.Code, Message: a.Message}
	}
	return a.Reply, rest, nil
}

// broken says how a child ended that gave no answer.
func (r *Reader) broken(t *Task, p *process, err error) error {
	said, status := p.said.String(), p.status()
	if status == 0 {
		return graph.Wrap(graph.Internal, err, t.Name+": what was read in it cannot be read back")
	}
	r.Logger.Log(context.Background(), r.Level, "a reader broke", "do", t.Do, "status", fmt.Sprint(p.cmd.ProcessState), "said", said)
	switch {
	case status == exitMemory, outOfMemory(said), peak(p.cmd.ProcessState) > t.Memory/8*7:
		return graph.Errorf(graph.TooLarge, "%s needs more than the %d MB of memory that one document may have: cut it to the pages that are signed, or %s", t.Name, t.Memory>>20, r.Instead)
	case status == exitTime:
		return graph.Errorf(graph.TooLarge, "%s takes too long to read and was given up: cut it to the pages that are signed, or %s", t.Name, r.Instead)
	}
	return &graph.Error{Code: graph.Unsupported, Message: fmt.Sprintf("%s: reading it broke off; nothing else was touched: %s instead, and report the file to us if you may", t.Name, r.Instead), Err: err}
}

// outOfMemory reports whether that is what a process died of by what it said. Where the system gives no more, Go's own collector may trip over it before
// anything is said of memory; a fault of ours reads otherwise, as a panic.
func outOfMemory(said string) bool {
	return strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory") || strings.HasPrefix(said, "SIGSEGV: segmentation violation")
}

// inWords: whole seconds, unless there is none.
func inWords(d time.Duration) string {
	if d >= time.Second {
		return fmt.Sprintf("%.0f seconds", d.Seconds())
	}
	return d.String()
}

// take returns a process that may read one more document; nil where there is none.
func (r *Reader) take(t *Task) *process {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.idle) == 0 || t.Time > r.Time || t.Memory > r.Memory {
		return nil // limits cannot be widened
	}
	p := r.idle[len(r.idle)-1]
	r.idle = r.idle[:len(r.idle)-1]
	return p
}

// give keeps a process for the next document, or ends it.
func (r *Reader) give(p *process, t *Task) {
	if p.done >= r.Most || time.Since(p.born) > r.Life || t.Time > r.Time || t.Memory > r.Memory {
		p.end()
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.idle = append(r.idle, p)
}

// Close ends the processes that wait for a document.
func (r *Reader) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.idle {
		p.end()
	}
	r.idle = nil
}
