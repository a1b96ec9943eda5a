package transport

import (
	"errors"
	"net"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"
)

// ErrGone is what sending to a peer fails with that has left or was cut.
var ErrGone = errors.New("the peer is gone")

// A Peer is one connection of a socket.
type Peer struct {
	// Identity is what the peer calls itself, or a name of ours for one that
	// does not say.
	Identity string

	socket *Socket
	screen *screen
	conn   *zmq4.Conn

	mu      sync.Mutex
	wake    *sync.Cond // for the writer
	queue   []parcel
	bytes   int  // in queue
	writing bool // the writer is at work on a parcel, or has not flushed
	gone    bool
	topics  map[string]struct{} // subscriptions
}

// A parcel is a message, or a command when name is not empty.
type parcel struct {
	frames [][]byte
	name   string
	size   int
}

// overhead is what a queued frame costs beside its bytes.
const overhead = 64

func pack(name string, frames [][]byte) parcel {
	p := parcel{frames, name, 0}
	for _, f := range frames {
		p.size += len(f) + overhead
	}
	return p
}

// Send queues a message. It waits while the peer is far behind but reading;
// when it is not reading, it is cut. A peer that has connected anew under its
// identity gets the message on its new connection.
func (p *Peer) Send(frames [][]byte) error {
	err := p.send(frames)
	if errors.Is(err, ErrGone) {
		if again := p.socket.successor(p); again != nil {
			return again.send(frames)
		}
	}
	return err
}

func (p *Peer) send(frames [][]byte) error {
	for {
		changed := p.socket.changes()
		p.mu.Lock()
		gone, bytes := p.gone, p.bytes
		p.mu.Unlock()
		if gone {
			return ErrGone
		}
		if bytes < p.socket.limits.Backlog {
			return p.push(pack("", frames))
		}
		if p.screen.stalled() > p.socket.limits.Stall {
			p.cut("it has stopped reading replies")
			return ErrGone
		}
		wait(changed, nil)
	}
}

func (p *Peer) push(c parcel) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gone {
		return ErrGone
	}
	if len(p.queue) == 0 && !p.writing {
		p.screen.touch()
	}
	p.queue = append(p.queue, c)
	p.bytes += c.size
	p.wake.Signal()
	return nil
}

// pong answers a PING; a peer that asks without reading the answers is cut.
func (p *Peer) pong(context []byte) {
	c := pack(zmq4.CmdPong, [][]byte{context})
	p.mu.Lock()
	full := p.bytes > p.socket.limits.Backlog
	p.mu.Unlock()
	if full {
		p.cut("it sends PING and does not read")
		return
	}
	p.push(c)
}

// write is the peer's writer: it sends what is queued until the peer is gone.
func (p *Peer) write() {
	for {
		p.mu.Lock()
		for len(p.queue) == 0 && !p.gone {
			if p.writing {
				p.mu.Unlock()
				err := p.screen.flush()
				p.mu.Lock()
				p.writing = false
				if err != nil {
					p.mu.Unlock()
					p.cut("")
					return
				}
				p.socket.change()
				continue
			}
			p.wake.Wait()
		}
		if p.gone {
			p.mu.Unlock()
			return
		}
		c := p.queue[0]
		p.queue[0] = parcel{} // lets go of the frames
		p.queue = p.queue[1:]
		p.writing = true
		p.mu.Unlock()

		var err error
		if c.name != "" {
			err = p.conn.SendCmd(c.name, c.frames[0])
		} else {
			err = p.conn.SendMsg(zmq4.NewMsgFrom(c.frames...))
		}
		if err != nil {
			p.cut("")
			return
		}
		p.mu.Lock()
		p.bytes -= c.size
		p.mu.Unlock()
		p.socket.change()
	}
}

// cut ends the connection and drops what is queued. A reason is logged.
func (p *Peer) cut(reason string) {
	p.mu.Lock()
	first := !p.gone
	p.gone = true
	p.queue, p.bytes = nil, 0
	p.wake.Signal()
	p.mu.Unlock()
	if !first {
		return
	}
	p.screen.Conn.Close()
	p.socket.forget(p)
	if reason != "" {
		p.socket.log.Warn("connection closed", "socket", p.socket.name, "peer", p.screen.RemoteAddr().String(), "reason", reason)
	}
}

// pending tells whether anything is not yet handed to the operating system.
func (p *Peer) pending() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !p.gone && (len(p.queue) > 0 || p.writing)
}

// backlog is the number of bytes that wait for the peer.
func (p *Peer) backlog() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bytes
}

// finish says goodbye: the peer reads to the end of what was written.
func (p *Peer) finish() {
	if c, ok := p.screen.Conn.(interface{ CloseWrite() error }); ok {
		c.CloseWrite()
	}
}

// wait returns when changed or stop is closed, or a moment later, since a
// peer's standing still changes nothing. It tells whether stop was closed.
func wait(changed, stop <-chan struct{}) bool {
	t := time.NewTimer(20 * time.Millisecond)
	defer t.Stop()
	select {
	case <-changed:
	case <-t.C:
	case <-stop:
		return true
	}
	return false
}

var _ net.Conn = (*screen)(nil)
