package array

import (
	"math"
	"slices"
	"unsafe"
)

// Reductions walk the array with an iterator whose first operand, the result,
// has step 0 along the reduced axes. The order of the additions is NumPy's, so
// that sums agree bit for bit: along the innermost run by pairs (pairwise), over
// other axes one after the other.

// reduceBuffer is how many elements NumPy converts at a time; a sum that needs
// a cast is made of the sums of such pieces.
const reduceBuffer = 8192

// Reduce applies the ufunc along axes: opt.Axis (axis 0 if not given),
// opt.Keepdims, opt.Initial(v), a dtype, opt.Out(array), opt.Where(mask).
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ufunc.reduce.html.
func (f Binary) Reduce(x any, opts ...Option) *Array {
	u := f.record()
	k := options(u.name+".Reduce", opts, "axis", "keepdims", "dtype", "out", "initial", "where")
	a := operandOf(u.name, x).Array
	if _, given := k["axis"]; !given && a.Ndim() > 0 {
		if k == nil {
			k = keywords{}
		}
		k["axis"] = []int{0}
	}
	return u.reduce(u.name+".Reduce", a, k)
}

// reduceAxes are the axes to reduce, and the shapes of the result without and
// with them.
func reduceAxes(op string, a *Array, k keywords) (axes []int, kept, full []int) {
	axes, given := k.axes(op, a.Ndim())
	if !given {
		for i := range a.shape {
			axes = append(axes, i)
		}
	}
	full = slices.Clone(a.shape)
	for i, n := range a.shape {
		if slices.Contains(axes, i) {
			full[i] = 1
		} else {
			kept = append(kept, n)
		}
	}
	return axes, kept, full
}

// finishReduce gives the result its shape.
func finishReduce(out *Array, kept []int, k keywords) *Array {
	if k.flag("keepdims") {
		out.scalar = len(out.shape) == 0
		return out
	}
	r := *out
	r.shape, r.strides = kept, cStrides(kept, out.dtype.itemsize)
	r.scalar = len(kept) == 0
	return &r
}

// accumulateDtype is the dtype that integers are summed and multiplied in.
func accumulateDtype(d *Dtype) *Dtype {
	switch k := d.kind; {
	case k == BoolKind || k.isSigned():
		return Int64
	case k.isUnsigned():
		return Uint64
	}
	return numeric[d.kind]
}

