//go:build unix

package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterruptEndsAnalyzing sends what Ctrl-C sends while ties are counted, which takes seconds on these letters of 12,000 signers each.
func TestInterruptEndsAnalyzing(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("organization,letter\n")
	for l := range 12 {
		for o := range 12_000 {
			fmt.Fprintf(&rows, "Club %d,Letter %d\n", o, l)
		}
	}
	edges := write(t, filepath.Join(t.TempDir(), "e.csv"), rows.String())
	c := program(t, t.TempDir(), "analyze", "--edges", edges, "--log", "info")
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(5*time.Minute, func() { c.Process.Kill() }).Stop()
	lines := bufio.NewScanner(said)
	for lines.Scan() && !strings.Contains(lines.Text(), "counting the ties") {
	}
	start := time.Now()
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	last := ""
	for lines.Scan() {
		last = lines.Text()
	}
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != 130 || !strings.Contains(last, "stopped") {
		t.Errorf("exit status %d, %q; want 130 and a word about it", code, last)
	}
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("it ended %s after the signal", took)
	}
}

// TestInterruptedExportLeavesNothing: a file that is being written when Ctrl-C comes is neither there nor left half beside.
func TestInterruptedExportLeavesNothing(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("organization,letter\n")
	for l := range 2 {
		for o := range 12_000 {
			fmt.Fprintf(&rows, "Club %d,Letter %d\n", o, l)
		}
	}
	data, folder := t.TempDir(), t.TempDir()
	if r := cli(t, data, "load", "--edges", write(t, filepath.Join(t.TempDir(), "e.csv"), rows.String())); r.code != 0 {
		t.Fatal(r.err)
	}
	c := program(t, data, "export", "-o", filepath.Join(folder, "all.ties.parquet"), "--log", "info") // 72 million
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(5*time.Minute, func() { c.Process.Kill() }).Stop()
	lines := bufio.NewScanner(said)
	for lines.Scan() && !strings.Contains(lines.Text(), "writing the file") {
	}
	if half, err := os.ReadDir(folder); err != nil || len(half) != 1 || half[0].Name() == "all.ties.parquet" {
		t.Errorf("while it is written there are %v, %v", half, err)
	}
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
	}
	c.Wait()
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 || c.ProcessState.ExitCode() != 130 {
		t.Errorf("exit status %d, left: %v, %v", c.ProcessState.ExitCode(), left, err)
	}
}

// TestSecondInterruptKills holds a server open with a new connection, which it would wait five seconds for, and signals more than once.
func TestSecondInterruptKills(t *testing.T) {
	c := program(t, t.TempDir(), "serve", "--no-open", "--listen", "127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(time.Minute, func() { c.Process.Kill() }).Stop()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(line[strings.Index(line, "http://"):])
	silent, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	get(t, address+"/health") // connections are taken in turn: the silent one is taken now
	ended := make(chan struct{})
	go func() { c.Wait(); close(ended) }()
	start := time.Now()
	for { // the first is seen to at some moment; whatever comes after it kills
		if err := c.Process.Signal(syscall.SIGINT); err != nil {
			break
		}
		select {
		case <-ended:
		case <-time.After(50 * time.Millisecond):
			continue
		}
		break
	}
	<-ended
	if status := c.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || time.Since(start) > 4*time.Second {
		t.Errorf("the server ended %s after the first signal, %v; want killed by the second, at once", time.Since(start), c.ProcessState)
	}
}
