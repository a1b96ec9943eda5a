package engine

import "go/token"

// intTest is a comparison of an int in a frame slot with a constant or with
// another slot.
type intTest struct {
	op token.Token
	a  uintptr
	b  uintptr // 0: compare with k
	k  int64
}

func intTestOf(op token.Token, x, y *expr) *intTest {
	if x.k != kI64 || x.loc == 0 || y.k != kI64 {
		return nil
	}
	switch {
	case y.isConst():
		return &intTest{op: op, a: x.loc, k: y.fn.(func(*Frame) int64)(nil)}
	case y.loc != 0:
		return &intTest{op: op, a: x.loc, b: y.loc}
	}
	return nil
}

// fastIf is if t { then } in one closure; nil without a test.
func fastIf(t *intTest, then stmt) stmt {
	if t == nil {
		return nil
	}
	if a, b := t.a, t.b; b != 0 {
		return ifSlots(t.op, a, b, then)
	}
	a, k := t.a, t.k
	switch t.op {
	case token.LSS:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) < k {
				return then(f)
			}
			return cNext
		}
	case token.LEQ:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) <= k {
				return then(f)
			}
			return cNext
		}
	case token.GTR:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) > k {
				return then(f)
			}
			return cNext
		}
	case token.GEQ:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) >= k {
				return then(f)
			}
			return cNext
		}
	case token.EQL:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) == k {
				return then(f)
			}
			return cNext
		}
	}
	return func(f *Frame) ctl {
		if *(*int64)(at(f, a)) != k {
			return then(f)
		}
		return cNext
	}
}

func ifSlots(op token.Token, a, b uintptr, then stmt) stmt {
	switch op {
	case token.LSS:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) < *(*int64)(at(f, b)) {
				return then(f)
			}
			return cNext
		}
	case token.LEQ:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) <= *(*int64)(at(f, b)) {
				return then(f)
			}
			return cNext
		}
	case token.GTR:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) > *(*int64)(at(f, b)) {
				return then(f)
			}
			return cNext
		}
	case token.GEQ:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) >= *(*int64)(at(f, b)) {
				return then(f)
			}
			return cNext
		}
	case token.EQL:
		return func(f *Frame) ctl {
			if *(*int64)(at(f, a)) == *(*int64)(at(f, b)) {
				return then(f)
			}
			return cNext
		}
	}
	return func(f *Frame) ctl {
		if *(*int64)(at(f, a)) != *(*int64)(at(f, b)) {
			return then(f)
		}
		return cNext
	}
}
