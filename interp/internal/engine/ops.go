package engine

import (
	"go/types"
	"unsafe"
)

// ops makes the closures that move values of one class about. Where an expr is
// asked for, it is of that class.
type ops interface {
	// Expressions (the any is the class's closure form).
	load(addr func(*Frame) ptr) any                               // what lies at addr, which is not nil
	local(off uintptr) any                                        // a frame slot
	cell(off uintptr) any                                         // the cell that a frame slot points to
	captured(off uintptr) any                                     // the cell of a captured variable (see capCell)
	global(p ptr) any                                             // a fixed place
	fromPtr(p func(*Frame) ptr, off uintptr) any                  // off behind a pointer that may be nil
	elem(s func(*Frame) sliceH, i func(*Frame) int64) any         // a slice element
	result(call func(*Frame) *Frame, off uintptr) any             // a slot of the frame that call ran on, which is then put
	zero() any                                                    // the zero value
	after(pre func(*Frame), x *expr) any                          // x, after pre was run
	into(x *expr) func(*Frame, ptr)                               // write x to fresh memory
	initLocal(off uintptr, x *expr) func(*Frame)                  // write x to a slot that x cannot read
	setLocal(c *comp, off uintptr, x *expr) func(*Frame)          // assign to a slot
	setAddr(c *comp, addr func(*Frame) ptr, x *expr) func(*Frame) // assign: x first, then addr
	setPtr(c *comp, p func(*Frame) ptr, off uintptr, x *expr) func(*Frame)
	setElem(c *comp, s func(*Frame) sliceH, i func(*Frame) int64, x *expr) func(*Frame)
	drop(c *comp, x *expr) func(*Frame)          // evaluate for the effect
	argLocal(src, dst uintptr) func(f, g *Frame) // slot of f to slot of g
	arg(x *expr, dst uintptr) func(f, g *Frame)  // x, evaluated in f, to a slot of g
}

// cls is the ops of a class whose closures return a T.
type cls[T any] struct{}

func (cls[T]) load(a func(*Frame) ptr) any { return func(f *Frame) T { return *(*T)(a(f)) } }
func (cls[T]) local(off uintptr) any       { return func(f *Frame) T { return *(*T)(at(f, off)) } }
func (cls[T]) cell(off uintptr) any {
	return func(f *Frame) T { return *(*T)(*(*ptr)(at(f, off))) }
}
func (cls[T]) captured(off uintptr) any { return func(f *Frame) T { return *(*T)(capCell(f, off)) } }
func (cls[T]) global(p ptr) any         { q := (*T)(p); return func(*Frame) T { return *q } }
func (cls[T]) fromPtr(p func(*Frame) ptr, off uintptr) any {
	if off == 0 {
		return func(f *Frame) T { return *(*T)(p(f)) }
	}
	return func(f *Frame) T {
		q := p(f)
		if q == nil {
			nilDeref()
		}
		return *(*T)(unsafe.Add(q, off))
	}
}
func (cls[T]) elem(s func(*Frame) sliceH, i func(*Frame) int64) any {
	return func(f *Frame) T {
		h := s(f)
		k := i(f)
		if uint64(k) >= uint64(h.n) {
			panicIndex(k, h.n)
		}
		return *(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(*new(T))))
	}
}
func (cls[T]) result(call func(*Frame) *Frame, off uintptr) any {
	return func(f *Frame) T {
		g := call(f)
		v := *(*T)(at(g, off))
		g.m.put(g)
		return v
	}
}
func (cls[T]) zero() any { return func(*Frame) T { var z T; return z } }
func (cls[T]) after(pre func(*Frame), x *expr) any {
	v := x.fn.(func(*Frame) T)
	return func(f *Frame) T { pre(f); return v(f) }
}
func (cls[T]) into(e *expr) func(*Frame, ptr) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame, p ptr) { *(*T)(p) = x(f) }
}
func (cls[T]) initLocal(off uintptr, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	switch {
	case e.isConst():
		k := x(nil)
		return func(f *Frame) { *(*T)(at(f, off)) = k }
	case e.loc != 0:
		l := e.loc
		return func(f *Frame) { *(*T)(at(f, off)) = *(*T)(at(f, l)) }
	}
	return func(f *Frame) { v := x(f); *(*T)(at(f, off)) = v }
}
func (o cls[T]) setLocal(_ *comp, off uintptr, e *expr) func(*Frame) { return o.initLocal(off, e) }
func (cls[T]) setAddr(_ *comp, a func(*Frame) ptr, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) { v := x(f); *(*T)(a(f)) = v }
}
func (cls[T]) setPtr(_ *comp, p func(*Frame) ptr, off uintptr, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) {
		v := x(f)
		q := p(f)
		if q == nil {
			nilDeref()
		}
		*(*T)(unsafe.Add(q, off)) = v
	}
}
func (cls[T]) setElem(_ *comp, s func(*Frame) sliceH, i func(*Frame) int64, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) {
		v := x(f)
		h := s(f)
		k := i(f)
		if uint64(k) >= uint64(h.n) {
			panicIndex(k, h.n)
		}
		*(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(v))) = v
	}
}
func (cls[T]) drop(_ *comp, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) { x(f) }
}
func (cls[T]) argLocal(src, dst uintptr) func(f, g *Frame) {
	return func(f, g *Frame) { *(*T)(at(g, dst)) = *(*T)(at(f, src)) }
}
func (o cls[T]) arg(e *expr, dst uintptr) func(f, g *Frame) {
	x := e.fn.(func(*Frame) T)
	switch {
	case e.isConst():
		k := x(nil)
		return func(_, g *Frame) { *(*T)(at(g, dst)) = k }
	case e.loc != 0:
		return o.argLocal(e.loc, dst)
	}
	return func(f, g *Frame) { v := x(f); *(*T)(at(g, dst)) = v }
}

// scalarOps are the ops of all classes but kMem.
var scalarOps = [...]ops{
	kBool: cls[bool]{}, kI8: cls[int8]{}, kI16: cls[int16]{}, kI32: cls[int32]{}, kI64: cls[int64]{},
	kU8: cls[uint8]{}, kU16: cls[uint16]{}, kU32: cls[uint32]{}, kU64: cls[uint64]{},
	kF32: cls[float32]{}, kF64: cls[float64]{}, kC64: cls[complex64]{}, kC128: cls[complex128]{},
	kStr: cls[string]{}, kPtr: cls[ptr]{}, kSlice: cls[sliceH]{}, kIface: cls[ifaceH]{},
}

// ops gives the operations of a type's class.
func (c *comp) ops(t types.Type) ops {
	if k := classOf(t); k != kMem {
		return scalarOps[k]
	}
	r := c.rt(t)
	return memOps{rtypeOf(r), r.Size()}
}
