package transport

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"
)

// The bits of a frame's first byte (RFC 23).
const (
	flagMore    = 1
	flagLong    = 2
	flagCommand = 4
)

const (
	greetingSize = 64
	maxCommand   = 4096    // a READY with metadata takes about a hundred bytes
	longFrame    = 1 << 16 // from here on, a frame is read before zmq4 hears of it
	writeSlice   = 1 << 16 // progress is noted once for so many bytes
)

type stage int

const (
	greeting stage = iota // the first 64 bytes
	handshake
	traffic
)

// A screen is the connection that zmq4 sees. Reading is for one goroutine and
// writing for one; after the handshake, writes are buffered until flush.
type screen struct {
	net.Conn
	mechanism zmq4.SecurityType
	limits    *Limits
	unread    *budget
	ping      func(context []byte) // answers a PING
	subscribe bool                 // SUBSCRIBE and CANCEL commands stand for messages

	in     *bufio.Reader
	stage  stage
	ready  [][]byte // what zmq4 reads next
	body   uint64   // bytes of the current short frame that are still in in
	frames int      // of the current message, and their bytes
	size   uint64
	held   int // taken from unread by the current message

	out      *bufio.Writer
	progress atomic.Int64 // when the operating system last took bytes, Unix nanoseconds
}

func newScreen(c net.Conn, mechanism zmq4.SecurityType, limits *Limits, unread *budget) *screen {
	s := &screen{Conn: c, mechanism: mechanism, limits: limits, unread: unread, in: bufio.NewReaderSize(c, 4096)}
	s.out = bufio.NewWriterSize(sliced{s}, 8<<10)
	s.progress.Store(time.Now().UnixNano())
	return s
}

// Read gives zmq4 the greeting, the handshake's commands, and then frames of
// messages, nothing else.
func (s *screen) Read(p []byte) (int, error) {
	for {
		if len(s.ready) > 0 {
			n := copy(p, s.ready[0])
			if s.ready[0] = s.ready[0][n:]; len(s.ready[0]) == 0 {
				s.ready = s.ready[1:]
			}
			return n, nil
		}
		if s.body > 0 {
			if uint64(len(p)) > s.body {
				p = p[:s.body]
			}
			n, err := s.in.Read(p)
			s.body -= uint64(n)
			return n, err
		}
		var err error
		switch s.stage {
		case greeting:
			err = s.readGreeting()
		default:
			err = s.readFrame()
		}
		if err != nil {
			return 0, err
		}
	}
}

func (s *screen) readGreeting() error {
	var g [greetingSize]byte
	// The first byte alone tells most strangers (HTTP, TLS, SSH).
	if _, err := io.ReadFull(s.in, g[:1]); err != nil {
		return err
	}
	if g[0] != 0xff {
		return fmt.Errorf("the first byte is %#02x, not ZMTP's 0xff", g[0])
	}
	if _, err := io.ReadFull(s.in, g[1:]); err != nil {
		return err
	}
	mechanism, _, _ := bytes.Cut(g[12:32], []byte{0})
	switch {
	case g[9] != 0x7f:
		return errors.New("bad ZMTP signature")
	case g[10] < 3:
		return fmt.Errorf("ZMTP version %d.%d; 3.0 or later is needed", g[10], g[11])
	case string(mechanism) != string(s.mechanism):
		return fmt.Errorf("security mechanism %.20q, not %s", mechanism, s.mechanism)
	case g[32] > 1:
		return fmt.Errorf("as-server is %d, not 0 or 1", g[32])
	}
	s.ready = append(s.ready, g[:])
	s.stage = handshake
	return nil
}

// readFrame reads one frame's header, and its body unless that is short and
// part of a message.
func (s *screen) readFrame() error {
	head := make([]byte, 2, 9)
	if _, err := io.ReadFull(s.in, head); err != nil {
		return err
	}
	flags, size := head[0], uint64(head[1])
	if flags&flagLong != 0 {
		head = head[:9]
		if _, err := io.ReadFull(s.in, head[2:]); err != nil {
			return err
		}
		size = binary.BigEndian.Uint64(head[1:])
	}
	switch {
	case flags&^(flagMore|flagLong|flagCommand) != 0:
		return fmt.Errorf("reserved flags in a frame: %#02x", flags)
	case flags&flagCommand != 0:
		return s.readCommand(head, flags, size)
	case s.stage == handshake:
		return errors.New("a message before the handshake's end")
	}
	if s.frames == 0 {
		s.release()
	}
	s.frames++
	s.size += size
	switch {
	case size > uint64(s.limits.Message) || s.size > uint64(s.limits.Message):
		return fmt.Errorf("a message of more than %d bytes", s.limits.Message)
	case s.frames > s.limits.Frames:
		return fmt.Errorf("a message of more than %d frames", s.limits.Frames)
	}
	if flags&flagMore == 0 {
		s.frames, s.size = 0, 0
	}
	s.ready = append(s.ready, head)
	if size < longFrame {
		s.body = size
		return nil
	}
	long, err := s.readLong(int(size))
	s.ready = append(s.ready, long)
	return err
}

