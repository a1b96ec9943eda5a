package engine

import (
	"context"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"time"
)

// Run is one execution: a cell or a program, with the goroutines that it
// starts. A goroutine finds its Run by its label (Current), which goroutines
// inherit, so compiled code knows the cell that it works for.
type Run struct {
	w    *World
	stop atomic.Uint32 // not 0: unwind at the next back edge, call or blocking operation

	runCalls
}

// runCalls is the state of calls in a Run.
type runCalls struct {
	opts  Options
	label ptr           // the goroutine label of the Run
	wake  chan struct{} // closed by Interrupt; nil in a program
	exit  atomic.Pointer[int]
	nest  atomic.Int64 // calls from compiled code into interpreted code under way

	// Deferred calls of an interrupted Run go on under its shadow, which a second
	// interrupt stops.
	shadow   atomic.Pointer[Run]
	cleaning atomic.Int32 // goroutines that run such calls

	mu   sync.Mutex
	last *trace // of the panic that last left a machine
}

// Options is what a Run is started with.
type Options struct {
	// Name labels the Run's goroutines, as in profiles: "In[3]".
	Name string
	// Value is whatever the caller wants to find again from [World.Current].
	Value any
	// Program runs a whole program: a panic of a goroutine or a stack overflow
	// ends the process as Go does, and blocking operations do not wait for an
	// interrupt, so that the runtime finds deadlocks.
	Program bool
	// Crash is told of a goroutine that ended with a panic; nil: nothing is.
	Crash func(*Fault)
}

// Fault is how an execution ended other than by returning.
type Fault struct {
	Value       any // the panic's value
	Goexit      bool
	Interrupted bool
	Exit        *int
	Trace       []Position // innermost first
	chain       []panicked // the panics that were under way, the last one being Value
}

// Position is one line of a traceback.
type Position struct {
	Func string
	token.Position
}

// Start begins a Run.
func (w *World) Start(o Options) *Run {
	raiseStack()
	r := &Run{w: w}
	r.opts = o
	if !o.Program {
		r.wake = make(chan struct{})
	}
	ctx := pprof.WithLabels(context.Background(), pprof.Labels("medkit", o.Name))
	done := make(chan struct{})
	go func() { // the label's address identifies the Run
		defer close(done)
		pprof.SetGoroutineLabels(ctx)
		r.label = goroutineLabel()
	}()
	<-done
	// Goroutines that the Run leaves behind keep the label alive, and with it the
	// way to the Run, which is forgotten when the last of them has ended.
	key := uintptr(r.label)
	w.runs.Store(key, r)
	runtime.AddCleanup((*byte)(r.label), func(key uintptr) { w.runs.CompareAndDelete(key, r) }, key)
	return r
}

// End tells that the Run starts nothing more. Its goroutines may go on.
func (r *Run) End() { r.label = nil }

// raiseStack lets the native stack hold maxDepth frames; more than that ends in
// Machine.overflow, not in the runtime's fatal error.
var raiseStack = sync.OnceFunc(func() { debug.SetMaxStack(4 << 30) })

// Value is Options.Value.
func (r *Run) Value() any { return r.opts.Value }

// Current is the Run that the calling goroutine belongs to; nil if none.
func (w *World) Current() *Run {
	if l := goroutineLabel(); l != nil {
		if r, ok := w.runs.Load(uintptr(l)); ok {
			return r.(*Run)
		}
	}
	return nil
}

// current is Current with a Run for goroutines without one, which nothing
// interrupts.
func (w *World) current() *Run {
	if r := w.Current(); r != nil {
		return r
	}
	return w.idle()
}

func (w *World) idle() *Run {
	w.idleOnce.Do(func() {
		w.idleRun = &Run{w: w}
		w.idleRun.opts.Program = true
	})
	return w.idleRun
}

// Call runs a function without parameters and results.
func (r *Run) Call(o *types.Func) *Fault {
	fn := r.w.funcFor(o, nil)
	if fn == nil {
		panic(unsupported("no source of " + o.FullName()))
	}
	return r.Do(func() { r.exec(fn) })
}

// Inits runs a program's variable initialisers and init functions.
func (r *Run) Inits(u *Unit) *Fault {
	r.w.mu.Lock()
	fns := r.w.inits[u.Pkg]
	r.w.mu.Unlock()
	return r.Do(func() {
		for _, fn := range fns {
			r.exec(fn)
		}
	})
}

// exec runs fn on a machine of its own.
func (r *Run) exec(fn *Func) {
	m := r.machine()
	defer m.leave()
	g := m.get(fn)
	g.call()
	m.finish(g)
}

// grace is how long Do waits, after an interrupt, for code to unwind.
const grace = 200 * time.Millisecond

// Do runs fn, compiled code that calls interpreted code, on a goroutine of the
// Run, and waits until it ends. After an interrupt it does not wait for
// compiled code that blocks: that unwinds when it comes back.
func (r *Run) Do(fn func()) *Fault {
	end := make(chan *Fault, 1)
	go func() {
		setGoroutineLabel(r.label)
		var fault *Fault
		returned := false
		defer func() {
			if !returned {
				fault = r.fault(recover())
			}
			end <- fault
		}()
		fn()
		returned = true
	}()
	select {
	case f := <-end:
		return f
	case <-r.wake:
	}
	select {
	case f := <-end:
		return f
	case <-time.After(grace):
		return &Fault{Interrupted: r.exit.Load() == nil, Exit: r.exit.Load()}
	}
}

// fault makes a Fault of what a goroutine ended with: v as recover gave it, nil
// for runtime.Goexit.
func (r *Run) fault(v any) *Fault {
	r.mu.Lock()
	t := r.last
	r.last = nil
	r.mu.Unlock()
	f := &Fault{Value: v}
	if t != nil && v != nil {
		f.Trace, f.chain = t.positions(), t.chain
	}
	switch u, ok := v.(*unwind); {
	case v == nil:
		f.Goexit = true
	case ok:
		f.Value = u.value
		f.Exit = r.exit.Load()
		f.Interrupted = u.value == nil && f.Exit == nil
	}
	return f
}

// Write writes what Go prints when a program ends with this Fault, without the
// goroutines' stacks.
func (f *Fault) Write(w io.Writer) error {
	chain := f.chain
	if len(chain) == 0 {
		chain = []panicked{{value: f.Value}}
	}
	if o, ok := f.Value.(stackOverflow); ok {
		_, err := fmt.Fprintf(w, "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: %s\n\ngoroutine 1 [running]:\n", string(o))
		return err
	}
	if _, err := io.WriteString(w, panicText(chain)); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\ngoroutine 1 [running]:\n%s", traceText(f.Trace))
	return err
}
