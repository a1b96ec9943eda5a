package engine

import (
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"sync/atomic"
)

// A Step is a part of a cell's code: a statement, or variables that it
// declares.
type Step struct {
	Stmt ast.Stmt
	Vars []*types.Var // package-level; without Init they become zero
	Init []ast.Expr   // as many as Vars, or one with several values
}

// Code is a compiled piece of a cell.
type Code struct{ fn *Func }

// Code compiles steps of u, which must be loaded, into one function of this
// name, with the value of result, if not nil, as its results. Steps are counted
// from first on.
func (w *World) Code(u *Unit, name string, first int, steps []Step, result ast.Expr) (code *Code, err error) {
	defer w.catchError(&err)
	iu := w.unitOf(u.Info, u.Fset, u.Pkg)
	var outs []types.Type
	if result != nil {
		outs = resultTypes(u.Info.TypeOf(result))
	}
	var rs []*types.Var
	for _, t := range outs {
		rs = append(rs, types.NewParam(result.Pos(), u.Pkg, "", t))
	}
	sig := types.NewSignatureType(nil, nil, nil, nil, types.NewTuple(rs...), false)
	fn := w.newFunc(iu, name, w.rt(sig), nil, func(fn *Func) { w.compileCell(fn, iu, sig, first, steps, result) })
	w.compile(fn)
	w.compilePending()
	return &Code{fn}, nil
}

// resultTypes are the types of an expression's values, constants having their
// default types.
func resultTypes(t types.Type) []types.Type {
	if tup, ok := t.(*types.Tuple); ok {
		var ts []types.Type
		for v := range tup.Variables() {
			ts = append(ts, v.Type())
		}
		return ts
	}
	if b, ok := t.(*types.Basic); ok && b.Kind() == types.UntypedNil {
		return []types.Type{types.Universe.Lookup("any").Type()}
	}
	return []types.Type{types.Default(t)}
}

// compileCell is comp.body for a cell. The frame's caps is where the steps that
// have ended are counted.
func (w *World) compileCell(fn *Func, u *unit, sig *types.Signature, first int, steps []Step, result ast.Expr) {
	esc := escaping{}
	for _, s := range steps {
		if s.Stmt != nil {
			maps.Copy(esc, u.escapes(s.Stmt))
		}
		for _, e := range s.Init {
			maps.Copy(esc, u.escapes(e))
		}
	}
	if result != nil {
		maps.Copy(esc, u.escapes(result))
	}
	c := w.newComp(u, fn, sig, nil, esc)
	c.fields, c.off = fn.lay.fields(), fn.lay.end
	for _, s := range steps {
		if s.Stmt != nil {
			b := &ast.BlockStmt{List: []ast.Stmt{s.Stmt}}
			c.hasDefer = c.hasDefer || hasDefer(b)
			c.findTargets(b)
		}
	}
	var ss []stmt
	var ps []int32
	jumps := map[ctl]int{}
	for i, s := range steps {
		if l, ok := s.Stmt.(*ast.LabeledStmt); ok && c.isTarget(l.Label.Name) {
			jumps[c.label(l.Label.Name).jump] = len(ss)
		}
		run, pos := c.cellStep(s)
		done := int64(first + i + 1)
		ss = append(ss, func(f *Frame) ctl {
			r := run(f)
			if r == cNext {
				(*atomic.Int64)(f.caps).Store(done)
			}
			return r
		})
		ps = append(ps, pos)
	}
	if result != nil {
		ss = append(ss, c.cellResult(result))
		ps = append(ps, int32(result.Pos()))
	}
	code := seq(ss, ps)
	if len(jumps) > 0 {
		code = jumpBlock(ss, ps, jumps)
	}
	fn.code = c.frameCode(code, nil, nil)
	fn.seal(c.fields)
}

func (c *comp) cellStep(s Step) (stmt, int32) {
	if s.Stmt != nil {
		run := c.stmt(s.Stmt)
		if run == nil {
			run = nop
		}
		return run, int32(s.Stmt.Pos())
	}
	var steps []func(*Frame)
	if len(s.Init) == 0 {
		for _, v := range s.Vars {
			if v.Name() != "_" {
				t, p := c.rtype(v.Type()), c.w.globalPtr(v)
				steps = append(steps, func(*Frame) { typedmemclr(t, p) })
			}
		}
		return doAll(steps), int32(s.Vars[0].Pos())
	}
	defer c.locate(s.Init[0])
	defer c.release(&c.temps, len(c.temps))
	pos := int32(s.Init[0].Pos())
	if len(s.Init) != len(s.Vars) || len(s.Vars) == 1 {
		return doAll(c.initSteps(&types.Initializer{Lhs: s.Vars, Rhs: s.Init[0]})), pos
	}
	xs := make([]*expr, len(s.Vars)) // a, b := b, a: all values come first
	for i, v := range s.Vars {
		xs[i] = c.as(s.Init[i], v.Type())
	}
	evals, held := c.hold(xs)
	steps = append(steps, evals...)
	for i, v := range s.Vars {
		steps = append(steps, c.store(c.varPlace(v), held[i]))
	}
	return doAll(steps), pos
}

// cellResult stores the values of the cell's last expression as results.
func (c *comp) cellResult(e ast.Expr) stmt {
	defer c.locate(e)
	lay := c.fn.lay
	if t, ok := c.typeOf(e).(*types.Tuple); ok && t.Len() != 1 {
		eval, vals, done := c.multi(e)
		steps := []func(*Frame){eval}
		for i, v := range vals {
			steps = append(steps, c.ops(v.t).initLocal(lay.results[i], v))
		}
		if done != nil {
			steps = append(steps, done)
		}
		return doAll(steps)
	}
	t := c.sig.Results().At(0).Type()
	return do(c.ops(t).initLocal(lay.results[0], c.as(e, t)))
}

// Call runs a piece of a cell on the calling goroutine, which must be one of r's
// (see [Run.Do]). It gives the result's values, and counts in done the steps
// that have ended.
func (code *Code) Call(r *Run, done *atomic.Int64) []reflect.Value {
	m := r.machine()
	defer m.leave()
	g := m.get(code.fn)
	g.caps = ptr(done)
	g.call()
	lay := code.fn.lay
	var vs []reflect.Value
	for i, t := range lay.resultTypes {
		v := reflect.New(t)
		typedmemmove(rtypeOf(t), v.UnsafePointer(), at(g, lay.results[i]))
		vs = append(vs, v.Elem())
	}
	m.finish(g)
	return vs
}

// Redeclare makes m, a method, run another declaration of the same signature,
// which was checked in u.
func (w *World) Redeclare(m *types.Func, u *Unit, d *ast.FuncDecl) {
	m = m.Origin()
	iu := w.unitOf(u.Info, u.Fset, u.Pkg)
	iu.user = true
	w.mu.Lock()
	old := w.insts[m]
	w.decls[m] = &decl{iu, d, m}
	delete(w.insts, m)
	w.mu.Unlock()
	for _, i := range old {
		if fn := w.funcFor(m, i.args); fn != nil {
			i.fn.replaced.Store(fn)
			i.fn.id.Store(idReplaced)
		}
	}
}
