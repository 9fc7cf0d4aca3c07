//go:build unix

package load

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"undersigned/graph"
)

// TestWhatIsNoFileIsRefused: a pipe that nobody writes to would be waited for without end, a device read without end.
func TestWhatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	pipe, socket, loop := filepath.Join(dir, "pipe.txt"), filepath.Join(dir, "s.txt"), filepath.Join(dir, "loop.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if err := os.Symlink("loop.txt", loop); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		pipe:        "pipe.txt is a pipe, a socket or a device",
		socket:      "s.txt is a pipe, a socket or a device",
		"/dev/zero": "zero is a pipe, a socket or a device",
		loop:        "loop.txt: it is a link that leads back to itself",
	} {
		for _, in := range []Input{{Paths: []string{path}}, {Edges: []string{path}}, {Aliases: []string{path}}, {Distinct: []string{path}}} {
			_, err := (&Loader{DryRun: true}).Load(t.Context(), in)
			if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), want) {
				t.Errorf("%+v gives %v, want %q", in, err, want)
			}
		}
	}
}
