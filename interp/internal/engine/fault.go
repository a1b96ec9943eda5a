package engine

import "unsafe"

// Run-time errors have Go's own messages and types because compiled code raises
// them: each function here does the very thing that went wrong.

//go:noinline
func panicIndex(i int64, n int) {
	s := make([]struct{}, n)
	_ = s[i]
}

// panicIndexU is panicIndex for an unsigned index, which the message shows as
// such.
//
//go:noinline
func panicIndexU(i uint64, n int) {
	s := make([]struct{}, n)
	_ = s[i]
}

//go:noinline
func nilDeref() {
	var p *int
	*p = 0
}

// bound is a bound of a slice expression that is out of range; an unsigned one
// is shown as such.
type bound struct {
	v        int64
	unsigned bool
}

// panicSlice fails s[i:j] as Go does: j against the capacity, or i against j.
// Of an array, pointer to array or string the message says "length", of a
// slice "capacity".
//
//go:noinline
func panicSlice(s sliceH, i, j bound, array bool) {
	if uint64(j.v) <= uint64(s.cap) {
		panicLow(s.cap, i, j.v)
	}
	switch a := fakeString(s.cap); {
	case array && j.unsigned:
		_ = a[:uint64(j.v)]
	case array:
		_ = a[:j.v]
	case j.unsigned:
		_ = make([]struct{}, s.n, s.cap)[:uint64(j.v)]
	}
	_ = make([]struct{}, s.n, s.cap)[:j.v]
}

// panicLow fails s[i:j] with j in range and i above it.
func panicLow(n int, i bound, j int64) {
	if i.unsigned {
		_ = make([]struct{}, n)[uint64(i.v):j]
	}
	_ = make([]struct{}, n)[i.v:j]
}

// fakeString is a string of n bytes that nobody can read.
func fakeString(n int) string {
	if n == 0 {
		return ""
	}
	return unsafe.String(&fakeByte, n)
}

var fakeByte byte

// panicSlice3 fails s[i:j:k].
//
//go:noinline
func panicSlice3(s sliceH, i, j, k bound, array bool) {
	if array {
		defer func() { panic(boundsOfArray(recover())) }()
	}
	a := make([]struct{}, s.n, s.cap)
	switch {
	case uint64(k.v) > uint64(s.cap) && k.unsigned:
		_ = a[0:0:uint64(k.v)]
	case uint64(k.v) > uint64(s.cap):
		_ = a[0:0:k.v]
	case uint64(j.v) > uint64(k.v) && j.unsigned:
		_ = a[0:uint64(j.v):k.v]
	case uint64(j.v) > uint64(k.v):
		_ = a[0:j.v:k.v]
	case i.unsigned:
		_ = a[uint64(i.v):j.v:k.v]
	}
	_ = a[i.v:j.v:k.v]
}

// panicConvert fails the conversion of a slice of n elements to an array of
// want.
//
//go:noinline
func panicConvert(n, want int) {
	defer func() { panic(boundsWith(recover(), want, n)) }()
	s := make([]byte, 0)
	_ = [1]byte(s)
}

//go:noinline
func panicMakeLen() {
	n := -1
	_ = make([]int, n)
}

//go:noinline
func panicMakeCap() {
	n := 0
	_ = make([]int, n+1, n)
}

//go:noinline
func panicMakeChan() {
	n := -1
	_ = make(chan int, n)
}

// panicUnsafeSlice fails unsafe.Slice(p, n). The pointer checker would end the
// process over the very fault that is raised here.
//
//go:noinline
//go:nocheckptr
func panicUnsafeSlice(p ptr, n int64) {
	_ = unsafe.Slice((*byte)(p), n)
	n = -1 // too long for its element size only
	_ = unsafe.Slice((*byte)(p), n)
}
