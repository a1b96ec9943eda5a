package engine

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"unicode/utf8"
	"unsafe"
)

func (c *comp) rangeStmt(s *ast.RangeStmt) stmt {
	l := c.takeLabel()
	def := s.Tok == token.DEFINE
	t := c.rangeType(s, def)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsInteger != 0 {
			return c.rangeInt(s, l, def, t)
		}
		return c.rangeString(s, l, def, t)
	case *types.Slice, *types.Array, *types.Pointer:
		return c.rangeElems(s, l, def, t)
	case *types.Map:
		return c.rangeMap(s, l, def, t, u)
	case *types.Chan:
		return c.rangeChan(s, l, def, u)
	case *types.Signature:
		return c.rangeFunc(s, l, def, u)
	}
	c.fail(s, "range over %v", t)
	return nil
}

// rangeType is the type that is ranged over. An untyped number takes the
// variable's.
func (c *comp) rangeType(s *ast.RangeStmt, def bool) types.Type {
	t := c.typeOf(s.X)
	if !isUntyped(t) {
		return t
	}
	if t.(*types.Basic).Info()&types.IsNumeric != 0 && s.Key != nil && !isBlank(s.Key) {
		if o := c.defined(s.Key, def); o != nil {
			return c.subst(o.Type())
		}
		return c.typeOf(s.Key)
	}
	return types.Default(t)
}

func (c *comp) rangeInt(s *ast.RangeStmt, l *label, def bool, t types.Type) stmt {
	x := c.as(s.X, t)
	n, unsigned := x.int(), x.k.isUnsigned()
	it, lim := c.slot(intType), c.slot(intType)
	v := c.localExpr(types.Typ[types.Int], it)
	if x.k == kI64 {
		v = v.as(t)
	} else {
		v = c.explicit(s, v, t)
	}
	set := c.assignVar(s.Key, def, v)
	body := c.block(s.Body.List)
	if set == nil {
		set = func(*Frame) {}
	}
	return func(f *Frame) ctl {
		*(*int64)(at(f, lim)) = n(f)
		*(*int64)(at(f, it)) = 0
		for {
			i, n := *(*int64)(at(f, it)), *(*int64)(at(f, lim))
			if unsigned && uint64(i) >= uint64(n) || !unsigned && i >= n {
				return cNext
			}
			set(f)
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
			*(*int64)(at(f, it)) = i + 1
		}
	}
}

func (c *comp) rangeString(s *ast.RangeStmt, l *label, def bool, t types.Type) stmt {
	x := c.as(s.X, t).str()
	so, it, ro := c.slot(stringType), c.slot(intType), c.slot(reflect.TypeFor[rune]())
	set := c.assignVars(s.Key, s.Value, def, c.localExpr(types.Typ[types.Int], it), c.localExpr(types.Typ[types.Int32], ro))
	body := c.block(s.Body.List)
	return func(f *Frame) ctl {
		*(*string)(at(f, so)) = x(f)
		for i := 0; ; {
			v := *(*string)(at(f, so))
			if i >= len(v) {
				return cNext
			}
			r, w := rune(v[i]), 1
			if r >= utf8.RuneSelf {
				r, w = utf8.DecodeRuneInString(v[i:])
			}
			*(*int)(at(f, it)) = i
			*(*rune)(at(f, ro)) = r
			i += w
			if set != nil {
				set(f)
			}
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
		}
	}
}

