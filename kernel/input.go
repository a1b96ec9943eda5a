package kernel

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"medkit/kernel/internal/transport"
)

// connectWait is how long a question waits for the front end's stdin
// connection, which is made a little later than its others.
const connectWait = time.Second

var errNoStdin = errors.New("the front end that sent this cell has no stdin connection")

// input is the state of the stdin channel: one question at a time.
type input struct {
	turn   sync.Mutex // held while a question is open
	mu     sync.Mutex
	from   string      // the identity that is asked
	answer chan string // nil when no question is open
}

// ask sends an input_request to the front end that sent r, and waits for the
// answer until ctx ends.
func (k *Kernel) ask(ctx context.Context, r *request, prompt string, password bool) (string, error) {
	k.input.turn.Lock()
	defer k.input.turn.Unlock()
	if err := ctx.Err(); err != nil {
		return "", err
	}
	wait, cancel := context.WithTimeout(ctx, connectWait)
	p := k.stdin.Peer(wait, r.peer.Identity)
	cancel()
	if p == nil {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		return "", errNoStdin
	}
	answer := make(chan string, 1)
	k.input.open(r.peer.Identity, answer)
	defer k.input.open("", nil)
	k.send(p, r.message, "input_request", map[string]any{"prompt": prompt, "password": password})
	select {
	case text := <-answer:
		return text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (i *input) open(from string, answer chan string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.from, i.answer = from, answer
}

// receiveInput takes the messages of the stdin channel. An answer counts when
// it is the first, and from whom was asked; front ends don't agree on the
// parent header of answers, so that is not looked at.
func (k *Kernel) receiveInput(p *transport.Peer, frames [][]byte) {
	drop := func(reason any) { k.log.Warn("message dropped", "channel", "stdin", "reason", reason) }
	m, err := k.codec.Decode(frames)
	if err != nil {
		drop(err)
		return
	}
	if m.Header.Type != "input_reply" {
		drop("not an input_reply")
		return
	}
	var content struct {
		Value *string `json:"value"`
	}
	if err := json.Unmarshal(m.Content, &content); err != nil || content.Value == nil {
		drop("input_reply without a value")
		return
	}
	k.input.mu.Lock()
	defer k.input.mu.Unlock()
	if k.input.answer == nil || k.input.from != p.Identity {
		drop("nobody asked")
		return
	}
	select {
	case k.input.answer <- *content.Value:
	default:
	}
}
