package engine

import (
	"fmt"
	"go/types"
	"unsafe"
)

type ptr = unsafe.Pointer

// class is what the engine distinguishes among values: all types of a class
// are held by closures of one Go type. It follows from the underlying type.
type class uint8

const (
	kBool class = iota
	kI8
	kI16
	kI32
	kI64 // int too: the engine supports 64-bit targets only
	kU8
	kU16
	kU32
	kU64 // uint and uintptr too
	kF32
	kF64
	kC64
	kC128
	kStr
	kPtr // pointers, maps, channels, funcs, unsafe.Pointer
	kSlice
	kIface
	kMem // structs and arrays
)

func (k class) isInt() bool      { return k >= kI8 && k <= kU64 }
func (k class) isUnsigned() bool { return k >= kU8 && k <= kU64 }
func (k class) isReal() bool     { return k >= kI8 && k <= kF64 }
func (k class) isNumber() bool   { return k >= kI8 && k <= kC128 }

// sliceH is a slice in memory.
type sliceH struct {
	p   ptr
	n   int
	cap int
}

// ifaceH is an interface in memory: type or itab, and data word.
type ifaceH struct{ tab, data ptr }

// classOf gives the class of a type without type parameters.
func classOf(t types.Type) class {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch u.Kind() {
		case types.Bool, types.UntypedBool:
			return kBool
		case types.Int8:
			return kI8
		case types.Int16:
			return kI16
		case types.Int32, types.UntypedRune:
			return kI32
		case types.Int, types.Int64, types.UntypedInt:
			return kI64
		case types.Uint8:
			return kU8
		case types.Uint16:
			return kU16
		case types.Uint32:
			return kU32
		case types.Uint, types.Uint64, types.Uintptr:
			return kU64
		case types.Float32:
			return kF32
		case types.Float64, types.UntypedFloat:
			return kF64
		case types.Complex64:
			return kC64
		case types.Complex128, types.UntypedComplex:
			return kC128
		case types.String, types.UntypedString:
			return kStr
		case types.UnsafePointer, types.UntypedNil:
			return kPtr
		}
	case *types.Pointer, *types.Map, *types.Chan, *types.Signature:
		return kPtr
	case *types.Slice:
		return kSlice
	case *types.Interface:
		return kIface
	case *types.Struct, *types.Array:
		return kMem
	}
	panic(unsupported(fmt.Sprintf("type %v", t)))
}

func isInterface(t types.Type) bool {
	_, ok := t.Underlying().(*types.Interface)
	return ok
}

// isEface tells whether an interface type has no methods: its first word is
// the dynamic type itself, not an itab.
func isEface(t types.Type) bool { return t.Underlying().(*types.Interface).NumMethods() == 0 }

func isUntyped(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsUntyped != 0
}