// reduce is Binary.Reduce over the axes of k, all of them if it names none.
func (u *ufunc) reduce(op string, a *Array, k keywords) *Array {
	if !a.dtype.kind.isNumeric() {
		fail(op, ErrNotBuilt, "operands of dtype %s are not built yet", a.dtype)
	}
	axes, kept, full := reduceAxes(op, a, k)
	d := numeric[a.dtype.kind]
	if k.dtype() != nil {
		d = k.dtype()
	} else if u.name == "Add" || u.name == "Multiply" {
		d = accumulateDtype(d)
	}
	in, outKind := u.rule(d.kind)
	if e := k.dtype(); e != nil && e.kind != outKind {
		fail(op, ErrType, "no loop with the signature that gives dtype %s", e)
	}
	if u.pending != nil && u.pending(in) {
		fail(op, ErrNotBuilt, "the loop for %s is not built yet", numeric[in])
	}
	loop := u.loops[in]
	if loop == nil {
		fail(op, ErrType, "not supported for dtype %s", a.dtype)
	}
	if len(axes) > 1 && u.identity == nil && u.name != "Maximum" && u.name != "Minimum" {
		fail(op, ErrValue, "reduction operation %s is not reorderable, so at most one axis may be specified", u.name)
	}
	if outKind != in {
		fail(op, ErrNotBuilt, "the reduction of %s is not built yet", u.name)
	}
	d = numeric[in]
	out := newArray(d, full...)
	initial, has := k["initial"]
	switch {
	case has:
		v := operandOf(op, initial)
		checkInt(op, v, d)
		castInto(op, out, v.Array)
	case u.identity != nil && (u.name != "Add" || !d.kind.isFloat() && !d.kind.isComplex()):
		castInto(op, out, scalarOf(Int64, int64(u.identity.(int))))
		has = true
	case u.identity != nil: // a sum of floats begins with -0, which changes nothing
		castInto(op, out, negativeZero(d))
		has = true
	}
	src := a
	if w, ok := k["where"]; ok {
		if !has {
			fail(op, ErrValue, "%s has no identity, so opt.Where needs opt.Initial", u.name)
		}
		mask := operandOf(op, w).Array.broadcastTo(op, a.shape)
		if u.identity == nil && u.name != "Maximum" && u.name != "Minimum" {
			u.accumulateWhere(out, a.astype(op, d, 'K', "unsafe"), mask, full, loop)
			return finishReduce(out, kept, k)
		}
		src = newArray(d, a.shape...)
		castInto(op, src, out.only1())
		tmp := a.astype(op, d, 'C', "unsafe")
		copyWhere(op, src, tmp, mask)
		if u.identity != nil { // what is left out is the identity
			fill := scalarOf(Int64, int64(u.identity.(int)))
			castInto(op, src, fill)
			copyWhere(op, src, tmp, mask)
		}
	}
	if !has {
		if slices.ContainsFunc(axes, func(ax int) bool { return a.shape[ax] == 0 }) {
			fail(op, ErrValue, "zero-size array to reduction operation %s which has no identity", u.name)
		}
		// the first element along the reduced axes begins
		first := a.viewOf()
		first.shape = full
		castInto(op, out, first)
		src = a
		u.reduceRest(op, out, src, full, loop, d)
	} else {
		u.accumulate(op, out, src, full, loop, d)
	}
	res := finishReduce(out, kept, k)
	if o, ok := k["out"]; ok {
		dst, _ := asArray(o)
		if dst == nil {
			fail(op, ErrType, "out must be an array, not %T", o)
		}
		dst.writable(op)
		castInto(op, dst, res)
		return dst
	}
	return res
}

// only1 is the first element as a 0-d array.
func (a *Array) only1() *Array {
	if a.Size() == 0 {
		return newArray(a.dtype)
	}
	return a.element(make([]int, len(a.shape))...)
}

func negativeZero(d *Dtype) *Array {
	z := math.Copysign(0, -1)
	if d.kind.isComplex() {
		return scalarOf(Complex128, complex(z, z))
	}
	return scalarOf(Float64, z)
}

// reduceRest folds all but the first element along the reduced axes into out.
func (u *ufunc) reduceRest(op string, out, src *Array, full []int, loop kernel, d *Dtype) {
	// Without an identity only idempotent operations come here (Maximum and the
	// like), for which the first element may take part twice, and Subtract and
	// Divide along one axis.
	axes := 0
	for i := range full {
		if full[i] != src.shape[i] {
			axes++
		}
	}
	if u.name == "Maximum" || u.name == "Minimum" || axes == 0 {
		if axes > 0 {
			u.accumulate(op, out, src, full, loop, d)
		}
		return
	}
	rest := src.viewOf()
	rest.shape = slices.Clone(src.shape)
	for i := range full {
		if full[i] != src.shape[i] {
			rest.off += src.strides[i]
			rest.shape[i]--
		}
	}
	u.accumulate(op, out, rest, full, loop, d)
}

