package transport

import (
	"bytes"
	"io"
	"net"
	"runtime"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"

	"medkit/kernel/internal/testpeer"
)

// heap is the memory that live objects take.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(testpeer.Patience); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

// A recording is a connection on which everything was said beforehand.
type recording struct {
	net.Conn
	in io.Reader
}

func (r recording) Read(p []byte) (int, error)  { return r.in.Read(p) }
func (r recording) Write(p []byte) (int, error) { return len(p), nil }

// FuzzScreen: whatever a peer sends, zmq4 behind the screen fails or gives
// messages within the limits, and never panics.
func FuzzScreen(f *testing.F) {
	greeting := testpeer.Greeting()
	for _, rest := range [][]byte{
		nil,
		testpeer.Ready("DEALER", "id"),
		append(testpeer.Ready("DEALER", "id"), testpeer.Frame(0, []byte("hello"))...),
		append(testpeer.Ready("SUB", ""), testpeer.Command("SUBSCRIBE", []byte("x"))...),
		append(testpeer.Ready("REQ", ""), testpeer.Command("PING", []byte("\x00\x01abc"))...),
		append(testpeer.Ready("DEALER", ""), 2, 0, 0, 0, 0, 0, 1, 0, 0),
		testpeer.Command("READY", []byte{1, 'a', 0, 0, 0, 9}),
		{6, 0x40, 0, 0, 0, 0, 0, 0, 0},
	} {
		f.Add(append(bytes.Clone(greeting), rest...), true)
	}
	limits := Limits{Message: 1 << 18, Frames: 20, Unread: 1 << 19}.withDefaults()
	f.Fuzz(func(t *testing.T, sent []byte, router bool) {
		unread := &budget{limit: limits.Unread}
		s := newScreen(recording{in: bytes.NewReader(sent)}, zmq4.NullSecurity, &limits, unread)
		s.ping = func(context []byte) {
			if len(context) > 16 {
				t.Errorf("PING with %d bytes of context", len(context))
			}
		}
		kind := zmq4.XPub
		if router {
			kind = zmq4.Router
		}
		s.subscribe = !router
		conn, err := zmq4.Open(s, null.Security(), kind, nil, true, nil)
		if err != nil {
			return
		}
		s.open()
		for {
			m, err := conn.RecvMsg()
			if err != nil {
				break
			}
			size := 0
			for _, frame := range m.Frames {
				size += len(frame)
			}
			if len(m.Frames) > limits.Frames || size > limits.Message || m.Type != zmq4.UsrMsg {
				t.Fatalf("a message of %d frames and %d bytes, type %d", len(m.Frames), size, m.Type)
			}
		}
		s.release()
		if n := unread.used.Load(); n != 0 {
			t.Errorf("%d bytes of the budget were not given back", n)
		}
	})
}
