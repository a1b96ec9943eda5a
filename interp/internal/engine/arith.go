package engine

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64
}
type realNumber interface{ integer | ~float32 | ~float64 }
type number interface {
	realNumber | ~complex64 | ~complex128
}
type ordered interface{ realNumber | ~string }

// swapped tells whether y is to be evaluated before x: the compiler makes calls
// first and reads variables, elements and fields afterwards.
func swapped(x, y *expr) bool { return y.calls && !x.calls }

func (c *comp) binary(e *ast.BinaryExpr) *expr {
	t := c.typeOf(e)
	switch e.Op {
	case token.LAND, token.LOR:
		return c.shortCircuit(e, t)
	case token.SHL, token.SHR:
		x, y := c.as(e.X, t), c.indexExpr(e.Y)
		return &expr{t: t, k: x.k, fn: shift(e.Op, x, y), calls: x.calls || y.calls}
	case token.EQL, token.NEQ:
		return c.equality(e, t)
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		ot := c.typeOf(e.X)
		if isUntyped(ot) {
			ot = c.typeOf(e.Y)
		}
		x, y := c.as(e.X, ot), c.as(e.Y, ot)
		return &expr{t: t, k: kBool, fn: compare(e.Op, x, y), cmp: intTestOf(e.Op, x, y), calls: x.calls || y.calls}
	}
	if e.Op == token.ADD && classOf(t) == kStr {
		return concat(t, c.summands(nil, e, t))
	}
	x, y := c.as(e.X, t), c.as(e.Y, t)
	return &expr{t: t, k: x.k, fn: c.arith(e, e.Op, x, y), calls: x.calls || y.calls}
}

// summands are the operands of a + b + c ... of strings, left to right.
func (c *comp) summands(xs []*expr, e ast.Expr, t types.Type) []*expr {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || c.u.info.Types[e].Value != nil {
		return append(xs, c.as(e, t))
	}
	return c.summands(c.summands(xs, b.X, t), b.Y, t)
}

func (c *comp) shortCircuit(e *ast.BinaryExpr, t types.Type) *expr {
	x, y := c.expr(e.X), c.expr(e.Y)
	a, b := x.bool(), y.bool()
	r := &expr{t: t, k: kBool, calls: x.calls || y.calls}
	if e.Op == token.LAND {
		r.fn = func(f *Frame) bool { return a(f) && b(f) }
	} else {
		r.fn = func(f *Frame) bool { return a(f) || b(f) }
	}
	return r
}

// arith is x op y of one class, or a shift.
func (c *comp) arith(n ast.Node, op token.Token, x, y *expr) any {
	var fn any
	switch {
	case op == token.SHL || op == token.SHR:
		fn = shift(op, x, y)
	case x.k.isInt():
		fn = arithInt(op, x, y)
	case x.k.isNumber():
		fn = arithFloat(op, x, y)
	case x.k == kStr && op == token.ADD:
		fn = concat(x.t, []*expr{x, y}).fn
	}
	if fn == nil {
		c.fail(n, "operator %v on %v", op, x.t)
	}
	return fn
}

// concat joins strings in one allocation, as the compiler does.
func concat(t types.Type, xs []*expr) *expr {
	r := &expr{t: t, k: kStr, calls: anyCalls(xs)}
	if len(xs) == 2 {
		a, b := xs[0].str(), xs[1].str()
		if swapped(xs[0], xs[1]) {
			r.fn = func(f *Frame) string { w := b(f); return a(f) + w }
		} else {
			r.fn = func(f *Frame) string { v := a(f); return v + b(f) }
		}
		return r
	}
	var early, late []int // those with calls come first
	parts := make([]func(*Frame) string, len(xs))
	for i, x := range xs {
		parts[i] = x.str()
		if x.calls {
			early = append(early, i)
		} else {
			late = append(late, i)
		}
	}
	order := append(early, late...)
	r.fn = func(f *Frame) string {
		var buf [8]string
		vals := buf[:0]
		if len(parts) > len(buf) {
			vals = make([]string, 0, len(parts))
		}
		vals = vals[:len(parts)]
		for _, i := range order {
			vals[i] = parts[i](f)
		}
		return strings.Join(vals, "")
	}
	return r
}

func arithInt(op token.Token, x, y *expr) any {
	switch x.k {
	case kI8:
		return integerOp[int8](op, x, y)
	case kI16:
		return integerOp[int16](op, x, y)
	case kI32:
		return integerOp[int32](op, x, y)
	case kI64:
		return integerOp[int64](op, x, y)
	case kU8:
		return integerOp[uint8](op, x, y)
	case kU16:
		return integerOp[uint16](op, x, y)
	case kU32:
		return integerOp[uint32](op, x, y)
	}
	return integerOp[uint64](op, x, y)
}