// accumulate folds src into out, whose reduced axes have length one.
func (u *ufunc) accumulate(op string, out, src *Array, full []int, loop kernel, d *Dtype) {
	acc := out.viewOf()
	acc.shape = src.shape
	acc.strides = slices.Clone(out.strides)
	for i := range full {
		if full[i] == 1 {
			acc.strides[i] = 0
		}
	}
	cast := src.dtype != d || !src.aligned()
	fold := u.fold(d.kind, loop)
	if !cast {
		newIter(acc, src).run(fold)
		return
	}
	// convert pieces of a run
	conv := src
	if !src.dtype.native() || !src.aligned() {
		conv = src.astype(op, numeric[src.dtype.kind], 'K', "unsafe")
		if conv.dtype == d {
			newIter(acc, conv).run(fold)
			return
		}
	}
	c := casts()[conv.dtype.kind][d.kind]
	buf := newBuffer(reduceBuffer * d.itemsize)
	bp := unsafe.Pointer(unsafe.SliceData(buf.data))
	newIter(acc, conv).run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := 0; i < n; i += reduceBuffer {
			m := min(n-i, reduceBuffer)
			c(m, unsafe.Add(p[1], i*s[1]), s[1], bp, d.itemsize)
			q, t := [maxOps]unsafe.Pointer{unsafe.Add(p[0], i*s[0]), bp}, [maxOps]int{s[0], d.itemsize}
			fold(m, &q, &t)
		}
	})
}

// accumulateWhere folds the elements of src where mask is true into out, one by
// one.
func (u *ufunc) accumulateWhere(out, src, mask *Array, full []int, loop kernel) {
	acc := out.viewOf()
	acc.shape, acc.strides = src.shape, slices.Clone(out.strides)
	for i := range full {
		if full[i] == 1 {
			acc.strides[i] = 0
		}
	}
	newIter(acc, src, mask).run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := range n {
			if *at[bool](p[2], i*s[2]) {
				o := unsafe.Add(p[0], i*s[0])
				loop(1, &[maxOps]unsafe.Pointer{o, o, unsafe.Add(p[1], i*s[1])}, &[maxOps]int{})
			}
		}
	})
}

// fold is the kernel of a reduction: out = out op element. Along a run with one
// result, sums go by pairs.
func (u *ufunc) fold(k Kind, loop kernel) kernel {
	var sum func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer)
	if u.name == "Add" {
		switch k {
		case Float16Kind:
			sum = func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer) {
				a := (*float16)(acc)
				*a = float16From(float64(a.float() + pairwiseHalf(n, p, step)))
			}
		case Float32Kind:
			sum = func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer) {
				*(*float32)(acc) += pairwise[float32](n, p, step)
			}
		case Float64Kind:
			sum = func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer) {
				*(*float64)(acc) += pairwise[float64](n, p, step)
			}
		case Complex64Kind:
			sum = func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer) {
				re, im := pairwiseComplex[float32](2*n, p, step)
				*(*complex64)(acc) += complex(re, im)
			}
		case Complex128Kind:
			sum = func(n int, p unsafe.Pointer, step int, acc unsafe.Pointer) {
				re, im := pairwiseComplex[float64](2*n, p, step)
				*(*complex128)(acc) += complex(re, im)
			}
		}
	}
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		if sum != nil && s[0] == 0 {
			sum(n, p[1], s[1], p[0])
			return
		}
		q, t := [maxOps]unsafe.Pointer{p[0], p[0], p[1]}, [maxOps]int{s[0], s[0], s[1]}
		loop(n, &q, &t)
	}
}

// pairwise is NumPy's summation: eight accumulators over blocks of up to 128
// elements, whose sums are added by pairs (N. J. Higham, "The accuracy of
// floating point summation", 1993, analyses the method).
func pairwise[T float32 | float64](n int, p unsafe.Pointer, step int) T {
	el := func(i int) T { return *(*T)(unsafe.Add(p, i*step)) }
	switch {
	case n < 8:
		r := T(math.Copysign(0, -1))
		for i := range n {
			r += el(i)
		}
		return r
	case n <= 128:
		var r [8]T
		for i := range r {
			r[i] = el(i)
		}
		i := 8
		for ; i < n-n%8; i += 8 {
			r[0] += el(i)
			r[1] += el(i + 1)
			r[2] += el(i + 2)
			r[3] += el(i + 3)
			r[4] += el(i + 4)
			r[5] += el(i + 5)
			r[6] += el(i + 6)
			r[7] += el(i + 7)
		}
		res := ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
		for ; i < n; i++ {
			res += el(i)
		}
		return res
	}
	half := n / 2
	half -= half % 8
	return pairwise[T](half, p, step) + pairwise[T](n-half, unsafe.Add(p, half*step), step)
}

