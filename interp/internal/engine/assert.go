package engine

import (
	"go/ast"
	"go/types"
	"reflect"
)

// typeAssertionError is the layout of runtime.TypeAssertionError.
type typeAssertionError struct {
	inter, concrete, asserted ptr
	missing                   string
}

// panicAssert fails x.(T) with the runtime's own error type.
func panicAssert(inter, concrete, asserted ptr, missing string) {
	v := reflect.New(assertErrorType)
	*(*typeAssertionError)(v.UnsafePointer()) = typeAssertionError{inter, concrete, asserted, missing}
	panic(v.Interface())
}

// assertErrorType is runtime.TypeAssertionError; a test checks its layout.
var assertErrorType = func() (t reflect.Type) {
	defer func() { t = reflect.TypeOf(recover()).Elem() }()
	var x any = 1
	_ = x.(string)
	return nil
}()

// assertion gives a function that tests a value of x's type for t and gives it
// the first word that t wants.
func (c *comp) assertion(x *expr, t types.Type) func(v ifaceH) (ifaceH, bool) {
	from := isEface(x.t)
	ti, ok := t.Underlying().(*types.Interface)
	want := c.rtype(t)
	switch {
	case !ok:
		return func(v ifaceH) (ifaceH, bool) { return v, typeWord(v, from) == want }
	case ti.NumMethods() == 0:
		return func(v ifaceH) (ifaceH, bool) {
			v.tab = typeWord(v, from)
			return v, v.tab != nil
		}
	}
	return func(v ifaceH) (ifaceH, bool) {
		w := typeWord(v, from)
		if w == nil {
			return ifaceH{}, false
		}
		tab := getitab(want, w, true)
		if tab == nil {
			return ifaceH{}, false
		}
		return ifaceH{tab, v.data}, true
	}
}

// unboxed is the value of a checked interface of type t in the slot at off.
func (c *comp) unboxed(t types.Type, off uintptr) *expr {
	switch {
	case isInterface(t):
		return c.localExpr(t, off)
	case isDirect(c.rt(t)):
		return c.localExpr(t, off+8)
	}
	// the data word of a boxed value points to memory that nobody writes
	return &expr{t: t, k: classOf(t), fn: c.ops(t).load(func(f *Frame) ptr { return *(*ptr)(at(f, off+8)) })}
}

// typeAssert is x.(t).
func (c *comp) typeAssert(x *expr, t types.Type) *expr {
	off := c.slot(ifaceType)
	test, v := c.assertion(x, t), x.iface()
	inter, want := c.rtype(x.t), c.rtype(t)
	from, to := isEface(x.t), isInterface(t)
	check := func(f *Frame) {
		i := v(f)
		r, ok := test(i)
		if !ok {
			w := typeWord(i, from)
			missing := ""
			if to && w != nil {
				missing = missingMethod(typeOfRtype(want), typeOfRtype(w))
			}
			panicAssert(inter, w, want, missing)
		}
		*(*ifaceH)(at(f, off)) = r
	}
	u := c.unboxed(t, off)
	return &expr{t: t, k: u.k, calls: true, fn: c.ops(t).after(check, u)}
}

// missingMethod names the first method of interface type t that r lacks.
func missingMethod(t, r reflect.Type) string {
	for i := range t.NumMethod() {
		m := t.Method(i)
		if rm, ok := r.MethodByName(m.Name); !ok || rm.Type == nil {
			return m.Name
		}
	}
	if t.NumMethod() == 0 {
		return ""
	}
	return t.Method(0).Name
}

// assertMulti is v, ok := x.(T).
func (c *comp) assertMulti(e *ast.TypeAssertExpr) (eval func(*Frame), vals []*expr) {
	x := c.expr(e.X)
	t := c.typeOf(e.Type)
	test, v := c.assertion(x, t), x.iface()
	off, ok := c.slot(ifaceType), c.slot(boolType)
	rt := c.rt(t)
	dst, r := c.slot(rt), rtypeOf(rt)
	into := c.ops(t).into(c.unboxed(t, off))
	return func(f *Frame) {
		w, is := test(v(f))
		*(*bool)(at(f, ok)) = is
		if !is {
			typedmemclr(r, at(f, dst))
			return
		}
		*(*ifaceH)(at(f, off)) = w
		into(f, at(f, dst))
	}, []*expr{c.localExpr(t, dst), c.localExpr(types.Typ[types.Bool], ok)}
}
