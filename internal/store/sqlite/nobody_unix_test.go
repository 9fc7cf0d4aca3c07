//go:build unix

package sqlite

import (
	"os"
	"os/exec"
	"syscall"
)

// asNobody lets a process run without root's right to write everywhere.
func asNobody(cmd *exec.Cmd) {
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}
