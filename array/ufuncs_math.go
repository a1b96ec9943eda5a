package array

import "math"

// Functions of real numbers, in floating point: integers up to 16 bits are
// computed in float16 or float32, as NumPy does. The results are those of Go's
// math package, which may differ from a C library's in the last bit.
var (
	// Exp is e to the power of x.
	Exp = floating("Exp", math.Exp)
	// Exp2 is 2 to the power of x.
	Exp2 = floating("Exp2", math.Exp2)
	// Expm1 is Exp(x) - 1, exact for small x.
	Expm1 = floating("Expm1", math.Expm1)
	// Log is the natural logarithm.
	Log = floating("Log", scaledLog(math.Log, 54*math.Ln2))
	// Log2 is the logarithm to base 2.
	Log2 = floating("Log2", scaledLog(math.Log2, 54))
	// Log10 is the logarithm to base 10.
	Log10 = floating("Log10", scaledLog(math.Log10, 54*math.Ln2/math.Ln10))
	// Log1p is Log(1 + x), exact for small x.
	Log1p = floating("Log1p", math.Log1p)
	// Sin is the sine of an angle in radians.
	Sin = floating("Sin", sin)
	// Cos is the cosine of an angle in radians.
	Cos = floating("Cos", cos)
	// Tan is the tangent of an angle in radians.
	Tan = floating("Tan", tan)
	// Arcsin is the inverse sine, in radians.
	Arcsin = floating("Arcsin", math.Asin)
	// Arccos is the inverse cosine, in radians.
	Arccos = floating("Arccos", math.Acos)
	// Arctan is the inverse tangent, in radians.
	Arctan = floating("Arctan", math.Atan)
	// Sinh is the hyperbolic sine.
	Sinh = floating("Sinh", sinh)
	// Cosh is the hyperbolic cosine.
	Cosh = floating("Cosh", cosh)
	// Tanh is the hyperbolic tangent.
	Tanh = floating("Tanh", math.Tanh)
	// Cbrt is the cube root.
	Cbrt = floating("Cbrt", math.Cbrt)
	// Hypot is the length of the hypotenuse.
	Hypot = floating2("Hypot", math.Hypot, 0)
	// Arctan2 is the angle of the point (b, a), in radians.
	Arctan2 = floating2("Arctan2", math.Atan2)
	// Copysign is a with the sign of b.
	Copysign = floating2("Copysign", math.Copysign)
)

func floating(name string, f func(float64) float64) Unary {
	g := func(x float32) float32 { return float32(f(float64(x))) }
	return unaryOf(&ufunc{name: name, rule: asFloat, pending: Kind.isComplex, loops: loopSet{}.floats(half1(g), elementwise1(g), elementwise1(f))})
}

func floating2(name string, f func(a, b float64) float64, identity ...int) Binary {
	g := func(a, b float32) float32 { return float32(f(float64(a), float64(b))) }
	u := &ufunc{name: name, rule: asFloat, float: true, loops: loopSet{}.floats(half2(g), elementwise2(g), elementwise2(f))}
	if len(identity) > 0 {
		u.identity = identity[0]
	}
	return binaryOf(u)
}
