package array

import "unsafe"

// The loops of ufuncs. Operand 0 is the result. No pointer is ever moved past the
// last element: the collector takes one for a pointer to what lies there.
//
// Each arithmetic loop has the operator written in it: a func value called for
// each element costs four times as much. What is rare goes through elementwise.

type number interface {
	integer | float32 | float64 | complex64 | complex128
}

// run3 splits a run of two operands and a result into the forms that loops are
// written for: all contiguous, or one operand a single value. ok is false for
// any other.
func run3[T, R any](n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) (o []R, a, b []T, ok bool) {
	ts, rs := int(unsafe.Sizeof(*new(T))), int(unsafe.Sizeof(*new(R)))
	if s[0] != rs || s[1] != ts && s[1] != 0 || s[2] != ts && s[2] != 0 || s[1] == 0 && s[2] == 0 {
		return nil, nil, nil, false
	}
	o = unsafe.Slice((*R)(p[0]), n)
	a, b = unsafe.Slice((*T)(p[1]), 1), unsafe.Slice((*T)(p[2]), 1)
	if s[1] != 0 {
		a = unsafe.Slice((*T)(p[1]), n)
	}
	if s[2] != 0 {
		b = unsafe.Slice((*T)(p[2]), n)
	}
	return o, a, b, true
}

func add[T number]() kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a, b, ok := run3[T, T](n, p, s)
		switch {
		case !ok:
			for i := range n {
				*at[T](p[0], i*s[0]) = *at[T](p[1], i*s[1]) + *at[T](p[2], i*s[2])
			}
		case len(b) < n:
			y := b[0]
			for i, x := range a {
				o[i] = x + y
			}
		case len(a) < n:
			x := a[0]
			for i, y := range b {
				o[i] = x + y
			}
		default:
			b, o = b[:len(a)], o[:len(a)]
			for i, x := range a {
				o[i] = x + b[i]
			}
		}
	}
}

func subtract[T number]() kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a, b, ok := run3[T, T](n, p, s)
		switch {
		case !ok:
			for i := range n {
				*at[T](p[0], i*s[0]) = *at[T](p[1], i*s[1]) - *at[T](p[2], i*s[2])
			}
		case len(b) < n:
			y := b[0]
			for i, x := range a {
				o[i] = x - y
			}
		case len(a) < n:
			x := a[0]
			for i, y := range b {
				o[i] = x - y
			}
		default:
			b, o = b[:len(a)], o[:len(a)]
			for i, x := range a {
				o[i] = x - b[i]
			}
		}
	}
}

func multiply[T integer | float32 | float64]() kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a, b, ok := run3[T, T](n, p, s)
		switch {
		case !ok:
			for i := range n {
				*at[T](p[0], i*s[0]) = *at[T](p[1], i*s[1]) * *at[T](p[2], i*s[2])
			}
		case len(b) < n:
			y := b[0]
			for i, x := range a {
				o[i] = x * y
			}
		case len(a) < n:
			x := a[0]
			for i, y := range b {
				o[i] = x * y
			}
		default:
			b, o = b[:len(a)], o[:len(a)]
			for i, x := range a {
				o[i] = x * b[i]
			}
		}
	}
}

func divide[T float32 | float64]() kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a, b, ok := run3[T, T](n, p, s)
		switch {
		case !ok:
			for i := range n {
				*at[T](p[0], i*s[0]) = *at[T](p[1], i*s[1]) / *at[T](p[2], i*s[2])
			}
		case len(b) < n:
			y := b[0]
			for i, x := range a {
				o[i] = x / y
			}
		case len(a) < n:
			x := a[0]
			for i, y := range b {
				o[i] = x / y
			}
		default:
			b, o = b[:len(a)], o[:len(a)]
			for i, x := range a {
				o[i] = x / b[i]
			}
		}
	}
}

// elementwise2 and elementwise1 are the loops of an operation given as a
// function.
func elementwise2[A, B, R any](f func(A, B) R) kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a, b := p[0], p[1], p[2]
		for i := range n {
			*at[R](o, i*s[0]) = f(*at[A](a, i*s[1]), *at[B](b, i*s[2]))
		}
	}
}

func elementwise1[A, R any](f func(A) R) kernel {
	return func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int) {
		o, a := p[0], p[1]
		for i := range n {
			*at[R](o, i*s[0]) = f(*at[A](a, i*s[1]))
		}
	}
}

// half2 and half1 do an operation of float16 as NumPy does: in float32, rounded
// once.
func half2(f func(a, b float32) float32) kernel {
	return elementwise2(func(a, b float16) float16 { return float16From(float64(f(a.float(), b.float()))) })
}

func half1(f func(float32) float32) kernel {
	return elementwise1(func(a float16) float16 { return float16From(float64(f(a.float()))) })
}

// loopSet has a loop for each kind of operands that an operation takes.
type loopSet [numNumeric]kernel

// ints fills the loops of the integer kinds.
func (l loopSet) ints(i8, u8, i16, u16, i32, u32, i64, u64 kernel) loopSet {
	l[Int8Kind], l[Uint8Kind], l[Int16Kind], l[Uint16Kind] = i8, u8, i16, u16
	l[Int32Kind], l[Uint32Kind], l[Int64Kind], l[Uint64Kind] = i32, u32, i64, u64
	return l
}

func (l loopSet) bool(k kernel) loopSet { l[BoolKind] = k; return l }
func (l loopSet) floats(f16, f32, f64 kernel) loopSet {
	l[Float16Kind], l[Float32Kind], l[Float64Kind] = f16, f32, f64
	return l
}
func (l loopSet) complexes(c64, c128 kernel) loopSet {
	l[Complex64Kind], l[Complex128Kind] = c64, c128
	return l
}
