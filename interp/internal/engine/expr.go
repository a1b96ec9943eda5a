package engine

import (
	"go/ast"
	"go/token"
	"go/types"
	"unsafe"
)

// expr compiles e with the type that go/types gave it. Where the context wants
// another type, as is to be used.
func (c *comp) expr(e ast.Expr) *expr {
	tv := c.u.info.Types[e]
	switch {
	case tv.Value != nil:
		return c.constExpr(tv.Value, c.subst(tv.Type))
	case tv.IsNil():
		return c.nilExpr(c.subst(tv.Type))
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.expr(e.X)
	case *ast.Ident:
		return c.ident(e)
	case *ast.FuncLit:
		return c.funcLit(e)
	case *ast.CompositeLit:
		return c.compositeLit(e, c.typeOf(e))
	case *ast.SelectorExpr:
		return c.selector(e)
	case *ast.IndexExpr:
		return c.index(e)
	case *ast.IndexListExpr:
		return c.instantiated(e.X)
	case *ast.SliceExpr:
		return c.sliceExpr(e)
	case *ast.StarExpr:
		return c.deref(c.expr(e.X), c.typeOf(e))
	case *ast.UnaryExpr:
		return c.unary(e)
	case *ast.BinaryExpr:
		return c.binary(e)
	case *ast.CallExpr:
		return c.call(e)
	case *ast.TypeAssertExpr:
		return c.typeAssert(c.expr(e.X), c.typeOf(e))
	}
	c.fail(e, "expression %T", e)
	return nil
}

// as compiles e and converts it implicitly to t.
func (c *comp) as(e ast.Expr, t types.Type) *expr {
	tv := c.u.info.Types[e]
	switch {
	case tv.IsNil():
		return c.nilExpr(t)
	case tv.Value != nil && isUntyped(c.subst(tv.Type)):
		if isInterface(t) {
			return c.convert(c.constExpr(tv.Value, types.Default(c.subst(tv.Type))), t)
		}
		return c.constExpr(tv.Value, t)
	}
	return c.convert(c.expr(e), t)
}

// call compiles a conversion, a builtin with a value, or a call with one
// result.
func (c *comp) call(e *ast.CallExpr) *expr {
	if c.u.info.Types[e.Fun].IsType() {
		return c.conversion(e)
	}
	if name, ok := c.builtinName(e.Fun); ok {
		return c.builtin(e, name)
	}
	return c.callExpr(e)
}

func (c *comp) deref(x *expr, t types.Type) *expr {
	p := x.ptr()
	return &expr{t: t, k: classOf(t), fn: c.ops(t).fromPtr(p, 0), addr: checked(p), calls: x.calls}
}

// checked is p, which panics instead of being nil.
func checked(p func(*Frame) ptr) func(*Frame) ptr {
	return func(f *Frame) ptr {
		q := p(f)
		if q == nil {
			nilDeref()
		}
		return q
	}
}

func (c *comp) ident(e *ast.Ident) *expr {
	o := c.u.info.Uses[e]
	if o == nil {
		o = c.u.info.Defs[e]
	}
	switch o := o.(type) {
	case *types.Var:
		return c.varExpr(e, o)
	case *types.Func:
		var args []types.Type
		if inst, ok := c.u.info.Instances[e]; ok {
			args = c.typeArgs(inst.TypeArgs)
		}
		return c.funcValue(e, o, args)
	case *types.Nil:
		return c.nilExpr(types.Typ[types.UntypedNil])
	}
	c.fail(e, "%s is not a value", e.Name)
	return nil
}

func (c *comp) typeArgs(l *types.TypeList) []types.Type {
	var a []types.Type
	for t := range l.Types() {
		a = append(a, c.subst(t))
	}
	return a
}

// instantiated is a generic function with explicit type arguments.
func (c *comp) instantiated(e ast.Expr) *expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return c.ident(e)
	case *ast.SelectorExpr:
		return c.ident(e.Sel)
	}
	c.fail(e, "instantiation of %T", e)
	return nil
}

