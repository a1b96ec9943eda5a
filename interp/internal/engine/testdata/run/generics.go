// Generic functions and types, constraints, instantiation and inference.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[A, B any](xs []A, f func(A) B) []B {
	r := make([]B, 0, len(xs))
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}
func Filter[S ~[]E, E any](s S, f func(E) bool) S {
	var r S
	for _, x := range s {
		if f(x) {
			r = append(r, x)
		}
	}
	return r
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (x T, err error) {
	if len(s.items) == 0 {
		return x, errors.New("empty")
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, nil
}
func (s Stack[T]) String() string { return fmt.Sprintf("Stack%v", s.items) }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[K, V] { return p }

type List[T any] struct {
	head *elem[T]
	n    int
}
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Add(v T) {
	l.head = &elem[T]{v, l.head}
	l.n++
}
func (l *List[T]) All() func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.v) {
				return
			}
			i++
		}
	}
}

type Tree[T cmp.Ordered] struct {
	left, right *Tree[T]
	v           T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	switch {
	case t == nil:
		return &Tree[T]{v: v}
	case v < t.v:
		t.left = t.left.Insert(v)
	case v > t.v:
		t.right = t.right.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t == nil {
		return
	}
	t.left.Walk(f)
	f(t.v)
	t.right.Walk(f)
}

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }
func Total[S Shape](xs []S) (t float64) {
	for _, x := range xs {
		t += x.Area()
	}
	return
}

type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }
func Make[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }
func Str[T fmt.Stringer](xs ...T) string {
	return strings.Join(Map(xs, func(x T) string { return x.String() }), ",")
}
func Zero[T any]() T { var z T; return z }
func TypeName[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of itself"
	}
	return fmt.Sprintf("%T", x)
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	return slices.Sorted(maps.Keys(m))
}
func Local[T any](x T) any {
	type wrap struct{ V T }
	return wrap{x}
}
func Ptr[T any](x T) *T { return &x }
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

type Num[T Number] struct{ v T }

func (n Num[T]) Plus(o Num[T]) Num[T] { return Num[T]{n.v + o.v} }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](4, 5))
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i * i) }))
	type ints []int
	fmt.Printf("%T %v\n", Filter(ints{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Filter([]string{"a", "bb"}, func(s string) bool { return len(s) > 1 }))
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s)
	v, err := s.Pop()
	fmt.Println(v, err)
	s.Pop()
	_, err = s.Pop()
	fmt.Println(err)
	p := Pair[string, int]{"x", 1}
	fmt.Printf("%v %+v %T\n", p, p.Swap(), p)
	l := &List[float64]{}
	l.Add(1.5)
	l.Add(2.5)
	for i, v := range l.All() {
		fmt.Print(i, " ", v, "; ")
	}
	fmt.Println(l.n)
	var t *Tree[string]
	for _, w := range strings.Fields("m c x a d z") {
		t = t.Insert(w)
	}
	t.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	fmt.Println(Total([]Sq{{1}, {2}}), Total([]Shape{Sq{3}}))
	fmt.Println(Make[Conf]("hello"))
	fmt.Println(Str(MyInt(1), MyInt(2)))
	fmt.Println(Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[[2]int]())
	fmt.Println(TypeName(1), TypeName("x"), TypeName(2.5), TypeName([]int{}))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}))
	fmt.Printf("%v %v\n", Local(1), Local("s"))
	a, b := Local(1), Local(int8(1))
	fmt.Println(a == b, a == Local(1))
	*Ptr(3)++
	fmt.Println(*Ptr("q"), Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	fmt.Println(Num[int]{1}.Plus(Num[int]{2}), slices.Max([]int{1, 9, 3}), slices.Index([]string{"a", "b"}, "b"))
	xs := []Pair[string, int]{{"b", 2}, {"a", 1}}
	slices.SortFunc(xs, func(a, b Pair[string, int]) int { return cmp.Compare(a.Key, b.Key) })
	fmt.Println(xs, slices.Contains([]int{1}, 1), cmp.Compare(1, 2) < 0)
	f := Sum[float64]
	fmt.Println(f(1, 2.5))
}
