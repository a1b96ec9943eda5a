package engine

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unsafe"
)

// recovered runs f and gives what it panics with.
func recovered(f func()) (v any) {
	defer func() { v = recover() }()
	f()
	return nil
}

func TestBoundsErrorLayout(t *testing.T) {
	s, n := make([]int, 3), 7
	e := recovered(func() { _ = s[1:2:n] })
	typ := reflect.TypeOf(e)
	if typ.Size() != unsafe.Sizeof(boundsError{}) {
		t.Fatalf("runtime.boundsError has %d bytes", typ.Size())
	}
	b := (*boundsError)(fromAny(e).data)
	if b.x != 7 || b.y != 3 || b.code != codeSlice3Acap {
		t.Errorf("layout of runtime.boundsError: %+v", *b)
	}
	for _, c := range []struct {
		want string
		f    func()
	}{
		{"index out of range [5] with length 3", func() { panicIndex(5, 3) }},
		{"index out of range [-1]", func() { panicIndex(-1, 3) }},
		{"index out of range [18446744073709551615] with length 3", func() { panicIndexU(1<<64-1, 3) }},
		{"slice bounds out of range [:9] with capacity 4", func() { panicSlice(sliceH{n: 3, cap: 4}, bound{}, bound{v: 9}, false) }},
		{"slice bounds out of range [:9] with length 4", func() { panicSlice(sliceH{n: 4, cap: 4}, bound{}, bound{v: 9}, true) }},
		{"slice bounds out of range [3:2]", func() { panicSlice(sliceH{n: 4, cap: 4}, bound{v: 3}, bound{v: 2}, true) }},
		{"slice bounds out of range [::9] with capacity 4", func() { panicSlice3(sliceH{n: 3, cap: 4}, bound{}, bound{v: 1}, bound{v: 9}, false) }},
		{"slice bounds out of range [::9] with length 4", func() { panicSlice3(sliceH{n: 4, cap: 4}, bound{}, bound{v: 1}, bound{v: 9}, true) }},
		{"slice bounds out of range [:18446744073709551615] with capacity 4", func() { panicSlice(sliceH{n: 3, cap: 4}, bound{}, bound{-1, true}, false) }},
		{"slice bounds out of range [18446744073709551615:2]", func() { panicSlice(sliceH{n: 3, cap: 4}, bound{-1, true}, bound{v: 2}, true) }},
		{"slice bounds out of range [-1:]", func() { panicSlice(sliceH{n: 3, cap: 4}, bound{v: -1}, bound{v: 2}, true) }},
		{"slice bounds out of range [:3:2]", func() { panicSlice3(sliceH{n: 3, cap: 4}, bound{}, bound{v: 3}, bound{v: 2}, true) }},
		{"slice bounds out of range [3:2:]", func() { panicSlice3(sliceH{n: 3, cap: 4}, bound{v: 3}, bound{v: 2}, bound{v: 2}, true) }},
		{"cannot convert slice with length 2 to array or pointer to array with length 5", func() { panicConvert(2, 5) }},
		{"makeslice: len out of range", panicMakeLen},
		{"makeslice: cap out of range", panicMakeCap},
		{"unsafe.Slice: len out of range", func() { panicUnsafeSlice(ptr(&n), 1<<62) }},
		{"unsafe.Slice: ptr is nil and len is not zero", func() { panicUnsafeSlice(nil, 1) }},
		{"growslice: len out of range", panicGrow},
		{"invalid memory address or nil pointer dereference", nilDeref},
	} {
		e, ok := recovered(c.f).(runtime.Error)
		if !ok || !strings.HasSuffix(e.Error(), c.want) {
			t.Errorf("got %v, want %s", e, c.want)
		}
	}
}

func TestTypeAssertionErrorLayout(t *testing.T) {
	type S struct{}
	anyT, intT, strT := reflect.TypeFor[any](), reflect.TypeFor[int](), reflect.TypeFor[interface{ String() string }]()
	for _, c := range []struct {
		f, same func()
	}{
		{func() { panicAssert(rtypeOf(anyT), rtypeOf(intT), rtypeOf(reflect.TypeFor[S]()), "") }, func() { var x any = 1; _ = x.(S) }},
		{func() { panicAssert(rtypeOf(anyT), nil, rtypeOf(intT), "") }, func() { var x any; _ = x.(int) }},
		{func() { panicAssert(rtypeOf(anyT), rtypeOf(intT), rtypeOf(strT), "String") }, func() { var x any = 1; _ = x.(interface{ String() string }) }},
	} {
		got, want := recovered(c.f).(error).Error(), recovered(c.same).(error).Error()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFrameTypes(t *testing.T) {
	w := New(Config{})
	shape := func(ts ...reflect.Type) *Func {
		fn := w.newFunc(nil, "f", reflect.TypeFor[func()](), nil, nil)
		off, fs := frameHeader, []slotField(nil)
		for _, t := range ts {
			off = align(off, t)
			fs = append(fs, slotField{off, t})
			off += t.Size()
		}
		fn.seal(fs)
		return fn
	}
	a := shape(intType, stringType, reflect.TypeFor[struct {
		N int32
		S string
	}]())
	if want := []uintptr{frameHeader + 8, frameHeader + 32}; !slices.Equal(a.ptrWords, want) {
		t.Errorf("pointer words %v, want %v", a.ptrWords, want)
	}
	b := shape(reflect.TypeFor[uint64](), sliceType, reflect.TypeFor[struct{ p *int }](), intType)
	if a.frameType != b.frameType {
		t.Error("frames of one shape have two types")
	}
	c := shape(ifaceType)
	if want := []uintptr{frameHeader, frameHeader + 8}; !slices.Equal(c.ptrWords, want) {
		t.Errorf("pointer words of an interface %v, want %v", c.ptrWords, want)
	}
	e := w.newFunc(nil, "f", reflect.TypeFor[func(_, _, _, _ uint64, _ struct{})](), nil, nil)
	e.seal(e.allFields())
	if e.lay.params[4] >= e.frameSize {
		t.Error("a slot without size lies behind the frame")
	}
	d := shape(reflect.TypeFor[[100]*int]())
	if len(d.ptrRuns) != 1 || d.ptrRuns[0].off != frameHeader {
		t.Errorf("runs of pointers %v", d.ptrRuns)
	}
	if (*rtypeHeader)(d.frameType).size != d.frameSize || d.frameSize < frameHeader+800 {
		t.Errorf("frame size %d", d.frameSize)
	}
}

func TestLayout(t *testing.T) {
	l := layoutOf(reflect.TypeFor[func(a int8, b string, c struct{}) (bool, error)]())
	if want := []uintptr{frameHeader, frameHeader + 8}; !slices.Equal(l.results, want) {
		t.Errorf("results at %v, want %v", l.results, want)
	}
	if want := []uintptr{frameHeader + 24, frameHeader + 32, frameHeader + 48}; !slices.Equal(l.params, want) {
		t.Errorf("parameters at %v, want %v", l.params, want)
	}
	a, b := layoutOf(reflect.TypeFor[func(int)]()), layoutOf(reflect.TypeFor[func(int)]())
	if a != b {
		t.Error("two layouts of one type")
	}
}
