package engine

import (
	"reflect"
	"strconv"
	"sync"
	"sync/atomic"
)

type readyFlag = atomic.Bool

// layout places a signature's results and then its parameters right behind the
// frame header, so that all functions of one signature agree and a caller can
// fill the frame of a function that it does not know. A receiver follows.
type layout struct {
	typ         reflect.Type // unnamed func type, without receiver
	params      []uintptr
	results     []uintptr
	paramTypes  []reflect.Type
	resultTypes []reflect.Type
	end         uintptr
}

// layouts caches layouts by func type; both are immutable.
var layouts sync.Map // reflect.Type -> *layout

func layoutOf(ft reflect.Type) *layout {
	if l, ok := layouts.Load(ft); ok {
		return l.(*layout)
	}
	l := &layout{typ: ft, end: frameHeader}
	place := func(t reflect.Type) uintptr {
		o := align(l.end, t)
		l.end = o + max(t.Size(), 1)
		return o
	}
	for t := range ft.Outs() {
		l.results = append(l.results, place(t))
		l.resultTypes = append(l.resultTypes, t)
	}
	for t := range ft.Ins() {
		l.params = append(l.params, place(t))
		l.paramTypes = append(l.paramTypes, t)
	}
	r, _ := layouts.LoadOrStore(ft, l)
	return r.(*layout)
}

func align(off uintptr, t reflect.Type) uintptr {
	a := uintptr(t.Align())
	return (off + a - 1) / a * a
}

// slotField is one slot of a frame.
type slotField struct {
	off uintptr
	typ reflect.Type
}

func (l *layout) fields() []slotField {
	var f []slotField
	for i, o := range l.results {
		f = append(f, slotField{o, l.resultTypes[i]})
	}
	for i, o := range l.params {
		f = append(f, slotField{o, l.paramTypes[i]})
	}
	return f
}

// newFunc makes a Func of func type ft (without receiver). build is run once,
// before the first call; it sets code and calls seal. A nil build means that
// the caller does both and then calls done.
func (w *World) newFunc(u *unit, name string, ft reflect.Type, recv reflect.Type, build func(*Func)) *Func {
	fn := &Func{w: w, u: u, name: name, lay: layoutOf(ft), recvType: recv, build: build}
	fn.id.Store(w.funcs.Add(1))
	if recv != nil {
		fn.recvOff = align(fn.lay.end, recv)
	}
	return fn
}

// done marks a Func whose code was set by its maker.
func (fn *Func) done() { fn.ready.Store(true) }

// allFields are results, parameters and receiver: the frame of a Func without
// locals.
func (fn *Func) allFields() []slotField {
	f := fn.lay.fields()
	if fn.recvType != nil {
		f = append(f, slotField{fn.recvOff, fn.recvType})
	}
	return f
}

var (
	frameHeaderType = reflect.TypeFor[Frame]()
	wordType        = reflect.TypeFor[uintptr]()
	ptrType         = reflect.TypeFor[ptr]()
	ifaceType       = reflect.TypeFor[ifaceH]()
	sliceType       = reflect.TypeFor[sliceH]()
	intType         = reflect.TypeFor[int]()
	boolType        = reflect.TypeFor[bool]()
	stringType      = reflect.TypeFor[string]()
)

// seal makes the frame's type. Only which words hold pointers matters to the
// collector, so frames of the same shape share one type whatever their slots
// are called: types made at run time are never freed.
func (fn *Func) seal(fields []slotField) {
	size := frameHeader
	for _, f := range fields {
		size = max(size, f.off+max(f.typ.Size(), 1)) // no slot lies behind the frame
	}
	const words = 4 // round up, so that fewer shapes exist
	n := (size - frameHeader + 7) / 8
	n = (n + words - 1) / words * words
	isPtr := make([]bool, n)
	for _, f := range fields {
		markPointers(f.typ, f.off-frameHeader, isPtr)
	}
	fs := []reflect.StructField{{Name: "H", Type: frameHeaderType}}
	for i := 0; i < len(isPtr); {
		j := i
		for j < len(isPtr) && isPtr[j] == isPtr[i] {
			j++
		}
		t := wordType
		if isPtr[i] {
			t = ptrType
		}
		arr := reflect.ArrayOf(j-i, t)
		fs = append(fs, reflect.StructField{Name: "W" + strconv.Itoa(i), Type: arr})
		if isPtr[i] {
			if j-i > 16 {
				fn.ptrRuns = append(fn.ptrRuns, ptrRun{frameHeader + uintptr(i)*8, rtypeOf(arr)})
			} else {
				for k := i; k < j; k++ {
					fn.ptrWords = append(fn.ptrWords, frameHeader+uintptr(k)*8)
				}
			}
		}
		i = j
	}
	st := reflect.StructOf(fs)
	fn.frameType = rtypeOf(st)
	fn.frameSize = st.Size()
}

// markPointers sets the words of a value of type t at off that hold pointers.
func markPointers(t reflect.Type, off uintptr, words []bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.String, reflect.Slice:
		words[off/8] = true
	case reflect.Interface:
		words[off/8], words[off/8+1] = true, true
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			markPointers(f.Type, off+f.Offset, words)
		}
	case reflect.Array:
		e := t.Elem()
		if t.Len() == 0 || (*rtypeHeader)(rtypeOf(e)).ptrBytes == 0 {
			return
		}
		for i := range t.Len() {
			markPointers(e, off+uintptr(i)*e.Size(), words)
		}
	}
}
