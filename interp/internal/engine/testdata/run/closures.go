// Closures, escaping variables, recursion, method values and expressions.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type acc struct{ n int }

func (a *acc) add(d int) *acc { a.n += d; return a }
func (a acc) get() int        { return a.n }

type base struct{ name string }

func (b *base) set(s string) { b.name = s }
func (b base) hello() string { return "hi " + b.name }

type derived struct {
	base
	*acc
	extra int
}

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func escape() *int { x := 5; return &x }
func escape2() (p *[3]int, q *int) {
	a := [3]int{1, 2, 3}
	s := a[:]
	s[0] = 10
	return &a, &a[1]
}
func param(x int, ps *[]*int) { *ps = append(*ps, &x) }
func result() (x int, p *int) {
	p = &x
	x = 3
	return x + 1, p
}
func apply(fs ...func(int) int) int {
	r := 1
	for _, f := range fs {
		r = f(r)
	}
	return r
}
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

type node struct {
	l, r *node
	v    int
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{v: v}
	}
	if v < n.v {
		n.l = n.l.insert(v)
	} else {
		n.r = n.r.insert(v)
	}
	return n
}
func (n *node) walk(f func(int)) {
	if n != nil {
		n.l.walk(f)
		f(n.v)
		n.r.walk(f)
	}
}

func main() {
	inc, reset := counter()
	inc()
	inc()
	reset()
	fmt.Println(inc())
	fmt.Println(*escape())
	p, q := escape2()
	*q = 77
	fmt.Println(*p)
	var ps []*int
	for i := range 3 {
		param(i*i, &ps)
	}
	fmt.Println(*ps[0], *ps[1], *ps[2])
	x, px := result()
	fmt.Println(x, *px)
	k := 3
	fmt.Println(apply(func(i int) int { return i + k }, func(i int) int { k *= 2; return i * k }, func(i int) int { return i - k }))
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10), fib(15))
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	var out []int
	root.walk(func(v int) { out = append(out, v) })
	fmt.Println(out)
	a := acc{1}
	add := a.add
	get := a.get
	add(5).add(6)
	fmt.Println(a.n, get(), a.get(), acc.get(a), (*acc).get(&a))
	(*acc).add(&a, 100)
	fe := (*acc).add
	fe(&a, 1)
	fmt.Println(a.get())
	d := derived{base{"b"}, &acc{7}, 1}
	d.set("changed")
	d.add(3)
	h := d.hello
	d.set("again")
	fmt.Println(d.hello(), h(), d.get(), d.n, derived.hello(d))
	hello := derived.hello
	fmt.Println(hello(d))
	words := strings.Fields("the quick brown fox jumps")
	sort.Slice(words, func(i, j int) bool {
		return len(words[i]) < len(words[j]) || len(words[i]) == len(words[j]) && words[i] < words[j]
	})
	fmt.Println(words)
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'o' {
			return '0'
		}
		return r
	}, "foo boo"))
	funcs := map[string]func(float64, float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"/": func(a, b float64) float64 { return a / b },
	}
	fmt.Println(funcs["+"](1, 2), funcs["/"](1, 4))
	func(xs ...int) { fmt.Println(len(xs), xs) }(1, 2, 3)
	func(xs ...int) { fmt.Println(len(xs), xs == nil) }()
	v := func() (a, b int) { return 1, 2 }
	fmt.Println(v())
	ch := make([]func(), 0)
	for _, w := range words[:2] {
		ch = append(ch, func() { fmt.Print(w, " ") })
	}
	for _, f := range ch {
		f()
	}
	fmt.Println()
	curry := func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { a++; return a*100 + b*10 + c } }
	}
	c1 := curry(1)(2)
	fmt.Println(c1(3), c1(3))
	var nf func()
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		nf()
	}()
	type local struct{ f func() int }
	l := local{func() int { return k }}
	fmt.Println(l.f(), (&l).f())
}
