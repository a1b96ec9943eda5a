package engine

import (
	"go/types"
	"reflect"

	"medkit/interp/internal/stdlib"
	"medkit/interp/internal/typemap"
)

// What the engine takes from the stages below it.

type (
	// Library is the compiled packages that code may import.
	Library = *stdlib.Library
	typeMap = *typemap.Map
	typeEnv = typemap.Env
)

var newEnv = typemap.NewEnv

// newTypeMap makes the World's types, whose methods compiled code calls through
// compiledBody.
func newTypeMap(w *World) typeMap {
	cfg := typemap.Config{Symbol: w.symbolNamed, Body: w.compiledBody}
	if w.cfg.Lib != nil {
		cfg.Import = w.cfg.Lib.Import
	}
	return typemap.New(cfg)
}

// Types are the run-time types of the World.
func (w *World) Types() *typemap.Map { return w.types }

// symbolNamed finds what the session or the library has compiled under a name.
func (w *World) symbolNamed(pkg, name string) (reflect.Value, bool) {
	if w.cfg.Symbol != nil {
		if v, ok := w.cfg.Symbol(pkg, name); ok {
			return v, true
		}
	}
	if w.cfg.Lib == nil {
		return reflect.Value{}, false
	}
	return w.cfg.Lib.Symbol(pkg, name)
}

// instanceSymbol is symbol for an instance of a generic function: a few of the
// library's are compiled.
func (w *World) instanceSymbol(o *types.Func, args []types.Type) (reflect.Value, bool) {
	if o.Pkg() == nil || o.Pkg().Name() == "main" {
		return reflect.Value{}, false
	}
	return w.symbolNamed(o.Pkg().Path(), typemap.InstanceName(o.Name(), args))
}

// librarySource is the declaration of a library function that runs from source.
func (w *World) librarySource(o *types.Func) *decl {
	if w.cfg.Lib == nil || o.Pkg() == nil || o.Pkg().Name() == "main" {
		return nil
	}
	src, ok := w.cfg.Lib.Body(o)
	if !ok {
		return nil
	}
	return &decl{w.unitOf(src.Info, w.cfg.Lib.Fset(), src.Pkg), src.Decl, src.Func}
}
