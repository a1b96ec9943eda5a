package engine

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"unsafe"
)

// place is the left side of an assignment. Go assigns in two phases: operands
// of index expressions and pointer indirections are evaluated first, in order;
// then values are stored, left to right, and only the store faults.
type place struct {
	t     types.Type
	blank bool
	loc   uintptr                    // a frame slot, or 0
	addr  func(*Frame) ptr           // where to store, evaluated at the store
	load  func(*Frame) ptr           // where to read for x op= y; addr if nil
	set   func(x *expr) func(*Frame) // a special form of the store, or nil
	prep  func(*Frame)               // phase one, if place was asked for with both phases
	calls bool                       // operands run functions
}

// place compiles the left side e. With split, phase one is separate (prep).
func (c *comp) place(e ast.Expr, split bool) *place {
	e = ast.Unparen(e)
	switch x := e.(type) {
	case *ast.Ident:
		if x.Name == "_" {
			return &place{blank: true}
		}
		v := c.ident(x)
		return c.placeOf(e, v)
	case *ast.IndexExpr:
		b := c.expr(x.X)
		switch u := b.t.Underlying().(type) {
		case *types.Map:
			return c.mapPlace(b, c.as(x.Index, u.Key()), u, split)
		case *types.Slice:
			return c.elemPlace(b, c.indexExpr(x.Index), u, split)
		case *types.Pointer:
			if split {
				return c.arrayPtrPlace(b, c.indexExpr(x.Index), u.Elem().Underlying().(*types.Array))
			}
		}
	}
	if split {
		if p := c.ptrPlace(e); p != nil {
			return p
		}
	}
	p := c.placeOf(e, c.expr(e))
	if split && p.loc == 0 {
		s, a := c.slot(ptrType), p.addr
		p.prep = func(f *Frame) { *(*ptr)(at(f, s)) = a(f) }
		p.addr = func(f *Frame) ptr { return *(*ptr)(at(f, s)) }
	}
	return p
}

// placeOf is where x lies.
func (c *comp) placeOf(n ast.Node, x *expr) *place {
	p := &place{t: x.t, loc: x.loc, addr: x.addr, calls: x.calls}
	if x.addr == nil {
		p.addr = x.inFrame
	}
	if p.addr == nil && p.loc == 0 {
		c.fail(n, "cannot assign to this expression")
	}
	return p
}

func (c *comp) mapPlace(m, key *expr, u *types.Map, split bool) *place {
	p := &place{t: u.Elem(), calls: m.calls || key.calls}
	if split {
		ms, ks := c.slot(ptrType), c.slot(c.rt(u.Key()))
		mp, into := m.ptr(), c.ops(u.Key()).into(key)
		p.prep = func(f *Frame) { *(*ptr)(at(f, ms)) = mp(f); into(f, at(f, ks)) }
		m, key = c.localExpr(m.t, ms), c.localExpr(u.Key(), ks)
	}
	p.addr = c.mapSlot(m, key, u)
	p.load = c.mapElem(m, key, u)
	return p
}

func (c *comp) elemPlace(s, i *expr, u *types.Slice, split bool) *place {
	p := &place{t: u.Elem(), calls: s.calls || i.calls}
	if split {
		ss, is := c.slot(sliceType), c.slot(intType)
		sf, ifn := s.slice(), i.int()
		p.prep = func(f *Frame) { *(*sliceH)(at(f, ss)) = sf(f); *(*int64)(at(f, is)) = ifn(f) }
		unsigned := i.k.isUnsigned()
		s, i = c.localExpr(s.t, ss), c.localExpr(types.Typ[types.Int], is)
		if unsigned {
			i = c.localExpr(types.Typ[types.Uint], is)
		}
	}
	p.addr = sliceElemAddrExpr(s, i, c.rt(u.Elem()).Size())
	if !split && !i.k.isUnsigned() {
		p.set = func(x *expr) func(*Frame) {
			if fn := fastSetElem(classOf(p.t), s, i, x); fn != nil {
				return fn
			}
			return c.ops(p.t).setElem(c, s.slice(), i.int(), x)
		}
	}
	return p
}