// rangeElems is range over a slice, an array (a copy, if values are asked for)
// or a pointer to one.
func (c *comp) rangeElems(s *ast.RangeStmt, l *label, def bool, t types.Type) stmt {
	h, et := c.rangeHeader(s, t)
	size := c.rt(et).Size()
	so, it := c.slot(sliceType), c.slot(intType)
	elem := &expr{t: et, k: classOf(et), fn: c.ops(et).load(func(f *Frame) ptr {
		return unsafe.Add((*sliceH)(at(f, so)).p, uintptr(*(*int)(at(f, it)))*size)
	})}
	set := c.assignVars(s.Key, s.Value, def, c.localExpr(types.Typ[types.Int], it), elem)
	if id, ok := s.Value.(*ast.Ident); ok && def && (s.Key == nil || isBlank(s.Key)) && id.Name != "_" {
		if v := c.vars[c.u.info.Defs[id]]; !v.cell {
			if fn := fastRangeElem(classOf(et), so, it, v.off); fn != nil {
				set = fn
			}
		}
	}
	body := c.block(s.Body.List)
	if set == nil {
		set = func(*Frame) {}
	}
	return func(f *Frame) ctl {
		hd := h(f)
		*(*sliceH)(at(f, so)) = hd
		for i := 0; i < hd.n; i++ {
			*(*int)(at(f, it)) = i
			set(f)
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
		}
		return cNext
	}
}

// rangeHeader gives the elements to range over as a slice, and their type.
func (c *comp) rangeHeader(s *ast.RangeStmt, t types.Type) (func(*Frame) sliceH, types.Type) {
	values := s.Value != nil && !isBlank(s.Value)
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return c.as(s.X, t).slice(), u.Elem()
	case *types.Array:
		n := int(u.Len())
		if values {
			x := c.expr(s.X)
			r, into := c.rtype(x.t), c.ops(x.t).into(x)
			return func(f *Frame) sliceH { p := unsafeNew(r); into(f, p); return sliceH{p, n, n} }, u.Elem()
		}
		run := func(*Frame) {}
		if x := c.expr(s.X); x.calls {
			run = c.ops(x.t).drop(c, x)
		}
		return func(f *Frame) sliceH { run(f); return sliceH{nil, n, n} }, u.Elem()
	}
	arr := t.Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	p, n := c.expr(s.X).ptr(), int(arr.Len())
	return func(f *Frame) sliceH {
		q := p(f)
		if q == nil && values && n > 0 {
			nilDeref()
		}
		return sliceH{q, n, n}
	}, arr.Elem()
}

func (c *comp) rangeMap(s *ast.RangeStmt, l *label, def bool, t types.Type, u *types.Map) stmt {
	m := c.expr(s.X).ptr()
	mt, kt, vt := c.rt(t), c.rt(u.Key()), c.rt(u.Elem())
	ko, vo := c.slot(kt), c.slot(vt)
	keys, vals := s.Key != nil && !isBlank(s.Key), s.Value != nil && !isBlank(s.Value)
	set := c.assignVars(s.Key, s.Value, def, c.localExpr(u.Key(), ko), c.localExpr(u.Elem(), vo))
	body := c.block(s.Body.List)
	return func(f *Frame) ctl {
		mp := m(f)
		if mp == nil {
			return cNext
		}
		it := reflect.NewAt(mt, ptr(&mp)).Elem().MapRange()
		k := reflect.NewAt(kt, at(f, ko)).Elem()
		v := reflect.NewAt(vt, at(f, vo)).Elem()
		for it.Next() {
			if keys {
				k.SetIterKey(it)
			}
			if vals {
				v.SetIterValue(it)
			}
			if set != nil {
				set(f)
			}
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
		}
		return cNext
	}
}

func (c *comp) rangeChan(s *ast.RangeStmt, l *label, def bool, u *types.Chan) stmt {
	x := c.expr(s.X)
	ch, ct := x.ptr(), c.rt(chanOf(x.t))
	vo, co := c.slot(c.rt(u.Elem())), c.slot(ptrType)
	set := c.assignVar(s.Key, def, c.localExpr(u.Elem(), vo))
	body := c.block(s.Body.List)
	return func(f *Frame) ctl {
		*(*ptr)(at(f, co)) = ch(f)
		for f.m.run.recv(*(*ptr)(at(f, co)), at(f, vo), ct) {
			if set != nil {
				set(f)
			}
			if r := body(f); r != cNext {
				if stop, code := l.exit(r); stop {
					return code
				}
			}
			f.poll()
		}
		return cNext
	}
}
