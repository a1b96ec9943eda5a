package engine

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync/atomic"
	"unsafe"

	"medkit/interp/internal/typemap"
)

// selected resolves x.M: the receiver's expression, after walking the embedded
// fields, and the method as the receiver's type has it.
func (c *comp) selected(x *expr, e *ast.SelectorExpr) (*expr, *types.Func) {
	sel := c.u.info.Selections[e].Obj()
	o, path, _ := types.LookupFieldOrMethod(x.t, true, sel.Pkg(), sel.Name())
	m, ok := o.(*types.Func)
	if !ok {
		c.fail(e, "%v has no method %s", x.t, sel.Name())
	}
	for _, i := range path[:len(path)-1] {
		x = c.field(x, i)
	}
	return x, m
}

// receiver adapts x to the receiver that m is declared with.
func (c *comp) receiver(n ast.Node, x *expr, m *types.Func) *expr {
	_, wantPtr := types.Unalias(m.Signature().Recv().Type()).(*types.Pointer)
	p, isPtr := x.t.Underlying().(*types.Pointer)
	switch {
	case wantPtr && !isPtr:
		return &expr{t: types.NewPointer(x.t), k: kPtr, fn: c.address(n, x), calls: x.calls}
	case !wantPtr && isPtr:
		return c.deref(x, p.Elem())
	}
	return x
}

// namedOf is the declared type of a receiver: T of T and *T.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, _ := t.(*types.Named)
	return n
}

// methodCall is a call x.M(args).
func (c *comp) methodCall(e *ast.CallExpr, s *ast.SelectorExpr) *callable {
	x, m := c.selected(c.expr(s.X), s)
	sig := c.plain(m.Signature())
	if isInterface(x.t) {
		before, as := c.lateArgs(e, sig, layoutOf(c.rt(sig)), x)
		return c.ifaceCall(x, m, sig, before, as)
	}
	r := c.receiver(s, x, m)
	fn, fv := c.method(s, r, m)
	return c.boundCall(sig, fn, fv, r, c.args(e, sig, fn.lay))
}

// boundCall calls fn with receiver r.
func (c *comp) boundCall(sig *types.Signature, fn *Func, fv ptr, r *expr, as []argFn) *callable {
	ra := argFn(c.ops(r.t).arg(r, fn.recvOff))
	if r.calls {
		as = append([]argFn{ra}, as...)
	} else {
		as = append(as, ra) // a plain read: after what may change it, as gc does
	}
	if fv != nil {
		as = append(as, func(_, g *Frame) { g.caps = fv })
	}
	return static(sig, fn, as)
}

// method finds what runs method m for receiver r: interpreted code, or a
// bridge to a compiled method and its func value.
func (c *comp) method(n ast.Node, r *expr, m *types.Func) (*Func, ptr) {
	named := namedOf(r.t)
	if named == nil {
		c.fail(n, "method %s of %v", m.Name(), r.t)
	}
	compiled := func() (*Func, ptr) { return c.w.compiledMethod(c.rt(r.t), m) }
	if named.TypeArgs().Len() == 0 && named.Obj().Pkg() != nil && named.Obj().Pkg().Name() != "main" {
		if fn, fv := compiled(); fn != nil {
			return fn, fv
		}
	}
	if fn := c.w.methodFunc(m, named); fn != nil {
		return fn, nil
	}
	fn, fv := compiled()
	if fn == nil {
		c.fail(n, "%s has no Go source and no compiled form here", m.FullName())
	}
	return fn, fv
}

// methodKey is a compiled method.
type methodKey struct {
	t    reflect.Type
	name string
}

type boundMethod struct {
	fn *Func
	fv ptr
}

