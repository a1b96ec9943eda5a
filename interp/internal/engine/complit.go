package engine

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"unsafe"
)

// part is one element of a composite literal.
type part struct {
	off   uintptr
	into  func(*Frame, ptr)
	calls bool
}

// inOrder puts the parts with calls first, as the compiler evaluates them.
func inOrder(parts []part) []part {
	slices.SortStableFunc(parts, func(a, b part) int {
		switch {
		case a.calls == b.calls:
			return 0
		case a.calls:
			return -1
		}
		return 1
	})
	return parts
}

// compositeLit is a literal of type t, which the source may leave out.
func (c *comp) compositeLit(e *ast.CompositeLit, t types.Type) *expr {
	switch u := t.Underlying().(type) {
	case *types.Struct:
		return c.structLit(e, t, u)
	case *types.Array:
		parts, _, calls := c.elements(e, u.Elem())
		return &expr{t: t, k: kMem, calls: calls, fn: fillParts(c.rtype(t), parts)}
	case *types.Slice:
		parts, n, calls := c.elements(e, u.Elem())
		et := c.rtype(u.Elem())
		return &expr{t: t, k: kSlice, calls: calls, fn: func(f *Frame) sliceH {
			p := unsafeNewArray(et, n)
			for i := range parts {
				parts[i].into(f, unsafe.Add(p, parts[i].off))
			}
			return sliceH{p, n, n}
		}}
	case *types.Map:
		return c.mapLit(e, t, u)
	}
	c.fail(e, "literal of %v", t)
	return nil
}

// literalElem compiles an element of a literal, whose own type may be left out.
func (c *comp) literalElem(e ast.Expr, t types.Type) *expr {
	lit, ok := e.(*ast.CompositeLit)
	if !ok || lit.Type != nil {
		return c.as(e, t)
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return c.newOf(t, c.compositeLit(lit, p.Elem()))
	}
	return c.compositeLit(lit, t)
}

// fillParts writes parts into cleared memory.
func fillParts(t ptr, parts []part) any {
	if len(parts) == 0 {
		return intoFn(func(_ *Frame, p ptr) { typedmemclr(t, p) })
	}
	return intoFn(func(f *Frame, p ptr) {
		typedmemclr(t, p)
		for i := range parts {
			parts[i].into(f, unsafe.Add(p, parts[i].off))
		}
	})
}

func (c *comp) structLit(e *ast.CompositeLit, t types.Type, u *types.Struct) *expr {
	rt := c.rt(t)
	r := &expr{t: t, k: kMem}
	var parts []part
	for i, v := range e.Elts {
		if kv, ok := v.(*ast.KeyValueExpr); ok {
			v = kv.Value
			i = fieldIndex(u, kv.Key.(*ast.Ident).Name)
		}
		ft := u.Field(i).Type()
		x := c.literalElem(v, ft)
		r.calls = r.calls || x.calls
		into := c.ops(ft).into(x)
		if u.Field(i).Name() == "_" { // evaluated, but stays zero
			d := c.ops(ft).drop(c, x)
			into = func(f *Frame, _ ptr) { d(f) }
		}
		parts = append(parts, part{rt.Field(i).Offset, into, x.calls})
	}
	r.fn = fillParts(rtypeOf(rt), inOrder(parts))
	return r
}

func fieldIndex(u *types.Struct, name string) int {
	for i := range u.NumFields() {
		if u.Field(i).Name() == name {
			return i
		}
	}
	panic(unsupported("no field " + name))
}

// elements compiles those of an array or slice literal and counts them.
func (c *comp) elements(e *ast.CompositeLit, et types.Type) (parts []part, n int, calls bool) {
	size, op := c.rt(et).Size(), c.ops(et)
	idx := int64(0)
	for _, v := range e.Elts {
		if kv, ok := v.(*ast.KeyValueExpr); ok {
			v = kv.Value
			idx, _ = constant.Int64Val(constant.ToInt(c.u.info.Types[kv.Key].Value))
		}
		x := c.literalElem(v, et)
		calls = calls || x.calls
		parts = append(parts, part{uintptr(idx) * size, op.into(x), x.calls})
		idx++
		n = max(n, int(idx))
	}
	return inOrder(parts), n, calls
}

func (c *comp) mapLit(e *ast.CompositeLit, t types.Type, u *types.Map) *expr {
	rt := c.rt(t)
	mt := c.rtype(u)
	kt, vt := c.rtype(u.Key()), c.rtype(u.Elem())
	kop, vop := c.ops(u.Key()), c.ops(u.Elem())
	var keys, vals []func(*Frame, ptr)
	for _, v := range e.Elts {
		kv := v.(*ast.KeyValueExpr)
		keys = append(keys, kop.into(c.literalElem(kv.Key, u.Key())))
		vals = append(vals, vop.into(c.literalElem(kv.Value, u.Elem())))
	}
	return &expr{t: t, k: kPtr, calls: true, fn: func(f *Frame) ptr {
		m := reflect.MakeMapWithSize(rt, len(keys)).UnsafePointer()
		for i := range keys {
			k, v := unsafeNew(kt), unsafeNew(vt)
			keys[i](f, k)
			vals[i](f, v)
			typedmemmove(vt, mapassign(mt, m, k), v)
		}
		return m
	}}
}
