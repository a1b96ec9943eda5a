package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"runtime"
)

// File is a source file.
type File struct {
	Name string
	Src  string
}

// Package is a checked whole program.
type Package struct {
	Files []*ast.File
	Pkg   *types.Package
	Info  *types.Info
}

// goVersion is the language that programs and cells are checked as. The engine
// has no generic methods yet, which 1.27 brings.
const goVersion = "go1.26"

// newInfo makes the tables that the engine reads.
func newInfo() *types.Info {
	return &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
}

// Program parses and checks the files of a program: package main with a
// function main. The error is an Errors.
func Program(fset *token.FileSet, lib types.Importer, files []File) (*Package, error) {
	c := &collector{fset: fset}
	p := &Package{Info: newInfo()}
	for _, f := range files {
		a, err := parser.ParseFile(fset, f.Name, f.Src, parser.SkipObjectResolution|parser.AllErrors)
		if err != nil {
			c.addError(err)
			continue
		}
		p.Files = append(p.Files, a)
	}
	if err := c.errors(); err != nil {
		return nil, err
	}
	conf := types.Config{Importer: lib, GoVersion: goVersion, Sizes: types.SizesFor("gc", runtime.GOARCH), Error: c.addError}
	p.Pkg, _ = conf.Check("main", fset, p.Files, p.Info) // the errors are c's
	if err := c.errors(); err != nil {
		return nil, err
	}
	name := p.Files[0].Name
	switch main, _ := p.Pkg.Scope().Lookup("main").(*types.Func); {
	case name.Name != "main":
		c.add(fset.Position(name.Pos()), "package "+name.Name+" is not a main package")
	case main == nil:
		c.add(fset.Position(name.Pos()), "function main is undeclared in the main package")
	}
	if err := c.errors(); err != nil {
		return nil, err
	}
	return p, nil
}

// Main is the program's function main.
func (p *Package) Main() *types.Func { return p.Pkg.Scope().Lookup("main").(*types.Func) }

// IsProgram tells whether a text is a whole program, or a file of one: it has a
// package clause.
func IsProgram(src string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return err == nil
}
