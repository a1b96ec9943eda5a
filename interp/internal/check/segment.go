package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// attempt is one try to check statements as a segment.
type attempt struct {
	*cellPart
	stmts  []ast.Stmt
	errs   *collector
	seg    *Segment
	file   *ast.File
	vars   []declaredVar
	result *ast.ExprStmt
	steps  []protoStep
	bodies []protoBody
	after  map[string]*entry
	// literals tells that struct literals without keys are to be looked at again.
	literals bool
}

// declaredVar is a variable that a statement declares.
type declaredVar struct {
	stmt   int
	name   string     // as the user wrote it
	ident  *ast.Ident // in the package-level declaration; hidden if the name keeps its meaning
	hidden bool
}

type protoStep struct {
	stmt  ast.Stmt
	index int // of the statement
	spec  *ast.ValueSpec
}

type protoBody struct {
	method *types.Func
	decl   *ast.FuncDecl
}

func (p *cellPart) attempt(stmts []ast.Stmt) *attempt {
	a := &attempt{cellPart: p, stmts: stmts, after: map[string]*entry{},
		errs: &collector{fset: p.fset, text: p.errs.text},
		seg:  &Segment{Pkg: types.NewPackage("main", "main"), Info: newInfo(), Silent: p.src.silent}}
	a.file = &ast.File{Name: ast.NewIdent("main")}
	decls := a.declarations()
	body := a.body()
	a.imports(append(slices.Clone(decls), body...))
	a.file.Decls = append(a.file.Decls, decls...)
	a.file.Decls = append(a.file.Decls, body...)
	a.insertLive()
	conf := types.Config{Importer: p.lib, GoVersion: goVersion, Sizes: types.SizesFor("gc", runtime.GOARCH), Error: a.typeError}
	_ = types.NewChecker(&conf, p.fset, a.seg.Pkg, a.seg.Info).Files([]*ast.File{a.file}) // the errors are a's
	a.seg.Files = []*ast.File{a.file}
	return a
}

// body makes package-level variables of the statements that declare some, and a
// function of the others.
func (a *attempt) body() []ast.Decl {
	var decls []ast.Decl
	var rest []ast.Stmt
	here := map[string]bool{}
	for i, s := range a.stmts {
		specs, ok := declared(s)
		if !ok {
			rest = append(rest, s)
			a.steps = append(a.steps, protoStep{stmt: s, index: i})
			continue
		}
		for _, v := range specs {
			spec := &ast.ValueSpec{Type: v.Type, Values: v.Values}
			for _, id := range v.Names {
				d := declaredVar{stmt: i, name: id.Name, ident: &ast.Ident{NamePos: id.NamePos, Name: id.Name}}
				if id.Name != "_" {
					live := a.seen.names[id.Name].variable() != nil && a.after[id.Name] == nil
					if here[id.Name] || live && !a.fresh[id.Name] {
						a.n++
						d.hidden, d.ident.Name = true, id.Name+hiddenMark+strconv.Itoa(a.n)
					}
					here[id.Name] = true
				}
				spec.Names = append(spec.Names, d.ident)
				a.vars = append(a.vars, d)
			}
			decls = append(decls, &ast.GenDecl{TokPos: s.Pos(), Tok: token.VAR, Specs: []ast.Spec{spec}})
			a.steps = append(a.steps, protoStep{spec: spec, index: i})
		}
	}
	if len(a.stmts) == len(a.cellPart.stmts) && len(rest) > 0 { // the cell's end
		if x, ok := rest[len(rest)-1].(*ast.ExprStmt); ok && x == a.stmts[len(a.stmts)-1] {
			a.result = x
		}
	}
	if len(rest) > 0 {
		pos := rest[0].Pos()
		decls = append(decls, &ast.FuncDecl{
			Name: &ast.Ident{NamePos: pos, Name: "_"},
			Type: &ast.FuncType{Func: pos, Params: &ast.FieldList{}},
			Body: &ast.BlockStmt{Lbrace: pos, List: rest, Rbrace: rest[len(rest)-1].End()},
		})
	}
	return decls
}

