package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"medkit/kernel/internal/testpeer"
	"medkit/kernel/internal/wire"
	"medkit/tests/kernel/mock"
)

// freePorts finds n ports of 127.0.0.1 that are free at the moment.
func freePorts(t testing.TB, n int) []int {
	t.Helper()
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

func with(e Evaluator) func() (Evaluator, error) { return func() (Evaluator, error) { return e, nil } }

// start runs a kernel with the mock until the test ends, and gives what ends
// it.
func start(t testing.TB, change func(*Config)) (k *Kernel, c Connection, end func() error) {
	t.Helper()
	p := freePorts(t, 5)
	c = Connection{Transport: "tcp", IP: "127.0.0.1", Shell: p[0], Control: p[1], Stdin: p[2], IOPub: p[3], Heartbeat: p[4],
		Scheme: "hmac-sha256", Key: fmt.Sprint("key", p[0])}
	config := Config{Connection: c, Evaluator: with(mock.New())}
	if change != nil {
		change(&config)
	}
	k, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- k.Run(ctx) }()
	end = func() error {
		cancel()
		select {
		case err := <-done:
			done <- err
			return err
		case <-time.After(testpeer.Patience):
			return fmt.Errorf("the kernel does not end")
		}
	}
	t.Cleanup(func() {
		if err := end(); err != nil {
			t.Error(err)
		}
	})
	return k, c, end
}

// A client is a front end with all five connections.
type client struct {
	t                                   testing.TB
	codec                               *wire.Codec
	session                             string
	sent                                int
	shell, control, stdin, iopub, beats *testpeer.Peer
}

type content = map[string]any

type received struct {
	kind, parent string
	header       map[string]any
	content      content
}

func connect(t testing.TB, c Connection) *client {
	t.Helper()
	cl := &client{t: t, codec: wire.NewCodec(c.Key), session: fmt.Sprint("client", time.Now().UnixNano())}
	dial := func(port int, kind string) *testpeer.Peer {
		p, err := testpeer.Dial("tcp", fmt.Sprintf("%s:%d", c.IP, port), kind, cl.session)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { p.Close() })
		return p
	}
	cl.shell, cl.control, cl.stdin = dial(c.Shell, "DEALER"), dial(c.Control, "DEALER"), dial(c.Stdin, "DEALER")
	cl.beats, cl.iopub = dial(c.Heartbeat, "REQ"), dial(c.IOPub, "SUB")
	if err := cl.iopub.Send([]byte{1}); err != nil {
		t.Fatal(err)
	}
	for { // what the kernel publishes at its start may come before
		if m := cl.recv(cl.iopub); m.kind == "iopub_welcome" {
			if m.content["subscription"] != "" {
				t.Errorf("welcome to %v", m.content)
			}
			return cl
		}
	}
}

// frames makes a signed request.
func (c *client) frames(kind string, body any) (id string, frames [][]byte) {
	c.t.Helper()
	c.sent++
	id = fmt.Sprintf("%s_%d", c.session, c.sent)
	b, err := json.Marshal(body)
	if err != nil {
		c.t.Fatal(err)
	}
	frames, err = c.codec.Encode(&wire.Message{Header: wire.Header{
		ID: id, Type: kind, Session: c.session, Username: "test", Date: time.Now().UTC().Format(time.RFC3339Nano), Version: "5.4",
	}, Content: b})
	if err != nil {
		c.t.Fatal(err)
	}
	return id, frames
}

func (c *client) send(on *testpeer.Peer, kind string, body any) (id string) {
	c.t.Helper()
	id, frames := c.frames(kind, body)
	if err := on.Send(frames...); err != nil {
		c.t.Fatal(err)
	}
	return id
}

func (c *client) recv(on *testpeer.Peer) received {
	c.t.Helper()
	r, err := c.tryRecv(on)
	if err != nil {
		c.t.Fatal(err)
	}
	return r
}

func (c *client) tryRecv(on *testpeer.Peer) (received, error) {
	frames, err := on.Recv()
	if err != nil {
		return received{}, err
	}
	m, err := c.codec.Decode(frames)
	if err != nil {
		return received{}, err
	}
	r := received{kind: m.Header.Type}
	var parent wire.Header
	for _, p := range []struct {
		from json.RawMessage
		to   any
	}{{m.Parent, &parent}, {m.RawHeader, &r.header}, {m.Content, &r.content}} {
		if err := json.Unmarshal(p.from, p.to); err != nil {
			return received{}, err
		}
	}
	r.parent = parent.ID
	return r, nil
}

// reply receives the reply to a request; others are passed over.
func (c *client) reply(on *testpeer.Peer, id string) received {
	c.t.Helper()
	for {
		if m := c.recv(on); m.parent == id {
			return m
		}
	}
}

// published collects what is published for a request, up to its idle.
func (c *client) published(id string) []received {
	c.t.Helper()
	var out []received
	for {
		m := c.recv(c.iopub)
		if m.parent != id {
			continue
		}
		out = append(out, m)
		if m.kind == "status" && m.content["execution_state"] == "idle" {
			return out
		}
	}
}

// ask sends a request and returns its reply and what was published for it.
func (c *client) ask(on *testpeer.Peer, kind string, body any) (received, []received) {
	c.t.Helper()
	id := c.send(on, kind, body)
	return c.reply(on, id), c.published(id)
}

func (c *client) run(code string) (received, []received) {
	c.t.Helper()
	return c.ask(c.shell, "execute_request", content{"code": code})
}

// summary is the messages in short: "busy execute_input stdout:text idle".
func summary(messages []received) string {
	var out []string
	for _, m := range messages {
		switch m.kind {
		case "status":
			out = append(out, fmt.Sprint(m.content["execution_state"]))
		case "stream":
			out = append(out, fmt.Sprintf("%v:%q", m.content["name"], m.content["text"]))
		case "error":
			out = append(out, fmt.Sprintf("error:%v", m.content["ename"]))
		case "display_data", "execute_result", "update_display_data":
			data, _ := m.content["data"].(content)
			out = append(out, fmt.Sprintf("%s:%v", m.kind, data["text/plain"]))
		default:
			out = append(out, m.kind)
		}
	}
	return strings.Join(out, " ")
}
