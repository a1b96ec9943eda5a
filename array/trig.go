package array

import (
	"math"
	"math/big"
	"sync"
)

// Go's math package loses accuracy where an argument lies near a large multiple
// of π/2, below the smallest normal number (Log), and near overflow (Sinh,
// Cosh). The functions here take those ranges and leave the others to it.

// reduceAngle gives x - k*π/2 as a sum of two numbers, and k modulo 4.
func reduceAngle(x float64) (k int, hi, lo float64) {
	r := new(big.Float).SetPrec(anglePrec).SetFloat64(x)
	half := halfPi()
	q := new(big.Float).SetPrec(anglePrec).Quo(r, half)
	n, _ := q.Int(nil)
	// the nearest multiple
	rest := new(big.Float).SetPrec(anglePrec).Sub(q, new(big.Float).SetPrec(anglePrec).SetInt(n))
	if f, _ := rest.Float64(); f > 0.5 {
		n.Add(n, big.NewInt(1))
	} else if f < -0.5 {
		n.Sub(n, big.NewInt(1))
	}
	r.Sub(r, new(big.Float).SetPrec(anglePrec).Mul(half, new(big.Float).SetPrec(anglePrec).SetInt(n)))
	hi, _ = r.Float64()
	lo, _ = r.Sub(r, new(big.Float).SetFloat64(hi)).Float64()
	return int(new(big.Int).And(n, big.NewInt(3)).Int64()), hi, lo
}

// anglePrec holds the largest float64 and π to the last bit that matters.
const anglePrec = 1280

// halfPi is π/2, by Machin's formula: π/4 = 4 arctan(1/5) - arctan(1/239).
var halfPi = sync.OnceValue(func() *big.Float {
	const bits = anglePrec + 64
	arctanInverse := func(n int64) *big.Int {
		one := new(big.Int).Lsh(big.NewInt(1), bits)
		term := new(big.Int).Quo(one, big.NewInt(n))
		sum := new(big.Int).Set(term)
		square := big.NewInt(n * n)
		for i := int64(1); term.Sign() != 0; i++ {
			term.Quo(term, square)
			t := new(big.Int).Quo(term, big.NewInt(2*i+1))
			if i%2 == 1 {
				sum.Sub(sum, t)
			} else {
				sum.Add(sum, t)
			}
		}
		return sum
	}
	p := new(big.Int).Mul(arctanInverse(5), big.NewInt(8))
	p.Sub(p, new(big.Int).Mul(arctanInverse(239), big.NewInt(2)))
	f := new(big.Float).SetPrec(anglePrec).SetInt(p)
	return f.SetMantExp(f, -bits)
})

// largeAngle is where reduceAngle takes over.
const largeAngle = 1 << 14

func sinCos(x float64) (sin, cos float64) {
	k, hi, lo := reduceAngle(x)
	s, c := math.Sincos(hi)
	s, c = s+c*lo, c-s*lo
	switch k {
	case 1:
		return c, -s
	case 2:
		return -s, -c
	case 3:
		return -c, s
	}
	return s, c
}

func sin(x float64) float64 {
	if math.Abs(x) < largeAngle || math.IsInf(x, 0) || x != x {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s
}

func cos(x float64) float64 {
	if math.Abs(x) < largeAngle || math.IsInf(x, 0) || x != x {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c
}

func tan(x float64) float64 {
	if math.Abs(x) < largeAngle || math.IsInf(x, 0) || x != x {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s / c
}

// smallestNormal is the smallest float64 with full precision.
const smallestNormal = 0x1p-1022

// scaledLog is a logarithm that is right for subnormal numbers: those are
// scaled by 2^54, whose logarithm is taken off.
func scaledLog(f func(float64) float64, of2to54 float64) func(float64) float64 {
	return func(x float64) float64 {
		if x > 0 && x < smallestNormal {
			return f(x*(1<<54)) - of2to54
		}
		return f(x)
	}
}

// halfExp is exp(x)/2 where exp(x) itself may overflow.
func halfExp(x float64) float64 {
	e := math.Exp(x / 2)
	return e / 2 * e
}

func sinh(x float64) float64 {
	if a := math.Abs(x); a > 709 {
		return math.Copysign(halfExp(a), x)
	}
	return math.Sinh(x)
}

func cosh(x float64) float64 {
	if a := math.Abs(x); a > 709 {
		return halfExp(a)
	}
	return math.Cosh(x)
}
