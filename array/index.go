package array

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// An axisIndex is one item of an index list.
type axisIndex struct {
	kind  indexKind
	n     int // of an integer
	slice sliceIndex
	array *Array // of integers or booleans
}

type indexKind uint8

const (
	atInt indexKind = iota
	atSlice
	atNewaxis
	atEllipsis
	atArray
	atMask
)

// A sliceIndex is start:stop:step; hasX tells which are given.
type sliceIndex struct {
	start, stop, step          int
	hasStart, hasStop, hasStep bool
}

// newaxis is the type of Newaxis.
type newaxis struct{}

// Newaxis in an index list puts in an axis of length one. nil does the same.
//
// See https://numpy.org/doc/stable/reference/constants.html#numpy.newaxis.
var Newaxis = newaxis{}

// parsedStrings caches what index strings mean: a program has few of them, but
// for those that it computes, which must not fill the memory.
var (
	parsedStrings sync.Map // string -> []axisIndex
	parsedCount   atomic.Int32
)

const maxParsed = 1000

// parseIndex reads NumPy's slice notation: "1:", "::-1", "...", several items
// separated by commas.
func parseIndex(op, s string) []axisIndex {
	if l, ok := parsedStrings.Load(s); ok {
		return l.([]axisIndex)
	}
	var list []axisIndex
	for _, part := range strings.Split(s, ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "...":
			list = append(list, axisIndex{kind: atEllipsis})
		case part == "newaxis" || part == "None":
			list = append(list, axisIndex{kind: atNewaxis})
		case strings.Contains(part, ":"):
			list = append(list, axisIndex{kind: atSlice, slice: parseSlice(op, s, part)})
		default:
			n, err := strconv.Atoi(part)
			if err != nil {
				fail(op, ErrIndex, "%q is no index: use slices such as \"1:\" or \"::-1\", integers, \"...\" or newaxis", s)
			}
			list = append(list, axisIndex{kind: atInt, n: n})
		}
	}
	if len(s) <= 64 && parsedCount.Add(1) <= maxParsed {
		parsedStrings.Store(s, list)
	}
	return list
}

func parseSlice(op, whole, s string) (x sliceIndex) {
	parts := strings.Split(s, ":")
	if len(parts) > 3 {
		fail(op, ErrIndex, "%q is no slice: too many colons", whole)
	}
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		n, err := strconv.Atoi(p)
		if err != nil {
			fail(op, ErrIndex, "%q is no slice: %q is no integer", whole, p)
		}
		switch i {
		case 0:
			x.start, x.hasStart = n, true
		case 1:
			x.stop, x.hasStop = n, true
		case 2:
			x.step, x.hasStep = n, true
		}
	}
	if x.hasStep && x.step == 0 {
		fail(op, ErrValue, "slice step cannot be zero")
	}
	return x
}

