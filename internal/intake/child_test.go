package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/child"
)

const childVariable = "INTAKE_TEST_CHILD"

// children are what a child may come to; the first is what it is for.
var children = map[string]func(){
	"work": func() {
		if err := Work(context.Background(), os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	},
	"loops": func() {
		for i := 0; ; i++ {
			if i < 0 {
				return
			}
		}
	},
	"lies": func() {
		if err := child.Work(context.Background(), os.Stdin, os.Stdout, map[string]child.Handler{doRead: func(context.Context, json.RawMessage, []byte) (any, []byte, error) {
			return reply{Reading: &reading{}}, nil, nil
		}}); err != nil {
			os.Exit(1)
		}
	},
}

// TestMain is a child where it is told to be one.
func TestMain(m *testing.M) {
	if name, is := os.LookupEnv(childVariable); is {
		children[name]()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func childReader(t *testing.T, what string, limit time.Duration) *reader {
	t.Helper()
	if children[what] == nil {
		t.Fatalf("there is no child %q", what)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return newReader([]string{program, "-test.run=^$"}, []string{childVariable + "=" + what}, limit, quiet)
}

// TestBrokenChildren: however a child ends (package child has the ways), the place is free again, and the name of the file stands in quotation marks.
func TestBrokenChildren(t *testing.T) {
	for what, want := range map[string]struct {
		code graph.Code
		says string
	}{
		"loops": {graph.TooLarge, "“a.txt” took more than 200ms to read and was given up: cut it to the pages that are signed, or paste its text"},
		"lies":  {graph.Internal, "holds no reading"},
	} {
		t.Run(what, func(t *testing.T) {
			limit := 30 * time.Second
			if what == "loops" {
				limit = 200 * time.Millisecond
			}
			r := childReader(t, what, limit)
			_, _, err := r.ask(t.Context(), task{Do: doRead, Name: "a.txt"}, []byte("text"))
			if graph.CodeOf(err) != want.code || !strings.Contains(graph.MessageOf(err), want.says) {
				t.Errorf("got %q: %v", graph.CodeOf(err), err)
			}
			if len(r.free) != 0 || r.waiting.Load() != 0 {
				t.Error("a place is still taken")
			}
		})
	}
}

func TestChildIsStoppedWithItsRequest(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, _, err := childReader(t, "loops", time.Minute).ask(ctx, task{Do: doRead, Name: "a.txt"}, []byte("text"))
	if graph.CodeOf(err) != graph.Cancelled {
		t.Errorf("got %v", err)
	}
}

func TestProgramThatCannotBeStarted(t *testing.T) {
	r := newReader([]string{"/no/such/program"}, nil, time.Second, quiet)
	if _, _, err := r.ask(t.Context(), task{Do: doRead, Name: "a.txt"}, nil); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v", err)
	}
}

// TestQueue: two are read at once, eight wait, the next is told to come again.
func TestQueue(t *testing.T) {
	r := childReader(t, "loops", time.Minute)
	r.slowly = time.Hour // see TestSlowDocumentsStepAside
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, atOnce+waitingMost)
	for range atOnce + waitingMost {
		go func() {
			_, _, err := r.ask(ctx, task{Do: doRead, Name: "a.txt"}, nil)
			ended <- err
		}()
	}
	for deadline := time.Now().Add(20 * time.Second); len(r.free) < atOnce || r.waiting.Load() < waitingMost; {
		if time.Now().After(deadline) {
			t.Fatalf("%d run and %d wait", len(r.free), r.waiting.Load())
		}
		select {
		case err := <-ended:
			t.Fatalf("one ended before: %v", err)
		default:
		}
	}
	if _, _, err := r.ask(ctx, task{Do: doRead, Name: "b.txt"}, nil); graph.CodeOf(err) != graph.Unavailable || !strings.Contains(graph.MessageOf(err), "try again") {
		t.Errorf("the one too many: %v", err)
	}
	cancel()
	for range atOnce + waitingMost {
		if err := <-ended; graph.CodeOf(err) != graph.Cancelled {
			t.Errorf("got %v", err)
		}
	}
	if r.waiting.Load() != 0 || len(r.free) != 0 {
		t.Errorf("%d run and %d wait", len(r.free), r.waiting.Load())
	}
}

// TestSlowDocumentsStepAside: two documents that do not end keep nobody out, nor do four for longer than those before them.
func TestSlowDocumentsStepAside(t *testing.T) {
	r := childReader(t, "loops", time.Minute)
	r.slowly = 50 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, atOnce)
	for range atOnce {
		go func() {
			_, _, err := r.ask(ctx, task{Do: doRead, Name: "slow.txt"}, nil)
			ended <- err
		}()
	}
	for deadline := time.Now().Add(20 * time.Second); len(r.slow) < slowAtOnce || len(r.free) > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d are slow, %d others run", len(r.slow), len(r.free))
		}
	}
	quick := childReader(t, "work", time.Minute)
	quick.free, quick.slow = r.free, r.slow
	if _, _, err := quick.ask(t.Context(), task{Do: doRead, Name: "a.txt"}, []byte("Dear all,\n\nSigned:\n\nRiver Watch\nHarbour Union\n")); err != nil {
		t.Errorf("a small one beside them: %v", err)
	}
	cancel()
	for range atOnce {
		<-ended
	}
	if len(r.slow) != 0 || len(r.free) != 0 {
		t.Errorf("%d are slow, %d others run after all have ended", len(r.slow), len(r.free))
	}
}
