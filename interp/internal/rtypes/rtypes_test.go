package rtypes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"
)

type rv = reflect.Value

// meth makes a Method; proto is a nil func of its type, fn takes and gives plain values.
func meth(name string, proto any, fn func(r rv, a []rv) []any) Method {
	t := reflect.TypeOf(proto)
	return Method{Name: name, Type: t, Fn: func(r rv, a []rv) []rv {
		outs := fn(r, a)
		vs := make([]rv, len(outs))
		for i, o := range outs {
			if o == nil {
				vs[i] = reflect.Zero(t.Out(i))
			} else {
				vs[i] = reflect.ValueOf(o)
			}
		}
		return vs
	}}
}

// decl, and named, which makes one type with method expressions.
func decl(name string, build func([]reflect.Type) (reflect.Type, []Method)) Decl {
	return Decl{PkgPath: "main", Name: name, Exprs: true, Build: build}
}

func named(name string, under reflect.Type, methods ...Method) (reflect.Type, error) {
	ts, err := NewGroup([]Decl{decl(name, func([]reflect.Type) (reflect.Type, []Method) { return under, methods })})
	if err != nil {
		return nil, err
	}
	return ts[0], nil
}

func mustNamed(name string, under reflect.Type, methods ...Method) reflect.Type {
	t, err := named(name, under, methods...)
	if err != nil {
		panic(err)
	}
	return t
}

func ptr(m Method) Method { m.PtrRecv = true; return m }

func field(name string, t reflect.Type, tag ...string) reflect.StructField {
	f := reflect.StructField{Name: name, Type: t}
	if len(tag) > 0 {
		f.Tag = reflect.StructTag(tag[0])
	}
	return f
}

func embed(t reflect.Type) reflect.StructField { return reflect.StructField{Type: t, Anonymous: true} }

func structOf(fs ...reflect.StructField) reflect.Type { return Struct("main", fs) }

func set(t reflect.Type, vals ...any) rv {
	v := reflect.New(t).Elem()
	for i, x := range vals {
		f := v.Field(i)
		if !f.CanSet() {
			f = reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
		}
		f.Set(reflect.ValueOf(x).Convert(f.Type()))
	}
	return v
}

func eq(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v (%T), want %v (%T)", got, got, want, want)
	}
}

var (
	tInt    = reflect.TypeFor[int]()
	tString = reflect.TypeFor[string]()
	tFloat  = reflect.TypeFor[float64]()
	tAny    = reflect.TypeFor[any]()
	tError  = reflect.TypeFor[error]()
)

var stringMethod = meth("String", (func() string)(nil), func(r rv, _ []rv) []any {
	return []any{fmt.Sprintf("<%s %v>", r.Type().Name(), r.Field(0))}
})

func pointType() reflect.Type {
	return NewNamed("main", "Point", structOf(field("X", tInt), field("Y", tInt)), []Method{stringMethod})
}

// Elsewhere than on amd64 and arm64 methods are refused, in words.
func TestMain(m *testing.M) {
	if intRegs > 0 {
		os.Exit(m.Run())
	}
	_, err := named("T", tInt, name("x"))
	plain, err2 := named("T", structOf(field("X", tInt)))
	fmt.Println(Probe(), "\n", err, "\n", err2)
	if Probe() == nil || err == nil || err2 != nil || fmt.Sprintf("%T %+v", reflect.New(plain).Elem().Interface(), reflect.New(plain).Elem()) != "main.T {X:0}" {
		os.Exit(1)
	}
}

func TestProbe(t *testing.T) {
	start := time.Now()
	if err := Probe(); err != nil {
		t.Fatal(err)
	}
	t.Log("first Probe took", time.Since(start))
}

