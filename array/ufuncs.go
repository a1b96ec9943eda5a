package array

import (
	"cmp"
	"math"
	"math/cmplx"
)

// The table of ufuncs: one row for each operation.

// Arithmetic. See https://numpy.org/doc/stable/reference/ufuncs.html.
var (
	// Add is a + b; of bools, or.
	Add = binaryOf(&ufunc{name: "Add", rule: same, identity: 0, loops: loopSet{}.
		bool(elementwise2(func(a, b bool) bool { return a || b })).
		ints(add[int8](), add[uint8](), add[int16](), add[uint16](), add[int32](), add[uint32](), add[int64](), add[uint64]()).
		floats(half2(func(a, b float32) float32 { return a + b }), add[float32](), add[float64]()).
		complexes(add[complex64](), add[complex128]())})
	// Subtract is a - b. Bools are refused: use LogicalXor.
	Subtract = binaryOf(&ufunc{name: "Subtract", rule: same, refuse: "boolean subtract is not supported, use LogicalXor instead", loops: loopSet{}.
			ints(subtract[int8](), subtract[uint8](), subtract[int16](), subtract[uint16](), subtract[int32](), subtract[uint32](), subtract[int64](), subtract[uint64]()).
			floats(half2(func(a, b float32) float32 { return a - b }), subtract[float32](), subtract[float64]()).
			complexes(subtract[complex64](), subtract[complex128]())})
	// Multiply is a * b; of bools, and.
	Multiply = binaryOf(&ufunc{name: "Multiply", rule: same, identity: 1, loops: loopSet{}.
			bool(elementwise2(func(a, b bool) bool { return a && b })).
			ints(multiply[int8](), multiply[uint8](), multiply[int16](), multiply[uint16](), multiply[int32](), multiply[uint32](), multiply[int64](), multiply[uint64]()).
			floats(half2(func(a, b float32) float32 { return a * b }), multiply[float32](), multiply[float64]()).
			complexes(elementwise2(mulComplex64), elementwise2(mulComplex128))})
	// Divide is a / b in floating point: of integers, float64.
	Divide = binaryOf(&ufunc{name: "Divide", rule: asDouble, loops: loopSet{}.
		floats(half2(func(a, b float32) float32 { return a / b }), divide[float32](), divide[float64]()).
		complexes(elementwise2(divComplex64), elementwise2(divComplex128))})
	// TrueDivide is Divide.
	TrueDivide = Divide
	// FloorDivide is the largest integer not above a / b. Integers divided by
	// zero give zero.
	FloorDivide = binaryOf(&ufunc{name: "FloorDivide", rule: notBool, loops: loopSet{}.
			ints(elementwise2(floorDivide[int8]), elementwise2(floorDivide[uint8]), elementwise2(floorDivide[int16]), elementwise2(floorDivide[uint16]),
			elementwise2(floorDivide[int32]), elementwise2(floorDivide[uint32]), elementwise2(floorDivide[int64]), elementwise2(floorDivide[uint64])).
		floats(half2(floorDivideFloat[float32]), elementwise2(floorDivideFloat[float32]), elementwise2(floorDivideFloat[float64]))})
	// Remainder is a - floor(a/b)*b, with the sign of b.
	Remainder = binaryOf(&ufunc{name: "Remainder", rule: notBool, loops: loopSet{}.
			ints(elementwise2(remainder[int8]), elementwise2(remainder[uint8]), elementwise2(remainder[int16]), elementwise2(remainder[uint16]),
			elementwise2(remainder[int32]), elementwise2(remainder[uint32]), elementwise2(remainder[int64]), elementwise2(remainder[uint64])).
		floats(half2(remainderFloat[float32]), elementwise2(remainderFloat[float32]), elementwise2(remainderFloat[float64]))})
	// Mod is Remainder.
	Mod = Remainder
	// Power is a to the power of b. Integers to negative integer powers are an
	// ErrValue.
	Power = binaryOf(&ufunc{name: "Power", rule: notBool, pending: Kind.isComplex, loops: loopSet{}.
		ints(elementwise2(powInt[int8]), elementwise2(powInt[uint8]), elementwise2(powInt[int16]), elementwise2(powInt[uint16]),
			elementwise2(powInt[int32]), elementwise2(powInt[uint32]), elementwise2(powInt[int64]), elementwise2(powInt[uint64])).
		floats(half2(func(a, b float32) float32 { return float32(pow(float64(a), float64(b))) }),
			elementwise2(func(a, b float32) float32 { return float32(pow(float64(a), float64(b))) }), elementwise2(pow))})
)

