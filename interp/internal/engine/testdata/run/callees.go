// What a call evaluates when: callee, receiver and arguments, and the faults
// of nil ones; every form of call, method value and method expression.
package main

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
)

type I interface{ M(int) int }
type A struct{ n int }
type B struct{ n int }

func (a A) M(x int) int  { fmt.Println("A.M", a.n, x); return a.n }
func (b *B) M(x int) int { fmt.Println("B.M", b.n, x); return b.n }

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "panic:", e)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

type E struct {
	I
	x int
}
type PE struct{ *A }

var gf func(int) int
var gi I

func one(s string) int { fmt.Println("eval", s); return 1 }

type Fn func(int) int

func (f Fn) M(x int) int { return f(x) }

type S []int

func (s S) Len() int           { return len(s) }
func (s S) Less(i, j int) bool { return s[i] < s[j] }
func (s S) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

type G[T any] struct{ v T }

func (g G[T]) Get() T   { return g.v }
func (g *G[T]) Set(v T) { g.v = v }
func Map[T, U any](xs []T, f func(T) U) (r []U) {
	for _, x := range xs {
		r = append(r, f(x))
	}
	return
}
func two() (int, string)           { return 7, "seven" }
func vari(p string, xs ...any) int { fmt.Println(p, len(xs), xs == nil, xs); return len(xs) }
func three() (string, int, []int)  { return "p", 2, nil }
func vint(a int, xs ...int) []int  { return xs }
func none()                        {}
func big(a [20]int, b struct {
	s string
	f float32
	c complex64
}) ([20]int, string) { a[3]++; return a, b.s }

func main() {
	try("nil iface arg", func() { var i I; i.M(one("arg")) })
	try("nil func arg", func() { var f func(int) int; f(one("arg")) })
	try("nil ptr value method arg", func() { var p *A; p.M(one("arg")) })
	try("nil ptr in iface", func() { var p *A; gi = p; gi.M(one("arg")) })
	try("nil embedded", func() { var e E; e.M(one("arg")) })
	try("nil PE", func() { var e PE; e.M(one("arg")) })
	try("nil ptr to E", func() { var e *E; e.M(one("arg")) })
	try("nil B", func() { var b *B; b.M(one("arg")) })
	try("defer nil func", func() { var f func(); defer f(); fmt.Println("before") })
	try("defer nil iface", func() { var i I; defer i.M(one("arg")); fmt.Println("before") })
	try("defer nil ptr value", func() { var p *A; defer p.M(one("arg")); fmt.Println("before") })
	try("method value nil iface", func() { var i I; f := i.M; fmt.Println("made"); f(1) })
	try("method value nil ptr", func() { var p *A; f := p.M; fmt.Println("made"); f(1) })
	try("method value nil B", func() { var p *B; f := p.M; fmt.Println("made"); f(1) })
	gf = func(x int) int { fmt.Println("old", x); return x }
	try("func replaced", func() {
		gf(func() int { gf = func(x int) int { fmt.Println("new", x); return x }; return 3 }())
	})
	gi = A{1}
	try("iface replaced", func() { gi.M(func() int { gi = &B{2}; return 3 }()) })
	lf := gf
	try("local func replaced", func() {
		lf(func() int { lf = func(x int) int { fmt.Println("newer", x); return x }; return 3 }())
	})
	a := A{1}
	try("recv replaced", func() { a.M(func() int { a.n = 9; return 3 }()) })
	p := &B{1}
	try("ptr recv replaced", func() { p.M(func() int { p = &B{5}; return 3 }()) })
	fs := []func(int) int{gf}
	try("slice func", func() { fs[0](func() int { fs[0] = func(x int) int { fmt.Println("s", x); return 0 }; return 3 }()) })
	try("index", func() { fs[one("i")](one("j")) })
	x := 1
	try("args", func() { fmt.Println(x, func() int { x = 2; return x }(), x) })
	try("vari", func() {
		vari("a")
		vari("a", nil)
		vari("a", nil...)
		vari("a", []any{}...)
		vari(three())
		vari("x", 1, "b", x)
		fmt.Println(vint(1) == nil, vint(1, 2, 3), fmt.Sprint(two()))
		fmt.Println(two())
		fmt.Println(errors.Join(nil, nil), strings.NewReplacer("a", "b").Replace("aa"))
	})
	g := &G[string]{"x"}
	set := g.Set
	set("y")
	get := (*G[string]).Get
	fmt.Println(g.Get(), get(g), G[string].Get(*g), Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i, g.v) }))
	h := Map[int, float64]
	fmt.Println(h([]int{1}, func(i int) float64 { return float64(i) / 2 }))
	s := S{3, 1, 2}
	sort.Sort(sort.Reverse(s))
	fmt.Println(s)
	var r io.Reader = strings.NewReader("hello")
	rd := r.Read
	b := make([]byte, 3)
	n, err := rd(b)
	fmt.Println(n, err, string(b))
	fmt.Println(big([20]int{1, 2, 3}, struct {
		s string
		f float32
		c complex64
	}{"s", 1, 2}))
	var i I = Fn(func(x int) int { return x * 2 })
	fmt.Println(i.M(4), I.M(i, 5), Fn.M(func(x int) int { return -x }, 3))
	e := E{I: A{4}}
	em := e.M
	e.I = A{6}
	em(1)
	I.M(e, 2)
	(*E).M(&e, 3)
	E.M(e, 4)
	fmt.Printf("%T %T %T\n", E.M, (*E).M, I.M)
	var anon interface{ M(int) int } = struct{ *B }{&B{8}}
	anon.M(1)
	st := struct{ I }{A{3}}
	st.M(2)
	ff := func() func() func() int { return func() func() int { return func() int { return 42 } } }
	fmt.Println(ff()()())
	var rec func(int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + rec(n-1)
	}
	fmt.Println(rec(100))
	none()
	var fns [3]func() int
	for i := range fns {
		fns[i] = func() int { i += 10; return i }
	}
	fmt.Println(fns[0](), fns[0](), fns[1](), fns[2]())
	func(xs ...int) { fmt.Println(xs) }(1, 2, 3)
	defer func(a, b int) { fmt.Println("deferred", a, b) }(func() (int, int) { return 1, 2 }())
	defer fmt.Println(two())
}
