package engine

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"io"
	"os"
	"reflect"
	"sync"
	"sync/atomic"

	"medkit/interp/internal/typemap"
)

// Config is what a World is made over.
type Config struct {
	Lib Library
	// Symbol gives the session's own version of a compiled function, variable
	// or type (os.Exit, fmt.Println, time.Sleep, ...); what it does not have is
	// looked up in the library's tables.
	Symbol func(pkg, name string) (reflect.Value, bool)
	// File, if not nil, is asked when a file becomes an interface value. What it
	// gives, if not nil and of the interface, goes in instead: a session's standard
	// input, as an io.Reader, asks the front end.
	File func(*os.File) any
	// Poison never reuses frames and fills them with poison when they are left,
	// so that a pointer into a frame that escape analysis missed shows. For tests.
	Poison bool
	// Stderr is where print and println write; os.Stderr if nil.
	Stderr io.Writer
}

func (w *World) stderr() io.Writer {
	if w.cfg.Stderr != nil {
		return w.cfg.Stderr
	}
	return os.Stderr
}

// World is what outlives a cell or program: types, package-level variables and
// functions. Its methods may be called from several goroutines.
type World struct {
	cfg    Config
	types  typeMap
	poison bool
	funcs  atomic.Uint32 // Func ids

	compileMu sync.Mutex // held while a body is compiled; recursive use goes through comp

	mu       sync.Mutex
	units    map[*types.Info]*unit
	decls    map[*types.Func]*decl
	insts    map[*types.Func][]*instance
	globals  map[*types.Var]ptr
	replaced map[*types.Func]*types.Func
	inits    map[*types.Package][]*Func // of programs, in order
	pending  []*Func                    // of user code, to be compiled before Load returns

	worldCalls // state of the call half
}

// Unit is a checked package, or a cell of one.
type Unit struct {
	Fset  *token.FileSet
	Files []*ast.File
	Pkg   *types.Package
	Info  *types.Info
	// Program is set for a whole program: Load compiles the initialisers of its
	// package-level variables too. A cell has none of its own: the session makes
	// statements of them.
	Program bool
}

// unit is what code of one type-check shares.
type unit struct {
	fset *token.FileSet
	pkg  *types.Package
	info *types.Info
	user bool // a loaded Unit, not library source
	esc  map[ast.Node]escaping
}

// decl is a function's source.
type decl struct {
	u    *unit
	node *ast.FuncDecl
	fn   *types.Func
}

// instance is a declared function's code for one list of type arguments.
type instance struct {
	args []types.Type
	fn   *Func
}

// New makes an empty World.
func New(cfg Config) *World {
	w := &World{
		cfg:      cfg,
		poison:   cfg.Poison,
		units:    map[*types.Info]*unit{},
		decls:    map[*types.Func]*decl{},
		insts:    map[*types.Func][]*instance{},
		globals:  map[*types.Var]ptr{},
		replaced: map[*types.Func]*types.Func{},
		inits:    map[*types.Package][]*Func{},
	}
	w.types = newTypeMap(w)
	return w
}

// Load records u's declarations and compiles all its functions, generic ones
// as far as they are instantiated, so that what cannot be run is an error now.
func (w *World) Load(u *Unit) (err error) {
	iu := w.unitOf(u.Info, u.Fset, u.Pkg)
	iu.user = true
	var roots []*types.Func
	w.mu.Lock()
	for _, f := range u.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			o, ok := u.Info.Defs[fd.Name].(*types.Func)
			if !ok {
				continue
			}
			w.decls[o] = &decl{iu, fd, o}
			if fd.Body != nil && typeParams(o) == 0 && o.Name() != "_" {
				roots = append(roots, o)
			}
		}
	}
	w.mu.Unlock()
	defer w.catchError(&err)
	for _, o := range roots {
		w.funcFor(o, nil)
	}
	if u.Program {
		fns := w.initFuncs(u)
		w.mu.Lock()
		w.inits[u.Pkg] = fns
		w.pending = append(w.pending, fns...)
		w.mu.Unlock()
	}
	w.compilePending()
	return nil
}

