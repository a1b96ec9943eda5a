//go:build unix

package transport

import "syscall"

func restrict(fd uintptr) { _ = syscall.Fchmod(int(fd), 0o600) }