func TestReflect(t *testing.T) {
	pt := mustNamed("P", structOf(field("X", tInt), field("Y", tInt)),
		meth("B", (func(int) int)(nil), func(r rv, a []rv) []any { return []any{int(r.Field(0).Int() + a[0].Int())} }),
		ptr(meth("A", (func())(nil), func(r rv, _ []rv) []any { r.Elem().Field(0).SetInt(9); return nil })),
		meth("c", (func())(nil), func(r rv, _ []rv) []any { return nil }),
	)
	pp := reflect.PointerTo(pt)
	eq(t, pt.NumMethod(), 1)
	eq(t, pp.NumMethod(), 2)
	eq(t, pp.Method(0).Name+pp.Method(1).Name, "AB")
	eq(t, pt.Method(0).Type.String(), "func(main.P, int) int")
	eq(t, pp.Method(1).Type.String(), "func(*main.P, int) int")
	eq(t, []any{pt.Name(), pt.String(), pt.PkgPath(), pp.String(), pp.Name()}, []any{"P", "main.P", "main", "*main.P", ""})
	v := set(pt, 3, 4)
	eq(t, v.Method(0).Call([]rv{reflect.ValueOf(5)})[0].Interface(), 8)
	eq(t, v.MethodByName("B").Interface().(func(int) int)(1), 4)
	eq(t, pt.Method(0).Func.Call([]rv{v, reflect.ValueOf(5)})[0].Interface(), 8)
	eq(t, pp.Method(1).Func.Call([]rv{v.Addr(), reflect.ValueOf(5)})[0].Interface(), 8)
	v.Addr().MethodByName("A").Call(nil)
	eq(t, v.Field(0).Interface(), any(9))
	_, ok := pt.MethodByName("A")
	eq(t, ok, false)
	bi := reflect.TypeFor[interface{ B(int) int }]()
	eq(t, []any{pt.Implements(bi), pp.Implements(bi), pt.Implements(reflect.TypeFor[interface{ A() }]()), pp.Implements(reflect.TypeFor[interface{ A() }]())}, []any{true, true, false, true})
	eq(t, []any{pt.AssignableTo(bi), pt.ConvertibleTo(bi), pt.ConvertibleTo(pt.Field(0).Type), pt.AssignableTo(structOf(field("X", tInt), field("Y", tInt))), pt.AssignableTo(pointType()), pt.ConvertibleTo(pointType())}, []any{true, true, false, true, false, true})
	eq(t, v.Interface().(interface{ B(int) int }).B(1), 10)
	_, ok = v.Interface().(interface{ A() })
	eq(t, ok, false)
	_, ok = v.Interface().(interface{ c() }) // package rtypes, not main
	eq(t, ok, false)
	func() {
		defer func() {
			eq(t, fmt.Sprint(recover()), "interface conversion: main.P is not fmt.Stringer: missing method String")
		}()
		_ = v.Interface().(fmt.Stringer)
	}()
	func() {
		defer func() { eq(t, fmt.Sprint(recover()), "value method main.P.B called using nil *P pointer") }()
		reflect.Zero(pp).Interface().(interface{ B(int) int }).B(1)
	}()
	// Unexported methods are seen by code of the same package path.
	own := NewNamed("medkit/interp/internal/rtypes", "Own", tInt, []Method{meth("c", (func() int)(nil), func(r rv, _ []rv) []any { return []any{int(r.Int()) + 1} })})
	x, ok := reflect.ValueOf(4).Convert(own).Interface().(interface{ c() int })
	if !ok || x.c() != 5 {
		t.Error("unexported method", ok)
	}
}

func TestMapsAndEquality(t *testing.T) {
	pt, pt2 := pointType(), pointType()
	a, b, c, d := set(pt, 1, 2).Interface(), set(pt, 1, 2).Interface(), set(pt, 1, 3).Interface(), set(pt2, 1, 2).Interface()
	eq(t, []bool{a == b, a == c, a == d}, []bool{true, false, false})
	m := map[any]int{a: 1, c: 2, d: 3}
	eq(t, []int{m[a], m[b], m[c], m[d], len(m)}, []int{1, 1, 2, 3, 3})
	mt := reflect.MakeMap(reflect.MapOf(pt, tInt))
	for i := range 1000 {
		mt.SetMapIndex(set(pt, i%100, i%10), reflect.ValueOf(i))
	}
	eq(t, mt.Len(), 100)
	eq(t, mt.MapIndex(set(pt, 5, 5)).Interface(), any(905))
	ms := map[fmt.Stringer]bool{a.(fmt.Stringer): true}
	eq(t, ms[b.(fmt.Stringer)], true)
	str := NewNamed("main", "S", tString, nil)
	m[reflect.ValueOf("k").Convert(str).Interface()] = 9
	eq(t, m[reflect.ValueOf("k").Convert(str).Interface()], 9)
	eq(t, m["k"], 0)
	sl := reflect.Zero(NewNamed("main", "Sl", reflect.TypeFor[[]int](), nil)).Interface()
	func() {
		defer func() { eq(t, fmt.Sprint(recover()), "runtime error: hash of unhashable type main.Sl") }()
		m[sl] = 1
	}()
	func() {
		defer func() { eq(t, fmt.Sprint(recover()), "runtime error: comparing uncomparable type main.Sl") }()
		_ = sl == sl
	}()
	// Switch by type: compiled code knows no case for it, but interfaces do.
	switch x := a.(type) {
	case error:
		t.Error("error")
	case fmt.Stringer:
		eq(t, x.String(), "<Point 1>")
	default:
		t.Error("default")
	}
	mixed := NewNamed("main", "Mixed", structOf(field("A", tAny), field("F", tFloat), field("_", tInt), field("S", tString)), nil)
	x, y := set(mixed, 1, 0.0).Interface(), set(mixed, 1, math.Copysign(0, -1)).Interface()
	eq(t, x == y, true)
	m[x] = 77
	eq(t, m[y], 77)
}

