package array

// promoteKinds is the smallest kind that both fit into, by NumPy's table
// (numpy.promote_types).
func promoteKinds(a, b Kind) Kind {
	if a == b {
		return a
	}
	if a > b {
		a, b = b, a
	}
	switch {
	case a == BoolKind:
		return b
	case b.isInt(): // both are
		return promoteInts(a, b)
	case b.isFloat():
		return max(floatFor(a), b)
	case a.isComplex():
		return Complex128Kind
	}
	// a real kind and a complex one
	if b == Complex64Kind && max(floatFor(a), Float32Kind) == Float32Kind {
		return Complex64Kind
	}
	return Complex128Kind
}

func promoteInts(a, b Kind) Kind {
	if a.isSigned() == b.isSigned() {
		return max(a, b)
	}
	s, u := a, b
	if b.isSigned() {
		s, u = b, a
	}
	switch { // the kinds of one size follow each other, signed first
	case s > u:
		return s
	case u == Uint64Kind:
		return Float64Kind
	}
	return u + 1 // the next signed kind
}

// floatFor is the smallest floating kind that holds a real kind's values.
func floatFor(k Kind) Kind {
	switch k {
	case BoolKind, Int8Kind, Uint8Kind, Float16Kind:
		return Float16Kind
	case Int16Kind, Uint16Kind, Float32Kind:
		return Float32Kind
	}
	return Float64Kind
}

// promoteTypes is promoteKinds of dtypes, in native byte order.
func promoteTypes(op string, a, b *Dtype) *Dtype {
	if a.kind.isNumeric() && b.kind.isNumeric() {
		return numeric[promoteKinds(a.kind, b.kind)]
	}
	if a.Equal(b) {
		return a
	}
	fail(op, ErrType, "no dtype holds both %s and %s", a, b)
	return nil
}

// resultKind is the kind that operands have in common, with NEP 50's rule that
// Go's plain numbers adapt: they only make it an integer, a float or a complex.
func resultKind(op string, xs ...operand) Kind {
	var k Kind
	any, weak := false, strong
	for _, x := range xs {
		if !x.dtype.kind.isNumeric() {
			fail(op, ErrNotBuilt, "operands of dtype %s are not built yet", x.dtype)
		}
		if x.weak != strong {
			weak = max(weak, x.weak)
			continue
		}
		if !any {
			k, any = x.dtype.kind, true
		} else {
			k = promoteKinds(k, x.dtype.kind)
		}
	}
	if !any {
		return [...]Kind{Bool.kind, Int64Kind, Float64Kind, Complex128Kind}[weak]
	}
	switch weak {
	case weakInt:
		if k == BoolKind {
			return Int64Kind
		}
	case weakFloat:
		if !k.isFloat() && !k.isComplex() {
			return Float64Kind
		}
	case weakComplex:
		switch {
		case k.isComplex():
		case k.isFloat() && k != Float64Kind:
			return Complex64Kind
		default:
			return Complex128Kind
		}
	}
	return k
}

// CanCast tells whether values of one dtype can become another's under a rule:
// "no", "equiv", "safe", "same_kind" or "unsafe".
//
// See https://numpy.org/doc/stable/reference/generated/numpy.can_cast.html.
func CanCast(from, to any, casting string) bool {
	return canCast("CanCast", DtypeOf(from), DtypeOf(to), casting)
}

func canCast(op string, from, to *Dtype, casting string) bool {
	switch casting {
	case "no":
		return from.Equal(to)
	case "equiv":
		return from.kind == to.kind && from.itemsize == to.itemsize
	case "unsafe":
		return true
	case "safe", "same_kind":
	default:
		fail(op, ErrValue, "casting must be one of \"no\", \"equiv\", \"safe\", \"same_kind\" or \"unsafe\", not %q", casting)
	}
	if !from.kind.isNumeric() || !to.kind.isNumeric() {
		return from.Equal(to)
	}
	if promoteKinds(from.kind, to.kind) == to.kind {
		return true
	}
	return casting == "same_kind" && kindOrder(from.kind) <= kindOrder(to.kind)
}

// kindOrder orders the kinds of numbers for same_kind: a cast may not go down.
func kindOrder(k Kind) int {
	switch {
	case k == BoolKind:
		return 0
	case k.isUnsigned():
		return 1
	case k.isInt():
		return 2
	case k.isFloat():
		return 3
	}
	return 4
}

// PromoteTypes is the smallest dtype to which both can be cast safely.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.promote_types.html.
func PromoteTypes(a, b any) *Dtype {
	return promoteTypes("PromoteTypes", DtypeOf(a), DtypeOf(b))
}
