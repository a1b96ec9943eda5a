package main

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// instances collects the instances of generic types that packages mention
// (iter.Seq[string] in package strings), since run-time code cannot find them
// by itself. Only those with type arguments that other packages can name count.
type instances struct {
	seen map[types.Type]bool
	all  map[string]map[string]bool // path of the generic type's package, its spelling
}

func (in *instances) of(path string) []string {
	return slices.Sorted(maps.Keys(in.all[path]))
}

func (in *instances) visit(p *types.Package) {
	for _, name := range p.Scope().Names() {
		if o := p.Scope().Lookup(name); o.Exported() {
			in.walk(o.Type())
		}
	}
}

func (in *instances) walk(t types.Type) {
	if t == nil || in.seen[t] {
		return
	}
	in.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		in.walk(types.Unalias(t))
	case *types.Pointer:
		in.walk(t.Elem())
	case *types.Slice:
		in.walk(t.Elem())
	case *types.Array:
		in.walk(t.Elem())
	case *types.Chan:
		in.walk(t.Elem())
	case *types.Map:
		in.walk(t.Key())
		in.walk(t.Elem())
	case *types.Tuple:
		for v := range t.Variables() {
			in.walk(v.Type())
		}
	case *types.Signature:
		in.walk(t.Params())
		in.walk(t.Results())
	case *types.Interface:
		for m := range t.Methods() {
			in.walk(m.Type())
		}
	case *types.Struct:
		for f := range t.Fields() {
			in.walk(f.Type())
		}
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			in.walk(a)
		}
		if s, ok := spell(t); ok && t.TypeArgs().Len() > 0 {
			path := t.Obj().Pkg().Path()
			if in.all[path] == nil {
				in.all[path] = map[string]bool{}
			}
			in.all[path][s] = true
		}
		in.walk(t.Underlying())
		for m := range t.Methods() {
			if m.Exported() {
				in.walk(m.Type())
			}
		}
	}
}

// spell writes a type as Go code and, braces apart, as the runtime names it;
// false if code of another package cannot, or if it is not worth it.
func spell(t types.Type) (string, bool) {
	switch t := t.(type) {
	case *types.Alias:
		return spell(types.Unalias(t))
	case *types.Basic:
		return types.Typ[t.Kind()].Name(), t.Kind() != types.UnsafePointer && t.Kind() < types.UntypedBool
	case *types.Pointer:
		s, ok := spell(t.Elem())
		return "*" + s, ok
	case *types.Slice:
		s, ok := spell(t.Elem())
		return "[]" + s, ok
	case *types.Named:
		o := t.Obj()
		if o.Pkg() == nil {
			return o.Name(), o.Name() == "error"
		}
		if !o.Exported() || o.Parent() != o.Pkg().Scope() || !public(o.Pkg().Path()) {
			return "", false
		}
		s := fmt.Sprintf("{%s}.%s", o.Pkg().Path(), o.Name())
		if t.TypeArgs().Len() == 0 {
			return s, t.TypeParams().Len() == 0
		}
		var args []string
		for a := range t.TypeArgs().Types() {
			as, ok := spell(a)
			if !ok {
				return "", false
			}
			args = append(args, as)
		}
		return s + "[" + strings.Join(args, ",") + "]", true
	}
	return "", false
}