// Comparisons, with a bool as result.
var (
	// Equal tells where a == b.
	Equal = compareUfunc("Equal", func(c int, nan bool) bool { return !nan && c == 0 },
		func(a, b complex128) bool { return a == b })
	// NotEqual tells where a != b.
	NotEqual = compareUfunc("NotEqual", func(c int, nan bool) bool { return nan || c != 0 },
		func(a, b complex128) bool { return a != b })
	// Less tells where a < b; complex numbers compare by their real parts, and
	// where those are equal by the imaginary ones.
	Less = compareUfunc("Less", func(c int, nan bool) bool { return !nan && c < 0 },
		func(a, b complex128) bool { return real(a) < real(b) || real(a) == real(b) && imag(a) < imag(b) })
	// LessEqual tells where a <= b.
	LessEqual = compareUfunc("LessEqual", func(c int, nan bool) bool { return !nan && c <= 0 },
		func(a, b complex128) bool { return real(a) < real(b) || real(a) == real(b) && imag(a) <= imag(b) })
	// Greater tells where a > b.
	Greater = compareUfunc("Greater", func(c int, nan bool) bool { return !nan && c > 0 },
		func(a, b complex128) bool { return real(a) > real(b) || real(a) == real(b) && imag(a) > imag(b) })
	// GreaterEqual tells where a >= b.
	GreaterEqual = compareUfunc("GreaterEqual", func(c int, nan bool) bool { return !nan && c >= 0 },
		func(a, b complex128) bool { return real(a) > real(b) || real(a) == real(b) && imag(a) >= imag(b) })
)

// Choosing, logic and bits.
var (
	// Maximum is the larger one; a NaN wins.
	Maximum = extremum("Maximum", 1)
	// Minimum is the smaller one; a NaN wins.
	Minimum = extremum("Minimum", -1)
	// LogicalAnd tells where both are not zero.
	LogicalAnd = logical("LogicalAnd", 1, func(a, b bool) bool { return a && b })
	// LogicalOr tells where one is not zero.
	LogicalOr = logical("LogicalOr", 0, func(a, b bool) bool { return a || b })
	// LogicalXor tells where exactly one is not zero.
	LogicalXor = logical("LogicalXor", 0, func(a, b bool) bool { return a != b })
	// BitwiseAnd is a & b.
	BitwiseAnd = bits("BitwiseAnd", -1, func(a, b bool) bool { return a && b }, func(a, b uint64) uint64 { return a & b })
	// BitwiseOr is a | b.
	BitwiseOr = bits("BitwiseOr", 0, func(a, b bool) bool { return a || b }, func(a, b uint64) uint64 { return a | b })
	// BitwiseXor is a ^ b.
	BitwiseXor = bits("BitwiseXor", 0, func(a, b bool) bool { return a != b }, func(a, b uint64) uint64 { return a ^ b })
)