// arrayPtrPlace is p[i] of a pointer to an array, in two phases.
func (c *comp) arrayPtrPlace(b, i *expr, arr *types.Array) *place {
	ps, is := c.slot(ptrType), c.slot(intType)
	pf, ifn, fault := b.ptr(), i.int(), i.outOfRange()
	n, size := int(arr.Len()), c.rt(arr.Elem()).Size()
	return &place{t: arr.Elem(), calls: b.calls || i.calls,
		prep: func(f *Frame) { *(*ptr)(at(f, ps)) = pf(f); *(*int64)(at(f, is)) = ifn(f) },
		addr: func(f *Frame) ptr {
			p, k := *(*ptr)(at(f, ps)), *(*int64)(at(f, is))
			if p == nil {
				nilDeref()
			}
			if uint64(k) >= uint64(n) {
				fault(k, n)
			}
			return unsafe.Add(p, uintptr(k)*size)
		}}
}

// ptrPlace is a place at a fixed distance behind a pointer, which is evaluated
// in phase one and may be nil until the store.
func (c *comp) ptrPlace(e ast.Expr) *place {
	base, off, ok := c.ptrBase(e)
	if !ok {
		return nil
	}
	s, b := c.slot(ptrType), base.ptr()
	return &place{t: c.typeOf(e), calls: base.calls,
		prep: func(f *Frame) { *(*ptr)(at(f, s)) = b(f) },
		addr: func(f *Frame) ptr {
			p := *(*ptr)(at(f, s))
			if p == nil {
				nilDeref()
			}
			return unsafe.Add(p, off)
		}}
}

func (c *comp) ptrBase(e ast.Expr) (base *expr, off uintptr, ok bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return c.expr(x.X), 0, true
	case *ast.SelectorExpr:
		s := c.u.info.Selections[x]
		if s == nil || s.Kind() != types.FieldVal {
			return nil, 0, false
		}
		t := c.typeOf(x.X)
		path := c.fieldPath(t, s)
		if len(path) != 1 {
			return nil, 0, false
		}
		if p, ok := t.Underlying().(*types.Pointer); ok {
			return c.expr(x.X), c.rt(p.Elem()).Field(path[0]).Offset, true
		}
		if b, off, ok := c.ptrBase(x.X); ok {
			return b, off + c.rt(t).Field(path[0]).Offset, true
		}
	}
	return nil, 0, false
}

// store is phase two.
func (c *comp) store(p *place, x *expr) func(*Frame) {
	switch {
	case p.blank:
		return c.ops(x.t).drop(c, x)
	case p.loc != 0:
		return c.ops(p.t).setLocal(c, p.loc, x)
	case p.set != nil:
		return p.set(x)
	}
	return c.ops(p.t).setAddr(c, p.addr, x)
}

func (c *comp) assign(s *ast.AssignStmt) stmt {
	def := s.Tok == token.DEFINE
	switch {
	case s.Tok != token.ASSIGN && !def:
		return c.opAssign(s, s.Lhs[0], s.Tok+(token.ADD-token.ADD_ASSIGN), func(t types.Type) *expr {
			if s.Tok == token.SHL_ASSIGN || s.Tok == token.SHR_ASSIGN {
				return c.indexExpr(s.Rhs[0])
			}
			return c.as(s.Rhs[0], t)
		})
	case len(s.Lhs) != len(s.Rhs):
		return c.assignMulti(s.Lhs, s.Rhs[0], def)
	case len(s.Lhs) == 1:
		return do(c.assignOne(s.Lhs[0], s.Rhs[0], def))
	}
	return c.assignMany(s.Lhs, s.Rhs, def)
}

// defined is the variable that e declares as a left side of :=, nil if it
// assigns to one.
func (c *comp) defined(e ast.Expr, def bool) types.Object {
	id, ok := e.(*ast.Ident)
	if !def || !ok || id.Name == "_" {
		return nil
	}
	return c.u.info.Defs[id]
}

func isBlank(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == "_"
}

func (c *comp) assignOne(l, r ast.Expr, def bool) func(*Frame) {
	if o := c.defined(l, def); o != nil {
		x := c.as(r, c.subst(o.Type()))
		return c.initVar(o, x)
	}
	if isBlank(l) {
		x := c.as(r, c.blankType(r))
		return c.ops(x.t).drop(c, x)
	}
	p := c.place(l, false)
	if p.calls { // they come before those of the right side
		p = c.place(l, true)
	}
	x := c.as(r, p.t)
	st := c.store(p, x)
	if p.prep != nil {
		return all([]func(*Frame){p.prep, st})
	}
	return st
}

// blankType is the type with which r is assigned to the blank identifier.
func (c *comp) blankType(r ast.Expr) types.Type {
	t := c.typeOf(r)
	if b, ok := t.(*types.Basic); ok && b.Kind() == types.UntypedNil {
		return types.Typ[types.UnsafePointer]
	}
	return types.Default(t)
}

