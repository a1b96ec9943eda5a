package array

import (
	"math"
	"unsafe"
)

// shapeOf reads a shape list with its options.
func shapeOf(op string, args []any, takes ...string) ([]int, keywords) {
	vals, opts := splitOptions(args)
	shape := ints(op, vals)
	checkShape(op, shape)
	return shape, options(op, opts, takes...)
}

// maxBytes bounds an array: what a slice index can reach.
const maxBytes = math.MaxInt / 2

func checkShape(op string, shape []int) {
	if len(shape) > maxNesting {
		fail(op, ErrValue, "more than %d dimensions", maxNesting)
	}
	n := 1
	for _, s := range shape {
		if s < 0 {
			fail(op, ErrValue, "negative dimensions are not allowed: %s", shapeString(shape))
		}
		if s > 0 && n > maxBytes/16/s {
			fail(op, ErrValue, "an array of shape %s does not fit into memory", shapeString(shape))
		}
		n *= max(s, 1)
	}
}

// newOrdered makes a zeroed array in a memory order: 'C', 'F', or like a for
// 'K' and 'A'.
func newOrdered(d *Dtype, shape []int, like *Array, order byte) *Array {
	out := newArray(d, append([]int(nil), shape...)...)
	switch order {
	case 'F':
		out.strides = fStrides(shape, d.itemsize)
	case 'A':
		if like != nil && like.isF() && !like.isC() {
			out.strides = fStrides(shape, d.itemsize)
		}
	case 'K':
		if like != nil && len(shape) > 1 && !like.isC() {
			out.strides = kStrides(shape, d.itemsize, like.strides, false)
		}
	}
	return out
}

func fStrides(shape []int, itemsize int) []int {
	strides := make([]int, len(shape))
	if sizeOf(shape) == 0 {
		return strides
	}
	step := itemsize
	for i, n := range shape {
		strides[i] = step
		step *= n
	}
	return strides
}

// kStrides packs the axes in the order of other strides' sizes. With loose axes
// of stride 0 stay where they are, else they come last.
func kStrides(shape []int, itemsize int, like []int, loose bool) []int {
	if sizeOf(shape) == 0 {
		return make([]int, len(shape))
	}
	axes := make([]int, len(shape))
	for i := range axes {
		axes[i] = i
	}
	// largest stride first; equal and zero ones keep their order
	for i := 1; i < len(axes); i++ {
		for j := i; j > 0; j-- {
			x, y := abs(like[axes[j]]), abs(like[axes[j-1]])
			if loose && (x == 0 || y == 0) || x <= y {
				break
			}
			axes[j], axes[j-1] = axes[j-1], axes[j]
		}
	}
	strides := make([]int, len(shape))
	step := itemsize
	for i := len(axes) - 1; i >= 0; i-- {
		strides[axes[i]] = step
		step *= max(shape[axes[i]], 1)
	}
	return strides
}

func (k keywords) dtypeOr(d *Dtype) *Dtype {
	if e := k.dtype(); e != nil {
		return e
	}
	return d
}

// Zeros is an array of zeros: Zeros(3, 4), Zeros([]int{3, 4}, Int32). The dtype
// is float64 unless one is given; opt.Order("F") lays it out column by column.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.zeros.html.
func Zeros(shape ...any) *Array {
	s, k := shapeOf("Zeros", shape, "dtype", "order")
	return newOrdered(k.dtypeOr(Float64), s, nil, k.order("Zeros", 'C'))
}

// Empty is Zeros: memory that is not set is not handed out.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.empty.html.
func Empty(shape ...any) *Array {
	s, k := shapeOf("Empty", shape, "dtype", "order")
	return newOrdered(k.dtypeOr(Float64), s, nil, k.order("Empty", 'C'))
}

// Ones is an array of ones; see Zeros for the arguments.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ones.html.
func Ones(shape ...any) *Array {
	s, k := shapeOf("Ones", shape, "dtype", "order")
	out := newOrdered(k.dtypeOr(Float64), s, nil, k.order("Ones", 'C'))
	castInto("Ones", out, scalarOf(Int64, int64(1)))
	return out
}

