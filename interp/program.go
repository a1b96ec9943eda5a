package interp

import (
	"errors"
	"fmt"
	"go/token"
	"io"

	"medkit/interp/internal/check"
	"medkit/interp/internal/engine"
	"medkit/interp/internal/own"
	"medkit/interp/internal/rtypes"
	"medkit/interp/internal/stdlib"
)

// A File is a source file of a program.
type File = check.File

// Probe tells whether this build can run Go at all: its data was made for
// another Go version or system if not.
func Probe() error { return errors.Join(stdlib.Probe(), rtypes.Probe()) }

// RunProgram executes a program, package main in one or several files, as its
// build would run: with the process's own standard streams, arguments and exit.
// It returns main's exit status: 0, 1 after a compile error, 2 after a panic,
// each told on errs. A call of os.Exit, and a panic in another goroutine, end
// the process from where they are.
func RunProgram(errs io.Writer, files ...File) int {
	if err := Probe(); err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	fset := token.NewFileSet()
	lib := own.NewLibrary(fset)
	p, err := check.Program(fset, lib, files)
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	for _, f := range p.Files {
		attach(f.Imports)
	}
	w := engine.New(engine.Config{Lib: lib})
	u := &engine.Unit{Fset: fset, Files: p.Files, Pkg: p.Pkg, Info: p.Info, Program: true}
	if err := w.Load(u); err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	return w.RunProgram(u)
}