// catchError ends a Load that failed. What it left uncompiled is compiled, or
// refused, when it is called.
func (w *World) catchError(err *error) {
	switch r := recover().(type) {
	case nil:
	case *Error:
		*err = r
		w.mu.Lock()
		w.pending = nil
		w.mu.Unlock()
	default:
		panic(r)
	}
}

func typeParams(o *types.Func) int {
	s := o.Signature()
	return s.TypeParams().Len() + s.RecvTypeParams().Len()
}

func (w *World) unitOf(info *types.Info, fset *token.FileSet, pkg *types.Package) *unit {
	w.mu.Lock()
	defer w.mu.Unlock()
	u := w.units[info]
	if u == nil {
		u = &unit{fset: fset, pkg: pkg, info: info, esc: map[ast.Node]escaping{}}
		w.units[info] = u
	}
	return u
}

// compilePending compiles user functions that were asked for, and what they
// ask for in turn.
func (w *World) compilePending() {
	for {
		w.mu.Lock()
		if len(w.pending) == 0 {
			w.mu.Unlock()
			return
		}
		fn := w.pending[0]
		w.pending = w.pending[1:]
		w.mu.Unlock()
		w.compile(fn)
	}
}

// compile makes fn's code unless that has happened.
func (w *World) compile(fn *Func) {
	w.compileMu.Lock()
	defer w.compileMu.Unlock()
	if fn.ready.Load() {
		return
	}
	fn.build(fn)
	fn.done()
}

// Pointer gives the address, as a *T, of a package-level variable, which is
// made zero when it is first asked for.
func (w *World) Pointer(v *types.Var) reflect.Value {
	return reflect.NewAt(w.rt(v.Type()), w.globalPtr(v))
}

// Bind makes v live at p, a *T. Code that was compiled before keeps the place
// that v had then.
func (w *World) Bind(v *types.Var, p reflect.Value) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.globals[v] = p.UnsafePointer()
}