func (c *comp) selector(e *ast.SelectorExpr) *expr {
	sel := c.u.info.Selections[e]
	if sel == nil { // pkg.Name
		return c.ident(e.Sel)
	}
	switch sel.Kind() {
	case types.MethodVal:
		return c.methodValue(e)
	case types.MethodExpr:
		return c.methodExpr(e)
	}
	x := c.expr(e.X)
	for _, i := range c.fieldPath(x.t, sel) {
		x = c.field(x, i)
	}
	return x.as(c.typeOf(e))
}

// fieldPath is the path to a selected field from a value of type t. Under a
// type parameter's substitution it may differ from the one go/types found.
func (c *comp) fieldPath(t types.Type, sel *types.Selection) []int {
	if c.env != nil {
		if o, path, _ := types.LookupFieldOrMethod(t, true, sel.Obj().Pkg(), sel.Obj().Name()); o != nil {
			return path
		}
	}
	return sel.Index()
}

// field is the i-th field of x, a struct or a pointer to one.
func (c *comp) field(x *expr, i int) *expr {
	if p, ok := x.t.Underlying().(*types.Pointer); ok {
		return c.fieldOfPtr(x, p.Elem(), i)
	}
	ft := x.t.Underlying().(*types.Struct).Field(i).Type()
	off := c.rt(x.t).Field(i).Offset
	if x.loc != 0 {
		return c.localExpr(ft, x.loc+off)
	}
	p := memOps{c.rtype(x.t), c.rt(x.t).Size()}.value(c, x) // a copy of a call's result, for example
	a := func(f *Frame) ptr { return unsafe.Add(p(f), off) }
	r := &expr{t: ft, k: classOf(ft), fn: c.ops(ft).load(a), calls: x.calls}
	switch {
	case x.addr != nil:
		r.addr = a
	case x.inFrame != nil:
		r.inFrame = a
	}
	return r
}

func (c *comp) fieldOfPtr(x *expr, st types.Type, i int) *expr {
	ft := st.Underlying().(*types.Struct).Field(i).Type()
	off := c.rt(st).Field(i).Offset
	r := &expr{t: ft, k: classOf(ft), calls: x.calls}
	if l := x.loc; l != 0 {
		r.addr = func(f *Frame) ptr {
			q := *(*ptr)(at(f, l))
			if q == nil {
				nilDeref()
			}
			return unsafe.Add(q, off)
		}
		if r.fn = fieldOfLocal(r.k, l, off); r.fn == nil {
			r.fn = c.ops(ft).fromPtr(x.ptr(), off)
		}
		return r
	}
	p := x.ptr()
	r.fn = c.ops(ft).fromPtr(p, off)
	r.addr = func(f *Frame) ptr {
		q := p(f)
		if q == nil {
			nilDeref()
		}
		return unsafe.Add(q, off)
	}
	return r
}

func (c *comp) unary(e *ast.UnaryExpr) *expr {
	switch e.Op {
	case token.AND:
		return c.addressOf(e)
	case token.ARROW:
		return c.recvExpr(e)
	}
	x := c.expr(e.X)
	r := &expr{t: c.typeOf(e), k: x.k, calls: x.calls}
	switch e.Op {
	case token.ADD:
		return x
	case token.SUB:
		r.fn = negate(x)
	case token.XOR:
		r.fn = complement(x)
	case token.NOT:
		b := x.bool()
		r.fn = func(f *Frame) bool { return !b(f) }
	}
	if r.fn == nil {
		c.fail(e, "operator %v on %v", e.Op, x.t)
	}
	return r
}

// addressOf is &x: of a composite literal it makes a new variable.
func (c *comp) addressOf(e *ast.UnaryExpr) *expr {
	t := c.typeOf(e)
	if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
		return c.newOf(t, c.compositeLit(lit, c.typeOf(lit)))
	}
	x := c.expr(e.X)
	return &expr{t: t, k: kPtr, fn: c.address(e, x), calls: x.calls}
}

// newOf is a pointer, of type t, to a new variable that holds x.
func (c *comp) newOf(t types.Type, x *expr) *expr {
	r, into := c.rtype(x.t), c.ops(x.t).into(x)
	return &expr{t: t, k: kPtr, calls: x.calls, fn: func(f *Frame) ptr {
		p := unsafeNew(r)
		into(f, p)
		return p
	}}
}
