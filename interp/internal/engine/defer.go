package engine

import (
	"go/ast"
	"go/types"
)

// A panic of interpreted code is a panic of Go's: it unwinds compiled and
// interpreted frames alike. A function that defers runs its body in runDefer,
// which recovers natively, runs the deferred calls, and panics again unless one
// of them has recovered.

// deferState is what a frame that defers keeps.
type deferState struct {
	list      []*Frame // prepared calls, the last one first
	depth     int
	panicking bool
	chain     []panicked // panics under way, innermost last
	trace     *trace     // where the first of them happened
}

// panicked is one panic: Go prints all that were under way.
type panicked struct {
	value     any
	recovered bool
}

// unwind is the panic by which the engine itself ends a goroutine's code: after
// an interrupt (value nil), after os.Exit, or on stack overflow. recover in
// interpreted code does not see it.
type unwind struct {
	value any
}

func (u *unwind) Error() string {
	if u.value == nil {
		return "interrupted"
	}
	return "stack overflow"
}

func runDefer(f *Frame, body func(*Frame) ctl) ctl {
	d := &deferState{depth: f.m.depth}
	f.d = d
	returned := false
	defer func() {
		if !returned {
			d.caught(f, recover())
		}
		f.runDeferred(d)
		f.m.depth, f.m.top = d.depth, f
		if d.panicking {
			f.m.trace = d.trace.with(d.chain)
			panic(d.chain[len(d.chain)-1].value)
		}
		f.m.trace = nil
	}()
	body(f)
	returned = true
	return cNext
}

// caught notes what ended the body or a deferred call: a panic's value, or nil
// for runtime.Goexit, which goes on by itself and drops a panic under way.
func (d *deferState) caught(f *Frame, v any) {
	if v == nil {
		d.panicking, d.chain, d.trace = false, nil, nil
		return
	}
	d.panicking = true
	if n := len(d.chain); n > 0 && d.chain[n-1].recovered {
		d.trace = nil
	}
	m := f.m
	if t := m.trace; t != nil && t.holds(v) { // it came through an inner runDefer
		d.chain, d.trace = append(d.chain, t.chain...), t
		m.trace = nil
		return
	}
	d.chain = append(d.chain, panicked{value: v})
	if d.trace == nil && m.top != nil && m.top.fn.u == nil {
		d.trace = m.run.takeTrace() // compiled code panicked, perhaps in a call back
	}
	if d.trace == nil {
		d.trace = traceOf(m.top)
	}
}

// runDeferred runs the deferred calls. What ends one of them early does not
// keep the others from running.
func (f *Frame) runDeferred(d *deferState) {
	if len(d.list) == 0 {
		return
	}
	if f.m.run.dead() {
		d.list = nil // os.Exit runs nothing more
		return
	}
	if n := len(d.chain); n > 0 && d.panicking && f.m.run.stop.Load() != 0 {
		if _, ours := d.chain[n-1].value.(*unwind); ours {
			defer f.m.cleanup()()
		}
	}
	done := false
	defer func() {
		if !done {
			d.caught(f, recover())
			f.runDeferred(d)
		}
	}()
	for len(d.list) > 0 {
		g := d.list[len(d.list)-1]
		d.list = d.list[:len(d.list)-1]
		f.m.depth = d.depth + 1
		g.up = f
		f.m.top = g
		g.deferOf = f
		g.call()
		g.deferOf = nil
		f.m.put(g)
		if n := len(d.chain); n > 0 && d.chain[n-1].recovered {
			d.chain, d.trace = nil, nil
		}
	}
	done = true
}

// cleanup lets the machine run deferred calls of an interrupted Run; the
// function that it returns ends that.
func (m *Machine) cleanup() func() {
	r := m.run
	r.cleaning.Add(1)
	m.run = r.forCleanup()
	return func() {
		m.run = r
		r.cleaning.Add(-1)
	}
}

// dead tells whether os.Exit was called: deferred calls are not run any more.
func (r *Run) dead() bool { return r.exit.Load() != nil }

func (c *comp) deferStmt(s *ast.DeferStmt) stmt {
	prep := c.later(s.Call)
	return func(f *Frame) ctl {
		m := f.m
		top, depth := m.top, m.depth
		g := prep(f, m)
		m.top, m.depth = top, depth
		f.d.list = append(f.d.list, g)
		return cNext
	}
}

func (c *comp) recoverCall(ast.Node) *expr {
	return &expr{t: types.Universe.Lookup("any").Type(), k: kIface, calls: true, fn: recoverIn}
}

// recoverIn is recover() called in f: it ends a panic if f is a deferred call.
func recoverIn(f *Frame) ifaceH {
	p := f.deferOf
	if p == nil {
		return ifaceH{}
	}
	d := p.d
	if d == nil || !d.panicking {
		return ifaceH{}
	}
	last := &d.chain[len(d.chain)-1]
	if _, ours := last.value.(*unwind); ours {
		return ifaceH{}
	}
	d.panicking = false
	last.recovered = true
	return fromAny(last.value)
}

func (c *comp) panicStmt(_ ast.Node, x *expr) stmt {
	v := x.iface()
	return func(f *Frame) ctl { panic(asAny(v(f))) }
}
