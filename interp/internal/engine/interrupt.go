package engine

// Interrupt makes all code of the Run unwind: at the next back edge or call, or
// when it waits in an operation of the engine's. Deferred calls run. It may be
// called from any goroutine, and more than once.
func (r *Run) Interrupt() {
	if r.stop.Swap(1) != 0 {
		if s := r.shadow.Load(); s != nil {
			s.Interrupt()
		}
		return
	}
	if r.wake != nil {
		close(r.wake)
	}
}

// forCleanup is the Run under which deferred calls go on after an interrupt.
func (r *Run) forCleanup() *Run {
	if s := r.shadow.Load(); s != nil {
		return s
	}
	s := &Run{w: r.w}
	s.opts, s.label = r.opts, r.label
	if r.wake != nil {
		s.wake = make(chan struct{})
	}
	if !r.shadow.CompareAndSwap(nil, s) {
		s = r.shadow.Load()
	}
	return s
}

// Exit ends the Run as os.Exit does: everything unwinds, and deferred calls do
// not run. It does not return to interpreted code.
func (r *Run) Exit(code int) {
	r.exit.CompareAndSwap(nil, &code)
	r.Interrupt()
	panic(&unwind{})
}

// Wake is closed when the Run is interrupted; it is nil for a program. Compiled
// code that waits on behalf of the Run waits for it too, and calls Check after.
func (r *Run) Wake() <-chan struct{} { return r.wake }

// Check unwinds the calling code if the Run was interrupted.
func (r *Run) Check() {
	if r.stop.Load() != 0 {
		panic(&unwind{})
	}
}

// interrupted is called at a back edge or call when the flag is up.
func (m *Machine) interrupted() { panic(&unwind{}) }

// stackOverflow is the text of a stack overflow.
type stackOverflow string

func (s stackOverflow) Error() string { return string(s) }
func (stackOverflow) RuntimeError()   {}

// overflow ends a recursion that is too deep. Go's own overflow is fatal, so
// recover does not see this one either.
func (m *Machine) overflow() { overflow() }

func overflow() { panic(&unwind{value: stackOverflow("stack overflow")}) }
