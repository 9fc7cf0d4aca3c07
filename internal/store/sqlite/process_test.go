package sqlite

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
	"undersigned/internal/store/storetest"
)

// Some tests need another process: one to kill, or one that may not write. It is this test program, started with the name
// of its part and a path.
var parts = map[string]func(path string, in *bufio.Scanner) error{"load": load, "copy": copyInto, "read": readOnly}

func TestMain(m *testing.M) {
	if part := parts[os.Getenv("UNDERSIGNED_TEST_PART")]; part != nil {
		if err := part(os.Getenv("UNDERSIGNED_TEST_PATH"), bufio.NewScanner(os.Stdin)); err != nil {
			fmt.Println("error", graph.CodeOf(err), err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// process is a part under way.
type process struct {
	*exec.Cmd
	in    io.WriteCloser
	lines chan string   // closed when the process has ended
	ended chan struct{} // so is this, for those who do not read lines
}

func start(t *testing.T, part, path string, prepare func(*exec.Cmd)) *process {
	t.Helper()
	cmd := exec.Command("/proc/self/exe")
	if _, err := os.Stat(cmd.Path); err != nil {
		cmd = exec.Command(os.Args[0])
	}
	cmd.Env = append(os.Environ(), "UNDERSIGNED_TEST_PART="+part, "UNDERSIGNED_TEST_PATH="+path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(cmd)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	p := &process{cmd, in, make(chan string, 100), make(chan struct{})}
	go func() {
		defer close(p.lines)
		defer close(p.ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.lines <- lines.Text()
		}
	}()
	return p
}

func (p *process) hasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// says waits for the next line and wants it to begin so.
func (p *process) says(t *testing.T, prefix string) string {
	t.Helper()
	line := <-p.lines
	if !strings.HasPrefix(line, prefix) {
		t.Fatalf("the other process says %q, want %q...", line, prefix)
	}
	return line
}

// load writes changes, and says after each that the store has acknowledged it.
func load(path string, _ *bufio.Scanner) error {
	s, err := Open(ctx, path)
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

// copyInto copies a source into the store, and says after each write how far it is.
func copyInto(path string, _ *bufio.Scanner) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	if _, err := store.Copy(ctx, storetest.NewSource(copyLetters), s, func(done, _ int) { fmt.Println("copied", done) }); err != nil {
		return err
	}
	return s.Close()
}

const loadChanges, copyLetters = 12, 450

// loadChange is a change of three letters, and from the second on a new version of one that is there.
func loadChange(i int) store.Change {
	var c store.Change
	for k := range 3 {
		names := make([]string, 120)
		for n := range names {
			names[n] = fmt.Sprintf("Organization %d of %d", n*(k+1), i%4)
		}
		c.Letters = append(c.Letters, sample(fmt.Sprintf("l%d-%d", i, k), names...).Letters...)
	}
	if i > 0 {
		c.Letters = append(c.Letters, sample(fmt.Sprintf("l%d-0", i-1), "Newcomer").Letters...)
	}
	return c
}