// Of one operand.
var (
	// Negative is -x. Bools are refused: use LogicalNot.
	Negative = unaryOf(&ufunc{name: "Negative", rule: same, refuse: "boolean negative is not supported, use LogicalNot instead", loops: loopSet{}.
			ints(elementwise1(negative[int8]), elementwise1(negative[uint8]), elementwise1(negative[int16]), elementwise1(negative[uint16]),
			elementwise1(negative[int32]), elementwise1(negative[uint32]), elementwise1(negative[int64]), elementwise1(negative[uint64])).
		floats(elementwise1(func(x float16) float16 { return x ^ 0x8000 }), elementwise1(negative[float32]), elementwise1(negative[float64])).
		complexes(elementwise1(negative[complex64]), elementwise1(negative[complex128]))})
	// Absolute is |x|: of a complex number its modulus, a real one.
	Absolute = unaryOf(&ufunc{name: "Absolute", rule: toReal, loops: loopSet{}.
			bool(elementwise1(func(x bool) bool { return x })).
			ints(elementwise1(absInt[int8]), elementwise1(absInt[uint8]), elementwise1(absInt[int16]), elementwise1(absInt[uint16]),
			elementwise1(absInt[int32]), elementwise1(absInt[uint32]), elementwise1(absInt[int64]), elementwise1(absInt[uint64])).
		floats(elementwise1(func(x float16) float16 { return x &^ 0x8000 }),
			elementwise1(func(x float32) float32 { return float32(math.Abs(float64(x))) }), elementwise1(math.Abs)).
		complexes(elementwise1(func(x complex64) float32 { return float32(math.Hypot(float64(real(x)), float64(imag(x)))) }),
			elementwise1(func(x complex128) float64 { return math.Hypot(real(x), imag(x)) }))})
	// Abs is Absolute.
	Abs = Absolute
	// Square is x * x.
	Square = unaryOf(&ufunc{name: "Square", rule: notBool, loops: loopSet{}.
		ints(elementwise1(square[int8]), elementwise1(square[uint8]), elementwise1(square[int16]), elementwise1(square[uint16]),
			elementwise1(square[int32]), elementwise1(square[uint32]), elementwise1(square[int64]), elementwise1(square[uint64])).
		floats(half1(square[float32]), elementwise1(square[float32]), elementwise1(square[float64])).
		complexes(elementwise1(func(x complex64) complex64 { return mulComplex64(x, x) }), elementwise1(func(x complex128) complex128 { return mulComplex128(x, x) }))})
	// Sqrt is the square root; NaN of negative numbers.
	Sqrt = unaryOf(&ufunc{name: "Sqrt", rule: asFloat, pending: Kind.isComplex, loops: loopSet{}.
		floats(half1(func(x float32) float32 { return float32(math.Sqrt(float64(x))) }),
			elementwise1(func(x float32) float32 { return float32(math.Sqrt(float64(x))) }), elementwise1(math.Sqrt))})
	// LogicalNot tells where x is zero.
	LogicalNot = unaryOf(&ufunc{name: "LogicalNot", rule: func(Kind) (Kind, Kind) { return BoolKind, BoolKind }, loops: loopSet{}.
			bool(elementwise1(func(x bool) bool { return !x }))})
	// Floor is the largest integer not above x.
	Floor = rounding("Floor", math.Floor)
	// Ceil is the smallest integer not below x.
	Ceil = rounding("Ceil", math.Ceil)
	// Trunc is x without its fraction.
	Trunc = rounding("Trunc", math.Trunc)
	// Rint is the nearest integer, even of two.
	Rint = rounding("Rint", math.RoundToEven)
	// Isnan tells where x is not a number.
	Isnan = classify("Isnan", func(re, im float64) bool { return re != re || im != im })
	// Isinf tells where x is infinite.
	Isinf = classify("Isinf", func(re, im float64) bool { return math.IsInf(re, 0) || math.IsInf(im, 0) })
	// Isfinite tells where x is neither infinite nor NaN.
	Isfinite = classify("Isfinite", func(re, im float64) bool { return re-re == 0 && im-im == 0 })
	// Conjugate is x with its imaginary part negated.
	Conjugate = unaryOf(&ufunc{name: "Conjugate", rule: notBool, loops: loopSet{}.
			ints(elementwise1(identity[int8]), elementwise1(identity[uint8]), elementwise1(identity[int16]), elementwise1(identity[uint16]),
			elementwise1(identity[int32]), elementwise1(identity[uint32]), elementwise1(identity[int64]), elementwise1(identity[uint64])).
		floats(elementwise1(identity[float16]), elementwise1(identity[float32]), elementwise1(identity[float64])).
		complexes(elementwise1(func(x complex64) complex64 { return complex(real(x), -imag(x)) }), elementwise1(cmplx.Conj))})
)

// compareKinds compares two numbers; nan tells that they have no order.
func compareOrdered[T cmp.Ordered](f func(c int, nan bool) bool) kernel {
	return elementwise2(func(a, b T) bool {
		c := 0
		switch {
		case a < b:
			c = -1
		case a > b:
			c = 1
		case a != b:
			return f(0, true)
		}
		return f(c, false)
	})
}

func compareUfunc(name string, f func(c int, nan bool) bool, g func(a, b complex128) bool) Binary {
	return binaryOf(&ufunc{name: name, rule: toBool,
		loops: loopSet{}.
			bool(elementwise2(func(a, b bool) bool { return f(boolInt(a)-boolInt(b), false) })).
			ints(compareOrdered[int8](f), compareOrdered[uint8](f), compareOrdered[int16](f), compareOrdered[uint16](f),
				compareOrdered[int32](f), compareOrdered[uint32](f), compareOrdered[int64](f), compareOrdered[uint64](f)).
			floats(elementwise2(func(a, b float16) bool {
				x, y := a.float(), b.float()
				return f(cmp.Compare(x, y), x != x || y != y)
			}), compareOrdered[float32](f), compareOrdered[float64](f)).
			complexes(elementwise2(func(a, b complex64) bool { return g(complex128(a), complex128(b)) }), elementwise2(g)),
		mixed: func(a, b Kind) (kernel, bool) { // an int64 and a uint64 compare exactly
			switch {
			case a == Int64Kind && b == Uint64Kind:
				return elementwise2(func(a int64, b uint64) bool {
					if a < 0 {
						return f(-1, false)
					}
					return f(cmp.Compare(uint64(a), b), false)
				}), true
			case a == Uint64Kind && b == Int64Kind:
				return elementwise2(func(a uint64, b int64) bool {
					if b < 0 {
						return f(1, false)
					}
					return f(cmp.Compare(a, uint64(b)), false)
				}), true
			}
			return nil, false
		}})
}