// bounds is the first index, the step and the number of elements that a slice
// takes of an axis of length n, by Python's rules.
func (x sliceIndex) bounds(n int) (start, step, count int) {
	step = 1
	if x.hasStep {
		step = x.step
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	clip := func(v int) int {
		if v < 0 {
			v += n
		}
		return max(lo, min(v, hi))
	}
	start, stop := lo, hi
	if step < 0 {
		start, stop = hi, lo
	}
	if x.hasStart {
		start = clip(x.start)
	}
	if x.hasStop {
		stop = clip(x.stop)
	}
	return start, step, rangeLen(start, stop, step)
}

// Slice is an index that takes elements from start up to stop by step; nil
// leaves a part out. It is what "start:stop:step" means.
type Slice struct{ Start, Stop, Step any }

func (s Slice) index(op string) (x sliceIndex) {
	set := func(v any, n *int, has *bool) {
		if v == nil {
			return
		}
		i, ok := intOf(v)
		if !ok {
			fail(op, ErrType, "slice indices must be integers or nil, not %v", v)
		}
		*n, *has = i, true
	}
	set(s.Start, &x.start, &x.hasStart)
	set(s.Stop, &x.stop, &x.hasStop)
	set(s.Step, &x.step, &x.hasStep)
	if x.hasStep && x.step == 0 {
		fail(op, ErrValue, "slice step cannot be zero")
	}
	return x
}

// indexList reads the arguments of At and Set.
func (a *Array) indexList(op string, args []any) []axisIndex {
	var list []axisIndex
	for _, arg := range args {
		switch x := arg.(type) {
		case nil, newaxis:
			list = append(list, axisIndex{kind: atNewaxis})
		case int:
			list = append(list, axisIndex{kind: atInt, n: x})
		case string:
			list = append(list, parseIndex(op, x)...)
		case Slice:
			list = append(list, axisIndex{kind: atSlice, slice: x.index(op)})
		case bool:
			list = append(list, axisIndex{kind: atMask, array: scalarOf(Bool, x)})
		default:
			list = append(list, a.arrayIndex(op, arg))
		}
	}
	return list
}

func (a *Array) arrayIndex(op string, arg any) axisIndex {
	if n, ok := intOf(arg); ok {
		if _, isArray := asArray(arg); !isArray {
			return axisIndex{kind: atInt, n: n}
		}
	}
	x := operandOf(op, arg).Array
	switch k := x.dtype.kind; {
	case k == BoolKind:
		return axisIndex{kind: atMask, array: x}
	case k.isInt():
		if x.Ndim() == 0 && x.scalar {
			return axisIndex{kind: atInt, n: x.Int()}
		}
		return axisIndex{kind: atArray, array: x}
	case x.Size() == 0 && !isArrayValue(arg):
		return axisIndex{kind: atArray, array: newArray(Int64, x.shape...)}
	}
	fail(op, ErrIndex, "arrays used as indices must be of integer (or boolean) type, not %s", x.dtype)
	return axisIndex{}
}

func isArrayValue(v any) bool { _, ok := asArray(v); return ok }

// indexed is what an index list selects: a view of a, over which arrays of
// integers then choose along some axes.
type indexed struct {
	view   *Array
	arrays []axisArray
	// outside are indices that are out of bounds: an error if anything is selected.
	outside []outOfBounds
	// split tells that slices stand between the arrays: their axes come first.
	split bool
}

type outOfBounds struct{ index, axis, size int }

// axisArray chooses along an axis of the view.
type axisArray struct {
	axis  int
	index *Array
}

// index applies an index list. Boolean arrays become integer ones.
func (a *Array) index(op string, list []axisIndex) indexed {
	used, ellipsis := 0, false
	var l []axisIndex
	for _, x := range list {
		switch x.kind {
		case atInt, atSlice, atArray:
			used++
		case atMask:
			used += x.array.Ndim()
		case atEllipsis:
			if ellipsis {
				fail(op, ErrIndex, "an index can only have a single ellipsis ('...')")
			}
			ellipsis = true
		}
		l = append(l, x)
	}
	if used > a.Ndim() {
		failShapes(op, ErrIndex, [][]int{a.shape}, "too many indices for array: array is %d-dimensional, but %d were indexed", a.Ndim(), used)
	}
	if !ellipsis {
		l = append(l, axisIndex{kind: atEllipsis})
	}
	r := indexed{view: a.viewOf()}
	v := r.view
	v.shape, v.strides = nil, nil
	keep := func(n, stride int) { v.shape, v.strides = append(v.shape, n), append(v.strides, stride) }
	axis := 0
	last := -1 // place in l of the last array or integer beside arrays
	hasArray := slices.ContainsFunc(l, func(x axisIndex) bool { return x.kind == atArray || x.kind == atMask })
	together := func(i int) {
		if last >= 0 && i != last+1 {
			r.split = true
		}
		last = i
	}
	for i, x := range l {
		switch x.kind {
		case atNewaxis:
			keep(1, 0)
		case atEllipsis:
			for range a.Ndim() - used {
				keep(a.shape[axis], a.strides[axis])
				axis++
			}
		case atSlice:
			start, step, n := x.slice.bounds(a.shape[axis])
			if n > 0 {
				v.off += start * a.strides[axis]
			}
			keep(n, step*a.strides[axis])
			axis++
		case atInt:
			n := x.n
			if n < -a.shape[axis] || n >= a.shape[axis] {
				fail(op, ErrIndex, "index %d is out of bounds for axis %d with size %d", x.n, axis, a.shape[axis])
			}
			if n < 0 {
				n += a.shape[axis]
			}
			if hasArray { // takes part in the broadcast of the arrays
				together(i)
				r.arrays = append(r.arrays, axisArray{len(v.shape), scalarOf(Int64, int64(n))})
				keep(a.shape[axis], a.strides[axis])
			} else {
				v.off += n * a.strides[axis]
			}
			axis++
		case atArray:
			together(i)
			idx, outside := wrapIndices(x.array, a.shape[axis])
			if outside != nil {
				r.outside = append(r.outside, outOfBounds{*outside, axis, a.shape[axis]})
			}
			r.arrays = append(r.arrays, axisArray{len(v.shape), idx})
			keep(a.shape[axis], a.strides[axis])
			axis++
		case atMask:
			together(i)
			if x.array.Ndim() == 0 { // a new axis of length one or zero
				n := 0
				if x.array.Bool() {
					n = 1
				}
				r.arrays = append(r.arrays, axisArray{len(v.shape), newArray(Int64, n)})
				keep(1, 0)
				continue
			}
			for k, n := range x.array.shape {
				if n != a.shape[axis+k] {
					failShapes(op, ErrIndex, [][]int{a.shape, x.array.shape}, "boolean index did not match indexed array along axis %d; size of axis is %d but size of corresponding boolean axis is %d", axis+k, a.shape[axis+k], n)
				}
			}
			for k, where := range nonzero(x.array) {
				r.arrays = append(r.arrays, axisArray{len(v.shape), where})
				keep(a.shape[axis+k], a.strides[axis+k])
			}
			axis += x.array.Ndim()
		}
	}
	return r
}

// wrapIndices makes an int64 array of indices that all count from the first
// element. outside is one that is out of bounds, if there is one.
func wrapIndices(x *Array, n int) (idx *Array, outside *int) {
	out := x.astype("At", Int64, 'C', "unsafe")
	p := out.ptr()
	for i := range out.Size() {
		v := at[int64](p, 8*i)
		if *v < int64(-n) || *v >= int64(n) {
			bad := int(*v)
			return out, &bad
		}
		if *v < 0 {
			*v += int64(n)
		}
	}
	return out, nil
}

// nonzero gives for each axis the indices of the elements that are true, in C
// order.
func nonzero(a *Array) []*Array {
	b := a.astype("Nonzero", Bool, 'C', "unsafe")
	bits := AsSlice[bool](b)
	count := 0
	for _, t := range bits {
		if t {
			count++
		}
	}
	out := make([]*Array, a.Ndim())
	for i := range out {
		out[i] = newArray(Int64, count)
	}
	k := 0
	for i, t := range bits {
		if !t {
			continue
		}
		for ax := a.Ndim() - 1; ax >= 0; ax-- {
			*at[int64](out[ax].ptr(), 8*k) = int64(i % a.shape[ax])
			i /= a.shape[ax]
		}
		k++
	}
	return out
}

// Nonzero gives for each axis the indices of the elements that are not zero.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.nonzero.html.
func Nonzero(x any) []*Array {
	a := operandOf("Nonzero", x).Array
	if a.Ndim() == 0 {
		fail("Nonzero", ErrValue, "an array without dimensions has no indices")
	}
	return nonzero(a)
}

// fancy lays out what arrays of integers select: the view of the axes that stay,
// the broadcast of the arrays, and the shape of the result.
func (r indexed) fancy(op string) (rest *Array, idx []*Array, steps []int, shape []int, lead int) {
	shapes := make([][]int, len(r.arrays))
	for i, x := range r.arrays {
		shapes[i] = x.index.shape
	}
	var common []int
	if err := Try(func() { common = broadcastShape(op, shapes...) }); err != nil {
		text := ""
		for i, s := range shapes {
			if i > 0 {
				text += " "
			}
			text += shapeString(s)
		}
		failShapes(op, ErrIndex, shapes, "shape mismatch: indexing arrays could not be broadcast together with shapes %s", text)
	}
	rest = r.view.viewOf()
	rest.shape, rest.strides = nil, nil
	first := r.arrays[0].axis
	for ax, n := range r.view.shape {
		if slices.ContainsFunc(r.arrays, func(x axisArray) bool { return x.axis == ax }) {
			continue
		}
		rest.shape, rest.strides = append(rest.shape, n), append(rest.strides, r.view.strides[ax])
		if ax < first {
			lead++
		}
	}
	if r.split {
		lead = 0
	}
	for _, x := range r.arrays {
		idx = append(idx, x.index.broadcastTo(op, common))
		steps = append(steps, r.view.strides[x.axis])
	}
	shape = slices.Concat(rest.shape[:lead], common, rest.shape[lead:])
	return rest, idx, steps, shape, lead
}

// inBounds refuses indices that are out of bounds, if anything is selected.
func (r indexed) inBounds(op string, idx []*Array) {
	if len(r.outside) > 0 && idx[0].Size() > 0 {
		x := r.outside[0]
		fail(op, ErrIndex, "index %d is out of bounds for axis %d with size %d", x.index, x.axis, x.size)
	}
}

// each calls do for every place that the arrays select: the view there, and the
// matching part of an array of the result's shape.
func (r indexed) each(op string, value *Array, do func(place, part *Array)) {
	rest, idx, steps, _, lead := r.fancy(op)
	r.inBounds(op, idx)
	n := idx[0].Ndim()
	common := idx[0].shape
	part := value.viewOf()
	part.shape = slices.Concat(value.shape[:lead], value.shape[lead+n:])
	part.strides = slices.Concat(value.strides[:lead], value.strides[lead+n:])
	place := rest.viewOf()
	flat := make([][]int, len(idx))
	for i, x := range idx {
		flat[i] = x.Ints()
	}
	at := make([]int, n)
	for k := range sizeOf(common) {
		place.off, part.off = rest.off, value.off
		for i := range idx {
			place.off += flat[i][k] * steps[i]
		}
		for ax := range n {
			part.off += at[ax] * value.strides[lead+ax]
		}
		do(place, part)
		for ax := n - 1; ax >= 0; ax-- {
			if at[ax]++; at[ax] < common[ax] {
				break
			}
			at[ax] = 0
		}
	}
}

// At selects elements, as NumPy's brackets do: a.At(1, ":2"), a.At("...", 0),
// a.At(":", array.Newaxis), a.At(rows, cols). An item is an int; a string in
// slice notation ("1:", "::-1", "..."), which may hold several items; nil or
// [Newaxis]; a [Slice]; or an array or slice of integers or booleans. With slices
// and integers alone the result is a view; an integer for every axis gives an
// array scalar; arrays of integers or booleans give a copy.
//
// See https://numpy.org/doc/stable/user/basics.indexing.html.
func (a *Array) At(index ...any) *Array {
	list := a.indexList("At", index)
	r := a.index("At", list)
	if len(r.arrays) > 0 {
		_, idx, _, shape, _ := r.fancy("At")
		r.inBounds("At", idx)
		out := newArray(a.dtype, shape...)
		r.each("At", out, func(place, part *Array) { castInto("At", part, place) })
		return out
	}
	if len(r.view.shape) == 0 && !slices.ContainsFunc(list, func(x axisIndex) bool { return x.kind == atEllipsis }) {
		out := newArray(a.dtype)
		castInto("At", out, r.view)
		out.scalar = true
		return out
	}
	return r.view
}

// Set assigns to the elements that an index list selects; the value comes
// first: a.Set(7, ":", 0). The value is broadcast to the selection and cast to
// the array's dtype.
//
// See https://numpy.org/doc/stable/user/basics.indexing.html#assigning-values-to-indexed-arrays.
func (a *Array) Set(value any, index ...any) {
	a.writable("Set")
	v := operandOf("Set", value)
	list := a.indexList("Set", index)
	r := a.index("Set", list)
	if len(r.view.shape) == 0 && len(r.arrays) == 0 && v.Ndim() > 0 && a.dtype != Bool && !slices.ContainsFunc(list, func(x axisIndex) bool { return x.kind == atEllipsis }) {
		kind := ErrValue
		if a.dtype.kind.isComplex() {
			kind = ErrType
		}
		failShapes("Set", kind, [][]int{v.shape}, "an element cannot be set to an array of shape %s", shapeString(v.shape))
	}
	if len(r.view.shape) == 0 && len(r.arrays) == 0 && v.scalar && v.weak == strong && v.dtype.kind.isFloat() && a.dtype.kind.isSigned() {
		v.weak = weakFloat // an element is set to a scalar as to a plain number
	}
	checkFits("Set", v, a.dtype)
	if len(list) == 1 && list[0].kind == atMask && list[0].array.Ndim() == a.Ndim() && v.Ndim() > 1 {
		failShapes("Set", ErrType, [][]int{a.shape, v.shape}, "a boolean index takes a value of one dimension at most, not of shape %s", shapeString(v.shape))
	}
	src := v.Array
	if len(r.arrays) == 0 {
		dst, src := r.view, trimLead(src, len(r.view.shape))
		if MayShareMemory(dst, src) {
			if oneWay(dst, src) {
				forward(dst, src.broadcastTo("Set", dst.shape))
				return
			}
			src = src.Copy()
		}
		castInto("Set", dst, src)
		return
	}
	if MayShareMemory(a, src) {
		src = src.Copy()
	}
	_, _, _, shape, _ := r.fancy("Set")
	src = trimLead(src, len(shape)).broadcastTo("Set", shape)
	r.each("Set", src, func(place, part *Array) { castInto("Set", place, part) })
}

// oneWay tells whether NumPy copies between overlapping places without a copy in
// between: in one dimension, where both run in one direction with gaps. What is
// read may then have been written before; users see it, so it is kept.
func oneWay(dst, src *Array) bool {
	if len(dst.shape) != 1 || len(src.shape) != 1 || dst.dtype != src.dtype || !dst.dtype.native() {
		return false
	}
	d, s, size := dst.strides[0], src.strides[0], dst.dtype.itemsize
	return d*s >= 0 && !(abs(d) == size && abs(s) == size)
}

// forward copies element by element, in the order of dst's addresses, or in the
// other one where src begins before dst and reaches into it.
func forward(dst, src *Array) {
	n, size := dst.shape[0], dst.dtype.itemsize
	back := dst.strides[0] < 0
	from, to := src.off, dst.off // of the lowest addresses
	if back {
		from, to = from+(n-1)*src.strides[0], to+(n-1)*dst.strides[0]
	}
	if from < to && from+n*abs(src.strides[0]) > to {
		back = !back
	}
	for k := range n {
		i := k
		if back {
			i = n - 1 - k
		}
		copy(unsafe.Slice((*byte)(unsafe.Add(dst.ptr(), i*dst.strides[0])), size), unsafe.Slice((*byte)(unsafe.Add(src.ptr(), i*src.strides[0])), size))
	}
}

// trimLead drops leading axes of length one that the target does not have.
func trimLead(a *Array, ndim int) *Array {
	for len(a.shape) > ndim && a.shape[0] == 1 {
		a = a.viewOf()
		a.shape, a.strides = a.shape[1:], a.strides[1:]
	}
	return a
}

// writable refuses to change an array scalar or a read-only view.
func (a *Array) writable(op string) {
	if a.scalar {
		fail(op, ErrType, "an array scalar cannot be changed")
	}
	if a.ro {
		fail(op, ErrValue, "the array is read-only")
	}
}

// checkFits refuses a plain Go integer that an integer dtype cannot hold, and a
// complex number for a real dtype.
func checkFits(op string, v operand, d *Dtype) {
	checkInt(op, v, d)
	if v.weak == weakFloat && d.kind.isInt() {
		switch f := v.Float64(); {
		case math.IsNaN(f):
			fail(op, ErrValue, "cannot convert float NaN to integer")
		case math.IsInf(f, 0) || math.Abs(f) >= 1<<64 || f >= 1<<63 && d.kind != Uint64Kind || f < -1<<63:
			fail(op, ErrOverflow, "the number %v is out of bounds for %s", f, d)
		case f < 1<<63 && !intFits(int(f), d.kind):
			fail(op, ErrOverflow, "the number %v is out of bounds for %s", f, d)
		}
	}
	if v.weak == weakComplex && !d.kind.isComplex() && d.kind.isNumeric() && d != Bool {
		fail(op, ErrType, "a complex number is no %s", d)
	}
}

func checkInt(op string, v operand, d *Dtype) {
	if v.weak == weakInt && d.kind.isInt() {
		if n := v.Int(); !intFits(n, d.kind) {
			fail(op, ErrOverflow, "the integer %d is out of bounds for %s", n, d)
		}
	}
}

func intFits(n int, k Kind) bool {
	switch k {
	case Int8Kind:
		return n == int(int8(n))
	case Uint8Kind:
		return n == int(uint8(n))
	case Int16Kind:
		return n == int(int16(n))
	case Uint16Kind:
		return n == int(uint16(n))
	case Int32Kind:
		return n == int(int32(n))
	case Uint32Kind:
		return n == int(uint32(n))
	case Uint64Kind:
		return n >= 0
	}
	return true
}

// Ogrid is an open grid: for each index string "start:stop:step" an array of the
// numbers along one axis, all others having length one, so that they broadcast
// to the grid. An imaginary step ("0:1:5j") is a number of points, stop included.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ogrid.html.
func Ogrid(axes ...string) []*Array {
	out := make([]*Array, len(axes))
	for i, x := range gridAxes("Ogrid", axes) {
		shape := make([]int, len(axes))
		for k := range shape {
			shape[k] = 1
		}
		shape[i] = x.Size()
		out[i] = x.reshape("Ogrid", shape, 'C').owner()
	}
	return out
}

// Mgrid is a dense grid: one array whose first axis counts the axes, and that
// holds each one's numbers repeated over the grid. See Ogrid for the strings.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.mgrid.html.
func Mgrid(axes ...string) *Array {
	xs := gridAxes("Mgrid", axes)
	shape := []int{len(axes)}
	for _, x := range xs {
		shape = append(shape, x.Size())
	}
	d := Int64
	if len(xs) > 0 {
		d = xs[0].dtype
	}
	out := newArray(d, shape...)
	for i, x := range xs {
		one := make([]int, len(axes))
		for k := range one {
			one[k] = 1
		}
		one[i] = x.Size()
		castInto("Mgrid", out.At(i).unscalar(), x.reshape("Mgrid", one, 'C'))
	}
	return out
}

// gridAxes reads the strings of a grid: all axes are floats if one is.
func gridAxes(op string, axes []string) []*Array {
	type spec struct {
		start, stop, step float64
		points            bool
	}
	specs := make([]spec, len(axes))
	float := false
	for i, s := range axes {
		parts := strings.Split(s, ":")
		if len(parts) < 2 || len(parts) > 3 {
			fail(op, ErrIndex, "%q is no range: write \"start:stop\" or \"start:stop:step\"", s)
		}
		x := spec{step: 1}
		for k, p := range parts {
			p = strings.TrimSpace(p)
			if k == 2 && strings.HasSuffix(p, "j") {
				x.points, float = true, true
				p = strings.TrimSuffix(p, "j")
			}
			if p == "" && k == 0 {
				continue
			}
			v, err := strconv.ParseFloat(p, 64)
			if err != nil {
				fail(op, ErrIndex, "%q is no range: %q is no number", s, p)
			}
			if strings.ContainsAny(p, ".eE") {
				float = true
			}
			*[]*float64{&x.start, &x.stop, &x.step}[k] = v
		}
		specs[i] = x
	}
	out := make([]*Array, len(axes))
	for i, x := range specs {
		switch {
		case x.points:
			n := int(x.step)
			out[i] = newArray(Float64, n)
			step := x.step
			if n > 1 {
				step = (x.stop - x.start) / float64(n-1)
			}
			for k := range n {
				*at[float64](out[i].ptr(), 8*k) = float64(k)*step + x.start
			}
		case float:
			out[i] = Arange(x.start, x.stop, x.step)
		default:
			out[i] = Arange(int(x.start), int(x.stop), int(x.step))
		}
	}
	return out
}
