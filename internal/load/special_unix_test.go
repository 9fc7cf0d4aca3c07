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

// TestLinksOutOfAFolder are skipped and named; those within it are read, and so is a file that is named itself.
func TestLinksOutOfAFolder(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	text := "Open letter\n\nDear Mayor,\n\nKeep the ferry.\n\nSigned:\n\nRiver Watch Union\nHarbour Union\n"
	for _, path := range []string{filepath.Join(dir, "in.txt"), filepath.Join(outside, "secret.txt")} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"out.txt": filepath.Join(outside, "secret.txt"), "up.txt": "../" + filepath.Base(outside) + "/secret.txt", "within.txt": "in.txt", "folder": outside} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	sum, err := (&Loader{DryRun: true}).Load(t.Context(), Input{Paths: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	var skipped []string
	for _, s := range sum.Skipped {
		if filepath.Base(s.Name) == "folder" && !strings.Contains(s.Why, "a link to a folder") {
			t.Errorf("a link to a folder: %q", s.Why)
		}
		if strings.Contains(s.Why, "leads out of the folder") {
			skipped = append(skipped, filepath.Base(s.Name))
		}
	}
	if strings.Join(skipped, " ") != "out.txt up.txt" || len(sum.Letters) != 2 {
		t.Errorf("skipped %v, %d letters read", skipped, len(sum.Letters))
	}
	if sum, err := (&Loader{DryRun: true}).Load(t.Context(), Input{Paths: []string{filepath.Join(dir, "out.txt")}}); err != nil || len(sum.Letters) != 1 {
		t.Errorf("a link that is named: %v", err)
	}
}
