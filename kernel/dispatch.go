package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	"medkit/kernel/internal/transport"
	"medkit/kernel/internal/wire"
)

// A request is a message that has an entry in the table.
type request struct {
	entry
	channel channel
	peer    *transport.Peer
	message *wire.Message
	aborted bool   // an earlier cell failed while this one waited
	then    func() // called after the reply and idle
}

// parent is the header that everything in answer to the request carries.
func (r *request) parent() json.RawMessage { return r.message.RawHeader }

// size is roughly what the request holds in memory while it waits.
func (r *request) size() int {
	m := r.message
	n := 512 + len(m.RawHeader) + len(m.Parent) + len(m.Metadata) + len(m.Content)
	for _, b := range m.Buffers {
		n += len(b) + 64
	}
	return n
}

// receiver takes the messages of a channel in: it checks them and puts them
// into the lane where they wait for their turn.
func (k *Kernel) receiver(on channel) func(*transport.Peer, [][]byte) {
	return func(p *transport.Peer, frames [][]byte) {
		m, err := k.codec.Decode(frames)
		if err != nil {
			k.log.Warn("message dropped", "channel", on, "reason", err)
			return
		}
		e, ok := k.table[on][m.Header.Type]
		if !ok {
			k.log.Warn("message dropped", "channel", on, "reason", fmt.Sprintf("unknown type %.80q", m.Header.Type))
			return
		}
		r := &request{entry: e, channel: on, peer: p, message: m}
		switch {
		case on == onControl:
			k.controls.push(r)
		case e.pace == atOnce:
			k.prompt.push(r)
		default:
			k.ordered.push(r)
		}
	}
}

// serve answers a request, between busy and idle.
func (k *Kernel) serve(r *request) {
	k.publish(r.parent(), "status", status{"busy"})
	if content := k.handle(r); r.reply != "" {
		k.send(r.peer, r.message, r.reply, content)
	}
	k.publish(r.parent(), "status", status{"idle"})
	if r.then != nil {
		r.then()
	}
}

// handle calls the handler. Should it panic, that is a fault of the kernel's,
// and costs this request alone.
func (k *Kernel) handle(r *request) (content any) {
	defer func() {
		if v := recover(); v != nil {
			k.log.Error("handler panicked", "type", r.message.Header.Type, "panic", v, "stack", string(debug.Stack()))
			content = failed("InternalError", fmt.Sprintf("the kernel failed on %s: %v", r.message.Header.Type, v))
		}
	}()
	return r.entry.handle(k, r)
}

// content reads the request's content into v, a pointer to a struct; what comes
// back is nil or the content of the reply that tells what is wrong.
func (r *request) content(v any) any {
	err := json.Unmarshal(r.message.Content, v)
	if err == nil {
		return nil
	}
	what := err.Error()
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		what = fmt.Sprintf("content.%s is a %s, want a %s", kind.Field, kind.Value, kind.Type)
	}
	return failed("BadRequest", r.message.Header.Type+": "+what)
}

// failed is the content of a reply to a request that could not be served.
func failed(name, value string) failure {
	return failure{Status: "error", Name: name, Value: value, Traceback: []string{}}
}

type failure struct {
	Status    string   `json:"status,omitempty"`
	Name      string   `json:"ename"`
	Value     string   `json:"evalue"`
	Traceback []string `json:"traceback"`
}

// send sends an answer to the peer that asked, on the channel that it asked on.
// Should that connection be gone, the answer is lost with it.
func (k *Kernel) send(p *transport.Peer, to *wire.Message, kind string, content any) {
	body, err := wire.Marshal(content)
	if err != nil {
		k.log.Error("reply cannot be encoded", "type", kind, "error", err)
		body, _ = wire.Marshal(failed("InternalError", err.Error()))
	}
	frames, err := k.codec.Encode(&wire.Message{
		Identities: to.Identities, Header: k.header(kind), Parent: to.RawHeader, Content: body,
	})
	if err == nil {
		err = p.Send(frames)
	}
	if err != nil {
		k.log.Info("reply not sent", "type", kind, "error", err)
	}
}
