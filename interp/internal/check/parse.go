package check

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// parsed is the syntax of a cell.
type parsed struct {
	imports []*ast.ImportSpec
	decls   []ast.Decl // of functions, types and constants
	stmts   []ast.Stmt // in order, var declarations among them
	silent  bool       // a semicolon ends the cell: nothing is shown
}

// parse parses a cell. Errors are added to c.
func parse(c *collector, name, src string) *parsed {
	pieces, extra, open := split(src)
	if open >= 0 {
		c.add(positionIn(name, src, open), "comment not terminated")
		return nil
	}
	if extra >= 0 {
		c.add(positionIn(name, src, extra), "unexpected "+src[extra:extra+1])
		return nil
	}
	p := &parsed{}
	for _, x := range pieces {
		if x.kind == isPackage {
			c.add(positionIn(name, src, x.start), "a package clause in a cell that is not a whole program: leave it out, or declare func main in package main")
			return nil
		}
	}
	if n := len(pieces); n > 0 {
		p.silent = pieces[n-1].semicolon
	}
	line := fmt.Sprintf("/*line %s:1:1*/", name)
	file := func(before string, after string, mode parser.Mode, keep pieceKind) *ast.File {
		text := before + line + string(blank(src, pieces, func(x piece) bool { return x.kind == keep })) + after
		f, err := parser.ParseFile(c.fset, name, text, mode|parser.SkipObjectResolution)
		if err != nil {
			c.addError(err)
		}
		return f
	}
	if f := file("package main;", "", parser.ImportsOnly, isImport); f != nil {
		p.imports = f.Imports
	}
	if f := file("package main;", "", 0, isDecl); f != nil {
		p.decls = f.Decls
	}
	if f := file("package main;func _(){", "\n}", 0, isStmt); f != nil && len(f.Decls) > 0 {
		if fd, ok := f.Decls[0].(*ast.FuncDecl); ok && fd.Body != nil {
			p.stmts = fd.Body.List
		}
	}
	for _, s := range p.stmts {
		topLevel(c, s)
		declaredTwice(c, s)
	}
	for _, d := range p.decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			c.add(c.fset.Position(f.Pos()), "func init in a cell: write its statements in the cell itself")
		}
	}
	return p
}

// declaredTwice refuses a name that one statement declares twice, in the words
// of go/types.
func declaredTwice(c *collector, s ast.Stmt) {
	specs, _ := declared(s)
	seen := map[string]bool{}
	for _, v := range specs {
		for _, id := range v.Names {
			if id.Name != "_" && seen[id.Name] {
				msg := id.Name + " redeclared in this block"
				if _, ok := s.(*ast.AssignStmt); ok {
					msg = id.Name + " repeated on left side of :="
				}
				c.add(c.fset.Position(id.Pos()), msg)
			}
			seen[id.Name] = true
		}
	}
}

// topLevel refuses what only a function can hold.
func topLevel(c *collector, s ast.Stmt) {
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			c.add(c.fset.Position(n.Pos()), "return outside of a function")
		}
		return true
	})
}

// positionIn is the position of an offset in a text.
func positionIn(name, src string, off int) token.Position {
	before := src[:off]
	return token.Position{Filename: name, Offset: off, Line: 1 + strings.Count(before, "\n"), Column: off - strings.LastIndexByte(before, '\n')}
}
