// What the first engine got wrong once: one function each.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

type blank struct {
	a int
	_ [3]string
	b float64
}

func blankFields() {
	x := blank{a: 1, b: 2}
	var y any = blank{1, [3]string{"never", "stored", ""}, 2}
	fmt.Println(x == y, map[blank]int{x: 1}[y.(blank)])
}

func nilDefers() {
	try := func(f func()) {
		defer func() { fmt.Println("recovered", recover()) }()
		f()
	}
	try(func() {
		var f func()
		defer f()
		fmt.Println("body runs")
	})
	try(func() {
		var p *val
		defer p.get()
		fmt.Println("body of value method runs?")
	})
	try(func() {
		var s fmt.Stringer
		defer s.String()
		fmt.Println("never")
	})
}

type val struct{ n int }

func (v val) get() int { return v.n }

func deferRecover() (s string) {
	defer func() {
		s = fmt.Sprint("outer saw ", recover())
		defer func() { s += fmt.Sprint(", inner saw ", recover()) }()
		panic("second")
	}()
	panic("first")
}

func deferredRecoverCall() {
	defer func() { defer recover() }()
	fmt.Println("fine")
	panic("swallowed")
}

func local[T any](x T) any {
	type pair struct {
		v any
		n int
	}
	return pair{x, 1}
}

func localTypes() {
	a, b := local(1), local("x")
	c := local(2)
	fmt.Println(a == b, a == local(1), fmt.Sprintf("%T", a) == fmt.Sprintf("%T", c))
	switch a.(type) {
	case fmt.Stringer:
		fmt.Println("no")
	}
}

type inner struct{ name string }

func (i inner) Name() string     { return "inner " + i.name }
func (i *inner) Rename(s string) { i.name = s }

func unnamedEmbedding() {
	x := struct {
		inner
		*strings.Builder
	}{inner{"a"}, &strings.Builder{}}
	var n interface{ Name() string } = x
	x.Rename("b")
	x.WriteString("text")
	var r interface {
		Rename(string)
		Name() string
	} = &x
	r.Rename("c")
	fmt.Println(n.Name(), x.Name(), r.Name(), x.Len(), x.Builder.String())
}

func seqs() {
	var s iter.Seq[int] = func(yield func(int) bool) { _ = yield(1) && yield(2) }
	fmt.Println(slices.Collect(s), slices.Collect(maps.Keys(map[string]bool{"k": true})))
	m := map[string]int{"a": 1}
	c := maps.Clone(m)
	c["a"]++
	fmt.Println(m, c, maps.Equal(m, c))
	var p atomic.Pointer[string]
	str := "stored"
	p.Store(&str)
	fmt.Println(*p.Load(), p.CompareAndSwap(&str, nil), p.Load() == nil)
	once := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(once(), once())
}

func blankRangeKey() {
	for _, v := range []float64{1.5} {
		fmt.Println(v)
	}
	for range "ab" {
		fmt.Print("x")
	}
	for _ = range 2 {
		fmt.Print("y")
	}
	var i8 int8
	for i8 = range 3 {
	}
	fmt.Println(i8)
}

type huge [8192]byte

func (h huge) Sum() (n int) {
	for _, b := range h {
		n += int(b)
	}
	return
}
func (h *huge) Set(i int, b byte) { h[i] = b }

func hugeReceivers() {
	var h huge
	h.Set(5, 7)
	h.Set(8000, 3)
	g := h
	g.Set(0, 100)
	f := h.Sum
	fmt.Println(h.Sum(), g.Sum(), f())
}

func bigLocals() (total int) {
	for i := range 50 {
		var a [256]int
		a[i%256] = i
		b := a
		b[0]++
		total += len(a) + b[0] + a[i]
	}
	return
}

func tuple() {
	defer func() { fmt.Println("recovered", recover()) }()
	var p *val
	a, b := 0, 0
	defer func() { fmt.Println(a, b) }()
	a, p.n, b = 1, 2, 3
}

type big struct{ a, b, c, d, e int }

func (b big) with(x int) big { b.c = x; return b }

func copies() {
	x := big{1, 2, 3, 4, 5}
	y := x.with(9).with(10)
	arr := []big{x, y}
	arr[0], arr[1] = arr[1], arr[0]
	p := &arr[0]
	arr[0].c = 77
	z := *p
	p.a = -1
	m := map[string]big{"k": z}
	m["l"] = m["k"].with(5)
	fmt.Println(x, y, arr, z, m)
	type wrap struct {
		big
		in [2]big
	}
	w := wrap{x, [2]big{y, z}}
	v := w
	v.in[1].b = 1000
	v.big = v.in[0]
	fmt.Println(w, v)
	f := func(b big, w wrap) (wrap, big) { b.a, w.a = 100, 200; return w, b }
	w2, b2 := f(x, w)
	fmt.Println(w2.a, b2.a, w.a, x.a)
}

func selfAppend() {
	s := []int{1, 2, 3}
	s = append(s[:1], s[2:]...)
	s = append(s, s...)
	a := [3]string{"a", "b", "c"}
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(s, a)
	i := 0
	i, s[i] = 1, 50
	s[i], i = 60, 2
	fmt.Println(i, s)
}

func main() {
	blankFields()
	nilDefers()
	fmt.Println(deferRecover())
	deferredRecoverCall()
	localTypes()
	unnamedEmbedding()
	seqs()
	blankRangeKey()
	hugeReceivers()
	fmt.Println(bigLocals())
	tuple()
	copies()
	selfAppend()
}
