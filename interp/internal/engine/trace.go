package engine

import (
	"fmt"
	"go/token"
	"strings"
)

// traceLimit bounds the frames that a traceback shows at either end.
const traceLimit = 50

// trace is where a panic happened: the interpreted calls that were under way.
type trace struct {
	frames []tracePos // innermost first
	cut    int        // frames left out after the first traceLimit
	chain  []panicked // set while the panic passes from one runDefer to the next
}

type tracePos struct {
	fn  *Func
	pos int32
}

// traceOf lists the frames from f outwards.
func traceOf(f *Frame) *trace {
	t := &trace{}
	n := 0
	for ; f != nil; f = f.up {
		if f.fn.u == nil || f.pos == 0 { // a bridge, or not running yet
			continue
		}
		n++
		if n <= traceLimit {
			t.frames = append(t.frames, tracePos{f.fn, f.pos})
		}
	}
	t.cut = max(0, n-traceLimit)
	return t
}

// with is t for a panic that goes on with these panics under way.
func (t *trace) with(chain []panicked) *trace {
	n := trace{chain: chain}
	if t != nil {
		n.frames, n.cut = t.frames, t.cut
	}
	return &n
}

// holds tells whether t is the trace of the panic with value v. The interface
// words are compared: values need not be comparable.
func (t *trace) holds(v any) bool {
	return len(t.chain) > 0 && fromAny(t.chain[len(t.chain)-1].value) == fromAny(v)
}

// takeTrace takes what a machine that a panic left has noted.
func (r *Run) takeTrace() *trace {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.last
	r.last = nil
	return t
}

func (t *trace) positions() []Position {
	var ps []Position
	for _, p := range t.frames {
		ps = append(ps, Position{p.fn.name, p.fn.u.position(p.pos)})
	}
	return ps
}

func (u *unit) position(pos int32) token.Position { return u.fset.Position(token.Pos(pos)) }

// traceText writes positions as the runtime writes a goroutine's stack.
func traceText(ps []Position) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%s(...)\n\t%s:%d\n", p.Func, p.Filename, p.Line)
	}
	return b.String()
}

// caller is the interpreted code that is skip calls out from f, f's own
// running statement being the first.
func caller(f *Frame, skip int) (p Position, ok bool) {
	for ; f != nil; f = f.up {
		if f.pos == 0 || f.fn.u == nil {
			continue
		}
		if skip == 0 {
			return Position{f.fn.name, f.fn.u.position(f.pos)}, true
		}
		skip--
		if d := f.deferOf; d != nil && d.d != nil && d.d.panicking { // the runtime's panic calls it
			if skip == 0 {
				return Position{Func: "runtime.gopanic", Position: token.Position{Filename: "runtime/panic.go", Line: 1}}, true
			}
			skip--
		}
	}
	return Position{}, false
}
