//go:build unix

package child

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

func init() {
	children["asks"] = func() { // and never hears: its child loops
		program, err := os.Executable()
		if err != nil {
			panic(err)
		}
		r := New(Options{Command: []string{program, "-test.run=^$"}, Env: []string{childVariable + "=work"}, Most: 9, Time: time.Hour})
		tell := func() int {
			head, _, err := r.Ask(context.Background(), Task{Do: "tell", Name: "a.txt"}, nil)
			var got told
			if err == nil {
				err = json.Unmarshal(head, &got)
			}
			if err != nil {
				panic(err)
			}
			return got.Process
		}
		child := tell()
		if err := syscall.Kill(child, syscall.SIGINT); err != nil {
			panic(err)
		}
		fmt.Println(child, tell())
		if os.Getenv("CHILD_TEST_BUSY") != "" {
			_, _, err := r.Ask(context.Background(), Task{Do: "loop", Name: "a.txt"}, nil)
			panic(err)
		}
		time.Sleep(time.Hour)
	}
}

// TestNoOrphans: the child of a program that is killed ends by itself, waiting or in the midst of a document; and an interrupt, which a terminal sends to
// both, does not end it before who asked has it end.
func TestNoOrphans(t *testing.T) {
	for _, busy := range []string{"", "1"} {
		program, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		c := exec.Command(program, "-test.run=^$")
		c.Env = append(os.Environ(), childVariable+"=asks", "CHILD_TEST_BUSY="+busy)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		var child, again int
		if _, err := fmt.Fscan(out, &child, &again); err != nil || child != again {
			t.Fatalf("%v; after an interrupt of child %d, child %d reads", err, child, again)
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait() // it was killed
		for deadline := time.Now().Add(10 * time.Second); running(child); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				_ = syscall.Kill(child, syscall.SIGKILL)
				t.Fatalf("busy %q: the child is still there", busy)
			}
		}
	}
}

// running reports whether a process is there and no zombie, which nobody may have asked for in a container.
func running(process int) bool {
	if stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", process)); err == nil {
		_, state, _ := strings.Cut(string(stat), ") ")
		return !strings.HasPrefix(state, "Z")
	}
	return syscall.Kill(process, 0) == nil
}
