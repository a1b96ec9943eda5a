package engine

import (
	"go/ast"
	"go/token"
	"go/types"
)

// compare is x op y for < <= > >=.
func compare(op token.Token, x, y *expr) any {
	switch x.k {
	case kI8:
		return compareOp[int8](op, x, y)
	case kI16:
		return compareOp[int16](op, x, y)
	case kI32:
		return compareOp[int32](op, x, y)
	case kI64:
		return compareOp[int64](op, x, y)
	case kU8:
		return compareOp[uint8](op, x, y)
	case kU16:
		return compareOp[uint16](op, x, y)
	case kU32:
		return compareOp[uint32](op, x, y)
	case kU64:
		return compareOp[uint64](op, x, y)
	case kF32:
		return compareOp[float32](op, x, y)
	case kF64:
		return compareOp[float64](op, x, y)
	case kStr:
		return compareOp[string](op, x, y)
	}
	panic(unsupported("comparison of " + x.t.String()))
}

func compareOp[T ordered](op token.Token, x, y *expr) func(*Frame) bool {
	a, b := x.fn.(func(*Frame) T), y.fn.(func(*Frame) T)
	la, lb := x.loc, y.loc
	switch {
	case y.isConst() && la != 0:
		k := b(nil)
		switch op {
		case token.LSS:
			return func(f *Frame) bool { return *(*T)(at(f, la)) < k }
		case token.LEQ:
			return func(f *Frame) bool { return *(*T)(at(f, la)) <= k }
		case token.GTR:
			return func(f *Frame) bool { return *(*T)(at(f, la)) > k }
		}
		return func(f *Frame) bool { return *(*T)(at(f, la)) >= k }
	case y.isConst():
		k := b(nil)
		switch op {
		case token.LSS:
			return func(f *Frame) bool { return a(f) < k }
		case token.LEQ:
			return func(f *Frame) bool { return a(f) <= k }
		case token.GTR:
			return func(f *Frame) bool { return a(f) > k }
		}
		return func(f *Frame) bool { return a(f) >= k }
	case la != 0 && lb != 0:
		switch op {
		case token.LSS:
			return func(f *Frame) bool { return *(*T)(at(f, la)) < *(*T)(at(f, lb)) }
		case token.LEQ:
			return func(f *Frame) bool { return *(*T)(at(f, la)) <= *(*T)(at(f, lb)) }
		case token.GTR:
			return func(f *Frame) bool { return *(*T)(at(f, la)) > *(*T)(at(f, lb)) }
		}
		return func(f *Frame) bool { return *(*T)(at(f, la)) >= *(*T)(at(f, lb)) }
	case la != 0:
		switch op {
		case token.LSS:
			return func(f *Frame) bool { w := b(f); return *(*T)(at(f, la)) < w }
		case token.LEQ:
			return func(f *Frame) bool { w := b(f); return *(*T)(at(f, la)) <= w }
		case token.GTR:
			return func(f *Frame) bool { w := b(f); return *(*T)(at(f, la)) > w }
		}
		return func(f *Frame) bool { w := b(f); return *(*T)(at(f, la)) >= w }
	case swapped(x, y):
		switch op {
		case token.LSS:
			return func(f *Frame) bool { w := b(f); return a(f) < w }
		case token.LEQ:
			return func(f *Frame) bool { w := b(f); return a(f) <= w }
		case token.GTR:
			return func(f *Frame) bool { w := b(f); return a(f) > w }
		}
		return func(f *Frame) bool { w := b(f); return a(f) >= w }
	}
	switch op {
	case token.LSS:
		return func(f *Frame) bool { v := a(f); return v < b(f) }
	case token.LEQ:
		return func(f *Frame) bool { v := a(f); return v <= b(f) }
	case token.GTR:
		return func(f *Frame) bool { v := a(f); return v > b(f) }
	}
	return func(f *Frame) bool { v := a(f); return v >= b(f) }
}

// equality is x == y and x != y.
func (c *comp) equality(e *ast.BinaryExpr, t types.Type) *expr {
	x, y := c.comparands(e.X, e.Y)
	fn := c.equal(x, y)
	if e.Op == token.NEQ {
		fn = c.unequal(x, y, fn)
	}
	return &expr{t: t, k: kBool, fn: fn, cmp: intTestOf(e.Op, x, y), calls: x.calls || y.calls}
}

