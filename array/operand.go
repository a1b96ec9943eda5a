package array

import (
	"fmt"
	"reflect"
	"unsafe"
)

// AsArrayer is what every operand may be: an *Array, a struct that embeds one,
// or any type with this method.
type AsArrayer interface{ AsArray() *Array }

// asArray gives the array behind an operand that has one.
func asArray(v any) (*Array, bool) {
	if x, ok := v.(AsArrayer); ok {
		if a := x.AsArray(); a != nil {
			return a, true
		}
	}
	return nil, false
}

// weakness says how a Go number takes part in promotion: int, float64 and
// complex128 adapt to the other operand (NEP 50), as Python's numbers do.
type weakness uint8

const (
	strong weakness = iota
	weakInt
	weakFloat
	weakComplex
)

// operand is an argument of a ufunc.
type operand struct {
	*Array
	weak weakness
}

// operandOf makes an operand of what users give: arrays, numbers, nested
// slices.
func operandOf(op string, v any) operand {
	if a, ok := asArray(v); ok {
		return operand{a, strong}
	}
	switch x := v.(type) {
	case int:
		return operand{scalarOf(Int64, int64(x)), weakInt}
	case float64:
		return operand{scalarOf(Float64, x), weakFloat}
	case complex128:
		return operand{scalarOf(Complex128, x), weakComplex}
	}
	return operand{from(op, v), strong}
}

// scalarOf is an array scalar that holds v, whose type is the dtype's.
func scalarOf[T any](d *Dtype, v T) *Array {
	a := newArray(d)
	a.scalar = true
	*(*T)(a.ptr()) = v
	return a
}

// intOf is the value of any Go integer.
func intOf(v any) (int, bool) {
	switch x := v.(type) {
	case int:
		return x, true
	case []int:
		return 0, false
	}
	r := reflect.ValueOf(v)
	switch {
	case r.CanInt():
		return int(r.Int()), true
	case r.CanUint():
		return int(r.Uint()), true
	}
	return 0, false
}

// goKinds maps Go's kinds to dtypes.
var goKinds = map[reflect.Kind]*Dtype{
	reflect.Bool: Bool, reflect.Int: Int64, reflect.Int8: Int8, reflect.Int16: Int16, reflect.Int32: Int32, reflect.Int64: Int64,
	reflect.Uint: Uint64, reflect.Uint8: Uint8, reflect.Uint16: Uint16, reflect.Uint32: Uint32, reflect.Uint64: Uint64, reflect.Uintptr: Uint64,
	reflect.Float32: Float32, reflect.Float64: Float64, reflect.Complex64: Complex64, reflect.Complex128: Complex128,
}

// From makes an array of a number, of nested slices or arrays of numbers, or of
// slices that hold arrays: NumPy's array(). The dtype is the Go type's (int is
// int64), or the one that all elements fit; a dtype given as option overrides
// it. The array does not share memory with v unless opt.Copy(false) asks for it.
// Slices of different lengths are an ErrValue.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.array.html.
func From(v any, opts ...Option) *Array {
	k := options("From", opts, "dtype", "copy", "order", "ndmin")
	a, ok := asArray(v)
	if !ok {
		a = from("From", v)
	}
	d := a.dtype
	if k.dtype() != nil {
		d = k.dtype()
		if !ok {
			a.fits("From", v, d)
		}
	}
	order := k.order("From", 'K')
	if c, given := k["copy"].(bool); !given || c || !d.Equal(a.dtype) {
		a = a.astype("From", d, order, "unsafe")
	}
	if n, ok := k["ndmin"].(int); ok && n > a.Ndim() {
		shape := make([]int, n-a.Ndim(), n)
		for i := range shape {
			shape[i] = 1
		}
		a = a.Reshape(append(shape, a.shape...))
	}
	return a.unscalar()
}

// unscalar is a 0-d array in the place of an array scalar.
func (a *Array) unscalar() *Array {
	if !a.scalar {
		return a
	}
	b := *a
	b.scalar = false
	return &b
}

// fits refuses plain Go numbers that a dtype cannot hold: a was made of v.
func (a *Array) fits(op string, v any, d *Dtype) {
	if d.kind.isInt() && a.dtype == Int64 {
		for _, n := range a.Ints() {
			checkFits(op, operand{scalarOf(Int64, int64(n)), weakInt}, d)
		}
	}
	if d.kind.isInt() && a.dtype == Float64 {
		for _, x := range a.Float64s() {
			checkFits(op, operand{scalarOf(Float64, x), weakFloat}, d)
		}
	}
	if a.dtype.kind.isComplex() && d.kind.isNumeric() && !d.kind.isComplex() && d != Bool {
		fail(op, ErrType, "%v is complex, and cannot be %s", v, d)
	}
}

// from makes a new array of a Go value.
func from(op string, v any) *Array {
	if a, ok := asArray(v); ok {
		return a.astype(op, a.dtype, 'K', "unsafe")
	}
	r := reflect.ValueOf(v)
	for r.Kind() == reflect.Pointer && !r.IsNil() && r.Elem().Kind() == reflect.Array {
		r = r.Elem()
	}
	if !r.IsValid() {
		fail(op, ErrType, "nil is no array")
	}
	var shape []int
	leaf := discover(op, r, &shape, 0)
	if leaf == nil {
		leaf = Float64
	}
	src := leaf
	out := newArray(src, shape...)
	fill(op, out, r, 0, 0)
	if len(shape) == 0 {
		out.scalar = true
	}
	return out
}

