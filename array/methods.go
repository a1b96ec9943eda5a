package array

import "medkit/array/internal/option"

// The ufuncs as methods, for cells: a.Add(b) is Add(a, b), and a.IAdd(b) works
// in place, as Python's += does.

// Add is a + b; see the ufunc [Add].
func (a *Array) Add(b any, opts ...Option) *Array { return Add(a, b, opts...) }

// Sub is a - b; see [Subtract].
func (a *Array) Sub(b any, opts ...Option) *Array { return Subtract(a, b, opts...) }

// Subtract is a - b; see the ufunc [Subtract].
func (a *Array) Subtract(b any, opts ...Option) *Array { return Subtract(a, b, opts...) }

// Mul is a * b; see [Multiply].
func (a *Array) Mul(b any, opts ...Option) *Array { return Multiply(a, b, opts...) }

// Multiply is a * b; see the ufunc [Multiply].
func (a *Array) Multiply(b any, opts ...Option) *Array { return Multiply(a, b, opts...) }

// Div is a / b; see [Divide].
func (a *Array) Div(b any, opts ...Option) *Array { return Divide(a, b, opts...) }

// Divide is a / b; see the ufunc [Divide].
func (a *Array) Divide(b any, opts ...Option) *Array { return Divide(a, b, opts...) }

// FloorDivide is the largest integer not above a / b; see the ufunc
// [FloorDivide].
func (a *Array) FloorDivide(b any, opts ...Option) *Array { return FloorDivide(a, b, opts...) }

// Remainder is the remainder of a / b; see the ufunc [Remainder].
func (a *Array) Remainder(b any, opts ...Option) *Array { return Remainder(a, b, opts...) }

// Power is a to the power of b; see the ufunc [Power].
func (a *Array) Power(b any, opts ...Option) *Array { return Power(a, b, opts...) }

// Neg is -a; see [Negative].
func (a *Array) Neg(opts ...Option) *Array { return Negative(a, opts...) }

// Abs is |a|; see [Absolute].
func (a *Array) Abs(opts ...Option) *Array { return Absolute(a, opts...) }

// Eq tells where a == b; see [Equal].
func (a *Array) Eq(b any, opts ...Option) *Array { return Equal(a, b, opts...) }

// Ne tells where a != b; see [NotEqual].
func (a *Array) Ne(b any, opts ...Option) *Array { return NotEqual(a, b, opts...) }

// Lt tells where a < b; see [Less].
func (a *Array) Lt(b any, opts ...Option) *Array { return Less(a, b, opts...) }

// Le tells where a <= b; see [LessEqual].
func (a *Array) Le(b any, opts ...Option) *Array { return LessEqual(a, b, opts...) }

// Gt tells where a > b; see [Greater].
func (a *Array) Gt(b any, opts ...Option) *Array { return Greater(a, b, opts...) }

// Ge tells where a >= b; see [GreaterEqual].
func (a *Array) Ge(b any, opts ...Option) *Array { return GreaterEqual(a, b, opts...) }

// inPlace computes into a and gives it back.
func (a *Array) inPlace(f Binary, b any) *Array {
	f(a, b, option.Keyword{Name: "out", Value: a})
	return a
}

// IAdd is a += b: a keeps its dtype, and b must broadcast to its shape.
func (a *Array) IAdd(b any) *Array { return a.inPlace(Add, b) }

// ISub is a -= b; see IAdd.
func (a *Array) ISub(b any) *Array { return a.inPlace(Subtract, b) }

// IMul is a *= b; see IAdd.
func (a *Array) IMul(b any) *Array { return a.inPlace(Multiply, b) }

// IDiv is a /= b, for arrays of floating-point numbers; see IAdd.
func (a *Array) IDiv(b any) *Array { return a.inPlace(Divide, b) }

// IFloorDivide is a //= b in Python's notation; see IAdd.
func (a *Array) IFloorDivide(b any) *Array { return a.inPlace(FloorDivide, b) }

// IRemainder is a %= b; see IAdd.
func (a *Array) IRemainder(b any) *Array { return a.inPlace(Remainder, b) }

// IPower is a **= b in Python's notation; see IAdd.
func (a *Array) IPower(b any) *Array { return a.inPlace(Power, b) }
