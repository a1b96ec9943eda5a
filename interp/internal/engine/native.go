package engine

import (
	"math"
	"reflect"
	"runtime"
)

// A bridge is a Func that calls compiled code: the frame has the arguments, its
// caps the func value, and the results go back into the frame. One bridge
// serves all functions of a signature.

type bridgeKey struct {
	ft   reflect.Type
	recv bool
}

// bridge is the Func for compiled functions of type ft; with recv for methods
// that are called by an itab's code pointer, with the data word as receiver.
func (w *World) bridge(ft reflect.Type, recv bool) *Func {
	key := bridgeKey{ft, recv}
	if fn, ok := w.bridges.Load(key); ok {
		return fn.(*Func)
	}
	full := ft
	var rt reflect.Type
	if recv {
		rt = ptrType
		in := []reflect.Type{ptrType}
		for p := range ft.Ins() {
			in = append(in, p)
		}
		var out []reflect.Type
		for r := range ft.Outs() {
			out = append(out, r)
		}
		full = reflect.FuncOf(in, out, ft.IsVariadic())
	}
	fn := w.newFunc(nil, ft.String(), ft, rt, func(fn *Func) { bridgeCode(fn, full) })
	b, _ := w.bridges.LoadOrStore(key, fn)
	return b.(*Func)
}

// bridgeCode makes a bridge's code. full is the type of the func value, with
// the receiver as first parameter if fn has one.
func bridgeCode(fn *Func, full reflect.Type) {
	fields := fn.allFields()
	fn.seal(fields)
	if fn.code = registerCall(fn, full); fn.code == nil {
		fn.code = reflectCall(fn, full)
	}
}

// reflectCall calls by reflect, whatever the signature.
func reflectCall(fn *Func, full reflect.Type) func(*Frame) ctl {
	var offs []uintptr
	if fn.recvType != nil {
		offs = append(offs, fn.recvOff)
	}
	offs = append(offs, fn.lay.params...)
	lay := fn.lay
	return func(g *Frame) ctl {
		fv := g.caps
		fun := reflect.NewAt(full, ptr(&fv)).Elem()
		args := make([]reflect.Value, len(offs))
		for i, o := range offs {
			v := reflect.New(full.In(i))
			typedmemmove(rtypeOf(full.In(i)), v.UnsafePointer(), at(g, o))
			args[i] = v.Elem()
		}
		call := fun.Call
		if full.IsVariadic() {
			call = fun.CallSlice
		}
		for i, r := range call(args) {
			reflect.NewAt(lay.resultTypes[i], at(g, lay.results[i])).Elem().Set(r)
		}
		return cNext
	}
}

// Calls without reflect. Go's internal ABI ("Go internal ABI specification",
// function call argument and result passing) passes integer and pointer words
// in registers of one kind and floats in those of another, each in order. So
// one wide func type can call every signature that needs no stack: registers
// that the callee does not expect are scratch to it.
//
// Pointers travel as uintptr. The frame g holds each argument, typed, for the
// whole call, so the callee's are alive; what pointers of interpreted code
// point to never moves. A pointer result is stored from the register's copy
// with no call in between but a nosplit one (storeWord) and the write barrier,
// neither of which lets the collector scan this frame; asynchronous preemption
// would have it scan the frame conservatively.

// A regWord is one register's part of an argument or result.
type regWord struct {
	off  uintptr // in the frame
	size uint8
	kind regKind
	reg  uint8
}

type regKind uint8

const (
	regInt regKind = iota
	regPtr
	regFloat
)

// registers assigns values to registers, in order.
type registers struct {
	ints, floats int
	words        []regWord
	stack        bool // something did not fit
}

// What the wide func types have: amd64 has 9 and 15, arm64 16 and 16.
const (
	wideInts, wideFloats       = 9, 8
	wideIntsOut, wideFloatsOut = 6, 4
)

func (r *registers) add(off, size uintptr, kind regKind) {
	n := &r.ints
	if kind == regFloat {
		n = &r.floats
	}
	r.words = append(r.words, regWord{off, uint8(size), kind, uint8(*n)})
	*n++
}

func (r *registers) value(t reflect.Type, off uintptr) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		r.add(off, 8, regPtr)
	case reflect.Float32, reflect.Float64:
		r.add(off, t.Size(), regFloat)
	case reflect.Complex64, reflect.Complex128:
		r.add(off, t.Size()/2, regFloat)
		r.add(off+t.Size()/2, t.Size()/2, regFloat)
	case reflect.String:
		r.add(off, 8, regPtr)
		r.add(off+8, 8, regInt)
	case reflect.Slice:
		r.add(off, 8, regPtr)
		r.add(off+8, 8, regInt)
		r.add(off+16, 8, regInt)
	case reflect.Interface:
		r.add(off, 8, regPtr)
		r.add(off+8, 8, regPtr)
	case reflect.Array:
		switch t.Len() {
		case 0:
		case 1:
			r.value(t.Elem(), off)
		default:
			r.stack = true
		}
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			r.value(f.Type, off+f.Offset)
		}
	default:
		r.add(off, t.Size(), regInt)
	}
}