func name(s string) Method {
	return meth("Name", (func() string)(nil), func(r rv, _ []rv) []any { return []any{s} })
}

func TestEmbedding(t *testing.T) {
	type namer interface{ Name() string }
	call := func(v rv) string {
		if n, ok := v.Interface().(namer); ok {
			return n.Name()
		}
		return "none"
	}
	base := NewNamed("main", "Base", structOf(field("N", tInt)), []Method{
		meth("Name", (func() string)(nil), func(r rv, _ []rv) []any { return []any{fmt.Sprint("base", r.Field(0).Int())} }),
		ptr(meth("Inc", (func(...int) int)(nil), func(r rv, a []rv) []any {
			r.Elem().Field(0).SetInt(r.Elem().Field(0).Int() + 1 + int64(a[0].Len()))
			return []any{int(r.Elem().Field(0).Int())}
		})),
		meth("secret", (func() int)(nil), func(r rv, _ []rv) []any { return []any{42} }),
	})
	type incer interface{ Inc(...int) int }
	// By value, depth 2 and 3.
	pad := field("Pad", tString)
	one := NewNamed("main", "One", structOf(pad, embed(base)), nil)
	two := NewNamed("main", "Two", structOf(pad, embed(one)), nil)
	three := NewNamed("main", "Three", structOf(embed(reflect.PointerTo(two))), nil) // pointer-shaped
	v := reflect.New(two).Elem()
	v.Field(1).Field(1).Field(0).SetInt(3)
	eq(t, []string{call(v), call(v.Addr())}, []string{"base3", "base3"})
	_, ok := v.Interface().(incer)
	eq(t, ok, false)
	eq(t, v.Addr().Interface().(incer).Inc(1, 2), 6)
	w := reflect.New(three).Elem()
	w.Field(0).Set(v.Addr())
	eq(t, []string{call(w), call(w.Addr())}, []string{"base6", "base6"})
	eq(t, w.Interface().(incer).Inc(), 7)
	eq(t, three.Method(0).Func.Call([]rv{w})[0].Interface(), 8)
	eq(t, v.Field(1).Field(1).Field(0).Interface(), 8)
	f, _ := three.FieldByName("N")
	eq(t, f.Index, []int{0, 1, 1, 0})
	func() {
		defer func() {
			if r := recover(); r == nil {
				t.Error("no panic")
			}
		}()
		call(reflect.New(three).Elem()) // nil embedded pointer
	}()
	// Shadowing by a method and by a field; ambiguity; ambiguity resolved.
	eq(t, call(reflect.New(NewNamed("main", "Sh", structOf(embed(base)), []Method{name("own")}))), "own")
	eq(t, call(reflect.New(NewNamed("main", "ShF", structOf(embed(base), field("Name", tInt)), nil))), "none")
	other := NewNamed("main", "Other", structOf(), []Method{name("other")})
	eq(t, call(reflect.New(NewNamed("main", "Amb", structOf(embed(base), embed(other)), nil))), "none")
	eq(t, call(reflect.New(NewNamed("main", "Deep", structOf(embed(one), embed(other)), nil))), "other")
	fld := NewNamed("main", "Fld", structOf(field("Name", tInt)), nil)
	eq(t, call(reflect.New(NewNamed("main", "AmbF", structOf(embed(fld), embed(other)), nil))), "none")
	// Compiled types: interface, struct by value and by pointer.
	rd := NewNamed("main", "Rd", structOf(embed(reflect.TypeFor[io.Reader]()), field("n", tInt)), nil)
	r := reflect.New(rd)
	r.Elem().Field(0).Set(reflect.ValueOf(strings.NewReader("abc")))
	b, err := io.ReadAll(r.Elem().Interface().(io.Reader))
	eq(t, []any{string(b), err}, []any{"abc", nil})
	buf := NewNamed("main", "Buf", structOf(pad, embed(reflect.TypeFor[bytes.Buffer]())), nil)
	bv := reflect.New(buf)
	fmt.Fprintf(bv.Interface().(io.Writer), "hi %d", 5)
	eq(t, fmt.Sprint(bv.Interface()), "hi 5")
	_, ok = bv.Elem().Interface().(io.Writer)
	eq(t, ok, false)
	tm := NewNamed("main", "Stamp", structOf(embed(reflect.TypeFor[*time.Time]())), nil)
	tv := reflect.New(tm).Elem()
	now := time.Unix(0, 0).UTC()
	tv.Field(0).Set(reflect.ValueOf(&now))
	eq(t, fmt.Sprint(tv.Interface()), now.String())
	// Unexported embedded, and an unexported promoted method of another package.
	low := NewNamed("main", "low", structOf(field("Z", tInt)), []Method{name("low")})
	eq(t, call(reflect.New(NewNamed("main", "Low", structOf(embed(low)), nil))), "low")
	inner := NewNamed("medkit/interp/internal/rtypes", "Inner", tInt, []Method{meth("c", (func() int)(nil), func(r rv, _ []rv) []any { return []any{int(r.Int()) + 1} })})
	out := NewNamed("main", "Out", structOf(embed(inner)), []Method{meth("c", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"main"} })})
	c, ok := reflect.New(out).Interface().(interface{ c() int })
	if !ok || c.c() != 1 {
		t.Error("promoted unexported", ok)
	}
	sc, err := Interface("main", []Method{{Name: "secret", Type: reflect.TypeFor[func() int]()}})
	eq(t, []any{two.Implements(sc), reflect.TypeFor[time.Time]().Implements(sc), err}, []any{true, false, nil})
}

