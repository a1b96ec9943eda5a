package kernel

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"medkit/kernel/internal/testpeer"
)

// TestStrangers: on every port there are peers that say nothing, stop halfway,
// or talk nonsense before and after the handshake; a front end beside them is
// served, and in time.
func TestStrangers(t *testing.T) {
	_, c, _ := start(t, nil)
	kinds := map[int]string{c.Shell: "DEALER", c.Control: "DEALER", c.Stdin: "DEALER", c.IOPub: "SUB", c.Heartbeat: "REQ"}
	nonsense := [][]byte{
		nil, {0xff}, testpeer.Greeting()[:40], testpeer.Greeting(), []byte("GET / HTTP/1.1\r\n\r\n"), bytes.Repeat([]byte{0}, 500),
		append(testpeer.Greeting(), testpeer.Command("READY", []byte{1, 'a', 0xff, 0xff, 0xff, 0xff})...),
		append(testpeer.Greeting(), 6, 0x40, 0, 0, 0, 0, 0, 0, 0),
	}
	later := [][]byte{
		nil, {2, 0, 0, 0, 0x10, 0, 0, 0, 0}, bytes.Repeat([]byte{1, 0}, 10000), testpeer.Frame(0, nil), {1, 0}, {0, 200, 'x'},
		testpeer.Frame(0, []byte{1}), testpeer.Frame(0, []byte("<IDS|MSG>")), testpeer.Command("PING", []byte{0}),
	}
	for port, kind := range kinds {
		address := fmt.Sprintf("127.0.0.1:%d", port)
		for range 5 {
			for _, b := range nonsense {
				p, err := testpeer.Raw("tcp", address)
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				_, _ = p.Write(b)
			}
			for _, b := range later {
				p, err := testpeer.Dial("tcp", address, kind, "")
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				_, _ = p.Write(b)
			}
		}
	}
	begin := time.Now()
	cl := connect(t, c)
	if m, published := cl.run("out fine"); m.content["status"] != "ok" || summary(published) != `busy execute_input stdout:"fine\n" idle` {
		t.Errorf("%v, %s", m.content, summary(published))
	}
	if err := cl.beats.Send(nil, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if m, err := cl.beats.Recv(); err != nil || string(m[1]) != "x" {
		t.Errorf("heartbeat: %q, %v", m, err)
	}
	if m, _ := cl.ask(cl.control, "kernel_info_request", content{}); m.content["status"] != "ok" {
		t.Errorf("control: %v", m)
	}
	if d := time.Since(begin); d > time.Second {
		t.Errorf("the front end took %v", d)
	}
}

// TestStalledFrontEnd: one that reads nothing costs another nothing, and a
// request on control is answered while a cell waits for it.
func TestStalledFrontEnd(t *testing.T) {
	_, c, _ := start(t, func(config *Config) {
		config.limits.Queue, config.limits.Backlog, config.limits.Patience = 1<<20, 2<<20, time.Hour
	})
	cl := connect(t, c)
	stalled := cl.send(cl.shell, "execute_request", content{"code": "displays 100000 100000"})
	time.Sleep(100 * time.Millisecond) // nobody reads iopub; the cell waits
	begin := time.Now()
	for _, kind := range []string{"kernel_info_request", "interrupt_request"} {
		if m := cl.reply(cl.control, cl.send(cl.control, kind, content{})); m.content["status"] != "ok" {
			t.Errorf("%s: %v", kind, m)
		}
	}
	if m := cl.reply(cl.shell, stalled); m.content["status"] != "error" {
		t.Errorf("the interrupted cell: %v", m.content)
	}
	if d := time.Since(begin); d > 2*time.Second {
		t.Errorf("the interrupt took %v", d)
	}
	cl.published(stalled) // down to its idle
}
