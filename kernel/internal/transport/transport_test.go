package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"medkit/kernel/internal/testpeer"
)

// open makes a socket on a free port; a ROUTER echoes.
func open(t *testing.T, kind zmq4.SocketType, limits Limits) (*Socket, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := Open(Config{
		Name: "test", Type: kind, Listener: l, Limits: limits, Log: slog.New(slog.DiscardHandler),
		Receive: func(p *Peer, frames [][]byte) { _ = p.Send(frames) },
		Welcome: func(topic string) [][]byte { return [][]byte{[]byte(topic), []byte("welcome")} },
	})
	t.Cleanup(func() { s.Close() })
	return s, l.Addr().String()
}

func dial(t *testing.T, address, kind, identity string) *testpeer.Peer {
	t.Helper()
	p, err := testpeer.Dial("tcp", address, kind, identity)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func raw(t *testing.T, address string) *testpeer.Peer {
	t.Helper()
	p, err := testpeer.Raw("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// echoed sends a message and expects it back.
func echoed(t *testing.T, p *testpeer.Peer, text string) {
	t.Helper()
	if err := p.Send([]byte(text), nil, []byte("end")); err != nil {
		t.Fatal(err)
	}
	m, err := p.Recv()
	if err != nil || len(m) != 3 || string(m[0]) != text || string(m[2]) != "end" {
		t.Fatalf("%.40q, %v; want an echo of %.40q", m, err, text)
	}
}

// serves tells that a new client is served in time.
func serves(t *testing.T, address string) {
	t.Helper()
	start := time.Now()
	p := dial(t, address, "DEALER", "real")
	echoed(t, p, "hello")
	if d := time.Since(start); d > time.Second {
		t.Errorf("a real client took %v", d)
	}
	p.Close()
}

func TestRouter(t *testing.T) {
	_, address := open(t, zmq4.Router, Limits{})
	// Two of one identity, one without.
	peers := []*testpeer.Peer{dial(t, address, "DEALER", "a"), dial(t, address, "DEALER", "a"), dial(t, address, "REQ", "")}
	for round := range 3 {
		for i, p := range peers {
			echoed(t, p, fmt.Sprint(i, round))
		}
	}
	echoed(t, peers[0], strings.Repeat("x", 1<<20))
	echoed(t, peers[1], strings.Repeat("x", 255)+strings.Repeat("y", 256))
}

func TestIdentity(t *testing.T) {
	s, address := open(t, zmq4.Router, Limits{})
	ctx, cancel := context.WithTimeout(context.Background(), testpeer.Patience)
	defer cancel()
	found := make(chan *Peer)
	go func() { found <- s.Peer(ctx, "me") }()
	time.Sleep(10 * time.Millisecond)
	p := dial(t, address, "DEALER", "me")
	to := <-found
	if to == nil {
		t.Fatal("the peer was not found")
	}
	if err := to.Send([][]byte{[]byte("x")}); err != nil {
		t.Fatal(err)
	}
	if m, err := p.Recv(); err != nil || string(m[0]) != "x" {
		t.Fatalf("%q, %v", m, err)
	}
	none, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	if s.Peer(none, "you") != nil {
		t.Error("found a peer that is not there")
	}
}

// TestReconnect: a reply finds its peer on a new connection, and nobody else's.
func TestReconnect(t *testing.T) {
	s, address := open(t, zmq4.Router, Limits{})
	ctx, cancel := context.WithTimeout(context.Background(), testpeer.Patience)
	defer cancel()
	dial(t, address, "DEALER", "other")
	for round := range 3 {
		first := dial(t, address, "DEALER", "me")
		old := s.Peer(ctx, "me")
		first.Close()
		eventually(t, "the first connection is gone", func() bool { return old.push(pack("", nil)) != nil })
		if err := old.Send([][]byte{[]byte("x")}); !errors.Is(err, ErrGone) {
			t.Errorf("without a connection: %v", err)
		}
		second := dial(t, address, "DEALER", "me")
		if s.Peer(ctx, "me") == nil {
			t.Fatal("the second connection is not known")
		}
		if err := old.Send([][]byte{[]byte("y")}); err != nil {
			t.Error(err)
		}
		if m, err := second.Recv(); err != nil || string(m[0]) != "y" {
			t.Errorf("round %d: %q, %v", round, m, err)
		}
		p := s.Peer(ctx, "me")
		second.Close()
		eventually(t, "the second connection is gone", func() bool { return p.push(pack("", nil)) != nil })
	}
}

// TestAttacks: each of these ends its own connection and harms nobody else.
func TestAttacks(t *testing.T) {
	_, address := open(t, zmq4.Router, Limits{Handshake: 300 * time.Millisecond, Message: 1 << 20, Frames: 100})
	greeting, ready := testpeer.Greeting(), testpeer.Ready("DEALER", "x")
	change := func(b []byte, at int, to byte) []byte {
		b = bytes.Clone(b)
		b[at] = to
		return b
	}
	before := map[string][]byte{
		"nothing":               nil,
		"one byte":              {0xff},
		"half a greeting":       greeting[:32],
		"greeting alone":        greeting,
		"zeros":                 make([]byte, 1000),
		"HTTP":                  []byte("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
		"TLS":                   []byte("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
		"signature":             change(greeting, 9, 0),
		"version 1":             change(greeting, 10, 1),
		"mechanism":             change(greeting, 12, 'X'),
		"as-server":             change(greeting, 32, 7),
		"message for READY":     append(bytes.Clone(greeting), testpeer.Frame(0, []byte("hello"))...),
		"READY cut off":         append(bytes.Clone(greeting), ready[:10]...),
		"empty command":         append(bytes.Clone(greeting), 4, 0),
		"name past the end":     append(bytes.Clone(greeting), 4, 1, 200),
		"other command":         append(bytes.Clone(greeting), testpeer.Command("HELLO", nil)...),
		"READY with MORE":       append(bytes.Clone(greeting), change(ready, 0, 5)...),
		"property name":         append(bytes.Clone(greeting), testpeer.Command("READY", []byte{200, 'a'})...),
		"property without name": append(bytes.Clone(greeting), testpeer.Command("READY", []byte{0, 0, 0, 0, 0})...),
		"property value":        append(bytes.Clone(greeting), testpeer.Command("READY", []byte{1, 'a', 0xff, 0xff, 0xff, 0xff})...),
		"property cut off":      append(bytes.Clone(greeting), testpeer.Command("READY", []byte{1, 'a', 0})...),
		"socket type":           append(bytes.Clone(greeting), testpeer.Ready("SUB", "")...),
		"no socket type":        append(bytes.Clone(greeting), testpeer.Command("READY", nil)...),
		"long READY":            append(bytes.Clone(greeting), testpeer.Command("READY", make([]byte, 1<<20))...),
		"frame of 2^62 bytes":   append(bytes.Clone(greeting), 6, 0x40, 0, 0, 0, 0, 0, 0, 0),
		"frame of 2^64-1 bytes": append(bytes.Clone(greeting), 6, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		"reserved flags":        append(bytes.Clone(greeting), 0xf4, 0),
	}
	for name, b := range before {
		t.Run("before/"+name, func(t *testing.T) {
			p := raw(t, address)
			_, _ = p.Write(b) // the other end may close at any byte
			serves(t, address)
			if _, err := io.Copy(io.Discard, p); errors.Is(err, os.ErrDeadlineExceeded) {
				t.Error("the connection is still open")
			}
		})
	}
	after := map[string][]byte{
		"frame of 2^62 bytes":      {2, 0x40, 0, 0, 0, 0, 0, 0, 0},
		"frame of 2^36 bytes":      {2, 0, 0, 0, 0x10, 0, 0, 0, 0},
		"frame of 2^64-1 bytes":    {2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"frame over the limit":     {2, 0, 0, 0, 0, 0, 0x10, 0, 1},
		"frames over the limit":    bytes.Repeat([]byte{1, 0}, 101),
		"sum over the limit":       bytes.Repeat(testpeer.Frame(1, make([]byte, 30000)), 40),
		"reserved flags":           {0x80, 0},
		"command within a message": append([]byte{1, 0}, testpeer.Command("PING", []byte("\x00\x00"))...),
		"long command":             testpeer.Command("PING", make([]byte, 1<<16)),
		"empty command":            {4, 0},
		"PING without its time":    testpeer.Command("PING", []byte{1}),
		"PING with a long context": testpeer.Command("PING", make([]byte, 19)),
		"command name":             {4, 2, 9, 'A'},
	}
	for name, b := range after {
		t.Run("after/"+name, func(t *testing.T) {
			p := dial(t, address, "DEALER", "bad")
			_, _ = p.Write(b)
			serves(t, address)
			if _, err := io.Copy(io.Discard, p); errors.Is(err, os.ErrDeadlineExceeded) {
				t.Error("the connection is still open")
			}
		})
	}
}

// TestSilent: connections that say nothing take no one's place for long.
func TestSilent(t *testing.T) {
	s, address := open(t, zmq4.Router, Limits{Pending: 20})
	var silent []*testpeer.Peer
	for range 200 {
		silent = append(silent, raw(t, address))
	}
	serves(t, address)
	s.mu.Lock()
	n := len(s.shaking)
	s.mu.Unlock()
	if n > 20 {
		t.Errorf("%d connections are in the handshake", n)
	}
	// The oldest was closed for the others.
	if _, err := io.Copy(io.Discard, silent[0]); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("the oldest connection is still open")
	}
}

// TestAnnounced: what a header announces takes no memory before it is there.
func TestAnnounced(t *testing.T) {
	_, address := open(t, zmq4.Router, Limits{})
	before := heap()
	for range 100 {
		p := dial(t, address, "DEALER", "")
		if _, err := p.Write(append([]byte{2, 0, 0, 0, 0, 3, 0, 0, 0}, make([]byte, 1000)...)); err != nil {
			t.Fatal(err)
		}
	}
	serves(t, address)
	if grown := int64(heap()) - int64(before); grown > 64<<20 {
		t.Errorf("100 announcements of 48 MiB took %d bytes", grown)
	}
}

// TestUnread: long messages on their way share a budget.
func TestUnread(t *testing.T) {
	s, address := open(t, zmq4.Router, Limits{Unread: 1 << 20, Message: 1 << 20})
	greedy := []*testpeer.Peer{dial(t, address, "DEALER", ""), dial(t, address, "DEALER", "")}
	for _, p := range greedy {
		_, _ = p.Write(append([]byte{2, 0, 0, 0, 0, 0, 0xf, 0xff, 0xff}, make([]byte, 900<<10)...))
	}
	closed := make(chan struct{}, 2)
	for _, p := range greedy {
		go func() {
			if _, err := io.Copy(io.Discard, p); !errors.Is(err, os.ErrDeadlineExceeded) {
				closed <- struct{}{}
			}
		}()
	}
	select {
	case <-closed:
	case <-time.After(testpeer.Patience):
		t.Fatal("none of the two was closed")
	}
	for _, p := range greedy {
		p.Close()
	}
	eventually(t, "the budget is free again", func() bool { return s.unread.used.Load() == 0 })
	p := dial(t, address, "DEALER", "")
	for range 5 {
		echoed(t, p, strings.Repeat("x", 900<<10))
	}
}

func TestPing(t *testing.T) {
	_, address := open(t, zmq4.Router, Limits{})
	p := dial(t, address, "DEALER", "")
	if _, err := p.Write(testpeer.Command("PING", []byte("\x00\x0acontext"))); err != nil {
		t.Fatal(err)
	}
	flags, body, err := p.ReadFrame()
	if err != nil || flags != 4 || string(body) != "\x04PONGcontext" {
		t.Errorf("%#x %q, %v", flags, body, err)
	}
	if _, err := p.Write(testpeer.Command("FUTURE", []byte("x"))); err != nil { // to be ignored
		t.Fatal(err)
	}
	echoed(t, p, "still here")
}

// TestPingFlood: pongs that nobody reads do not pile up.
func TestPingFlood(t *testing.T) {
	_, address := open(t, zmq4.Router, Limits{Backlog: 1 << 20})
	p := dial(t, address, "DEALER", "")
	flood := bytes.Repeat(testpeer.Command("PING", make([]byte, 18)), 10000)
	var err error
	for i := 0; i < 2000 && err == nil; i++ {
		_, err = p.Write(flood)
	}
	if err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the peer was not cut: %v", err)
	}
	serves(t, address)
}

func subscribe(t *testing.T, address, topic string) *testpeer.Peer {
	t.Helper()
	p := dial(t, address, "SUB", "")
	if err := p.Send([]byte("\x01" + topic)); err != nil {
		t.Fatal(err)
	}
	welcomed(t, p, topic)
	return p
}

func welcomed(t *testing.T, p *testpeer.Peer, topic string) {
	t.Helper()
	if m, err := p.Recv(); err != nil || len(m) != 2 || string(m[0]) != topic || string(m[1]) != "welcome" {
		t.Fatalf("%q, %v; want the welcome to %q", m, err, topic)
	}
}

func TestSubscriptions(t *testing.T) {
	s, address := open(t, zmq4.XPub, Limits{})
	s.Publish([][]byte{[]byte("a"), []byte("to nobody")}, false, nil)
	all, some := subscribe(t, address, ""), subscribe(t, address, "ab")
	_ = some.Send() // nothing
	_ = some.Send(nil)
	_ = some.Send([]byte{9, 9})
	_ = some.Send([]byte("\x01ab")) // twice is once, and not welcomed again
	if _, err := some.Write(testpeer.Command("SUBSCRIBE", []byte("x"))); err != nil {
		t.Fatal(err)
	}
	welcomed(t, some, "x")
	for i, topic := range []string{"a", "ab", "abc", "b", "x"} {
		s.Publish([][]byte{[]byte(topic), {byte(i)}}, i%2 == 0, nil)
	}
	for _, c := range []struct {
		p    *testpeer.Peer
		want string
	}{{all, "a ab abc b x"}, {some, "ab abc x"}} {
		for _, topic := range strings.Fields(c.want) {
			if m, err := c.p.Recv(); err != nil || string(m[0]) != topic {
				t.Fatalf("%q, %v; want topic %s", m, err, topic)
			}
		}
	}
	if _, err := some.Write(append(testpeer.Frame(0, []byte("\x00ab")), testpeer.Frame(0, []byte("\x01z"))...)); err != nil {
		t.Fatal(err)
	}
	welcomed(t, some, "z") // so it has heard that ab is over
	s.Publish([][]byte{[]byte("ab")}, false, nil)
	s.Publish([][]byte{[]byte("z")}, false, nil)
	if m, err := some.Recv(); err != nil || string(m[0]) != "z" {
		t.Errorf("%q, %v", m, err)
	}
}

func TestTooManySubscriptions(t *testing.T) {
	s, address := open(t, zmq4.XPub, Limits{Topics: 10})
	p := dial(t, address, "SUB", "")
	for i := range 20 {
		_ = p.Send([]byte{1, byte(i)})
	}
	if _, err := io.Copy(io.Discard, p); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("the peer was not cut")
	}
	eventually(t, "no peer is left", func() bool { return len(s.subscribers("")) == 0 })
}

// TestStalledSubscriber: one that does not read costs another neither messages
// nor their order, is cut, and what waits for it is bounded.
func TestStalledSubscriber(t *testing.T) {
	s, address := open(t, zmq4.XPub, Limits{Queue: 1 << 20, Backlog: 8 << 20, Stall: 200 * time.Millisecond})
	stalled, healthy := subscribe(t, address, ""), subscribe(t, address, "")
	const n, size = 300, 1 << 20
	received := make(chan error, 1)
	go func() {
		for i := range n {
			m, err := healthy.Recv()
			if err != nil || len(m[1]) != size || m[1][0] != byte(i) {
				received <- fmt.Errorf("message %d: %v", i, err)
				return
			}
		}
		received <- nil
	}()
	before := heap()
	var peak atomic.Uint64
	for i := range n {
		b := make([]byte, size)
		b[0] = byte(i)
		s.Publish([][]byte{nil, b}, false, nil)
		if i%50 == 0 {
			peak.Store(max(peak.Load(), heap()))
		}
	}
	if err := <-received; err != nil {
		t.Error(err)
	}
	if grown := int64(peak.Load()) - int64(before); grown > 80<<20 {
		t.Errorf("%d bytes waited", grown)
	}
	if _, err := io.Copy(io.Discard, stalled); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("the stalled peer is still connected")
	}
}

// TestAllStalled: a publisher does not wait for ever, and can be called off.
func TestAllStalled(t *testing.T) {
	fill := func(s *Socket, stop <-chan struct{}) {
		for range 100 {
			s.Publish([][]byte{nil, make([]byte, 1<<20)}, false, stop)
		}
	}
	s, address := open(t, zmq4.XPub, Limits{Queue: 1 << 20, Backlog: 4 << 20, Patience: 200 * time.Millisecond})
	subscribe(t, address, "")
	fill(s, nil) // returns
	s, address = open(t, zmq4.XPub, Limits{Queue: 1 << 20, Backlog: 4 << 20, Patience: time.Hour})
	subscribe(t, address, "")
	stop := make(chan struct{})
	time.AfterFunc(50*time.Millisecond, func() { close(stop) })
	fill(s, stop)
	for _, p := range s.subscribers("") {
		if n := p.backlog(); n > 8<<20 {
			t.Errorf("%d bytes wait", n)
		}
	}
	done := make(chan struct{})
	go func() { // an urgent message never waits
		s.Publish([][]byte{nil}, true, nil)
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(testpeer.Patience):
		t.Error("an urgent message waited")
	}
}

// TestSlow: a peer that reads slowly gets everything.
func TestSlow(t *testing.T) {
	s, address := open(t, zmq4.XPub, Limits{Queue: 64 << 10, Backlog: 128 << 10})
	p := subscribe(t, address, "")
	const n, size = 400, 32 << 10
	go func() {
		for i := range n {
			s.Publish([][]byte{nil, fmt.Append(make([]byte, size), i)}, false, nil)
		}
	}()
	for i := range n {
		if i%50 == 0 {
			time.Sleep(20 * time.Millisecond)
		}
		m, err := p.Recv()
		if err != nil || string(m[1][size:]) != fmt.Sprint(i) {
			t.Fatalf("message %d: %v", i, err)
		}
	}
}

// TestLinger: what was sent before Flush and Close arrives.
func TestLinger(t *testing.T) {
	s, address := open(t, zmq4.XPub, Limits{})
	p := subscribe(t, address, "")
	const n = 2000
	for i := range n {
		s.Publish([][]byte{nil, fmt.Append(make([]byte, 5000), i)}, false, nil)
	}
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), testpeer.Patience)
		defer cancel()
		_ = s.Flush(ctx)
		s.Close()
	}()
	for i := range n {
		if m, err := p.Recv(); err != nil || string(m[1][5000:]) != fmt.Sprint(i) {
			t.Fatalf("message %d: %v", i, err)
		}
	}
	if _, err := p.Recv(); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("after the end: %v", err)
	}
	if _, err := testpeer.Dial("tcp", address, "SUB", ""); err == nil {
		t.Error("the closed socket took a connection")
	}
}

