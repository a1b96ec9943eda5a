package kernel

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"medkit/internal/cell"
	"medkit/kernel/internal/testpeer"
	"medkit/kernel/internal/wire"
	"medkit/tests/kernel/mock"
)

func TestExecute(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	for i, step := range []struct {
		code      string
		status    string
		published string
	}{
		{"out hello", "ok", `busy execute_input stdout:"hello\n" idle`},
		{"", "ok", `busy execute_input idle`},
		{"out a\nerr b\nout c", "ok", `busy execute_input stdout:"a\n" stderr:"b\n" stdout:"c\n" idle`},
		{"out a\nout b\nvalue 1\nvalue 2", "ok", `busy execute_input stdout:"a\nb\n" execute_result:1 execute_result:2 idle`},
		{"out a\ndisplay d x\nupdate d y\nout b", "ok", `busy execute_input stdout:"a\n" display_data:x update_display_data:y stdout:"b\n" idle`},
		{"clear wait\nout x", "ok", `busy execute_input clear_output stdout:"x\n" idle`},
		{"out x\nfail Bad very\nout y", "error", `busy execute_input stdout:"x\n" error:Bad idle`},
		{"panic here", "error", `busy execute_input error:InternalError idle`},
		{"unshowable", "ok", `busy execute_input stderr:"this output cannot be shown: json: unsupported type: func()\n" idle`},
		{"bytes f09d\nbytes 948a", "ok", `busy execute_input stdout:"𝔊" idle`},
		{"bytes e4\nerr x\nbytes b8ad", "ok", `busy execute_input stderr:"x\n" stdout:"中" idle`},
		{"bytes f09d", "ok", "busy execute_input stdout:\"\ufffd\ufffd\" idle"},
		{"bytes ff41", "ok", "busy execute_input stdout:\"\ufffdA\" idle"},
	} {
		reply, published := cl.run(step.code)
		if reply.kind != "execute_reply" || reply.content["status"] != step.status || reply.content["execution_count"] != float64(i+1) {
			t.Errorf("%q: reply %v", step.code, reply)
		}
		if got := summary(published); got != step.published {
			t.Errorf("%q: published\n%s, want\n%s", step.code, got, step.published)
		}
		if step.code == "out x\nfail Bad very\nout y" {
			if reply.content["ename"] != "Bad" || reply.content["evalue"] != "very" || len(reply.content["traceback"].([]any)) != 1 {
				t.Errorf("reply %v", reply.content)
			}
		}
	}
}

