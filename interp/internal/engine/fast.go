package engine

import (
	"go/token"
	"unsafe"
)

// Forms for what inner loops do most, with frame slots as operands. Each
// returns nil where it has none and the general form serves.

// fastElem is s[i] with s or i, or both, in frame slots.
func fastElem(k class, s, i *expr) any {
	if s.loc == 0 && i.loc == 0 || i.k != kI64 {
		return nil
	}
	switch k {
	case kBool:
		return elemOf[bool](s, i)
	case kI32:
		return elemOf[int32](s, i)
	case kI64:
		return elemOf[int64](s, i)
	case kU8:
		return elemOf[uint8](s, i)
	case kU64:
		return elemOf[uint64](s, i)
	case kF64:
		return elemOf[float64](s, i)
	case kStr:
		return elemOf[string](s, i)
	case kPtr:
		return elemOf[ptr](s, i)
	case kSlice:
		return elemOf[sliceH](s, i)
	}
	return nil
}

func elemOf[T any](s, i *expr) any {
	sf, ifn, sl, il := s.slice(), i.fn.(func(*Frame) int64), s.loc, i.loc
	switch {
	case sl == 0:
		return func(f *Frame) T {
			h := sf(f)
			k := *(*int64)(at(f, il))
			if uint64(k) >= uint64(h.n) {
				panicIndex(k, h.n)
			}
			return *(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(*new(T))))
		}
	case il == 0:
		return func(f *Frame) T {
			k := ifn(f)
			h := (*sliceH)(at(f, sl))
			if uint64(k) >= uint64(h.n) {
				panicIndex(k, h.n)
			}
			return *(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(*new(T))))
		}
	}
	return func(f *Frame) T {
		h := (*sliceH)(at(f, sl))
		k := *(*int64)(at(f, il))
		if uint64(k) >= uint64(h.n) {
			panicIndex(k, h.n)
		}
		return *(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(*new(T))))
	}
}

// fastSetElem is s[i] = x with s and i in frame slots.
func fastSetElem(k class, s, i, x *expr) func(*Frame) {
	if s.loc == 0 || i.loc == 0 || i.k != kI64 {
		return nil
	}
	switch k {
	case kBool:
		return setElemOf[bool](s.loc, i.loc, x)
	case kI32:
		return setElemOf[int32](s.loc, i.loc, x)
	case kI64:
		return setElemOf[int64](s.loc, i.loc, x)
	case kU8:
		return setElemOf[uint8](s.loc, i.loc, x)
	case kU64:
		return setElemOf[uint64](s.loc, i.loc, x)
	case kF64:
		return setElemOf[float64](s.loc, i.loc, x)
	case kStr:
		return setElemOf[string](s.loc, i.loc, x)
	case kPtr:
		return setElemOf[ptr](s.loc, i.loc, x)
	}
	return nil
}

func setElemOf[T any](sl, il uintptr, e *expr) func(*Frame) {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) {
		v := x(f)
		h := (*sliceH)(at(f, sl))
		k := *(*int64)(at(f, il))
		if uint64(k) >= uint64(h.n) {
			panicIndex(k, h.n)
		}
		*(*T)(unsafe.Add(h.p, uintptr(k)*unsafe.Sizeof(v))) = v
	}
}

// fieldOfLocal is a field behind a pointer in a frame slot.
func fieldOfLocal(k class, l, off uintptr) any {
	switch k {
	case kBool:
		return fieldOf[bool](l, off)
	case kI32:
		return fieldOf[int32](l, off)
	case kI64:
		return fieldOf[int64](l, off)
	case kU64:
		return fieldOf[uint64](l, off)
	case kF64:
		return fieldOf[float64](l, off)
	case kStr:
		return fieldOf[string](l, off)
	case kPtr:
		return fieldOf[ptr](l, off)
	case kSlice:
		return fieldOf[sliceH](l, off)
	case kIface:
		return fieldOf[ifaceH](l, off)
	}
	return nil
}

func fieldOf[T any](l, off uintptr) any {
	return func(f *Frame) T {
		q := *(*ptr)(at(f, l))
		if q == nil {
			nilDeref()
		}
		return *(*T)(unsafe.Add(q, off))
	}
}

// fastLocalOp is x op= y for x in a frame slot.
func fastLocalOp(op token.Token, x, y *expr) stmt {
	if x.k != y.k {
		return nil
	}
	switch x.k {
	case kI32:
		return localOp[int32](op, x.loc, y)
	case kI64:
		return localOp[int64](op, x.loc, y)
	case kU8:
		return localOp[uint8](op, x.loc, y)
	case kU32:
		return localOp[uint32](op, x.loc, y)
	case kU64:
		return localOp[uint64](op, x.loc, y)
	case kF64:
		return localOp[float64](op, x.loc, y)
	}
	return nil
}

