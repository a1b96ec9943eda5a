package engine

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime"

	"medkit/interp/internal/stdlib"
)

// runFile runs a whole program and gives its exit status.
func runFile(file string, poison, collect bool) int {
	src, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	os.Args = []string{file}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	lib := stdlib.New(fset)
	info := newInfo()
	conf := types.Config{Importer: lib}
	pkg, err := conf.Check("main", fset, []*ast.File{f}, info)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w := New(Config{Lib: lib, Poison: poison})
	u := &Unit{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, Info: info, Program: true}
	if err := w.Load(u); err != nil {
		fmt.Fprintln(os.Stderr, "unsupported:", err)
		return 3
	}
	if collect {
		go func() {
			for {
				runtime.GC()
			}
		}()
	}
	return w.RunProgram(u)
}
