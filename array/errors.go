package array

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error, by NumPy's exception of the same meaning. An [*Error]
// wraps one of them, so errors.Is tells them apart.
var (
	ErrValue      = errors.New("ValueError")          // a shape, value or argument that can't be
	ErrType       = errors.New("TypeError")           // operand types without a loop, a cast that is not allowed
	ErrIndex      = errors.New("IndexError")          // an index out of bounds, too many indices
	ErrAxis       = errors.New("AxisError")           // an axis out of bounds (an ErrValue and an ErrIndex in NumPy)
	ErrOverflow   = errors.New("OverflowError")       // an integer that does not fit its dtype
	ErrZeroDivide = errors.New("ZeroDivisionError")   // an integer power or division that Python refuses
	ErrLinAlg     = errors.New("LinAlgError")         // a singular matrix and the like
	ErrMemory     = errors.New("MemoryError")         // an array larger than memory may hold
	ErrKey        = errors.New("KeyError")            // a name that is no field
	ErrNotBuilt   = errors.New("NotImplementedError") // NumPy has it, this library does not yet
)

// An Error is what functions of this package panic with when their arguments
// don't fit (see the package documentation). [Try] turns the panic into an
// ordinary error.
type Error struct {
	Op     string  // the operation, by its Go name: "Add", "Reshape"
	Kind   error   // one of the sentinels above
	Msg    string  // what was wrong and what to do, one line
	Shapes [][]int // the operands' shapes, where they matter
}

// Error gives one line: operation, message and kind.
func (e *Error) Error() string {
	if e.Op == "" {
		return e.Msg
	}
	return "array." + e.Op + ": " + e.Msg
}

// Unwrap gives the kind, for errors.Is.
func (e *Error) Unwrap() error { return e.Kind }

// fail panics with an Error.
func fail(op string, kind error, format string, args ...any) {
	panic(&Error{Op: op, Kind: kind, Msg: fmt.Sprintf(format, args...)})
}

// failShapes panics with an Error that carries shapes.
func failShapes(op string, kind error, shapes [][]int, format string, args ...any) {
	panic(&Error{Op: op, Kind: kind, Msg: fmt.Sprintf(format, args...), Shapes: shapes})
}

// Try runs f and returns the *Error that it panicked with, or nil. Other panics
// go on.
func Try(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	f()
	return nil
}

// shapeString writes a shape as NumPy does: (), (3,), (3, 4).
func shapeString(shape []int) string {
	var b strings.Builder
	b.WriteByte('(')
	for i, n := range shape {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprint(&b, n)
	}
	if len(shape) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String()
}

// OneLine tells a front end that the text is all there is to show: the mistake
// is in the arguments, and a stack trace would hide it.
func (e *Error) OneLine() bool { return true }