// comparands compiles both sides of == with the types in which they are
// compared: a value against an interface becomes one.
func (c *comp) comparands(l, r ast.Expr) (x, y *expr) {
	tl, tr := c.typeOf(l), c.typeOf(r)
	nl, nr := c.u.info.Types[l].IsNil(), c.u.info.Types[r].IsNil()
	switch {
	case nl && nr:
		return c.nilExpr(tl), c.nilExpr(tr)
	case nr:
		x = c.expr(l)
		return x, c.nilExpr(x.t)
	case nl:
		y = c.expr(r)
		return y, c.nilExpr(y.t)
	}
	switch il, ir := isInterface(tl), isInterface(tr); {
	case il && ir:
		return c.expr(l), c.expr(r)
	case il:
		return c.expr(l), c.as(r, tl)
	case ir:
		return c.as(l, tr), c.expr(r)
	case isUntyped(tl):
		return c.as(l, tr), c.as(r, tr)
	}
	return c.as(l, tl), c.as(r, tl)
}

func (c *comp) equal(x, y *expr) func(*Frame) bool {
	switch x.k {
	case kBool:
		return equalOp[bool](x, y)
	case kI8:
		return equalOp[int8](x, y)
	case kI16:
		return equalOp[int16](x, y)
	case kI32:
		return equalOp[int32](x, y)
	case kI64:
		return equalOp[int64](x, y)
	case kU8:
		return equalOp[uint8](x, y)
	case kU16:
		return equalOp[uint16](x, y)
	case kU32:
		return equalOp[uint32](x, y)
	case kU64:
		return equalOp[uint64](x, y)
	case kF32:
		return equalOp[float32](x, y)
	case kF64:
		return equalOp[float64](x, y)
	case kC64:
		return equalOp[complex64](x, y)
	case kC128:
		return equalOp[complex128](x, y)
	case kStr:
		return equalOp[string](x, y)
	case kPtr:
		if y.isNil {
			p := x.ptr()
			return func(f *Frame) bool { return p(f) == nil }
		}
		return equalOp[ptr](x, y)
	case kSlice: // with nil only
		if x.isNil {
			x = y
		}
		s := x.slice()
		return func(f *Frame) bool { return s(f).p == nil }
	case kIface:
		return equalIface(x, y)
	}
	return c.equalMem(x, y)
}

func equalOp[T comparable](x, y *expr) func(*Frame) bool {
	a, b := x.fn.(func(*Frame) T), y.fn.(func(*Frame) T)
	la := x.loc
	switch {
	case y.isConst() && la != 0:
		k := b(nil)
		return func(f *Frame) bool { return *(*T)(at(f, la)) == k }
	case y.isConst():
		k := b(nil)
		return func(f *Frame) bool { return a(f) == k }
	case la != 0 && y.loc != 0:
		lb := y.loc
		return func(f *Frame) bool { return *(*T)(at(f, la)) == *(*T)(at(f, lb)) }
	case swapped(x, y):
		return func(f *Frame) bool { w := b(f); return a(f) == w }
	}
	return func(f *Frame) bool { v := a(f); return v == b(f) }
}

// unequal is !eq, with forms of its own for what loops test most.
func (c *comp) unequal(x, y *expr, eq func(*Frame) bool) func(*Frame) bool {
	switch {
	case x.k == kI64 && y.isConst():
		a, k := x.fn.(func(*Frame) int64), y.fn.(func(*Frame) int64)(nil)
		return func(f *Frame) bool { return a(f) != k }
	case x.k == kPtr && y.isNil:
		p := x.ptr()
		return func(f *Frame) bool { return p(f) != nil }
	case x.k == kIface && y.isNil:
		v := x.iface()
		return func(f *Frame) bool { return v(f).tab != nil }
	}
	return func(f *Frame) bool { return !eq(f) }
}

func equalIface(x, y *expr) func(*Frame) bool {
	a := x.iface()
	if y.isNil {
		return func(f *Frame) bool { return a(f).tab == nil }
	}
	b := y.iface()
	ea, eb := isEface(x.t), isEface(y.t)
	return func(f *Frame) bool {
		p, q := a(f), b(f)
		p.tab, q.tab = typeWord(p, ea), typeWord(q, eb)
		return asAny(p) == asAny(q)
	}
}

// equalMem compares structs and arrays with the type's own function.
func (c *comp) equalMem(x, y *expr) func(*Frame) bool {
	rt := c.rt(x.t)
	eq := (*rtypeHeader)(rtypeOf(rt)).equal
	if eq == nil {
		panic(unsupported("comparison of " + x.t.String()))
	}
	m := memOps{rtypeOf(rt), rt.Size()}
	a, b := m.value(c, x), m.value(c, y)
	if swapped(x, y) {
		return func(f *Frame) bool { q := b(f); return eq(a(f), q) }
	}
	return func(f *Frame) bool { p := a(f); return eq(p, b(f)) }
}
