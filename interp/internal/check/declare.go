package check

import (
	"bytes"
	"go/ast"
	"go/printer"
	"go/token"
	"go/types"
)

// declarations gives the functions, types and constants of the segment. A type
// that is declared as it was is left out, and its methods are checked as
// functions; a type that gets methods anew is declared again with all it had.
func (a *attempt) declarations() []ast.Decl {
	g := a.regenerate(a.src.decls)
	var out []ast.Decl
	for _, d := range g.decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			if d.Tok == token.TYPE {
				var specs []ast.Spec
				for _, s := range d.Specs {
					if !g.kept[s.(*ast.TypeSpec).Name.Name] {
						specs = append(specs, s)
					}
				}
				if len(specs) == 0 {
					continue
				}
				d = &ast.GenDecl{Doc: d.Doc, TokPos: d.TokPos, Tok: d.Tok, Lparen: d.Lparen, Specs: specs, Rparen: d.Rparen}
			}
			out = append(out, d)
		case *ast.FuncDecl:
			if m := g.bodies[d]; m != nil {
				out = append(out, asFunction(d))
				a.bodies = append(a.bodies, protoBody{m, d})
				continue
			}
			out = append(out, d)
		}
	}
	return out
}

// asFunction is a method's declaration as a function of its receiver, over the
// same syntax, so that what go/types finds holds for the method.
func asFunction(d *ast.FuncDecl) *ast.FuncDecl {
	params := &ast.FieldList{Opening: d.Type.Params.Opening, List: append(append([]*ast.Field(nil), receiverField(d)), d.Type.Params.List...), Closing: d.Type.Params.Closing}
	return &ast.FuncDecl{
		Name: &ast.Ident{NamePos: d.Name.NamePos, Name: "_"},
		Type: &ast.FuncType{Func: d.Type.Func, Params: params, Results: d.Type.Results},
		Body: d.Body,
	}
}

// receiverField is the receiver as a parameter, named where the others are.
func receiverField(d *ast.FuncDecl) *ast.Field {
	f := d.Recv.List[0]
	if len(f.Names) > 0 || len(d.Type.Params.List) == 0 || len(d.Type.Params.List[0].Names) == 0 {
		return f
	}
	return &ast.Field{Names: []*ast.Ident{{NamePos: f.Type.Pos(), Name: "_"}}, Type: f.Type}
}

// keepDeclarations notes what the segment declares, and what takes the place of
// what.
func (a *attempt) keepDeclarations() {
	for _, d := range a.file.Decls {
		d, ok := d.(*ast.GenDecl)
		if !ok || d.Tok != token.TYPE && d.Tok != token.CONST {
			continue
		}
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				a.keepName(s.Name, &entry{spec: s, methods: map[string]*ast.FuncDecl{}})
			case *ast.ValueSpec:
				for _, n := range s.Names {
					a.keepName(n, &entry{})
				}
			}
		}
	}
	for _, d := range a.file.Decls { // now that the types are there
		fd, ok := d.(*ast.FuncDecl)
		switch {
		case !ok:
		case fd.Recv == nil:
			a.keepFunc(fd)
		case a.after[receiverName(fd)] != nil:
			a.after[receiverName(fd)].methods[fd.Name.Name] = fd
		}
	}
	for _, b := range a.bodies {
		a.seg.Bodies = append(a.seg.Bodies, Body{b.method, b.decl})
		if e := a.seen.names[receiverName(b.decl)]; e != nil && e.methods != nil {
			e.methods[b.decl.Name.Name] = b.decl
		}
	}
	a.rebase()
}

func (a *attempt) keepName(id *ast.Ident, e *entry) {
	if o := a.seg.Info.Defs[id]; o != nil && id.Name != "_" {
		e.obj = o
		a.after[id.Name] = e
	}
}

func (a *attempt) keepFunc(d *ast.FuncDecl) {
	if d.Name.Name == "_" {
		return
	}
	fresh, _ := a.seg.Info.Defs[d.Name].(*types.Func)
	if fresh == nil {
		return
	}
	if old, ok := a.seen.names[d.Name.Name]; ok {
		if f, ok := old.obj.(*types.Func); ok && a.sameSignature(f, fresh) {
			a.seg.Replaced = append(a.seg.Replaced, Replaced{f, fresh})
		}
	}
	a.after[d.Name.Name] = &entry{obj: fresh, fn: d}
}

// receiverName is the name of the type that a method is declared for.
func receiverName(d *ast.FuncDecl) string {
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.ParenExpr:
			t = x.X
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// text is the source of a node in one form.
func text(n ast.Node) string {
	var b bytes.Buffer
	_ = printer.Fprint(&b, token.NewFileSet(), n) // to memory
	return b.String()
}
