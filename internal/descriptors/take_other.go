//go:build !unix

package descriptors

type pipe struct{}

// Take fails: what subprocesses write goes where the process's own output goes.
func Take() (*Taken, error) { return nil, ErrUnsupported }

// Copy is never called, since Take fails.
func (*Taken) Copy(Copier) {}

// Drain is never called, since Take fails.
func (*Taken) Drain() {}
