package engine

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
)

// selectCase is one clause of a select.
type selectCase struct {
	dir  reflect.SelectDir
	ct   reflect.Type
	ch   func(*Frame) ptr
	send func(*Frame, ptr) // writes the value to be sent
	elem uintptr           // slot of the received value, or of the one to be sent
	ok   uintptr           // slot of the second result
	set  []func(*Frame)    // assigns what was received
	body stmt
}

func (c *comp) selectStmt(s *ast.SelectStmt) stmt {
	l := c.takeLabel()
	cases := make([]selectCase, len(s.Body.List))
	for i, st := range s.Body.List {
		mark := len(c.locals)
		cases[i] = c.selectCase(st.(*ast.CommClause))
		c.release(&c.locals, mark)
	}
	choose := selectAny(cases)
	if len(cases) == 2 && cases[1].dir == reflect.SelectDefault {
		choose = selectTry(cases, 0, 1)
	} else if len(cases) == 2 && cases[0].dir == reflect.SelectDefault {
		choose = selectTry(cases, 1, 0)
	}
	return func(f *Frame) ctl {
		k := &cases[choose(f)]
		for _, set := range k.set {
			set(f)
		}
		return l.leave(k.body(f))
	}
}

func (c *comp) selectCase(cc *ast.CommClause) selectCase {
	k := selectCase{dir: reflect.SelectDefault}
	switch m := cc.Comm.(type) {
	case nil:
	case *ast.SendStmt:
		ch := c.expr(m.Chan)
		et := ch.t.Underlying().(*types.Chan).Elem()
		k.dir, k.ch, k.ct = reflect.SelectSend, ch.ptr(), c.rt(chanOf(ch.t))
		k.send, k.elem = c.ops(et).into(c.as(m.Value, et)), c.slot(c.rt(et))
	case *ast.ExprStmt:
		c.selectRecv(&k, m.X, nil, false)
	case *ast.AssignStmt:
		c.selectRecv(&k, m.Rhs[0], m.Lhs, m.Tok == token.DEFINE)
	}
	k.body = c.block(cc.Body)
	return k
}

func (c *comp) selectRecv(k *selectCase, e ast.Expr, lhs []ast.Expr, def bool) {
	ch := c.expr(ast.Unparen(e).(*ast.UnaryExpr).X)
	et := ch.t.Underlying().(*types.Chan).Elem()
	k.dir, k.ch, k.ct = reflect.SelectRecv, ch.ptr(), c.rt(chanOf(ch.t))
	k.elem, k.ok = c.slot(c.rt(et)), c.slot(boolType)
	vals := []*expr{c.localExpr(et, k.elem), c.localExpr(types.Typ[types.Bool], k.ok)}
	for i, x := range lhs {
		if set := c.assignVar(x, def, vals[i]); set != nil {
			k.set = append(k.set, set)
		}
	}
}

// selectTry is a select of one case and default.
func selectTry(cases []selectCase, i, def int) func(*Frame) int {
	k := &cases[i]
	if k.dir == reflect.SelectSend {
		et := rtypeOf(k.ct.Elem())
		return func(f *Frame) int {
			ch := k.ch(f)
			k.send(f, at(f, k.elem))
			sent := ch != nil && chansend(ch, at(f, k.elem), true)
			typedmemclr(et, at(f, k.elem))
			f.poll()
			if sent {
				return i
			}
			return def
		}
	}
	return func(f *Frame) int {
		ch := k.ch(f)
		f.poll()
		if ch == nil {
			return def
		}
		selected, ok := chanrecv(ch, true, at(f, k.elem))
		if !selected {
			return def
		}
		*(*bool)(at(f, k.ok)) = ok
		return i
	}
}

// selectAny is any other select.
func selectAny(cases []selectCase) func(*Frame) int {
	wait := true
	for i := range cases {
		wait = wait && cases[i].dir != reflect.SelectDefault
	}
	return func(f *Frame) int {
		r := f.m.run
		ops := make([]reflect.SelectCase, len(cases), len(cases)+1)
		for i := range cases {
			k := &cases[i]
			ops[i].Dir = k.dir
			if k.ch == nil {
				continue
			}
			ch := k.ch(f)
			ops[i].Chan = chanValue(k.ct, ch)
			if k.send != nil {
				v := reflect.New(k.ct.Elem())
				k.send(f, v.UnsafePointer())
				if ch != nil {
					ops[i].Send = v.Elem()
				}
			}
		}
		if wait && r.wake != nil {
			ops = append(ops, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(r.wake)})
		}
		f.poll()
		i, v, ok := reflect.Select(ops)
		if i == len(cases) {
			panic(&unwind{})
		}
		if k := &cases[i]; k.dir == reflect.SelectRecv {
			t := k.ct.Elem()
			typedmemmove(rtypeOf(t), at(f, k.elem), valuePtr(v, t))
			*(*bool)(at(f, k.ok)) = ok
		}
		return i
	}
}
