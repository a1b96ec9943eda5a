package interp

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"
)

// reader is a session's standard input as an io.Reader: it asks the front end
// of the cell for a line when it needs one.
type reader struct {
	s    *Session
	mu   sync.Mutex
	rest []byte // of the last line
}

// errNoInput is what reading gives where the front end takes no questions.
var errNoInput = errors.New("this front end cannot be asked for input")

func (r *reader) Read(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(b) == 0 {
		return 0, nil
	}
	if len(r.rest) == 0 {
		x := r.s.execution()
		if x == nil || x.ask == nil {
			return 0, errNoInput
		}
		r.s.streams.sync()
		line, err := x.ask(x.ctx, "", false)
		if err != nil {
			if errors.Is(err, context.Canceled) {
				if run := r.s.world.Current(); run != nil {
					run.Check()
				}
			}
			return 0, err
		}
		r.rest = append([]byte(line), '\n')
	}
	n := copy(b, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// reader is the session's standard input.
func (s *Session) reader() io.Reader { return &s.stdin }

// file is what a *os.File is as an interface value: the session's os.Stdin is
// its reader. Subprocesses that get the file itself find it at its end.
func (s *Session) file(f *os.File) any {
	if f != nil && f == s.streams.in {
		return &s.stdin
	}
	return nil
}
