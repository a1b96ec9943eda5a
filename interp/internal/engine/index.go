package engine

import (
	"go/ast"
	"go/types"
	"unsafe"
)

func (c *comp) index(e *ast.IndexExpr) *expr {
	if tv, ok := c.u.info.Types[e.X]; ok {
		if _, ok := tv.Type.Underlying().(*types.Signature); ok {
			return c.instantiated(e.X)
		}
	}
	x := c.expr(e.X)
	if u, ok := x.t.Underlying().(*types.Map); ok {
		r := c.mapIndex(x, c.as(e.Index, u.Key()), u)
		r.t = c.typeOf(e)
		if tup, ok := r.t.(*types.Tuple); ok { // as v, ok := m[k] records it
			r.t = tup.At(0).Type()
		}
		return r
	}
	return c.element(e, x, c.indexExpr(e.Index), c.typeOf(e))
}

// element is x[i] of anything but a map; t is its type.
func (c *comp) element(n ast.Node, x, i *expr, t types.Type) *expr {
	r := &expr{t: t, k: classOf(t), calls: x.calls || i.calls}
	switch u := x.t.Underlying().(type) {
	case *types.Basic:
		r.fn = stringIndex(x, i)
		return r
	case *types.Slice:
		r.addr = sliceElemAddrExpr(x, i, c.rt(t).Size())
		if r.fn = fastElem(r.k, x, i); r.fn == nil {
			if i.k.isUnsigned() {
				r.fn = c.ops(t).load(r.addr)
			} else {
				r.fn = c.ops(t).elem(x.slice(), i.int())
			}
		}
		return r
	case *types.Array:
		size := c.rt(t).Size()
		if x.loc != 0 && i.isConst() {
			return c.localExpr(t, x.loc+uintptr(i.int()(nil))*size)
		}
		p := memOps{c.rtype(x.t), c.rt(x.t).Size()}.value(c, x)
		a := arrayElemAddr(p, i, int(u.Len()), size)
		r.fn = c.ops(t).load(a)
		if x.addr != nil {
			r.addr = a
		} else if x.loc != 0 || x.inFrame != nil {
			r.inFrame = a
		}
		return r
	case *types.Pointer:
		arr := u.Elem().Underlying().(*types.Array)
		a := arrayElemAddr(checked(x.ptr()), i, int(arr.Len()), c.rt(t).Size())
		r.fn, r.addr = c.ops(t).load(a), a
		return r
	}
	c.fail(n, "index of %v", x.t)
	return nil
}

func stringIndex(x, i *expr) any {
	s, k, fault := x.str(), i.int(), i.outOfRange()
	if l := x.loc; l != 0 {
		return func(f *Frame) uint8 {
			j := k(f)
			v := *(*string)(at(f, l))
			if uint64(j) >= uint64(len(v)) {
				fault(j, len(v))
			}
			return v[j]
		}
	}
	return func(f *Frame) uint8 {
		v := s(f)
		j := k(f)
		if uint64(j) >= uint64(len(v)) {
			fault(j, len(v))
		}
		return v[j]
	}
}

// sliceElemAddr is the address of s[i], checked.
func sliceElemAddr(s func(*Frame) sliceH, i func(*Frame) int64, size uintptr) func(*Frame) ptr {
	return func(f *Frame) ptr {
		h := s(f)
		k := i(f)
		if uint64(k) >= uint64(h.n) {
			panicIndex(k, h.n)
		}
		return unsafe.Add(h.p, uintptr(k)*size)
	}
}

func sliceElemAddrExpr(x, i *expr, size uintptr) func(*Frame) ptr {
	s, k := x.slice(), i.int()
	switch {
	case i.k.isUnsigned():
		return func(f *Frame) ptr {
			h := s(f)
			j := k(f)
			if uint64(j) >= uint64(h.n) {
				panicIndexU(uint64(j), h.n)
			}
			return unsafe.Add(h.p, uintptr(j)*size)
		}
	case x.loc != 0 && i.loc != 0 && i.k == kI64:
		sl, il := x.loc, i.loc
		return func(f *Frame) ptr {
			h := (*sliceH)(at(f, sl))
			j := *(*int64)(at(f, il))
			if uint64(j) >= uint64(h.n) {
				panicIndex(j, h.n)
			}
			return unsafe.Add(h.p, uintptr(j)*size)
		}
	case x.loc != 0:
		sl := x.loc
		return func(f *Frame) ptr {
			j := k(f)
			h := (*sliceH)(at(f, sl))
			if uint64(j) >= uint64(h.n) {
				panicIndex(j, h.n)
			}
			return unsafe.Add(h.p, uintptr(j)*size)
		}
	}
	return sliceElemAddr(s, k, size)
}

