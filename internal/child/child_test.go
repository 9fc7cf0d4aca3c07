package child

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
)

const (
	childVariable = "CHILD_TEST"
	littleMemory  = 96 << 20
)

// children are what a child may come to; the first is what it is for.
var children = map[string]func(){
	"work": func() {
		if err := Work(context.Background(), os.Stdin, os.Stdout, testTasks); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	},
	"loops": loop,
	"allocates": func() {
		limitSelf(littleMemory, time.Minute)
		allocate()
	},
	"allocates at once": func() { // faster than it is watched: the system's limit
		limitSelf(littleMemory, time.Minute)
		huge := make([]byte, 8<<30)
		for i := range huge {
			huge[i] = byte(i)
		}
	},
	"recurses": func() {
		limitSelf(littleMemory, time.Minute)
		var down func(n int) int
		down = func(n int) int { return down(n+1) + 1 }
		fmt.Fprintln(os.Stderr, down(0))
	},
	"panics":   func() { panic("a fault of ours") },
	"is mute":  func() {},
	"stutters": func() { fmt.Print("no") },
	"floods": func() {
		for piece := strings.Repeat("x", 1<<20); ; {
			if _, err := io.WriteString(os.Stdout, piece); err != nil {
				return
			}
		}
	},
	"ends itself for time": func() { os.Exit(exitTime) },
}

func loop() {
	for i := 0; ; i++ {
		if i < 0 {
			return
		}
	}
}

func allocate() {
	kept := map[int][]byte{}
	for {
		piece := make([]byte, 1<<20)
		for i := range piece {
			piece[i] = byte(i)
		}
		kept[len(kept)] = piece
	}
}

// told is what a child of the tests says of itself.
type told struct {
	Process   int      `json:"process"`
	Variables []string `json:"variables"`
	Length    int      `json:"length"`
}

var read int // documents, by this process

var testTasks = map[string]Handler{
	"tell": func(_ context.Context, _ json.RawMessage, data []byte) (any, []byte, error) {
		read++
		return told{os.Getpid(), os.Environ(), len(data)}, data, nil
	},
	"refuse": func(_ context.Context, _ json.RawMessage, data []byte) (any, []byte, error) {
		return nil, nil, graph.Errorf(graph.Invalid, "%s is not what is wanted <&>", data)
	},
	"panic after others": func(context.Context, json.RawMessage, []byte) (any, []byte, error) {
		if read > 0 {
			panic("what others left")
		}
		return told{Process: os.Getpid()}, nil, nil
	},
	"panic":    func(context.Context, json.RawMessage, []byte) (any, []byte, error) { panic("a fault of ours") },
	"loop":     func(context.Context, json.RawMessage, []byte) (any, []byte, error) { loop(); return nil, nil, nil },
	"allocate": func(context.Context, json.RawMessage, []byte) (any, []byte, error) { allocate(); return nil, nil, nil },
}

