package engine

import (
	"go/ast"
	"go/constant"
	"go/types"
)

func konst[T any](v T) any { return func(*Frame) T { return v } }

// constExpr is the constant v as a value of type t, which may be an interface:
// then the constant has its default type.
func (c *comp) constExpr(v constant.Value, t types.Type) *expr {
	if isInterface(t) {
		return c.convert(c.constExpr(v, defaultOf(v)), t)
	}
	x := &expr{t: t, k: classOf(t), val: v}
	switch x.k {
	case kBool:
		x.fn = konst(constant.BoolVal(v))
	case kStr:
		x.fn = konst(constString(v))
	case kI8:
		x.fn = konst(int8(constInt(v)))
	case kI16:
		x.fn = konst(int16(constInt(v)))
	case kI32:
		x.fn = konst(int32(constInt(v)))
	case kI64:
		x.fn = konst(constInt(v))
	case kU8:
		x.fn = konst(uint8(constInt(v)))
	case kU16:
		x.fn = konst(uint16(constInt(v)))
	case kU32:
		x.fn = konst(uint32(constInt(v)))
	case kU64:
		x.fn = konst(uint64(constInt(v)))
	case kF32:
		f, _ := constant.Float32Val(constant.ToFloat(v))
		x.fn = konst(f)
	case kF64:
		x.fn = konst(constFloat(v))
	case kC64:
		re, _ := constant.Float32Val(constant.Real(constant.ToComplex(v)))
		im, _ := constant.Float32Val(constant.Imag(constant.ToComplex(v)))
		x.fn = konst(complex(re, im))
	case kC128:
		w := constant.ToComplex(v)
		x.fn = konst(complex(constFloat(constant.Real(w)), constFloat(constant.Imag(w))))
	default:
		panic(unsupported("constant " + v.String() + " of type " + t.String()))
	}
	return x
}

// constInt is the value modulo 2^64.
func constInt(v constant.Value) int64 {
	w := constant.ToInt(v)
	if n, ok := constant.Int64Val(w); ok {
		return n
	}
	n, _ := constant.Uint64Val(w)
	return int64(n)
}

func constFloat(v constant.Value) float64 {
	f, _ := constant.Float64Val(constant.ToFloat(v))
	return f
}

// constString is a string constant, or the conversion of an integer one.
func constString(v constant.Value) string {
	if v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	if n, ok := constant.Int64Val(constant.ToInt(v)); ok && n == int64(rune(n)) {
		return string(rune(n))
	}
	return "\uFFFD"
}

func defaultOf(v constant.Value) types.Type {
	switch v.Kind() {
	case constant.Bool:
		return types.Typ[types.Bool]
	case constant.String:
		return types.Typ[types.String]
	case constant.Int:
		return types.Typ[types.Int]
	case constant.Float:
		return types.Typ[types.Float64]
	}
	return types.Typ[types.Complex128]
}

// zeroExpr is the zero value of t.
func (c *comp) zeroExpr(t types.Type) *expr {
	return &expr{t: t, k: classOf(t), fn: c.ops(t).zero()}
}

// nilExpr is the literal nil as a value of type t.
func (c *comp) nilExpr(t types.Type) *expr {
	x := c.zeroExpr(t)
	x.isNil = true
	return x
}

// indexExpr compiles an index, length or shift count: constants, which may be
// floating-point ones with an integer value, become ints.
func (c *comp) indexExpr(e ast.Expr) *expr {
	if tv := c.u.info.Types[e]; tv.Value != nil {
		v := constant.ToInt(tv.Value)
		if _, ok := constant.Int64Val(v); !ok {
			return c.constExpr(v, types.Typ[types.Uint])
		}
		return c.constExpr(v, types.Typ[types.Int])
	}
	return c.expr(e)
}

// int gives an integer of any class as an int64, wrapping.
func (x *expr) int() func(*Frame) int64 {
	switch x.k {
	case kI64:
		return x.fn.(func(*Frame) int64)
	case kU64:
		v := x.fn.(func(*Frame) uint64)
		return func(f *Frame) int64 { return int64(v(f)) }
	}
	return convertNumber(x.fn, x.k, kI64).(func(*Frame) int64)
}

// outOfRange is the panic for a failed index of x's class.
func (x *expr) outOfRange() func(i int64, n int) {
	if x.k.isUnsigned() {
		return func(i int64, n int) { panicIndexU(uint64(i), n) }
	}
	return panicIndex
}

func (c *comp) trueExpr() *expr { return c.constExpr(constant.MakeBool(true), types.Typ[types.Bool]) }
