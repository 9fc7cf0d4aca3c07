package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/child"
	"undersigned/internal/intake"
	"undersigned/internal/letter"
	"undersigned/internal/load"
)

// readLetterCommand is what serve, load and extract start to have documents read.
const readLetterCommand = "read-letter"

func newReadLetter(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    readLetterCommand,
		Short:  "Read documents for this program (started by serve, load and extract)",
		Hidden: true,
		Args:   needArgs(0, 0, "no arguments"),
		// Neither settings nor store: what reads documents from elsewhere knows of nothing.
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f, ok := a.in.(*os.File); ok {
				if info, err := f.Stat(); err == nil && info.Mode()&fs.ModeCharDevice != 0 {
					return graph.Errorf(graph.Invalid, "%s is started by undersigned itself; to look at one document, use: undersigned extract FILE", readLetterCommand)
				}
			}
			tasks := map[string]child.Handler{doExtract: extractHere}
			maps.Copy(tasks, intake.Tasks())
			maps.Copy(tasks, load.Tasks())
			return child.Work(cmd.Context(), a.in, a.out, tasks)
		},
	}
}

// ownProgram names the file of this program. On Linux it is the one that runs, even where another has taken its place since.
func ownProgram() (string, error) {
	const running = "/proc/self/exe"
	if _, err := os.Stat(running); runtime.GOOS == "linux" && err == nil {
		return running, nil
	}
	return os.Executable()
}

// documentsOfAChild are read one after the other before another child takes its place.
const documentsOfAChild = 500

// childTime is what one document may take by the clock. Of the processors it has what a document has in the explorer, where somebody waits; other
// programs on a machine may be in the way, and then nobody here gives up.
const childTime = 2 * time.Minute

// apart returns what reads documents apart from this process. The caller closes it.
func (a *app) apart() (*child.Reader, error) {
	program, err := ownProgram()
	if err != nil {
		return nil, graph.Wrap(graph.Unavailable, err, "the program does not know its own file, which it starts to read documents: call it by its path")
	}
	return child.New(child.Options{Command: []string{program, readLetterCommand}, Most: documentsOfAChild, Time: childTime, Reply: 256 << 20, Logger: a.log}), nil
}

// doExtract is the task of extract.
const doExtract = "extract"

type extractTask struct {
	Name    string         `json:"name"`
	Answers letter.Answers `json:"answers"`
	Why     bool           `json:"why"`
	JSON    bool           `json:"json"`
}

// extractReply has what is said beside the result, which follows.
type extractReply struct {
	Notes string `json:"notes"`
}

// whyTime: to say why, a document is read once for each rule.
const whyTime = 10 * time.Minute

// extractApart has a child read a document and print what it found.
func (a *app) extractApart(ctx context.Context, t extractTask, data []byte) error {
	reader, err := a.apart()
	if err != nil {
		return err
	}
	defer reader.Close()
	task := child.Task{Do: doExtract, Name: t.Name, Ask: t}
	if t.Why {
		task.Time = whyTime
	}
	head, out, err := reader.Ask(ctx, task, data)
	if err != nil {
		return err
	}
	var reply extractReply
	if err := json.Unmarshal(head, &reply); err != nil {
		return graph.Wrap(graph.Internal, err, "what was read cannot be read back")
	}
	if _, err := a.note().Write([]byte(reply.Notes)); err != nil {
		return err
	}
	_, err = a.out.Write(out)
	return err
}

// extractHere is what the child does.
func extractHere(ctx context.Context, ask json.RawMessage, data []byte) (any, []byte, error) {
	var t extractTask
	if err := json.Unmarshal(ask, &t); err != nil {
		return nil, nil, graph.Wrap(graph.Invalid, err, "this is no task")
	}
	var out, notes bytes.Buffer
	a := &app{stdio: stdio{out: &out, err: &notes}}
	if t.Why {
		err := a.printWhy(ctx, t.Name, data, t.JSON)
		return extractReply{notes.String()}, out.Bytes(), err
	}
	draft, err := letter.Extract(ctx, t.Name, data, letter.Limits{Answers: t.Answers})
	if err != nil {
		return nil, nil, err
	}
	if t.JSON {
		err = a.writeJSON(draft)
	} else {
		a.printDraft(draft)
	}
	return extractReply{notes.String()}, out.Bytes(), err
}