// readLong reads a long body, taking memory only as the bytes come.
func (s *screen) readLong(size int) ([]byte, error) {
	var b []byte
	for len(b) < size {
		n := min(size-len(b), max(len(b), longFrame))
		if !s.unread.take(n) {
			return nil, fmt.Errorf("more than %d bytes of messages on their way", s.unread.limit)
		}
		s.held += n
		at := len(b)
		grown := make([]byte, at+n)
		copy(grown, b)
		if _, err := io.ReadFull(s.in, grown[at:]); err != nil {
			return nil, err
		}
		b = grown
	}
	return b, nil
}

// release gives back what the last message took; also called when the
// connection ends.
func (s *screen) release() {
	s.unread.give(s.held)
	s.held = 0
}

func (s *screen) readCommand(head []byte, flags byte, size uint64) error {
	switch {
	case size > maxCommand:
		return fmt.Errorf("a command of %d bytes", size)
	case flags&flagMore != 0 || s.frames > 0:
		return errors.New("a command within a message")
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(s.in, body); err != nil {
		return err
	}
	if size == 0 || int(body[0]) >= len(body) {
		return errors.New("a command without a whole name")
	}
	name, data := string(body[1:1+body[0]]), body[1+body[0]:]
	if s.stage == handshake {
		// The NULL handshake is one READY, which zmq4 trusts; the commands of
		// other mechanisms are theirs to judge.
		if s.mechanism == zmq4.NullSecurity {
			if name != zmq4.CmdReady {
				return fmt.Errorf("command %.20q in place of READY", name)
			}
			if err := checkMetadata(data); err != nil {
				return err
			}
		}
		s.ready = append(s.ready, head, body)
		return nil
	}
	switch name {
	case zmq4.CmdPing: // time to live (2), context (at most 16)
		if len(data) < 2 || len(data) > 18 {
			return errors.New("malformed PING")
		}
		s.ping(data[2:])
	case zmq4.CmdSubscribe, zmq4.CmdCancel:
		if s.subscribe {
			first := byte(0)
			if name == zmq4.CmdSubscribe {
				first = 1
			}
			s.ready = append(s.ready, frameOf(append([]byte{first}, data...)))
		}
	}
	return nil // others are for extensions that we don't know
}

// frameOf is a last frame with the given body.
func frameOf(body []byte) []byte {
	if len(body) < 256 {
		return append([]byte{0, byte(len(body))}, body...)
	}
	head := binary.BigEndian.AppendUint64([]byte{flagLong}, uint64(len(body)))
	return append(head, body...)
}

// socketTypes are those of RFC 23; zmq4 panics on others.
const socketTypes = " REQ REP DEALER ROUTER PUB XPUB SUB XSUB PUSH PULL PAIR "

var errMetadata = errors.New("malformed metadata in READY")

// checkMetadata holds READY's properties to RFC 23: name length (1), name,
// value length (4), value; and a known socket type among them.
func checkMetadata(b []byte) error {
	typed := false
	for len(b) > 0 {
		n := int(b[0])
		if n == 0 || len(b) < 1+n+4 {
			return errMetadata
		}
		name, size := b[1:1+n], binary.BigEndian.Uint32(b[1+n:])
		b = b[1+n+4:]
		if uint64(size) > uint64(len(b)) || bytes.ContainsFunc(name, notInName) {
			return errMetadata
		}
		if strings.EqualFold(string(name), "Socket-Type") {
			if kind := string(b[:size]); strings.Contains(kind, " ") || !strings.Contains(socketTypes, " "+kind+" ") {
				return fmt.Errorf("unknown socket type %.20q", kind)
			}
			if string(name) != "Socket-Type" { // which every implementation sends, and zmq4 looks for
				return errMetadata
			}
			typed = true
		}
		b = b[size:]
	}
	if !typed {
		return errors.New("READY names no socket type")
	}
	return nil
}

func notInName(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-_.+", r)
}

// open ends the handshake: from now on messages pass, and writes wait for flush.
func (s *screen) open() { s.stage = traffic }

func (s *screen) Write(p []byte) (int, error) {
	if s.stage != traffic {
		return s.Conn.Write(p)
	}
	return s.out.Write(p)
}

func (s *screen) flush() error { return s.out.Flush() }

// stalled is how long ago the operating system last took bytes.
func (s *screen) stalled() time.Duration {
	return time.Duration(time.Now().UnixNano() - s.progress.Load())
}

// touch restarts the clock of stalled: there has been nothing to write.
func (s *screen) touch() { s.progress.Store(time.Now().UnixNano()) }

// sliced writes to the connection in slices, to note the progress of each.
type sliced struct{ s *screen }

func (w sliced) Write(p []byte) (int, error) {
	done := 0
	for done < len(p) {
		n, err := w.s.Conn.Write(p[done:min(len(p), done+writeSlice)])
		done += n
		if err != nil {
			return done, err
		}
		w.s.touch()
	}
	return done, nil
}
