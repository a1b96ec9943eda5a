package array

import (
	"cmp"
	"unsafe"
)

// An argFind gives the place of the smallest or largest of n elements, at least
// one, with a step in bytes: the first of several, and the first NaN before all.
type argFind func(n int, p unsafe.Pointer, step int) int

func argFinder(k Kind, largest bool) argFind {
	switch k {
	case BoolKind:
		return argOf[uint8](largest)
	case Int8Kind:
		return argOf[int8](largest)
	case Uint8Kind:
		return argOf[uint8](largest)
	case Int16Kind:
		return argOf[int16](largest)
	case Uint16Kind:
		return argOf[uint16](largest)
	case Int32Kind:
		return argOf[int32](largest)
	case Uint32Kind:
		return argOf[uint32](largest)
	case Int64Kind:
		return argOf[int64](largest)
	case Uint64Kind:
		return argOf[uint64](largest)
	case Float16Kind:
		return argBy(func(a, b float16) bool {
			x, y := a.float(), b.float()
			return y == y && (x != x || x < y != largest && x != y)
		})
	case Float32Kind:
		return argOf[float32](largest)
	case Float64Kind:
		return argOf[float64](largest)
	case Complex64Kind:
		return argBy(func(a, b complex64) bool { return complexBefore(complex128(a), complex128(b), largest) })
	}
	return argBy(func(a, b complex128) bool { return complexBefore(a, b, largest) })
}

// argOf compares with the operator.
func argOf[T cmp.Ordered](largest bool) argFind {
	if largest {
		return func(n int, p unsafe.Pointer, step int) int {
			at, best := 0, *(*T)(p)
			for i := 1; i < n && best == best; i++ {
				if x := *(*T)(unsafe.Add(p, i*step)); x > best || x != x {
					at, best = i, x
				}
			}
			return at
		}
	}
	return func(n int, p unsafe.Pointer, step int) int {
		at, best := 0, *(*T)(p)
		for i := 1; i < n && best == best; i++ {
			if x := *(*T)(unsafe.Add(p, i*step)); x < best || x != x {
				at, best = i, x
			}
		}
		return at
	}
}

// argBy compares with a function that tells whether a goes before b, a NaN
// before all others.
func argBy[T any](before func(a, b T) bool) argFind {
	return func(n int, p unsafe.Pointer, step int) int {
		at, best := 0, *(*T)(p)
		for i := 1; i < n; i++ {
			if x := *(*T)(unsafe.Add(p, i*step)); before(x, best) {
				at, best = i, x
			}
		}
		return at
	}
}

func isNaN(c complex128) bool { return real(c) != real(c) || imag(c) != imag(c) }

// complexBefore compares by real part, and where those are equal by imaginary.
func complexBefore(a, b complex128, largest bool) bool {
	switch {
	case isNaN(b):
		return false
	case isNaN(a):
		return true
	case real(a) != real(b):
		return real(a) > real(b) == largest
	}
	return imag(a) != imag(b) && imag(a) > imag(b) == largest
}
