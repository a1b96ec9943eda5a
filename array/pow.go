package array

import "math"

// pow is x to the power of y within an ulp or so. math.Pow multiplies, and is
// off by dozens of ulps for large exponents; here the logarithm has some 80 bits
// (J.-M. Muller, "Elementary Functions", on powers by logarithms in double-double
// arithmetic).
func pow(x, y float64) float64 {
	switch {
	case y == 2:
		return x * x
	case y == 1:
		return x
	case !(math.Abs(x) > smallestNormal) || x == 1 || y == 0 || math.IsInf(x, 0) || math.IsInf(y, 0) || y != y:
		return math.Pow(x, y)
	case x < 0:
		if y != math.Floor(y) {
			return math.NaN()
		}
		p := pow(-x, y)
		if math.Abs(y) < 1<<53 && math.Mod(y, 2) != 0 {
			p = -p
		}
		return p
	}
	h, l := logPair(x)
	p := y * h
	if math.IsInf(p, 0) || math.Abs(p) > 800 {
		return math.Pow(x, y) // overflows, or is zero
	}
	q := math.FMA(y, h, -p) + y*l
	k := math.Round(p / math.Ln2)
	r := (p - k*ln2High) - k*ln2Low + q
	return math.Ldexp(math.Exp(r), int(k))
}

// ln 2 in two parts, the first of 33 bits, so that its products with exponents
// are exact.
const (
	ln2High = 0x1.62e42feep-1
	ln2Low  = 0x1.a39ef35793c76p-33
)

// logPair is the natural logarithm of a normal positive number as a sum of two.
func logPair(x float64) (hi, lo float64) {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = m*2, e-1
	}
	// log m = 2 artanh(s), s = (m-1)/(m+1) = s + s^3/3 + s^5/5 + ...
	f, d := m-1, m+1
	dl := m - (d - 1)
	s := f / d
	sl := (math.FMA(-s, d, f) - s*dl) / d
	z := s * s
	zl := math.FMA(s, s, -z) + 2*s*sl
	tail := z * (1.0/7 + z*(1.0/9+z*(1.0/11+z*(1.0/13+z*(1.0/15+z*(1.0/17+z*(1.0/19+z*(1.0/21+z/23))))))))
	// p = z (1/3 + z (1/5 + tail))
	a, al := addPair(1.0/5, fifthLow, tail, 0)
	a, al = mulPair(a, al, z, zl)
	a, al = addPair(1.0/3, thirdLow, a, al)
	a, al = mulPair(a, al, z, zl)
	a, al = addPair(1, 0, a, al)
	a, al = mulPair(2*s, 2*sl, a, al)
	k := float64(e)
	return addPair(k*ln2High, k*ln2Low, a, al)
}

// What 1/3 and 1/5 lack as float64.
const (
	thirdLow = 0x1.5555555555555p-56
	fifthLow = -0x1.999999999999ap-57
)

// addPair adds pairs; where one is larger it must be the first.
func addPair(a, al, b, bl float64) (hi, lo float64) {
	s := a + b
	t := s - a
	e := (a - (s - t)) + (b - t) + al + bl
	hi = s + e
	return hi, e - (hi - s)
}

func mulPair(a, al, b, bl float64) (hi, lo float64) {
	p := a * b
	e := math.FMA(a, b, -p) + (a*bl + al*b)
	hi = p + e
	return hi, e - (hi - p)
}
