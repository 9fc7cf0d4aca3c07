// Package neo4jtest starts real Neo4j servers for tests, by scripts/neo4j.sh, and treats them badly on request. It is imported by
// tests only. Where no server can be started the tests that need one are skipped and say why; with CI=true they fail.
package neo4jtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Server is a server with a home of its own.
type Server struct {
	Password string
	port     int
	home     string
	env      []string
}

// errMissing is what start fails with where Java, Maven or the network are missing.
var errMissing = errors.New("no Neo4j server can be started here")

// Start starts a server for the length of a test. lines go into its neo4j.conf.
func Start(t testing.TB, lines ...string) *Server {
	t.Helper()
	s, err := New(lines...)
	Need(t, err)
	t.Cleanup(func() {
		if err := s.Remove(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Need skips a test whose server could not be started because something is missing on this computer; any other error is fatal, and
// so is this one in CI.
func Need(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, errMissing) && os.Getenv("CI") != "true" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// New starts a server that the caller removes; Start is for single tests, New for a TestMain.
func New(lines ...string) (*Server, error) {
	home, err := os.MkdirTemp("", "undersigned-neo4j-")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s := &Server{home: home, port: port, env: append(os.Environ(), "NEO4J_HOME_DIR="+home, "NEO4J_PORT="+strconv.Itoa(port), "NEO4J_CONF="+strings.Join(lines, "\n"))}
	if err := s.Run(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	password, err := os.ReadFile(filepath.Join(home, "password"))
	s.Password = strings.TrimSpace(string(password))
	return s, err
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// Run starts the server on its home, again after a Kill, and waits until it answers.
func (s *Server) Run() error { return s.script("start") }

func (s *Server) script(command string) error {
	_, file, _, ok := runtime.Caller(0)
	script := filepath.Join(filepath.Dir(file), "..", "..", "..", "..", "scripts", "neo4j.sh")
	if _, err := os.Stat(script); !ok || err != nil {
		return fmt.Errorf("%w: scripts/neo4j.sh is not where these tests were built", errMissing)
	}
	cmd := exec.Command(script, command)
	cmd.Env = s.env
	cmd.WaitDelay = time.Second // the server keeps no hold of our pipes, but should one do so we go on
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	err := cmd.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == 4 {
		return fmt.Errorf("%w: %s", errMissing, strings.TrimSpace(output.String()))
	}
	if err != nil {
		return fmt.Errorf("scripts/neo4j.sh %s: %w: %s", command, err, strings.TrimSpace(output.String()))
	}
	return nil
}

// Remove ends the server and deletes its home.
func (s *Server) Remove() error {
	p, err := s.process()
	if err == nil {
		_ = p.Kill() // its data go anyway
		waitGone(p)
	}
	return os.RemoveAll(s.home)
}

// URI returns the server's address.
func (s *Server) URI() string { return "bolt://" + s.Address() }

// Address returns host and port.
func (s *Server) Address() string { return "127.0.0.1:" + strconv.Itoa(s.port) }

func (s *Server) process() (*os.Process, error) {
	text, err := os.ReadFile(filepath.Join(s.home, "run", "neo4j.pid"))
	if err != nil {
		return nil, err
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, err
	}
	return os.FindProcess(pid)
}

// Kill ends the server as a power failure would.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	p, err := s.process()
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		t.Fatal(err)
	}
	waitGone(p)
}

// Driver connects without the store, as another program would. The caller closes it.
func (s *Server) Driver(t testing.TB) driver.DriverWithContext {
	t.Helper()
	d, err := driver.NewDriverWithContext(s.URI(), driver.BasicAuth("neo4j", s.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Query runs a statement without the store and returns its rows.
func (s *Server) Query(t testing.TB, statement string, parameters map[string]any) [][]any {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	d := s.Driver(t)
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, parameters) // by itself, so that CALL ... IN TRANSACTIONS may be used
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	records, err := result.Collect(ctx)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	rows := make([][]any, len(records))
	for i, r := range records {
		rows[i] = r.Values
	}
	return rows
}

// Empty deletes everything but the schema, a part at a time.
func (s *Server) Empty(t testing.TB) {
	t.Helper()
	s.Query(t, "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", nil)
}
