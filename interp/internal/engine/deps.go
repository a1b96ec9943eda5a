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

func newTypeMap(w *World) typeMap { return nil }

type typeEnv struct{}

func (e *typeEnv) Subst(t types.Type) types.Type { return t }

func newEnv(w *World, params *types.TypeParamList, args []types.Type, within ast.Node) *typeEnv {
	return nil
}

func librarySymbol(pkg, name string) (reflect.Value, bool) { return reflect.Value{}, false }

func (w *World) librarySource(o *types.Func) *decl { return nil }
