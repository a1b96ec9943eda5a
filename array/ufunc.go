package array

import (
	"slices"
	"unsafe"
)

// ufunc is the record of an elementwise operation: everything that is known of
// it stands in one row of ufuncs.go.
type ufunc struct {
	name  string // Go's name
	nin   int
	loops loopSet // by the kind of the operands
	// rule gives the kind that operands of a common kind are computed in, and the
	// kind of the result.
	rule     func(k Kind) (in, out Kind)
	identity any    // of the reduction: an int, or nil if there is none
	refuse   string // the message for kinds without a loop
	// mixed, if not nil, handles operands that have no common kind without loss.
	mixed func(a, b Kind) (kernel, bool)
	// float tells that operands go to floating point one by one, before they find
	// their common kind.
	float bool
	// pending are kinds that NumPy has a loop for and the library has not yet.
	pending func(Kind) bool
}

// Binary is a ufunc of two operands. It can be called, and has methods.
//
// Operands are arrays, numbers or nested slices and are broadcast together
// (https://numpy.org/doc/stable/user/basics.broadcasting.html); the result's
// dtype follows NEP 50. Options: opt.Out(array), opt.Where(mask), a dtype to
// compute in.
type Binary func(a, b any, opts ...Option) *Array

// Unary is a ufunc of one operand; see [Binary].
type Unary func(x any, opts ...Option) *Array

// ask is an operand by which a ufunc's methods ask it for its record.
type ask struct{ u *ufunc }

func (f Binary) record() *ufunc {
	q := &ask{}
	f(q, nil)
	return q.u
}

func binaryOf(u *ufunc) Binary {
	u.nin = 2
	return func(a, b any, opts ...Option) *Array {
		if q, ok := a.(*ask); ok {
			q.u = u
			return nil
		}
		return u.call([]operand{operandOf(u.name, a), operandOf(u.name, b)}, opts)
	}
}

func unaryOf(u *ufunc) Unary {
	u.nin = 1
	return func(x any, opts ...Option) *Array {
		return u.call([]operand{operandOf(u.name, x)}, opts)
	}
}

// call computes the operation of operands.
func (u *ufunc) call(xs []operand, opts []Option) *Array {
	var k keywords
	if len(opts) > 0 {
		k = options(u.name, opts, "out", "where", "dtype", "casting", "order")
	}
	in, out, loop := u.resolve(xs, k)
	if o, ok := asArray(k["out"]); ok && !canCast(u.name, numeric[out], o.dtype, k.casting()) {
		fail(u.name, ErrType, "cannot cast output from %#v to %#v with casting rule %q", numeric[out], o.dtype, k.casting())
	}
	for _, x := range xs {
		if x.weak == weakInt && numeric[in].kind.isInt() && !intFits(x.Int(), in) {
			if u.compares() {
				return u.compareOutOfRange(xs, k)
			}
			fail(u.name, ErrOverflow, "the integer %d is out of bounds for %s", x.Int(), numeric[in])
		}
	}
	shapes := make([][]int, len(xs))
	for i, x := range xs {
		shapes[i] = x.shape
	}
	shape := xs[0].shape
	if len(xs) > 1 || k["where"] != nil {
		if k["where"] != nil {
			shapes = append(shapes, operandOf(u.name, k["where"]).shape)
		}
		shape = broadcastShape(u.name, shapes...)
	}
	dst, result := u.target(k, shape, numeric[out], xs)
	u.apply(loop, in, out, dst, xs, k)
	return result
}

// resolve finds the kinds and the loop for operands.
func (u *ufunc) resolve(xs []operand, k keywords) (in, out Kind, loop kernel) {
	common := u.common(xs)
	if u.mixed != nil && len(xs) == 2 && xs[0].weak == strong && xs[1].weak == strong {
		if l, ok := u.mixed(xs[0].dtype.kind, xs[1].dtype.kind); ok {
			return numNumeric, BoolKind, l
		}
	}
	if d := k.dtype(); d != nil {
		for _, x := range xs {
			if (x.weak == strong || x.weak > weakInt) && !canCast(u.name, x.dtype, d, k.casting()) && (x.weak == strong || kindOrder(x.dtype.kind) > kindOrder(d.kind)) {
				fail(u.name, ErrType, "cannot cast input from %#v to %#v with casting rule %q", x.dtype, d, k.casting())
			}
		}
		common = d.kind
	}
	in, out = u.rule(common)
	if d := k.dtype(); d != nil && d.kind != out {
		fail(u.name, ErrType, "no loop with the signature that gives dtype %s", d)
	}
	if u.pending != nil && u.pending(in) {
		fail(u.name, ErrNotBuilt, "the loop for %s is not built yet", numeric[in])
	}
	loop = u.loops[in]
	if loop == nil {
		msg := u.refuse
		if msg == "" {
			msg = "not supported for the input types, and the inputs could not be safely coerced"
		}
		types := ""
		for i, x := range xs {
			if i > 0 {
				types += ", "
			}
			types += x.dtype.Name()
		}
		fail(u.name, ErrType, "%s (%s)", msg, types)
	}
	return in, out, loop
}

// common is the kind that the operands have in common.
func (u *ufunc) common(xs []operand) Kind {
	weak := slices.ContainsFunc(xs, func(x operand) bool { return x.weak != strong })
	if !u.float || len(xs) == 1 || weak {
		return resultKind(u.name, xs...)
	}
	ys := make([]operand, len(xs))
	for i, x := range xs {
		ys[i] = x
		if k := x.dtype.kind; k.isNumeric() && !k.isComplex() {
			a := *x.Array
			a.dtype = numeric[floatFor(k)]
			ys[i].Array = &a
		}
	}
	return resultKind(u.name, ys...)
}

