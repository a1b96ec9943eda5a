package engine

import (
	"fmt"
	"go/ast"
	"go/token"
)

// Error is a construct that the engine cannot compile. It is found before any
// of the function's code runs.
type Error struct {
	Pos token.Position
	Msg string
}

func (e *Error) Error() string {
	if e.Pos.IsValid() {
		return e.Pos.String() + ": " + e.Msg
	}
	return e.Msg
}

// unsupported is an Error that does not know its place yet; the compile
// context adds it.
func unsupported(msg string) *Error { return &Error{Msg: msg} }

// fail ends compilation with an Error at n.
func (c *comp) fail(n ast.Node, format string, a ...any) {
	panic(&Error{c.u.fset.Position(n.Pos()), fmt.Sprintf(format, a...)})
}

// locate is deferred while n is compiled: it gives an Error that does not know
// its place n's.
func (c *comp) locate(n ast.Node) {
	switch e := recover().(type) {
	case nil:
	case *Error:
		if !e.Pos.IsValid() {
			e = &Error{c.u.fset.Position(n.Pos()), e.Msg}
		}
		panic(e)
	default:
		panic(e)
	}
}
