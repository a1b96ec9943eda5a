// Package testpeer is the other end of a ZMTP connection, for tests: one that
// keeps to RFC 23 where it is asked to, and breaks it where a test wants that.
package testpeer

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
)

// Patience is how long the peer waits for anything. It is a bound for tests
// that fail, not a measure.
const Patience = 60 * time.Second

// A Peer is a connection.
type Peer struct {
	net.Conn
	in *bufio.Reader
}

// Greeting is the first 64 bytes of a peer without security.
func Greeting() []byte {
	g := make([]byte, 64)
	g[0], g[9], g[10] = 0xff, 0x7f, 3
	copy(g[12:], "NULL")
	return g
}

// Frame is a frame on the wire.
func Frame(flags byte, body []byte) []byte {
	if len(body) < 256 {
		return append([]byte{flags, byte(len(body))}, body...)
	}
	return append(binary.BigEndian.AppendUint64([]byte{flags | 2}, uint64(len(body))), body...)
}

// Command is a command on the wire.
func Command(name string, data []byte) []byte {
	return Frame(4, append(append([]byte{byte(len(name))}, name...), data...))
}

// Property is an entry of READY's metadata.
func Property(name, value string) []byte {
	b := append([]byte{byte(len(name))}, name...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(value)))
	return append(b, value...)
}

// Ready is the READY command of a socket type.
func Ready(kind, identity string) []byte {
	return Command("READY", append(Property("Socket-Type", kind), Property("Identity", identity)...))
}

// Dial connects and shakes hands: it waits for the other end's READY, as libzmq
// does, before anything is sent.
func Dial(network, address, kind, identity string) (*Peer, error) {
	p, err := Raw(network, address)
	if err != nil {
		return nil, err
	}
	if err := p.shake(kind, identity); err != nil {
		p.Close()
		return nil, fmt.Errorf("handshake: %w", err)
	}
	return p, nil
}

// Raw connects and says nothing.
func Raw(network, address string) (*Peer, error) {
	c, err := net.DialTimeout(network, address, Patience)
	if err != nil {
		return nil, err
	}
	if err := c.SetDeadline(time.Now().Add(Patience)); err != nil {
		c.Close()
		return nil, err
	}
	return &Peer{c, bufio.NewReader(c)}, nil
}

func (p *Peer) shake(kind, identity string) error {
	if _, err := p.Write(Greeting()); err != nil {
		return err
	}
	var g [64]byte
	if _, err := io.ReadFull(p.in, g[:]); err != nil {
		return err
	}
	if _, err := p.Write(Ready(kind, identity)); err != nil {
		return err
	}
	flags, body, err := p.ReadFrame()
	if err != nil {
		return err
	}
	if flags&4 == 0 || len(body) < 6 || string(body[1:6]) != "READY" {
		return fmt.Errorf("got %#x %q in place of READY", flags, body)
	}
	return nil
}

// Send sends a message.
func (p *Peer) Send(frames ...[]byte) error {
	var b []byte
	for i, f := range frames {
		flags := byte(1)
		if i == len(frames)-1 {
			flags = 0
		}
		b = append(b, Frame(flags, f)...)
	}
	_, err := p.Write(b)
	return err
}

// ReadFrame receives a frame.
func (p *Peer) ReadFrame() (flags byte, body []byte, err error) {
	var head [9]byte
	if _, err := io.ReadFull(p.in, head[:2]); err != nil {
		return 0, nil, err
	}
	size := uint64(head[1])
	if head[0]&2 != 0 {
		if _, err := io.ReadFull(p.in, head[2:]); err != nil {
			return 0, nil, err
		}
		size = binary.BigEndian.Uint64(head[1:])
	}
	if size > 1<<30 {
		return 0, nil, errors.New("a frame of more than 1 GiB")
	}
	body = make([]byte, size)
	_, err = io.ReadFull(p.in, body)
	return head[0], body, err
}

// Recv receives a message, and passes over commands.
func (p *Peer) Recv() ([][]byte, error) {
	var frames [][]byte
	for {
		flags, body, err := p.ReadFrame()
		if err != nil {
			return nil, err
		}
		if flags&4 != 0 {
			continue
		}
		frames = append(frames, body)
		if flags&1 == 0 {
			return frames, nil
		}
	}
}
