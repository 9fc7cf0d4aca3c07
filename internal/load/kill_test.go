package load

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"testing"

	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

// Environment of the helper process that TestKilledLoad starts and kills.
const (
	helperStore = "UNDERSIGNED_TEST_KILL_STORE"
	helperFile  = "UNDERSIGNED_TEST_KILL_FILE"
	helperLine  = "UNDERSIGNED_TEST_KILL_LINE"
)

func TestMain(m *testing.M) {
	if os.Getenv(helperChild) != "" {
		os.Exit(childMain())
	}
	if path := os.Getenv(helperStore); path != "" {
		os.Exit(killedLoad(path, os.Getenv(helperFile)))
	}
	os.Exit(m.Run())
}

// telling says on standard output when a transaction begins and when it is acknowledged. After the transaction in which it
// has said enough lines it waits to be killed, so that the load never ends before.
type telling struct {
	store.Store
	said, last int
}

func (s *telling) say(line string) {
	fmt.Println(line)
	s.said++
}

func (s *telling) Put(ctx context.Context, c store.Change) (store.Result, error) {
	s.say("begin")
	result, err := s.Store.Put(ctx, c)
	s.say("done")
	if s.said >= s.last && err == nil {
		<-ctx.Done() // or an interrupt from the keyboard
	}
	return result, err
}

func killedLoad(path, edges string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	last, err := strconv.Atoi(os.Getenv(helperLine))
	if err != nil {
		return 1
	}
	s, err := ruledtest.Open(ctx, path)
	if err == nil {
		_, err = (&Loader{Store: &telling{Store: s, last: last}}).Load(ctx, Input{Edges: []string{edges}})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// TestKilledLoad kills a load with SIGKILL at several moments: what is there afterwards are whole letters, and loading again
// gives the content of a load that nobody disturbed.
func TestKilledLoad(t *testing.T) {
	edges := filepath.Join(folder(t, map[string]string{"edges.csv": edgeList(650, 6)}), "edges.csv")
	undisturbed := openStore(t)
	mustLoad(t, &Loader{Store: undisturbed}, Input{Edges: []string{edges}})
	want := contentOf(t, undisturbed)
	for _, moment := range []int{1, 4, 5} { // lines to wait for: within the first transaction, after the second, within the third
		path := filepath.Join(t.TempDir(), "killed.db")
		acknowledged := killAfter(t, path, edges, moment)
		s, err := ruledtest.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := s.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(data.Letters) < acknowledged*batchLetters {
			t.Errorf("moment %d: %d letters are there, %d transactions were acknowledged", moment, len(data.Letters), acknowledged)
		}
		for _, l := range data.Letters {
			if len(l.Signatures) != 6 {
				t.Errorf("moment %d: letter %s has %d of its 6 signatures", moment, l.Title, len(l.Signatures))
			}
		}
		mustLoad(t, &Loader{Store: s}, Input{Edges: []string{edges}})
		if contentOf(t, s) != want {
			t.Errorf("moment %d: loading again gives other content", moment)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// killAfter starts a load in a process of its own and kills it when it has said so many lines; it returns how many
// transactions were acknowledged by then.
func killAfter(t *testing.T, path, edges string, lines int) (acknowledged int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), helperStore+"="+path, helperFile+"="+edges, helperLine+"="+strconv.Itoa(lines))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for i := 0; i < lines && said.Scan(); i++ {
		if said.Text() == "done" {
			acknowledged++
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the load ended before it was killed")
	}
	return acknowledged
}
