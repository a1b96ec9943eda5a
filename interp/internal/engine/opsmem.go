package engine

import "unsafe"

// intoFn is the closure form of structs and arrays: it writes the value to
// memory that the value does not depend on.
type intoFn = func(*Frame, ptr)

// memOps is the ops of kMem for one type.
type memOps struct {
	t    ptr
	size uintptr
}

func (m memOps) load(a func(*Frame) ptr) any {
	t := m.t
	if m.size == 0 {
		return intoFn(func(f *Frame, _ ptr) { a(f) })
	}
	return intoFn(func(f *Frame, p ptr) {
		q := a(f)
		_ = *(*byte)(q)
		typedmemmove(t, p, q)
	})
}
func (m memOps) local(off uintptr) any {
	t := m.t
	return intoFn(func(f *Frame, p ptr) { typedmemmove(t, p, at(f, off)) })
}
func (m memOps) cell(off uintptr) any {
	return m.load(func(f *Frame) ptr { return *(*ptr)(at(f, off)) })
}
func (m memOps) captured(off uintptr) any {
	return m.load(func(f *Frame) ptr { return capCell(f, off) })
}
func (m memOps) global(q ptr) any {
	t := m.t
	return intoFn(func(_ *Frame, p ptr) { typedmemmove(t, p, q) })
}
func (m memOps) fromPtr(p func(*Frame) ptr, off uintptr) any {
	t := m.t
	return intoFn(func(f *Frame, d ptr) {
		q := p(f)
		if q == nil {
			nilDeref()
		}
		typedmemmove(t, d, unsafe.Add(q, off))
	})
}
func (m memOps) elem(s func(*Frame) sliceH, i func(*Frame) int64) any {
	return m.load(sliceElemAddr(s, i, m.size))
}
func (m memOps) result(call func(*Frame) *Frame, off uintptr) any {
	t := m.t
	return intoFn(func(f *Frame, p ptr) {
		g := call(f)
		typedmemmove(t, p, at(g, off))
		g.m.put(g)
	})
}
func (m memOps) zero() any {
	t := m.t
	return intoFn(func(_ *Frame, p ptr) { typedmemclr(t, p) })
}
func (m memOps) after(pre func(*Frame), x *expr) any {
	v := x.fn.(intoFn)
	return intoFn(func(f *Frame, p ptr) { pre(f); v(f, p) })
}
func (m memOps) into(x *expr) func(*Frame, ptr) { return x.fn.(intoFn) }
func (m memOps) initLocal(off uintptr, e *expr) func(*Frame) {
	x := e.fn.(intoFn)
	return func(f *Frame) { x(f, at(f, off)) }
}

// maxTemp is the size above which a temporary does not lie in the frame.
const maxTemp = 1 << 12

// value gives a function that evaluates x and returns where it lies until the
// frame's next statement: its own place, a temporary slot, or fresh memory.
func (m memOps) value(c *comp, x *expr) func(*Frame) ptr {
	if q := x.place(); q != nil {
		return q
	}
	into := x.fn.(intoFn)
	t := m.t
	if c == nil || m.size > maxTemp {
		return func(f *Frame) ptr { p := unsafeNew(t); into(f, p); return p }
	}
	off := c.slot(typeOfRtype(t))
	return func(f *Frame) ptr { p := at(f, off); into(f, p); return p }
}

func (m memOps) setLocal(c *comp, off uintptr, x *expr) func(*Frame) {
	v, t := m.value(c, x), m.t
	return func(f *Frame) { typedmemmove(t, at(f, off), v(f)) }
}
func (m memOps) setAddr(c *comp, a func(*Frame) ptr, x *expr) func(*Frame) {
	v, t := m.value(c, x), m.t
	return func(f *Frame) {
		q := v(f)
		p := a(f)
		if p == nil {
			nilDeref()
		}
		typedmemmove(t, p, q)
	}
}
func (m memOps) setPtr(c *comp, p func(*Frame) ptr, off uintptr, x *expr) func(*Frame) {
	v, t := m.value(c, x), m.t
	return func(f *Frame) {
		src := v(f)
		q := p(f)
		if q == nil {
			nilDeref()
		}
		typedmemmove(t, unsafe.Add(q, off), src)
	}
}
func (m memOps) setElem(c *comp, s func(*Frame) sliceH, i func(*Frame) int64, x *expr) func(*Frame) {
	return m.setAddr(c, sliceElemAddr(s, i, m.size), x)
}
func (m memOps) drop(c *comp, x *expr) func(*Frame) {
	v := m.value(c, x)
	return func(f *Frame) { v(f) }
}
func (m memOps) argLocal(src, dst uintptr) func(f, g *Frame) {
	t := m.t
	return func(f, g *Frame) { typedmemmove(t, at(g, dst), at(f, src)) }
}
func (m memOps) arg(e *expr, dst uintptr) func(f, g *Frame) {
	x := e.fn.(intoFn)
	return func(f, g *Frame) { x(f, at(g, dst)) }
}
