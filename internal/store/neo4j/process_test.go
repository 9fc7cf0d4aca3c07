package neo4j

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"undersigned/internal/store"
	"undersigned/internal/store/neo4j/neo4jtest"
	"undersigned/internal/store/storetest"
)

// Some tests need another process to kill: it is this test program, started with the name of its part.
var parts = map[string]func(uri, password string) error{"load": load, "copy": copyInto}

// load writes changes, and says after each that the store has acknowledged it.
func load(uri, password string) error {
	s, err := Open(ctx, Config{URI: uri, Password: password})
	if err != nil {
		return err
	}
	fmt.Println("open")
	for i := range loadChanges {
		if _, err := s.Put(ctx, loadChange(i)); err != nil {
			return err
		}
		fmt.Println("acknowledged", i)
	}
	return s.Close()
}

const copyLetters = 450

// copyInto copies a source into the store, and says after each write how far it is.
func copyInto(uri, password string) error {
	s, err := Open(ctx, Config{URI: uri, Password: password})
	if err != nil {
		return err
	}
	fmt.Println("open")
	if _, err := store.Copy(ctx, storetest.NewSource(copyLetters), s, func(done, _ int) { fmt.Println("copied", done) }); err != nil {
		return err
	}
	return s.Close()
}

// process is a part under way.
type process struct {
	*exec.Cmd
	lines chan string // closed when the process has ended
}

func startPart(t *testing.T, part string, server *neo4jtest.Server) *process {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "UNDERSIGNED_TEST_PART="+part, "UNDERSIGNED_TEST_URI="+server.URI(), "UNDERSIGNED_TEST_PASSWORD="+server.Password)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	p := &process{cmd, make(chan string, 100)}
	go func() {
		defer close(p.lines)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.lines <- lines.Text()
		}
	}()
	return p
}

// says waits for the next line and wants it to begin so.
func (p *process) says(t *testing.T, prefix string) {
	t.Helper()
	if line := <-p.lines; !strings.HasPrefix(line, prefix) {
		t.Fatalf("the other process says %q, want %q...", line, prefix)
	}
}

// kill kills the process and returns how many changes it has acknowledged, with what it said before it died.
func (p *process) kill(t *testing.T, acknowledged int) int {
	t.Helper()
	if err := p.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for line := range p.lines {
		var i int
		if n, _ := fmt.Sscanf(line, "acknowledged %d", &i); n == 1 {
			acknowledged = i + 1
		}
	}
	return acknowledged
}