func (k keywords) casting() string {
	if c, ok := k["casting"].(string); ok {
		return c
	}
	return "same_kind"
}

// target is where the loop writes, and what the call returns.
func (u *ufunc) target(k keywords, shape []int, d *Dtype, xs []operand) (dst, result *Array) {
	if v, ok := k["out"]; ok {
		o, isArray := asArray(v)
		if !isArray {
			fail(u.name, ErrType, "out must be an array, not %T", v)
		}
		o.writable(u.name)
		if !sameShape(broadcastShape(u.name, shape, o.shape), o.shape) {
			failShapes(u.name, ErrValue, [][]int{shape, o.shape}, "non-broadcastable output operand with shape %s doesn't match the broadcast shape %s", shapeString(o.shape), shapeString(shape))
		}
		return o, o
	}
	dst = newArray(d, append([]int(nil), shape...)...)
	if st := resultStrides(shape, d.itemsize, xs); st != nil {
		dst.strides = st
	}
	dst.scalar = len(shape) == 0
	return dst, dst
}

// resultStrides lays a result out as its operands are: in Fortran order if they
// are, else packed in the order of the first one of full shape.
func resultStrides(shape []int, itemsize int, xs []operand) []int {
	if len(shape) < 2 {
		return nil
	}
	for _, x := range xs {
		if sameShape(x.shape, shape) && x.isC() {
			return nil
		}
	}
	for _, x := range xs {
		if sameShape(x.shape, shape) {
			return kStrides(shape, itemsize, x.strides, true)
		}
	}
	return nil
}

// apply runs the loop over operands converted to kind in.
func (u *ufunc) apply(loop kernel, in, out Kind, dst *Array, xs []operand, k keywords) {
	arrays := make([]*Array, 0, maxOps)
	work := dst
	overlap := false
	for _, x := range xs {
		overlap = overlap || partlyShares(dst, x.Array)
	}
	if overlap || !dst.dtype.Equal(numeric[out]) || !dst.dtype.native() || !dst.aligned() || k["where"] != nil {
		work = newOrdered(numeric[out], dst.shape, dst, 'K')
	}
	arrays = append(arrays, work)
	for _, x := range xs {
		a := x.Array
		if in < numNumeric && (a.dtype != numeric[in] || !a.aligned()) {
			a = a.astype(u.name, numeric[in], 'K', "unsafe")
		} else if !a.dtype.native() || !a.aligned() {
			a = a.astype(u.name, numeric[a.dtype.kind], 'K', "unsafe")
		}
		arrays = append(arrays, a.broadcastTo(u.name, work.shape))
	}
	newIter(arrays...).run(loop)
	if work == dst {
		return
	}
	if w := k["where"]; w != nil {
		mask := operandOf(u.name, w).Array
		if mask.dtype != Bool {
			fail(u.name, ErrType, "where must be an array of bool, not %s", mask.dtype)
		}
		copyWhere(u.name, dst, work, mask.broadcastTo(u.name, dst.shape))
		return
	}
	castInto(u.name, dst, work)
}

// partlyShares tells whether writing to dst may change elements of a that are
// read later: they share memory, and not element for element.
func partlyShares(dst, a *Array) bool {
	if !MayShareMemory(dst, a) {
		return false
	}
	return !(dst.off == a.off && sameShape(dst.shape, a.shape) && sameShape(dst.strides, a.strides) && dst.dtype == a.dtype)
}

// copyWhere copies the elements where mask is true.
func copyWhere(op string, dst, src, mask *Array) {
	if !dst.dtype.Equal(src.dtype) || !dst.aligned() {
		src = src.astype(op, dst.dtype, 'K', "unsafe")
	}
	size := dst.dtype.itemsize
	newIter(dst, src, mask).run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := range n {
			if *(*bool)(unsafe.Add(p[2], i*s[2])) {
				copy(unsafe.Slice((*byte)(unsafe.Add(p[0], i*s[0])), size), unsafe.Slice((*byte)(unsafe.Add(p[1], i*s[1])), size))
			}
		}
	})
}

// The rules by which operands of a common kind find their loop.

// same computes in the kind itself, or the first one after it that has a loop.
func same(k Kind) (in, out Kind) { return k, k }

// asFloat computes in the smallest floating kind that holds the operands.
func asFloat(k Kind) (in, out Kind) {
	if k.isComplex() {
		return k, k
	}
	f := floatFor(k)
	return f, f
}

// asDouble computes integers in float64, as division does.
func asDouble(k Kind) (in, out Kind) {
	if k == BoolKind || k.isInt() {
		return Float64Kind, Float64Kind
	}
	return k, k
}

// notBool computes bool in int8.
func notBool(k Kind) (in, out Kind) {
	if k == BoolKind {
		return Int8Kind, Int8Kind
	}
	return k, k
}

// toBool gives a bool.
func toBool(k Kind) (in, out Kind) { return k, BoolKind }

// toReal gives the real kind of a complex one.
func toReal(k Kind) (in, out Kind) {
	switch k {
	case Complex64Kind:
		return k, Float32Kind
	case Complex128Kind:
		return k, Float64Kind
	}
	return k, k
}
