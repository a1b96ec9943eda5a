package typemap

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"
)

// rewriter copies types with some named types and type parameters replaced.
// What does not change is not copied.
type rewriter struct {
	param func(*types.TypeParam) types.Type
	named func(*types.Named) types.Type
	memo  map[types.Type]types.Type
}

func (r *rewriter) rewrite(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if n, ok := r.memo[t]; ok {
		return n
	}
	n := r.rewrite1(t)
	if r.memo != nil {
		r.memo[t] = n
	}
	return n
}

func (r *rewriter) rewrite1(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.TypeParam:
		if r.param != nil {
			return r.param(t)
		}
	case *types.Named:
		return r.named(t)
	case *types.Alias:
		return r.rewrite(types.Unalias(t))
	case *types.Pointer:
		if e := r.rewrite(t.Elem()); e != t.Elem() {
			return types.NewPointer(e)
		}
	case *types.Slice:
		if e := r.rewrite(t.Elem()); e != t.Elem() {
			return types.NewSlice(e)
		}
	case *types.Array:
		if e := r.rewrite(t.Elem()); e != t.Elem() {
			return types.NewArray(e, t.Len())
		}
	case *types.Chan:
		if e := r.rewrite(t.Elem()); e != t.Elem() {
			return types.NewChan(t.Dir(), e)
		}
	case *types.Map:
		if k, e := r.rewrite(t.Key()), r.rewrite(t.Elem()); k != t.Key() || e != t.Elem() {
			return types.NewMap(k, e)
		}
	case *types.Tuple:
		return r.tuple(t)
	case *types.Signature:
		if p, o := r.tuple(t.Params()), r.tuple(t.Results()); p != t.Params() || o != t.Results() {
			return types.NewSignatureType(nil, nil, nil, p, o, t.Variadic())
		}
	case *types.Struct:
		return r.structType(t)
	case *types.Interface:
		return r.interfaceType(t)
	}
	return t
}

func (r *rewriter) tuple(t *types.Tuple) *types.Tuple {
	vars := make([]*types.Var, 0, t.Len())
	changed := false
	for v := range t.Variables() {
		if n := r.rewrite(v.Type()); n != v.Type() {
			changed = true
			v = types.NewParam(v.Pos(), v.Pkg(), v.Name(), n)
		}
		vars = append(vars, v)
	}
	if !changed {
		return t
	}
	return types.NewTuple(vars...)
}

func (r *rewriter) structType(t *types.Struct) types.Type {
	fields := make([]*types.Var, 0, t.NumFields())
	tags := make([]string, 0, t.NumFields())
	changed := false
	for i := range t.NumFields() {
		f := t.Field(i)
		if n := r.rewrite(f.Type()); n != f.Type() {
			changed = true
			f = types.NewField(f.Pos(), f.Pkg(), f.Name(), n, f.Embedded())
		}
		fields = append(fields, f)
		tags = append(tags, t.Tag(i))
	}
	if !changed {
		return t
	}
	return types.NewStruct(fields, tags)
}

func (r *rewriter) interfaceType(t *types.Interface) types.Type {
	methods := make([]*types.Func, 0, t.NumMethods())
	changed := false
	for m := range t.Methods() {
		if n := r.rewrite(m.Signature()); n != types.Type(m.Signature()) {
			changed = true
			m = types.NewFunc(m.Pos(), m.Pkg(), m.Name(), n.(*types.Signature))
		}
		methods = append(methods, m)
	}
	if !changed {
		return t
	}
	return types.NewInterfaceType(methods, nil).Complete()
}

// Env replaces the type parameters of one generic function, or of a method's
// receiver, by the type arguments of one instance. A nil Env replaces nothing.
type Env struct {
	m      *Map
	mu     sync.Mutex
	r      rewriter
	lo, hi token.Pos // types declared in here are the instance's own
	args   string
}

// NewEnv makes the Env of an instance. within is the function's declaration:
// types declared in it are distinct in each instance.
func NewEnv(m *Map, params *types.TypeParamList, args []types.Type, within ast.Node) *Env {
	if params.Len() == 0 {
		return nil
	}
	e := &Env{m: m, lo: within.Pos(), hi: within.End(), args: "["}
	to := map[*types.TypeParam]types.Type{}
	for i := range params.Len() {
		to[params.At(i)] = args[i]
		if i > 0 {
			e.args += ","
		}
		e.args += typeString(args[i])
	}
	e.args += "]"
	e.r.memo = map[types.Type]types.Type{}
	e.r.param = func(p *types.TypeParam) types.Type {
		if t, ok := to[p]; ok {
			return t
		}
		return p
	}
	e.r.named = e.named
	return e
}

// Subst gives t with type arguments in place of type parameters. What it gives
// for one type is one types.Type for the life of the Env.
func (e *Env) Subst(t types.Type) types.Type {
	if e == nil || t == nil {
		return t
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.r.rewrite(t)
}

func (e *Env) named(n *types.Named) types.Type {
	if n.TypeArgs().Len() > 0 {
		args := make([]types.Type, 0, n.TypeArgs().Len())
		changed := false
		for a := range n.TypeArgs().Types() {
			s := e.r.rewrite(a)
			changed = changed || s != a
			args = append(args, s)
		}
		if !changed {
			return n
		}
		t, err := types.Instantiate(e.m.ctx, n.Origin(), args, false)
		if err != nil {
			panic(&Error{n, err.Error()})
		}
		return t
	}
	o := n.Obj()
	if o.Pkg() == nil || o.Parent() == o.Pkg().Scope() || o.Pos() < e.lo || o.Pos() >= e.hi {
		return n
	}
	own := types.NewNamed(types.NewTypeName(o.Pos(), o.Pkg(), o.Name()+e.args, nil), nil, nil)
	e.r.memo[n] = own // it may refer to itself
	own.SetUnderlying(e.r.rewrite(n.Underlying()).Underlying())
	return own
}