// compares tells whether the ufunc is a comparison.
func (u *ufunc) compares() bool { return u.mixed != nil }

// compareOutOfRange compares integers with a Go integer that their dtype cannot
// hold: as numbers, which int64 holds.
func (u *ufunc) compareOutOfRange(xs []operand, k keywords) *Array {
	ys := make([]operand, len(xs))
	for i, x := range xs {
		ys[i] = operand{x.Array, strong}
	}
	shape := broadcastShape(u.name, xs[0].shape, xs[1].shape)
	in, out, loop := u.resolve(ys, nil)
	dst, result := u.target(k, shape, numeric[out], xs)
	u.apply(loop, in, out, dst, ys, k)
	return result
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func extremum(name string, sign int) Binary {
	return binaryOf(&ufunc{name: name, rule: same, loops: loopSet{}.
		bool(elementwise2(func(a, b bool) bool {
			if sign > 0 {
				return a || b
			}
			return a && b
		})).
		ints(pick2[int8](sign), pick2[uint8](sign), pick2[int16](sign), pick2[uint16](sign), pick2[int32](sign), pick2[uint32](sign), pick2[int64](sign), pick2[uint64](sign)).
		floats(elementwise2(func(a, b float16) float16 {
			x, y := a.float(), b.float()
			if x != x || (float32(sign)*x >= float32(sign)*y && y == y) {
				return a
			}
			return b
		}), pick2[float32](sign), pick2[float64](sign)).
		complexes(elementwise2(func(a, b complex64) complex64 {
			if chooseComplex(complex128(a), complex128(b), sign) {
				return a
			}
			return b
		}), elementwise2(func(a, b complex128) complex128 {
			if chooseComplex(a, b, sign) {
				return a
			}
			return b
		}))})
}

// chooseComplex tells whether a is the extremum of two.
func chooseComplex(a, b complex128, sign int) bool {
	switch {
	case cmplx.IsNaN(a) || real(a) != real(a) || imag(a) != imag(a):
		return true
	case real(b) != real(b) || imag(b) != imag(b):
		return false
	case sign > 0:
		return real(a) > real(b) || real(a) == real(b) && imag(a) >= imag(b)
	}
	return real(a) < real(b) || real(a) == real(b) && imag(a) <= imag(b)
}

func pick2[T cmp.Ordered](sign int) kernel {
	if sign > 0 {
		return elementwise2(func(a, b T) T {
			if a != a || a >= b {
				return a
			}
			return b
		})
	}
	return elementwise2(func(a, b T) T {
		if a != a || a <= b {
			return a
		}
		return b
	})
}

func logical(name string, identity int, f func(a, b bool) bool) Binary {
	return binaryOf(&ufunc{name: name, rule: func(Kind) (Kind, Kind) { return BoolKind, BoolKind }, identity: identity,
		loops: loopSet{}.bool(elementwise2(f))})
}

func bits(name string, identity int, b func(a, b bool) bool, f func(a, b uint64) uint64) Binary {
	return binaryOf(&ufunc{name: name, rule: same, identity: identity, loops: loopSet{}.
		bool(elementwise2(b)).
		ints(bits2[int8](f), bits2[uint8](f), bits2[int16](f), bits2[uint16](f), bits2[int32](f), bits2[uint32](f), bits2[int64](f), bits2[uint64](f))})
}

func bits2[T integer](f func(a, b uint64) uint64) kernel {
	return elementwise2(func(a, b T) T { return T(f(uint64(a), uint64(b))) })
}

func rounding(name string, f func(float64) float64) Unary {
	rule := same
	if name == "Rint" {
		rule = asFloat
	}
	return unaryOf(&ufunc{name: name, rule: rule, pending: func(k Kind) bool { return k.isComplex() && name == "Rint" }, loops: loopSet{}.
		bool(elementwise1(identity[bool])).
		ints(elementwise1(identity[int8]), elementwise1(identity[uint8]), elementwise1(identity[int16]), elementwise1(identity[uint16]),
			elementwise1(identity[int32]), elementwise1(identity[uint32]), elementwise1(identity[int64]), elementwise1(identity[uint64])).
		floats(half1(func(x float32) float32 { return float32(f(float64(x))) }), elementwise1(func(x float32) float32 { return float32(f(float64(x))) }), elementwise1(f))})
}

func classify(name string, f func(re, im float64) bool) Unary {
	return unaryOf(&ufunc{name: name, loops: loopSet{}.
		floats(elementwise1(func(x float16) bool { return f(float64(x.float()), 0) }),
			elementwise1(func(x float32) bool { return f(float64(x), 0) }), elementwise1(func(x float64) bool { return f(x, 0) })).
		complexes(elementwise1(func(x complex64) bool { return f(float64(real(x)), float64(imag(x))) }),
			elementwise1(func(x complex128) bool { return f(real(x), imag(x)) })),
		rule: func(k Kind) (Kind, Kind) {
			in, _ := asFloat(k)
			return in, BoolKind
		}})
}

func identity[T any](x T) T { return x }

func negative[T number](x T) T { return -x }

func square[T number](x T) T { return x * x }

func absInt[T integer](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

// mulComplex128 is the schoolbook product, as NumPy computes it; the conversions
// keep the compiler from fusing.
func mulComplex128(a, b complex128) complex128 {
	return complex(float64(real(a)*real(b))-float64(imag(a)*imag(b)), float64(real(a)*imag(b))+float64(imag(a)*real(b)))
}

func mulComplex64(a, b complex64) complex64 {
	return complex(float32(real(a)*real(b))-float32(imag(a)*imag(b)), float32(real(a)*imag(b))+float32(imag(a)*real(b)))
}

// divComplex128 is Smith's algorithm (R. L. Smith, CACM 5, 1962), as NumPy
// computes it.
func divComplex128(a, b complex128) complex128 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	if math.Abs(br) >= math.Abs(bi) {
		if br == 0 && bi == 0 {
			return complex(ar/math.Abs(br), ai/math.Abs(br))
		}
		rat := bi / br
		scl := 1 / (br + float64(bi*rat))
		return complex((ar+float64(ai*rat))*scl, (ai-float64(ar*rat))*scl)
	}
	rat := br / bi
	scl := 1 / (bi + float64(br*rat))
	return complex((float64(ar*rat)+ai)*scl, (float64(ai*rat)-ar)*scl)
}

func divComplex64(a, b complex64) complex64 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	if abs32(br) >= abs32(bi) {
		if br == 0 && bi == 0 {
			return complex(ar/abs32(br), ai/abs32(br))
		}
		rat := bi / br
		scl := 1 / (br + float32(bi*rat))
		return complex((ar+float32(ai*rat))*scl, (ai-float32(ar*rat))*scl)
	}
	rat := br / bi
	scl := 1 / (bi + float32(br*rat))
	return complex((float32(ar*rat)+ai)*scl, (float32(ai*rat)-ar)*scl)
}

