package engine

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"unsafe"
)

// expr is a compiled expression.
type expr struct {
	t       types.Type
	k       class
	fn      any              // func(*Frame) T for k's T; intoFn for kMem
	loc     uintptr          // the frame slot where the value lies, or 0
	addr    func(*Frame) ptr // where the value lies outside of the frame, nil-checked, or nil
	inFrame func(*Frame) ptr // where it lies in the frame at a place that the index decides, or nil
	val     constant.Value   // of a constant
	cmp     *intTest         // set for a comparison of ints in frame slots
	isNil   bool             // the literal nil
	calls   bool             // runs functions, receives, or reads a map: see the package comment
}

func (x *expr) isConst() bool { return x.val != nil }

// as gives x another type of the same class.
func (x *expr) as(t types.Type) *expr {
	y := *x
	y.t = t
	return &y
}

func (x *expr) bool() func(*Frame) bool    { return x.fn.(func(*Frame) bool) }
func (x *expr) str() func(*Frame) string   { return x.fn.(func(*Frame) string) }
func (x *expr) ptr() func(*Frame) ptr      { return x.fn.(func(*Frame) ptr) }
func (x *expr) slice() func(*Frame) sliceH { return x.fn.(func(*Frame) sliceH) }
func (x *expr) iface() func(*Frame) ifaceH { return x.fn.(func(*Frame) ifaceH) }

// place gives where the value lies, for reading it at once; nil if it lies
// nowhere. The pointer may be into the frame.
func (x *expr) place() func(*Frame) ptr {
	if x.addr != nil {
		return x.addr
	}
	if l := x.loc; l != 0 {
		return func(f *Frame) ptr { return at(f, l) }
	}
	return x.inFrame
}

// local is where a variable lives in the frame: its value, or a pointer to its
// cell.
type local struct {
	off  uintptr
	cell bool
	t    types.Type
}

// comp is the context in which one function's code is made.
type comp struct {
	w        *World
	u        *unit
	fn       *Func
	sig      *types.Signature // without type parameters and receiver
	env      *typeEnv
	esc      escaping
	parent   *comp // of a function literal
	vars     map[types.Object]local
	caps     []types.Object // captured variables, in the order of the closure's cells
	capIndex map[types.Object]int
	off      uintptr // end of the frame so far
	fields   []slotField
	temps    []slotField                // slots in use by the current statements
	locals   []slotField                // slots of variables in scope
	unused   map[reflect.Type][]uintptr // slots free for others
	res      []resultVar
	labels   map[string]*label
	codes    ctl // next free control code
	literals int // function literals so far, for their names
	hasDefer bool
	pending  *label // label of the statement being compiled
}

type resultVar struct {
	obj types.Object // nil if unnamed
	off uintptr
	t   types.Type
}

func (w *World) newComp(u *unit, fn *Func, sig *types.Signature, env *typeEnv, esc escaping) *comp {
	return &comp{
		w: w, u: u, fn: fn, sig: sig, env: env, esc: esc,
		vars:     map[types.Object]local{},
		capIndex: map[types.Object]int{},
		labels:   map[string]*label{},
		unused:   map[reflect.Type][]uintptr{},
		codes:    cUser,
	}
}

// nested is the context of a function literal inside c.
func (c *comp) nested(fn *Func, sig *types.Signature) *comp {
	n := c.w.newComp(c.u, fn, sig, c.env, c.esc)
	n.parent = c
	return n
}

// subst puts type arguments in the place of type parameters.
func (c *comp) subst(t types.Type) types.Type {
	if c.env == nil || t == nil {
		return t
	}
	return c.env.Subst(t)
}

func (c *comp) typeOf(e ast.Expr) types.Type { return c.subst(c.u.info.TypeOf(e)) }

// rt is the run-time type of t.
func (c *comp) rt(t types.Type) reflect.Type { return c.w.rt(t) }

// rtype is the descriptor of t.
func (c *comp) rtype(t types.Type) ptr { return rtypeOf(c.w.rt(t)) }

// slot reserves room in the frame for a temporary, until the end of the
// statement that is being compiled.
func (c *comp) slot(t reflect.Type) uintptr {
	o := c.takeSlot(t)
	c.temps = append(c.temps, slotField{o, t})
	return o
}

// varSlot reserves room for a variable, until the end of its block.
func (c *comp) varSlot(t reflect.Type) uintptr {
	o := c.takeSlot(t)
	c.locals = append(c.locals, slotField{o, t})
	return o
}

