package array

import (
	"encoding/binary"
	"sync"
	"unsafe"
)

// A castLoop converts n elements, from s to d with steps in bytes.
type castLoop func(n int, s unsafe.Pointer, sstep int, d unsafe.Pointer, dstep int)

type integer interface {
	int8 | uint8 | int16 | uint16 | int32 | uint32 | int64 | uint64
}

type realNumber interface{ integer | float32 | float64 }

// casts are the loops between native kinds.
var casts = sync.OnceValue(func() *[numNumeric][numNumeric]castLoop {
	t := &[numNumeric][numNumeric]castLoop{}
	castsOf[int8](t, Int8Kind)
	castsOf[uint8](t, Uint8Kind)
	castsOf[int16](t, Int16Kind)
	castsOf[uint16](t, Uint16Kind)
	castsOf[int32](t, Int32Kind)
	castsOf[uint32](t, Uint32Kind)
	castsOf[int64](t, Int64Kind)
	castsOf[uint64](t, Uint64Kind)
	castsOf[float32](t, Float32Kind)
	castsOf[float64](t, Float64Kind)
	castsBy(t, BoolKind, func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	})
	castsBy(t, Float16Kind, func(h float16) float64 { return float64(h.float()) })
	castsBy(t, Complex64Kind, func(c complex64) float64 { return float64(real32(c)) })
	castsBy(t, Complex128Kind, func(c complex128) float64 { return realPart(c) })
	// between complex kinds both parts go
	t[Complex64Kind][Complex64Kind] = convert(func(c complex64) complex64 { return c })
	t[Complex64Kind][Complex128Kind] = convert(func(c complex64) complex128 { return complex128(c) })
	t[Complex128Kind][Complex64Kind] = convert(func(c complex128) complex64 { return complex64(c) })
	t[Complex128Kind][Complex128Kind] = convert(func(c complex128) complex128 { return c })
	t[Complex64Kind][BoolKind] = convert(func(c complex64) bool { return c != 0 })
	t[Complex128Kind][BoolKind] = convert(func(c complex128) bool { return c != 0 })
	t[BoolKind][BoolKind] = convert(func(b bool) bool { return b })
	t[Float16Kind][Float16Kind] = convert(func(h float16) float16 { return h })
	return t
})

func real32(c complex64) float32    { return (*[2]float32)(unsafe.Pointer(&c))[0] }
func realPart(c complex128) float64 { return (*[2]float64)(unsafe.Pointer(&c))[0] }

// convert is the loop of a conversion.
func convert[S, D any](f func(S) D) castLoop {
	return func(n int, s unsafe.Pointer, sstep int, d unsafe.Pointer, dstep int) {
		for i := range n {
			*at[D](d, i*dstep) = f(*at[S](s, i*sstep))
		}
	}
}

// castReal is the loop between two real kinds, with the conversion in it.
func castReal[S, D realNumber]() castLoop {
	return func(n int, s unsafe.Pointer, sstep int, d unsafe.Pointer, dstep int) {
		if sstep == int(unsafe.Sizeof(*new(S))) && dstep == int(unsafe.Sizeof(*new(D))) {
			src, dst := unsafe.Slice((*S)(s), n), unsafe.Slice((*D)(d), n)
			for i, v := range src {
				dst[i] = D(v)
			}
			return
		}
		for i := range n {
			*at[D](d, i*dstep) = D(*at[S](s, i*sstep))
		}
	}
}

// castsOf fills the row of a real kind.
func castsOf[S realNumber](t *[numNumeric][numNumeric]castLoop, k Kind) {
	r := &t[k]
	r[Int8Kind] = castReal[S, int8]()
	r[Uint8Kind] = castReal[S, uint8]()
	r[Int16Kind] = castReal[S, int16]()
	r[Uint16Kind] = castReal[S, uint16]()
	r[Int32Kind] = castReal[S, int32]()
	r[Uint32Kind] = castReal[S, uint32]()
	r[Int64Kind] = castReal[S, int64]()
	r[Uint64Kind] = castReal[S, uint64]()
	r[Float32Kind] = castReal[S, float32]()
	r[Float64Kind] = castReal[S, float64]()
	r[BoolKind] = convert(func(v S) bool { return v != 0 })
	r[Float16Kind] = convert(func(v S) float16 { return float16From(float64(v)) })
	r[Complex64Kind] = convert(func(v S) complex64 { return complex(float32(v), 0) })
	r[Complex128Kind] = convert(func(v S) complex128 { return complex(float64(v), 0) })
}

// castsBy fills the row of a kind whose values go through float64 exactly.
func castsBy[S any](t *[numNumeric][numNumeric]castLoop, k Kind, f func(S) float64) {
	r := &t[k]
	r[Int8Kind] = convert(func(v S) int8 { return int8(f(v)) })
	r[Uint8Kind] = convert(func(v S) uint8 { return uint8(int64(f(v))) })
	r[Int16Kind] = convert(func(v S) int16 { return int16(f(v)) })
	r[Uint16Kind] = convert(func(v S) uint16 { return uint16(int64(f(v))) })
	r[Int32Kind] = convert(func(v S) int32 { return int32(f(v)) })
	r[Uint32Kind] = convert(func(v S) uint32 { return uint32(int64(f(v))) })
	r[Int64Kind] = convert(func(v S) int64 { return int64(f(v)) })
	r[Uint64Kind] = convert(func(v S) uint64 { return uint64(f(v)) })
	r[Float32Kind] = convert(func(v S) float32 { return float32(f(v)) })
	r[Float64Kind] = convert(func(v S) float64 { return f(v) })
	r[BoolKind] = convert(func(v S) bool { return f(v) != 0 })
	r[Float16Kind] = convert(func(v S) float16 { return float16From(f(v)) })
	r[Complex64Kind] = convert(func(v S) complex64 { return complex(float32(f(v)), 0) })
	r[Complex128Kind] = convert(func(v S) complex128 { return complex(f(v), 0) })
}

