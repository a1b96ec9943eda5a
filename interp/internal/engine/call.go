package engine

import (
	"go/ast"
	"go/types"
	"slices"
	"unsafe"
)

// callable is a compiled call: prep takes a frame of the callee on m and fills
// it with what f's code evaluates now. Running the frame is a second step, so
// that defer and go can put it off. call does both on f's own machine.
type callable struct {
	sig  *types.Signature // with type arguments in place
	lay  *layout
	prep func(f *Frame, m *Machine) *Frame
	call func(f *Frame) *Frame
}

// An argFn evaluates an argument or receiver in f and stores it in g.
type argFn func(f, g *Frame)

// prepared is a callable that gets its frame from take and fills it.
func prepared(sig *types.Signature, lay *layout, take func(f *Frame, m *Machine) *Frame, as []argFn) *callable {
	prep := take
	if len(as) > 0 {
		prep = func(f *Frame, m *Machine) *Frame {
			g := take(f, m)
			for _, a := range as {
				a(f, g)
			}
			return g
		}
	}
	return &callable{sig: sig, lay: lay, prep: prep, call: func(f *Frame) *Frame {
		g := prep(f, f.m)
		g.call()
		return g
	}}
}

// static is a callable of one Func. The arguments' closures are called without
// a loop where there are few.
func static(sig *types.Signature, fn *Func, as []argFn) *callable {
	cl := prepared(sig, fn.lay, func(_ *Frame, m *Machine) *Frame { return m.get(fn) }, as)
	switch len(as) {
	case 0:
		cl.call = func(f *Frame) *Frame { g := f.m.get(fn); g.call(); return g }
	case 1:
		a := as[0]
		cl.call = func(f *Frame) *Frame { g := f.m.get(fn); a(f, g); g.call(); return g }
	case 2:
		a, b := as[0], as[1]
		cl.call = func(f *Frame) *Frame { g := f.m.get(fn); a(f, g); b(f, g); g.call(); return g }
	case 3:
		a, b, c := as[0], as[1], as[2]
		cl.call = func(f *Frame) *Frame {
			g := f.m.get(fn)
			a(f, g)
			b(f, g)
			c(f, g)
			g.call()
			return g
		}
	}
	return cl
}

// callExpr is a call with one result.
func (c *comp) callExpr(e *ast.CallExpr) *expr {
	cl := c.callable(e)
	if cl.sig.Results().Len() != 1 {
		c.fail(e, "call with %d results used as a value", cl.sig.Results().Len())
	}
	t := c.typeOf(e)
	return &expr{t: t, k: classOf(t), calls: true, fn: c.ops(t).result(cl.call, cl.lay.results[0])}
}

// callStmt is a call for its effect.
func (c *comp) callStmt(e *ast.CallExpr) stmt {
	run := c.callable(e).call
	return func(f *Frame) ctl { g := run(f); g.m.put(g); return cNext }
}

// callMulti is a call with several results: eval runs it, vals read them, done
// gives the callee's frame back.
func (c *comp) callMulti(e *ast.CallExpr) (eval func(*Frame), vals []*expr, done func(*Frame)) {
	cl := c.callable(e)
	run, slot := cl.call, c.slot(ptrType)
	frame := func(f *Frame) *Frame { return *(**Frame)(at(f, slot)) }
	for i := range cl.sig.Results().Len() {
		t, off := cl.sig.Results().At(i).Type(), cl.lay.results[i]
		vals = append(vals, &expr{t: t, k: classOf(t), fn: c.ops(t).load(func(f *Frame) ptr { return at(frame(f), off) })})
	}
	eval = func(f *Frame) { *(**Frame)(at(f, slot)) = run(f) }
	done = func(f *Frame) {
		g := frame(f)
		*(**Frame)(at(f, slot)) = nil
		g.m.put(g)
	}
	return eval, vals, done
}

// callee strips parentheses and explicit type arguments.
func (c *comp) callee(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		if t := c.u.info.TypeOf(x.X); t != nil {
			if _, ok := t.Underlying().(*types.Signature); ok {
				return ast.Unparen(x.X)
			}
		}
		return x
	case *ast.IndexListExpr:
		return ast.Unparen(x.X)
	default:
		return x
	}
}

func (c *comp) callable(e *ast.CallExpr) *callable {
	var id *ast.Ident
	switch x := c.callee(e.Fun).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		s := c.u.info.Selections[x]
		if s != nil && s.Kind() == types.MethodVal {
			return c.methodCall(e, x)
		}
		if s == nil {
			id = x.Sel
		}
	case *ast.FuncLit:
		return c.literalCall(e, x)
	}
	if id != nil {
		if o, ok := c.u.info.Uses[id].(*types.Func); ok {
			return c.staticCall(e, id, o)
		}
	}
	return c.valueCall(e)
}

