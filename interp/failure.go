package interp

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"medkit/internal/cell"
	"medkit/interp/internal/check"
	"medkit/interp/internal/engine"
)

// The names of errors that front ends show.
const (
	nameCompile = "compile error"
	namePanic   = "panic"
	nameExit    = "exit"
)

// compileError shows what is wrong with a text, with the lines in question.
func compileError(err error) *cell.Error {
	var list check.Errors
	var unsupported *engine.Error
	switch {
	case errors.As(err, &list):
		e := &cell.Error{Name: nameCompile, Value: list[0].Error()}
		if len(list) > 1 {
			e.Value += fmt.Sprintf(" (and %d more)", len(list)-1)
		}
		for _, x := range list {
			e.Traceback = append(e.Traceback, strings.Split(x.Quoted(), "\n")...)
		}
		return e
	case errors.As(err, &unsupported):
		return &cell.Error{Name: nameCompile, Value: err.Error(), Traceback: []string{err.Error()}}
	}
	return &cell.Error{Name: nameCompile, Value: err.Error(), Traceback: []string{err.Error()}}
}

// oneLiner is an error that is the user's own mistake, told in full by its
// text: no stack is shown.
type oneLiner interface {
	error
	OneLine() bool
}

// failed shows a Fault. at is the top-level statement that was running, if the
// Fault does not know it.
func (x *execution) failed(f *engine.Fault, at *engine.Position) *cell.Error {
	if at != nil && (len(f.Trace) == 0 || f.Trace[len(f.Trace)-1].Func != at.Func) {
		f.Trace = append(f.Trace, *at)
	}
	switch {
	case f.Exit != nil:
		return &cell.Error{Name: nameExit, Value: fmt.Sprintf("os.Exit(%d)", *f.Exit),
			Traceback: []string{fmt.Sprintf("os.Exit(%d) was called", *f.Exit)}, Exit: f.Exit}
	case f.Interrupted:
		return &cell.Error{Name: cell.Interrupted, Value: "the cell was interrupted", Traceback: x.lines("interrupted", f)}
	case f.Goexit:
		return &cell.Error{Name: "goexit", Value: "runtime.Goexit was called in the cell", Traceback: []string{"runtime.Goexit was called in the cell"}}
	}
	if e, ok := f.Value.(oneLiner); ok && e.OneLine() {
		return &cell.Error{Name: errorName(e), Value: e.Error(), Traceback: append([]string{errorName(e) + ": " + e.Error()}, x.where(f)...)}
	}
	text := f.Text()
	return &cell.Error{Name: namePanic, Value: text, Traceback: x.lines("panic: "+text, f)}
}

// errorName is the name of an error whose text is all that is shown.
func errorName(e error) string {
	if k := errors.Unwrap(e); k != nil {
		return k.Error()
	}
	return "error"
}

// lines is a traceback: what happened, then where, innermost first.
func (x *execution) lines(what string, f *engine.Fault) []string {
	return append(strings.Split(what, "\n"), x.where(f)...)
}

// where are the places of a Fault with the lines of source that they are in.
func (x *execution) where(f *engine.Fault) (lines []string) {
	for _, p := range f.Trace {
		l := fmt.Sprintf("    %s:%d:%d", p.Filename, p.Line, p.Column)
		if name := strings.TrimPrefix(p.Func, "main."); name != p.Filename {
			l += " in " + name
		}
		if src := x.s.line(p.Filename, p.Line); src != "" {
			l += "    " + strings.TrimSpace(src)
		}
		lines = append(lines, l)
	}
	return lines
}

// crashed shows what ended a goroutine of the cell.
func (x *execution) crashed(f *engine.Fault) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "a goroutine of %s ended with panic: %s\n", x.name, f.Text())
	for _, l := range x.where(f) {
		fmt.Fprintln(&b, l)
	}
	x.sink.Stream(cell.Stderr, b.Bytes())
}
