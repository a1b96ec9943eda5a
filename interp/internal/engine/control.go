package engine

import (
	"go/ast"
	"go/token"
	"go/types"
)

func (c *comp) exprStmt(e ast.Expr) stmt {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && !c.u.info.Types[call.Fun].IsType() {
		if name, ok := c.builtinName(call.Fun); ok {
			return c.builtinStmt(call, name)
		}
		return c.callStmt(call)
	}
	x := c.expr(e)
	return do(c.ops(x.t).drop(c, x))
}

func (c *comp) ifStmt(s *ast.IfStmt) stmt {
	init := c.simple(s.Init)
	x := c.expr(s.Cond)
	cond := x.bool()
	then := c.block(s.Body.List)
	var run stmt
	if s.Else == nil {
		if run = fastIf(x.cmp, then); run == nil {
			run = func(f *Frame) ctl {
				if cond(f) {
					return then(f)
				}
				return cNext
			}
		}
	} else {
		els := c.simple(s.Else)
		run = func(f *Frame) ctl {
			if cond(f) {
				return then(f)
			}
			return els(f)
		}
	}
	if s.Init != nil {
		return func(f *Frame) ctl { init(f); return run(f) }
	}
	return run
}

// simple compiles a statement that may be missing.
func (c *comp) simple(s ast.Stmt) stmt {
	if s == nil {
		return nop
	}
	if x := c.stmt(s); x != nil {
		return x
	}
	return nop
}

func (c *comp) forStmt(s *ast.ForStmt) stmt {
	l := c.takeLabel()
	init := c.simple(s.Init)
	copies := c.iterationCopies(s.Init)
	var cond func(*Frame) bool
	if s.Cond != nil {
		cond = c.expr(s.Cond).bool()
	}
	post := c.simple(s.Post)
	body := c.block(s.Body.List)
	if len(copies) > 0 {
		next, p := all(copies), post
		post = func(f *Frame) ctl { next(f); return p(f) }
	} else if st := c.countLoop(s, l, init, body); st != nil {
		return st
	}
	if cond == nil {
		cond = func(*Frame) bool { return true }
	}
	return func(f *Frame) ctl {
		init(f)
		for cond(f) {
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
			post(f)
		}
		return cNext
	}
}

// iterationCopies makes each iteration's own copy of the loop's variables, if
// they live in cells: otherwise nobody can tell.
func (c *comp) iterationCopies(init ast.Stmt) (copies []func(*Frame)) {
	as, ok := init.(*ast.AssignStmt)
	if !ok || as.Tok != token.DEFINE {
		return nil
	}
	for _, l := range as.Lhs {
		o := c.defined(l, true)
		if o == nil {
			continue
		}
		if v := c.vars[o]; v.cell {
			r, off := c.rtype(v.t), v.off
			copies = append(copies, func(f *Frame) {
				p := unsafeNew(r)
				typedmemmove(r, p, *(*ptr)(at(f, off)))
				*(*ptr)(at(f, off)) = p
			})
		}
	}
	return copies
}

// countLoop is for ...; i < limit; i++ over an int in the frame.
func (c *comp) countLoop(s *ast.ForStmt, l *label, init, body stmt) stmt {
	inc, ok := s.Post.(*ast.IncDecStmt)
	if !ok || inc.Tok != token.INC {
		return nil
	}
	b, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.LSS {
		return nil
	}
	i, ok1 := inc.X.(*ast.Ident)
	j, ok2 := b.X.(*ast.Ident)
	if !ok1 || !ok2 || c.u.info.Uses[i] != c.u.info.Uses[j] {
		return nil
	}
	x := c.expr(i)
	if x.loc == 0 || x.k != kI64 {
		return nil
	}
	y := c.as(b.Y, x.t)
	lim, il, yl := y.fn.(func(*Frame) int64), x.loc, y.loc
	switch {
	case yl != 0:
		return func(f *Frame) ctl {
			init(f)
			for *(*int64)(at(f, il)) < *(*int64)(at(f, yl)) {
				if r := body(f); r != cNext {
					if stop, code := l.exit(r); stop {
						return code
					}
				}
				f.poll()
				*(*int64)(at(f, il))++
			}
			return cNext
		}
	case y.isConst():
		k := lim(nil)
		return func(f *Frame) ctl {
			init(f)
			for *(*int64)(at(f, il)) < k {
				if r := body(f); r != cNext {
					if stop, code := l.exit(r); stop {
						return code
					}
				}
				f.poll()
				*(*int64)(at(f, il))++
			}
			return cNext
		}
	}
	return func(f *Frame) ctl {
		init(f)
		for *(*int64)(at(f, il)) < lim(f) {
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
			*(*int64)(at(f, il))++
		}
		return cNext
	}
}

