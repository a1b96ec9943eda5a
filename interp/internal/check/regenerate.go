package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// Types and methods over cells.
//
// A type's identity is what values hold, so it is kept where that can be: a
// declaration that says what the live one says is dropped, and its methods'
// bodies are swapped. A method that is new makes a new type, since a type's
// method table is fixed. The new one has the same layout, so the session's
// variables can go on under it: all declarations that depend on the type are
// repeated in the cell, and variables get a second object of the new type at
// the same place (rebase).

// generation is what a segment's declarations come to.
type generation struct {
	decls  []ast.Decl
	kept   map[string]bool               // types that are not declared anew
	bodies map[*ast.FuncDecl]*types.Func // methods that get a new body
}

func (a *attempt) regenerate(decls []ast.Decl) *generation {
	g := &generation{kept: map[string]bool{}, bodies: map[*ast.FuncDecl]*types.Func{}}
	specs := map[string]*ast.TypeSpec{}
	own := declaredNames(decls)
	var methods []*ast.FuncDecl
	for _, d := range decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if t, ok := s.(*ast.TypeSpec); ok {
					specs[t.Name.Name] = t
				}
			}
		case *ast.FuncDecl:
			if d.Recv != nil {
				methods = append(methods, d)
			}
		}
	}
	again := map[string]bool{} // live types that are to be declared again
	for name, s := range specs {
		e := a.seen.names[name]
		if e.named() != nil && e.spec != nil && s.TypeParams == nil && text(e.spec) == text(s) {
			g.kept[name] = true
		}
	}
	for changed := true; changed; { // a type over one that is new is new
		changed = false
		for name := range g.kept {
			if a.dependsOnNew(name, own, g.kept, specs, methods) {
				delete(g.kept, name)
				changed = true
			}
		}
	}
	for _, m := range methods {
		name := receiverName(m)
		e := a.seen.names[name]
		if e.named() == nil || specs[name] != nil && !g.kept[name] {
			continue
		}
		old := e.methods[m.Name.Name]
		if old != nil && text(old.Type) == text(m.Type) && text(old.Recv.List[0].Type) == text(m.Recv.List[0].Type) {
			if f := methodOf(e.named(), m.Name.Name); f != nil {
				g.bodies[m] = f
				continue
			}
		}
		if specs[name] == nil {
			again[name] = true
		}
	}
	g.decls = append(slices.Clone(decls), a.repeated(again, own, methods)...)
	for m := range g.bodies {
		if again[receiverName(m)] {
			delete(g.bodies, m)
		}
	}
	return g
}

// dependsOnNew tells whether a redeclared type mentions a type that the segment
// makes anew, or has other methods than the live one.
func (a *attempt) dependsOnNew(name string, own, kept map[string]bool, specs map[string]*ast.TypeSpec, methods []*ast.FuncDecl) bool {
	for n := range mentions(specs[name].Type) {
		if own[n] && specs[n] != nil && !kept[n] {
			return true
		}
	}
	e := a.seen.names[name]
	for _, m := range methods {
		if receiverName(m) != name {
			continue
		}
		old := e.methods[m.Name.Name]
		if old == nil || text(old.Type) != text(m.Type) || text(old.Recv.List[0].Type) != text(m.Recv.List[0].Type) {
			return true
		}
	}
	return false
}

