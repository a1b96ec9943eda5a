package engine

import (
	"go/ast"
	"go/token"
)

// stmt is a compiled statement.
type stmt = func(*Frame) ctl

// ctl tells how a statement ended.
type ctl int

const (
	cNext   ctl = iota // go on with the next statement
	cBreak             // leave the innermost loop, switch or select
	cCont              // next iteration of the innermost loop
	cReturn            // leave the function
	cUser              // first code of labels, three each
)

// label has the codes of a labelled statement. The zero of an unlabelled one
// (takeLabel) holds codes that no statement returns.
type label struct {
	brk, cont, jump ctl
	target          bool // of a goto
}

func (c *comp) label(name string) *label {
	l := c.labels[name]
	if l == nil {
		l = &label{brk: c.codes, cont: c.codes + 1, jump: c.codes + 2}
		c.codes += 3
		c.labels[name] = l
	}
	return l
}

// takeLabel gives the label of the loop, switch or select that is being
// compiled.
func (c *comp) takeLabel() *label {
	l := c.pending
	c.pending = nil
	if l == nil {
		l = &label{brk: -1, cont: -1, jump: -1}
	}
	return l
}

// exit judges the code with which a loop body ended: whether the loop ends, and
// with which code the loop statement does.
func (l *label) exit(r ctl) (stop bool, code ctl) {
	if r == cBreak || r == l.brk {
		return true, cNext
	}
	if r != cCont && r != l.cont {
		return true, r
	}
	return false, cNext
}

// leave is exit for what can only be left: switch and select.
func (l *label) leave(r ctl) ctl {
	if r == cBreak || r == l.brk {
		return cNext
	}
	return r
}

func nop(*Frame) ctl { return cNext }

// do makes a statement of an action.
func do(fn func(*Frame)) stmt { return func(f *Frame) ctl { fn(f); return cNext } }

// doAll makes one of several.
func doAll(fns []func(*Frame)) stmt {
	if len(fns) == 1 {
		return do(fns[0])
	}
	return do(all(fns))
}

func all(fns []func(*Frame)) func(*Frame) {
	switch len(fns) {
	case 0:
		return func(*Frame) {}
	case 1:
		return fns[0]
	case 2:
		a, b := fns[0], fns[1]
		return func(f *Frame) { a(f); b(f) }
	case 3:
		a, b, c := fns[0], fns[1], fns[2]
		return func(f *Frame) { a(f); b(f); c(f) }
	}
	return func(f *Frame) {
		for _, fn := range fns {
			fn(f)
		}
	}
}

func (c *comp) block(list []ast.Stmt) stmt {
	defer c.release(&c.locals, len(c.locals))
	var ss []stmt
	var ps []int32
	jumps := map[ctl]int{}
	for _, s := range list {
		if l, ok := s.(*ast.LabeledStmt); ok && c.isTarget(l.Label.Name) {
			jumps[c.label(l.Label.Name).jump] = len(ss)
		}
		if x := c.stmt(s); x != nil {
			ss = append(ss, x)
			ps = append(ps, int32(s.Pos()))
		}
	}
	if len(jumps) > 0 {
		return jumpBlock(ss, ps, jumps)
	}
	return seq(ss, ps)
}

// jumpBlock is a block with labels that gotos name: a goto leaves statement
// after statement with the label's code until it comes here.
func jumpBlock(ss []stmt, ps []int32, jumps map[ctl]int) stmt {
	return func(f *Frame) ctl {
		for i := 0; i < len(ss); i++ {
			f.pos = ps[i]
			r := ss[i](f)
			if r == cNext {
				continue
			}
			k, ok := jumps[r]
			if !ok {
				return r
			}
			f.poll()
			i = k - 1
		}
		return cNext
	}
}

// poll is called at back edges.
func (f *Frame) poll() {
	if f.m.run.stop.Load() != 0 {
		f.m.interrupted()
	}
}

