package child

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

const (
	saidMost     = 8 << 10 // bytes of what a child says before it breaks
	afterTheKill = 2 * time.Second
)

// inherited are the variables that a child gets: where it may keep its cache, and what some systems need to start a program. Passwords
// are not among them.
var inherited = []string{"HOME", "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA", "USERPROFILE", "SystemRoot"}

// process is a child that runs. One task at a time.
type process struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	said said
	born time.Time
	done int // tasks

	broken bool // it ended by itself at a task
}

func start(command, env []string) (*process, error) {
	p := &process{cmd: exec.Command(command[0], command[1:]...), born: time.Now()}
	p.cmd.WaitDelay = afterTheKill
	p.cmd.Stderr = &p.said
	p.cmd.Env = append([]string{}, env...)
	for _, name := range inherited {
		if value, ok := os.LookupEnv(name); ok {
			p.cmd.Env = append(p.cmd.Env, name+"="+value)
		}
	}
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewReaderSize(out, 64<<10)
	return p, p.cmd.Start()
}

// ask has the process do one task. It is killed when ctx ends. After an error it has ended.
func (p *process) ask(ctx context.Context, head, data []byte, most int) (answered, rest []byte, err error) {
	stop := context.AfterFunc(ctx, p.kill)
	defer stop()
	// What a process that breaks off at once writes is of more use than that it did not read; so an error of writing is looked at last.
	wrong := writeFrame(p.in, head, data)
	answered, rest, err = readFrame(p.out, most)
	if err == nil {
		err = wrong
	}
	if err == nil && !stop() {
		err = ctx.Err() // it is being killed
	}
	if err != nil {
		p.broken = ctx.Err() == nil && !full(err)
		p.end()
		return nil, nil, err
	}
	p.done++
	return answered, rest, nil
}

func (p *process) kill() { _ = p.cmd.Process.Kill() } // that it has ended is no fault

// end has the process end: one that is at no task ends by itself when its input does. One that broke off has a moment to say why.
func (p *process) end() {
	_ = p.in.Close()
	timer := time.AfterFunc(afterTheKill, p.kill)
	defer timer.Stop()
	_, _ = io.Copy(io.Discard, io.LimitReader(p.out, 1<<20)) // until it has ended: Wait closes the pipe
	p.kill()
	if err := p.cmd.Wait(); err != nil && p.cmd.ProcessState == nil {
		p.said.Write([]byte(err.Error()))
	}
}

// status is that of a process that ended; -1 where a signal ended it.
func (p *process) status() int {
	if p.cmd.ProcessState == nil {
		return -1
	}
	return p.cmd.ProcessState.ExitCode()
}

// full reports whether a process gave more than is taken.
func full(err error) bool { return errors.Is(err, errFull) }

// said keeps the first bytes that a child says, and drops the rest.
type said struct {
	mu   sync.Mutex
	kept bytes.Buffer
}

// Write implements io.Writer.
func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept.Write(p[:min(len(p), saidMost-s.kept.Len())])
	return len(p), nil
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept.String()
}
