package document

import (
	"os/exec"
	"strconv"
	"syscall"
)

// endWhole lets the program be ended with all that it started, and keeps its console from flashing up.
func endWhole(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	cmd.Cancel = func() error {
		return exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run()
	}
}