// assignMany is a, b = x, y.
func (c *comp) assignMany(lhs, rhs []ast.Expr, def bool) stmt {
	var preps, late []func(*Frame)
	vals := make([]*expr, len(rhs))
	places := make([]*place, len(rhs))
	for i, l := range lhs {
		var t types.Type
		switch o := c.defined(l, def); {
		case o != nil:
			t = c.subst(o.Type())
		default:
			p := c.place(l, true)
			places[i] = p
			t = p.t
			if p.blank {
				t = c.blankType(rhs[i])
			}
			if p.prep != nil {
				preps = append(preps, p.prep)
			}
		}
		vals[i] = c.as(rhs[i], t)
	}
	evals, vals := c.hold(vals)
	for i, l := range lhs {
		switch {
		case places[i] == nil:
			late = append(late, c.initVar(c.defined(l, def), vals[i]))
		case !places[i].blank:
			late = append(late, c.store(places[i], vals[i]))
		}
	}
	return do(all(append(append(preps, evals...), late...)))
}

// hold evaluates expressions into slots, those with calls first as the compiler
// does, and gives the slots.
func (c *comp) hold(xs []*expr) (evals []func(*Frame), held []*expr) {
	held = make([]*expr, len(xs))
	keep := func(i int) {
		x := xs[i]
		if x.isConst() {
			held[i] = x
			return
		}
		off := c.slot(c.rt(x.t))
		evals = append(evals, c.ops(x.t).initLocal(off, x))
		held[i] = c.localExpr(x.t, off)
	}
	for i, x := range xs {
		if x.calls {
			keep(i)
		}
	}
	for i, x := range xs {
		if !x.calls {
			keep(i)
		}
	}
	return evals, held
}

// multi compiles an expression with several values: eval runs it, vals read the
// values, and done, if not nil, is called when they were read.
func (c *comp) multi(e ast.Expr) (eval func(*Frame), vals []*expr, done func(*Frame)) {
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return c.callMulti(x)
	case *ast.IndexExpr:
		eval, vals = c.mapMulti(x)
		return eval, vals, nil
	case *ast.TypeAssertExpr:
		eval, vals = c.assertMulti(x)
		return eval, vals, nil
	case *ast.UnaryExpr:
		return c.recvMulti(x)
	}
	c.fail(e, "%T with several values", e)
	return
}

// assignMulti is a, b = f() and the comma-ok forms.
func (c *comp) assignMulti(lhs []ast.Expr, r ast.Expr, def bool) stmt {
	var steps []func(*Frame)
	places := make([]*place, len(lhs))
	for i, l := range lhs {
		if c.defined(l, def) == nil {
			places[i] = c.place(l, true)
			if p := places[i].prep; p != nil {
				steps = append(steps, p)
			}
		}
	}
	eval, vals, done := c.multi(r)
	steps = append(steps, eval)
	for i, l := range lhs {
		switch p := places[i]; {
		case p == nil:
			o := c.defined(l, def)
			steps = append(steps, c.initVar(o, c.convert(vals[i], c.subst(o.Type()))))
		case !p.blank:
			steps = append(steps, c.store(p, c.convert(vals[i], p.t)))
		}
	}
	if done != nil {
		steps = append(steps, done)
	}
	return do(all(steps))
}

// opAssign is l op= right; right compiles the operand for l's type.
func (c *comp) opAssign(n ast.Node, l ast.Expr, op token.Token, right func(types.Type) *expr) stmt {
	p := c.place(l, false)
	if p.loc != 0 {
		x, y := c.localExpr(p.t, p.loc), right(p.t)
		if st := fastLocalOp(op, x, y); st != nil {
			return st
		}
		return do(c.ops(p.t).initLocal(p.loc, &expr{t: p.t, k: x.k, fn: c.arith(n, op, x, y), calls: y.calls}))
	}
	y := right(p.t)
	if !p.calls && p.load == nil {
		if st := fastAddrOp(op, classOf(p.t), p.addr, y); st != nil {
			return st
		}
	}
	// evaluate the place once: its operands, then the right side's calls, then
	// the address
	p = c.place(l, true)
	var steps []func(*Frame)
	if p.prep != nil {
		steps = append(steps, p.prep)
	}
	if y.calls {
		evals, held := c.hold([]*expr{y})
		steps, y = append(steps, evals...), held[0]
	}
	s := c.slot(ptrType)
	here := func(f *Frame) ptr { return *(*ptr)(at(f, s)) }
	addr := p.addr
	if p.load != nil { // a map: reading must not make the element
		x := &expr{t: p.t, k: classOf(p.t), fn: c.ops(p.t).load(p.load)}
		steps = append(steps, c.ops(p.t).setAddr(c, addr, &expr{t: p.t, k: x.k, fn: c.arith(n, op, x, y)}))
		return do(all(steps))
	}
	x := &expr{t: p.t, k: classOf(p.t), fn: c.ops(p.t).load(here)}
	steps = append(steps,
		func(f *Frame) { *(*ptr)(at(f, s)) = addr(f) },
		c.ops(p.t).setAddr(c, here, &expr{t: p.t, k: x.k, fn: c.arith(n, op, x, y)}))
	return do(all(steps))
}