// TestMain is a child where it is told to be one.
func TestMain(m *testing.M) {
	if name, is := os.LookupEnv(childVariable); is {
		children[name]()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func newReader(t *testing.T, what string, o Options) *Reader {
	t.Helper()
	if children[what] == nil {
		t.Fatalf("there is no child %q", what)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Command, o.Env = []string{program, "-test.run=^$"}, append(o.Env, childVariable+"="+what)
	r := New(o)
	t.Cleanup(r.Close)
	return r
}

// TestBrokenChildren: however a child ends, who asked gets a sentence and a code, and goes on.
func TestBrokenChildren(t *testing.T) {
	for what, want := range map[string]struct {
		code graph.Code
		says string
	}{
		"loops":                {graph.TooLarge, "a.txt took more than 200ms to read and was given up: cut it to the pages that are signed, or paste its text"},
		"allocates":            {graph.TooLarge, "a.txt needs more than the 96 MB of memory"},
		"allocates at once":    {graph.TooLarge, "memory"},
		"recurses":             {graph.Unsupported, "broke off"},
		"panics":               {graph.Unsupported, "a.txt: reading it broke off; nothing else was touched: paste its text instead"},
		"is mute":              {graph.Internal, ""},
		"stutters":             {graph.Internal, ""},
		"floods":               {graph.TooLarge, "more than can be shown"},
		"ends itself for time": {graph.TooLarge, "takes too long"},
	} {
		t.Run(what, func(t *testing.T) {
			o := Options{Time: 30 * time.Second, Memory: littleMemory, Instead: "paste its text"}
			if what == "loops" {
				o.Time = 200 * time.Millisecond
			}
			var log bytes.Buffer
			o.Logger = slog.New(slog.NewTextHandler(&log, nil))
			r := newReader(t, what, o)
			_, _, err := r.Ask(t.Context(), Task{Do: "tell", Name: "a.txt"}, []byte("text"))
			if graph.CodeOf(err) != want.code || !strings.Contains(graph.MessageOf(err), want.says) {
				t.Errorf("got %q: %v\n%s", graph.CodeOf(err), err, &log)
			}
			if len(r.idle) != 0 {
				t.Error("a child that ended is kept")
			}
		})
	}
}

func ask(t *testing.T, r *Reader, task Task) told {
	t.Helper()
	head, rest, err := r.Ask(t.Context(), task, []byte("text"))
	var got told
	if err == nil {
		err = json.Unmarshal(head, &got)
	}
	if err != nil || task.Do == "tell" && string(rest) != "text" {
		t.Fatalf("%v, %q", err, rest)
	}
	return got
}

// TestSeveralDocuments in one process: as many as are allowed, for as long as is allowed; and what a document breaks, others do not feel.
func TestSeveralDocuments(t *testing.T) {
	r := newReader(t, "work", Options{Most: 3, Life: time.Hour, Time: time.Minute, Busy: time.Second, Memory: 256 << 20})
	tell := Task{Do: "tell", Name: "a.txt"}
	first := ask(t, r, tell).Process
	if _, _, err := r.Ask(t.Context(), Task{Do: "refuse", Name: "b"}, []byte("b.txt")); graph.CodeOf(err) != graph.Invalid || graph.MessageOf(err) != "b.txt is not what is wanted <&>" {
		t.Errorf("%v", err)
	}
	if third, fourth := ask(t, r, tell).Process, ask(t, r, tell).Process; third != first || fourth == first || fourth == os.Getpid() {
		t.Errorf("the processes are %d, %d and %d; the third document should go to the first, the fourth to another", first, third, fourth)
	}
	for _, bad := range []string{"panic", "allocate", "loop"} {
		if _, _, err := r.Ask(t.Context(), Task{Do: bad, Name: "bad.txt"}, nil); graph.CodeOf(err) != graph.Unsupported && graph.CodeOf(err) != graph.TooLarge {
			t.Errorf("%s: %v", bad, err)
		}
		ask(t, r, tell)
	}
	if got := ask(t, r, Task{Do: "panic after others", Name: "c.txt"}).Process; got == 0 {
		t.Error("a document that breaks a process that read others was not read by a new one")
	}
	if wide := ask(t, r, Task{Do: "tell", Name: "d.txt", Time: time.Hour}).Process; wide == ask(t, r, tell).Process {
		t.Error("a document with limits of its own was read in the process of others")
	}

	r.Life = 0
	if first, second := ask(t, r, tell).Process, ask(t, r, tell).Process; first == second || len(r.idle) > 0 {
		t.Error("a process reads on past its time")
	}
	r = newReader(t, "work", Options{})
	if first, second := ask(t, r, tell).Process, ask(t, r, tell).Process; first == second {
		t.Error("two documents in one process, where each should have its own")
	}
}

func TestChildIsStoppedWithItsRequest(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	for _, what := range []string{"loops", "work"} {
		r := newReader(t, what, Options{Most: 9, Time: time.Minute})
		if _, _, err := r.Ask(ctx, Task{Do: "loop", Name: "a.txt"}, []byte("text")); graph.CodeOf(err) != graph.Cancelled {
			t.Errorf("got %v", err)
		}
	}
}

func TestProgramThatCannotBeStarted(t *testing.T) {
	r := New(Options{Command: []string{"/no/such/program"}})
	if _, _, err := r.Ask(t.Context(), Task{Do: "tell", Name: "a.txt"}, nil); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v", err)
	}
}

// TestChildKnowsNoSecrets: a document that takes its reader over finds no password in the environment.
func TestChildKnowsNoSecrets(t *testing.T) {
	t.Setenv("NEO4J_PASSWORD", "secret")
	seen := fmt.Sprint(ask(t, newReader(t, "work", Options{}), Task{Do: "tell", Name: "a.txt"}).Variables)
	if !strings.Contains(seen, childVariable) || strings.Contains(seen, "secret") {
		t.Errorf("a child sees %q", seen)
	}
}

// FuzzWork: whatever a child is given, each answer is a frame with a reply, or a code and a sentence.
func FuzzWork(f *testing.F) {
	frame := func(head, data string) string {
		var b bytes.Buffer
		if err := writeFrame(&b, []byte(head), []byte(data)); err != nil {
			f.Fatal(err)
		}
		return b.String()
	}
	f.Add("")
	f.Add("hello\n")
	f.Add(frame("{}", ""))
	f.Add(frame(`{"do":"dance"}`, "text"))
	f.Add(frame(`{"do":"tell","task":{}}`, "text") + frame(`{"do":"refuse"}`, "text") + "\xff\xff\xff\xff\xff\xff\xff\xff")
	tasks := map[string]Handler{"tell": testTasks["tell"], "refuse": testTasks["refuse"]}
	f.Fuzz(func(t *testing.T, in string) {
		var out bytes.Buffer
		if err := Work(t.Context(), strings.NewReader(in), &out, tasks); err != nil {
			t.Fatal(err)
		}
		for out.Len() > 0 {
			head, _, err := readFrame(&out, 1<<30)
			var a answer
			if err == nil {
				err = json.Unmarshal(head, &a)
			}
			if err != nil || (a.Code == "") != (len(a.Reply) > 0) || (a.Code == "") != (a.Message == "") {
				t.Fatalf("%v: %s", err, head)
			}
		}
	})
}