// pairwiseHalf is pairwise of float16 in float32.
func pairwiseHalf(n int, p unsafe.Pointer, step int) float32 {
	buf := make([]float32, n)
	for i := range buf {
		buf[i] = (*(*float16)(unsafe.Add(p, i*step))).float()
	}
	if n == 0 {
		return float32(math.Copysign(0, -1))
	}
	return pairwise[float32](n, unsafe.Pointer(&buf[0]), 4)
}

// pairwiseComplex is pairwise of n/2 complex numbers; n counts their parts.
func pairwiseComplex[T float32 | float64](n int, p unsafe.Pointer, step int) (re, im T) {
	el := func(i int) (T, T) {
		q := (*[2]T)(unsafe.Add(p, i/2*step))
		return q[0], q[1]
	}
	switch {
	case n < 8:
		re, im = T(math.Copysign(0, -1)), T(math.Copysign(0, -1))
		for i := 0; i < n; i += 2 {
			a, b := el(i)
			re += a
			im += b
		}
		return re, im
	case n <= 128:
		var r [8]T
		for i := 0; i < 8; i += 2 {
			r[i], r[i+1] = el(i)
		}
		i := 8
		for ; i < n-n%8; i += 8 {
			for k := 0; k < 8; k += 2 {
				a, b := el(i + k)
				r[k] += a
				r[k+1] += b
			}
		}
		re = (r[0] + r[2]) + (r[4] + r[6])
		im = (r[1] + r[3]) + (r[5] + r[7])
		for ; i < n; i += 2 {
			a, b := el(i)
			re += a
			im += b
		}
		return re, im
	}
	half := n / 2
	half -= half % 8
	a, b := pairwiseComplex[T](half, p, step)
	c, d := pairwiseComplex[T](n-half, unsafe.Add(p, half/2*step), step)
	return a + c, b + d
}

// Outer applies the ufunc to all pairs of elements: the result's shape is a's
// followed by b's.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ufunc.outer.html.
func (f Binary) Outer(a, b any, opts ...Option) *Array {
	u := f.record()
	x, y := operandOf(u.name, a), operandOf(u.name, b)
	v := x.viewOf()
	v.shape, v.strides = slices.Clone(x.shape), slices.Clone(x.strides)
	for range y.shape {
		v.shape, v.strides = append(v.shape, 1), append(v.strides, 0)
	}
	if x.weak != strong && len(v.shape) == 0 {
		return f(a, b, opts...)
	}
	return f(v, b, opts...)
}

// reduceMethod is the options of methods such as Sum, over all axes if none is
// named.
func (a *Array) reduceMethod(f Binary, op string, opts []Option) *Array {
	k := options(op, opts, "axis", "keepdims", "dtype", "out", "initial", "where")
	return f.record().reduce(op, a, k)
}

// Sum is the sum of the elements, over all axes or those of opt.Axis. Integers
// are added in 64 bits. See [Binary.Reduce] for the options.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.sum.html.
func (a *Array) Sum(opts ...Option) *Array { return a.reduceMethod(Add, "Sum", opts) }

// Prod is the product of the elements; see Sum.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.prod.html.
func (a *Array) Prod(opts ...Option) *Array { return a.reduceMethod(Multiply, "Prod", opts) }

// Max is the largest element, NaN if there is one; see Sum for the options.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.max.html.
func (a *Array) Max(opts ...Option) *Array { return a.reduceMethod(Maximum, "Max", opts) }

// Min is the smallest element, NaN if there is one; see Sum for the options.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.min.html.
func (a *Array) Min(opts ...Option) *Array { return a.reduceMethod(Minimum, "Min", opts) }

// Any tells whether an element is not zero; see Sum for the options.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.any.html.
func (a *Array) Any(opts ...Option) *Array { return a.reduceMethod(LogicalOr, "Any", opts) }

// All tells whether no element is zero; see Sum for the options.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.all.html.
func (a *Array) All(opts ...Option) *Array { return a.reduceMethod(LogicalAnd, "All", opts) }

