//go:build unix

package neo4jtest

import (
	"os"
	"syscall"
	"testing"
	"time"
)

// Pause stops the server as it is: its connections stay open and silent. Resume lets it go on.
func (s *Server) Pause(t testing.TB)  { t.Helper(); s.signal(t, syscall.SIGSTOP) }
func (s *Server) Resume(t testing.TB) { t.Helper(); s.signal(t, syscall.SIGCONT) }

func (s *Server) signal(t testing.TB, signal os.Signal) {
	t.Helper()
	p, err := s.process()
	if err == nil {
		err = p.Signal(signal)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// waitGone waits until a process that is not our child has ended. There is nothing to wait on but the process table.
func waitGone(p *os.Process) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for range 1000 {
		if p.Signal(syscall.Signal(0)) != nil {
			return
		}
		<-tick.C
	}
}
