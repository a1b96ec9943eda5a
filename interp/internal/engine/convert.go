package engine

import (
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"reflect"
)

// convert is assignment conversion of x to t. Only a conversion to an
// interface changes the value.
func (c *comp) convert(x *expr, t types.Type) *expr {
	to, ok := t.Underlying().(*types.Interface)
	switch {
	case !ok:
		return x.as(t)
	case x.isNil:
		return c.nilExpr(t)
	case isInterface(x.t):
		return c.convertIface(x, t, to)
	}
	if isUntyped(x.t) {
		if x.isConst() {
			x = c.constExpr(x.val, types.Default(x.t))
		} else {
			x = x.as(types.Default(x.t))
		}
	}
	return c.box(x, t, to)
}

// convertIface converts between interface types.
func (c *comp) convertIface(x *expr, t types.Type, to *types.Interface) *expr {
	if types.Identical(x.t.Underlying(), to) {
		return x.as(t)
	}
	v, from := x.iface(), isEface(x.t)
	r := &expr{t: t, k: kIface, calls: x.calls}
	if to.NumMethods() == 0 {
		r.fn = func(f *Frame) ifaceH {
			i := v(f)
			i.tab = typeWord(i, from)
			return i
		}
		return r
	}
	inter := c.rtype(t)
	r.fn = func(f *Frame) ifaceH {
		i := v(f)
		if w := typeWord(i, from); w != nil {
			i.tab = getitab(inter, w, false)
		}
		return i
	}
	return r
}

var fileType = reflect.TypeFor[*os.File]()

// box puts a value into an interface.
func (c *comp) box(x *expr, t types.Type, to *types.Interface) *expr {
	rt := c.rt(x.t)
	typ := rtypeOf(rt)
	tab := typ
	if to.NumMethods() > 0 {
		tab = getitab(c.rtype(t), typ, false)
	}
	r := &expr{t: t, k: kIface, calls: x.calls}
	switch into := c.ops(x.t).into(x); {
	case c.w.cfg.File != nil && rt == fileType:
		p, swap, inter := x.ptr(), c.w.cfg.File, c.rt(t)
		r.calls = true
		r.fn = func(f *Frame) ifaceH {
			q := p(f)
			if v := swap((*os.File)(q)); v != nil && reflect.TypeOf(v).Implements(inter) {
				i := fromAny(v)
				if to.NumMethods() > 0 {
					i.tab = getitab(rtypeOf(inter), i.tab, false)
				}
				return i
			}
			return ifaceH{tab, q}
		}
	case isDirect(rt) && x.k == kPtr:
		p := x.ptr()
		r.fn = func(f *Frame) ifaceH { return ifaceH{tab, p(f)} }
	case isDirect(rt): // a struct or array of one pointer
		p := memOps{typ, rt.Size()}.value(c, x)
		r.fn = func(f *Frame) ifaceH { return ifaceH{tab, *(*ptr)(p(f))} }
	case x.isConst():
		q := unsafeNew(typ)
		into(nil, q)
		r.fn = func(*Frame) ifaceH { return ifaceH{tab, q} }
	default:
		r.fn = func(f *Frame) ifaceH {
			q := unsafeNew(typ)
			into(f, q)
			return ifaceH{tab, q}
		}
	}
	return r
}

// conversion is T(x).
func (c *comp) conversion(e *ast.CallExpr) *expr {
	t := c.typeOf(e)
	arg := e.Args[0]
	tv := c.u.info.Types[arg]
	if tv.IsNil() {
		return c.zeroExpr(t) // typed: in an interface it is not nil any more
	}
	if tv.Value == nil {
		return c.explicit(e, c.expr(arg), t)
	}
	// a constant whose conversion is not one: to a type parameter's argument,
	// an interface, a slice, or an integer to a string at run time
	at := c.subst(tv.Type)
	k := classOf(t)
	b, _ := at.Underlying().(*types.Basic)
	if k.isNumber() && b != nil && b.Info()&types.IsNumeric != 0 {
		v := tv.Value
		if k.isInt() && v.Kind() != constant.Int {
			v = constant.ToInt(v)
		}
		x := c.constExpr(v, t)
		x.val = nil
		return x
	}
	if k == kIface && isUntyped(at) {
		return c.as(arg, t)
	}
	return c.explicit(e, c.constExpr(tv.Value, types.Default(at)), t)
}