// Mean is the arithmetic mean, over all axes or those of opt.Axis: of integers
// in float64, of float16 through float32.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.mean.html.
func (a *Array) Mean(opts ...Option) *Array {
	k := options("Mean", opts, "axis", "keepdims", "dtype")
	axes, _, _ := reduceAxes("Mean", a, k)
	n := 1
	for _, ax := range axes {
		n *= a.shape[ax]
	}
	d, final := k.dtype(), (*Dtype)(nil)
	switch kind := a.dtype.kind; {
	case d != nil:
	case kind == BoolKind || kind.isInt():
		d = Float64
	case kind == Float16Kind:
		d, final = Float32, Float16
	default:
		d = numeric[kind]
	}
	if k == nil {
		k = keywords{}
	}
	k["dtype"] = d
	s := Add.record().reduce("Mean", a, k)
	out := Divide(s, From(n).Astype(countDtype(d)))
	if d.kind.isInt() || d.kind == BoolKind {
		final = d
	}
	if final != nil {
		out = out.astype("Mean", final, 'C', "unsafe")
	}
	out.scalar = len(out.shape) == 0
	return out
}

func countDtype(d *Dtype) *Dtype {
	if d.kind.isInt() || d.kind == BoolKind {
		return Float64
	}
	return d
}

// Argmin is the index of the smallest element, the first of several, in the
// array laid flat or along opt.Axis. A NaN counts as smallest.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.argmin.html.
func (a *Array) Argmin(opts ...Option) *Array { return a.argExtremum("Argmin", false, opts) }

// Argmax is the index of the largest element; see Argmin. A NaN counts as
// largest.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.argmax.html.
func (a *Array) Argmax(opts ...Option) *Array { return a.argExtremum("Argmax", true, opts) }

func (a *Array) argExtremum(op string, largest bool, opts []Option) *Array {
	k := options(op, opts, "axis", "keepdims")
	axis, given := 0, false
	if axes, ok := k.axes(op, a.Ndim()); ok {
		if len(axes) != 1 {
			fail(op, ErrType, "takes one axis, got %d", len(axes))
		}
		axis, given = axes[0], true
	}
	src := a
	if !given {
		src = a.reshape(op, []int{a.Size()}, 'C')
	}
	n := src.shape[axis]
	shape := slices.Delete(slices.Clone(src.shape), axis, axis+1)
	if n == 0 && (sizeOf(shape) > 0 || len(shape) == 0) {
		fail(op, ErrValue, "attempt to get %s of an empty sequence", map[string]string{"Argmin": "argmin", "Argmax": "argmax"}[op])
	}
	if !src.dtype.native() || !src.aligned() {
		src = src.astype(op, numeric[src.dtype.kind], 'K', "unsafe")
	}
	find := argFinder(src.dtype.kind, largest)
	out := newArray(Int64, shape...)
	best := src.viewOf() // the axis leads out of the iteration
	best.shape = slices.Clone(shape)
	best.strides = slices.Delete(slices.Clone(src.strides), axis, axis+1)
	step := src.strides[axis]
	newIter(out, best).run(func(m int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for k := range m {
			*at[int64](p[0], k*s[0]) = int64(find(n, unsafe.Add(p[1], k*s[1]), step))
		}
	})
	if k.flag("keepdims") {
		full := slices.Clone(a.shape)
		for i := range full {
			if !given || i == axis {
				full[i] = 1
			}
		}
		out = out.reshape(op, full, 'C').owner()
		out.scalar = len(full) == 0
		return out
	}
	out.scalar = len(shape) == 0
	return out
}

// ArrayEqual tells whether two arrays have the same shape and elements. NaN is
// not equal to NaN.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.array_equal.html.
func ArrayEqual(a, b any) bool {
	x, y := operandOf("ArrayEqual", a), operandOf("ArrayEqual", b)
	if !sameShape(x.shape, y.shape) {
		return false
	}
	return Equal(x.Array, y.Array).All().Bool()
}