// resultPlace is where the i-th result is returned.
func (c *comp) resultPlace(i int) *place {
	r := c.res[i]
	if r.obj != nil {
		v := c.vars[r.obj]
		off := v.off
		if v.cell {
			return &place{t: r.t, addr: func(f *Frame) ptr { return *(*ptr)(at(f, off)) }}
		}
		return &place{t: r.t, loc: off}
	}
	return &place{t: r.t, loc: r.off}
}

func (c *comp) returnStmt(s *ast.ReturnStmt) stmt {
	switch {
	case len(s.Results) == 0:
		return func(*Frame) ctl { return cReturn }
	case len(s.Results) != len(c.res):
		return c.returnMulti(s.Results[0])
	case len(s.Results) == 1:
		p := c.resultPlace(0)
		x := c.as(s.Results[0], p.t)
		if p.loc != 0 {
			if st := fastReturn(x, p.loc); st != nil {
				return st
			}
		}
		st := c.store(p, x)
		if c.res[0].obj == nil && !c.hasDefer { // nobody reads it before the end
			st = c.ops(p.t).initLocal(p.loc, x)
		}
		return func(f *Frame) ctl { st(f); return cReturn }
	}
	xs := make([]*expr, len(c.res))
	direct := !c.hasDefer // nobody sees the results before the end
	for i, e := range s.Results {
		xs[i] = c.as(e, c.res[i].t)
		direct = direct && c.res[i].obj == nil
	}
	var steps []func(*Frame)
	if direct {
		late := []func(*Frame){}
		for i, x := range xs {
			st := c.ops(x.t).initLocal(c.res[i].off, x)
			if x.calls {
				steps = append(steps, st)
			} else {
				late = append(late, st)
			}
		}
		steps = append(steps, late...)
	} else {
		steps, xs = c.hold(xs)
		for i, x := range xs {
			steps = append(steps, c.store(c.resultPlace(i), x))
		}
	}
	run := all(steps)
	return func(f *Frame) ctl { run(f); return cReturn }
}

// returnMulti is return f() of a function with several results.
func (c *comp) returnMulti(e ast.Expr) stmt {
	eval, vals, done := c.multi(e)
	steps := []func(*Frame){eval}
	for i := range c.res {
		p := c.resultPlace(i)
		steps = append(steps, c.store(p, c.convert(vals[i], p.t)))
	}
	if done != nil {
		steps = append(steps, done)
	}
	run := all(steps)
	return func(f *Frame) ctl { run(f); return cReturn }
}

// switchClause is one case of a switch.
type switchClause struct {
	tests []func(*Frame) bool
	bind  func(*Frame)
	body  stmt
	fall  bool // ends in fallthrough
}

// firstClause picks the first clause with a test that holds; def is the
// default's index or -1.
func firstClause(cs []switchClause, def int) func(*Frame) int {
	return func(f *Frame) int {
		for i := range cs {
			for _, test := range cs[i].tests {
				if test(f) {
					return i
				}
			}
		}
		return def
	}
}

// runClauses runs the clause that pick finds.
func runClauses(cs []switchClause, l *label, pre func(*Frame), pick func(*Frame) int) stmt {
	return func(f *Frame) ctl {
		pre(f)
		hit := pick(f)
		for hit >= 0 {
			k := &cs[hit]
			if k.bind != nil {
				k.bind(f)
			}
			if r := k.body(f); r != cNext {
				return l.leave(r)
			}
			if !k.fall {
				break
			}
			hit++
		}
		return cNext
	}
}

func (c *comp) switchStmt(s *ast.SwitchStmt) stmt {
	l := c.takeLabel()
	var pre []func(*Frame)
	if s.Init != nil {
		init := c.simple(s.Init)
		pre = append(pre, func(f *Frame) { init(f) })
	}
	var tag *expr
	if s.Tag != nil {
		t := types.Default(c.typeOf(s.Tag))
		x := c.as(s.Tag, t)
		off := c.slot(c.rt(t))
		pre = append(pre, c.ops(t).initLocal(off, x))
		tag = c.localExpr(t, off)
	}
	var cs []switchClause
	def := -1
	for i, st := range s.Body.List {
		cc := st.(*ast.CaseClause)
		var k switchClause
		if cc.List == nil {
			def = i
		}
		for _, e := range cc.List {
			k.tests = append(k.tests, c.caseTest(tag, e))
		}
		list := cc.Body
		if n := len(list); n > 0 {
			if b, ok := list[n-1].(*ast.BranchStmt); ok && b.Tok == token.FALLTHROUGH {
				k.fall, list = true, list[:n-1]
			}
		}
		k.body = c.block(list)
		cs = append(cs, k)
	}
	pick := c.tableClause(tag, s, def)
	if pick == nil {
		pick = firstClause(cs, def)
	}
	return runClauses(cs, l, all(pre), pick)
}

