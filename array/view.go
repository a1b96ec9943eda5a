package array

import (
	"slices"
	"unsafe"
)

// viewOf is a shallow copy that counts as a view.
func (a *Array) viewOf() *Array {
	b := *a
	b.view, b.scalar = true, false
	return &b
}

// isC tells whether the elements lie in C order without gaps.
func (a *Array) isC() bool {
	step := a.dtype.itemsize
	for i := len(a.shape) - 1; i >= 0; i-- {
		if a.shape[i] == 0 {
			return true
		}
		if a.shape[i] != 1 && a.strides[i] != step {
			return a.Size() == 0
		}
		step *= a.shape[i]
	}
	return true
}

func (a *Array) isF() bool {
	step := a.dtype.itemsize
	for i, n := range a.shape {
		if n == 0 {
			return true
		}
		if n != 1 && a.strides[i] != step {
			return a.Size() == 0
		}
		step *= n
	}
	return true
}

// element is a 0-d view of one element; indices must be in range.
func (a *Array) element(index ...int) *Array {
	b := a.viewOf()
	for i, n := range index {
		b.off += n * a.strides[i]
	}
	b.shape, b.strides = nil, nil
	return b
}

// Copy is a copy with memory of its own, in C order unless opt.Order says else.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.copy.html.
func (a *Array) Copy(opts ...Option) *Array {
	k := options("Copy", opts, "order")
	return a.astype("Copy", a.dtype, k.order("Copy", 'C'), "unsafe").unscalar()
}

// Reshape is the array with another shape of as many elements, in C order: a
// view if the memory allows it, else a copy. One length may be -1 and follows
// from the others. opt.Order("F") reads and fills column by column.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.reshape.html.
func (a *Array) Reshape(shape ...any) *Array {
	vals, opts := splitOptions(shape)
	k := options("Reshape", opts, "order", "copy")
	s := ints("Reshape", vals)
	order := k.order("Reshape", 'C')
	if order == 'A' {
		order = 'C'
		if a.isF() && !a.isC() {
			order = 'F'
		}
	}
	if order == 'K' {
		fail("Reshape", ErrValue, "order \"K\" is not permitted for reshaping")
	}
	return a.reshape("Reshape", s, order)
}

func (a *Array) reshape(op string, want []int, order byte) *Array {
	s := slices.Clone(want)
	unknown, n := -1, 1
	for i, d := range s {
		switch {
		case d == -1 && unknown >= 0:
			fail(op, ErrValue, "can only specify one unknown dimension")
		case d == -1:
			unknown = i
		case d < 0:
			fail(op, ErrValue, "negative dimension %d in %s", d, shapeString(want))
		default:
			n *= d
		}
	}
	size := a.Size()
	if unknown >= 0 && n > 0 && size%n == 0 {
		s[unknown] = size / n
		n = size
	}
	if n != size || unknown >= 0 && s[unknown] < 0 {
		failShapes(op, ErrValue, [][]int{a.shape, want}, "cannot reshape array of size %d into shape %s", size, shapeString(want))
	}
	b := a.viewOf()
	b.shape = s
	if st, ok := reshapeStrides(a.shape, a.strides, s, a.dtype.itemsize, order); ok {
		b.strides = st
		return b
	}
	c := newOrdered(a.dtype, a.shape, nil, order)
	castInto(op, c, a)
	c.shape = s
	if order == 'F' {
		c.strides = fStrides(s, a.dtype.itemsize)
	} else {
		c.strides = cStrides(s, a.dtype.itemsize)
	}
	return c
}