// failing is a listener that first fails, as one does without descriptors.
type failing struct {
	net.Listener
	left, calls atomic.Int32
}

func (f *failing) Accept() (net.Conn, error) {
	f.calls.Add(1)
	if f.left.Add(-1) >= 0 {
		return nil, &net.OpError{Op: "accept", Err: syscall.EMFILE}
	}
	return f.Listener.Accept()
}

func TestAcceptFails(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	f := &failing{Listener: l}
	f.left.Store(6)
	s := Open(Config{Type: zmq4.Router, Listener: f, Log: slog.New(slog.DiscardHandler),
		Receive: func(p *Peer, frames [][]byte) { _ = p.Send(frames) }})
	defer s.Close()
	start := time.Now()
	echoed(t, dial(t, l.Addr().String(), "DEALER", ""), "x")
	if d := time.Since(start); d < 100*time.Millisecond {
		t.Errorf("six failures took %v: the loop does not pause", d)
	}
	if n := f.calls.Load(); n > 8 {
		t.Errorf("%d calls of Accept", n)
	}
}

func TestListen(t *testing.T) {
	dir := t.TempDir()
	base := filepath.Join(dir, "k")
	l, err := Listen("ipc", base, 3)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	info, err := os.Stat(base + "-3")
	if err != nil || info.Mode().Perm() != 0o600 || info.Mode().Type() != fs.ModeSocket {
		t.Errorf("socket file: %v, %v", info, err)
	}
	if _, err := Listen("ipc", base, 3); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a second listener: %v", err)
	}
	// One that a killed process has left behind.
	stale, err := net.Listen("unix", base+"-4")
	if err != nil {
		t.Fatal(err)
	}
	stale.(*net.UnixListener).SetUnlinkOnClose(false)
	stale.Close()
	again, err := Listen("ipc", base, 4)
	if err != nil {
		t.Fatalf("over a stale file: %v", err)
	}
	again.Close()
	if _, err := os.Stat(base + "-4"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is left after Close: %v", err)
	}
	if err := os.WriteFile(base+"-5", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		transport, ip string
		port          int
		want          string
	}{
		{"ipc", base, 5, "not a socket"},
		{"ipc", filepath.Join(dir, strings.Repeat("x", 120)), 1, "and this system takes"},
		{"ipc", filepath.Join(dir, "none", "k"), 1, "no such file"},
		{"tcp", "127.0.0.1", 0, "not a TCP port"},
		{"tcp", "127.0.0.1", 65536, "not a TCP port"},
		{"udp", "127.0.0.1", 1, "transport"},
	} {
		l, err := Listen(c.transport, c.ip, c.port)
		if err == nil {
			l.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s %d: %v, want an error with %q", c.transport, c.ip, c.port, err, c.want)
		}
	}
	if b, _ := os.ReadFile(base + "-5"); string(b) != "x" {
		t.Error("a file that is no socket was removed")
	}
}
