package transport

import (
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"
)

// A Config describes a socket.
type Config struct {
	Name     string          // for the log
	Type     zmq4.SocketType // zmq4.Router or zmq4.XPub
	Listener net.Listener
	// Security is the mechanism of the handshake, made anew for each
	// connection; nil means NULL, no security.
	Security func() zmq4.Security
	Limits   Limits
	Log      *slog.Logger
	// Receive takes the messages of a ROUTER. It is called by a goroutine of
	// the peer's: while it waits, no further message of this peer is read.
	Receive func(p *Peer, frames [][]byte)
	// Welcome gives what a new subscriber of a topic is sent, nil for nothing.
	Welcome func(topic string) [][]byte
}

// A Socket is a listener with its peers.
type Socket struct {
	Config
	name   string
	limits Limits
	log    *slog.Logger
	unread budget
	nextID atomic.Uint32

	mu       sync.Mutex
	peers    map[*Peer]struct{}
	byName   map[string]*Peer // the newest peer of each identity
	shaking  []net.Conn       // in the handshake, oldest first
	changed  chan struct{}    // closed and replaced when a queue shrinks or a peer comes or goes
	closed   bool
	order    sync.Mutex // makes the order of published messages one for all peers
	readers  sync.WaitGroup
	accepted sync.WaitGroup
}

// Open starts to accept connections.
func Open(c Config) *Socket {
	if c.Security == nil {
		c.Security = null.Security
	}
	s := &Socket{
		Config:  c,
		name:    c.Name,
		limits:  c.Limits.withDefaults(),
		log:     c.Log,
		peers:   map[*Peer]struct{}{},
		byName:  map[string]*Peer{},
		changed: make(chan struct{}),
	}
	s.unread.limit = s.limits.Unread
	s.accepted.Add(1)
	go s.accept()
	return s
}

func (s *Socket) accept() {
	defer s.accepted.Done()
	var pause time.Duration
	for {
		c, err := s.Listener.Accept()
		if err == nil {
			pause = 0
			if s.admit(c) {
				go s.serve(c)
			}
			continue
		}
		s.mu.Lock()
		closed := s.closed
		s.mu.Unlock()
		if closed {
			return
		}
		// Out of descriptors, most likely: make room and breathe.
		if pause == 0 {
			s.log.Warn("cannot accept a connection", "socket", s.name, "error", err)
		}
		s.evict()
		pause = min(max(2*pause, 5*time.Millisecond), time.Second)
		time.Sleep(pause)
	}
}

// admit notes a connection that begins its handshake.
func (s *Socket) admit(c net.Conn) bool {
	s.mu.Lock()
	full := len(s.shaking) >= s.limits.Pending
	s.mu.Unlock()
	if full {
		s.evict()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		c.Close()
		return false
	}
	s.shaking = append(s.shaking, c)
	s.readers.Add(1)
	return true
}

// evict closes the connection that has been shaking hands for longest: a real
// peer takes a few milliseconds for it.
func (s *Socket) evict() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.shaking) > 0 {
		s.shaking[0].Close()
		s.shaking = s.shaking[1:]
	}
}

// serve is the life of a connection.
func (s *Socket) serve(c net.Conn) {
	defer s.readers.Done()
	defer c.Close()
	p, err := s.shake(c)
	if err != nil {
		s.log.Debug("handshake failed", "socket", s.name, "peer", c.RemoteAddr().String(), "error", err)
		return
	}
	defer p.screen.release()
	if !s.register(p) {
		return
	}
	go p.write()
	for {
		m, err := p.conn.RecvMsg()
		if err != nil {
			s.log.Debug("connection ended", "socket", s.name, "peer", c.RemoteAddr().String(), "error", err)
			p.cut("")
			return
		}
		if s.Type == zmq4.XPub {
			s.subscription(p, m.Frames)
		} else {
			s.Receive(p, m.Frames)
		}
	}
}

func (s *Socket) shake(c net.Conn) (p *Peer, err error) {
	defer func() {
		s.mu.Lock()
		for i, o := range s.shaking {
			if o == c {
				s.shaking = append(s.shaking[:i], s.shaking[i+1:]...)
				break
			}
		}
		s.mu.Unlock()
		// The screen keeps from zmq4 what it is known to fail on; should there
		// be more of that, it costs this connection only.
		if r := recover(); r != nil {
			p, err = nil, fmt.Errorf("panic in the handshake: %v", r)
		}
	}()
	if err := c.SetDeadline(time.Now().Add(s.limits.Handshake)); err != nil {
		return nil, err
	}
	sec := s.Security()
	scr := newScreen(c, sec.Type(), &s.limits, &s.unread)
	scr.subscribe = s.Type == zmq4.XPub
	conn, err := zmq4.Open(scr, sec, s.Type, nil, true, nil)
	if err != nil {
		return nil, err
	}
	if err := c.SetDeadline(time.Time{}); err != nil {
		return nil, err
	}
	p = &Peer{socket: s, screen: scr, conn: conn, topics: map[string]struct{}{}}
	p.wake = sync.NewCond(&p.mu)
	scr.ping = p.pong
	if p.Identity = conn.Peer.Meta["Identity"]; p.Identity == "" {
		// As libzmq names such peers: a zero byte, which no peer may begin
		// with, and a number.
		p.Identity = string(binary.BigEndian.AppendUint32([]byte{0}, s.nextID.Add(1)))
	}
	scr.open()
	return p, nil
}