func (c *comp) incDec(s *ast.IncDecStmt) stmt {
	op := token.ADD
	if s.Tok == token.DEC {
		op = token.SUB
	}
	return c.opAssign(s, s.X, op, func(t types.Type) *expr { return c.constExpr(constant.MakeInt64(1), t) })
}

// assignVar assigns x to e, or to the variable that e declares; nil for a
// missing or blank e. Phase one runs right before the store.
func (c *comp) assignVar(e ast.Expr, def bool, x *expr) func(*Frame) {
	if e == nil || isBlank(e) {
		return nil
	}
	if o := c.defined(e, def); o != nil {
		return c.initVar(o, c.convert(x, c.subst(o.Type())))
	}
	p := c.place(e, true)
	st := c.store(p, c.convert(x, p.t))
	if p.prep != nil {
		return all([]func(*Frame){p.prep, st})
	}
	return st
}

// assignVars is assignVar of two: k, v = x, y.
func (c *comp) assignVars(k, v ast.Expr, def bool, x, y *expr) func(*Frame) {
	if def || k == nil || v == nil || isBlank(k) || isBlank(v) {
		a, b := c.assignVar(k, def, x), c.assignVar(v, def, y)
		switch {
		case a == nil:
			return b
		case b == nil:
			return a
		}
		return func(f *Frame) { a(f); b(f) }
	}
	p, q := c.place(k, true), c.place(v, true)
	var steps []func(*Frame)
	for _, l := range []*place{p, q} {
		if l.prep != nil {
			steps = append(steps, l.prep)
		}
	}
	return all(append(steps, c.store(p, c.convert(x, p.t)), c.store(q, c.convert(y, q.t))))
}

func (c *comp) declStmt(d *ast.GenDecl) stmt {
	if d.Tok != token.VAR {
		return nil
	}
	var steps []func(*Frame)
	for _, sp := range d.Specs {
		steps = append(steps, c.varSpec(sp.(*ast.ValueSpec))...)
	}
	return doAll(steps)
}

func (c *comp) varSpec(s *ast.ValueSpec) (steps []func(*Frame)) {
	// the type of the i-th variable
	typ := func(i int, v ast.Expr) types.Type {
		if o := c.u.info.Defs[s.Names[i]]; o != nil && s.Names[i].Name != "_" {
			return c.subst(o.Type())
		}
		if s.Type != nil {
			return c.typeOf(s.Type)
		}
		return c.blankType(v)
	}
	switch {
	case len(s.Values) == 0:
		for _, n := range s.Names {
			if n.Name != "_" {
				steps = append(steps, c.fresh(c.declare(c.u.info.Defs[n])))
			}
		}
	case len(s.Values) == len(s.Names):
		xs := make([]*expr, len(s.Values))
		for i, v := range s.Values {
			xs[i] = c.as(v, typ(i, v))
		}
		if len(xs) > 1 {
			steps, xs = c.hold(xs)
		}
		for i, n := range s.Names {
			if n.Name == "_" {
				steps = append(steps, c.ops(xs[i].t).drop(c, xs[i]))
			} else {
				steps = append(steps, c.initVar(c.u.info.Defs[n], xs[i]))
			}
		}
	default:
		eval, vals, done := c.multi(s.Values[0])
		steps = append(steps, eval)
		for i, n := range s.Names {
			if n.Name != "_" {
				o := c.u.info.Defs[n]
				steps = append(steps, c.initVar(o, c.convert(vals[i], c.subst(o.Type()))))
			}
		}
		if done != nil {
			steps = append(steps, done)
		}
	}
	return steps
}
