// Command hostile measures what files that are made to do harm take of the program: it writes them, has each read by `undersigned load --dry-run`, and prints time
// and peak memory as a table, beside those of another binary where one is given. `make hostile` runs it; docs/hostile.md has a run.
//
//	go run ./scripts/hostile BINARY [OLDER BINARY]
//
// An older binary may take all memory: it is ended at 8 GB or when it had 40 seconds of the processors, and the table says so.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const (
	memoryMost = 8 << 30
	timeMost   = 40 * time.Second
)

func main() {
	log.SetFlags(0)
	switch {
	case len(os.Args) == 2 && os.Args[1] == "list":
		for _, f := range files() {
			fmt.Printf("%s\t%s\n", f.name, f.what)
		}
	case len(os.Args) == 3 && os.Args[1] == "write":
		for _, f := range files() {
			if f.name == filepath.Base(os.Args[2]) {
				must(f.write(os.Args[2]))
			}
		}
	case len(os.Args) > 1:
		table(os.Args[1:])
	default:
		log.Fatal("usage: go run ./scripts/hostile BINARY [OLDER BINARY]")
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// table writes and measures. Files are written in a process of their own: a process begins with the most memory that the one had which started it.
func table(binaries []string) {
	self, err := os.Executable()
	must(err)
	dir, err := os.MkdirTemp("", "hostile")
	must(err)
	defer os.RemoveAll(dir)
	list, err := exec.Command(self, "list").Output()
	must(err)
	fmt.Println("| file | size | " + strings.Repeat("time | memory | ", len(binaries)) + "what is said |")
	fmt.Println("|---|--:|" + strings.Repeat("--:|--:|", len(binaries)) + "---|")
	for line := range strings.Lines(string(list)) {
		name, what, _ := strings.Cut(strings.TrimSpace(line), "\t")
		path := filepath.Join(dir, name)
		must(exec.Command(self, "write", path).Run())
		info, err := os.Stat(path)
		must(err)
		fmt.Printf("| `%s`: %s | %s | ", name, what, size(info.Size()))
		said := ""
		for i, binary := range binaries {
			m := measure(binary, path)
			fmt.Printf("%s | %s | ", m.took(), size(m.memory))
			if i == 0 {
				said = m.said
			}
		}
		fmt.Println(said + " |")
		must(os.Remove(path))
	}
}

type measured struct {
	time   time.Duration // of the processors
	memory int64         // the most that one process had
	ended  string        // "" where it ended by itself
	said   string
}

func (m measured) took() string {
	if m.ended != "" {
		return m.ended
	}
	return fmt.Sprintf("%.1f s", m.time.Seconds())
}

func measure(binary, path string) measured {
	var said bytes.Buffer
	c := exec.Command(binary, "load", "--dry-run", "--data", filepath.Dir(path), path)
	c.Stderr = &said
	if err := c.Start(); err != nil {
		log.Fatal(err)
	}
	var m measured
	done := make(chan struct{})
	go func() {
		c.Wait() // its exit status is no fault: the files are bad
		close(done)
	}()
	for running := true; running; {
		select {
		case <-done:
			running = false
		case <-time.After(20 * time.Millisecond):
			switch memory, busy := takes(c.Process.Pid); {
			case m.ended != "":
			case memory > memoryMost:
				m.ended = "ended"
			case busy > timeMost:
				m.ended = fmt.Sprintf("over %.0f s", timeMost.Seconds())
			}
			if m.ended != "" {
				c.Process.Kill()
			}
		}
	}
	used := c.ProcessState.SysUsage().(*syscall.Rusage) // with those of its child, for which it waited
	m.time, m.memory = c.ProcessState.UserTime()+c.ProcessState.SystemTime(), used.Maxrss<<10
	m.said = "read"
	if !c.ProcessState.Success() {
		lines := strings.Split(strings.TrimSpace(said.String()), "\n")
		m.said = strings.TrimPrefix(lines[len(lines)-1], "undersigned: ")
		for _, before := range []string{filepath.Base(path), ":", ",", " "} {
			m.said = strings.TrimPrefix(m.said, before)
		}
		m.said, _, _ = strings.Cut(m.said, ";") // what to do instead
	}
	return m
}

// takes says what a process has of memory, and has had of the processors, on Linux.
func takes(process int) (memory int64, busy time.Duration) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", process))
	if err != nil {
		return 0, 0
	}
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:])) // the third field of the file is the first here
	var user, system int64
	fmt.Sscan(fields[11]+" "+fields[12]+" "+fields[21], &user, &system, &memory)
	return memory * int64(os.Getpagesize()), time.Duration(user+system) * 10 * time.Millisecond
}

func size(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.0f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.0f kB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
