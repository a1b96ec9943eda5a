package engine

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unsafe"
)

type rType = reflect.Type

const funcKind = reflect.Func

func itoa(n int) string { return strconv.Itoa(n) }

// funcOf is the type of a function without results.
func funcOf(in []reflect.Type) reflect.Type { return reflect.FuncOf(in, nil, false) }

// makerOf caches the maker, or nil, of a func type; both are immutable.
var makerOf sync.Map // reflect.Type -> func(*Closure) ptr

// shapeOf writes how arguments and results of a func type travel: a letter for
// each, "" if one of them is not of the few kinds that the makers know.
func shapeOf(t reflect.Type) string {
	var b strings.Builder
	add := func(t reflect.Type) bool {
		s := shapes[t.Kind()]
		b.WriteByte(s)
		return s != 0
	}
	for p := range t.Ins() {
		if !add(p) {
			return ""
		}
	}
	b.WriteByte('>')
	for r := range t.Outs() {
		if !add(r) {
			return ""
		}
	}
	return b.String()
}

// shapes gives each kind its letter. Kinds of one letter lie in the same
// registers in the same way and mean the same to the collector.
var shapes = [...]byte{
	reflect.Bool: 'b', reflect.Uint8: 'c', reflect.Int32: 'r', reflect.Int: 'i', reflect.Int64: 'i', reflect.Float64: 'f',
	reflect.String: 's', reflect.Slice: 'l', reflect.Interface: 'a',
	reflect.Pointer: 'p', reflect.Map: 'p', reflect.Chan: 'p', reflect.Func: 'p', reflect.UnsafePointer: 'p',
}

// makers are the makers of all shapes, made once.
var makers = sync.OnceValue(func() *funcMakers {
	k := &funcMakers{byShape: map[string]func(*Closure) ptr{}, context: map[uintptr]uintptr{}}
	probe := &Closure{}
	h := probe.reflected()
	k.handler = **(**uintptr)(ptr(&h))
	impl := (*makeFuncImpl)(fromAny(reflect.MakeFunc(reflect.TypeFor[func(int32) (int, string)](), h).Interface()).data)
	k.made = impl.code
	if *(*uintptr)(impl.fn) != k.handler {
		panic("engine: the layout of reflect.MakeFunc's values has changed")
	}
	addAll(k)
	return k
})

// add registers the maker of one shape, F being a type of it.
func add[F any](k *funcMakers, mk func(*Closure) F) {
	w := func(c *Closure) ptr { f := mk(c); return *(*ptr)(ptr(&f)) }
	shape := shapeOf(reflect.TypeFor[F]())
	if shape == "" {
		panic("engine: no shape for " + reflect.TypeFor[F]().String())
	}
	probe := &Closure{}
	fv := w(probe)
	code := *(*uintptr)(fv)
	// The closure captures mk's argument, and perhaps a dictionary of types before it.
	for off := uintptr(8); off <= 16; off += 8 {
		if *(**Closure)(unsafe.Add(fv, off)) == probe {
			k.context[code] = off
			k.byShape[shape] = w
			return
		}
	}
	panic("engine: the layout of closures has changed")
}

func add0(k *funcMakers) {
	add(k, func(c *Closure) func() {
		return func() { m, g := c.begin(); defer m.leave(); g.call(); m.finish(g) }
	})
}

func add0to1[R any](k *funcMakers) {
	add(k, func(c *Closure) func() R {
		return func() (r R) {
			m, g := c.begin()
			defer m.leave()
			g.call()
			r = *(*R)(at(g, c.fn.lay.results[0]))
			m.finish(g)
			return r
		}
	})
}

func add1[A any](k *funcMakers) {
	add(k, func(c *Closure) func(A) {
		return func(a A) {
			m, g := c.begin()
			defer m.leave()
			*(*A)(at(g, c.fn.lay.params[0])) = a
			g.call()
			m.finish(g)
		}
	})
}

func add1to1[A, R any](k *funcMakers) {
	add(k, func(c *Closure) func(A) R {
		return func(a A) (r R) {
			m, g := c.begin()
			defer m.leave()
			*(*A)(at(g, c.fn.lay.params[0])) = a
			g.call()
			r = *(*R)(at(g, c.fn.lay.results[0]))
			m.finish(g)
			return r
		}
	})
}

func add2[A, B any](k *funcMakers) {
	add(k, func(c *Closure) func(A, B) {
		return func(a A, b B) {
			m, g := c.begin()
			defer m.leave()
			*(*A)(at(g, c.fn.lay.params[0])) = a
			*(*B)(at(g, c.fn.lay.params[1])) = b
			g.call()
			m.finish(g)
		}
	})
}

func add2to1[A, B, R any](k *funcMakers) {
	add(k, func(c *Closure) func(A, B) R {
		return func(a A, b B) (r R) {
			m, g := c.begin()
			defer m.leave()
			*(*A)(at(g, c.fn.lay.params[0])) = a
			*(*B)(at(g, c.fn.lay.params[1])) = b
			g.call()
			r = *(*R)(at(g, c.fn.lay.results[0]))
			m.finish(g)
			return r
		}
	})
}

// addArg registers the shapes with one argument type: what callbacks of the
// standard library mostly are (less, cmp, yield, walk, handlers, predicates).
func addArg[A any](k *funcMakers) {
	add0to1[A](k)
	add1[A](k)
	add1to1[A, bool](k)
	add1to1[A, int](k)
	add1to1[A, string](k)
	add1to1[A, float64](k)
	add1to1[A, any](k)
	add1to1[A, ptr](k)
	add2[A, A](k)
	add2[int, A](k)
	add2to1[A, A, bool](k)
	add2to1[A, A, int](k)
	add2to1[A, A, A](k)
	add2to1[int, A, bool](k)
	add2to1[string, A, bool](k)
}

func addAll(k *funcMakers) {
	add0(k)
	addArg[int](k)
	addArg[float64](k)
	addArg[string](k)
	addArg[bool](k)
	addArg[byte](k)
	addArg[rune](k)
	addArg[any](k)
	addArg[ptr](k)
	addArg[[]int](k)
	add1to1[rune, rune](k)
	add1to1[[]int, []int](k)
}
