// Order of evaluation and the two phases of assignment.
package main

import "fmt"

var log []string

func v(name string, x int) int { log = append(log, name); return x }
func s(name string, x []int) []int {
	log = append(log, name)
	return x
}
func p(name string, x *T) *T { log = append(log, name); return x }
func flush()                 { fmt.Println(log); log = nil }

type T struct {
	a, b int
	n    *T
	arr  [3]int
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func two() (int, int) { log = append(log, "two"); return 1, 2 }

func named() (x int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("caught %v", e)
			x *= 2
		}
	}()
	x = 21
	panic("boom")
}

func change(x *int) int { *x += 100; return 1 }

func main() {
	arr := []int{0, 1, 2, 3}
	s("a", arr)[v("i", 1)] = v("x", 5)
	flush()
	s("a", arr)[v("i", 1)], s("b", arr)[v("j", 2)] = v("x", 7), v("y", 8)
	flush()
	fmt.Println(arr)
	s("a", arr)[v("i", 1)] += v("x", 5)
	flush()
	t := &T{}
	p("t", t).a, p("u", t).b = v("1", 1), v("2", 2)
	flush()
	p("t", t).arr[v("i", 1)] *= v("3", 3)
	flush()
	i := 0
	i, arr[i] = 2, 9
	fmt.Println(i, arr)
	i = 0
	arr[i], i = 5, 3
	fmt.Println(i, arr)
	a, b := 1, 2
	a, b = b, a+b
	fmt.Println(a, b)
	var np *T
	try(func() { a, np.a, b = 10, 20, 30 })
	fmt.Println(a, b)
	try(func() { a, arr[9], b = 11, 20, 31 })
	fmt.Println(a, b)
	var nm map[string]int
	try(func() { a, nm["x"], b = 12, 20, 32 })
	fmt.Println(a, b)
	try(func() { arr[v("i", 9)] = v("x", 1) })
	flush()
	try(func() { np.a = v("x", 1) })
	flush()
	try(func() { *p("nil", nil) = T{a: v("x", 1)} })
	flush()
	x, y := two()
	arr[x], arr[y] = two()
	fmt.Println(x, y, arr)
	flush()
	fmt.Println(v("a", 1)+v("b", 2)*v("c", 3), v("d", 4) < v("e", 5) && v("f", 0) == 1 || v("g", 1) == 1)
	flush()
	fmt.Println(named())
	q := 1
	r := q + change(&q)
	fmt.Println(q, r)
	q = 1
	q += change(&q)
	fmt.Println(q)
	lst := []int{q, change(&q), q}
	fmt.Println(lst)
	st := T{a: 1, b: 2}
	st = T{a: st.b, b: st.a}
	fmt.Println(st.a, st.b)
	ar := [3]int{1, 2, 3}
	ar = [3]int{ar[2], ar[1], ar[0]}
	fmt.Println(ar)
	st, st.a = T{b: 7}, 3
	fmt.Println(st.a, st.b)
	l := &T{a: 1}
	l.n = &T{a: 2}
	l, l.n = l.n, l
	fmt.Println(l.a, l.n == nil)
	m := map[int]int{}
	m[v("k", 1)], m[v("l", 2)] = v("x", 3), v("y", 4)
	flush()
	fmt.Println(m)
	f := func() func(int) int { log = append(log, "f"); return func(x int) int { return x } }
	f()(v("arg", 1))
	flush()
	sw := func(n int) int { log = append(log, fmt.Sprint("case", n)); return n }
	switch v("tag", 2) {
	case sw(1), sw(2), sw(3):
	case sw(4):
	}
	flush()
	var e1, e2 any = T{arr: [3]int{1}}, T{arr: [3]int{1}}
	fmt.Println(e1 == e2, e1 != any(T{}))
	func() {
		var z []int
		z = append(z, len(z), len(z)+1)
		z = append(z, z...)
		fmt.Println(z)
	}()
}
