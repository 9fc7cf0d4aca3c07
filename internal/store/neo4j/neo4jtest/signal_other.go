//go:build !unix

package neo4jtest

import (
	"os"
	"testing"
)

// Pause skips the test: a server cannot be stopped on this system without ending it.
func (s *Server) Pause(t testing.TB) { t.Skip("servers cannot be paused on this system") }

// Resume does nothing, since nothing was paused.
func (s *Server) Resume(testing.TB) {}

func waitGone(p *os.Process) { _, _ = p.Wait() }