// minTable is the number of constant cases from which on a table beats tests.
const minTable = 6

// tableClause picks by a table where all cases are constant integers or
// strings; nil where they are not, or are few.
func (c *comp) tableClause(tag *expr, s *ast.SwitchStmt, def int) func(*Frame) int {
	if tag == nil || !tag.k.isInt() && tag.k != kStr {
		return nil
	}
	ints, strs := map[int64]int{}, map[string]int{}
	for i, st := range s.Body.List {
		for _, e := range st.(*ast.CaseClause).List {
			v := c.u.info.Types[e].Value
			switch {
			case v == nil || isInterface(c.typeOf(e)):
				return nil
			case tag.k == kStr:
				strs[constString(v)] = i
			default:
				ints[constInt(v)] = i
			}
		}
	}
	switch {
	case len(ints) >= minTable:
		v := tag.int()
		return func(f *Frame) int {
			if i, ok := ints[v(f)]; ok {
				return i
			}
			return def
		}
	case len(strs) >= minTable:
		v := tag.str()
		return func(f *Frame) int {
			if i, ok := strs[v(f)]; ok {
				return i
			}
			return def
		}
	}
	return nil
}

// caseTest compares one expression of a case with the tag; without a tag the
// expression is the test.
func (c *comp) caseTest(tag *expr, e ast.Expr) func(*Frame) bool {
	if tag == nil {
		x := c.expr(e)
		if x.k == kIface { // switch { case any(true): }
			return c.equal(x, c.convert(c.trueExpr(), x.t))
		}
		return x.bool()
	}
	if c.u.info.Types[e].IsNil() {
		return c.equal(tag, c.nilExpr(tag.t))
	}
	et := c.typeOf(e)
	switch it, ie := isInterface(tag.t), isInterface(et); {
	case it && !ie:
		return c.equal(tag, c.as(e, tag.t))
	case ie && !it:
		return c.equal(c.convert(tag, et), c.expr(e))
	case ie && it:
		return c.equal(tag, c.expr(e))
	}
	return c.equal(tag, c.as(e, tag.t))
}

func (c *comp) typeSwitch(s *ast.TypeSwitchStmt) stmt {
	l := c.takeLabel()
	var pre []func(*Frame)
	if s.Init != nil {
		init := c.simple(s.Init)
		pre = append(pre, func(f *Frame) { init(f) })
	}
	var xe ast.Expr
	switch a := s.Assign.(type) {
	case *ast.ExprStmt:
		xe = a.X
	case *ast.AssignStmt:
		xe = a.Rhs[0]
	}
	x := c.expr(ast.Unparen(xe).(*ast.TypeAssertExpr).X)
	off, hit := c.slot(ifaceType), c.slot(ifaceType)
	pre = append(pre, c.ops(x.t).initLocal(off, x))
	var cs []switchClause
	def := -1
	for i, st := range s.Body.List {
		cc := st.(*ast.CaseClause)
		var k switchClause
		if cc.List == nil {
			def = i
		}
		var single types.Type
		for _, e := range cc.List {
			if c.u.info.Types[e].IsNil() {
				k.tests = append(k.tests, func(f *Frame) bool { return (*ifaceH)(at(f, off)).tab == nil })
				continue
			}
			t := c.typeOf(e)
			if len(cc.List) == 1 {
				single = t
			}
			test := c.assertion(x, t)
			k.tests = append(k.tests, func(f *Frame) bool {
				v, ok := test(*(*ifaceH)(at(f, off)))
				if ok {
					*(*ifaceH)(at(f, hit)) = v
				}
				return ok
			})
		}
		if o := c.u.info.Implicits[cc]; o != nil {
			v := c.localExpr(x.t, off)
			if single != nil {
				v = c.unboxed(single, hit)
			}
			k.bind = c.initVar(o, v)
		}
		k.body = c.block(cc.Body)
		cs = append(cs, k)
	}
	return runClauses(cs, l, all(pre), firstClause(cs, def))
}