// literalCall calls a function literal where it stands: no func value is made.
func (c *comp) literalCall(e *ast.CallExpr, lit *ast.FuncLit) *callable {
	sig := c.typeOf(lit).Underlying().(*types.Signature)
	fn, caps := c.literal(lit, sig)
	as := c.args(e, sig, fn.lay)
	if len(caps) > 0 {
		as = append(as, func(f, g *Frame) { g.caps = capture(f, caps) })
	}
	return static(sig, fn, as)
}

// staticCall calls a declared function.
func (c *comp) staticCall(e *ast.CallExpr, id *ast.Ident, o *types.Func) *callable {
	sig := o.Signature()
	var targs []types.Type
	if in, ok := c.u.info.Instances[id]; ok {
		targs = c.typeArgs(in.TypeArgs)
		sig = in.Type.(*types.Signature)
	}
	sig = c.plain(sig)
	fn, fv := c.function(e, o, targs, sig)
	as := c.args(e, sig, fn.lay)
	if fv != nil {
		as = append(as, func(_, g *Frame) { g.caps = fv })
	}
	return static(sig, fn, as)
}

// plain is a signature without receiver and type parameters, with type
// arguments in place.
func (c *comp) plain(s *types.Signature) *types.Signature {
	if s.Recv() != nil || s.TypeParams().Len() > 0 || s.RecvTypeParams().Len() > 0 {
		s = types.NewSignatureType(nil, nil, nil, s.Params(), s.Results(), s.Variadic())
	}
	return c.subst(s).(*types.Signature)
}

// function finds what runs a declared function: for a compiled one the bridge
// to it and the func value that goes into the frame's caps.
func (c *comp) function(n ast.Node, o *types.Func, targs []types.Type, sig *types.Signature) (*Func, ptr) {
	if fn := c.w.intrinsic(o); fn != nil {
		return fn, nil
	}
	if fv, ok := c.w.compiledFunc(o, targs); ok {
		return c.w.bridge(c.rt(sig), false), fv
	}
	fn := c.w.funcFor(o, targs)
	if fn == nil {
		c.fail(n, "%s has no Go source and no compiled form here", o.FullName())
	}
	return fn, nil
}

// compiledFunc is the func value of a compiled function.
func (w *World) compiledFunc(o *types.Func, targs []types.Type) (ptr, bool) {
	if o.Signature().Recv() != nil {
		return nil, false
	}
	v, ok := w.symbol(o)
	if len(targs) > 0 {
		v, ok = w.instanceSymbol(o, targs)
	}
	if !ok || v.Kind() != funcKind || v.IsNil() {
		return nil, false
	}
	return fromAny(v.Interface()).data, true
}

// valueCall calls a func value.
func (c *comp) valueCall(e *ast.CallExpr) *callable {
	x := c.expr(e.Fun)
	sig := c.plain(x.t.Underlying().(*types.Signature))
	ft := c.rt(sig)
	before, as := c.lateArgs(e, sig, layoutOf(ft), x)
	fv := x.ptr()
	bridge := c.w.bridge(ft, false)
	return prepared(sig, layoutOf(ft), func(f *Frame, m *Machine) *Frame {
		before.run(f)
		v := fv(f)
		if v != nil {
			if cl := closureOf(v); cl != nil {
				return cl.enter(m)
			}
		}
		g := m.get(bridge) // of nil: the call will fault, after its arguments
		g.caps = v
		return g
	}, as)
}

// callFuncPtr calls a func value, interpreted or compiled, on f's machine.
func callFuncPtr(f *Frame, fv ptr, ft rType, lay *layout, set func(g *Frame)) {
	var g *Frame
	if cl := closureOf(fv); cl != nil {
		g = cl.enter(f.m)
	} else {
		g = f.m.get(f.m.w.bridge(ft, false))
		g.caps = fv
	}
	set(g)
	g.call()
	f.m.put(g)
}

// args compiles the arguments of a call into stores to the callee's frame.
func (c *comp) args(e *ast.CallExpr, sig *types.Signature, lay *layout) []argFn {
	return c.operands(e, sig).fill(c, lay)
}

// lateArgs is args for a callee that is found when the program runs: the value
// of x, a function or an interface, tells which frame the arguments go to. If
// reading x runs nothing, it is read after the arguments that run functions, as
// gc does. What they give waits in slots of the caller: before puts it there.
func (c *comp) lateArgs(e *ast.CallExpr, sig *types.Signature, lay *layout, x *expr) (before evals, as []argFn) {
	o := c.operands(e, sig)
	if x.calls {
		return nil, o.fill(c, lay)
	}
	if o.eval != nil {
		before = append(before, o.eval)
		o.eval = nil
	}
	for i, x := range o.xs {
		if x.calls {
			ev, held := c.hold([]*expr{x})
			before = append(before, ev...)
			o.xs[i] = held[0]
		}
	}
	return before, o.fill(c, lay)
}

// evals run one after the other.
type evals []func(*Frame)

func (es evals) run(f *Frame) {
	for _, e := range es {
		e(f)
	}
}

