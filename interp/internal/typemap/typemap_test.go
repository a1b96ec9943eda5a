package typemap

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"unsafe"

	"medkit/interp/internal/rtypes"
	"medkit/interp/internal/stdlib"
)

// world checks a package's source against the standard library.
type world struct {
	t    *testing.T
	fset *token.FileSet
	lib  *stdlib.Library
	m    *Map
}

func newWorld(t *testing.T) *world {
	fset := token.NewFileSet()
	w := &world{t: t, fset: fset, lib: stdlib.New(fset)}
	w.m = New(Config{Symbol: w.lib.Symbol, Import: w.lib.Import, Body: func(m *types.Func, recv *types.Named) func(*rtypes.Frame) {
		return func(f *rtypes.Frame) {
			// The method's name, and what it was called on, as its result.
			s := fmt.Sprintf("%s on %s", m.Name(), recv.Obj().Name())
			f.Result(0, unsafe.Pointer(&s))
		}
	}})
	return w
}

type checked struct {
	*types.Package
	info *types.Info
	file *ast.File
}

func (w *world) check(src string) *checked {
	w.t.Helper()
	if !strings.HasPrefix(src, "package") {
		src = "package main\n" + src
	}
	f, err := parser.ParseFile(w.fset, "x.go", src, parser.SkipObjectResolution)
	if err != nil {
		w.t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	p, err := (&types.Config{Importer: w.lib}).Check("main", w.fset, []*ast.File{f}, info)
	if err != nil {
		w.t.Fatal(err)
	}
	return &checked{p, info, f}
}

func (p *checked) typ(name string) types.Type { return p.Scope().Lookup(name).Type() }

func (w *world) rt(p *checked, name string) reflect.Type {
	w.t.Helper()
	return w.m.Type(p.typ(name))
}

// Types that compiled code can spell are the very ones that it has.
func TestCompiledTypes(t *testing.T) {
	w := newWorld(t)
	for expr, want := range map[string]reflect.Type{
		"int": reflect.TypeFor[int](), "byte": reflect.TypeFor[byte](), "rune": reflect.TypeFor[rune](), "any": reflect.TypeFor[any](), "error": reflect.TypeFor[error](),
		"[]string": reflect.TypeFor[[]string](), "[3]int8": reflect.TypeFor[[3]int8](), "map[string][]int": reflect.TypeFor[map[string][]int](),
		"<-chan bool": reflect.TypeFor[<-chan bool](), "chan<- bool": reflect.TypeFor[chan<- bool](), "chan (<-chan int)": reflect.TypeFor[chan (<-chan int)](),
		"func(int, ...string) (bool, error)": reflect.TypeFor[func(int, ...string) (bool, error)](),
		"struct { A int; B string `json:\"b\"` }": reflect.TypeFor[struct {
			A int
			B string `json:"b"`
		}](),
		"unsafe.Pointer": reflect.TypeFor[unsafe.Pointer](), "sync.Mutex": reflect.TypeFor[sync.Mutex](), "*fmt.Stringer": reflect.TypeFor[*fmt.Stringer](),
		"fmt.Stringer": reflect.TypeFor[fmt.Stringer](), "interface{}": reflect.TypeFor[any](), "map[any]struct{}": reflect.TypeFor[map[any]struct{}](),
		"reflect.Type": reflect.TypeFor[reflect.Type](), "runtime.Error": reflect.TypeFor[runtime.Error](), "atomic.Int64": reflect.TypeFor[atomic.Int64](),
		"func(error) fmt.Stringer": reflect.TypeFor[func(error) fmt.Stringer](),
	} {
		p := w.check(`package main
import ("fmt"; "reflect"; "runtime"; "sync"; "sync/atomic"; "unsafe")
var ( _ fmt.Stringer; _ reflect.Type; _ runtime.Error; _ sync.Mutex; _ atomic.Int64; _ unsafe.Pointer )
var x ` + expr)
		if got := w.rt(p, "x"); got != want {
			t.Errorf("%s: %v, want %v", expr, got, want)
		}
	}
}

// Every type of the standard library that has a name is its compiled one, also
// the unexported ones that its exported types have in them.
func TestLibraryTypes(t *testing.T) {
	w := newWorld(t)
	n, hidden := 0, 0
	for _, path := range stdlib.Packages() {
		if path == "unsafe" {
			continue
		}
		p, err := w.lib.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.Scope().Names() {
			o, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || o.IsAlias() || o.Type().(*types.Named).TypeParams().Len() > 0 {
				continue
			}
			if i, ok := o.Type().Underlying().(*types.Interface); ok && !i.IsMethodSet() {
				continue
			}
			func() {
				defer func() {
					if e := recover(); e != nil {
						t.Errorf("%s.%s: %v", path, name, e)
					}
				}()
				r := w.m.Type(o.Type())
				n++
				if !o.Exported() {
					hidden++
				}
				if w.m.GoType(r) != nil {
					t.Logf("%s.%s was made", path, name)
				} else if r.PkgPath() != path || r.Name() != name {
					t.Errorf("%s.%s: %v", path, name, r)
				}
			}()
		}
	}
	t.Logf("%d types, %d of them unexported", n, hidden)
	if n < 1400 {
		t.Errorf("only %d types", n)
	}
}

func TestMade(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
import ("fmt"; "sync"; "time"; "iter"; "sync/atomic"; "strings")
type P struct { X, y int; _ string }
func (p P) String() string { return "" }
func (p *P) Set(x int) {}
type List[T any] struct { head *node[T]; n int }
type node[T any] struct { v T; next *node[T] }
func (l *List[T]) Push(v T) *List[T] { return l }
type Tree struct { kids []Tree; by map[string]*Tree; f func(Tree) Tree; ch chan Tree }
func (t Tree) Walk(func(Tree) bool) iter.Seq[Tree] { return nil }
type A struct { b *B }
type B struct { a A; c map[C]B }
type C [2]*A
type Fn func(Fn) Fn
type Ch chan Ch
type M map[string]M
type S []S
type Ptr *Ptr
type I interface { Next() I; hidden() }
type Emb struct { P; *Tree; fmt.Formatter; mu sync.Mutex }
type Mu struct { sync.Mutex; n int }
type Dur time.Duration
func (d Dur) String() string { return "" }
type FnM func(int) int
func (f FnM) String() string { return "" }
type Pair[K comparable, V any] struct { K K; V V }
func (p Pair[K, V]) String() string { return "" }
type CycA struct { *CycB; n int }
type CycB struct { *CycA }
func (CycA) FromA() string { return "" }
func (*CycB) FromB() string { return "" }
type Err struct{}
func (*Err) Error() string { return "" }
var u struct { P; N int }
var v struct { sync.Mutex; m map[string]int }
var ap atomic.Pointer[P]
var seq iter.Seq[string]
var seqp iter.Seq[P]
var split = strings.SplitSeq
var list List[P]
var pair Pair[string, List[P]]
var pair2 Pair[struct{ a int; B byte }, func(...int) any]
`)
	for name, want := range map[string]string{
		"P": "main.P", "Tree": "main.Tree", "A": "main.A", "B": "main.B", "C": "main.C", "Fn": "main.Fn", "Ch": "main.Ch", "M": "main.M", "S": "main.S", "Ptr": "main.Ptr", "I": "main.I",
		"Emb": "main.Emb", "Mu": "main.Mu", "Dur": "main.Dur", "FnM": "main.FnM",
		"u": "struct { main.P; N int }", "v": "struct { sync.Mutex; m map[string]int }",
		"ap": "atomic.Pointer[main.P]", "seq": "iter.Seq[string]", "seqp": "iter.Seq[main.P]", "list": "main.List[main.P]",
		"pair": "main.Pair[string,main.List[main.P]]", "pair2": "main.Pair[struct { main.a int; B uint8 },func(...int) interface {}]",
	} {
		r := w.rt(p, name)
		if got := r.String(); got != want && !strings.HasPrefix(name, "u") && !strings.HasPrefix(name, "v") {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if again := w.rt(p, name); again != r {
			t.Errorf("%s: another type the second time", name)
		}
		if b := w.m.GoType(r); b != nil && !types.Identical(b, p.typ(name)) {
			t.Errorf("%s: GoType %v", name, b)
		}
	}
	// What they are made of.
	eq := func(what string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
	tree := w.rt(p, "Tree")
	eq("Tree.kids", tree.Field(0).Type, reflect.SliceOf(tree))
	eq("Tree.by", tree.Field(1).Type.Elem().Elem(), tree)
	eq("Tree.f", tree.Field(2).Type.In(0), tree)
	walk, _ := tree.MethodByName("Walk")
	eq("Tree.Walk", walk.Type.Out(0).String(), "iter.Seq[main.Tree]")
	b := w.rt(p, "B")
	eq("B.a", b.Field(0).Type, w.rt(p, "A"))
	eq("B.c", b.Field(1).Type.Key(), w.rt(p, "C"))
	eq("Fn", w.rt(p, "Fn").In(0), w.rt(p, "Fn"))
	eq("Ch", w.rt(p, "Ch").Elem(), w.rt(p, "Ch"))
	eq("M", w.rt(p, "M").Elem(), w.rt(p, "M"))
	eq("S", w.rt(p, "S").Elem(), w.rt(p, "S"))
	eq("Ptr", w.rt(p, "Ptr").Elem(), w.rt(p, "Ptr"))
	next, _ := w.rt(p, "I").MethodByName("Next")
	eq("I.Next", next.Type.Out(0), w.rt(p, "I"))
	eq("split", w.rt(p, "split"), reflect.TypeOf(strings.SplitSeq))
	eq("Mu", reflect.PointerTo(w.rt(p, "Mu")).Implements(reflect.TypeFor[sync.Locker]()), true)
	eq("v", reflect.PointerTo(w.rt(p, "v")).Implements(reflect.TypeFor[sync.Locker]()), true)
	eq("u", w.rt(p, "u").Implements(reflect.TypeFor[fmt.Stringer]()), true)
	eq("Err", w.rt(p, "Err").Implements(reflect.TypeFor[error]()), false)
	eq("*Err", reflect.PointerTo(w.rt(p, "Err")).Implements(reflect.TypeFor[error]()), true)
	for _, n := range []string{"CycA", "CycB"} {
		pt := reflect.PointerTo(w.rt(p, n))
		eq("*"+n, pt.NumMethod(), 2)
	}
	// Methods work.
	for _, n := range []string{"P", "Dur", "FnM", "pair", "u"} {
		s, ok := reflect.New(w.rt(p, n)).Elem().Interface().(fmt.Stringer)
		if !ok || !strings.HasPrefix(s.String(), "String on ") {
			t.Errorf("%s is no Stringer: %v", n, ok)
		}
	}
	e := &struct{ error }{reflect.New(w.rt(p, "Err")).Interface().(error)}
	var target *struct{ error }
	if errors.As(e, &target); e.Error() != "Error on Err" {
		t.Error(e)
	}
}

// A library package read twice, from export data and as source, has one set of
// run-time types.
func TestTwoCopies(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
import ("sync/atomic"; "unique"; "slices")
type T struct{}
var a atomic.Pointer[T]
var h unique.Handle[string]
var _ = slices.Max[[]int]`)
	a := types.Unalias(p.typ("a")).(*types.Named)
	load, _, _ := types.LookupFieldOrMethod(types.NewPointer(a), false, a.Obj().Pkg(), "Load")
	src, ok := w.lib.Body(load.(*types.Func))
	if !ok {
		t.Fatal("no source of Load")
	}
	r := w.m.Type(a)
	env := NewEnv(w.m, src.Func.Signature().RecvTypeParams(), []types.Type{p.typ("T")}, src.Decl)
	recv := env.Subst(src.Func.Signature().Recv().Type())
	if types.Identical(recv, types.NewPointer(a)) {
		t.Error("the copies are one: the test shows nothing")
	}
	if got := w.m.Type(recv); got != reflect.PointerTo(r) {
		t.Errorf("%v and %v", got, r)
	}
	if w.m.Type(env.Subst(src.Func.Signature().Results().At(0).Type())) != reflect.PointerTo(w.rt(p, "T")) {
		t.Error("result")
	}
}