// takeSlot reuses a slot of the type that is free, or makes one. What a slot
// held before stays in it: every user writes it first.
func (c *comp) takeSlot(t reflect.Type) uintptr {
	if l := c.unused[t]; len(l) > 0 {
		c.unused[t] = l[:len(l)-1]
		return l[len(l)-1]
	}
	return c.newSlot(t)
}

// newSlot is a slot for the whole function.
func (c *comp) newSlot(t reflect.Type) uintptr {
	o := align(c.off, t)
	c.off = o + max(t.Size(), 1)
	c.fields = append(c.fields, slotField{o, t})
	return o
}

// release frees the slots of list behind n.
func (c *comp) release(list *[]slotField, n int) {
	for _, s := range (*list)[n:] {
		c.unused[s.typ] = append(c.unused[s.typ], s.off)
	}
	*list = (*list)[:n]
}

// localExpr is the value in a slot.
func (c *comp) localExpr(t types.Type, off uintptr) *expr {
	return &expr{t: t, k: classOf(t), fn: c.ops(t).local(off), loc: off}
}

// declare gives a local variable its place.
func (c *comp) declare(o types.Object) local {
	t := c.subst(o.Type())
	v := local{t: t}
	if c.esc.has(o) {
		v.cell = true
		v.off = c.varSlot(ptrType)
	} else {
		v.off = c.varSlot(c.rt(t))
	}
	c.vars[o] = v
	return v
}

// fresh makes the variable anew, zero.
func (c *comp) fresh(v local) func(*Frame) {
	off := v.off
	if v.cell {
		r := c.rtype(v.t)
		return func(f *Frame) { *(*ptr)(at(f, off)) = unsafeNew(r) }
	}
	if classOf(v.t) == kMem {
		r := c.rtype(v.t)
		return func(f *Frame) { typedmemclr(r, at(f, off)) }
	}
	return c.ops(v.t).initLocal(off, c.zeroExpr(v.t))
}

// initVar declares o and gives it the value x, which was compiled before.
func (c *comp) initVar(o types.Object, x *expr) func(*Frame) {
	return c.initLocal(c.declare(o), x)
}

func (c *comp) initLocal(v local, x *expr) func(*Frame) {
	op, off := c.ops(v.t), v.off
	if !v.cell {
		return op.initLocal(off, x)
	}
	r, into := c.rtype(v.t), op.into(x)
	return func(f *Frame) {
		p := unsafeNew(r)
		into(f, p)
		*(*ptr)(at(f, off)) = p
	}
}

// varExpr is the value of a variable: local, captured or of a package.
func (c *comp) varExpr(n ast.Node, o *types.Var) *expr {
	if v, ok := c.vars[o]; ok {
		off := v.off
		if !v.cell {
			return c.localExpr(v.t, off)
		}
		return &expr{t: v.t, k: classOf(v.t), fn: c.ops(v.t).cell(off),
			addr: func(f *Frame) ptr { return *(*ptr)(at(f, off)) }}
	}
	t := c.subst(o.Type())
	if isPackageLevel(o) {
		p := c.w.globalPtr(o)
		return &expr{t: t, k: classOf(t), fn: c.ops(t).global(p), addr: func(*Frame) ptr { return p }}
	}
	if c.parent == nil {
		c.fail(n, "variable %s is not declared in %s", o.Name(), c.fn.name)
	}
	i, ok := c.capIndex[o]
	if !ok {
		i = len(c.caps)
		c.capIndex[o] = i
		c.caps = append(c.caps, o)
	}
	off := uintptr(i) * unsafe.Sizeof(ptr(nil))
	return &expr{t: t, k: classOf(t), fn: c.ops(t).captured(off),
		addr: func(f *Frame) ptr { return capCell(f, off) }}
}

func isPackageLevel(o types.Object) bool {
	return o.Pkg() != nil && o.Parent() == o.Pkg().Scope()
}

// cellPtr gives the cell of a variable that an inner function captures.
func (c *comp) cellPtr(n ast.Node, o types.Object) func(*Frame) ptr {
	x := c.varExpr(n, o.(*types.Var))
	return c.address(n, x)
}

// address gives a pointer to where x lives, which may be kept. An x in the
// frame is a miss of escape analysis.
func (c *comp) address(n ast.Node, x *expr) func(*Frame) ptr {
	if x.addr == nil {
		if x.loc != 0 || x.inFrame != nil {
			c.fail(n, "cannot take the address of this: escape analysis did not see it")
		}
		c.fail(n, "cannot take the address of this expression")
	}
	return x.addr
}