// explicit converts x to t as T(x) does.
func (c *comp) explicit(n ast.Node, x *expr, t types.Type) *expr {
	k := classOf(t)
	if x.isNil {
		return c.zeroExpr(t)
	}
	if k == kIface {
		return c.convert(x, t)
	}
	if x.k == k && k != kF32 && k != kC64 || types.Identical(x.t.Underlying(), t.Underlying()) {
		y := x.as(t)
		y.val = nil // its value no longer belongs to the type
		return y
	}
	r := &expr{t: t, k: k, calls: x.calls}
	switch {
	case x.k == k:
		y := x.as(t)
		y.val = nil
		return y
	case x.k.isReal() && k.isReal():
		r.fn = convertNumber(x.fn, x.k, k)
	case x.k == kC64 && k == kC128:
		v := x.fn.(func(*Frame) complex64)
		r.fn = func(f *Frame) complex128 { return complex128(v(f)) }
	case x.k == kC128 && k == kC64:
		v := x.fn.(func(*Frame) complex128)
		r.fn = func(f *Frame) complex64 { return complex64(v(f)) }
	case k == kStr && x.k.isInt():
		r.fn = stringOfInt(x)
	case k == kStr && x.k == kSlice:
		r.fn = stringOfSlice(x)
	case k == kSlice && x.k == kStr:
		r.fn = sliceOfString(x, classOf(t.Underlying().(*types.Slice).Elem()))
	case k == kU64 && x.k == kPtr: // uintptr(unsafe.Pointer)
		p := x.ptr()
		r.fn = func(f *Frame) uint64 { return uint64(uintptr(p(f))) }
	case k == kPtr && x.k == kU64: // unsafe.Pointer(uintptr)
		v := x.fn.(func(*Frame) uint64)
		r.fn = func(f *Frame) ptr { u := uintptr(v(f)); return *(*ptr)(ptr(&u)) }
	case k == kPtr && x.k == kSlice: // to a pointer to an array
		n := int(t.Underlying().(*types.Pointer).Elem().Underlying().(*types.Array).Len())
		s := x.slice()
		r.fn = func(f *Frame) ptr { return arrayOf(s(f), n) }
	case k == kMem && x.k == kSlice: // to an array
		n := int(t.Underlying().(*types.Array).Len())
		s, at := x.slice(), c.rtype(t)
		r.fn = intoFn(func(f *Frame, p ptr) {
			q := arrayOf(s(f), n)
			if n > 0 {
				typedmemmove(at, p, q)
			}
		})
	}
	if r.fn == nil {
		c.fail(n, "conversion of %v to %v", x.t, t)
	}
	return r
}

func arrayOf(s sliceH, n int) ptr {
	if s.n < n {
		panicConvert(s.n, n)
	}
	return s.p
}

func stringOfInt(x *expr) any {
	v, unsigned := x.int(), x.k.isUnsigned()
	return func(f *Frame) string {
		n := v(f)
		if n < 0 && !unsigned || uint64(n) > 0x10ffff {
			n = 0xfffd
		}
		return string(rune(n))
	}
}

func stringOfSlice(x *expr) any {
	s := x.slice()
	if classOf(x.t.Underlying().(*types.Slice).Elem()) == kU8 {
		return func(f *Frame) string { h := s(f); return string(*(*[]byte)(ptr(&h))) }
	}
	return func(f *Frame) string { h := s(f); return string(*(*[]rune)(ptr(&h))) }
}

func sliceOfString(x *expr, elem class) any {
	s := x.str()
	if elem == kU8 {
		return func(f *Frame) sliceH { b := []byte(s(f)); return *(*sliceH)(ptr(&b)) }
	}
	return func(f *Frame) sliceH { b := []rune(s(f)); return *(*sliceH)(ptr(&b)) }
}

// convertNumber converts between real numbers of two classes.
func convertNumber(fn any, from, to class) any {
	switch from {
	case kI8:
		return convertFrom[int8](fn, to)
	case kI16:
		return convertFrom[int16](fn, to)
	case kI32:
		return convertFrom[int32](fn, to)
	case kI64:
		return convertFrom[int64](fn, to)
	case kU8:
		return convertFrom[uint8](fn, to)
	case kU16:
		return convertFrom[uint16](fn, to)
	case kU32:
		return convertFrom[uint32](fn, to)
	case kU64:
		return convertFrom[uint64](fn, to)
	case kF32:
		return convertFrom[float32](fn, to)
	case kF64:
		return convertFrom[float64](fn, to)
	}
	return nil
}

func convertFrom[A realNumber](fn any, to class) any {
	switch to {
	case kI8:
		return convertTo[A, int8](fn)
	case kI16:
		return convertTo[A, int16](fn)
	case kI32:
		return convertTo[A, int32](fn)
	case kI64:
		return convertTo[A, int64](fn)
	case kU8:
		return convertTo[A, uint8](fn)
	case kU16:
		return convertTo[A, uint16](fn)
	case kU32:
		return convertTo[A, uint32](fn)
	case kU64:
		return convertTo[A, uint64](fn)
	case kF32:
		return convertTo[A, float32](fn)
	case kF64:
		return convertTo[A, float64](fn)
	}
	return nil
}

func convertTo[A, B realNumber](fn any) any {
	x := fn.(func(*Frame) A)
	return func(f *Frame) B { return B(x(f)) }
}