// repeated are the live declarations that go into the segment again: those of
// types that get a method, and those that mention them.
func (a *attempt) repeated(again, own map[string]bool, methods []*ast.FuncDecl) (decls []ast.Decl) {
	if len(again) == 0 {
		return nil
	}
	all := maps.Clone(again)
	for grown := true; grown; {
		grown = false
		for name, e := range a.seen.names {
			if all[name] || own[name] {
				continue
			}
			var n ast.Node
			switch {
			case e.spec != nil:
				n = e.spec
			case e.fn != nil:
				n = e.fn
			default:
				continue
			}
			for m := range mentions(n) {
				if all[m] && m != name {
					all[name], grown = true, true
					break
				}
			}
		}
	}
	written := map[string]bool{}
	for _, m := range methods {
		written[receiverName(m)+"."+m.Name.Name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		e := a.seen.names[name]
		switch {
		case e.spec != nil:
			decls = append(decls, &ast.GenDecl{TokPos: e.spec.Pos(), Tok: token.TYPE, Specs: []ast.Spec{e.spec}})
			for _, m := range slices.Sorted(maps.Keys(e.methods)) {
				if !written[name+"."+m] {
					decls = append(decls, e.methods[m])
				}
			}
		case e.fn != nil:
			decls = append(decls, e.fn)
		}
	}
	return decls
}

func methodOf(n *types.Named, name string) *types.Func {
	for m := range n.Methods() {
		if m.Name() == name {
			return m
		}
	}
	return nil
}

// successors gives for each live type that the segment repeats with the same
// declaration the type that follows it.
func (a *attempt) successors() map[*types.TypeName]types.Type {
	next := map[*types.TypeName]types.Type{}
	for name, e := range a.after {
		old, fresh := a.seen.names[name], e.named()
		if fresh == nil || old.named() == nil || old.spec == nil || e.spec == nil || text(old.spec) != text(e.spec) {
			continue
		}
		if fresh.TypeParams().Len() == 0 {
			next[old.named().Obj()] = fresh
		}
	}
	return next
}

// rebase lets the session's variables of types that were repeated go on under
// the new ones.
func (a *attempt) rebase() {
	next := a.successors()
	if len(next) == 0 {
		return
	}
	for name, e := range a.seen.names {
		v := e.variable()
		if v == nil || a.after[name] != nil {
			continue
		}
		if t := replaceTypes(v.Type(), next); t != v.Type() {
			pkg := types.NewPackage("main", "main") // the segment's own has the old variable
			fresh := types.NewVar(v.Pos(), pkg, v.Name(), t)
			pkg.Scope().Insert(fresh)
			a.seg.Binds = append(a.seg.Binds, Bind{fresh, v})
			a.after[name] = &entry{obj: fresh}
		}
	}
}

// sameSignature tells whether callers of f can run g: the signatures agree, but
// for types that g's cell repeats.
func (a *attempt) sameSignature(f, g *types.Func) bool {
	next := a.successors()
	return types.Identical(replaceTypes(f.Signature(), next), g.Signature())
}

// replaceTypes is t with types put in the place of others; t itself if none
// occurs in it.
func replaceTypes(t types.Type, next map[*types.TypeName]types.Type) types.Type {
	switch x := t.(type) {
	case *types.Named:
		if n := next[x.Obj()]; n != nil {
			return n
		}
		if x.TypeArgs().Len() > 0 {
			var args []types.Type
			changed := false
			for a := range x.TypeArgs().Types() {
				b := replaceTypes(a, next)
				changed = changed || a != b
				args = append(args, b)
			}
			if changed {
				if n, err := types.Instantiate(nil, x.Origin(), args, false); err == nil {
					return n
				}
			}
		}
	case *types.Pointer:
		if e := replaceTypes(x.Elem(), next); e != x.Elem() {
			return types.NewPointer(e)
		}
	case *types.Slice:
		if e := replaceTypes(x.Elem(), next); e != x.Elem() {
			return types.NewSlice(e)
		}
	case *types.Array:
		if e := replaceTypes(x.Elem(), next); e != x.Elem() {
			return types.NewArray(e, x.Len())
		}
	case *types.Chan:
		if e := replaceTypes(x.Elem(), next); e != x.Elem() {
			return types.NewChan(x.Dir(), e)
		}
	case *types.Map:
		k, e := replaceTypes(x.Key(), next), replaceTypes(x.Elem(), next)
		if k != x.Key() || e != x.Elem() {
			return types.NewMap(k, e)
		}
	case *types.Signature:
		if x.TypeParams().Len() > 0 {
			return t
		}
		p, r := replaceTuple(x.Params(), next), replaceTuple(x.Results(), next)
		if p != x.Params() || r != x.Results() {
			return types.NewSignatureType(nil, nil, nil, p, r, x.Variadic())
		}
	case *types.Struct:
		changed := false
		var fields []*types.Var
		var tags []string
		for i := range x.NumFields() {
			f := x.Field(i)
			ft := replaceTypes(f.Type(), next)
			if ft != f.Type() {
				changed = true
				f = types.NewField(f.Pos(), f.Pkg(), f.Name(), ft, f.Embedded())
			}
			fields, tags = append(fields, f), append(tags, x.Tag(i))
		}
		if changed {
			return types.NewStruct(fields, tags)
		}
	}
	return t
}

func replaceTuple(t *types.Tuple, next map[*types.TypeName]types.Type) *types.Tuple {
	changed := false
	var vs []*types.Var
	for v := range t.Variables() {
		vt := replaceTypes(v.Type(), next)
		if vt != v.Type() {
			changed = true
			v = types.NewVar(v.Pos(), v.Pkg(), v.Name(), vt)
		}
		vs = append(vs, v)
	}
	if !changed {
		return t
	}
	return types.NewTuple(vs...)
}
