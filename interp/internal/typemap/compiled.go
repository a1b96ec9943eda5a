package typemap

import (
	"go/types"
	"reflect"
	"strings"
)

// canonical gives the type that stands for n: an older declaration of the
// session, or the first seen of a compiled generic type. With m.mu held.
func (m *Map) canonical(n *types.Named) *types.Named {
	if n.TypeArgs().Len() == 0 {
		if k := m.alias[n.Obj()]; k != nil {
			return k
		}
		return n
	}
	origin := n.Origin()
	same := true
	if k := m.alias[origin.Obj()]; k != nil {
		origin, same = k.Origin(), false
	} else if p := origin.Obj().Pkg(); p != nil && p.Path() != "main" {
		key := p.Path() + "." + origin.Obj().Name()
		if f := m.first[key]; f == nil {
			m.first[key] = origin
		} else if f != origin {
			origin, same = f, false
		}
	}
	args := make([]types.Type, 0, n.TypeArgs().Len())
	for a := range n.TypeArgs().Types() {
		c := m.rewrite(a)
		same = same && c == a
		args = append(args, c)
	}
	if same {
		return n
	}
	t, err := types.Instantiate(m.ctx, origin, args, false)
	if err != nil {
		panic(&Error{n, err.Error()})
	}
	return t.(*types.Named)
}

// rewrite puts canonical types into a type argument.
func (m *Map) rewrite(t types.Type) types.Type {
	r := rewriter{named: func(n *types.Named) types.Type {
		if c := m.canonical(n); c != n {
			return c
		}
		return n
	}}
	return r.rewrite(t)
}

// compiled gives a type of a compiled package, nil if n is none.
func (m *Map) compiled(n *types.Named) reflect.Type {
	o := n.Obj()
	if o.Pkg() == nil { // error, comparable
		if o.Name() == "error" {
			return reflect.TypeFor[error]()
		}
		return nil
	}
	path := o.Pkg().Path()
	if path == "main" || m.cfg.Symbol == nil {
		return nil
	}
	if o.Parent() != nil && o.Parent() != o.Pkg().Scope() {
		return nil // local to a generic function
	}
	name := o.Name()
	if n.TypeArgs().Len() > 0 {
		name = TypeName(n)
	}
	if v, ok := m.cfg.Symbol(path, name); ok && v.Kind() == reflect.Pointer && !v.CanAddr() {
		return v.Type().Elem()
	}
	if n.TypeArgs().Len() == 0 && n.TypeParams().Len() > 0 || strings.Contains(name, "main.") {
		return nil
	}
	return m.hiddenType(path, name)
}

// hiddenType finds an unexported type of a compiled package, or one of an
// internal package, among all types that the package's symbols, or those of
// another known package, mention.
func (m *Map) hiddenType(path, name string) reflect.Type {
	if r := m.reachable(path)[path+"."+name]; r != nil {
		return r
	}
	for _, known := range m.hidden {
		if r := known[path+"."+name]; r != nil {
			return r
		}
	}
	return nil
}

// reachable indexes the named types that a package's symbols mention. The
// package has to be imported for that: of one that others only mention, names
// are missing, and come while others are read.
func (m *Map) reachable(path string) map[string]reflect.Type {
	if idx := m.hidden[path]; idx != nil {
		return idx
	}
	idx := map[string]reflect.Type{}
	m.hidden[path] = idx
	if m.cfg.Import == nil {
		return idx
	}
	p, err := m.cfg.Import(path)
	if err != nil {
		return idx // an internal package: has no symbols
	}
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type, depth int)
	visit = func(t reflect.Type, depth int) {
		if depth > 12 || seen[t] {
			return
		}
		seen[t] = true
		if t.Name() != "" && t.PkgPath() != "" {
			idx[t.PkgPath()+"."+t.Name()] = t
			// Of other packages only what is inside matters, as their own
			// names are found by their own symbols.
			if t.PkgPath() != path && !strings.Contains(t.PkgPath(), "internal") {
				return
			}
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Chan:
			visit(t.Elem(), depth+1)
		case reflect.Map:
			visit(t.Key(), depth+1)
			visit(t.Elem(), depth+1)
		case reflect.Func:
			for in := range t.Ins() {
				visit(in, depth+1)
			}
			for out := range t.Outs() {
				visit(out, depth+1)
			}
		case reflect.Struct:
			for f := range t.Fields() {
				visit(f.Type, depth+1)
			}
		}
		if t.Name() != "" {
			for f := range t.Methods() {
				visit(f.Type, depth+1)
			}
			if t.Kind() != reflect.Interface {
				for f := range reflect.PointerTo(t).Methods() {
					visit(f.Type, depth+1)
				}
			}
		}
	}
	for _, name := range p.Scope().Names() {
		if v, ok := m.cfg.Symbol(path, name); ok {
			visit(v.Type(), 0)
		}
	}
	return idx
}