func TestRecursive(t *testing.T) {
	list, err := NewRecursive("main", "List", func(self reflect.Type) (reflect.Type, []Method) {
		return structOf(field("V", tInt), field("Next", reflect.PointerTo(self))), []Method{
			ptr(Method{Name: "Len", Type: reflect.TypeFor[func() int](), Fn: func(r rv, _ []rv) []rv {
				n := 0
				for ; !r.IsNil(); r = r.Elem().Field(1) {
					n++
				}
				return []rv{reflect.ValueOf(n)}
			}}),
			Method{Name: "Push", Type: reflect.FuncOf([]reflect.Type{tInt}, []reflect.Type{reflect.PointerTo(self)}, false), PtrRecv: true,
				Fn: func(r rv, a []rv) []rv {
					n := reflect.New(r.Type().Elem())
					n.Elem().Field(0).Set(a[0])
					n.Elem().Field(1).Set(r)
					return []rv{n}
				}},
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	var l = reflect.Zero(reflect.PointerTo(list))
	for i := range 5 {
		l = l.MethodByName("Push").Call([]rv{reflect.ValueOf(i)})[0]
	}
	eq(t, l.Interface().(interface{ Len() int }).Len(), 5)
	js, _ := json.Marshal(l.Elem().Field(1).Elem().Field(1).Elem().Field(1).Interface())
	eq(t, string(js), `{"V":1,"Next":{"V":0,"Next":null}}`)
	eq(t, list.Field(1).Type == reflect.PointerTo(list), true)

	for _, wrap := range []func(reflect.Type) reflect.Type{
		func(s reflect.Type) reflect.Type { return structOf(field("Kids", reflect.MapOf(tString, s))) },
		func(s reflect.Type) reflect.Type { return structOf(field("Kids", reflect.SliceOf(s))) },
		func(s reflect.Type) reflect.Type { return reflect.SliceOf(s) },
		func(s reflect.Type) reflect.Type { return reflect.MapOf(tString, s) },
		func(s reflect.Type) reflect.Type { return reflect.MapOf(reflect.ChanOf(reflect.BothDir, s), s) },
		func(s reflect.Type) reflect.Type { return reflect.PointerTo(s) },
		func(s reflect.Type) reflect.Type { return reflect.ChanOf(reflect.BothDir, s) },
		func(s reflect.Type) reflect.Type {
			return structOf(field("P", reflect.PointerTo(reflect.ArrayOf(3, s))))
		},
		func(s reflect.Type) reflect.Type {
			return structOf(field("M", reflect.MapOf(tInt, reflect.ArrayOf(2, reflect.PointerTo(s)))), field("F", tFloat))
		},
	} {
		tree, err := NewRecursive("main", "Tree", func(self reflect.Type) (reflect.Type, []Method) { return wrap(self), nil })
		if err != nil {
			t.Error(err)
			continue
		}
		eq(t, wrap(tree).ConvertibleTo(tree), true)
		_ = fmt.Sprintf("%v", reflect.New(tree).Elem())
	}
	m, _ := NewRecursive("main", "M", func(self reflect.Type) (reflect.Type, []Method) { return reflect.MapOf(tString, self), nil })
	mv := reflect.MakeMap(m)
	for i := range 100 {
		in := reflect.MakeMap(m)
		in.SetMapIndex(reflect.ValueOf("x"), reflect.Zero(m))
		mv.SetMapIndex(reflect.ValueOf(fmt.Sprint(i)), in)
	}
	eq(t, mv.Len(), 100)
	eq(t, fmt.Sprint(mv.MapIndex(reflect.ValueOf("7"))), "map[x:map[]]")

	// type State func(*Machine) State; a struct holding its own map and array.
	ts, err := NewGroup([]Decl{
		{PkgPath: "main", Name: "State", Build: func(t []reflect.Type) (reflect.Type, []Method) {
			return reflect.FuncOf([]reflect.Type{reflect.PointerTo(t[1])}, []reflect.Type{t[0]}, false), nil
		}},
		{PkgPath: "main", Name: "Machine", Build: func(t []reflect.Type) (reflect.Type, []Method) {
			return structOf(field("S", t[0]), field("Arr", reflect.ArrayOf(3, t[2])), field("M", reflect.MapOf(t[2], t[2]))), nil
		}},
		{PkgPath: "main", Name: "Cell", Build: func(t []reflect.Type) (reflect.Type, []Method) {
			return structOf(field("A", tInt), field("B", tString), field("P", reflect.PointerTo(t[1]))), []Method{stringMethod}
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	state, machine, cell := ts[0], ts[1], ts[2]
	eq(t, []uintptr{machine.Size(), cell.Size()}, []uintptr{8 + 3*32 + 8, 32})
	mac := reflect.New(machine)
	fn := reflect.MakeFunc(state, func(a []rv) []rv {
		a[0].Elem().Field(1).Index(2).Field(0).SetInt(5)
		return []rv{reflect.Zero(state)}
	})
	mac.Elem().Field(0).Set(fn)
	mac.Elem().Field(0).Call([]rv{mac})
	eq(t, fmt.Sprint(mac.Elem().Field(1)), "[<Cell 0> <Cell 0> <Cell 5>]")
	eq(t, mac.Elem().Field(1).Index(0).Equal(mac.Elem().Field(1).Index(1)), true)
	mm := reflect.MakeMap(machine.Field(2).Type)
	mm.SetMapIndex(reflect.New(cell).Elem(), reflect.New(cell).Elem())
	mm.SetMapIndex(reflect.New(cell).Elem(), reflect.New(cell).Elem())
	eq(t, mm.Len(), 1)
	_, err = NewRecursive("main", "Bad", func(self reflect.Type) (reflect.Type, []Method) {
		return structOf(field("X", tInt), field("S", self)), nil
	})
	t.Log(err)
	if err == nil {
		t.Error("no error for an infinite type")
	}
}

func TestKinds(t *testing.T) {
	which := meth("Which", (func() string)(nil), func(r rv, _ []rv) []any { return []any{fmt.Sprintf("%v %v", r.Kind(), r.Type())} })
	x := 5
	for _, v := range []any{true, 1, int8(1), int16(1), int32(1), int64(1), uint(1), uint8(1), uint16(1), uint32(1), uint64(1), uintptr(1),
		float32(1), float64(1), complex64(1), complex128(1), "s", []int{1}, [3]int{1}, [1]*int{&x}, [0]int{}, map[string]int{"a": 1}, make(chan int), (<-chan string)(nil),
		func(int, ...string) error { return nil }, struct{ X, Y int }{1, 2}, struct{ P *int }{&x}, struct{}{}, struct{ F func() }{}} {
		n := mustNamed("N", reflect.TypeOf(v), which)
		nv := reflect.ValueOf(v).Convert(n)
		want := fmt.Sprintf("%v main.N", n.Kind())
		w, ok := nv.Interface().(interface{ Which() string })
		if !ok {
			t.Errorf("%T: no method", v)
			continue
		}
		p := reflect.New(n)
		p.Elem().Set(nv)
		eq(t, []string{w.Which(), p.Interface().(interface{ Which() string }).Which(), nv.Method(0).Call(nil)[0].String(), n.Method(0).Func.Call([]rv{nv})[0].String()}, []string{want, want, want, want})
		if n.Comparable() {
			eq(t, nv.Interface() == p.Elem().Interface(), true)
			m := map[any]int{nv.Interface(): 1}
			eq(t, m[p.Elem().Interface()], 1)
		}
		s := reflect.MakeSlice(reflect.SliceOf(n), 3, 3)
		s.Index(1).Set(nv)
		ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, n), 1)
		ch.Send(nv)
		got, _ := ch.Recv()
		eq(t, fmt.Sprint(got), fmt.Sprint(s.Index(1)))
		mp := reflect.MakeMap(reflect.MapOf(tInt, n))
		mp.SetMapIndex(reflect.ValueOf(1), nv)
		eq(t, fmt.Sprint(mp.MapIndex(reflect.ValueOf(1))), fmt.Sprint(nv))
		eq(t, nv.Convert(reflect.TypeOf(v)).Type(), reflect.TypeOf(v))
	}
	for _, u := range []reflect.Type{reflect.TypeFor[*int](), reflect.TypeFor[fmt.Stringer]()} { // no methods possible
		n := NewNamed("main", "N", u, nil)
		eq(t, n.String(), "main.N")
		ts, err := NewGroup([]Decl{{PkgPath: "main", Name: "N", Build: func([]reflect.Type) (reflect.Type, []Method) { return u, []Method{which} }}})
		if err == nil {
			t.Error(ts)
		}
	}
	f := reflect.ValueOf(func(i int, s ...string) error { return fmt.Errorf("%d%v", i, s) }).Convert(NewNamed("main", "Fn", reflect.TypeFor[func(int, ...string) error](), []Method{which}))
	eq(t, []any{f.Type().NumIn(), f.Type().In(1).String(), f.Type().Out(0), f.Type().IsVariadic()}, []any{2, "[]string", tError, true})
	eq(t, f.Call([]rv{reflect.ValueOf(1), reflect.ValueOf("a")})[0].Interface().(error).Error(), "1[a]")
	gen := NewNamed("main", "Box[a.B]", tInt, []Method{which})
	boxed := NewNamed("main", "Boxed", structOf(embed(gen), embed(reflect.TypeFor[*strings.Reader]()), embed(tError)), nil)
	eq(t, []string{boxed.Field(0).Name, boxed.Field(1).Name, boxed.Field(2).Name}, []string{"Box", "Reader", "error"})
	for _, n := range []string{"Pair[int,string]", "Pair[main.P,[]a.B]"} {
		g := NewNamed("main", n, structOf(field("K", tInt), field("V", tString)), []Method{which})
		eq(t, []string{g.Name(), fmt.Sprintf("%T", reflect.New(g).Interface())}, []string{n, "*main." + n})
	}
	eq(t, NewNamed("example.com/a/b", "T", tInt, nil).String(), "b.T")
}

func TestInterface(t *testing.T) {
	area := Method{Name: "Area", Type: reflect.TypeFor[func() float64]()}
	hidden := Method{Name: "hidden", Type: reflect.TypeFor[func() int]()}
	lit, err := Interface("main", []Method{area, hidden}, reflect.TypeFor[fmt.Stringer]())
	if err != nil {
		t.Fatal(err)
	}
	eq(t, lit.String(), "interface { Area() float64; String() string; main.hidden() int }")
	again, _ := Interface("main", []Method{hidden, area}, reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[fmt.Stringer]())
	eq(t, again == lit, true)
	elsewhere, _ := Interface("other", []Method{hidden, area}, reflect.TypeFor[fmt.Stringer]())
	eq(t, elsewhere == lit, false)
	shape := NewNamed("main", "Shape", lit, nil)
	eq(t, []any{shape.String(), shape.PkgPath(), shape.NumMethod(), shape.Kind()}, []any{"main.Shape", "main", 3, reflect.Interface})
	sq := NewNamed("main", "Sq", tFloat, []Method{
		meth("Area", (func() float64)(nil), func(r rv, _ []rv) []any { return []any{r.Float() * r.Float()} }),
		meth("String", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"sq"} }),
		meth("hidden", (func() int)(nil), func(r rv, _ []rv) []any { return []any{1} }),
	})
	v := reflect.ValueOf(3.0).Convert(sq)
	eq(t, []bool{sq.Implements(shape), sq.Implements(lit), sq.Implements(elsewhere), tFloat.Implements(shape), sq.AssignableTo(shape), shape.Implements(reflect.TypeFor[fmt.Stringer]()), lit.AssignableTo(shape)},
		[]bool{true, true, false, false, true, true, true})
	s := v.Convert(shape) // an interface value with an itab of its own
	eq(t, []any{s.Kind(), s.Type(), s.Elem().Type()}, []any{reflect.Interface, shape, sq})
	eq(t, s.MethodByName("Area").Call(nil)[0].Float(), 9.0)
	eq(t, s.Method(0).Call(nil)[0].Float(), 9.0)
	box := reflect.New(shape).Elem()
	eq(t, []any{box.IsNil(), box.Interface() == nil, box.IsZero()}, []any{true, true, true})
	box.Set(v)
	eq(t, []any{box.IsNil(), fmt.Sprint(box.Interface()), box.Equal(s)}, []any{false, "sq", true})
	box.Set(reflect.Zero(reflect.PointerTo(sq))) // a nil pointer in an interface is not nil
	eq(t, box.IsNil(), false)
	func() {
		defer func() {
			if r := recover(); !strings.Contains(fmt.Sprint(r), "not assignable") {
				t.Error(r)
			}
		}()
		box.Set(reflect.ValueOf(3.0))
	}()
	// Slices, maps and funcs of it; maps keyed by it; compiled implementors.
	m := reflect.MakeMap(reflect.MapOf(shape, tInt))
	m.SetMapIndex(v, reflect.ValueOf(1))
	m.SetMapIndex(s, reflect.ValueOf(2))
	eq(t, m.Len(), 1)
	sl := reflect.Append(reflect.MakeSlice(reflect.SliceOf(shape), 0, 1), v, s)
	eq(t, fmt.Sprintf("%T %v", sl.Interface(), sl), "[]main.Shape [sq sq]")
	st, _ := Interface("main", []Method{{Name: "String", Type: reflect.TypeFor[func() string]()}})
	d := reflect.ValueOf(time.Second).Convert(st)
	eq(t, d.Method(0).Call(nil)[0].String(), "1s")
	eq(t, d.Interface().(fmt.Stringer).String(), "1s")
	eq(t, reflect.TypeFor[fmt.Stringer]().AssignableTo(st), true)
	empty, _ := Interface("main", nil)
	eq(t, empty == tAny, true)
	if _, err := Interface("main", []Method{area, {Name: "Area", Type: reflect.TypeFor[func()]()}}); err == nil {
		t.Error("no error")
	}
	// Recursive: type Node interface { Next() Node }, and a type that has it.
	ts, err := NewGroup([]Decl{
		{PkgPath: "main", Name: "Node", Build: func(t []reflect.Type) (reflect.Type, []Method) {
			i, err := Interface("main", []Method{{Name: "Next", Type: reflect.FuncOf(nil, []reflect.Type{t[0]}, false)}})
			if err != nil {
				panic(err)
			}
			return i, nil
		}},
		{PkgPath: "main", Name: "Leaf", Build: func(t []reflect.Type) (reflect.Type, []Method) {
			return tInt, []Method{{Name: "Next", Type: reflect.FuncOf(nil, []reflect.Type{t[0]}, false), Fn: func(r rv, _ []rv) []rv {
				if r.Int() == 0 {
					return []rv{{}}
				}
				return []rv{reflect.ValueOf(int(r.Int()) - 1).Convert(r.Type())}
			}}}
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	eq(t, ts[1].Implements(ts[0]), true)
	n := reflect.ValueOf(3).Convert(ts[1]).Convert(ts[0])
	steps := 0
	for ; !n.IsNil(); n = n.Method(0).Call(nil)[0] {
		steps++
	}
	eq(t, steps, 4)
	// Embedded in a struct, its methods are promoted.
	ws := NewNamed("main", "W", structOf(embed(shape)), nil)
	w := reflect.New(ws).Elem()
	w.Field(0).Set(v)
	eq(t, fmt.Sprint(w.Interface()), "sq")
}

func TestCall(t *testing.T) {
	str := Method{Name: "String", Type: reflect.TypeFor[func() string](), Call: func(f *Frame) {
		s := *(*string)(f.Receiver()) + "?"
		f.Result(0, unsafe.Pointer(&s))
	}}
	in := NewNamed("main", "In", tString, []Method{str})
	eq(t, fmt.Sprint(reflect.ValueOf("x").Convert(in)), "x?")
	out, err := named("Out", structOf(field("N", tInt), embed(in)))
	if err != nil {
		t.Fatal(err)
	}
	v := set(out, 1, "y")
	eq(t, []any{fmt.Sprint(v.Interface()), fmt.Sprint(v.Addr().Interface())}, []any{"y?", "y?"})
	eq(t, out.Method(0).Func.Call([]rv{v})[0].String(), "y?") // by value
	direct := NewNamed("main", "D", reflect.TypeFor[*string](), nil)
	box, err := named("Box", structOf(field("P", direct)), Method{Name: "String", Type: reflect.TypeFor[func() string](), Call: func(f *Frame) {
		f.Result(0, *(*unsafe.Pointer)(f.Receiver()))
	}})
	if err != nil {
		t.Fatal(err)
	}
	s := "boxed"
	b := reflect.New(box).Elem()
	*(*unsafe.Pointer)(b.Addr().UnsafePointer()) = unsafe.Pointer(&s)
	eq(t, fmt.Sprint(b.Interface()), "boxed")
}

func TestRedefinition(t *testing.T) {
	a, b := pointType(), pointType()
	eq(t, []bool{a == b, a.String() == b.String(), a.ConvertibleTo(b), reflect.PointerTo(a) == reflect.PointerTo(b), reflect.SliceOf(a) == reflect.SliceOf(b),
		reflect.MapOf(tInt, a) == reflect.MapOf(tInt, b), reflect.FuncOf([]reflect.Type{a}, nil, false) == reflect.FuncOf([]reflect.Type{b}, nil, false),
		structOf(field("A", a)) == structOf(field("A", b)), reflect.ArrayOf(2, a) == reflect.ArrayOf(2, b)}, []bool{false, true, true, false, false, false, false, false, false})
	eq(t, reflect.SliceOf(a) == reflect.SliceOf(a), true)
	eq(t, structOf(embed(a)) == structOf(embed(a)), true)
}

func TestErrorsGiveSlotsBack(t *testing.T) {
	before, _, _, _ := Slots()
	for range 10 {
		_, err := NewGroup([]Decl{{PkgPath: "main", Name: "T", Build: func([]reflect.Type) (reflect.Type, []Method) {
			return tInt, []Method{name("a"), {Name: "Z", Type: reflect.TypeFor[func([200]int)](), Fn: func(rv, []rv) []rv { return nil }}}
		}}})
		if err == nil {
			t.Fatal("no error")
		}
	}
	_, err := named("T", tInt, name("a"), name("a"))
	if err == nil {
		t.Error("no error for a duplicate method")
	}
	after, _, _, _ := Slots()
	eq(t, after, before)
}

// Other users of type information in the standard library.
func TestLargeTypes(t *testing.T) {
	l := NewNamed("main", "Large", structOf(field("P", reflect.ArrayOf(40000, reflect.TypeFor[*node]())), field("S", reflect.ArrayOf(300, tString))), []Method{
		meth("Sum", (func() int)(nil), func(r rv, _ []rv) []any {
			n := 0
			for i := 0; i < 40000; i += 100 {
				if (*node)(r.Field(0).Index(i).UnsafePointer()).ok(i) {
					n++
				}
			}
			return []any{n}
		})})
	p := reflect.New(l)
	for i := 0; i < 40000; i += 100 {
		p.Elem().Field(0).Index(i).Set(reflect.ValueOf(fresh(i)))
	}
	runtime.GC()
	runtime.GC()
	eq(t, p.Interface().(interface{ Sum() int }).Sum(), 400)
	eq(t, p.Elem().Interface().(interface{ Sum() int }).Sum(), 400)
}

// An uncaught panic with a made error prints its text.