// compiledMethod is the bridge to an exported compiled method of t, with the
// receiver in its slot.
func (w *World) compiledMethod(t reflect.Type, m *types.Func) (*Func, ptr) {
	if !m.Exported() {
		return nil, nil
	}
	key := methodKey{t, m.Name()}
	if b, ok := w.methods.Load(key); ok {
		return b.(boundMethod).fn, b.(boundMethod).fv
	}
	rm, ok := t.MethodByName(m.Name())
	if !ok {
		return nil, nil
	}
	full := rm.Type
	var in, out []reflect.Type
	for i := 1; i < full.NumIn(); i++ {
		in = append(in, full.In(i))
	}
	for o := range full.Outs() {
		out = append(out, o)
	}
	ft := reflect.FuncOf(in, out, full.IsVariadic())
	fn := w.newFunc(nil, funcName(m), ft, t, func(fn *Func) { bridgeCode(fn, full) })
	b, _ := w.methods.LoadOrStore(key, boundMethod{fn, fromAny(rm.Func.Interface()).data})
	return b.(boundMethod).fn, b.(boundMethod).fv
}

// ifaceSite is a place that calls a method through an interface. It remembers
// what the last dynamic type led to.
type ifaceSite struct {
	w      *World
	m      *types.Func
	index  uintptr // of the method's code pointer in the itab
	bridge *Func   // to compiled code
	last   atomic.Pointer[ifaceTarget]
}

// ifaceTarget is the interpreted method behind a dynamic type; fn is nil where
// only the itab's code pointer will do.
type ifaceTarget struct {
	typ ptr
	tg  *typemap.Target
	fn  *Func
}

func (c *comp) ifaceSite(it types.Type, m *types.Func, ft reflect.Type) *ifaceSite {
	rt := c.rt(it)
	for i := range rt.NumMethod() {
		rm := rt.Method(i)
		if rm.Name == m.Name() && (rm.PkgPath == "" || rm.PkgPath == m.Pkg().Path()) {
			return &ifaceSite{w: c.w, m: m, index: itabFuns + 8*uintptr(i), bridge: c.w.bridge(ft, true)}
		}
	}
	panic(unsupported("method " + m.Name() + " of " + rt.String()))
}

// target finds what v's dynamic type runs.
func (s *ifaceSite) target(v ifaceH) *ifaceTarget {
	typ := (*itabHeader)(v.tab).typ
	if t := s.last.Load(); t != nil && t.typ == typ {
		return t
	}
	t := &ifaceTarget{typ: typ}
	if tg, ok := s.w.types.Target(typeOfRtype(typ), s.m.Name(), s.m.Pkg()); ok {
		t.tg, t.fn = tg, s.w.methodFunc(tg.Func, tg.Recv)
	}
	s.last.Store(t)
	return t
}

// storeReceiver puts the receiver of a target into a slot.
func (t *ifaceTarget) storeReceiver(slot ptr, v ifaceH) {
	if t.tg.PtrRecv && len(t.tg.Walk) == 0 {
		*(*ptr)(slot) = v.data
		return
	}
	word := v.data
	p := t.tg.Receiver(&word)
	if t.tg.PtrRecv {
		*(*ptr)(slot) = p
		return
	}
	typedmemmove(rtypeOf(t.fn.recvType), slot, p)
}

// interpreted tells whether the call can go straight to interpreted code. A
// value method of a nil pointer goes by the itab, whose code faults as it
// should and when it should.
func (t *ifaceTarget) interpreted(v ifaceH) bool {
	return t.fn != nil && (v.data != nil || t.tg.PtrRecv || t.tg.Direct)
}