func arrayElemAddr(p func(*Frame) ptr, i *expr, n int, size uintptr) func(*Frame) ptr {
	k, fault := i.int(), i.outOfRange()
	return func(f *Frame) ptr {
		q := p(f)
		j := k(f)
		if uint64(j) >= uint64(n) {
			fault(j, n)
		}
		return unsafe.Add(q, uintptr(j)*size)
	}
}

// sliceExpr is x[i:j] and x[i:j:k].
func (c *comp) sliceExpr(e *ast.SliceExpr) *expr {
	x := c.expr(e.X)
	t := c.typeOf(e)
	r := &expr{t: t, k: classOf(t), calls: x.calls}
	limit := func(e ast.Expr) *sliceBound {
		if e == nil {
			return nil
		}
		i := c.indexExpr(e)
		r.calls = r.calls || i.calls
		return &sliceBound{i.int(), i.k.isUnsigned()}
	}
	lo, hi, max := limit(e.Low), limit(e.High), limit(e.Max)
	var h func(*Frame) sliceH
	var elem types.Type
	array := true
	switch u := x.t.Underlying().(type) {
	case *types.Basic:
		r.fn = sliceString(x.str(), lo, hi)
		return r
	case *types.Slice:
		h, elem, array = x.slice(), u.Elem(), false
	case *types.Array:
		p, n := c.address(e, x), int(u.Len())
		h, elem = func(f *Frame) sliceH { return sliceH{p(f), n, n} }, u.Elem()
	case *types.Pointer:
		arr := u.Elem().Underlying().(*types.Array)
		p, n := checked(x.ptr()), int(arr.Len())
		h, elem = func(f *Frame) sliceH { return sliceH{p(f), n, n} }, arr.Elem()
	default:
		c.fail(e, "slice of %v", x.t)
	}
	size := c.rt(elem).Size()
	if max != nil {
		r.fn = sliceThree(h, lo, hi, max, size, array)
	} else {
		r.fn = sliceTwo(h, lo, hi, size, array)
	}
	return r
}

// sliceBound is a bound of a slice expression; nil if left out.
type sliceBound struct {
	v        func(*Frame) int64
	unsigned bool
}

// or evaluates b, which may be left out.
func (b *sliceBound) or(f *Frame, v int64) bound {
	if b == nil {
		return bound{v: v}
	}
	return bound{b.v(f), b.unsigned}
}

func sliceString(s func(*Frame) string, lo, hi *sliceBound) any {
	return func(f *Frame) string {
		v := s(f)
		i := lo.or(f, 0)
		j := hi.or(f, int64(len(v)))
		if uint64(j.v) > uint64(len(v)) || uint64(i.v) > uint64(j.v) {
			panicSlice(sliceH{n: len(v), cap: len(v)}, i, j, true)
		}
		return v[i.v:j.v]
	}
}

func sliceTwo(h func(*Frame) sliceH, lo, hi *sliceBound, size uintptr, array bool) any {
	return func(f *Frame) sliceH {
		s := h(f)
		i := lo.or(f, 0)
		j := hi.or(f, int64(s.n))
		if uint64(j.v) > uint64(s.cap) || uint64(i.v) > uint64(j.v) {
			panicSlice(s, i, j, array)
		}
		p := s.p
		if int64(s.cap) > i.v { // an empty rest must not point behind the array
			p = unsafe.Add(p, uintptr(i.v)*size)
		}
		return sliceH{p, int(j.v - i.v), s.cap - int(i.v)}
	}
}

func sliceThree(h func(*Frame) sliceH, lo, hi, max *sliceBound, size uintptr, array bool) any {
	return func(f *Frame) sliceH {
		s := h(f)
		i := lo.or(f, 0)
		j := hi.or(f, 0)
		k := max.or(f, 0)
		if uint64(k.v) > uint64(s.cap) || uint64(j.v) > uint64(k.v) || uint64(i.v) > uint64(j.v) {
			panicSlice3(s, i, j, k, array)
		}
		p := s.p
		if k.v > i.v {
			p = unsafe.Add(p, uintptr(i.v)*size)
		}
		return sliceH{p, int(j.v - i.v), int(k.v - i.v)}
	}
}