// imports adds the import declarations that the segment needs: those of the
// session whose names it mentions, and those of packages that it uses without
// having imported them.
func (a *attempt) imports(decls []ast.Decl) {
	uses := map[string][]string{} // by package name, what is selected
	names := map[string]bool{}
	for _, d := range decls {
		for n := range mentions(d) {
			names[n] = true
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := s.X.(*ast.Ident); ok {
					uses[id.Name] = append(uses[id.Name], s.Sel.Name)
				}
			}
			return true
		})
	}
	own := declaredNames(decls)
	add := func(name, path string) {
		spec := &ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(path)}}
		if name != "" {
			spec.Name = ast.NewIdent(name)
		}
		a.file.Imports = append(a.file.Imports, spec)
		a.file.Decls = append(a.file.Decls, &ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{spec}})
	}
	for _, path := range a.seen.dots {
		add(".", path)
	}
	for name := range names {
		if own[name] {
			continue
		}
		e := a.seen.names[name]
		switch {
		case e != nil && e.obj == nil:
			add(name, e.path)
		case e == nil && uses[name] != nil && types.Universe.Lookup(name) == nil:
			if path, ok := a.lib.ByName(name, uses[name]...); ok {
				add(name, path)
				a.after[name] = &entry{path: path}
			}
		}
	}
}

// declaredNames are the package-level names of declarations.
func declaredNames(decls []ast.Decl) map[string]bool {
	m := map[string]bool{}
	for _, d := range decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				m[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					m[s.Name.Name] = true
				case *ast.ValueSpec:
					for _, n := range s.Names {
						m[n.Name] = true
					}
				}
			}
		}
	}
	delete(m, "_")
	return m
}

// insertLive puts the session's objects into the package's scope, those that
// the segment declares anew left out.
func (a *attempt) insertLive() {
	own := declaredNames(a.file.Decls)
	for name, e := range a.seen.names {
		if e.obj != nil && !own[name] {
			a.seg.Pkg.Scope().Insert(e.obj)
		}
	}
	for hidden, old := range a.olds {
		v := types.NewVar(old.Pos(), a.seg.Pkg, hidden, old.Type())
		a.seg.Pkg.Scope().Insert(v)
		a.seg.Binds = append(a.seg.Binds, Bind{v, old})
	}
}

// typeError takes an error of go/types, unless a cell may do what a program may
// not.
func (a *attempt) typeError(err error) {
	e, ok := err.(types.Error)
	if !ok {
		a.errs.addError(err)
		return
	}
	switch {
	case strings.HasPrefix(e.Msg, "initialization cycle"), // a variable's initialiser is a statement here
		strings.HasSuffix(e.Msg, "imported and not used"), strings.Contains(e.Msg, "imported as"),
		strings.HasPrefix(e.Msg, "\t") && len(a.errs.list) == 0:
		return
	case strings.HasPrefix(e.Msg, "implicit assignment to unexported field ") && strings.Contains(e.Msg, " of type main."):
		a.literals = true // go/types compares packages, of which each cell has its own
		return
	case a.result != nil && strings.HasSuffix(e.Msg, "is not used") && e.Pos >= a.result.Pos() && e.Pos < a.result.End():
		return
	}
	e.Msg = a.unhide(e.Msg)
	a.errs.addError(e)
}

// unhide takes what the user did not write out of a message.
func (a *attempt) unhide(msg string) string {
	for _, d := range a.vars {
		if d.hidden {
			msg = strings.ReplaceAll(msg, d.ident.Name, d.name)
		}
	}
	for hidden, v := range a.olds {
		msg = strings.ReplaceAll(msg, hidden, v.Name())
	}
	return msg
}

// object is the variable of a declared name.
func (a *attempt) object(d declaredVar) *types.Var {
	v, _ := a.seg.Info.Defs[d.ident].(*types.Var)
	return v
}

// base is the variable whose storage a hidden one has.
func (a *attempt) base(d declaredVar) *types.Var {
	v, _ := a.seg.Pkg.Scope().Lookup(d.name).(*types.Var)
	return v
}

