// Range over functions: control flow out of bodies, nested loops, defer in a
// body, misbehaving iterators, iter.Pull.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("done", n)
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(xs ...string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, x := range xs {
			if !yield(i, x) {
				return
			}
		}
	}
}

func none(yield func() bool) {
	for range 3 {
		if !yield() {
			return
		}
	}
}

func find(n int) (r int, err error) {
	defer func() { fmt.Println("find leaves", r) }()
	for i := range count(10) {
		defer fmt.Println("deferred", i)
		if i == n {
			return i * 100, nil
		}
	}
	return -1, fmt.Errorf("not found")
}

func labels() (r []int) {
outer:
	for i := range count(4) {
		for j := range count(4) {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break outer
			}
			r = append(r, i*10+j)
		}
	}
	return
}

func jump() string {
	for i := range count(5) {
		if i == 2 {
			goto out
		}
	}
	return "no"
out:
	return "jumped"
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func swallow(yield func(int) bool) {
	defer func() { recover() }()
	yield(1)
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) all() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}
func (t *tree) push(yield func(int) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func main() {
	sum := 0
	for i := range count(4) {
		sum += i
	}
	fmt.Println(sum)
	for i, s := range pairs("a", "b", "c") {
		if i == 1 {
			continue
		}
		fmt.Println(i, s)
	}
	n := 0
	for range none {
		n++
		if n == 2 {
			break
		}
	}
	fmt.Println(n)
	fmt.Println(find(2))
	fmt.Println(find(20))
	fmt.Println(labels(), jump())
	try(func() {
		for x := range bad {
			fmt.Println(x)
			break
		}
	})
	try(func() {
		for x := range swallow {
			panic(fmt.Sprint("body ", x))
		}
	})
	try(func() {
		for range count(2) {
			panic("through")
		}
	})
	var keep func(int) bool
	for range func(y func(int) bool) { keep = y; y(0) } {
	}
	try(func() { keep(1) })
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i++; return i })
	}
	fmt.Println(fs[0](), fs[0](), fs[1](), fs[2]())
	t := &tree{&tree{nil, nil, 1}, &tree{nil, nil, 3}, 2}
	for v := range t.all() {
		fmt.Print(v, " ")
		if v == 2 {
			break
		}
	}
	fmt.Println()
	next, stop := iter.Pull(t.all())
	a, ok := next()
	b, _ := next()
	fmt.Println(a, b, ok)
	stop()
	_, ok = next()
	fmt.Println(ok)
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.Sorted(maps.Keys(map[string]int{"z": 1, "y": 2})))
	for i, c := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, c, " ")
	}
	fmt.Println()
	var x int
	for x = range count(3) {
	}
	fmt.Println(x)
	func() int {
		for i := range count(2) {
			for j := range count(2) {
				if i+j == 2 {
					return 1
				}
			}
		}
		return 0
	}()
}
