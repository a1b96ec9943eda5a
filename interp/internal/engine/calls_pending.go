package engine

import (
	"go/ast"
	"go/types"
	"reflect"

	"medkit/interp/internal/rtypes"
)

// What the call half provides, until it does.

type (
	machineCalls struct{}
	worldCalls   struct{}
	funcCalls    struct{}
	runCalls     struct{}
	deferState   struct{}
)

// Closure is what a func value of interpreted code holds.
type Closure struct {
	fn   *Func
	caps ptr // array of pointers to captured cells, or the func value of a bridge
	recv ptr // storage of a bound method's receiver
}

func (m *Machine) interrupted() { panic("interrupted") }
func (m *Machine) overflow()    { panic("stack overflow") }

// compiledBody is the code of a method for compiled callers.
func (w *World) compiledBody(m *types.Func, recv *types.Named) func(*rtypes.Frame) {
	panic(unsupported("a method called by compiled code"))
}

func (c *comp) callExpr(e *ast.CallExpr) *expr { c.fail(e, "call"); return nil }
func (c *comp) callStmt(e *ast.CallExpr) stmt  { c.fail(e, "call"); return nil }
func (c *comp) callMulti(e *ast.CallExpr) (eval func(*Frame), vals []*expr, done func(*Frame)) {
	c.fail(e, "call")
	return
}
func (c *comp) funcLit(e *ast.FuncLit) *expr { c.fail(e, "function literal"); return nil }
func (c *comp) funcValue(n ast.Node, o *types.Func, targs []types.Type) *expr {
	c.fail(n, "function value")
	return nil
}
func (c *comp) methodValue(e *ast.SelectorExpr) *expr { c.fail(e, "method value"); return nil }
func (c *comp) methodExpr(e *ast.SelectorExpr) *expr  { c.fail(e, "method expression"); return nil }
func (c *comp) goStmt(s *ast.GoStmt) stmt             { c.fail(s, "go"); return nil }
func (c *comp) deferStmt(s *ast.DeferStmt) stmt       { c.fail(s, "defer"); return nil }
func (c *comp) sendStmt(s *ast.SendStmt) stmt         { c.fail(s, "send"); return nil }
func (c *comp) selectStmt(s *ast.SelectStmt) stmt     { c.fail(s, "select"); return nil }
func (c *comp) recvExpr(e *ast.UnaryExpr) *expr       { c.fail(e, "receive"); return nil }
func (c *comp) recvMulti(e *ast.UnaryExpr) (eval func(*Frame), vals []*expr, done func(*Frame)) {
	c.fail(e, "receive")
	return
}
func (c *comp) recoverCall(n ast.Node) *expr            { c.fail(n, "recover"); return nil }
func (c *comp) panicStmt(n ast.Node, x *expr) stmt      { c.fail(n, "panic"); return nil }
func recvInto(f *Frame, ch, dst ptr) bool               { panic("recv") }
func runDefer(f *Frame, code func(*Frame) ctl) ctl      { panic("defer") }
func (w *World) funcPtr(t reflect.Type, c *Closure) ptr { panic("func value") }
func callFuncPtr(f *Frame, fv ptr, ft reflect.Type, lay *layout, set func(g *Frame)) {
	panic("call")
}