// changed finds the first statement that declares a name anew with another
// type; -1 if there is none.
func (a *attempt) changed() (stmt int, name string) {
	for _, d := range a.vars {
		if !d.hidden {
			continue
		}
		v, b := a.object(d), a.base(d)
		if v == nil || v.Type() == nil || v.Type() == types.Typ[types.Invalid] {
			continue
		}
		if b == nil || !types.Identical(v.Type(), b.Type()) {
			return d.stmt, d.name
		}
	}
	return -1, ""
}

// mentionedBefore tells whether a statement before the i-th uses or declares
// the name.
func (a *attempt) mentionedBefore(i int, name string) bool {
	for _, s := range a.stmts[:i] {
		if mentions(s)[name] {
			return true
		}
	}
	return false
}

// finish makes the steps and the session's new names, or gives the errors.
func (a *attempt) finish() error {
	a.checkOrder()
	if a.literals {
		a.checkLiterals()
	}
	if err := a.errs.errors(); err != nil {
		return err
	}
	for _, d := range a.vars {
		v := a.object(d)
		if v == nil || d.name == "_" {
			continue
		}
		if d.hidden {
			a.seg.Binds = append(a.seg.Binds, Bind{v, a.base(d)})
			continue
		}
		a.after[d.name] = &entry{obj: v}
	}
	for _, s := range a.steps {
		a.step(s)
	}
	a.keepDeclarations()
	return nil
}

func (a *attempt) step(s protoStep) {
	if s.stmt != nil {
		if a.result != nil && s.stmt == a.result && a.hasValue(a.result.X) {
			a.seg.Result = a.result.X
			return
		}
		a.seg.Steps = append(a.seg.Steps, Step{Stmt: s.stmt, Pos: s.stmt.Pos()})
		return
	}
	st := Step{Init: s.spec.Values, Pos: s.spec.Pos()}
	for _, id := range s.spec.Names {
		v, _ := a.seg.Info.Defs[id].(*types.Var)
		st.Vars = append(st.Vars, v)
	}
	a.seg.Steps = append(a.seg.Steps, st)
}

// hasValue tells whether an expression is more than a call without results.
func (a *attempt) hasValue(e ast.Expr) bool {
	tv := a.seg.Info.Types[e]
	if t, ok := tv.Type.(*types.Tuple); ok {
		return t.Len() > 0
	}
	return !tv.IsVoid() && !tv.IsType() && tv.Type != nil
}

// checkOrder finds uses of a variable in statements before the one that
// declares it.
func (a *attempt) checkOrder() {
	at := map[types.Object]int{}
	for _, d := range a.vars {
		if v := a.object(d); v != nil && !d.hidden {
			at[v] = d.stmt
		}
	}
	for i, s := range a.stmts {
		ast.Inspect(s, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if at, ok := at[a.seg.Info.Uses[id]]; ok && at > i {
					a.errs.add(a.fset.Position(id.Pos()), "undefined: "+id.Name+" (it is declared further down in this cell)")
				}
			}
			return true
		})
	}
}

// checkLiterals checks struct literals without keys of the session's types, which
// go/types refuses when a field is not exported: as the literal's own package it
// takes the cell's, and the type is of an earlier one.
func (a *attempt) checkLiterals() {
	ast.Inspect(a.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || len(lit.Elts) == 0 {
			return true
		}
		t := a.seg.Info.TypeOf(lit)
		if t == nil {
			return true
		}
		if p, ok := t.Underlying().(*types.Pointer); ok { // an element of []*T
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return true
		}
		for i, e := range lit.Elts {
			if _, keyed := e.(*ast.KeyValueExpr); keyed || i >= s.NumFields() {
				return true
			}
			f, tv := s.Field(i), a.seg.Info.Types[e]
			if !f.Exported() && tv.Type != nil && !types.AssignableTo(tv.Type, f.Type()) {
				a.errs.add(a.fset.Position(e.Pos()), "cannot use this value (of type "+types.TypeString(tv.Type, short)+
					") as "+types.TypeString(f.Type(), short)+" value in struct literal")
			}
		}
		return true
	})
}
