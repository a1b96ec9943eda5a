package engine

import (
	"go/types"
	"sync"
	_ "unsafe" // go:linkname

	"medkit/interp/internal/rtypes"
)

// worldCalls is what calls keep in a World.
type worldCalls struct {
	bridges        sync.Map // bridgeKey -> *Func
	methods        sync.Map // methodKey -> boundMethod
	intrinsicFuncs sync.Map // *types.Func -> *Func
	machines       sync.Pool
	runs           sync.Map // address of a goroutine label -> *Run
	idleOnce       sync.Once
	idleRun        *Run
}

// machineCalls is what calls keep in a Machine.
type machineCalls struct {
	trace  *trace // of a panic that passes from one runDefer to the next
	nested bool   // runs a call from compiled code
	done   bool   // what it ran has returned
}

//go:linkname goroutineLabel runtime/pprof.runtime_getProfLabel
func goroutineLabel() ptr

//go:linkname setGoroutineLabel runtime/pprof.runtime_setProfLabel
func setGoroutineLabel(l ptr)

// machine takes a machine for the Run.
func (r *Run) machine() *Machine {
	m, _ := r.w.machines.Get().(*Machine)
	if m == nil {
		m = &Machine{w: r.w}
	}
	m.run = r
	return m
}

// maxNest bounds the calls from compiled code into interpreted code that are
// under way in a Run: a String method that prints itself ends there, before
// the native stack does.
const maxNest = 200_000

// enter takes a machine for a call from compiled code. It is ended by finish,
// if the call returns, and by leave in any case.
func (w *World) enter() *Machine {
	r := w.current()
	if s := r.shadow.Load(); s != nil && r.cleaning.Load() > 0 {
		r = s
	}
	if r.nest.Add(1) > maxNest {
		r.nest.Add(-1)
		overflow()
	}
	m := r.machine()
	m.nested = true
	return m
}

// begin prepares a call of the closure from compiled code.
func (cl *Closure) begin() (*Machine, *Frame) {
	m := cl.fn.w.enter()
	return m, cl.enter(m)
}

// finish gives the last frame back after a normal return.
func (m *Machine) finish(g *Frame) {
	m.put(g)
	m.done = true
}

// leave is deferred round what a machine runs. After a normal return the
// machine is kept for others. If a panic passes, the calls under way are noted
// for the traceback, and the machine is lost with them.
func (m *Machine) leave() {
	r := m.run
	if m.nested {
		m.nested = false
		r.nest.Add(-1)
	}
	if m.done {
		m.done, m.depth, m.top, m.trace, m.run = false, 0, nil, nil, nil
		m.w.machines.Put(m)
		return
	}
	t := m.trace
	if t == nil {
		if m.top == nil || m.top.fn.u == nil && r.hasTrace() {
			return // compiled code panicked, and what it ran has noted more
		}
		t = traceOf(m.top)
	}
	r.mu.Lock()
	r.last = t
	r.mu.Unlock()
}

func (r *Run) hasTrace() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last != nil
}

// compiledBody is the code of a declared method for compiled callers, which
// reach it by the method table of a type made at run time.
func (w *World) compiledBody(o *types.Func, recv *types.Named) func(*rtypes.Frame) {
	fn := w.methodFunc(o, recv)
	if fn == nil {
		return func(*rtypes.Frame) { panic(unsupported("no source of " + o.FullName())) }
	}
	_, byPtr := types.Unalias(o.Origin().Signature().Recv().Type()).(*types.Pointer)
	return func(f *rtypes.Frame) {
		m := w.enter()
		defer m.leave()
		g := m.get(fn)
		if slot := at(g, g.fn.recvOff); byPtr {
			*(*ptr)(slot) = f.Receiver()
		} else {
			typedmemmove(rtypeOf(g.fn.recvType), slot, f.Receiver())
		}
		for i, o := range fn.lay.params {
			f.Arg(i, at(g, o))
		}
		g.call()
		for i, o := range fn.lay.results {
			f.Result(i, at(g, o))
		}
		m.finish(g)
	}
}
