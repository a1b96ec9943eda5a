package rtypes

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"testing/quick"
	"time"
)

type vec [3]float64
type big struct {
	A [4]int
	S string
	P *int
	M map[string]int
	E error
	X []string
	Z [2]string
}

// Every signature goes both ways: args arrive as sent, results too.
func TestSignatures(t *testing.T) {
	x := 5
	b := big{[4]int{1, 2, 3, 4}, "s", &x, map[string]int{"k": 1}, io.EOF, []string{"x", "y"}, [2]string{"p", "q"}}
	now := time.Now()
	samples := []any{
		(func())(nil), (func(int) int)(nil), (func(a, b, c, d, e int) int)(nil), (func(float64) float64)(nil), (func(float32, int8) (float32, int8))(nil),
		(func(int8, int16, int32, uint8, bool) (bool, uint8, int32, int16, int8))(nil), (func(complex128, complex64) (complex64, complex128))(nil),
		(func(string, []byte, any, error) (string, []byte, any, error))(nil), (func(struct {
			A string
			B float64
			C uint8
		}) struct {
			A string
			B float64
			C uint8
		})(nil),
		(func(time.Time) time.Time)(nil), (func(map[string]int, chan int, func(), *int) (map[string]int, chan int, func(), *int))(nil), (func([1]string, [0]int, struct{}) [1]string)(nil),
		(func(string, ...int) int)(nil), (func(a, b, c, d, e, f, g, h float64) float64)(nil),
		(func(vec, vec) vec)(nil), (func(vec, string, vec, *int) (vec, string, vec, *int))(nil), (func(big, string, string, string, string) (string, string, string, string, string, big))(nil),
		(func(string, string, string, string, string, int8, bool, *int) (string, string, string, string, string, int8, bool, *int))(nil),
		(func([2]bool, [3]int8, uint16, [5]int16) ([2]bool, [3]int8, uint16, [5]int16))(nil), (func([64]byte) [64]byte)(nil), (func(uint8, [9]uint8, *int) (int, [9]uint8, *int))(nil),
	}
	// Too large for the pools: a clean error.
	for _, bad := range []any{(func([100]int))(nil), (func([20]*int))(nil)} {
		_, err := NewGroup([]Decl{{PkgPath: "main", Name: "Bad", Build: func([]reflect.Type) (reflect.Type, []Method) {
			return tInt, []Method{{Name: "M", Type: reflect.TypeOf(bad), Fn: func(rv, []rv) []rv { return nil }}}
		}}})
		if err == nil {
			t.Errorf("no error for %T", bad)
		}
		t.Log(err)
	}
	values := []any{7, int8(-3), int16(-300), int32(-70000), uint8(200), uint16(60000), true, 2.5, float32(1.5), 3 + 4i, complex64(1 + 2i), "hello", []byte("bytes"), io.EOF, now,
		map[string]int{"a": 1}, make(chan int), &x, [1]string{"one"}, vec{1, 2, 3}, b, []int{4, 5}, [2]bool{false, true}, [3]int8{1, 2, 3}, [5]int16{1, 2, 3, 4, 5}, [64]byte{63: 9}, [9]uint8{8: 1},
		struct {
			A string
			B float64
			C uint8
		}{"A", 1.25, 9}}
	pick := func(u reflect.Type) rv {
		for _, v := range values {
			if reflect.TypeOf(v) == u {
				return reflect.ValueOf(v)
			}
		}
		if u == tAny || u == tError {
			return reflect.ValueOf(io.ErrUnexpectedEOF)
		}
		return reflect.Zero(u)
	}
	str := func(vs []rv) string {
		var s []string
		for _, v := range vs {
			s = append(s, fmt.Sprint(v))
		}
		return strings.Join(s, " | ")
	}
	for _, recv := range []any{struct{ A, B string }{"ra", "rb"}, &struct{ N int }{3}, map[int]int{1: 2}, 2.5, [2]string{"x", "y"}} {
		for _, s := range samples {
			sig := reflect.TypeOf(s)
			var want, outs []rv
			for i := range sig.NumIn() {
				want = append(want, pick(sig.In(i)))
			}
			for i := range sig.NumOut() {
				outs = append(outs, pick(sig.Out(i)))
			}
			ru := reflect.TypeOf(recv)
			under := ru
			if ru.Kind() == reflect.Pointer {
				under = structOf(field("P", ru)) // pointer-shaped
			}
			rval := reflect.New(under).Elem()
			if under != ru {
				rval.Field(0).Set(reflect.ValueOf(recv))
			} else {
				rval.Set(reflect.ValueOf(recv))
			}
			gotRecv, got := "", ""
			n, err := named("N", under, Method{Name: "M", Type: sig, Fn: func(r rv, a []rv) []rv {
				gotRecv, got = fmt.Sprint(r), str(a)
				grow(50)
				return outs
			}})
			if err != nil {
				t.Log(err)
				continue
			}
			v := rval.Convert(n)
			check := func(how string, fn rv, args []rv) {
				gotRecv, got = "", ""
				var res []rv
				if sig.IsVariadic() {
					res = fn.CallSlice(args)
				} else {
					res = fn.Call(args)
				}
				if gotRecv != fmt.Sprint(rval) || got != str(want) || str(res) != str(outs) {
					t.Errorf("%T on %T %s:\n recv %s\n args %s\n want %s\n res  %s\n want %s", s, recv, how, gotRecv, got, str(want), str(res), str(outs))
				}
			}
			check("value", v.Method(0), want)
			p := reflect.New(n)
			p.Elem().Set(v)
			check("pointer", p.Method(0), want)
			check("expression", n.Method(0).Func, append([]rv{v}, want...))
			check("pointer expression", p.Type().Method(0).Func, append([]rv{p}, want...))
			check("value as func", reflect.ValueOf(v.Method(0).Interface()), want)
		}
	}
	// By compiled call sites.
	vt := NewNamed("main", "V", reflect.TypeFor[vec](), []Method{
		meth("Add", (func(vec, string) (vec, string))(nil), func(r rv, a []rv) []any {
			o, w := r.Convert(reflect.TypeFor[vec]()).Interface().(vec), a[0].Interface().(vec)
			grow(100)
			return []any{vec{o[0] + w[0], o[1] + w[1], o[2] + w[2]}, a[1].String() + "!"}
		})})
	sum, s := reflect.ValueOf(vec{1, 2, 3}).Convert(vt).Interface().(interface {
		Add(vec, string) (vec, string)
	}).Add(vec{10, 20, 30}, "hey")
	eq(t, []any{sum, s}, []any{vec{11, 22, 33}, "hey!"})
	// slog.Handler takes a slog.Record by value, 36 words on the stack.
	var lines []string
	ht := NewNamed("main", "H", structOf(field("N", tInt)), []Method{
		meth("Enabled", (func(context.Context, slog.Level) bool)(nil), func(r rv, a []rv) []any { return []any{true} }),
		meth("Handle", (func(context.Context, slog.Record) error)(nil), func(r rv, a []rv) []any {
			rec := a[1].Interface().(slog.Record)
			line := rec.Message
			rec.Attrs(func(a slog.Attr) bool { line += " " + a.String(); return true })
			lines = append(lines, line)
			return []any{nil}
		}),
		meth("WithAttrs", (func([]slog.Attr) slog.Handler)(nil), func(r rv, a []rv) []any { return []any{r.Interface()} }),
		meth("WithGroup", (func(string) slog.Handler)(nil), func(r rv, a []rv) []any { return []any{r.Interface()} }),
	})
	slog.New(reflect.New(ht).Elem().Interface().(slog.Handler)).Info("msg", "a", 1, "b", "two", "c", 3.5, "d", io.EOF, "e", now.Year() > 1, "f", 6)
	eq(t, lines, []string{"msg a=1 b=two c=3.5 d=EOF e=true f=6"})
}