func arithFloat(op token.Token, x, y *expr) any {
	switch x.k {
	case kF32:
		return numberOp[float32](op, x, y)
	case kF64:
		return numberOp[float64](op, x, y)
	case kC64:
		return numberOp[complex64](op, x, y)
	}
	return numberOp[complex128](op, x, y)
}

// numberOp is + - * / of any numbers. The forms with a constant and with frame
// slots are the inner loops of most programs.
func numberOp[T number](op token.Token, x, y *expr) any {
	a, b := x.fn.(func(*Frame) T), y.fn.(func(*Frame) T)
	la, lb := x.loc, y.loc
	switch {
	case y.isConst():
		if fn := numberConst(op, la, a, b(nil)); fn != nil {
			return fn
		}
	case la != 0 && lb != 0:
		switch op {
		case token.ADD:
			return func(f *Frame) T { return *(*T)(at(f, la)) + *(*T)(at(f, lb)) }
		case token.SUB:
			return func(f *Frame) T { return *(*T)(at(f, la)) - *(*T)(at(f, lb)) }
		case token.MUL:
			return func(f *Frame) T { return *(*T)(at(f, la)) * *(*T)(at(f, lb)) }
		}
	case lb != 0:
		switch op {
		case token.ADD:
			return func(f *Frame) T { return a(f) + *(*T)(at(f, lb)) }
		case token.SUB:
			return func(f *Frame) T { return a(f) - *(*T)(at(f, lb)) }
		case token.MUL:
			return func(f *Frame) T { return a(f) * *(*T)(at(f, lb)) }
		}
	case la != 0: // a slot cannot change while y runs
		switch op {
		case token.ADD:
			return func(f *Frame) T { return *(*T)(at(f, la)) + b(f) }
		case token.SUB:
			return func(f *Frame) T { return *(*T)(at(f, la)) - b(f) }
		case token.MUL:
			return func(f *Frame) T { return *(*T)(at(f, la)) * b(f) }
		}
	}
	if swapped(x, y) {
		switch op {
		case token.ADD:
			return func(f *Frame) T { w := b(f); return a(f) + w }
		case token.SUB:
			return func(f *Frame) T { w := b(f); return a(f) - w }
		case token.MUL:
			return func(f *Frame) T { w := b(f); return a(f) * w }
		case token.QUO:
			return func(f *Frame) T { w := b(f); return a(f) / w }
		}
	}
	switch op {
	case token.ADD:
		return func(f *Frame) T { v := a(f); return v + b(f) }
	case token.SUB:
		return func(f *Frame) T { v := a(f); return v - b(f) }
	case token.MUL:
		return func(f *Frame) T { v := a(f); return v * b(f) }
	case token.QUO:
		return func(f *Frame) T { v := a(f); return v / b(f) }
	}
	return nil
}

func numberConst[T number](op token.Token, la uintptr, a func(*Frame) T, k T) any {
	switch {
	case op == token.ADD && la != 0:
		return func(f *Frame) T { return *(*T)(at(f, la)) + k }
	case op == token.SUB && la != 0:
		return func(f *Frame) T { return *(*T)(at(f, la)) - k }
	case op == token.MUL && la != 0:
		return func(f *Frame) T { return *(*T)(at(f, la)) * k }
	case op == token.ADD:
		return func(f *Frame) T { return a(f) + k }
	case op == token.SUB:
		return func(f *Frame) T { return a(f) - k }
	case op == token.MUL:
		return func(f *Frame) T { return a(f) * k }
	}
	return nil
}

func integerOp[T integer](op token.Token, x, y *expr) any {
	a, b := x.fn.(func(*Frame) T), y.fn.(func(*Frame) T)
	if y.isConst() {
		if fn := integerConst(op, x.loc, a, b(nil)); fn != nil {
			return fn
		}
	}
	if swapped(x, y) {
		switch op {
		case token.REM:
			return func(f *Frame) T { w := b(f); return a(f) % w }
		case token.AND:
			return func(f *Frame) T { w := b(f); return a(f) & w }
		case token.OR:
			return func(f *Frame) T { w := b(f); return a(f) | w }
		case token.XOR:
			return func(f *Frame) T { w := b(f); return a(f) ^ w }
		case token.AND_NOT:
			return func(f *Frame) T { w := b(f); return a(f) &^ w }
		}
	}
	switch op {
	case token.REM:
		return func(f *Frame) T { v := a(f); return v % b(f) }
	case token.AND:
		return func(f *Frame) T { v := a(f); return v & b(f) }
	case token.OR:
		return func(f *Frame) T { v := a(f); return v | b(f) }
	case token.XOR:
		return func(f *Frame) T { v := a(f); return v ^ b(f) }
	case token.AND_NOT:
		return func(f *Frame) T { v := a(f); return v &^ b(f) }
	}
	return numberOp[T](op, x, y)
}