// ifaceCall calls method m of interface x, which is read after before has run.
func (c *comp) ifaceCall(x *expr, m *types.Func, sig *types.Signature, before evals, as []argFn) *callable {
	ft := c.rt(sig)
	site, iv := c.ifaceSite(x.t, m, ft), x.iface()
	return prepared(sig, layoutOf(ft), func(f *Frame, mach *Machine) *Frame {
		before.run(f)
		v := iv(f)
		if v.tab == nil { // a fault, but that of an argument comes first
			g := mach.get(site.bridge)
			for _, a := range as {
				a(f, g)
			}
			mach.put(g)
			nilDeref()
		}
		if t := site.target(v); t.interpreted(v) {
			g := mach.get(t.fn)
			t.storeReceiver(at(g, t.fn.recvOff), v)
			return g
		}
		g := mach.get(site.bridge)
		*(*ptr)(at(g, site.bridge.recvOff)) = v.data
		g.caps = unsafe.Add(v.tab, site.index)
		return g
	}, as)
}

// methodValue is x.M as a value: the receiver is evaluated and copied now.
func (c *comp) methodValue(e *ast.SelectorExpr) *expr {
	t := c.typeOf(e)
	ft := c.rt(t)
	x, m := c.selected(c.expr(e.X), e)
	if isInterface(x.t) {
		return c.ifaceMethodValue(t, x, m)
	}
	r := c.receiver(e, x, m)
	fn, fv := c.method(e, r, m)
	into, rt := c.ops(r.t).into(r), c.rtype(r.t)
	return &expr{t: t, k: kPtr, calls: true, fn: func(f *Frame) ptr {
		p := unsafeNew(rt)
		into(f, p)
		return f.m.w.funcPtr(ft, &Closure{fn: fn, recv: p, caps: fv})
	}}
}

func (c *comp) ifaceMethodValue(t types.Type, x *expr, m *types.Func) *expr {
	ft := c.rt(t)
	site, iv := c.ifaceSite(x.t, m, c.rt(c.plain(m.Signature()))), x.iface()
	return &expr{t: t, k: kPtr, calls: true, fn: func(f *Frame) ptr {
		v := iv(f)
		if v.tab == nil {
			nilDeref()
		}
		if t := site.target(v); t.interpreted(v) {
			p := unsafeNew(rtypeOf(t.fn.recvType))
			t.storeReceiver(p, v)
			return f.m.w.funcPtr(ft, &Closure{fn: t.fn, recv: p})
		}
		word := new(ptr)
		*word = v.data
		return f.m.w.funcPtr(ft, &Closure{fn: site.bridge, recv: ptr(word), caps: unsafe.Add(v.tab, site.index)})
	}}
}

// methodExpr is T.M: a function whose first parameter is the receiver.
func (c *comp) methodExpr(e *ast.SelectorExpr) *expr {
	t := c.typeOf(e)
	sig := t.Underlying().(*types.Signature)
	fn := c.w.newFunc(c.u, c.fn.name+"."+e.Sel.Name, c.rt(c.plain(sig)), nil, nil)
	in := c.nested(fn, sig)
	in.fields, in.off = fn.lay.fields(), fn.lay.end
	x, m := in.selected(in.localExpr(sig.Params().At(0).Type(), fn.lay.params[0]), e)
	msig := c.plain(m.Signature())
	rest := make([]*expr, msig.Params().Len())
	for i := range rest {
		rest[i] = in.localExpr(msig.Params().At(i).Type(), fn.lay.params[i+1])
	}
	lay := layoutOf(c.rt(msig))
	as := in.fill(rest, lay.params)
	var cl *callable
	if isInterface(x.t) {
		cl = in.ifaceCall(x, m, msig, nil, as)
	} else {
		r := in.receiver(e, x, m)
		mf, fv := in.method(e, r, m)
		cl = in.boundCall(msig, mf, fv, r, as)
	}
	fn.code = func(f *Frame) ctl {
		g := cl.call(f)
		for i, o := range fn.lay.results {
			typedmemmove(rtypeOf(fn.lay.resultTypes[i]), at(f, o), at(g, lay.results[i]))
		}
		g.m.put(g)
		return cNext
	}
	fn.seal(in.fields)
	fn.done()
	return &expr{t: t, k: kPtr, fn: func(*Frame) ptr { return fn.value() }}
}
