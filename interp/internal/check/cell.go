package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
)

// A Checker is what a session has declared. Its methods must not run at the
// same time; the answers of Cell stay valid.
type Checker struct {
	fset *token.FileSet
	lib  Library
	now  *scope
	n    int // makes hidden names unique
}

// Library is where imports come from.
type Library interface {
	types.Importer
	// ByName gives the package that a bare name means, when these of its names
	// are used.
	ByName(name string, uses ...string) (path string, ok bool)
}

// New is the Checker of a session without declarations.
func New(fset *token.FileSet, lib Library) *Checker {
	return &Checker{fset: fset, lib: lib, now: &scope{names: map[string]*entry{}}}
}

// A Cell is a checked cell.
type Cell struct {
	Name     string
	Segments []*Segment
	after    *scope
}

// A Segment is a part of a cell that is checked as one, all of it if no name
// changes its type on the way. Do with it in this order: Bind, Load the files,
// Keep, Replace, run the Steps.
type Segment struct {
	Files []*ast.File
	Pkg   *types.Package
	Info  *types.Info
	// Imports are the paths of the cell's own import declarations.
	Imports []string
	// Binds are variables that live where others do.
	Binds []Bind
	// Replaced are functions and methods whose callers are to run Fresh.
	Replaced []Replaced
	// Bodies are declarations of methods of live types: Method runs Decl, whose
	// types are in Info.
	Bodies []Body
	// Steps are what runs, in order.
	Steps []Step
	// Result is the cell's last expression, if it has values.
	Result ast.Expr
	// Silent tells that the result is not to be shown.
	Silent bool
	// Name is the function that positions name: In[3].
	Name string
}

type (
	// Bind gives Var the storage of As.
	Bind struct{ Var, As *types.Var }
	// Replaced tells that callers of Old run Fresh.
	Replaced struct{ Old, Fresh *types.Func }
	// Body is a method's new declaration.
	Body struct {
		Method *types.Func
		Decl   *ast.FuncDecl
	}
)

// A Step is a statement, or a declaration of variables.
type Step struct {
	Stmt ast.Stmt     // or:
	Vars []*types.Var // declared; without Init they become zero
	Init []ast.Expr   // as many as Vars, or one with several values
	Pos  token.Pos
}

// cellPart is a segment while it is made.
type cellPart struct {
	*Checker
	name    string
	errs    *collector
	src     *parsed
	seen    *scope // what the segment sees
	stmts   []ast.Stmt
	fresh   map[string]bool // names that mean a new variable from their statement on
	renamed map[ast.Node]map[string]bool
	olds    map[string]*types.Var // the variables behind names that were renamed
}

// Cell checks a cell. The error is an Errors. Nothing is declared until Commit.
func (k *Checker) Cell(name, src string) (*Cell, error) {
	c := &collector{fset: k.fset, text: lineOf(src), last: endOf(src)}
	p := parse(c, name, src)
	if err := c.errors(); err != nil {
		return nil, err
	}
	cell := &Cell{Name: name, after: k.now.clone()}
	if err := k.declareImports(c, cell.after, p.imports); err != nil {
		return nil, err
	}
	rest, first := p.stmts, true
	for first || len(rest) > 0 {
		part := &cellPart{Checker: k, name: name, errs: c, src: p, seen: cell.after, stmts: rest,
			fresh: map[string]bool{}, olds: map[string]*types.Var{}, renamed: map[ast.Node]map[string]bool{}}
		if !first {
			part.src = &parsed{silent: p.silent}
		}
		seg, n, err := part.check()
		if err != nil {
			return nil, err
		}
		if first {
			for _, s := range p.imports {
				path, _ := strconv.Unquote(s.Path.Value)
				seg.Imports = append(seg.Imports, path)
			}
		}
		seg.Name = name
		cell.Segments = append(cell.Segments, seg)
		rest, first = rest[n:], false
	}
	return cell, nil
}

// Commit makes the cell's declarations the session's.
func (k *Checker) Commit(c *Cell) { k.now = c.after }

// Forget takes back variables whose declaration did not run.
func (k *Checker) Forget(before *Names, vars []*types.Var) {
	for _, v := range vars {
		if e := k.now.names[v.Name()]; e != nil && e.obj == v {
			if old := before.scope.names[v.Name()]; old != nil {
				k.now.names[v.Name()] = old
			} else {
				delete(k.now.names, v.Name())
			}
		}
	}
}