// maxNesting bounds the axes of an array, as NumPy does.
const maxNesting = 64

// discover finds the shape and the common dtype of nested values; nil if there
// is no element.
func discover(op string, r reflect.Value, shape *[]int, depth int) *Dtype {
	for r.Kind() == reflect.Interface {
		r = r.Elem()
	}
	if !r.IsValid() {
		fail(op, ErrType, "nil is no number")
	}
	if r.CanInterface() {
		if a, ok := asArray(r.Interface()); ok {
			for i, n := range a.shape {
				merge(op, shape, depth+i, n)
			}
			if len(*shape) > depth+len(a.shape) {
				ragged(op, depth+len(a.shape))
			}
			return a.dtype
		}
	}
	if d := goKinds[r.Kind()]; d != nil {
		if len(*shape) > depth && depth > 0 {
			ragged(op, depth)
		}
		return d
	}
	if r.Kind() != reflect.Slice && r.Kind() != reflect.Array {
		fail(op, ErrType, "%s is no number, slice of numbers or array", r.Type())
	}
	if depth >= maxNesting {
		fail(op, ErrValue, "more than %d dimensions", maxNesting)
	}
	merge(op, shape, depth, r.Len())
	if d := goKinds[r.Type().Elem().Kind()]; d != nil {
		if len(*shape) > depth+1 {
			ragged(op, depth+1)
		}
		if r.Len() > 0 {
			return d
		}
		return d
	}
	var d *Dtype
	before := len(*shape)
	for i := range r.Len() {
		e := discover(op, r.Index(i), shape, depth+1)
		if i > 0 && len(*shape) != before {
			ragged(op, depth+1)
		}
		before = len(*shape)
		switch {
		case d == nil:
			d = e
		case e != nil:
			d = promoteTypes(op, d, e)
		}
	}
	return d
}

// merge notes that the axis has n elements.
func merge(op string, shape *[]int, axis, n int) {
	if axis == len(*shape) {
		*shape = append(*shape, n)
		return
	}
	if axis > len(*shape) || (*shape)[axis] != n {
		ragged(op, axis)
	}
}

func ragged(op string, axis int) {
	fail(op, ErrValue, "the elements do not make a regular array: their shapes differ after %d dimensions", axis)
}

// fill stores nested values in out, from an axis and offset on.
func fill(op string, out *Array, r reflect.Value, axis, off int) {
	for r.Kind() == reflect.Interface {
		r = r.Elem()
	}
	if r.CanInterface() {
		if a, ok := asArray(r.Interface()); ok {
			dst := &Array{buf: out.buf, off: out.off + off, shape: out.shape[axis:], strides: out.strides[axis:], dtype: out.dtype}
			castInto(op, dst, a)
			return
		}
	}
	if axis == len(out.shape) {
		storeReflect(op, out.dtype, unsafe.Add(out.ptr(), off), r)
		return
	}
	n := r.Len()
	if n > 0 && axis == len(out.shape)-1 && r.Kind() == reflect.Slice && goKinds[r.Type().Elem().Kind()] == out.dtype {
		// of the very type: copied as memory
		size := out.dtype.itemsize
		copy(unsafe.Slice((*byte)(unsafe.Add(out.ptr(), off)), n*size), unsafe.Slice((*byte)(r.UnsafePointer()), n*size))
		return
	}
	for i := range n {
		fill(op, out, r.Index(i), axis+1, off+i*out.strides[axis])
	}
}

// storeReflect stores a Go number as a dtype that it was found to fit.
func storeReflect(op string, d *Dtype, p unsafe.Pointer, r reflect.Value) {
	src := goKinds[r.Kind()]
	if src == nil {
		fail(op, ErrType, "%s is no number", r.Type())
	}
	tmp := newArray(src)
	q := tmp.ptr()
	switch {
	case r.Kind() == reflect.Bool:
		*(*bool)(q) = r.Bool()
	case r.CanInt():
		storeInt(src.kind, q, r.Int())
	case r.CanUint():
		storeInt(src.kind, q, int64(r.Uint()))
	case r.Kind() == reflect.Float32:
		*(*float32)(q) = float32(r.Float())
	case r.CanFloat():
		*(*float64)(q) = r.Float()
	case r.Kind() == reflect.Complex64:
		*(*complex64)(q) = complex64(r.Complex())
	default:
		*(*complex128)(q) = r.Complex()
	}
	castInto(op, &Array{buf: &memory{unsafe.Slice((*byte)(p), d.itemsize)}, dtype: d}, tmp)
}

// storeInt stores an integer of a kind.
func storeInt(k Kind, p unsafe.Pointer, n int64) {
	switch k {
	case Int8Kind, Uint8Kind:
		*(*int8)(p) = int8(n)
	case Int16Kind, Uint16Kind:
		*(*int16)(p) = int16(n)
	case Int32Kind, Uint32Kind:
		*(*int32)(p) = int32(n)
	case Int64Kind, Uint64Kind:
		*(*int64)(p) = n
	default:
		panic(fmt.Sprint("storeInt of kind ", k))
	}
}
