package interp

import (
	"errors"
	"os"
	"sync"
	"sync/atomic"

	"medkit/internal/cell"
)

// streams are a session's os.Stdout and os.Stderr, ends of pipes, so that
// subprocesses can have them, and os.Stdin. The pipes are made when a cell first
// names one.
type streams struct {
	s    *Session
	used atomic.Bool // a pipe may hold text

	in   *os.File // the null device
	outs [2]*os.File

	mu    sync.Mutex
	pipes [2]*pipe // stdout, stderr
}

// pipe carries what is written to one of the files to the cell that runs.
type pipe struct {
	name   cell.Stream
	w, r   *os.File
	synced chan struct{} // answers a mark
}

// mark is written to a pipe to find out when all before it was read. It is no
// text that code writes by accident.
var mark = []byte("\x00medkit\x00\x01\x02mark\x00")

func newStreams(s *Session) (*streams, error) {
	in, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	return &streams{s: s, in: in}, nil
}

// file gives the variable os.Stdout or os.Stderr. If no pipe can be had, it is
// the process's own file.
func (t *streams) file(name cell.Stream) **os.File {
	i := 0
	if name == cell.Stderr {
		i = 1
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.pipes[i] != nil {
		return &t.outs[i]
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.outs[i] = []*os.File{os.Stdout, os.Stderr}[i]
		return &t.outs[i]
	}
	p := &pipe{name: name, r: r, w: w, synced: make(chan struct{}, 1)}
	t.pipes[i], t.outs[i] = p, w
	t.used.Store(true)
	go t.copy(p)
	return &t.outs[i]
}

// name is the stream that a file is the end of.
func (t *streams) name(f *os.File) (cell.Stream, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range t.pipes {
		if p != nil && p.w == f {
			return p.name, true
		}
	}
	return "", false
}

// copy gives a pipe's text to the running cell until the pipe is closed.
func (t *streams) copy(p *pipe) {
	buf := make([]byte, 64<<10)
	n := 0 // bytes of buf that may begin a mark
	for {
		k, err := p.r.Read(buf[n:])
		n += k
		n = t.deliver(p, buf, n)
		if err != nil {
			if n > 0 {
				t.text(p.name, buf[:n])
			}
			return
		}
	}
}

// deliver passes on what is in buf and keeps what may be the beginning of a
// mark, whose length it returns.
func (t *streams) deliver(p *pipe, buf []byte, n int) int {
	b := buf[:n]
	for {
		i := indexMark(b)
		if i < 0 {
			keep := partialMark(b)
			t.text(p.name, b[:len(b)-keep])
			return copy(buf, b[len(b)-keep:])
		}
		t.text(p.name, b[:i])
		p.synced <- struct{}{}
		b = b[i+len(mark):]
	}
}

func indexMark(b []byte) int {
	for i := 0; i+len(mark) <= len(b); i++ {
		if b[i] == 0 && string(b[i:i+len(mark)]) == string(mark) {
			return i
		}
	}
	return -1
}

// partialMark is the length of the longest end of b that begins a mark.
func partialMark(b []byte) int {
	for n := min(len(mark)-1, len(b)); n > 0; n-- {
		if string(b[len(b)-n:]) == string(mark[:n]) {
			return n
		}
	}
	return 0
}

func (t *streams) text(name cell.Stream, b []byte) {
	if x := t.s.running.Load(); x != nil && len(b) > 0 {
		x.sink.Stream(name, b)
	}
}

// sync waits until what was written to the files has reached the sink.
func (t *streams) sync() {
	if !t.used.Load() {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range t.pipes {
		if p == nil {
			continue
		}
		if _, err := p.w.Write(mark); err != nil {
			continue // a cell closed it
		}
		<-p.synced
	}
}

func (t *streams) close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	var errs []error
	for _, p := range t.pipes {
		if p != nil {
			errs = append(errs, p.w.Close())
		}
	}
	return errors.Join(append(errs, t.in.Close())...)
}