// reshapeStrides finds strides for a view of another shape: groups of axes with
// as many elements on both sides, the old ones of each group without gaps.
func reshapeStrides(oldShape, oldStrides, shape []int, itemsize int, order byte) ([]int, bool) {
	if sizeOf(shape) == 0 {
		if order == 'F' {
			return fStrides(shape, itemsize), true
		}
		return cStrides(shape, itemsize), true
	}
	var os, ost []int
	for i, n := range oldShape {
		if n != 1 {
			os, ost = append(os, n), append(ost, oldStrides[i])
		}
	}
	st := make([]int, len(shape))
	i, k := 0, 0
	for i < len(os) && k < len(shape) {
		j, l := i+1, k+1
		np, op := shape[k], os[i]
		for np != op {
			if np < op {
				np *= shape[l]
				l++
			} else {
				op *= os[j]
				j++
			}
		}
		for x := i; x+1 < j; x++ {
			if order == 'F' {
				if ost[x+1] != os[x]*ost[x] {
					return nil, false
				}
			} else if ost[x] != os[x+1]*ost[x+1] {
				return nil, false
			}
		}
		if order == 'F' {
			st[k] = ost[i]
			for x := k + 1; x < l; x++ {
				st[x] = st[x-1] * shape[x-1]
			}
		} else {
			st[l-1] = ost[j-1]
			for x := l - 1; x > k; x-- {
				st[x-1] = st[x] * shape[x]
			}
		}
		i, k = j, l
	}
	last := itemsize
	if k > 0 {
		last = st[k-1]
		if order == 'F' {
			last *= shape[k-1]
		}
	}
	for ; k < len(shape); k++ {
		st[k] = last
	}
	return st, true
}

// Ravel is the array in one dimension, in C order unless opt.Order says else: a
// view if the memory allows it.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ravel.html.
func (a *Array) Ravel(opts ...Option) *Array {
	k := options("Ravel", opts, "order")
	order := k.order("Ravel", 'C')
	if order == 'K' || order == 'A' {
		fail("Ravel", ErrNotBuilt, "order %q is not built yet", string(order))
	}
	if order == 'C' && !a.isC() || order == 'F' && !a.isF() { // never a view with gaps
		c := newOrdered(a.dtype, a.shape, nil, order)
		castInto("Ravel", c, a)
		return c.reshape("Ravel", []int{a.Size()}, order).owner()
	}
	return a.reshape("Ravel", []int{a.Size()}, order)
}

// Flatten is a copy of the array in one dimension.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flatten.html.
func (a *Array) Flatten() *Array {
	return a.astype("Flatten", a.dtype, 'C', "unsafe").reshape("Flatten", []int{a.Size()}, 'C').owner()
}

// owner is a view of memory that nothing else sees, as the array that it is.
func (a *Array) owner() *Array {
	a.view = false
	return a
}

// T is the array with its axes reversed: a view.
func (a *Array) T() *Array { return a.Transpose() }

// Transpose is the array with its axes reversed, or in the given order: a view.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.transpose.html.
func (a *Array) Transpose(axes ...any) *Array {
	order := ints("Transpose", axes)
	n := a.Ndim()
	if len(axes) == 0 {
		for i := n - 1; i >= 0; i-- {
			order = append(order, i)
		}
	}
	if len(order) != n {
		fail("Transpose", ErrValue, "axes %s don't match an array of %d dimensions", shapeString(order), n)
	}
	order = normalizeAxes("Transpose", order, n)
	b := a.viewOf()
	b.shape, b.strides = make([]int, n), make([]int, n)
	for i, ax := range order {
		b.shape[i], b.strides[i] = a.shape[ax], a.strides[ax]
	}
	return b
}

// Swapaxes is the array with two axes exchanged: a view.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.swapaxes.html.
func (a *Array) Swapaxes(axis1, axis2 int) *Array {
	i, j := normalizeAxis("Swapaxes", axis1, a.Ndim()), normalizeAxis("Swapaxes", axis2, a.Ndim())
	b := a.viewOf()
	b.shape, b.strides = slices.Clone(a.shape), slices.Clone(a.strides)
	b.shape[i], b.shape[j] = b.shape[j], b.shape[i]
	b.strides[i], b.strides[j] = b.strides[j], b.strides[i]
	return b
}

