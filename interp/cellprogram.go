package interp

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync/atomic"

	"medkit/interp/internal/check"
	"medkit/interp/internal/engine"
	"medkit/interp/internal/straight"
)

// program is a segment's code: yaegi's part and the engine's, in the order of
// the text.
type program struct {
	s      *Session
	seg    *check.Segment
	parts  *straight.Program
	only   *engine.Code // the whole segment, if yaegi gets nothing of it
	values []reflect.Value
	done   atomic.Int64 // steps that have ended
}

// program divides a segment's steps between yaegi, which gets those on its
// allow-list, and the engine.
func (s *Session) program(run *engine.Run, u *engine.Unit, seg *check.Segment) (*program, error) {
	p := &program{s: s, seg: seg, parts: straight.New()}
	var pending []engine.Step // for the engine
	first := 0
	compile := func(result ast.Expr) (*engine.Code, error) {
		code, err := s.world.Code(u, seg.Name, first, pending, result)
		pending = nil
		return code, err
	}
	flush := func() error {
		if len(pending) == 0 {
			return nil
		}
		from := int64(first)
		code, err := compile(nil)
		if err == nil {
			p.parts.Call(func() {
				p.done.Store(from)
				code.Call(run, &p.done)
			})
		}
		return err
	}
	whole := s.compileAll || !separable(seg.Steps)
	any := false
	for i, st := range seg.Steps {
		line, ok := "", false
		if !whole {
			line, ok = p.line(u.Info, st)
		}
		if !ok {
			if len(pending) == 0 {
				first = i
			}
			pending = append(pending, engine.Step{Stmt: st.Stmt, Vars: st.Vars, Init: st.Init})
			continue
		}
		if err := flush(); err != nil {
			return nil, err
		}
		any = true
		p.parts.Call(func() { // before each statement: where it is, and whether it is to run at all
			p.done.Store(int64(i))
			run.Check()
		})
		p.parts.Add(line)
	}
	if !any {
		code, err := compile(seg.Result)
		p.only = code
		return p, err
	}
	if len(pending) == 0 {
		first = len(seg.Steps)
	}
	code, err := compile(seg.Result)
	if err != nil {
		return nil, err
	}
	p.parts.Call(func() {
		p.done.Store(int64(first))
		p.values = code.Call(run, &p.done)
	})
	return p, nil
}

// separable tells whether the steps can run one by one: no deferred call, label
// or jump binds them together.
func separable(steps []check.Step) bool {
	for _, st := range steps {
		switch st.Stmt.(type) {
		case *ast.DeferStmt, *ast.LabeledStmt, *ast.BranchStmt:
			return false
		}
	}
	return true
}

// line is a step as yaegi gets it, if it is on the allow-list.
func (p *program) line(info *types.Info, st check.Step) (string, bool) {
	switch {
	case st.Stmt != nil:
		return p.parts.Statement(names{p.s}, info, st.Stmt)
	case len(st.Vars) == 1 && len(st.Init) == 1:
		return p.parts.Declaration(names{p.s}, info, st.Vars[0], st.Init[0])
	}
	return "", false
}

// run runs the program.
func (p *program) run(run *engine.Run) ([]reflect.Value, *engine.Fault) {
	var failed error
	fault := run.Do(func() {
		if p.only != nil {
			p.values = p.only.Call(run, &p.done)
			return
		}
		failed = p.parts.Run()
	})
	if fault != nil {
		return nil, fault
	}
	if failed != nil {
		return nil, &engine.Fault{Value: failed}
	}
	return p.values, nil
}

// position is the top-level statement that runs.
func (p *program) position() *engine.Position {
	if i := int(p.done.Load()); i < len(p.seg.Steps) {
		return &engine.Position{Func: p.seg.Name, Position: p.s.fset.Position(p.seg.Steps[i].Pos)}
	}
	if p.seg.Result != nil {
		return &engine.Position{Func: p.seg.Name, Position: p.s.fset.Position(p.seg.Result.Pos())}
	}
	return nil
}

// names is the session as yaegi's part sees it.
type names struct{ s *Session }

func (n names) Variable(v *types.Var) reflect.Value { return n.s.world.Pointer(v) }

func (n names) Type(t types.Type) reflect.Type { return n.s.world.Types().Type(t) }

// Function gives functions of this session and of the library, but for those
// that need the engine's frames.
func (n names) Function(f *types.Func) (reflect.Value, bool) { return n.s.world.Callable(f) }
