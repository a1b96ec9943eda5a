package array

import (
	"slices"
	"unsafe"
)

// Ndarray is an array over a buffer, which it shares: of a shape and dtype, the
// first element opt.Offset bytes into it, with opt.Strides or in C order.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.html.
func Ndarray(shape []int, dtype any, buffer []byte, opts ...Option) *Array {
	k := options("Ndarray", opts, "offset", "strides")
	d := DtypeOf(dtype)
	checkShape("Ndarray", shape)
	a := &Array{buf: &memory{buffer}, shape: slices.Clone(shape), dtype: d, view: true}
	a.off, _ = k["offset"].(int)
	a.strides = cStrides(shape, d.itemsize)
	if s, ok := k["strides"].([]int); ok {
		if len(s) != len(shape) {
			fail("Ndarray", ErrValue, "%d strides for %d dimensions", len(s), len(shape))
		}
		a.strides = slices.Clone(s)
	}
	lo, hi := a.extent()
	if a.off < 0 || a.off > len(buffer) || a.Size() > 0 && (a.off+lo < 0 || a.off+hi > len(buffer)) {
		fail("Ndarray", ErrType, "a buffer of %d bytes is too small for shape %s", len(buffer), shapeString(shape))
	}
	if len(buffer) == 0 {
		a.buf, a.off = newBuffer(0), 0
	}
	return a
}

// Tobytes gives the elements' bytes in C order, in the dtype's byte order.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.tobytes.html.
func (a *Array) Tobytes() []byte {
	out := newArray(a.dtype, a.shape...)
	size := a.dtype.itemsize
	newIter(out, a).run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := range n {
			copy(unsafe.Slice((*byte)(unsafe.Add(p[0], i*s[0])), size), unsafe.Slice((*byte)(unsafe.Add(p[1], i*s[1])), size))
		}
	})
	return out.buf.data
}

// Data is the address of the first element: the array interface's data.
func (a *Array) Data() unsafe.Pointer { return a.ptr() }

// IsScalar tells an array scalar, which is what full indexing and reductions
// give, from a 0-d array.
func (a *Array) IsScalar() bool { return a.scalar }