// globalPtr is the heap cell of a package-level variable: the compiled
// package's own when the library has one.
func (w *World) globalPtr(v *types.Var) ptr {
	w.mu.Lock()
	p := w.globals[v]
	w.mu.Unlock()
	if p != nil {
		return p
	}
	if s, ok := w.symbol(v); ok && s.CanAddr() {
		p = s.Addr().UnsafePointer()
	} else {
		p = unsafeNew(rtypeOf(w.rt(v.Type())))
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if q := w.globals[v]; q != nil {
		return q
	}
	w.globals[v] = p
	return p
}

// Func is a function without type parameters as a value of its Go type.
func (w *World) Func(o *types.Func) reflect.Value {
	if v, ok := w.symbol(o); ok {
		return v
	}
	fn := w.funcFor(o, nil)
	if fn == nil {
		panic(unsupported("no source of " + o.FullName()))
	}
	ft := w.rt(o.Signature())
	p := w.funcPtr(ft, &Closure{fn: fn})
	return reflect.NewAt(ft, ptr(&p)).Elem()
}

// Callable is a function without type parameters as a value that anything may
// call; false if calls have to be made by the engine, or there is no such
// function.
func (w *World) Callable(o *types.Func) (reflect.Value, bool) {
	if w.intrinsic(o) != nil {
		return reflect.Value{}, false
	}
	if v, ok := w.symbol(o); ok {
		return v, v.Kind() == reflect.Func
	}
	if w.funcFor(o, nil) == nil {
		return reflect.Value{}, false
	}
	return w.Func(o), true
}

// symbol finds the compiled function, variable or type of a package-level
// object of an imported package.
func (w *World) symbol(o types.Object) (reflect.Value, bool) {
	if o.Pkg() == nil || o.Pkg().Name() == "main" {
		return reflect.Value{}, false
	}
	return w.symbolNamed(o.Pkg().Path(), o.Name())
}

// rt is the run-time type of a type without type parameters.
func (w *World) rt(t types.Type) reflect.Type {
	defer locateType()
	return w.types.Type(t)
}

// locateType turns a type that cannot be made into an Error.
func locateType() {
	switch e := recover().(type) {
	case nil:
	case *typemap.Error:
		panic(unsupported(e.Error()))
	default:
		panic(e)
	}
}

// funcFor gives the Func of a declared function or method for a list of type
// arguments (of the receiver's type for a method), nil if there is no source.
// Its code is made later: at the end of Load, or at the first call.
func (w *World) funcFor(o *types.Func, args []types.Type) *Func {
	o = o.Origin()
	w.mu.Lock()
	for r := w.replaced[o]; r != nil; r = w.replaced[o] {
		o = r
	}
	for _, i := range w.insts[o] {
		if sameTypes(i.args, args) {
			w.mu.Unlock()
			return i.fn
		}
	}
	d := w.decls[o]
	w.mu.Unlock()
	if d == nil {
		d = w.librarySource(o)
	}
	if d == nil || d.node.Body == nil {
		return nil
	}
	fn := w.newInstance(d, args)
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, i := range w.insts[o] {
		if sameTypes(i.args, args) {
			return i.fn
		}
	}
	w.insts[o] = append(w.insts[o], &instance{args, fn})
	if fn.user {
		w.pending = append(w.pending, fn)
	}
	return fn
}

// Replace makes every caller of old, a function or method, run fresh instead,
// which has the same signature. Calls under way finish in old's body.
func (w *World) Replace(old, fresh *types.Func) {
	old, fresh = old.Origin(), fresh.Origin()
	if old == fresh {
		return
	}
	w.mu.Lock()
	insts := w.insts[old]
	w.replaced[old] = fresh
	w.mu.Unlock()
	for _, i := range insts {
		if fn := w.funcFor(fresh, i.args); fn != nil {
			i.fn.replaced.Store(fn)
			i.fn.id.Store(idReplaced)
		}
	}
}

// methodFunc is funcFor for method m of n, a possibly instantiated type.
func (w *World) methodFunc(m *types.Func, n *types.Named) *Func {
	var args []types.Type
	for t := range n.TypeArgs().Types() {
		args = append(args, t)
	}
	return w.funcFor(m, args)
}

func sameTypes(a, b []types.Type) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !types.Identical(a[i], b[i]) {
			return false
		}
	}
	return true
}

// newInstance makes the Func of d for type arguments.
func (w *World) newInstance(d *decl, args []types.Type) *Func {
	sig := d.fn.Signature()
	params := sig.TypeParams()
	if sig.Recv() != nil {
		params = sig.RecvTypeParams()
	}
	if params.Len() != len(args) {
		panic(unsupported(fmt.Sprintf("%s with %d type arguments", d.fn.FullName(), len(args))))
	}
	var env *typeEnv
	if len(args) > 0 {
		env = newEnv(w.types, params, args, d.node)
	}
	plain := types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
	st := env.Subst(plain).(*types.Signature)
	var recv reflect.Type
	if sig.Recv() != nil {
		recv = w.rt(env.Subst(sig.Recv().Type()))
	}
	fn := w.newFunc(d.u, funcName(d.fn), w.rt(st), recv, func(fn *Func) { w.compileDecl(fn, d, env, st) })
	fn.user = d.u.user
	return fn
}

// funcName is the name of a declared function as the runtime spells it.
func funcName(o *types.Func) string {
	pkg := ""
	if o.Pkg() != nil {
		pkg = o.Pkg().Path() + "."
	}
	sig := o.Signature()
	name := o.Name()
	if sig.TypeParams().Len() > 0 {
		name += "[...]"
	}
	if sig.Recv() == nil {
		return pkg + name
	}
	t := types.Unalias(sig.Recv().Type())
	star := false
	if p, ok := t.(*types.Pointer); ok {
		t, star = types.Unalias(p.Elem()), true
	}
	tn := types.TypeString(t, func(*types.Package) string { return "" })
	if n, ok := t.(*types.Named); ok {
		tn = n.Obj().Name()
		if n.TypeArgs().Len() > 0 || n.TypeParams().Len() > 0 {
			tn += "[...]"
		}
	}
	if star {
		tn = "(*" + tn + ")"
	}
	return pkg + tn + "." + name
}
