package engine

import "go/ast"

func (c *comp) goStmt(s *ast.GoStmt) stmt {
	prep := c.later(s.Call)
	return func(f *Frame) ctl {
		r := f.m.run
		m := r.machine()
		g := prep(f, m)
		g.up = nil
		if g.fn.u == nil && g.caps == nil {
			panic(goNil{})
		}
		go r.goroutine(m, g)
		return cNext
	}
}

// goNil is the panic of a go statement with a nil func value; Go's own is
// fatal.
type goNil struct{}

func (goNil) Error() string { return "go of nil func value" }
func (goNil) RuntimeError() {}

// goroutine runs a prepared frame. The goroutine's label, which names the Run,
// came from the one that started it.
func (r *Run) goroutine(m *Machine, g *Frame) {
	returned := false
	defer func() {
		if returned {
			return
		}
		v := recover()
		if v == nil {
			return // runtime.Goexit
		}
		f := r.fault(v)
		switch {
		case r.opts.Program:
			f.crash()
		case f.Interrupted || f.Exit != nil:
		case r.opts.Crash != nil:
			r.opts.Crash(f)
		}
	}()
	defer m.leave()
	g.call()
	m.finish(g)
	returned = true
}
