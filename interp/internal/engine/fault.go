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

//go:noinline
func nilMapWrite() {
	var m map[int]int
	m[0] = 0
}

// panicSlice fails s[i:j] as Go does; of an array, pointer to array or string
// the message says "length", of a slice "capacity".
//
//go:noinline
func panicSlice(s sliceH, i, j int64, array bool) {
	if array {
		a := unsafe.String((*byte)(nil), 0)
		if s.cap > 0 {
			// never read: the bounds are wrong
			a = unsafe.String(&fakeBytes, s.cap)
		}
		_ = a[i:j]
	}
	_ = make([]struct{}, s.n, s.cap)[i:j]
}

var fakeBytes byte

// panicSlice3 fails s[i:j:k].
//
//go:noinline
func panicSlice3(s sliceH, i, j, k int64, array bool) {
	if array {
		defer func() { panic(boundsOfArray(recover())) }()
	}
	_ = make([]struct{}, s.n, s.cap)[i:j:k]
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

// panicUnsafeSlice fails unsafe.Slice(p, n).
//
//go:noinline
func panicUnsafeSlice(p ptr, n int64) {
	_ = unsafe.Slice((*byte)(p), n)
	n = -1 // too long for its element size only
	_ = unsafe.Slice((*byte)(p), n)
}
