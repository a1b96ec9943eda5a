package interp

import (
	"go/parser"
	"go/token"

	"medkit/interp/internal/stdlib"
)

// Detach undoes what linking the whole standard library into this binary did to
// the process. A program that embeds the interpreter calls it once, at start.
func Detach() { stdlib.Detach() }

// IsProgram tells whether a text is a whole program, or a file of one: it has a
// package clause.
func IsProgram(src string) bool {
	f, _ := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return f != nil && f.Name != nil && f.Name.Name != "" && f.Name.Name != "_"
}

// RunCells executes a file of cells.
func RunCells(f File) int { panic("not yet") }
