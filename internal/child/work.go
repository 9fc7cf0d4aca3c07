package child

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/signal"

	"undersigned/graph"
)

// Handler does one task with a document: what it replies as JSON, and bytes beside. An error that has a code and a sentence crosses to who asked.
type Handler func(ctx context.Context, task json.RawMessage, data []byte) (reply any, rest []byte, err error)

// documentMost bounds what a child takes: the largest data set, and its task.
const documentMost = 300 << 20

// Work is the whole life of a child: it limits itself by what the first order says, does one task after the other and writes what came of each, and ends
// with its input. An error is one of writing; what is wrong with a document stands in the answer.
func Work(ctx context.Context, in io.Reader, out io.Writer, tasks map[string]Handler) error {
	_, process := in.(*os.File) // tests call it with buffers, and would limit themselves
	if process {
		signal.Ignore(os.Interrupt) // Ctrl-C goes to the whole group; who asked is told, and ends this process
	}
	w := bufio.NewWriterSize(out, 64<<10)
	limited := false
	for o := range orders(in, process) {
		stop := func() {}
		if process && o.Do != "" {
			if !limited {
				limitSelf(o.Memory, o.Time)
				limited = true
			}
			stop = limitTask(o.Processor, o.Time)
		}
		err := do(ctx, w, &o, tasks)
		stop()
		if err != nil {
			return err
		}
	}
	return nil
}

type taken struct {
	order
	data []byte
}

// orders reads what is to be done. A process whose input ends is no longer needed by anybody, whatever it is doing; so nothing is left over of a program
// that was killed.
func orders(in io.Reader, process bool) <-chan taken {
	c := make(chan taken)
	go func() {
		defer close(c)
		from := bufio.NewReader(in)
		for {
			head, data, err := readFrame(from, documentMost)
			if err == io.EOF {
				if process {
					os.Exit(0)
				}
				return
			}
			o := taken{data: data}
			if err != nil || json.Unmarshal(head, &o.order) != nil || o.Do == "" {
				c <- taken{}
				return
			}
			c <- o
		}
	}()
	return c
}

// do writes the answer to one order.
func do(ctx context.Context, w *bufio.Writer, o *taken, tasks map[string]Handler) error {
	var a answer
	var rest []byte
	var err error = graph.Errorf(graph.Invalid, "this command is started by undersigned itself (serve, load, extract) to read documents; it is no use to call it")
	if o.Do != "" {
		if handler := tasks[o.Do]; handler != nil {
			a.Reply, rest, err = handle(ctx, handler, o)
		} else {
			err = graph.Errorf(graph.Invalid, "there is no task %q", o.Do)
		}
	}
	if err != nil {
		a, rest = answer{Code: graph.CodeOf(err), Message: cmp.Or(graph.MessageOf(err), err.Error(), "the document could not be read")}, nil
	}
	head, err := marshal(a)
	if err == nil {
		err = writeFrame(w, head, rest)
	}
	if err == nil {
		err = w.Flush()
	}
	return graph.Wrap(graph.Internal, err, "the answer could not be written")
}

func handle(ctx context.Context, handler Handler, o *taken) (json.RawMessage, []byte, error) {
	reply, rest, err := handler(ctx, o.Task, o.data)
	if err != nil || reply == nil {
		return nil, rest, err
	}
	head, err := marshal(reply)
	return head, rest, err
}

// marshal leaves <, > and & as they are: no browser reads this, and pages are full of them.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
