package typemap

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// TypeName is the name of a named type as the runtime spells it, without its
// package: "Pair[string,example.com/x.T]".
func TypeName(n *types.Named) string {
	if n.TypeArgs().Len() == 0 {
		return n.Obj().Name()
	}
	args := make([]types.Type, 0, n.TypeArgs().Len())
	for a := range n.TypeArgs().Types() {
		args = append(args, a)
	}
	return InstanceName(n.Obj().Name(), args)
}

// InstanceName is the name of an instance of a generic function or type, under
// which a table of symbols has it if it is compiled.
func InstanceName(name string, args []types.Type) string {
	list := make([]string, 0, len(args))
	for _, a := range args {
		list = append(list, typeString(a))
	}
	return name + "[" + strings.Join(list, ",") + "]"
}

// typeString spells a type argument as the compiler does in a type's name.
func typeString(t types.Type) string {
	switch t := t.(type) {
	case *types.Alias:
		return typeString(types.Unalias(t))
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			return "unsafe.Pointer"
		}
		return types.Typ[t.Kind()].Name() // not byte, rune
	case *types.Named:
		if t.Obj().Pkg() == nil {
			return t.Obj().Name()
		}
		return t.Obj().Pkg().Path() + "." + TypeName(t) + localMark(t.Obj())
	case *types.Pointer:
		return "*" + typeString(t.Elem())
	case *types.Slice:
		return "[]" + typeString(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), typeString(t.Elem()))
	case *types.Map:
		return "map[" + typeString(t.Key()) + "]" + typeString(t.Elem())
	case *types.Chan:
		e := typeString(t.Elem())
		switch t.Dir() {
		case types.SendOnly:
			return "chan<- " + e
		case types.RecvOnly:
			return "<-chan " + e
		}
		if c, ok := types.Unalias(t.Elem()).(*types.Chan); ok && c.Dir() == types.RecvOnly {
			return "chan (" + e + ")"
		}
		return "chan " + e
	case *types.Signature:
		return "func" + signatureString(t)
	case *types.Struct:
		if t.NumFields() == 0 {
			return "struct {}"
		}
		var b strings.Builder
		b.WriteString("struct {")
		for i := range t.NumFields() {
			f := t.Field(i)
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteByte(' ')
			if !f.Embedded() {
				if !f.Exported() {
					b.WriteString(pathOf(f.Pkg()) + ".")
				}
				b.WriteString(f.Name() + " ")
			}
			b.WriteString(typeString(f.Type()))
			if tag := t.Tag(i); tag != "" {
				fmt.Fprintf(&b, " %q", tag)
			}
		}
		return b.String() + " }"
	case *types.Interface:
		if t.NumMethods() == 0 {
			return "interface {}"
		}
		var ms []string
		for f := range t.Methods() {
			name := f.Name()
			if !f.Exported() {
				name = pathOf(f.Pkg()) + "." + name
			}
			ms = append(ms, " "+name+signatureString(f.Signature()))
		}
		return "interface {" + strings.Join(ms, ";") + " }"
	}
	return t.String()
}

// localMark tells apart types of one name that functions declare: the compiler
// numbers them in the order of the source.
func localMark(o *types.TypeName) string {
	pkg := o.Pkg().Scope()
	if o.Parent() == pkg {
		return ""
	}
	var all []token.Pos
	var visit func(s *types.Scope)
	visit = func(s *types.Scope) {
		for _, name := range s.Names() {
			if t, ok := s.Lookup(name).(*types.TypeName); ok && !t.IsAlias() && s != pkg {
				if _, param := t.Type().(*types.TypeParam); !param {
					all = append(all, t.Pos())
				}
			}
		}
		for i := range s.NumChildren() {
			visit(s.Child(i))
		}
	}
	visit(pkg)
	slices.Sort(all)
	i, found := slices.BinarySearch(all, o.Pos())
	if !found {
		return ""
	}
	return fmt.Sprintf("·%d", i+1)
}

func signatureString(t *types.Signature) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := range t.Params().Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		p := t.Params().At(i).Type()
		if t.Variadic() && i == t.Params().Len()-1 {
			b.WriteString("..." + typeString(types.Unalias(p).(*types.Slice).Elem()))
		} else {
			b.WriteString(typeString(p))
		}
	}
	b.WriteByte(')')
	switch n := t.Results().Len(); {
	case n == 1:
		b.WriteString(" " + typeString(t.Results().At(0).Type()))
	case n > 1:
		var rs []string
		for v := range t.Results().Variables() {
			rs = append(rs, typeString(v.Type()))
		}
		b.WriteString(" (" + strings.Join(rs, ", ") + ")")
	}
	return b.String()
}