func localOp[T number](op token.Token, off uintptr, y *expr) stmt {
	v := y.fn.(func(*Frame) T)
	l := y.loc
	switch {
	case y.isConst() && op == token.ADD:
		k := v(nil)
		return func(f *Frame) ctl { *(*T)(at(f, off)) += k; return cNext }
	case y.isConst() && op == token.SUB:
		k := v(nil)
		return func(f *Frame) ctl { *(*T)(at(f, off)) -= k; return cNext }
	case l != 0 && op == token.ADD:
		return func(f *Frame) ctl { *(*T)(at(f, off)) += *(*T)(at(f, l)); return cNext }
	case op == token.ADD:
		return func(f *Frame) ctl { w := v(f); *(*T)(at(f, off)) += w; return cNext }
	case op == token.SUB:
		return func(f *Frame) ctl { w := v(f); *(*T)(at(f, off)) -= w; return cNext }
	case op == token.MUL:
		return func(f *Frame) ctl { w := v(f); *(*T)(at(f, off)) *= w; return cNext }
	}
	return nil
}

// fastAddrOp is *a op= y.
func fastAddrOp(op token.Token, k class, a func(*Frame) ptr, y *expr) stmt {
	if y.k != k {
		return nil
	}
	switch k {
	case kI32:
		return addrOp[int32](op, a, y)
	case kI64:
		return addrOp[int64](op, a, y)
	case kU8:
		return addrOp[uint8](op, a, y)
	case kU64:
		return addrOp[uint64](op, a, y)
	case kF64:
		return addrOp[float64](op, a, y)
	}
	return nil
}

func addrOp[T number](op token.Token, a func(*Frame) ptr, y *expr) stmt {
	v := y.fn.(func(*Frame) T)
	switch op {
	case token.ADD:
		return func(f *Frame) ctl { w := v(f); *(*T)(a(f)) += w; return cNext }
	case token.SUB:
		return func(f *Frame) ctl { w := v(f); *(*T)(a(f)) -= w; return cNext }
	case token.MUL:
		return func(f *Frame) ctl { w := v(f); *(*T)(a(f)) *= w; return cNext }
	}
	return nil
}

// fastRangeElem copies the current element of a range to a variable's slot.
func fastRangeElem(k class, s, i, dst uintptr) func(*Frame) {
	switch k {
	case kI64:
		return rangeElemOf[int64](s, i, dst)
	case kF64:
		return rangeElemOf[float64](s, i, dst)
	case kU8:
		return rangeElemOf[uint8](s, i, dst)
	case kStr:
		return rangeElemOf[string](s, i, dst)
	case kPtr:
		return rangeElemOf[ptr](s, i, dst)
	}
	return nil
}

func rangeElemOf[T any](s, i, dst uintptr) func(*Frame) {
	return func(f *Frame) {
		*(*T)(at(f, dst)) = *(*T)(unsafe.Add((*sliceH)(at(f, s)).p, uintptr(*(*int)(at(f, i)))*unsafe.Sizeof(*new(T))))
	}
}

// fastAppend is append(s, x) of one element.
func fastAppend(s func(*Frame) sliceH, x *expr, ep ptr) any {
	switch x.k {
	case kBool:
		return appendOne[bool](s, x, ep)
	case kI32:
		return appendOne[int32](s, x, ep)
	case kI64:
		return appendOne[int64](s, x, ep)
	case kU8:
		return appendOne[uint8](s, x, ep)
	case kF64:
		return appendOne[float64](s, x, ep)
	case kStr:
		return appendOne[string](s, x, ep)
	case kPtr:
		return appendOne[ptr](s, x, ep)
	case kSlice:
		return appendOne[sliceH](s, x, ep)
	case kIface:
		return appendOne[ifaceH](s, x, ep)
	}
	return nil
}

func appendOne[T any](s func(*Frame) sliceH, e *expr, ep ptr) any {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) sliceH {
		a := s(f)
		v := x(f)
		if a.n == a.cap {
			n := a.n
			a = growslice(ep, a, 1)
			a.n = n
		}
		*(*T)(unsafe.Add(a.p, uintptr(a.n)*unsafe.Sizeof(v))) = v
		a.n++
		return a
	}
}

// fastReturn is return x to a frame slot.
func fastReturn(x *expr, off uintptr) stmt {
	switch x.k {
	case kBool:
		return returnOf[bool](x, off)
	case kI64:
		return returnOf[int64](x, off)
	case kF64:
		return returnOf[float64](x, off)
	case kPtr:
		return returnOf[ptr](x, off)
	case kStr:
		return returnOf[string](x, off)
	case kIface:
		return returnOf[ifaceH](x, off)
	}
	return nil
}

func returnOf[T any](e *expr, off uintptr) stmt {
	x := e.fn.(func(*Frame) T)
	return func(f *Frame) ctl { v := x(f); *(*T)(at(f, off)) = v; return cReturn }
}
