//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// inGroup makes a timeout end the command's children as well.
func inGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