// Restore makes the session's names what they were.
func (k *Checker) Restore(n *Names) { k.now = n.scope }

// Names is a snapshot of the session's names.
type Names struct{ scope *scope }

// Names gives the session's names as they are.
func (k *Checker) Names() *Names { return &Names{k.now} }

// declareImports puts the cell's imports into a scope.
func (k *Checker) declareImports(c *collector, s *scope, specs []*ast.ImportSpec) error {
	for _, spec := range specs {
		path, _ := strconv.Unquote(spec.Path.Value)
		pkg, err := k.lib.Import(path)
		if err != nil {
			c.add(c.fset.Position(spec.Pos()), err.Error())
			continue
		}
		name := pkg.Name()
		if spec.Name != nil {
			name = spec.Name.Name
		}
		switch name {
		case "_":
		case ".":
			s.dots = append(s.dots, path)
		default:
			s.names[name] = &entry{path: path}
		}
	}
	return c.errors()
}

// check checks the segment and tells how many of the statements are in it.
func (p *cellPart) check() (*Segment, int, error) {
	stmts := p.stmts
	for {
		a := p.attempt(stmts)
		i, name := a.changed()
		if i < 0 {
			if err := a.finish(); err != nil {
				return nil, 0, err
			}
			for n, e := range a.after {
				p.seen.names[n] = e
			}
			return a.seg, len(stmts), nil
		}
		if a.mentionedBefore(i, name) {
			stmts = stmts[:i] // the name means the old variable up to here
			continue
		}
		if p.fresh[name] { // nothing is left to try
			p.errs.add(p.fset.Position(stmts[i].Pos()), name+" redeclared with another type in this statement")
			return nil, 0, p.errs.errors()
		}
		p.fresh[name] = true
		p.renameOld(stmts[i], name)
	}
}

// renameOld makes the right side of a declaration of name mean the variable
// that name meant before.
func (p *cellPart) renameOld(s ast.Stmt, name string) {
	old := p.seen.names[name].variable()
	if old == nil || p.renamed[s][name] {
		return
	}
	if p.renamed[s] == nil {
		p.renamed[s] = map[string]bool{}
	}
	p.renamed[s][name] = true
	hidden := name + hiddenMark + "old"
	p.olds[hidden] = old
	for _, e := range rightSides(s) {
		renameIdents(e, name, hidden)
	}
}

// hiddenMark is in names that no user can write.
const hiddenMark = "·"

// renameIdents renames the identifiers of a name, but selected ones and keys of
// struct literals.
func renameIdents(n ast.Node, from, to string) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if n.Name == from {
				n.Name = to
			}
		case *ast.SelectorExpr:
			renameIdents(n.X, from, to)
			return false
		case *ast.CompositeLit:
			_, isMap := n.Type.(*ast.MapType)
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok && !isMap {
					if _, ok := kv.Key.(*ast.Ident); ok {
						renameIdents(kv.Value, from, to)
						continue
					}
				}
				renameIdents(e, from, to)
			}
			return false
		}
		return true
	})
}

// declared are the names and right sides of a statement that declares
// variables of the session; ok is false for others.
func declared(s ast.Stmt) (specs []*ast.ValueSpec, ok bool) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.DEFINE {
			return nil, false
		}
		v := &ast.ValueSpec{Values: s.Rhs}
		for _, l := range s.Lhs {
			id, ok := l.(*ast.Ident)
			if !ok {
				return nil, false // go/types says what is wrong
			}
			v.Names = append(v.Names, id)
		}
		return []*ast.ValueSpec{v}, true
	case *ast.DeclStmt:
		d, ok := s.Decl.(*ast.GenDecl)
		if !ok || d.Tok != token.VAR {
			return nil, false
		}
		for _, sp := range d.Specs {
			if v, ok := sp.(*ast.ValueSpec); ok {
				specs = append(specs, v)
			}
		}
		return specs, true
	}
	return nil, false
}

func rightSides(s ast.Stmt) (es []ast.Expr) {
	specs, _ := declared(s)
	for _, v := range specs {
		es = append(es, v.Values...)
	}
	return es
}