// Squeeze is the array without axes of length one, all of them or those of
// opt.Axis: a view.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.squeeze.html.
func (a *Array) Squeeze(opts ...Option) *Array {
	k := options("Squeeze", opts, "axis")
	if l, ok := k["axis"].([]int); ok && a.Ndim() == 0 && len(l) == 1 && (l[0] == 0 || l[0] == -1) {
		return a.viewOf() // NumPy lets a 0-d array pass for one of length one
	}
	axes, given := k.axes("Squeeze", a.Ndim())
	b := a.viewOf()
	b.shape, b.strides = nil, nil
	for i, n := range a.shape {
		drop := n == 1 && !given
		if given && slices.Contains(axes, i) {
			if n != 1 {
				fail("Squeeze", ErrValue, "cannot squeeze axis %d, whose length is %d", i, n)
			}
			drop = true
		}
		if !drop {
			b.shape, b.strides = append(b.shape, n), append(b.strides, a.strides[i])
		}
	}
	return b
}

// ExpandDims is the array with an axis of length one put in at a place: a view.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.expand_dims.html.
func ExpandDims(x any, axis int) *Array {
	a := operandOf("ExpandDims", x).Array
	i := normalizeAxis("ExpandDims", axis, a.Ndim()+1)
	b := a.viewOf()
	b.shape = slices.Insert(slices.Clone(a.shape), i, 1)
	b.strides = slices.Insert(slices.Clone(a.strides), i, 0)
	return b
}

// AsStrided is a view with any shape and strides (in bytes). Elements must lie
// within a's memory.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.lib.stride_tricks.as_strided.html.
func AsStrided(a *Array, shape, strides []int) *Array {
	if len(shape) != len(strides) {
		fail("AsStrided", ErrValue, "%d lengths but %d strides", len(shape), len(strides))
	}
	checkShape("AsStrided", shape)
	b := a.viewOf()
	b.shape, b.strides = slices.Clone(shape), slices.Clone(strides)
	lo, hi := b.extent()
	if b.Size() > 0 && (b.off+lo < 0 || b.off+hi > len(a.buf.data)) {
		fail("AsStrided", ErrValue, "shape %s with strides %s leaves the array's memory", shapeString(shape), shapeString(strides))
	}
	return b
}

// extent is how far the elements reach from the first one: lo <= 0 bytes before
// it, and hi bytes after its start.
func (a *Array) extent() (lo, hi int) {
	for i, n := range a.shape {
		if n > 1 {
			if d := (n - 1) * a.strides[i]; d < 0 {
				lo += d
			} else {
				hi += d
			}
		}
	}
	return lo, hi + a.dtype.itemsize
}

// MayShareMemory tells whether the memory that two arrays span overlaps.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.may_share_memory.html.
func MayShareMemory(a, b *Array) bool {
	if a.buf != b.buf || a.Size() == 0 || b.Size() == 0 {
		return false
	}
	al, ah := a.extent()
	bl, bh := b.extent()
	return a.off+al < b.off+bh && b.off+bl < a.off+ah
}

// IsView tells whether another array owns the memory.
func (a *Array) IsView() bool { return a.view }

// Len is the length of the first axis; a 0-d array has none.
func (a *Array) Len() int {
	if len(a.shape) == 0 {
		fail("Len", ErrType, "an array without dimensions has no length")
	}
	return a.shape[0]
}

// AsSlice gives the elements as Go values in C order. T must be the dtype's Go
// type. The slice shares the array's memory if that lies in C order; else it is
// a copy.
func AsSlice[T bool | int8 | uint8 | int16 | uint16 | int32 | uint32 | int64 | uint64 | int | float32 | float64 | complex64 | complex128](a *Array) []T {
	var z T
	if d := goDtype(z); !d.Equal(a.dtype) {
		fail("AsSlice", ErrType, "the dtype is %s, not %T", a.dtype, z)
	}
	if !a.isC() || !a.aligned() {
		a = a.Copy()
	}
	return unsafe.Slice((*T)(a.ptr()), a.Size())
}
