package engine

import (
	"go/ast"
	"go/types"
	"reflect"
)

// initFuncs are what runs before main: the package's variable initialisers in
// the order that go/types found, then its init functions in source order.
func (w *World) initFuncs(u *Unit) []*Func {
	iu := w.unitOf(u.Info, u.Fset, u.Pkg)
	var fns []*Func
	for _, in := range u.Info.InitOrder {
		fns = append(fns, w.initializer(iu, in))
	}
	for _, f := range u.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil && fd.Name.Name == "init" {
				fns = append(fns, w.funcFor(u.Info.Defs[fd.Name].(*types.Func), nil))
			}
		}
	}
	return fns
}

// initializer is a function that runs one initialiser: var a, b = f().
func (w *World) initializer(u *unit, in *types.Initializer) *Func {
	sig := types.NewSignatureType(nil, nil, nil, nil, nil, false)
	return w.newFunc(u, u.pkg.Path()+".init", reflect.TypeFor[func()](), nil, func(fn *Func) {
		c := w.newComp(u, fn, sig, nil, u.escapes(in.Rhs))
		defer c.locate(in.Rhs)
		c.off = fn.lay.end
		steps := c.initSteps(in)
		pos := int32(in.Rhs.Pos())
		run := all(steps)
		fn.code = func(f *Frame) ctl { f.pos = pos; run(f); return cNext }
		fn.seal(c.fields)
	})
}

// varPlace is a package-level variable as the left side of an assignment.
func (c *comp) varPlace(o *types.Var) *place {
	if o.Name() == "_" {
		return &place{t: o.Type(), blank: true}
	}
	p := c.w.globalPtr(o)
	return &place{t: o.Type(), addr: func(*Frame) ptr { return p }}
}

func (c *comp) initSteps(in *types.Initializer) (steps []func(*Frame)) {
	if len(in.Lhs) == 1 {
		p := c.varPlace(in.Lhs[0])
		return append(steps, c.store(p, c.as(in.Rhs, p.t)))
	}
	eval, vals, done := c.multi(in.Rhs)
	steps = append(steps, eval)
	for i, o := range in.Lhs {
		if p := c.varPlace(o); !p.blank {
			steps = append(steps, c.store(p, c.convert(vals[i], p.t)))
		}
	}
	if done != nil {
		steps = append(steps, done)
	}
	return steps
}