func integerConst[T integer](op token.Token, la uintptr, a func(*Frame) T, k T) any {
	if la != 0 {
		switch {
		case op == token.QUO && k != 0:
			return func(f *Frame) T { return *(*T)(at(f, la)) / k }
		case op == token.REM && k != 0:
			return func(f *Frame) T { return *(*T)(at(f, la)) % k }
		case op == token.AND:
			return func(f *Frame) T { return *(*T)(at(f, la)) & k }
		case op == token.OR:
			return func(f *Frame) T { return *(*T)(at(f, la)) | k }
		case op == token.XOR:
			return func(f *Frame) T { return *(*T)(at(f, la)) ^ k }
		}
		return nil
	}
	switch {
	case op == token.QUO && k != 0:
		return func(f *Frame) T { return a(f) / k }
	case op == token.REM && k != 0:
		return func(f *Frame) T { return a(f) % k }
	case op == token.AND:
		return func(f *Frame) T { return a(f) & k }
	case op == token.OR:
		return func(f *Frame) T { return a(f) | k }
	case op == token.XOR:
		return func(f *Frame) T { return a(f) ^ k }
	}
	return nil
}

func shift(op token.Token, x, y *expr) any {
	switch x.k {
	case kI8:
		return shiftOp[int8](op, x, y)
	case kI16:
		return shiftOp[int16](op, x, y)
	case kI32:
		return shiftOp[int32](op, x, y)
	case kI64:
		return shiftOp[int64](op, x, y)
	case kU8:
		return shiftOp[uint8](op, x, y)
	case kU16:
		return shiftOp[uint16](op, x, y)
	case kU32:
		return shiftOp[uint32](op, x, y)
	case kU64:
		return shiftOp[uint64](op, x, y)
	}
	return nil
}

func shiftOp[T integer](op token.Token, x, y *expr) any {
	a, b := x.fn.(func(*Frame) T), y.int()
	left := op == token.SHL
	switch {
	case y.isConst():
		n, la := uint64(b(nil)), x.loc
		switch {
		case left && la != 0:
			return func(f *Frame) T { return *(*T)(at(f, la)) << n }
		case left:
			return func(f *Frame) T { return a(f) << n }
		case la != 0:
			return func(f *Frame) T { return *(*T)(at(f, la)) >> n }
		}
		return func(f *Frame) T { return a(f) >> n }
	case swapped(x, y) && y.k.isUnsigned():
		if left {
			return func(f *Frame) T { n := uint64(b(f)); return a(f) << n }
		}
		return func(f *Frame) T { n := uint64(b(f)); return a(f) >> n }
	case swapped(x, y):
		if left {
			return func(f *Frame) T { n := b(f); return a(f) << n }
		}
		return func(f *Frame) T { n := b(f); return a(f) >> n }
	case y.k.isUnsigned():
		if left {
			return func(f *Frame) T { v := a(f); return v << uint64(b(f)) }
		}
		return func(f *Frame) T { v := a(f); return v >> uint64(b(f)) }
	}
	// a negative count panics
	if left {
		return func(f *Frame) T { v := a(f); return v << b(f) }
	}
	return func(f *Frame) T { v := a(f); return v >> b(f) }
}

func negate(x *expr) any {
	switch x.k {
	case kI8:
		return negateT[int8](x)
	case kI16:
		return negateT[int16](x)
	case kI32:
		return negateT[int32](x)
	case kI64:
		return negateT[int64](x)
	case kU8:
		return negateT[uint8](x)
	case kU16:
		return negateT[uint16](x)
	case kU32:
		return negateT[uint32](x)
	case kU64:
		return negateT[uint64](x)
	case kF32:
		return negateT[float32](x)
	case kF64:
		return negateT[float64](x)
	case kC64:
		return negateT[complex64](x)
	case kC128:
		return negateT[complex128](x)
	}
	return nil
}

func negateT[T number](x *expr) any {
	v := x.fn.(func(*Frame) T)
	return func(f *Frame) T { return -v(f) }
}

func complement(x *expr) any {
	switch x.k {
	case kI8:
		return complementT[int8](x)
	case kI16:
		return complementT[int16](x)
	case kI32:
		return complementT[int32](x)
	case kI64:
		return complementT[int64](x)
	case kU8:
		return complementT[uint8](x)
	case kU16:
		return complementT[uint16](x)
	case kU32:
		return complementT[uint32](x)
	case kU64:
		return complementT[uint64](x)
	}
	return nil
}

func complementT[T integer](x *expr) any {
	v := x.fn.(func(*Frame) T)
	return func(f *Frame) T { return ^v(f) }
}