func TestEnv(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
type L[T any] struct { next *L[T]; v T }
func F[K comparable, V any](k K) {
	type local struct { k K; next *local; l *L[local] }
	type plain int
	var a local; var b plain; var c map[K][]V; var d interface{ M(K) V }; var e func(...V) L[V]; var f [2]chan K; var g struct{ A *V }; var h int
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
}`)
	fn := p.file.Decls[1].(*ast.FuncDecl)
	sig := p.Scope().Lookup("F").(*types.Func).Signature()
	vars := map[string]types.Type{}
	for id, o := range p.info.Defs {
		if v, ok := o.(*types.Var); ok && v.Parent() != nil {
			vars[id.Name] = v.Type()
		}
	}
	mk := func(k, v types.Type) *Env { return NewEnv(w.m, sig.TypeParams(), []types.Type{k, v}, fn) }
	e1 := mk(types.Typ[types.Int], types.Typ[types.String])
	e2 := mk(types.Typ[types.Int], types.Typ[types.Bool])
	for name, want := range map[string]string{
		"a": "main.local[int,string]", "b": "main.plain[int,string]", "c": "map[int][]string", "d": "interface { M(int) string }", "e": "func(...string) main.L[string]", "f": "[2]chan int", "g": "struct { A *string }", "h": "int",
	} {
		s := e1.Subst(vars[name])
		if s != e1.Subst(vars[name]) {
			t.Errorf("%s: not the same type again", name)
		}
		if got := w.m.Type(s).String(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if local := name == "a" || name == "b"; local && w.m.Type(e2.Subst(vars[name])) == w.m.Type(s) {
			t.Errorf("%s: one type in two instances", name)
		}
	}
	r := w.m.Type(e1.Subst(vars["a"]))
	if r.Field(1).Type != reflect.PointerTo(r) {
		t.Error("local type does not refer to itself:", r.Field(1).Type)
	}
	var none *Env
	if none.Subst(vars["a"]) != vars["a"] {
		t.Error("nil Env")
	}
}

func TestAlias(t *testing.T) {
	w := newWorld(t)
	src := `
type P struct { X int; next *P; o Other }
func (p P) String() string { return "" }
type G[T any] struct { v T }
func (g G[T]) Get() T { return g.v }
type Other struct { N int }
var g G[P]; var gs []map[string]*G[P]; var s struct { P }`
	one, two, three := w.check(src), w.check(src), w.check(src)
	rs := map[string]reflect.Type{}
	names := []string{"P", "Other", "g", "gs", "s"}
	for _, n := range names {
		rs[n] = w.rt(one, n)
	}
	for _, n := range []string{"P", "Other", "G"} {
		w.m.Alias(two.typ(n).(*types.Named), one.typ(n).(*types.Named))
		w.m.Alias(three.typ(n).(*types.Named), two.typ(n).(*types.Named))
	}
	for _, p := range []*checked{two, three} {
		for _, n := range names {
			if got := w.rt(p, n); got != rs[n] {
				t.Errorf("%s: %v is another type", n, got)
			}
		}
	}
	four := w.check(src)
	for _, n := range names {
		if got := w.rt(four, n); got == rs[n] {
			t.Errorf("%s: one type for two declarations", n)
		}
	}
}

func TestTarget(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
import ("bytes"; "fmt")
type P struct { X int }
func (p P) Val() string { return "" }
func (p *P) Ptr() string { return "" }
func (p P) hidden() string { return "" }
type Fn func()
func (f Fn) Val() string { return "" }
type Box struct { p *P }
func (b Box) Val() string { return "" }
type In struct { pad [3]int; P }
type InPtr struct { pad int; *P }
type Deep struct { n string; *In }
type OnePtr struct { *P }
type Iface struct { fmt.Stringer }
type Std struct { bytes.Buffer; P }
type L[T any] struct { v T }
func (l *L[T]) Ptr() string { return "" }
type InL struct { n int; L[string] }
var l L[int]
`)
	pType := w.rt(p, "P")
	mk := func(x int) unsafe.Pointer {
		v := reflect.New(pType)
		v.Elem().Field(0).SetInt(int64(x))
		return v.UnsafePointer()
	}
	for _, c := range []struct {
		typ    string
		ptr    bool
		method string
		recv   string // of the target; "": none
		direct bool
		word   func(v reflect.Value) unsafe.Pointer // the address that Receiver must give
	}{
		{"P", false, "Val", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.UnsafePointer() }},
		{"P", true, "Val", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.UnsafePointer() }},
		{"P", true, "Ptr", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.UnsafePointer() }},
		{"P", true, "hidden", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.UnsafePointer() }},
		{"P", true, "none", "", false, nil},
		{"Fn", false, "Val", "main.Fn", true, nil},
		{"Box", false, "Val", "main.Box", true, nil},
		{"In", true, "Ptr", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).Addr().UnsafePointer() }},
		{"In", false, "Val", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).Addr().UnsafePointer() }},
		{"InPtr", true, "Ptr", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).UnsafePointer() }},
		{"InPtr", false, "Val", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).UnsafePointer() }},
		{"Deep", true, "Ptr", "main.P", false, func(v reflect.Value) unsafe.Pointer {
			return v.Elem().Field(1).Elem().Field(1).Addr().UnsafePointer()
		}},
		{"OnePtr", false, "Ptr", "main.P", true, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(0).UnsafePointer() }},
		{"Iface", false, "String", "", false, nil},
		{"Std", true, "Len", "", false, nil},
		{"Std", true, "Val", "main.P", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).Addr().UnsafePointer() }},
		{"l", true, "Ptr", "main.L[int]", false, func(v reflect.Value) unsafe.Pointer { return v.UnsafePointer() }},
		{"InL", true, "Ptr", "main.L[string]", false, func(v reflect.Value) unsafe.Pointer { return v.Elem().Field(1).Addr().UnsafePointer() }},
	} {
		what := fmt.Sprintf("%s.%s ptr %v", c.typ, c.method, c.ptr)
		r := w.rt(p, c.typ)
		dyn := r
		if c.ptr {
			dyn = reflect.PointerTo(r)
		}
		for range 2 {
			g, ok := w.m.Target(dyn, c.method, p.Package)
			if ok != (c.recv != "") {
				t.Errorf("%s: %v", what, ok)
				break
			}
			if !ok {
				break
			}
			if got := types.TypeString(g.Recv, nil); got != c.recv || g.Direct != c.direct || g.Func.Name() != c.method || g.PtrRecv != (c.method == "Ptr") {
				t.Errorf("%s: %s, direct %v, %s", what, got, g.Direct, g)
			}
			v := reflect.New(r)
			switch c.typ {
			case "InPtr", "OnePtr":
				*(*unsafe.Pointer)(v.Elem().Field(r.NumField() - 1).Addr().UnsafePointer()) = mk(3)
			case "Deep":
				*(*unsafe.Pointer)(v.Elem().Field(1).Addr().UnsafePointer()) = reflect.New(w.rt(p, "In")).UnsafePointer()
			}
			word := v.UnsafePointer()
			if c.direct {
				word = *(*unsafe.Pointer)(word)
			}
			got := g.Receiver(&word)
			if c.word != nil && got != c.word(v) || c.word == nil && got != unsafe.Pointer(&word) {
				t.Errorf("%s: receiver at another place", what)
			}
		}
	}
	// A nil pointer in front of a value method.
	g, _ := w.m.Target(reflect.PointerTo(pType), "Val", p.Package)
	defer func() {
		if got := fmt.Sprint(recover()); got != "value method main.P.Val called using nil *P pointer" {
			t.Error(got)
		}
	}()
	g.Receiver(new(unsafe.Pointer))
}