// seq runs statements one after the other, with their positions.
func seq(ss []stmt, ps []int32) stmt {
	switch len(ss) {
	case 0:
		return nop
	case 1:
		a, p := ss[0], ps[0]
		return func(f *Frame) ctl { f.pos = p; return a(f) }
	case 2:
		a, b := ss[0], ss[1]
		p, q := ps[0], ps[1]
		return func(f *Frame) ctl {
			f.pos = p
			if r := a(f); r != cNext {
				return r
			}
			f.pos = q
			return b(f)
		}
	case 3:
		a, b, d := ss[0], ss[1], ss[2]
		p, q, t := ps[0], ps[1], ps[2]
		return func(f *Frame) ctl {
			f.pos = p
			if r := a(f); r != cNext {
				return r
			}
			f.pos = q
			if r := b(f); r != cNext {
				return r
			}
			f.pos = t
			return d(f)
		}
	}
	return func(f *Frame) ctl {
		for i, s := range ss {
			f.pos = ps[i]
			if r := s(f); r != cNext {
				return r
			}
		}
		return cNext
	}
}

// isTarget tells whether a goto of the function names the label. Gotos were
// found before the body was compiled: they may stand before or after.
func (c *comp) isTarget(name string) bool { return c.label(name).target }

func (c *comp) stmt(s ast.Stmt) stmt {
	defer c.locate(s)
	defer c.release(&c.temps, len(c.temps))
	switch s.(type) {
	case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		// its own variables end with it
		defer c.release(&c.locals, len(c.locals))
	}
	switch s := s.(type) {
	case *ast.EmptyStmt:
		return nil
	case *ast.ExprStmt:
		return c.exprStmt(s.X)
	case *ast.AssignStmt:
		return c.assign(s)
	case *ast.IncDecStmt:
		return c.incDec(s)
	case *ast.DeclStmt:
		return c.declStmt(s.Decl.(*ast.GenDecl))
	case *ast.BlockStmt:
		return c.block(s.List)
	case *ast.IfStmt:
		return c.ifStmt(s)
	case *ast.ForStmt:
		return c.forStmt(s)
	case *ast.RangeStmt:
		return c.rangeStmt(s)
	case *ast.ReturnStmt:
		return c.returnStmt(s)
	case *ast.LabeledStmt:
		return c.labeled(s)
	case *ast.BranchStmt:
		return c.branch(s)
	case *ast.SwitchStmt:
		return c.switchStmt(s)
	case *ast.TypeSwitchStmt:
		return c.typeSwitch(s)
	case *ast.SelectStmt:
		return c.selectStmt(s)
	case *ast.GoStmt:
		return c.goStmt(s)
	case *ast.DeferStmt:
		return c.deferStmt(s)
	case *ast.SendStmt:
		return c.sendStmt(s)
	}
	c.fail(s, "statement %T", s)
	return nil
}

func (c *comp) labeled(s *ast.LabeledStmt) stmt {
	l := c.label(s.Label.Name)
	switch s.Stmt.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		c.pending = l
	}
	return c.simple(s.Stmt)
}

func (c *comp) branch(s *ast.BranchStmt) stmt {
	var r ctl
	switch {
	case s.Tok == token.BREAK && s.Label == nil:
		r = cBreak
	case s.Tok == token.CONTINUE && s.Label == nil:
		r = cCont
	case s.Tok == token.BREAK:
		r = c.label(s.Label.Name).brk
	case s.Tok == token.CONTINUE:
		r = c.label(s.Label.Name).cont
	case s.Tok == token.GOTO:
		r = c.label(s.Label.Name).jump
	default:
		c.fail(s, "misplaced %v", s.Tok)
	}
	return func(*Frame) ctl { return r }
}

// findTargets notes the labels that gotos of the body name.
func (c *comp) findTargets(b *ast.BlockStmt) {
	ast.Inspect(b, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			if n.Tok == token.GOTO {
				c.label(n.Label.Name).target = true
			}
		}
		return true
	})
}
