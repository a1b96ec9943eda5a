package kernel

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"medkit/internal/cell"
)

// When a cell has failed, front ends may be in the middle of sending the cells
// behind it. Whatever comes before the reply goes out was sent by somebody who
// could not know of the error, so the reply waits until nothing has come for
// settleQuiet, but no longer than settleLimit. For inFlight after that, a
// request may still arrive that was sent before the reply.
const (
	settleQuiet = 5 * time.Millisecond
	settleLimit = 100 * time.Millisecond
	inFlight    = 100 * time.Millisecond
)

type executeRequest struct {
	Code        string            `json:"code"`
	Silent      bool              `json:"silent"`
	Store       *bool             `json:"store_history"` // true unless silent
	Expressions map[string]string `json:"user_expressions"`
	AllowStdin  bool              `json:"allow_stdin"`
	StopOnError *bool             `json:"stop_on_error"` // true
}

type executeReply struct {
	Status      string           `json:"status"`
	Count       int              `json:"execution_count"`
	Expressions map[string]any   `json:"user_expressions"`
	Payload     []map[string]any `json:"payload"`
}

type executeError struct {
	failure
	Count       int              `json:"execution_count"`
	Expressions map[string]any   `json:"user_expressions"`
	Payload     []map[string]any `json:"payload"`
}

func (k *Kernel) execute(r *request) any {
	var q executeRequest
	if bad := r.content(&q); bad != nil {
		return executeError{failure: bad.(failure), Count: k.cells(), Expressions: map[string]any{}, Payload: []map[string]any{}}
	}
	if k.stopped(r) {
		return executeError{
			failure: failed("Aborted", "not run, because a cell before it failed"),
			Count:   k.cells(), Expressions: map[string]any{}, Payload: []map[string]any{},
		}
	}
	store := !q.Silent && (q.Store == nil || *q.Store)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	out := newSink(k, r.parent(), q.Silent, ctx.Done())
	label := k.begin(store, out, cancel)
	if !q.Silent {
		k.publish(r.parent(), "execute_input", map[string]any{"code": q.Code, "execution_count": label})
	}
	run := cell.Request{
		Code: q.Code, Count: label, Silent: q.Silent, Sink: out, Expressions: q.Expressions,
	}
	if q.AllowStdin {
		run.Ask = func(ctx context.Context, prompt string, password bool) (string, error) {
			out.sync()
			return k.ask(ctx, r, prompt, password)
		}
	}
	o := k.evaluate(ctx, run)
	if k.drain != nil {
		k.drain()
	}
	k.mu.Lock()
	k.cancel = nil
	k.mu.Unlock()

	for _, result := range o.Results {
		d := newDisplay(result)
		d.Count = label
		out.show("execute_result", d)
	}
	var report failure
	if o.Err != nil {
		report = failureOf(o.Err)
		out.show("error", report)
	}
	out.finish()
	if store {
		k.history.add(label, q.Code, o.Results)
	}
	count := k.cells()
	payload := o.Payload
	if payload == nil {
		payload = []map[string]any{}
	}
	if o.Err != nil {
		if q.StopOnError == nil || *q.StopOnError {
			k.stopQueued()
		}
		report.Status = "error"
		return executeError{report, count, expressions(o.Expressions), payload}
	}
	return executeReply{"ok", count, expressions(o.Expressions), payload}
}

// sync publishes the text that waits, for what must not come before it.
func (s *sink) sync() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.flush()
}

// begin counts a cell, makes it the running one, and returns its number. A cell
// that is not stored has the number that the next stored one will have.
func (k *Kernel) begin(store bool, out *sink, cancel context.CancelFunc) int {
	k.mu.Lock()
	defer k.mu.Unlock()
	label := k.count + 1
	if store {
		k.count = label
	}
	k.cancel, k.current = cancel, out
	select {
	case <-k.closing: // the end came between the queue and here
		cancel()
	default:
	}
	return label
}

func (k *Kernel) cells() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.count
}

// evaluate runs a cell. A panic that the evaluator lets through costs this cell
// alone.
func (k *Kernel) evaluate(ctx context.Context, r cell.Request) (o cell.Outcome) {
	defer func() {
		if v := recover(); v != nil {
			k.log.Error("evaluator panicked", "panic", v, "stack", string(debug.Stack()))
			o = cell.Outcome{Err: &cell.Error{
				Name: "InternalError", Value: fmt.Sprint(v),
				Traceback: []string{fmt.Sprintf("the evaluator failed: %v", v), string(debug.Stack())},
			}}
		}
	}()
	return k.evaluator.Run(ctx, r)
}

// stopQueued makes the cells that wait behind a failed one fail as well.
func (k *Kernel) stopQueued() {
	k.ordered.settle(settleQuiet, settleLimit)
	k.mu.Lock()
	k.stopping = time.Now()
	k.mu.Unlock()
	k.ordered.abort()
}

// stopped tells whether a cell was queued when another failed: it waited in our
// queue, or was on its way here. The latter shows in the time at which it was
// sent; that clock is the front end's and may be wrong, so it counts only for
// what arrives within a moment.
func (k *Kernel) stopped(r *request) bool {
	if r.aborted {
		return true
	}
	k.mu.Lock()
	at := k.stopping
	k.mu.Unlock()
	sent, ok := r.message.Header.Time()
	return ok && time.Since(at) < inFlight && sent.Before(at)
}

func failureOf(e *cell.Error) failure {
	f := failure{Name: e.Name, Value: e.Value, Traceback: e.Traceback}
	if f.Traceback == nil {
		f.Traceback = []string{}
	}
	return f
}

func expressions(in map[string]cell.Expression) map[string]any {
	out := map[string]any{}
	for name, e := range in {
		if e.Err != nil {
			f := failureOf(e.Err)
			f.Status = "error"
			out[name] = f
			continue
		}
		d := newDisplay(e.Output)
		out[name] = map[string]any{"status": "ok", "data": d.Data, "metadata": d.Metadata}
	}
	return out
}