// compileDecl makes the code of a declared function.
func (w *World) compileDecl(fn *Func, d *decl, env *typeEnv, sig *types.Signature) {
	c := w.newComp(d.u, fn, sig, env, d.u.escapes(d.node))
	var recv types.Object
	if d.node.Recv != nil && len(d.node.Recv.List[0].Names) > 0 {
		recv = d.u.info.Defs[d.node.Recv.List[0].Names[0]]
	}
	c.body(recv, d.node.Type, d.node.Body)
}

// body compiles parameters, results and statements into c.fn and seals it.
func (c *comp) body(recv types.Object, ft *ast.FuncType, body *ast.BlockStmt) {
	defer c.locate(body)
	fn := c.fn
	c.fields = fn.lay.fields()
	c.off = fn.lay.end
	var pro []func(*Frame)
	param := func(o types.Object, off uintptr, t types.Type) {
		if o == nil || o.Name() == "_" {
			return
		}
		if !c.esc.has(o) {
			c.vars[o] = local{t: t, off: off}
			return
		}
		v := local{t: t, cell: true, off: c.newSlot(ptrType)}
		c.vars[o] = v
		r := c.rtype(t)
		pro = append(pro, func(f *Frame) {
			p := unsafeNew(r)
			typedmemmove(r, p, at(f, off))
			*(*ptr)(at(f, v.off)) = p
		})
	}
	if fn.recvType != nil {
		off := c.newSlot(fn.recvType)
		if off != fn.recvOff {
			panic("engine: receiver slot of " + fn.name)
		}
		if recv != nil {
			param(recv, off, c.subst(recv.Type()))
		}
	}
	i := 0
	for n := range fieldNames(ft.Params) {
		if n != nil {
			param(c.u.info.Defs[n], fn.lay.params[i], c.sig.Params().At(i).Type())
		}
		i++
	}
	c.hasDefer = hasDefer(body)
	i = 0
	for n := range fieldNames(ft.Results) {
		t, off := c.sig.Results().At(i).Type(), fn.lay.results[i]
		rv := resultVar{off: off, t: t}
		if n != nil || c.hasDefer {
			// a recovered panic returns what the results hold
			pro = append(pro, c.fresh(local{t: t, off: off}))
		}
		if n != nil && n.Name != "_" {
			rv.obj = c.u.info.Defs[n]
			param(rv.obj, off, t)
		}
		c.res = append(c.res, rv)
		i++
	}
	c.findTargets(body)
	code := c.block(body.List)
	var epi []func(*Frame)
	for _, r := range c.res {
		if v := c.vars[r.obj]; r.obj != nil && v.cell {
			t, off := c.rtype(r.t), r.off
			epi = append(epi, func(f *Frame) { typedmemmove(t, at(f, off), *(*ptr)(at(f, v.off))) })
		}
	}
	fn.code = c.frameCode(code, pro, epi)
	fn.seal(c.fields)
}

// frameCode puts prologue, deferred calls and epilogue round a body.
func (c *comp) frameCode(code stmt, pro, epi []func(*Frame)) func(*Frame) ctl {
	run := code
	switch len(pro) {
	case 0:
	case 1:
		p := pro[0]
		run = func(f *Frame) ctl { p(f); return code(f) }
	default:
		run = func(f *Frame) ctl {
			for _, p := range pro {
				p(f)
			}
			return code(f)
		}
	}
	if c.hasDefer {
		inner := run
		run = func(f *Frame) ctl { return runDefer(f, inner) }
	}
	if len(epi) > 0 {
		inner := run
		run = func(f *Frame) ctl {
			r := inner(f)
			for _, e := range epi {
				e(f)
			}
			return r
		}
	}
	return run
}

// fieldNames yields the names of a parameter or result list, nil for an
// unnamed one.
func fieldNames(l *ast.FieldList) func(func(*ast.Ident) bool) {
	return func(yield func(*ast.Ident) bool) {
		if l == nil {
			return
		}
		for _, f := range l.List {
			if len(f.Names) == 0 && !yield(nil) {
				return
			}
			for _, n := range f.Names {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// hasDefer tells whether the body has a defer of its own: one in the body of a
// range over a function counts, one in a function literal does not.
func hasDefer(b *ast.BlockStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = true
		}
		return !found
	})
	return found
}
