//go:build unix

package descriptors

import (
	"fmt"
	"os"
	"sync"
	"syscall"
)

// A pipe is the reading end behind one descriptor.
type pipe struct {
	number int
	reader *os.File
	raw    syscall.RawConn

	mu   sync.Mutex // held from a read until what it read is copied
	copy Copier
	buf  []byte
}

// Take redirects descriptors 1 and 2. Nothing is read until Copy is called.
func Take() (*Taken, error) {
	t := &Taken{}
	for number, original := range map[int]**os.File{1: &t.Stdout, 2: &t.Stderr} {
		duplicate, err := syscall.Dup(number)
		if err != nil {
			return nil, fmt.Errorf("descriptor %d: %w", number, err)
		}
		syscall.CloseOnExec(duplicate)
		*original = os.NewFile(uintptr(duplicate), fmt.Sprintf("original descriptor %d", number))
		p, err := redirect(number)
		if err != nil {
			return nil, fmt.Errorf("descriptor %d: %w", number, err)
		}
		t.pipes = append(t.pipes, p)
	}
	return t, nil
}

func redirect(number int) (*pipe, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer w.Close()
	// Fd also makes the writing end block, which programs expect of descriptors
	// 1 and 2; the reading end is the runtime's and does not block a thread.
	if err := duplicate(int(w.Fd()), number); err != nil {
		return nil, err
	}
	raw, err := r.SyscallConn()
	if err != nil {
		return nil, err
	}
	return &pipe{number: number, reader: r, raw: raw, buf: make([]byte, 64<<10)}, nil
}

// Copy starts to give what is written to the descriptors to a function.
func (t *Taken) Copy(to Copier) {
	for _, p := range t.pipes {
		p.copy = to
		go func() {
			for {
				more := false
				err := p.raw.Read(func(fd uintptr) bool {
					n, again := p.pass(fd)
					more = n > 0
					return !again
				})
				if err != nil || !more {
					return
				}
			}
		}()
	}
}

// pass reads once and copies what it read. It tells whether there was nothing
// to be read yet; n is 0 at the end, too.
func (p *pipe) pass(fd uintptr) (n int, again bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		n, err := syscall.Read(int(fd), p.buf)
		switch {
		case err == syscall.EINTR:
			continue
		case err == syscall.EAGAIN:
			return 0, true
		case err != nil || n <= 0:
			return 0, false
		}
		p.copy(p.number, p.buf[:n])
		return n, false
	}
}

// Drain returns when everything that was written before it was called has been
// copied.
func (t *Taken) Drain() {
	for _, p := range t.pipes {
		_ = p.raw.Control(func(fd uintptr) {
			// A writer that never pauses must not keep us here: a pipe holds
			// 64 KiB by default, and 1 MiB where an administrator said so.
			for range 1 << 10 {
				if n, _ := p.pass(fd); n == 0 {
					return
				}
			}
		})
	}
}
