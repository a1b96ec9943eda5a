package array

import (
	"encoding/binary"
	"unsafe"

	"medkit/array/internal/option"
)

// A Kind says how an element's bytes are read, without byte order and size of
// flexible types.
type Kind uint8

// The kinds. The order of the numeric ones is NumPy's type numbers' order.
const (
	BoolKind Kind = iota
	Int8Kind
	Uint8Kind
	Int16Kind
	Uint16Kind
	Int32Kind
	Uint32Kind
	Int64Kind
	Uint64Kind
	Float16Kind
	Float32Kind
	Float64Kind
	Complex64Kind
	Complex128Kind
	BytesKind  // fixed-size byte strings, padded with NUL: NumPy's S
	TextKind   // fixed-size text of 4-byte code points, padded with NUL: NumPy's U
	VoidKind   // raw bytes (V), structured and subarray dtypes
	numKinds   // how many there are
	numNumeric = BytesKind
)

// A Dtype tells how the bytes of an array's elements are read: NumPy's dtype.
// Dtypes are immutable; two that mean the same are equal by [Dtype.Equal], and
// the native numeric ones are the package's variables themselves. A Dtype is
// an [Option] of the functions that take NumPy's dtype argument.
type Dtype struct {
	option.Sealed
	kind     Kind
	swapped  bool // stored in the byte order that is not the machine's
	itemsize int  // bytes
	align    int  // bytes; 1 when it does not matter
}

// Keyword implements [Option]: a dtype stands for NumPy's dtype=.
func (d *Dtype) Keyword() (string, any) { return "dtype", d }

// The numeric dtypes in native byte order.
var (
	Bool       = newNumeric(BoolKind, 1)
	Int8       = newNumeric(Int8Kind, 1)
	Uint8      = newNumeric(Uint8Kind, 1)
	Int16      = newNumeric(Int16Kind, 2)
	Uint16     = newNumeric(Uint16Kind, 2)
	Int32      = newNumeric(Int32Kind, 4)
	Uint32     = newNumeric(Uint32Kind, 4)
	Int64      = newNumeric(Int64Kind, 8)
	Uint64     = newNumeric(Uint64Kind, 8)
	Float16    = newNumeric(Float16Kind, 2)
	Float32    = newNumeric(Float32Kind, 4)
	Float64    = newNumeric(Float64Kind, 8)
	Complex64  = newNumeric(Complex64Kind, 8)
	Complex128 = newNumeric(Complex128Kind, 16)
)

// numeric finds a native numeric dtype by its kind.
var numeric = [numNumeric]*Dtype{Bool, Int8, Uint8, Int16, Uint16, Int32, Uint32, Int64, Uint64,
	Float16, Float32, Float64, Complex64, Complex128}

func newNumeric(k Kind, size int) *Dtype {
	align := size
	if k == Complex64Kind || k == Complex128Kind {
		align = size / 2
	}
	return &Dtype{kind: k, itemsize: size, align: align}
}

// littleEndian is the machine's byte order.
var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// Itemsize is the size of one element in bytes.
func (d *Dtype) Itemsize() int { return d.itemsize }

// Kind tells how the bytes are read.
func (d *Dtype) Kind() Kind { return d.kind }

// native tells whether elements can be read as Go values where they lie,
// alignment aside.
func (d *Dtype) native() bool { return !d.swapped && d.kind < numNumeric }

// float16 is the bits of an IEEE 754 binary16 number.
type float16 uint16

// at reads the T at p plus off bytes.
func at[T any](p unsafe.Pointer, off int) *T { return (*T)(unsafe.Add(p, off)) }
