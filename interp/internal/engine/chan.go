package engine

import (
	"go/ast"
	"go/types"
	"reflect"
	_ "unsafe" // go:linkname
)

//go:linkname chansend reflect.chansend0
func chansend(ch, elem ptr, noblock bool) bool

//go:linkname chanrecv reflect.chanrecv
func chanrecv(ch ptr, noblock bool, elem ptr) (selected, received bool)

// send sends the value at elem. Where the Run can be interrupted, a send that
// has to wait waits for that too.
func (r *Run) send(ch, elem ptr, ct reflect.Type) {
	if r.wake == nil {
		if ch == nil {
			select {}
		}
		chansend(ch, elem, false)
		return
	}
	if ch != nil && chansend(ch, elem, true) {
		return
	}
	r.wait(reflect.SelectCase{
		Dir: reflect.SelectSend, Chan: chanValue(ct, ch), Send: reflect.NewAt(ct.Elem(), elem).Elem(),
	})
}

// recv receives into elem and tells whether a sent value came.
func (r *Run) recv(ch, elem ptr, ct reflect.Type) bool {
	if r.wake == nil {
		if ch == nil {
			select {}
		}
		_, ok := chanrecv(ch, false, elem)
		return ok
	}
	if ch != nil {
		if selected, ok := chanrecv(ch, true, elem); selected {
			return ok
		}
	}
	v, ok := r.wait(reflect.SelectCase{Dir: reflect.SelectRecv, Chan: chanValue(ct, ch)})
	typedmemmove(rtypeOf(ct.Elem()), elem, valuePtr(v, ct.Elem()))
	return ok
}

// chanValue is a channel whose direction does not matter, as reflect wants it;
// the zero Value for a nil channel, which is never ready.
func chanValue(ct reflect.Type, ch ptr) reflect.Value {
	if ch == nil {
		return reflect.Value{}
	}
	if ct.ChanDir() != reflect.BothDir {
		ct = reflect.ChanOf(reflect.BothDir, ct.Elem())
	}
	return reflect.NewAt(ct, ptr(&ch)).Elem()
}

// valuePtr is the address of a copy of v.
func valuePtr(v reflect.Value, t reflect.Type) ptr {
	c := reflect.New(t)
	c.Elem().Set(v)
	return c.UnsafePointer()
}

// wait does one channel operation, or unwinds when the Run is interrupted.
func (r *Run) wait(op reflect.SelectCase) (v reflect.Value, ok bool) {
	i, v, ok := reflect.Select([]reflect.SelectCase{op, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(r.wake)}})
	if i == 1 {
		panic(&unwind{})
	}
	return v, ok
}

func (c *comp) sendStmt(s *ast.SendStmt) stmt {
	ch := c.expr(s.Chan)
	ct := c.rt(chanOf(ch.t))
	et := ch.t.Underlying().(*types.Chan).Elem()
	evals, held := c.hold([]*expr{ch, c.as(s.Value, et)})
	off, p := c.slot(c.rt(et)), held[0].ptr()
	init := c.ops(et).initLocal(off, held[1])
	run := all(append(evals, init))
	return func(f *Frame) ctl {
		run(f)
		f.m.run.send(p(f), at(f, off), ct)
		typedmemclr(rtypeOf(ct.Elem()), at(f, off))
		return cNext
	}
}

// chanOf is the channel type without a name.
func chanOf(t types.Type) types.Type { return t.Underlying() }

func (c *comp) recvExpr(e *ast.UnaryExpr) *expr {
	ch := c.expr(e.X)
	ct, et := c.rt(chanOf(ch.t)), ch.t.Underlying().(*types.Chan).Elem()
	p, off := ch.ptr(), c.slot(c.rt(et))
	return &expr{t: et, k: classOf(et), calls: true, fn: c.ops(et).load(func(f *Frame) ptr {
		f.m.run.recv(p(f), at(f, off), ct)
		return at(f, off)
	})}
}

// recvMulti is v, ok := <-ch.
func (c *comp) recvMulti(e *ast.UnaryExpr) (eval func(*Frame), vals []*expr, done func(*Frame)) {
	ch := c.expr(e.X)
	ct, et := c.rt(chanOf(ch.t)), ch.t.Underlying().(*types.Chan).Elem()
	p, v, ok := ch.ptr(), c.slot(c.rt(et)), c.slot(boolType)
	eval = func(f *Frame) { *(*bool)(at(f, ok)) = f.m.run.recv(p(f), at(f, v), ct) }
	return eval, []*expr{c.localExpr(et, v), c.localExpr(types.Typ[types.Bool], ok)}, nil
}