// Full is an array of a shape (an int or []int) that is filled with a value,
// whose dtype it has unless one is given.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.full.html.
func Full(shape any, value any, opts ...Option) *Array {
	k := options("Full", opts, "dtype", "order")
	s := ints("Full", []any{shape})
	checkShape("Full", s)
	v := operandOf("Full", value)
	out := newOrdered(k.dtypeOr(v.dtype), s, nil, k.order("Full", 'C'))
	checkInt("Full", v, out.dtype)
	castInto("Full", out, v.Array)
	return out
}

func like(op string, a any, opts []Option) *Array {
	k := options(op, opts, "dtype", "order", "shape")
	x := operandOf(op, a)
	shape := x.shape
	if s, ok := k["shape"]; ok {
		shape = ints(op, []any{s})
	}
	return newOrdered(k.dtypeOr(x.dtype), shape, x.Array, k.order(op, 'K'))
}

// ZerosLike is an array of zeros with the shape, dtype and memory order of a.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.zeros_like.html.
func ZerosLike(a any, opts ...Option) *Array { return like("ZerosLike", a, opts) }

// EmptyLike is ZerosLike.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.empty_like.html.
func EmptyLike(a any, opts ...Option) *Array { return like("EmptyLike", a, opts) }

// OnesLike is an array of ones with the shape, dtype and memory order of a.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ones_like.html.
func OnesLike(a any, opts ...Option) *Array {
	out := like("OnesLike", a, opts)
	castInto("OnesLike", out, scalarOf(Int64, int64(1)))
	return out
}

// FullLike is an array with the shape, dtype and memory order of a, filled with
// a value.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.full_like.html.
func FullLike(a, value any, opts ...Option) *Array {
	out := like("FullLike", a, opts)
	v := operandOf("FullLike", value)
	checkInt("FullLike", v, out.dtype)
	castInto("FullLike", out, v.Array)
	return out
}

// Arange is the range of numbers Arange(stop), Arange(start, stop) or
// Arange(start, stop, step), stop left out: int64 of ints, float64 if one is a
// float, or the dtype that is given. It has ceil((stop-start)/step) elements.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.arange.html.
func Arange(args ...any) *Array {
	vals, opts := splitOptions(args)
	k := options("Arange", opts, "dtype")
	if len(vals) < 1 || len(vals) > 3 {
		fail("Arange", ErrType, "takes stop, or start and stop, or start, stop and step; got %d numbers", len(vals))
	}
	xs := make([]operand, len(vals))
	for i, v := range vals {
		xs[i] = operandOf("Arange", v)
		if xs[i].Ndim() != 0 {
			fail("Arange", ErrValue, "argument %d is an array of shape %s, not a number", i+1, shapeString(xs[i].shape))
		}
	}
	d := numeric[resultKind("Arange", xs...)]
	if d == Bool {
		d = Int64
	}
	start, stop, step := operandOf("Arange", 0), xs[0], operandOf("Arange", 1)
	if len(xs) > 1 {
		start, stop = xs[0], xs[1]
	}
	if len(xs) > 2 {
		step = xs[2]
	}
	if d.kind.isComplex() {
		fail("Arange", ErrNotBuilt, "complex ranges are not built yet")
	}
	out := k.dtypeOr(d)
	if step.Float64() == 0 {
		fail("Arange", ErrZeroDivide, "step is 0")
	}
	var n int
	if d.kind.isInt() {
		n = rangeLen(start.Int(), stop.Int(), step.Int())
	} else {
		c := math.Ceil((stop.Float64() - start.Float64()) / step.Float64())
		if !(c < maxBytes/16) {
			fail("Arange", ErrValue, "maximum allowed size exceeded: %v elements", c)
		}
		n = max(0, int(c))
	}
	checkShape("Arange", []int{n})
	// NumPy computes the first two elements in the dtype and goes on by their
	// difference.
	if d.kind.isInt() && (out.kind.isInt() || out.kind.isFloat() && out == Float64) || out.kind.isInt() && d.kind.isInt() {
		a := newArray(Int64, n)
		v, s := int64(start.Int()), int64(step.Int())
		for i := range unsafe.Slice((*int64)(a.ptr()), n) {
			*at[int64](a.ptr(), 8*i) = v + int64(i)*s
		}
		if out == Int64 {
			return a
		}
		if n > 0 && out.kind.isInt() && (!intFits(int(v), out.kind) || n > 1 && !intFits(int(v+s), out.kind)) {
			fail("Arange", ErrOverflow, "the integers from %d on do not fit %s", v, out)
		}
		return a.astype("Arange", out, 'C', "unsafe")
	}
	a := newArray(out, n)
	if x, y := start.Float64(), start.Float64()+step.Float64(); n > 0 && out.kind.isInt() && (!intFits(int(x), out.kind) || n > 1 && !intFits(int(y), out.kind)) {
		fail("Arange", ErrOverflow, "the numbers from %v on do not fit %s", x, out)
	}
	first := newArray(out, 2)
	castInto("Arange", first.element(0), start.Array)
	castInto("Arange", first.element(1), scalarOf(Float64, start.Float64()+step.Float64()))
	x0, x1 := first.element(0).Float64(), first.element(1).Float64()
	tmp := newArray(Float64, n)
	for i := range n {
		v := x0 + float64(i)*(x1-x0)
		if i == 1 {
			v = x1
		}
		*at[float64](tmp.ptr(), 8*i) = v
	}
	castInto("Arange", a, tmp)
	return a
}