func TestDisplay(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	_, published := cl.run("display id text")
	want := content{
		"data": content{"text/plain": "text", "image/png": "iVBORw=="}, "metadata": content{}, "transient": content{"display_id": "id"},
	}
	if got := published[2].content; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestHeaders(t *testing.T) {
	k, c, _ := start(t, nil)
	cl := connect(t, c)
	seen := map[any]bool{}
	reply, published := cl.run("out x")
	for _, m := range append(published, reply) {
		h := m.header
		if h["session"] != k.session || h["version"] != "5.5" || h["username"] == "" || seen[h["msg_id"]] {
			t.Errorf("%s: header %v", m.kind, h)
		}
		seen[h["msg_id"]] = true
		if _, err := time.Parse(time.RFC3339, h["date"].(string)); err != nil {
			t.Error(err)
		}
	}
}

func TestCount(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	for _, step := range []struct {
		more  content
		count float64
		want  string
	}{
		{content{}, 1, `busy execute_input stdout:"x\n" execute_result:v idle`},
		{content{"silent": true}, 1, `busy idle`},
		{content{"store_history": false}, 1, `busy execute_input stdout:"x\n" execute_result:v idle`},
		{content{"silent": true, "store_history": true}, 1, `busy idle`},
		{content{"store_history": true}, 2, `busy execute_input stdout:"x\n" execute_result:v idle`},
	} {
		body := content{"code": "out x\nvalue v"}
		for key, v := range step.more {
			body[key] = v
		}
		reply, published := cl.ask(cl.shell, "execute_request", body)
		if reply.content["execution_count"] != step.count || summary(published) != step.want {
			t.Errorf("%v: %v %s", step.more, reply.content, summary(published))
		}
	}
	h, _ := cl.ask(cl.shell, "history_request", content{"hist_access_type": "tail"})
	if n := len(h.content["history"].([]any)); n != 2 {
		t.Errorf("%d cells were stored", n)
	}
}

func TestExpressions(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	reply, _ := cl.ask(cl.shell, "execute_request", content{
		"code": "set a 5\npage help", "user_expressions": content{"good": "a", "bad": "b"},
	})
	want := content{
		"status": "ok", "execution_count": 1.0,
		"user_expressions": content{
			"good": content{"status": "ok", "data": content{"text/plain": "5"}, "metadata": content{}},
			"bad":  content{"status": "error", "ename": "undefined", "evalue": "b", "traceback": []any{}},
		},
		"payload": []any{content{"source": "page", "data": content{"text/plain": "help"}, "start": 0.0}},
	}
	if !reflect.DeepEqual(reply.content, want) {
		t.Errorf("got  %v\nwant %v", reply.content, want)
	}
}

// TestStopOnError: what is queued when a cell fails is answered with an error,
// what is sent later runs.
func TestStopOnError(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	for range 20 { // the failing cell ends before the others have arrived
		var ids []string
		for _, body := range []content{{"code": "fail Bad x"}, {"code": "out no"}, {"code": "out no", "stop_on_error": false}} {
			ids = append(ids, cl.send(cl.shell, "execute_request", body))
		}
		info := cl.send(cl.shell, "comm_info_request", content{})
		replies := map[string]received{}
		for range 4 {
			m := cl.recv(cl.shell)
			replies[m.parent] = m
		}
		for i, id := range ids {
			r := replies[id].content
			if r["status"] != "error" || (r["ename"] == "Aborted") != (i > 0) || r["execution_count"] == nil {
				t.Fatalf("cell %d: %v", i, r)
			}
		}
		if replies[info].content["status"] != "ok" {
			t.Error("a request that is no cell was not answered")
		}
		if reply, published := cl.run("out yes"); reply.content["status"] != "ok" || !strings.Contains(summary(published), "yes") {
			t.Fatalf("the next cell: %v", reply.content)
		}
	}
	bad := cl.send(cl.shell, "execute_request", content{"code": "fail Bad x", "stop_on_error": false})
	good := cl.send(cl.shell, "execute_request", content{"code": "out yes"})
	if cl.reply(cl.shell, bad).content["status"] != "error" || cl.reply(cl.shell, good).content["status"] != "ok" {
		t.Error("stop_on_error false stopped")
	}
}

// TestWhileBusy: only cells wait for cells.
func TestWhileBusy(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	busy := cl.send(cl.shell, "execute_request", content{"code": "loop"})
	waiting := cl.send(cl.shell, "execute_request", content{"code": "out x", "stop_on_error": false})
	for kind, body := range map[string]content{
		"complete_request": {"code": "val", "cursor_pos": 3}, "inspect_request": {"code": "value", "cursor_pos": 2},
		"is_complete_request": {"code": "out"}, "kernel_info_request": {}, "comm_info_request": {},
	} {
		id := cl.send(cl.shell, kind, body)
		if m := cl.recv(cl.shell); m.parent != id || m.kind != strings.Replace(kind, "request", "reply", 1) || m.content["status"] == nil {
			t.Errorf("%s: got %v", kind, m)
		}
	}
	if m, published := cl.ask(cl.control, "kernel_info_request", content{}); m.content["status"] != "ok" || summary(published) != "busy idle" {
		t.Errorf("control: %v", m)
	}
	if err := cl.beats.Send(nil, []byte("ping")); err != nil {
		t.Fatal(err)
	}
	if m, err := cl.beats.Recv(); err != nil || len(m) != 2 || string(m[1]) != "ping" {
		t.Errorf("heartbeat: %q, %v", m, err)
	}
	if m, _ := cl.ask(cl.control, "interrupt_request", content{}); m.kind != "interrupt_reply" || m.content["status"] != "ok" {
		t.Errorf("interrupt: %v", m)
	}
	if m := cl.reply(cl.shell, busy); m.content["ename"] != cell.Interrupted {
		t.Errorf("the interrupted cell: %v", m.content)
	}
	if m := cl.reply(cl.shell, waiting); m.content["ename"] != "Aborted" {
		t.Errorf("the cell behind it: %v", m.content)
	}
	if m, _ := cl.ask(cl.control, "interrupt_request", content{}); m.content["status"] != "ok" {
		t.Errorf("interrupt of nothing: %v", m)
	}
	if m, _ := cl.run("out fine"); m.content["status"] != "ok" {
		t.Errorf("after the interrupt: %v", m.content)
	}
}

func TestQuestions(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	for _, q := range []struct {
		kind string
		body content
		want string // of the reply's content, as JSON
	}{
		// Code points, not bytes or UTF-16 units.
		{"complete_request", content{"code": "𝔊𝔊 unsh", "cursor_pos": 7}, `{"cursor_end":7,"cursor_start":3,"matches":["unshowable"],"metadata":{"_jupyter_types_experimental":[{"end":7,"signature":"(text)","start":3,"text":"unshowable","type":"function"}]},"status":"ok"}`},
		{"complete_request", content{"code": "zzz", "cursor_pos": 3}, `{"cursor_end":3,"cursor_start":0,"matches":[],"metadata":{},"status":"ok"}`},
		{"complete_request", content{"code": "value", "cursor_pos": -1}, ""},
		{"complete_request", content{"code": "unsh", "cursor_pos": 10000}, `{"cursor_end":4,"cursor_start":0,"matches":["unshowable"],"metadata":{"_jupyter_types_experimental":[{"end":4,"signature":"(text)","start":0,"text":"unshowable","type":"function"}]},"status":"ok"}`},
		{"complete_request", content{"code": 5}, `{"ename":"BadRequest","evalue":"complete_request: content.code is a number, want a string","status":"error","traceback":[]}`},
		{"inspect_request", content{"code": "𝔊 value", "cursor_pos": 4, "detail_level": 1}, `{"data":{"text/plain":"value, level 1"},"found":true,"metadata":{},"status":"ok"}`},
		{"inspect_request", content{"code": "nothing"}, `{"data":{},"found":false,"metadata":{},"status":"ok"}`},
		{"is_complete_request", content{"code": "out x"}, `{"status":"complete"}`},
		{"is_complete_request", content{"code": `out \`}, `{"indent":"\t","status":"incomplete"}`},
		{"is_complete_request", content{"code": "\x00"}, `{"status":"invalid"}`},
		{"comm_info_request", content{"target_name": "x"}, `{"comms":{},"status":"ok"}`},
		{"history_request", content{"hist_access_type": "all"}, `{"ename":"BadRequest","evalue":"history_request: content.hist_access_type is \"all\", want \"range\", \"tail\" or \"search\"","status":"error","traceback":[]}`},
		{"execute_request", content{"code": []int{}}, `{"ename":"BadRequest","evalue":"execute_request: content.code is a array, want a string","execution_count":0,"payload":[],"status":"error","traceback":[],"user_expressions":{}}`},
	} {
		reply, published := cl.ask(cl.shell, q.kind, q.body)
		got, err := wire.Marshal(reply.content)
		if err != nil {
			t.Fatal(err)
		}
		if q.want != "" && string(got) != q.want {
			t.Errorf("%s %v:\n%s, want\n%s", q.kind, q.body, got, q.want)
		}
		if summary(published) != "busy idle" {
			t.Errorf("%s: published %s", q.kind, summary(published))
		}
	}
}

func TestInfo(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	reply, _ := cl.ask(cl.shell, "kernel_info_request", content{})
	got, _ := wire.Marshal(reply.content)
	want := `{"banner":"commands, one a line","debugger":false,"help_links":[{"text":"Go","url":"https://go.dev"}],"implementation":"mock",` +
		`"implementation_version":"1.0.0","language_info":{"file_extension":".mock","mimetype":"text/plain","name":"mock","version":"1.0"},` +
		`"protocol_version":"5.5","status":"ok","supported_features":[]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestComm(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	id := cl.send(cl.shell, "comm_open", content{"comm_id": "c1", "target_name": "nothing", "data": content{}})
	published := cl.published(id)
	if got := summary(published); got != "busy comm_close idle" || published[1].content["comm_id"] != "c1" {
		t.Errorf("published %s", got)
	}
	for _, kind := range []string{"comm_msg", "comm_close"} {
		if got := summary(cl.published(cl.send(cl.shell, kind, content{"comm_id": "c1", "data": content{}}))); got != "busy idle" {
			t.Errorf("%s: published %s", kind, got)
		}
	}
}

func TestInput(t *testing.T) {
	_, c, _ := start(t, nil)
	cl, other := connect(t, c), connect(t, c)
	ask := func(code string) string {
		return cl.send(cl.shell, "execute_request", content{"code": code, "allow_stdin": true})
	}
	id := ask("out before\nask name?")
	q := cl.reply(cl.stdin, id)
	if q.kind != "input_request" || q.content["prompt"] != "name?" || q.content["password"] != false {
		t.Errorf("question %v", q)
	}
	other.send(other.stdin, "input_reply", content{"value": "not asked"})
	cl.send(cl.stdin, "input_reply", content{"no": "value"})
	cl.send(cl.stdin, "execute_request", content{"code": "out x"})
	time.Sleep(20 * time.Millisecond)
	cl.send(cl.stdin, "input_reply", content{"value": "Zoë", "status": "ok"})
	if got, want := summary(cl.published(id)), `busy execute_input stdout:"before\n" stdout:"answer: Zoë\n" idle`; got != want {
		t.Errorf("published %s, want %s", got, want)
	}
	cl.send(cl.stdin, "input_reply", content{"value": "late"}) // nobody asked
	time.Sleep(20 * time.Millisecond)
	id = ask("password secret?")
	if q := cl.reply(cl.stdin, id); q.content["password"] != true {
		t.Errorf("question %v", q)
	}
	cl.ask(cl.control, "interrupt_request", content{})
	if m := cl.reply(cl.shell, id); m.content["ename"] != cell.Interrupted {
		t.Errorf("interrupted: %v", m.content)
	}
	if m, _ := cl.ask(cl.shell, "execute_request", content{"code": "ask x", "allow_stdin": false}); m.content["ename"] != "no input" {
		t.Errorf("not allowed: %v", m.content)
	}
	cl.stdin.Close()
	time.Sleep(20 * time.Millisecond)
	if m := cl.reply(cl.shell, ask("ask x")); m.content["evalue"] != errNoStdin.Error() {
		t.Errorf("without a stdin connection: %v", m.content)
	}
}

// TestLate: output of a goroutine belongs to the cell that started it, also
// after its end and while another cell runs.
func TestLate(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	first := cl.send(cl.shell, "execute_request", content{"code": "later 50 late"})
	cl.published(first)
	second := cl.send(cl.shell, "execute_request", content{"code": "sleep 150\nout second"})
	var got []string
	for len(got) < 2 {
		if m := cl.recv(cl.iopub); m.kind == "stream" {
			got = append(got, fmt.Sprint(m.parent == first, m.parent == second, m.content["text"]))
		}
	}
	if want := []string{"true falselate\n", "false truesecond\n"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFlood(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	id := cl.send(cl.shell, "execute_request", content{"code": "lines 100000\ndisplays 60 1000000\nmixed 1000"})
	var lines, mixed strings.Builder
	displays := 0
	for _, m := range cl.published(id) {
		switch {
		case m.kind == "display_data":
			text := m.content["data"].(content)["text/plain"].(string)
			if len(text) != 1000006 || !strings.HasPrefix(text, fmt.Sprintf("%06d", displays)) {
				t.Fatalf("display %d begins with %.10s", displays, text)
			}
			displays++
		case m.kind == "stream" && displays == 0:
			lines.WriteString(m.content["text"].(string))
		case m.kind == "stream":
			mixed.WriteString(m.content["text"].(string))
		}
	}
	var wantLines, wantMixed strings.Builder
	for i := range 100000 {
		fmt.Fprintf(&wantLines, "line %d\n", i)
	}
	for i := range 1000 {
		fmt.Fprintf(&wantMixed, "o%d\ne%d\n", i, i)
	}
	if lines.String() != wantLines.String() {
		t.Errorf("%d bytes of lines, want %d", lines.Len(), wantLines.Len())
	}
	if displays != 60 {
		t.Errorf("%d displays", displays)
	}
	if mixed.String() != wantMixed.String() {
		t.Error("the streams are not in the order in which they were written")
	}
}

// TestDropped: what is not a valid request is dropped, and the next one works.
func TestDropped(t *testing.T) {
	var logged lockedBuffer
	_, c, _ := start(t, func(config *Config) { config.Log = slog.New(slog.NewTextHandler(&logged, nil)) })
	cl := connect(t, c)
	_, good := cl.frames("execute_request", content{"code": "out never"})
	signature := bytes.Clone(good[1])
	signature[0] ^= 1
	_, unknown := cl.frames("no_such_request", content{})
	_, elsewhere := cl.frames("execute_request", content{"code": "out never"})
	for _, on := range []*testpeer.Peer{cl.shell, cl.control, cl.stdin} {
		for name, frames := range map[string][][]byte{
			"signature":    append([][]byte{good[0], signature}, good[2:]...),
			"no signature": append([][]byte{good[0], nil}, good[2:]...),
			"no delimiter": good[1:],
			"short":        good[:4],
			"empty":        {nil},
			"unknown type": unknown,
		} {
			if err := on.Send(frames...); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if err := cl.control.Send(elsewhere...); err != nil { // an execute request does not belong there
		t.Fatal(err)
	}
	if m, published := cl.run("out fine"); m.content["status"] != "ok" || m.content["execution_count"] != 1.0 || !strings.Contains(summary(published), "fine") {
		t.Errorf("the next request: %v", m)
	}
	if m, _ := cl.ask(cl.control, "kernel_info_request", content{}); m.content["status"] != "ok" {
		t.Errorf("control: %v", m)
	}
	for _, want := range []string{"wrong signature", "delimiter", "fewer than six", `unknown type \"no_such_request\"`} {
		if !strings.Contains(logged.String(), want) {
			t.Errorf("the log does not say %q", want)
		}
	}
	if strings.Contains(logged.String(), c.Key) {
		t.Error("the log holds the key")
	}
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestShutdown(t *testing.T) {
	for _, running := range []string{"", "loop", "stuck 5000"} {
		for _, restart := range []bool{false, true} {
			evaluator := mock.New()
			k, c, _ := start(t, func(config *Config) { config.Evaluator = with(evaluator) })
			cl := connect(t, c)
			if running != "" {
				cl.send(cl.shell, "execute_request", content{"code": "out working\n" + running})
				for cl.recv(cl.iopub).kind != "stream" {
				}
			}
			begin := time.Now()
			id := cl.send(cl.control, "shutdown_request", content{"restart": restart})
			if m := cl.reply(cl.control, id); m.kind != "shutdown_reply" || m.content["restart"] != restart || m.content["status"] != "ok" {
				t.Errorf("%q: reply %v", running, m)
			}
			if got := summary(cl.published(id)); got != "busy shutdown_reply idle" {
				t.Errorf("%q: published %s", running, got)
			}
			for { // to the end of the connection
				if _, err := cl.tryRecv(cl.iopub); err != nil {
					break
				}
			}
			if d := time.Since(begin); d > 4*time.Second {
				t.Errorf("%q: the end took %v", running, d)
			}
			if _, err := io.Copy(io.Discard, cl.shell); err != nil && os.IsTimeout(err) {
				t.Errorf("%q: the shell is still open", running)
			}
			<-k.closing
			if running != "stuck 5000" {
				for end := time.Now().Add(testpeer.Patience); !evaluator.Closed(); time.Sleep(time.Millisecond) {
					if time.Now().After(end) {
						t.Fatalf("%q: the evaluator was not closed", running)
					}
				}
			}
		}
	}
}

// TestTwoKernels: two kernels in one process share nothing.
func TestTwoKernels(t *testing.T) {
	_, c1, _ := start(t, nil)
	_, c2, end2 := start(t, nil)
	a, b := connect(t, c1), connect(t, c2)
	a.run("set x 1")
	a.run("out x")
	if m, _ := b.run("get x"); m.content["ename"] != "undefined" || m.content["execution_count"] != 1.0 {
		t.Errorf("the other kernel: %v", m.content)
	}
	busy := a.send(a.shell, "execute_request", content{"code": "loop"})
	if m, _ := b.ask(b.control, "interrupt_request", content{}); m.content["status"] != "ok" {
		t.Error(m)
	}
	if err := end2(); err != nil {
		t.Error(err)
	}
	if _, frames := b.frames("kernel_info_request", content{}); frames != nil {
		_ = a.shell.Send(frames...) // signed with the other's key
	}
	a.ask(a.control, "interrupt_request", content{})
	if m := a.reply(a.shell, busy); m.content["ename"] != cell.Interrupted {
		t.Errorf("%v", m)
	}
	if _, published := a.run("get x"); !strings.Contains(summary(published), "execute_result:1") {
		t.Errorf("after the other's end: %s", summary(published))
	}
}

// TestClients: each of two front ends gets its own replies and all that is
// published.
func TestClients(t *testing.T) {
	_, c, _ := start(t, nil)
	a, b := connect(t, c), connect(t, c)
	id := a.send(a.shell, "execute_request", content{"code": "out x"})
	a.reply(a.shell, id)
	for _, cl := range []*client{a, b} {
		if got := summary(cl.published(id)); got != `busy execute_input stdout:"x\n" idle` {
			t.Errorf("published %s", got)
		}
	}
	other := b.send(b.shell, "kernel_info_request", content{})
	if m := b.recv(b.shell); m.parent != other {
		t.Errorf("got %v", m)
	}
}

func TestAddressInUse(t *testing.T) {
	_, c, _ := start(t, nil)
	_, err := New(Config{Connection: c, Evaluator: with(mock.New())})
	if err == nil || !strings.Contains(err.Error(), "iopub socket: ") {
		t.Errorf("got %v", err)
	}
	if _, err := New(Config{Connection: Connection{Transport: "tcp"}, Evaluator: with(mock.New())}); err == nil {
		t.Error("an empty connection was taken")
	}
}

// TestNoEvaluator: when there is none, the sockets are free again.
func TestNoEvaluator(t *testing.T) {
	p := freePorts(t, 5)
	c := Connection{Transport: "tcp", IP: "127.0.0.1", Shell: p[0], Control: p[1], Stdin: p[2], IOPub: p[3], Heartbeat: p[4]}
	want := errors.New("no evaluator today")
	for range 2 {
		if _, err := New(Config{Connection: c, Evaluator: func() (Evaluator, error) { return nil, want }}); !errors.Is(err, want) {
			t.Fatalf("got %v", err)
		}
	}
}

func TestStreamOfProcess(t *testing.T) {
	drained := make(chan struct{}, 10)
	var k *Kernel
	k, c, _ := start(t, func(config *Config) {
		config.Drain = func() {
			k.Stream(cell.Stderr, []byte("from a descriptor\n"))
			drained <- struct{}{}
		}
	})
	if k.Stream(cell.Stdout, []byte("x")) {
		t.Error("there was no cell to show it")
	}
	cl := connect(t, c)
	if _, published := cl.run("out x\nvalue 1"); summary(published) != `busy execute_input stdout:"x\n" stderr:"from a descriptor\n" execute_result:1 idle` {
		t.Errorf("published %s", summary(published))
	}
	<-drained
}

func TestHistory(t *testing.T) {
	_, c, _ := start(t, nil)
	cl := connect(t, c)
	for _, code := range []string{"out a", "value b", "out a", "fail Bad x", "out c"} {
		cl.run(code)
	}
	for _, q := range []struct{ request, want string }{
		{`{"hist_access_type":"tail","n":2}`, `[[1,4,"fail Bad x"],[1,5,"out c"]]`},
		{`{"hist_access_type":"tail","n":0}`, `[]`},
		{`{"hist_access_type":"tail","n":99,"output":true}`, `[[1,1,["out a",null]],[1,2,["value b","b"]],[1,3,["out a",null]],[1,4,["fail Bad x",null]],[1,5,["out c",null]]]`},
		{`{"hist_access_type":"range","session":0,"start":2,"stop":4,"raw":true}`, `[[1,2,"value b"],[1,3,"out a"]]`},
		{`{"hist_access_type":"range","session":1,"start":4}`, `[[1,4,"fail Bad x"],[1,5,"out c"]]`},
		{`{"hist_access_type":"range","session":0,"start":-2,"stop":-1}`, `[[1,4,"fail Bad x"]]`},
		{`{"hist_access_type":"range","session":7,"start":1}`, `[]`},
		{`{"hist_access_type":"search","pattern":"out*"}`, `[[1,1,"out a"],[1,3,"out a"],[1,5,"out c"]]`},
		{`{"hist_access_type":"search","pattern":"out*","n":2}`, `[[1,3,"out a"],[1,5,"out c"]]`},
		{`{"hist_access_type":"search","pattern":"*a","unique":true}`, `[[1,3,"out a"]]`},
		{`{"hist_access_type":"search","pattern":"out"}`, `[]`},
		{`{"hist_access_type":"search","pattern":"???????"}`, `[[1,2,"value b"]]`},
	} {
		reply, _ := cl.ask(cl.shell, "history_request", json.RawMessage(q.request))
		got, err := json.Marshal(reply.content["history"])
		if err != nil || string(got) != q.want || reply.content["status"] != "ok" {
			t.Errorf("%s: %s, want %s", q.request, got, q.want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"", "", true}, {"", "a", false}, {"*", "", true}, {"**", "abc", true}, {"a*c", "abbc", true}, {"a*c", "abcd", false},
		{"*b*", "abc", true}, {"?", "é", true}, {"?", "", false}, {"a?c", "abc", true}, {"*abab", "abababab", true}, {"[a]", "a", false},
		{strings.Repeat("a*", 200) + "b", strings.Repeat("a", 2000), false},
	} {
		if got := glob(c.pattern, c.text); got != c.want {
			t.Errorf("glob(%.20q, %.20q) = %v", c.pattern, c.text, got)
		}
	}
}