func (s *Socket) register(p *Peer) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.peers[p] = struct{}{}
	s.byName[p.Identity] = p
	s.changeLocked()
	return true
}

func (s *Socket) forget(p *Peer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.peers, p)
	if s.byName[p.Identity] == p {
		delete(s.byName, p.Identity)
	}
	s.changeLocked()
}

// successor is another connection of the same identity; nil when there is none.
func (s *Socket) successor(p *Peer) *Peer {
	s.mu.Lock()
	defer s.mu.Unlock()
	if q := s.byName[p.Identity]; q != p {
		return q
	}
	return nil
}

// Peer is the newest connection of an identity; nil when there is none before
// ctx ends.
func (s *Socket) Peer(ctx context.Context, identity string) *Peer {
	for {
		s.mu.Lock()
		p, changed := s.byName[identity], s.changed
		s.mu.Unlock()
		if p != nil || wait(changed, ctx.Done()) {
			return p
		}
	}
}

// subscription handles what a subscriber sent: 1 and a topic, or 0 and a topic.
func (s *Socket) subscription(p *Peer, frames [][]byte) {
	if len(frames) != 1 || len(frames[0]) == 0 {
		return
	}
	topic := string(frames[0][1:])
	p.mu.Lock()
	_, had := p.topics[topic]
	switch {
	case frames[0][0] == 0:
		delete(p.topics, topic)
	case frames[0][0] != 1 || had:
	case len(p.topics) >= s.limits.Topics:
		p.mu.Unlock()
		p.cut("too many subscriptions")
		return
	default:
		p.topics[topic] = struct{}{}
		if s.Welcome != nil {
			p.mu.Unlock()
			if frames := s.Welcome(topic); frames != nil {
				p.push(pack("", frames))
			}
			return
		}
	}
	p.mu.Unlock()
}

func (p *Peer) subscribed(topic string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for t := range p.topics {
		if strings.HasPrefix(topic, t) {
			return true
		}
	}
	return false
}

// Publish sends a message to the subscribers of its first frame. It waits for
// room first (see Limits.Queue); when stop is closed it waits no longer, and a
// message that finds no room is dropped. An urgent message never waits; it is
// for small ones that come once for each request.
func (s *Socket) Publish(frames [][]byte, urgent bool, stop <-chan struct{}) {
	topic := string(frames[0])
	if !urgent && !s.room(topic, stop) {
		return
	}
	c := pack("", frames)
	s.order.Lock()
	defer s.order.Unlock()
	for _, p := range s.subscribers(topic) {
		p.push(c) // who is gone misses it
	}
}

func (s *Socket) subscribers(topic string) []*Peer {
	s.mu.Lock()
	all := make([]*Peer, 0, len(s.peers))
	for p := range s.peers {
		all = append(all, p)
	}
	s.mu.Unlock()
	to := all[:0]
	for _, p := range all {
		if p.subscribed(topic) {
			to = append(to, p)
		}
	}
	return to
}

// room waits until a message may be published: until the readiest subscriber
// is below Queue and each is below Backlog, or cut. Peers share the frames that
// they are sent, so the memory that all queues hold is that of the longest.
func (s *Socket) room(topic string, stop <-chan struct{}) bool {
	for {
		changed := s.changes()
		ready, full := false, []*Peer(nil)
		peers := s.subscribers(topic)
		for _, p := range peers {
			n := p.backlog()
			ready = ready || n < s.limits.Queue
			if n >= s.limits.Backlog {
				full = append(full, p)
			}
		}
		fits := len(full) == 0
		if fits && (ready || len(peers) == 0) {
			return true
		}
		if !ready {
			full = peers // all are behind: wait for any of them
		}
		for _, p := range full {
			patience := s.limits.Patience
			if ready {
				patience = s.limits.Stall
			}
			if p.screen.stalled() > patience {
				p.cut("it has stopped reading")
			}
		}
		if wait(changed, stop) {
			return fits
		}
	}
}

// changes is closed at the next change of a queue or of the set of peers.
func (s *Socket) changes() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed
}

func (s *Socket) change() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changeLocked()
}

func (s *Socket) changeLocked() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Flush waits until every message is handed to the operating system, for peers
// that read; it returns ctx's error when ctx ends before that.
func (s *Socket) Flush(ctx context.Context) error {
	for {
		changed := s.changes()
		pending := false
		s.mu.Lock()
		for p := range s.peers {
			pending = pending || p.pending() && p.screen.stalled() < s.limits.Stall
		}
		s.mu.Unlock()
		if !pending {
			return nil
		}
		if wait(changed, ctx.Done()) {
			return ctx.Err()
		}
	}
}

// Close ends the socket. Peers get what was flushed: their connections are
// closed for writing, and for good once they have seen that or after a moment.
func (s *Socket) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	for _, c := range s.shaking {
		c.Close()
	}
	peers := make([]*Peer, 0, len(s.peers))
	for p := range s.peers {
		peers = append(peers, p)
	}
	s.mu.Unlock()
	err := s.Listener.Close()
	s.accepted.Wait()
	for _, p := range peers {
		p.finish()
	}
	gone := make(chan struct{})
	go func() {
		s.readers.Wait()
		close(gone)
	}()
	select {
	case <-gone:
	case <-time.After(100 * time.Millisecond):
	}
	for _, p := range peers {
		p.cut("")
	}
	return err
}
