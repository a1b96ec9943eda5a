package array

import (
	"math"
	"reflect"
	"unsafe"
)

func goDtype(v any) *Dtype { return goKinds[reflect.TypeOf(v).Kind()] }

// only is the single element of an array of size one.
func (a *Array) only(op string) *Array {
	if a.Size() != 1 {
		failShapes(op, ErrType, [][]int{a.shape}, "only an array of one element is a number; this one has shape %s", shapeString(a.shape))
	}
	return a.element(make([]int, len(a.shape))...)
}

// as converts the single element.
func as[T any](op string, a *Array, d *Dtype) T {
	out := newArray(d)
	castInto(op, out, a.only(op))
	return *(*T)(out.ptr())
}

// Item is the element of an array of size one as a Go value: bool, int64,
// uint64, float64 or complex128.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.item.html.
func (a *Array) Item(index ...int) any {
	if len(index) > 0 {
		a = a.At(anys(index)...)
	}
	if a.Size() != 1 {
		failShapes("Item", ErrValue, [][]int{a.shape}, "only an array of one element is a number; this one has shape %s", shapeString(a.shape))
	}
	switch k := a.dtype.kind; {
	case k == BoolKind:
		return as[bool]("Item", a, Bool)
	case k == Uint64Kind:
		return as[uint64]("Item", a, Uint64)
	case k.isInt():
		return as[int64]("Item", a, Int64)
	case k.isFloat():
		return as[float64]("Item", a, Float64)
	case k.isComplex():
		return as[complex128]("Item", a, Complex128)
	}
	fail("Item", ErrNotBuilt, "elements of dtype %s are not built yet", a.dtype)
	return nil
}

func anys[T any](s []T) []any {
	out := make([]any, len(s))
	for i, v := range s {
		out[i] = v
	}
	return out
}

// Float64 is the element of an array of size one as a float64.
func (a *Array) Float64() float64 { return as[float64]("Float64", a, Float64) }

// Int is the element of an array of size one as an int. A float is cut off
// towards zero; one that has no integer is an error.
func (a *Array) Int() int {
	if a.dtype.kind.isFloat() {
		if f := a.Float64(); math.IsNaN(f) || math.IsInf(f, 0) {
			fail("Int", ErrValue, "%v is no integer", f)
		}
	}
	return as[int]("Int", a, Int64)
}

// Bool is the element of an array of size one as a bool: whether it is not
// zero.
func (a *Array) Bool() bool { return as[bool]("Bool", a, Bool) }

// Complex128 is the element of an array of size one as a complex128.
func (a *Array) Complex128() complex128 { return as[complex128]("Complex128", a, Complex128) }

// all gives the elements converted, in C order, in a new slice.
func all[T any](op string, a *Array, d *Dtype) []T {
	out := a.astype(op, d, 'C', "unsafe")
	return unsafe.Slice((*T)(out.ptr()), out.Size())
}

// Float64s gives the elements as float64s in C order: a copy.
func (a *Array) Float64s() []float64 { return all[float64]("Float64s", a, Float64) }

// Ints gives the elements as ints in C order: a copy.
func (a *Array) Ints() []int { return all[int]("Ints", a, Int64) }

// Bools gives the elements as bools in C order: a copy.
func (a *Array) Bools() []bool { return all[bool]("Bools", a, Bool) }

// Complex128s gives the elements as complex128s in C order: a copy.
func (a *Array) Complex128s() []complex128 { return all[complex128]("Complex128s", a, Complex128) }

// Typestr is the array interface's type string of the elements: "<f8".
func (a *Array) Typestr() string { return a.dtype.Typestr() }

// DtypeName is NumPy's name of the dtype: "float64".
func (a *Array) DtypeName() string { return a.dtype.Name() }