// castInto copies src, broadcast to dst's shape, converting the elements. The
// two may share memory only if they are the same elements.
func castInto(op string, dst, src *Array) {
	if !dst.dtype.kind.isNumeric() || !src.dtype.kind.isNumeric() {
		castFlexible(op, dst, src)
		return
	}
	if !sameShape(dst.shape, src.shape) {
		src = src.broadcastTo(op, dst.shape)
	}
	it := newIter(dst, src)
	if dst.dtype == src.dtype && dst.dtype.native() {
		size := dst.dtype.itemsize
		it.run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
			if s[0] == size && s[1] == size {
				copy(unsafe.Slice((*byte)(p[0]), n*size), unsafe.Slice((*byte)(p[1]), n*size))
				return
			}
			casts()[src.dtype.kind][dst.dtype.kind](n, p[1], s[1], p[0], s[0])
		})
		return
	}
	loop := casts()[src.dtype.kind][dst.dtype.kind]
	if src.dtype.native() && dst.dtype.native() && src.aligned() && dst.aligned() {
		it.run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) { loop(n, p[1], s[1], p[0], s[0]) })
		return
	}
	// one element at a time, through aligned native ones
	var sb, db [2]uint64
	it.run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := range n {
			loadBytes(unsafe.Pointer(&sb), unsafe.Add(p[1], i*s[1]), src.dtype)
			loop(1, unsafe.Pointer(&sb), 0, unsafe.Pointer(&db), 0)
			storeBytes(unsafe.Add(p[0], i*s[0]), unsafe.Pointer(&db), dst.dtype)
		}
	})
}

// castFlexible copies elements that are no numbers; only those of one dtype.
func castFlexible(op string, dst, src *Array) {
	if !dst.dtype.Equal(src.dtype) {
		fail(op, ErrNotBuilt, "a cast from %s to %s is not built yet", src.dtype, dst.dtype)
	}
	if !sameShape(dst.shape, src.shape) {
		src = src.broadcastTo(op, dst.shape)
	}
	size := dst.dtype.itemsize
	newIter(dst, src).run(func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		for i := range n {
			copy(unsafe.Slice((*byte)(unsafe.Add(p[0], i*s[0])), size), unsafe.Slice((*byte)(unsafe.Add(p[1], i*s[1])), size))
		}
	})
}

// loadBytes copies one element to aligned memory in native order; storeBytes
// does the reverse.
func loadBytes(to, from unsafe.Pointer, d *Dtype) {
	n := d.itemsize
	b := unsafe.Slice((*byte)(to), n)
	copy(b, unsafe.Slice((*byte)(from), n))
	if d.swapped {
		swapBytes(b, d)
	}
}

func storeBytes(to, from unsafe.Pointer, d *Dtype) {
	n := d.itemsize
	b := unsafe.Slice((*byte)(to), n)
	copy(b, unsafe.Slice((*byte)(from), n))
	if d.swapped {
		swapBytes(b, d)
	}
}

// swapBytes changes the byte order of one element; a complex one's parts each.
func swapBytes(b []byte, d *Dtype) {
	if d.kind.isComplex() {
		reverse(b[:len(b)/2])
		b = b[len(b)/2:]
	}
	reverse(b)
}

func reverse(b []byte) {
	switch len(b) {
	case 2:
		binary.LittleEndian.PutUint16(b, binary.BigEndian.Uint16(b))
	case 4:
		binary.LittleEndian.PutUint32(b, binary.BigEndian.Uint32(b))
	case 8:
		binary.LittleEndian.PutUint64(b, binary.BigEndian.Uint64(b))
	}
}

// aligned tells whether all elements lie at multiples of their alignment.
func (a *Array) aligned() bool {
	m := uintptr(a.dtype.align - 1)
	if m == 0 || a.Size() == 0 {
		return true
	}
	if uintptr(a.ptr())&m != 0 {
		return false
	}
	for i, s := range a.strides {
		if a.shape[i] > 1 && uintptr(s)&m != 0 {
			return false
		}
	}
	return true
}

// Astype is a copy with another dtype, by casting "unsafe" as NumPy does; a
// float that does not fit an integer gives what the processor gives.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.ndarray.astype.html.
func (a *Array) Astype(dtype any, opts ...Option) *Array {
	k := options("Astype", opts, "casting", "copy", "order")
	casting, _ := k["casting"].(string)
	if casting == "" {
		casting = "unsafe"
	}
	d := DtypeOf(dtype)
	if c, given := k["copy"].(bool); given && !c && d.Equal(a.dtype) {
		return a
	}
	return a.astype("Astype", d, k.order("Astype", 'K'), casting)
}

func (a *Array) astype(op string, d *Dtype, order byte, casting string) *Array {
	if !canCast(op, a.dtype, d, casting) {
		fail(op, ErrType, "cannot cast array data from %#v to %#v according to the rule %q", a.dtype, d, casting)
	}
	out := newOrdered(d, a.shape, a, order)
	castInto(op, out, a)
	out.scalar = a.scalar
	return out
}
