package rtypes

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// Types that embed each other through pointers promote what the other has.
func TestEmbedEachOther(t *testing.T) {
	ts, err := NewGroup([]Decl{
		{PkgPath: "main", Name: "A", Build: func(ts []reflect.Type) (reflect.Type, []Method) {
			return Struct("main", []reflect.StructField{{Name: "B", Type: reflect.PointerTo(ts[1]), Anonymous: true}, field("N", tInt)}),
				[]Method{meth("FromA", (func() int)(nil), func(r rv, _ []rv) []any { return []any{int(r.FieldByName("N").Int())} })}
		}},
		{PkgPath: "main", Name: "B", Build: func(ts []reflect.Type) (reflect.Type, []Method) {
			return Struct("main", []reflect.StructField{{Name: "A", Type: reflect.PointerTo(ts[0]), Anonymous: true}}),
				[]Method{meth("FromB", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"b"} })}
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	a, b := reflect.New(ts[0]), reflect.New(ts[1])
	a.Elem().Field(0).Set(b)
	a.Elem().Field(1).SetInt(7)
	b.Elem().Field(0).Set(a)
	for _, v := range []any{a.Interface(), b.Interface(), a.Elem().Interface(), b.Elem().Interface()} {
		x := v.(interface {
			FromA() int
			FromB() string
		})
		eq(t, fmt.Sprint(x.FromA(), x.FromB()), "7b")
	}
}

// An unnamed struct has the methods that it promotes, and no name.
func TestUnnamed(t *testing.T) {
	inner := NewNamed("main", "In", tInt, []Method{meth("String", (func() string)(nil), func(r rv, _ []rv) []any { return []any{fmt.Sprint("in", r.Int())} })})
	ts, err := NewPlain(Decl{PkgPath: "main", Unnamed: true, Build: func([]reflect.Type) (reflect.Type, []Method) {
		return Struct("main", []reflect.StructField{{Name: "In", Type: inner, Anonymous: true}, field("X", tString)}), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	u := ts[0]
	eq(t, []any{u.Name(), u.PkgPath(), u.String(), u.Kind(), u.NumMethod()}, []any{"", "", `struct { main.In; X string }`, reflect.Struct, 1})
	v := reflect.New(u)
	v.Elem().Field(0).SetInt(4)
	eq(t, fmt.Sprint(v.Elem().Interface()), "in4")
	eq(t, v.Interface().(fmt.Stringer).String(), "in4")
	// It can be assigned to a named type of the same underlying type.
	n := NewNamed("main", "N", u, nil)
	eq(t, u.AssignableTo(n), true)
}

// Blank fields are no part of a comparison, nor of a map's key.
func TestBlankFields(t *testing.T) {
	blank := func(name string, typ reflect.Type) reflect.StructField {
		return reflect.StructField{Name: name, PkgPath: "main", Type: typ}
	}
	st := Struct("main", []reflect.StructField{field("A", tInt), blank("_", tInt), field("B", tString), blank("_", tString)})
	n := NewNamed("main", "Blank", st, nil)
	for _, typ := range []reflect.Type{st, n, reflect.ArrayOf(2, n)} {
		p, q := reflect.New(typ), reflect.New(typ)
		at := q
		if typ.Kind() == reflect.Array {
			at = q.Elem().Index(1).Addr()
		}
		*(*int)(at.Elem().Field(1).Addr().UnsafePointer()) = 5
		*(*string)(at.Elem().Field(3).Addr().UnsafePointer()) = "blank"
		eq(t, p.Elem().Interface() == q.Elem().Interface(), true)
		m := reflect.MakeMap(reflect.MapOf(typ, tInt))
		m.SetMapIndex(p.Elem(), reflect.ValueOf(1))
		m.SetMapIndex(q.Elem(), reflect.ValueOf(2))
		eq(t, m.Len(), 1)
		at.Elem().Field(0).SetInt(1)
		eq(t, p.Elem().Interface() == q.Elem().Interface(), false)
	}
	// A compiled type, which reflect finds, is right by itself and read-only.
	type c = struct {
		A int
		_ int32
	}
	x := c{A: 1}
	eq(t, Struct("medkit/interp/internal/rtypes", []reflect.StructField{field("A", tInt), {Name: "_", PkgPath: "medkit/interp/internal/rtypes", Type: reflect.TypeFor[int32]()}}), reflect.TypeOf(x))
	// Still not comparable with a blank field that is not.
	f := Struct("main", []reflect.StructField{field("A", tInt), blank("_", reflect.TypeFor[[0]func()]())})
	eq(t, f.Comparable(), false)
}

// A signature that no stub takes does not keep a loose type from being made.
func TestLoose(t *testing.T) {
	big := reflect.TypeFor[func([9000]byte)]()
	d := Decl{PkgPath: "main", Name: "Big", Build: func([]reflect.Type) (reflect.Type, []Method) {
		return tInt, []Method{
			{Name: "Big", Type: big, Fn: func(rv, []rv) []rv { return nil }},
			meth("String", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"small"} }),
		}
	}}
	if _, err := NewPlain(d); err == nil || !strings.Contains(err.Error(), "Big") {
		t.Error("no error:", err)
	}
	d.Loose = true
	ts, err := NewPlain(d)
	if err != nil {
		t.Fatal(err)
	}
	v := reflect.Zero(ts[0]).Interface()
	eq(t, fmt.Sprint(v), "small")
	defer func() { eq(t, strings.Contains(fmt.Sprint(recover()), "too large"), true) }()
	v.(interface{ Big([9000]byte) }).Big([9000]byte{})
}