// Random signatures, against reflect's own idea of how they travel.
func TestRandomSignatures(t *testing.T) {
	saved := used
	defer func() { used = saved }() // no itab has seen these types
	rnd := rand.New(rand.NewSource(1))
	leaves := []reflect.Type{tInt, tString, tFloat, tAny, tError, reflect.TypeFor[int8](), reflect.TypeFor[uint16](), reflect.TypeFor[int32](), reflect.TypeFor[bool](),
		reflect.TypeFor[float32](), reflect.TypeFor[complex64](), reflect.TypeFor[complex128](), reflect.TypeFor[*node](), reflect.TypeFor[[]string](), reflect.TypeFor[map[int]string](), reflect.TypeFor[struct{}]()}
	var pick func(depth int) reflect.Type
	pick = func(depth int) reflect.Type {
		switch k := rnd.Intn(8); {
		case depth > 0 && k == 0:
			return reflect.ArrayOf(rnd.Intn(4), pick(depth-1))
		case depth > 0 && k <= 2:
			var fs []reflect.StructField
			for i := range rnd.Intn(5) {
				fs = append(fs, field(fmt.Sprint("F", i), pick(depth-1)))
			}
			return structOf(fs...)
		}
		return leaves[rnd.Intn(len(leaves))]
	}
	var fillIn func(v rv)
	fillIn = func(v rv) {
		switch v.Kind() {
		case reflect.Interface:
			v.Set(reflect.ValueOf(fmt.Errorf("e%d", rnd.Int())))
		case reflect.Array:
			for i := range v.Len() {
				fillIn(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				fillIn(v.Field(i))
			}
		case reflect.Pointer:
			v.Set(reflect.ValueOf(fresh(rnd.Int())))
		default:
			x, _ := quick.Value(v.Type(), rnd)
			v.Set(x)
		}
	}
	value := func(u reflect.Type) rv {
		v := reflect.New(u).Elem()
		fillIn(v)
		return v
	}
	ifaces := func(vs []rv) (out []any) {
		for _, v := range vs {
			out = append(out, v.Interface())
		}
		return
	}
	tried, refused := 0, 0
	for tried < 1500 {
		used = saved
		recv := value(pick(2))
		if recv.Kind() == reflect.Interface || recv.Kind() == reflect.Pointer {
			continue
		}
		tried++
		var in, out []reflect.Type
		var args, outs []rv
		for range rnd.Intn(7) {
			in = append(in, pick(2))
			args = append(args, value(in[len(in)-1]))
		}
		for range rnd.Intn(5) {
			out = append(out, pick(2))
			outs = append(outs, value(out[len(out)-1]))
		}
		var got []any
		m := Method{Name: "M", Type: reflect.FuncOf(in, out, false), Fn: func(r rv, a []rv) []rv {
			got = append(ifaces(a), r.Convert(recv.Type()).Interface())
			return outs
		}}
		if tried%2 == 0 {
			m.Fn, m.Call = nil, func(f *Frame) {
				var a []rv
				for i, t := range in {
					v := reflect.New(t)
					f.Arg(i, v.UnsafePointer())
					a = append(a, v.Elem())
				}
				got = append(ifaces(a), reflect.NewAt(recv.Type(), f.Receiver()).Elem().Interface())
				for i, o := range outs {
					f.Result(i, o.Addr().UnsafePointer())
				}
			}
		}
		n, err := named("R", recv.Type(), m)
		if err != nil {
			refused++
			continue
		}
		v := recv.Convert(n)
		p := reflect.New(n)
		p.Elem().Set(v)
		for how, call := range map[string]func() []rv{
			"value": func() []rv { return v.Method(0).Call(args) }, "pointer": func() []rv { return p.Method(0).Call(args) },
			"expression": func() []rv { return n.Method(0).Func.Call(append([]rv{v}, args...)) },
		} {
			got = nil
			res := ifaces(call())
			if !reflect.DeepEqual(got, append(ifaces(args), recv.Interface())) || !reflect.DeepEqual(res, ifaces(outs)) {
				t.Errorf("%s of func (%v) %v:\n %v\n %v", how, recv.Type(), reflect.FuncOf(in, out, false), got, res)
			}
		}
	}
	t.Logf("%d signatures, %d refused", tried, refused)
}

//go:noinline
func grow(n int) int {
	var a [200]byte
	if n == 0 {
		return 0
	}
	a[n%200] = byte(n)
	return grow(n-1) + int(a[(n*7)%200])
}