func rangeLen(start, stop, step int) int {
	switch {
	case step > 0 && stop > start:
		return (stop-start-1)/step + 1
	case step < 0 && stop < start:
		return int(uint(start-stop-1)/-uint(step)) + 1
	}
	return 0
}

// Linspace is num (50, or opt.Num) numbers from start to stop at equal
// distances, stop included unless opt.Endpoint(false) is given.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.linspace.html.
func Linspace(start, stop any, opts ...Option) *Array {
	k := options("Linspace", opts, "num", "endpoint", "dtype")
	num := 50
	if n, ok := k["num"].(int); ok {
		num = n
	}
	if num < 0 {
		fail("Linspace", ErrValue, "number of samples, %d, must be non-negative", num)
	}
	a, b := operandOf("Linspace", start), operandOf("Linspace", stop)
	if a.Ndim() != 0 || b.Ndim() != 0 || a.dtype.kind.isComplex() || b.dtype.kind.isComplex() {
		fail("Linspace", ErrNotBuilt, "start and stop must be real numbers so far")
	}
	div := num
	if e, given := k["endpoint"].(bool); !given || e {
		div--
	}
	lo, hi := a.Float64(), b.Float64()
	delta := hi - lo
	out := newArray(Float64, num)
	step := delta / float64(div)
	for i := range num {
		y := float64(i)
		switch {
		case div <= 0:
			y *= delta
		case step == 0:
			y = y / float64(div) * delta
		default:
			y *= step
		}
		*at[float64](out.ptr(), 8*i) = y + lo
	}
	if num > 1 && div == num-1 {
		*at[float64](out.ptr(), 8*(num-1)) = hi
	}
	d := k.dtypeOr(Float64)
	if d.kind.isInt() {
		for i := range num {
			p := at[float64](out.ptr(), 8*i)
			*p = math.Floor(*p)
		}
	}
	return out.astype("Linspace", d, 'C', "unsafe")
}

// Eye is a matrix with ones on a diagonal: n rows, opt.M columns, diagonal
// opt.K.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.eye.html.
func Eye(n int, opts ...Option) *Array {
	k := options("Eye", opts, "M", "k", "dtype", "order")
	m := n
	if v, ok := k["M"].(int); ok {
		m = v
	}
	diag, _ := k["k"].(int)
	checkShape("Eye", []int{n, m})
	out := newOrdered(k.dtypeOr(Float64), []int{n, m}, nil, k.order("Eye", 'C'))
	one := scalarOf(Int64, int64(1))
	for i := range n {
		if j := i + diag; j >= 0 && j < m {
			castInto("Eye", out.element(i, j), one)
		}
	}
	return out
}

// Identity is the identity matrix of n rows.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.identity.html.
func Identity(n int, opts ...Option) *Array {
	k := options("Identity", opts, "dtype")
	return Eye(n, k.dtypeOr(Float64))
}
