//go:build !windows

package document

import (
	"os/exec"
	"syscall"
)

// endWhole lets the program be ended with all that it started: LibreOffice works in a process of its starter's.
func endWhole(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
