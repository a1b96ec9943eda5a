package engine

import (
	"go/ast"
	"go/types"
)

// maxFastElem is the element size above which the runtime keeps map elements
// apart and has no fast paths for the type.
const maxFastElem = 128

// keyPlace gives a function that evaluates a key and returns where it lies for
// the map functions, which copy it.
func (c *comp) keyPlace(key *expr, kt types.Type) func(*Frame) ptr {
	if p := key.place(); p != nil {
		return p
	}
	off, into := c.slot(c.rt(kt)), c.ops(kt).into(key)
	return func(f *Frame) ptr { p := at(f, off); into(f, p); return p }
}

// mapIndex is m[key].
func (c *comp) mapIndex(m, key *expr, u *types.Map) *expr {
	return &expr{t: u.Elem(), k: classOf(u.Elem()), calls: true, fn: c.ops(u.Elem()).load(c.mapElem(m, key, u))}
}

// mapElem gives the address of an element, or of a zero value.
func (c *comp) mapElem(m, key *expr, u *types.Map) func(*Frame) ptr {
	find := c.mapFind(m, key, u)
	zero := unsafeNew(c.rtype(u.Elem()))
	return func(f *Frame) ptr {
		if p, ok := find(f); ok {
			return p
		}
		return zero
	}
}

// mapFind looks an element up.
func (c *comp) mapFind(m, key *expr, u *types.Map) func(*Frame) (ptr, bool) {
	t, mp := c.rtype(u), m.ptr()
	fast := c.rt(u.Elem()).Size() <= maxFastElem
	switch {
	case fast && key.k == kStr:
		k := key.str()
		return func(f *Frame) (ptr, bool) { q := mp(f); return mapaccess2FastStr(t, q, k(f)) }
	case fast && key.k == kI64:
		k := key.int()
		return func(f *Frame) (ptr, bool) { q := mp(f); return mapaccess2Fast64(t, q, uint64(k(f))) }
	}
	k := c.keyPlace(key, u.Key())
	return func(f *Frame) (ptr, bool) { q := mp(f); return mapaccess2(t, q, k(f)) }
}

// mapSlot gives the address of an element to assign to, made if need be.
func (c *comp) mapSlot(m, key *expr, u *types.Map) func(*Frame) ptr {
	t, mp := c.rtype(u), m.ptr()
	fast := c.rt(u.Elem()).Size() <= maxFastElem
	switch {
	case fast && key.k == kStr:
		k := key.str()
		return func(f *Frame) ptr { q := mp(f); return mapassignFastStr(t, q, k(f)) }
	case fast && key.k == kI64:
		k := key.int()
		return func(f *Frame) ptr { q := mp(f); return mapassignFast64(t, q, uint64(k(f))) }
	}
	k := c.keyPlace(key, u.Key())
	return func(f *Frame) ptr { q := mp(f); return mapassign(t, q, k(f)) }
}

// mapMulti is v, ok := m[k].
func (c *comp) mapMulti(e *ast.IndexExpr) (eval func(*Frame), vals []*expr) {
	m := c.expr(e.X)
	u := m.t.Underlying().(*types.Map)
	find := c.mapFind(m, c.as(e.Index, u.Key()), u)
	rt := c.rt(u.Elem())
	t := rtypeOf(rt)
	v, ok := c.slot(rt), c.slot(boolType)
	return func(f *Frame) {
		p, found := find(f)
		if found {
			typedmemmove(t, at(f, v), p)
		} else {
			typedmemclr(t, at(f, v))
		}
		*(*bool)(at(f, ok)) = found
	}, []*expr{c.localExpr(u.Elem(), v), c.localExpr(types.Typ[types.Bool], ok)}
}
