package array

import (
	"unsafe"

	"medkit/array/internal/option"
)

// An Option is a keyword argument: one of package opt's, or a [*Dtype].
type Option = option.Option

// An Array is an N-dimensional array over a buffer that it may share with
// others: NumPy's ndarray. The element at index (i, j, ...) lies i*strides[0] +
// j*strides[1] + ... bytes after the first one. An Array that stands for an
// array scalar (NumPy's np.float64(1)) has no dimension and can't be written.
type Array struct {
	buf     *memory
	off     int // bytes from the buffer's start to element (0, 0, ...)
	shape   []int
	strides []int // bytes; may be zero or negative
	dtype   *Dtype
	scalar  bool // an array scalar, not a 0-d array
	ro      bool // must not be written
	view    bool // another Array owns the memory
}

// A memory is what arrays share. It is at least 8-byte aligned.
type memory struct {
	data []byte
}

// newBuffer gives n zero bytes, aligned for every numeric dtype. Pointers into
// it keep it alive.
func newBuffer(n int) *memory {
	words := make([]uint64, (n+7)/8+1) // never empty, so that the first element's address always exists
	return &memory{unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(words))), len(words)*8)[:n:n]}
}

// ptr is the address of element (0, 0, ...); it must not be read when the array
// is empty.
func (a *Array) ptr() unsafe.Pointer {
	if a.off >= len(a.buf.data) { // of an empty array: never point past the memory
		return unsafe.Pointer(unsafe.SliceData(a.buf.data))
	}
	return unsafe.Add(unsafe.Pointer(unsafe.SliceData(a.buf.data)), a.off)
}

// newArray makes a zeroed array in C order.
func newArray(d *Dtype, shape ...int) *Array {
	size := sizeOf(shape)
	return &Array{buf: newBuffer(size * d.itemsize), shape: shape, strides: cStrides(shape, d.itemsize), dtype: d}
}

// sizeOf is the number of elements of a shape.
func sizeOf(shape []int) int {
	n := 1
	for _, s := range shape {
		n *= s
	}
	return n
}

// cStrides are the strides in bytes of a contiguous array in C order.
func cStrides(shape []int, itemsize int) []int {
	strides := make([]int, len(shape))
	if sizeOf(shape) == 0 {
		return strides // as NumPy has it
	}
	step := itemsize
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = step
		step *= shape[i]
	}
	return strides
}

// AsArray makes *Array an operand, and every struct that embeds one.
func (a *Array) AsArray() *Array { return a }

// Shape is the length of each axis. The slice must not be changed.
func (a *Array) Shape() []int { return a.shape }

// Strides are the steps in bytes along each axis. The slice must not be
// changed.
func (a *Array) Strides() []int { return a.strides }

// Ndim is the number of axes.
func (a *Array) Ndim() int { return len(a.shape) }

// Size is the number of elements.
func (a *Array) Size() int { return sizeOf(a.shape) }

// Dtype tells how the elements are read.
func (a *Array) Dtype() *Dtype { return a.dtype }

// Itemsize is the size of one element in bytes.
func (a *Array) Itemsize() int { return a.dtype.itemsize }

// Nbytes is the number of bytes that the elements take, views as if copied.
func (a *Array) Nbytes() int { return a.Size() * a.dtype.itemsize }
