package engine

import (
	"go/token"
	"go/types"
	"sync/atomic"
)

// Run is one execution: a cell or a program.
type Run struct {
	w    *World
	stop atomic.Uint32 // not 0: unwind at the next back edge, call or blocking operation

	runCalls // state of the call half
}

// Fault is how an execution ended other than by returning.
type Fault struct {
	Value       any // the panic's value
	Goexit      bool
	Interrupted bool
	Exit        *int
	Trace       []Position // innermost first
}

// Position is one line of a traceback.
type Position struct {
	Func string
	token.Position
}

// exec runs a Func without parameters on a machine of its own.
func (w *World) exec(r *Run, fn *Func) {
	m := &Machine{w: w, run: r}
	g := m.get(fn)
	g.call()
	m.put(g)
}

var _ types.Object
