// Package descriptors takes a process's standard output and error away from
// what it was started with and gives what is written to them to a function: the
// output of subprocesses that inherit them, and of code that writes to them
// directly. They belong to the process, so only a program's main may do this.
package descriptors

import (
	"errors"
	"os"
)

// ErrUnsupported is what Take fails with on systems where descriptors cannot be
// redirected (Windows).
var ErrUnsupported = errors.New("descriptors cannot be redirected on this system")

// A Copier gets what was written to a descriptor, 1 or 2, in order. It may keep
// the writers waiting; it must not keep the bytes.
type Copier func(descriptor int, text []byte)

// Taken stands for the taken descriptors.
type Taken struct {
	// Stdout and Stderr are duplicates of what the process was started with.
	Stdout, Stderr *os.File

	pipes []*pipe
}