func abs32(x float32) float32 { return float32(math.Abs(float64(x))) }

func floorDivide[T integer](a, b T) T {
	switch {
	case b == 0:
		return 0
	case b == ^T(0) && b < 0: // the smallest number by -1 wraps
		return -a
	}
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func remainder[T integer](a, b T) T {
	if b == 0 || b == ^T(0) && b < 0 {
		return 0
	}
	r := a % b
	if r != 0 && (r < 0) != (b < 0) {
		r += b
	}
	return r
}

// divmodFloat is NumPy's (npy_divmod): the remainder has the sign of b, and the
// quotient is the nearest integer.
func divmodFloat[T float32 | float64](x, y T) (q, r T) {
	a, b := float64(x), float64(y)
	if b == 0 {
		return T(a / b), T(math.NaN())
	}
	m := T(math.Mod(a, b))
	div := (x - m) / y
	if m != 0 {
		if (y < 0) != (m < 0) {
			m += y
			div--
		}
	} else {
		m = T(math.Copysign(0, b))
	}
	if div == 0 {
		return T(math.Copysign(0, a/b)), m
	}
	f := T(math.Floor(float64(div)))
	if div-f > 0.5 {
		f++
	}
	return f, m
}

func floorDivideFloat[T float32 | float64](a, b T) T {
	q, _ := divmodFloat(a, b)
	return q
}

func remainderFloat[T float32 | float64](a, b T) T {
	_, r := divmodFloat(a, b)
	return r
}

func powInt[T integer](a, b T) T {
	if b < 0 {
		fail("Power", ErrValue, "integers to negative integer powers are not allowed")
	}
	r := T(1)
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			r *= a
		}
		a *= a
	}
	return r
}
