package engine

import (
	"reflect"
	_ "unsafe" // go:linkname
)

// Functions of the runtime and of reflect that packages outside may link to
// (the runtime keeps a list of them); memory, maps and channels are used as
// compiled code uses them.

//go:linkname unsafeNew reflect.unsafe_New
func unsafeNew(t ptr) ptr

//go:linkname unsafeNewArray reflect.unsafe_NewArray
func unsafeNewArray(t ptr, n int) ptr

//go:linkname typedmemmove reflect.typedmemmove
func typedmemmove(t, dst, src ptr)

//go:linkname typedmemclr reflect.typedmemclr
func typedmemclr(t, p ptr)

//go:linkname typedarrayclear reflect.typedarrayclear
func typedarrayclear(t, p ptr, n int)

//go:linkname typedslicecopy reflect.typedslicecopy
func typedslicecopy(t ptr, dst, src sliceH) int

//go:linkname growslice reflect.growslice
func growslice(t ptr, old sliceH, num int) sliceH

//go:linkname mapaccess2 runtime.mapaccess2
func mapaccess2(t, m, k ptr) (ptr, bool)

//go:linkname mapassign runtime.mapassign
func mapassign(t, m, k ptr) ptr

//go:linkname mapdelete runtime.mapdelete
func mapdelete(t, m, k ptr)

//go:linkname mapaccess2Fast64 runtime.mapaccess2_fast64
func mapaccess2Fast64(t, m ptr, k uint64) (ptr, bool)

//go:linkname mapassignFast64 runtime.mapassign_fast64
func mapassignFast64(t, m ptr, k uint64) ptr

//go:linkname mapaccess2FastStr runtime.mapaccess2_faststr
func mapaccess2FastStr(t, m ptr, k string) (ptr, bool)

//go:linkname mapassignFastStr runtime.mapassign_faststr
func mapassignFastStr(t, m ptr, k string) ptr

//go:linkname mapclear reflect.mapclear
func mapclear(t, m ptr)

//go:linkname maplen reflect.maplen
func maplen(m ptr) int

//go:linkname getitab runtime.getitab
func getitab(inter, typ ptr, canFail bool) ptr

//go:linkname chanlen reflect.chanlen
func chanlen(ch ptr) int

//go:linkname chancap reflect.chancap
func chancap(ch ptr) int

//go:linkname chanclose reflect.chanclose
func chanclose(ch ptr)

// rtypeOf is the descriptor behind a reflect.Type.
func rtypeOf(t reflect.Type) ptr { return (*[2]ptr)(ptr(&t))[1] }

// typeOfRtype is the inverse of rtypeOf.
func typeOfRtype(p ptr) reflect.Type {
	if p == nil {
		return nil
	}
	var e any
	(*[2]ptr)(ptr(&e))[0] = p
	return reflect.TypeOf(e)
}

// rtypeHeader is the beginning of internal/abi.Type.
type rtypeHeader struct {
	size, ptrBytes          uintptr
	hash                    uint32
	tflag                   uint8
	align, fieldAlign, kind uint8
	equal                   func(ptr, ptr) bool
}

const tflagDirectIface = 1 << 5

// isDirect tells whether an interface holds the value itself in its data word.
func isDirect(t reflect.Type) bool { return (*rtypeHeader)(rtypeOf(t)).tflag&tflagDirectIface != 0 }

// itabHeader is the beginning of internal/abi.ITab; the methods' code pointers
// begin at itabFuns.
type itabHeader struct{ inter, typ ptr }

const itabFuns = 24

// typeWord is the dynamic type of an interface value, nil for a nil interface.
func typeWord(v ifaceH, eface bool) ptr {
	if eface || v.tab == nil {
		return v.tab
	}
	return (*itabHeader)(v.tab).typ
}

// asAny is the value of an interface without methods, and back.
func asAny(v ifaceH) any   { return *(*any)(ptr(&v)) }
func fromAny(v any) ifaceH { return *(*ifaceH)(ptr(&v)) }
