package engine

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync/atomic"
	"unsafe"
)

// Closure is what a func value of interpreted code holds. The func value itself
// is a real one, which compiled code calls like any other; interpreted code
// finds the Closure in it (closureOf) and runs its Func on the caller's machine.
type Closure struct {
	fn   *Func
	caps ptr // array of pointers to captured cells, or what a bridge or yield wants
	recv ptr // storage of a bound method's receiver
}

// enter prepares a frame for a call of the closure.
func (cl *Closure) enter(m *Machine) *Frame {
	g := m.get(cl.fn)
	g.caps = cl.caps
	if cl.recv != nil {
		typedmemmove(rtypeOf(g.fn.recvType), at(g, g.fn.recvOff), cl.recv)
	}
	return g
}

// funcCalls is what a Func keeps for its func value.
type funcCalls struct {
	fv unsafe.Pointer // the func value of the Func without captures, once asked for
}

// value is the func value of a Func that captures nothing: always the same one.
func (fn *Func) value() ptr {
	if p := atomic.LoadPointer(&fn.fv); p != nil {
		return p
	}
	p := fn.w.funcPtr(fn.lay.typ, &Closure{fn: fn})
	if !atomic.CompareAndSwapPointer(&fn.fv, nil, p) {
		p = atomic.LoadPointer(&fn.fv)
	}
	return p
}

// literal compiles a function literal and gives the cells that it captures.
func (c *comp) literal(e *ast.FuncLit, sig *types.Signature) (*Func, []func(*Frame) ptr) {
	c.literals++
	fn := c.w.newFunc(c.u, c.fn.name+".func"+itoa(c.literals), c.rt(c.plain(sig)), nil, nil)
	in := c.nested(fn, sig)
	in.body(nil, e.Type, e.Body)
	fn.done()
	var caps []func(*Frame) ptr
	for _, o := range in.caps {
		caps = append(caps, c.cellPtr(e, o))
	}
	return fn, caps
}

// capture collects the cells of a closure.
func capture(f *Frame, caps []func(*Frame) ptr) ptr {
	s := make([]ptr, len(caps))
	for i, p := range caps {
		s[i] = p(f)
	}
	return ptr(unsafe.SliceData(s))
}

func (c *comp) funcLit(e *ast.FuncLit) *expr {
	t := c.typeOf(e)
	fn, caps := c.literal(e, t.Underlying().(*types.Signature))
	if len(caps) == 0 {
		return &expr{t: t, k: kPtr, fn: func(*Frame) ptr { return fn.value() }}
	}
	ft := fn.lay.typ
	return &expr{t: t, k: kPtr, calls: true, fn: func(f *Frame) ptr {
		return f.m.w.funcPtr(ft, &Closure{fn: fn, caps: capture(f, caps)})
	}}
}

// funcValue is a declared function as a value.
func (c *comp) funcValue(n ast.Node, o *types.Func, targs []types.Type) *expr {
	t := c.subst(o.Type())
	if len(targs) > 0 {
		inst, err := types.Instantiate(nil, o.Type(), targs, false)
		if err != nil {
			c.fail(n, "%v", err)
		}
		t = inst
	}
	fn, fv := c.function(n, o, targs, c.plain(t.(*types.Signature)))
	if fv != nil {
		return &expr{t: t, k: kPtr, fn: func(*Frame) ptr { return fv }}
	}
	return &expr{t: t, k: kPtr, fn: func(*Frame) ptr { return fn.value() }}
}

// funcPtr makes a func value of type t over a closure.
func (w *World) funcPtr(t reflect.Type, cl *Closure) ptr {
	if mk := makers().find(t); mk != nil {
		return mk(cl)
	}
	return fromAny(reflect.MakeFunc(t, cl.reflected()).Interface()).data
}

// reflected is the closure for reflect.MakeFunc. Its code pointer marks the
// func values that are ours.
//
//go:noinline
func (cl *Closure) reflected() func([]reflect.Value) []reflect.Value {
	return func(args []reflect.Value) []reflect.Value { return cl.callReflect(args) }
}

func (cl *Closure) callReflect(args []reflect.Value) []reflect.Value {
	m, g := cl.begin()
	defer m.leave()
	lay := cl.fn.lay
	for i, a := range args {
		reflect.NewAt(lay.paramTypes[i], at(g, lay.params[i])).Elem().Set(a)
	}
	g.call()
	out := make([]reflect.Value, len(lay.results))
	for i, o := range lay.results {
		v := reflect.New(lay.resultTypes[i]).Elem()
		typedmemmove(rtypeOf(lay.resultTypes[i]), v.Addr().UnsafePointer(), at(g, o))
		out[i] = v
	}
	m.finish(g)
	return out
}

// makeFuncImpl is the beginning of reflect's type of that name.
type makeFuncImpl struct {
	code, stack, argLen, regs uintptr
	ftyp                      ptr
	fn                        ptr
}

// funcMakers makes func values of common shapes: closures compiled for the
// shape, at a tenth of what reflect.MakeFunc's cost to make and to call. Types
// of one shape (func(*T) bool and func(map[K]V) bool) are called alike.
type funcMakers struct {
	byShape map[string]func(*Closure) ptr
	context map[uintptr]uintptr // code pointer -> where in the func value the *Closure lies
	made    uintptr             // code pointer of reflect.MakeFunc's values
	handler uintptr             // code pointer of Closure.reflected's closures
}

// find is the maker for func type t, or nil.
func (k *funcMakers) find(t reflect.Type) func(*Closure) ptr {
	if mk, ok := makerOf.Load(t); ok {
		return mk.(func(*Closure) ptr)
	}
	mk := k.byShape[shapeOf(t)]
	makerOf.Store(t, mk)
	return mk
}

// closureOf finds the interpreted closure behind a func value that is not nil;
// nil for one of compiled code.
func closureOf(fv ptr) *Closure {
	k, code := makers(), *(*uintptr)(fv)
	if off, ok := k.context[code]; ok {
		return *(**Closure)(unsafe.Add(fv, off))
	}
	if code == k.made {
		if h := (*makeFuncImpl)(fv).fn; *(*uintptr)(h) == k.handler {
			return *(**Closure)(unsafe.Add(h, 8))
		}
	}
	return nil
}