// operands are a call's arguments as compiled values, one for each parameter.
// In f(g()), where g has several results or none, eval calls g before they are
// read and done gives its frame back after that.
type operands struct {
	eval, done func(*Frame)
	xs         []*expr
}

func (o operands) fill(c *comp, lay *layout) []argFn {
	as := c.fill(o.xs, lay.params)
	if eval := o.eval; eval != nil {
		as = slices.Insert(as, 0, func(f, _ *Frame) { eval(f) })
	}
	if done := o.done; done != nil {
		as = append(as, func(f, _ *Frame) { done(f) })
	}
	return as
}

func (c *comp) operands(e *ast.CallExpr, sig *types.Signature) (o operands) {
	var args []func(t types.Type) *expr // each argument, converted to t
	if spread := c.spread(e); spread != nil {
		var vals []*expr
		o.eval, vals, o.done = c.multi(spread)
		for _, v := range vals {
			args = append(args, func(t types.Type) *expr { return c.convert(v, t) })
		}
	} else {
		for _, a := range e.Args {
			args = append(args, func(t types.Type) *expr { return c.as(a, t) })
		}
	}
	n := sig.Params().Len()
	for i := range n {
		t := sig.Params().At(i).Type()
		if !sig.Variadic() || i < n-1 || e.Ellipsis.IsValid() {
			o.xs = append(o.xs, args[i](t))
			continue
		}
		elem := t.Underlying().(*types.Slice).Elem()
		var es []*expr
		for _, a := range args[i:] {
			es = append(es, a(elem))
		}
		o.xs = append(o.xs, c.sliceOf(es, t, elem))
	}
	return o
}

// spread is the one argument of e that stands for several values or none.
func (c *comp) spread(e *ast.CallExpr) ast.Expr {
	if len(e.Args) == 1 {
		if t, ok := c.u.info.TypeOf(e.Args[0]).(*types.Tuple); ok && t.Len() != 1 {
			return e.Args[0]
		}
	}
	return nil
}

// fill stores compiled values at offsets of the callee's frame. As gc does,
// those that run functions come first and plain reads last.
func (c *comp) fill(xs []*expr, offs []uintptr) []argFn {
	var first, last []argFn
	for i, x := range xs {
		a := c.ops(x.t).arg(x, offs[i])
		if x.calls {
			first = append(first, a)
		} else {
			last = append(last, a)
		}
	}
	return append(first, last...)
}

// sliceOf is the slice that holds variadic arguments; nil without any.
func (c *comp) sliceOf(es []*expr, t, elem types.Type) *expr {
	if len(es) == 0 {
		return c.nilExpr(t)
	}
	et, size, op := c.rtype(elem), c.rt(elem).Size(), c.ops(elem)
	type store struct {
		into func(*Frame, ptr)
		off  uintptr
	}
	var first, last []store
	for i, x := range es {
		s := store{op.into(x), uintptr(i) * size}
		if x.calls {
			first = append(first, s)
		} else {
			last = append(last, s)
		}
	}
	n := len(es)
	stores := slices.Concat(first, last)
	return &expr{t: t, k: kSlice, calls: true, fn: func(f *Frame) sliceH {
		p := unsafeNewArray(et, n)
		for i := range stores {
			stores[i].into(f, unsafe.Add(p, stores[i].off))
		}
		return sliceH{p, n, n}
	}}
}

// later compiles a call that defer or go runs: prep evaluates function and
// arguments now. A builtin becomes a Func of its own over its operands.
func (c *comp) later(e *ast.CallExpr) func(f *Frame, m *Machine) *Frame {
	if c.u.info.Types[e.Fun].IsType() {
		c.fail(e, "a conversion cannot be put off")
	}
	if name, ok := c.builtinName(e.Fun); ok {
		return c.laterBuiltin(e, name)
	}
	return c.callable(e).prep
}

func (c *comp) laterBuiltin(e *ast.CallExpr, name string) func(f *Frame, m *Machine) *Frame {
	t := c.typeOf(e)
	pre, xs := c.builtinArgs(e, name, t)
	in := make([]rType, len(xs))
	for i, x := range xs {
		in[i] = c.rt(x.t)
	}
	fn := c.w.newFunc(c.u, name, funcOf(in), nil, nil)
	n := c.nested(fn, c.sig)
	n.fields, n.off = fn.lay.fields(), fn.lay.end
	ys := make([]*expr, len(xs))
	for i, x := range xs {
		ys[i] = n.localExpr(x.t, fn.lay.params[i])
	}
	if name == "recover" { // as if the function that defers it called it
		fn.code = func(g *Frame) ctl {
			if g.deferOf != nil {
				recoverIn(g.deferOf)
			}
			return cNext
		}
	} else {
		fn.code = n.builtinEffect(e, name, t, ys)
	}
	fn.seal(n.fields)
	fn.done()
	as := c.fill(xs, fn.lay.params)
	return func(f *Frame, m *Machine) *Frame {
		if pre != nil {
			pre(f)
		}
		g := m.get(fn)
		for _, a := range as {
			a(f, g)
		}
		return g
	}
}
