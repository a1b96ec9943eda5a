package kernel

import (
	"sync"
	"time"
)

// What may wait in one lane; a peer that sends more is not read until there is
// room.
const (
	maxWaiting      = 10_000
	maxWaitingBytes = 128 << 20
)

// A lane is a queue of requests that are served one after the other.
type lane struct {
	mu     sync.Mutex
	moved  *sync.Cond
	queue  []*request
	bytes  int
	last   time.Time // of a push
	closed bool
}

func newLane() *lane {
	l := &lane{}
	l.moved = sync.NewCond(&l.mu)
	return l
}

// push appends a request; it waits while the lane is full.
func (l *lane) push(r *request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.closed && (len(l.queue) >= maxWaiting || l.bytes >= maxWaitingBytes) {
		l.moved.Wait()
	}
	l.queue = append(l.queue, r)
	l.bytes += r.size()
	l.last = time.Now()
	l.moved.Broadcast()
}

// settle waits until nothing has been pushed for quiet, or for limit at most.
func (l *lane) settle(quiet, limit time.Duration) {
	for start := time.Now(); time.Since(start) < limit; {
		l.mu.Lock()
		idle, closed := time.Since(later(l.last, start)), l.closed
		l.mu.Unlock()
		if closed || idle >= quiet {
			return
		}
		time.Sleep(quiet - idle)
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// run serves requests until the lane is closed.
func (l *lane) run(serve func(*request)) {
	for {
		l.mu.Lock()
		for len(l.queue) == 0 && !l.closed {
			l.moved.Wait()
		}
		if l.closed {
			l.mu.Unlock()
			return
		}
		r := l.queue[0]
		l.queue[0] = nil
		l.queue = l.queue[1:]
		l.bytes -= r.size()
		l.moved.Broadcast()
		l.mu.Unlock()
		serve(r)
	}
}

// abort marks what waits now.
func (l *lane) abort() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range l.queue {
		r.aborted = true
	}
}

// close ends run after the request that it is at.
func (l *lane) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	l.moved.Broadcast()
}
