package engine

import (
	"go/ast"
	"go/types"
	"reflect"
)

// Stand-ins for the typemap and stdlib stages until they land.

type Library any

type typeMap interface {
	Type(t types.Type) reflect.Type
}

func newTypeMap(w *World) typeMap { return plainTypes{} }

type plainTypes struct{}

func (p plainTypes) Type(t types.Type) reflect.Type {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch u.Kind() {
		case types.Bool, types.UntypedBool:
			return boolType
		case types.Int, types.UntypedInt:
			return intType
		case types.Int8:
			return reflect.TypeFor[int8]()
		case types.Int16:
			return reflect.TypeFor[int16]()
		case types.Int32, types.UntypedRune:
			return reflect.TypeFor[int32]()
		case types.Int64:
			return reflect.TypeFor[int64]()
		case types.Uint:
			return reflect.TypeFor[uint]()
		case types.Uint8:
			return reflect.TypeFor[uint8]()
		case types.Uint16:
			return reflect.TypeFor[uint16]()
		case types.Uint32:
			return reflect.TypeFor[uint32]()
		case types.Uint64:
			return reflect.TypeFor[uint64]()
		case types.Uintptr:
			return wordType
		case types.Float32:
			return reflect.TypeFor[float32]()
		case types.Float64, types.UntypedFloat:
			return reflect.TypeFor[float64]()
		case types.Complex64:
			return reflect.TypeFor[complex64]()
		case types.Complex128:
			return reflect.TypeFor[complex128]()
		case types.String, types.UntypedString:
			return stringType
		case types.UnsafePointer, types.UntypedNil:
			return ptrType
		}
	case *types.Pointer:
		return reflect.PointerTo(p.Type(u.Elem()))
	case *types.Slice:
		return reflect.SliceOf(p.Type(u.Elem()))
	case *types.Array:
		return reflect.ArrayOf(int(u.Len()), p.Type(u.Elem()))
	case *types.Map:
		return reflect.MapOf(p.Type(u.Key()), p.Type(u.Elem()))
	case *types.Chan:
		return reflect.ChanOf(reflect.BothDir, p.Type(u.Elem()))
	case *types.Struct:
		var fs []reflect.StructField
		for i := range u.NumFields() {
			f := u.Field(i)
			sf := reflect.StructField{Name: f.Name(), Type: p.Type(f.Type())}
			if !f.Exported() {
				sf.PkgPath = "main"
			}
			fs = append(fs, sf)
		}
		return reflect.StructOf(fs)
	case *types.Interface:
		return reflect.TypeFor[any]()
	case *types.Signature:
		var in, out []reflect.Type
		for v := range u.Params().Variables() {
			in = append(in, p.Type(v.Type()))
		}
		for v := range u.Results().Variables() {
			out = append(out, p.Type(v.Type()))
		}
		return reflect.FuncOf(in, out, u.Variadic())
	}
	panic(unsupported("type " + t.String()))
}

type typeEnv struct{}

func (e *typeEnv) Subst(t types.Type) types.Type { return t }

func newEnv(w *World, params *types.TypeParamList, args []types.Type, within ast.Node) *typeEnv {
	return nil
}

func librarySymbol(pkg, name string) (reflect.Value, bool) { return reflect.Value{}, false }

func (w *World) librarySource(o *types.Func) *decl { return nil }
