package kernel

import "sync"

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
	l.moved.Broadcast()
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
