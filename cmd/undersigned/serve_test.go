package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// startServer starts the program's server in a process of its own and returns its address.
func startServer(t *testing.T, data string, args ...string) (address string, stop func() *os.ProcessState) {
	t.Helper()
	c := program(t, data, append([]string{"serve", "--no-open"}, args...)...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("no address printed: %v", err)
	}
	address = strings.TrimSpace(line[strings.Index(line, "http://"):])
	return address, func() *os.ProcessState {
		if err := c.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		done := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
		defer done.Stop()
		io.Copy(io.Discard, out)
		c.Wait()
		return c.ProcessState
	}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	client := http.Client{Timeout: 30 * time.Second}
	r, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

func TestServeExampleAnswersSoonAndStopsCleanly(t *testing.T) {
	data := t.TempDir()
	address, stop := startServer(t, data, "--example", "--listen", "127.0.0.1:0")
	if !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Errorf("it listens on %s, not on the loopback address", address)
	}
	if status, body := get(t, address+"/health"); status != 200 || !strings.Contains(body, "ok") {
		t.Errorf("/health: %d %s", status, body)
	}
	status, body := get(t, address+"/api/v1/about")
	var about struct {
		Coverage struct{ Letters, Organizations, Signatures int }
		Example  bool
	}
	if err := json.Unmarshal([]byte(body), &about); err != nil || status != 200 {
		t.Fatalf("/about: %d, %v", status, err)
	}
	if c := about.Coverage; c.Letters != 24 || c.Organizations != 1643 || c.Signatures != 2312 || !about.Example {
		t.Errorf("the example is %+v", about)
	}
	state := stop()
	if !state.Exited() || state.ExitCode() != 0 {
		t.Errorf("after SIGTERM: %v, want exit status 0", state)
	}
	if r := cli(t, data, "stats"); r.code != 2 || !strings.Contains(r.err, "there is no store") {
		t.Errorf("the example must not be mixed with the user's letters: %s%s", r.out, r.err)
	}
}

// TestStartupBudgets: the answer to /health comes within 1 s CPU on a new data folder, help within 30 ms CPU (the least of
// five runs, since other tests may run beside).
func TestStartupBudgets(t *testing.T) {
	least := time.Hour
	for range 5 {
		c := program(t, t.TempDir(), "--help")
		if err := c.Run(); err != nil {
			t.Fatal(err)
		}
		least = min(least, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	}
	if least > 30*time.Millisecond {
		t.Errorf("--help took %v CPU", least)
	}
	t.Logf("--help: %v CPU", least)
	address, stop := startServer(t, t.TempDir(), "--example", "--listen", "127.0.0.1:0")
	get(t, address+"/health")
	state := stop()
	if cpu := state.UserTime() + state.SystemTime(); cpu > time.Second { // includes what warming up did until it stopped
		t.Errorf("serve --example took %v CPU until /health had answered", cpu)
	} else {
		t.Logf("serve --example, /health, stop: %v CPU", cpu)
	}
}

func TestNextFreePortIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	l, err := listen(t.Context(), taken.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.Addr().String() == taken.Addr().String() || !l.Addr().(*net.TCPAddr).IP.IsLoopback() {
		t.Errorf("got %s while %s is taken", l.Addr(), taken.Addr())
	}
}