func (r *registers) fits(ints, floats int) bool {
	return !r.stack && r.ints <= ints && r.floats <= floats
}

type (
	wideWords = func(a, b, c, d, e, f, g, h, i uintptr) (r0, r1, r2, r3 uintptr)
	wideAll   = func(a, b, c, d, e, f, g, h, i uintptr, f0, f1, f2, f3, f4, f5, f6, f7 float64) (
		r0, r1, r2, r3, r4, r5 uintptr, g0, g1, g2, g3 float64)
)

// registerCall is the code of a bridge whose arguments and results all go in
// registers, nil for others.
func registerCall(fn *Func, full reflect.Type) func(*Frame) ctl {
	if runtime.GOARCH != "amd64" && runtime.GOARCH != "arm64" {
		return nil
	}
	var in, out registers
	k := 0
	if fn.recvType != nil {
		in.value(full.In(0), fn.recvOff)
		k = 1
	}
	for i, o := range fn.lay.params {
		in.value(full.In(k+i), o)
	}
	for i, o := range fn.lay.results {
		out.value(full.Out(i), o)
	}
	if !in.fits(wideInts, wideFloats) || !out.fits(wideIntsOut, wideFloatsOut) {
		return nil
	}
	ins, outs := in.words, out.words
	switch {
	case in.floats == 0 && out.floats == 0 && out.ints <= 4:
		return callWords(ins, outs)
	case len(ins) == 1 && len(outs) == 1 && in.floats == 1 && out.floats == 1 && ins[0].size == 8 && outs[0].size == 8:
		a, r := ins[0].off, outs[0].off
		return func(g *Frame) ctl {
			fv := g.caps
			*(*float64)(at(g, r)) = (*(*func(float64) float64)(ptr(&fv)))(*(*float64)(at(g, a)))
			return cNext
		}
	}
	return callAll(ins, outs)
}

// callWords calls where no float takes part.
func callWords(ins, outs []regWord) func(*Frame) ctl {
	return func(g *Frame) ctl {
		var w [wideInts]uintptr
		for i := range ins {
			w[i] = loadWord(at(g, ins[i].off), ins[i].size)
		}
		fv := g.caps
		var r [4]uintptr
		r[0], r[1], r[2], r[3] = (*(*wideWords)(ptr(&fv)))(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8])
		for i := range outs {
			storeWord(at(g, outs[i].off), &outs[i], &r[i&3])
		}
		return cNext
	}
}

func callAll(ins, outs []regWord) func(*Frame) ctl {
	return func(g *Frame) ctl {
		var w [wideInts]uintptr
		var x [wideFloats]float64
		for i := range ins {
			switch s := &ins[i]; {
			case s.kind != regFloat:
				w[s.reg] = loadWord(at(g, s.off), s.size)
			case s.size == 4:
				x[s.reg] = math.Float64frombits(uint64(*(*uint32)(at(g, s.off))))
			default:
				x[s.reg] = *(*float64)(at(g, s.off))
			}
		}
		fv := g.caps
		var r [wideIntsOut]uintptr
		var y [wideFloatsOut]float64
		r[0], r[1], r[2], r[3], r[4], r[5], y[0], y[1], y[2], y[3] = (*(*wideAll)(ptr(&fv)))(
			w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8], x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
		for i := range outs {
			switch o := &outs[i]; {
			case o.kind != regFloat:
				storeWord(at(g, o.off), o, &r[o.reg])
			case o.size == 4:
				*(*uint32)(at(g, o.off)) = uint32(math.Float64bits(y[o.reg&3]))
			default:
				*(*float64)(at(g, o.off)) = y[o.reg&3]
			}
		}
		return cNext
	}
}

func loadWord(p ptr, size uint8) uintptr {
	switch size {
	case 8:
		return *(*uintptr)(p)
	case 1:
		return uintptr(*(*uint8)(p))
	case 2:
		return uintptr(*(*uint16)(p))
	}
	return uintptr(*(*uint32)(p))
}

// storeWord stores a result's register. It is nosplit for the sake of pointers:
// a stack check would be a place where the collector may run, and it does not
// see a pointer in a uintptr.
//
//go:nosplit
func storeWord(p ptr, o *regWord, v *uintptr) {
	switch {
	case o.kind == regPtr:
		*(*ptr)(p) = *(*ptr)(ptr(v))
	case o.size == 8:
		*(*uintptr)(p) = *v
	case o.size == 1:
		*(*uint8)(p) = uint8(*v)
	case o.size == 2:
		*(*uint16)(p) = uint16(*v)
	default:
		*(*uint32)(p) = uint32(*v)
	}
}