func TestErrors(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
type Num interface { ~int | ~string }
type G[T any] struct { v T }
func F[T any](x T) {}
`)
	sig := p.Scope().Lookup("F").Type().(*types.Signature)
	for what, typ := range map[string]types.Type{"constraint": p.typ("Num"), "parameter": sig.Params().At(0).Type(), "generic": p.typ("G"), "invalid": types.Typ[types.Invalid]} {
		func() {
			defer func() {
				if e, ok := recover().(*Error); !ok || e.Error() == "" {
					t.Errorf("%s: %v", what, e)
				}
			}()
			t.Errorf("%s: %v", what, w.m.Type(typ))
		}()
	}
	// The Map works on.
	if w.m.Type(types.Typ[types.Int]) != reflect.TypeFor[int]() {
		t.Error("int")
	}
}

func TestConcurrent(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
type P struct { X int; q *Q }
func (p P) String() string { return "" }
type Q struct { m map[string]P }
func (q *Q) Get() P { return P{} }`)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				r := w.rt(p, "P")
				w.rt(p, "Q")
				w.m.Target(r, "String", p.Package)
				w.m.GoType(r)
			}
		})
	}
	wg.Wait()
}

// BenchmarkType makes types as a cell that declares them does: one with a
// method, and two that refer to each other.
func BenchmarkType(b *testing.B) {
	fset := token.NewFileSet()
	lib := stdlib.New(fset)
	b.Run("cached", func(b *testing.B) {
		m := New(Config{Symbol: lib.Symbol, Import: lib.Import})
		t := types.NewSlice(types.Typ[types.Int])
		for b.Loop() {
			m.Type(t)
		}
	})
	f, err := parser.ParseFile(fset, "x.go", `package main
type P struct { X, Y float64 }
func (p P) String() string { return "" }
type List struct { head *node; n int }
type node struct { v int; next *node; l *List }
`, 0)
	if err != nil {
		b.Fatal(err)
	}
	p, err := (&types.Config{}).Check("main", fset, []*ast.File{f}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"P", "List"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range min(b.N, 500) { // method slots are finite
				New(Config{Symbol: lib.Symbol, Import: lib.Import}).Type(p.Scope().Lookup(name).Type())
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(min(b.N, 500)), "µs/type")
		})
	}
}
