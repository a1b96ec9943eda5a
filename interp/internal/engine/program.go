package engine

import (
	"go/types"
	"os"
)

// RunProgram runs a loaded program: its initialisers, then main. It gives the
// exit status that the built program would have, after writing what Go writes
// on standard error. A goroutine that panics, and os.Exit, end the process from
// where they are.
func (w *World) RunProgram(u *Unit) int {
	r := w.Start(Options{Name: "main", Program: true})
	f := r.Inits(u)
	if f == nil {
		f = r.Call(u.Pkg.Scope().Lookup("main").(*types.Func))
	}
	switch {
	case f == nil:
		return 0
	case f.Goexit:
		select {} // the other goroutines go on; without any the runtime reports a deadlock
	case f.Exit != nil:
		return *f.Exit
	}
	_ = f.Write(os.Stderr) // nowhere else to say that it failed
	return 2
}
