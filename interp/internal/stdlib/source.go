package stdlib

import (
	"embed"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"io/fs"
	"runtime"
	"strings"

	"medkit/interp/internal/stdlib/bundle"
)

//go:embed source/*.src
var ownSource embed.FS

// Source is a declaration to compile for a generic function or method.
type Source struct {
	Decl *ast.FuncDecl
	Info *types.Info
	Pkg  *types.Package // a second package of the path: see the package comment
	Func *types.Func    // the object of Decl
}

// source is a package's checked source.
type source struct {
	pkg   *types.Package
	info  *types.Info
	decls map[string]*ast.FuncDecl // "Name" or "Type.Name"
	err   error
}

// Body gives the source of a function or method that no table of symbols has,
// because it or its receiver's type is generic (or because generic source
// calls it); false if there is none. fn may be an instance, and may be of the
// export data's package or of the source's own.
func (l *Library) Body(fn *types.Func) (*Source, bool) {
	fn = fn.Origin()
	if fn.Pkg() == nil {
		return nil, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.sourceOf(fn.Pkg().Path())
	if s == nil || s.err != nil {
		return nil, false
	}
	d := s.decls[declKey(fn)]
	if d == nil || d.Body == nil {
		return nil, false
	}
	return &Source{d, s.info, s.pkg, s.info.Defs[d.Name].(*types.Func)}, true
}

// declKey is a function's key in source.decls.
func declKey(fn *types.Func) string {
	r := fn.Signature().Recv()
	if r == nil {
		return fn.Name()
	}
	t := types.Unalias(r.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name() + "." + fn.Name()
	}
	return "?" // a method of an interface has no body
}

// SourceError tells why a package's source could not be checked, if so.
func (l *Library) SourceError(path string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.sourceOf(path); s != nil {
		return s.err
	}
	return nil
}

// sourceOf gives a package's source, nil if it has none.
func (l *Library) sourceOf(path string) *source {
	if s, ok := l.sources[path]; ok {
		return s
	}
	l.sources[path] = nil // while it is checked, for a cycle; and if there is none
	text := l.sourceText(path)
	if text == nil {
		return nil
	}
	s := &source{decls: map[string]*ast.FuncDecl{}}
	s.err = s.check(l, path, text)
	l.sources[path] = s
	return s
}

// sourceText gives file names with texts.
func (l *Library) sourceText(path string) [][2]string {
	name := "source/" + strings.ReplaceAll(path, "/", "_") + ".go.src"
	b, err := ownSource.ReadFile(name)
	if err == nil {
		return [][2]string{{path + "/" + strings.TrimSuffix(name[len("source/"):], ".src"), string(b)}}
	}
	if !errors.Is(err, fs.ErrNotExist) {
		panic(err)
	}
	for _, s := range l.sets {
		if text, err := s.Open(bundle.SourceOf(path)); err == nil && text != nil {
			return bundle.SplitFiles(string(text))
		}
	}
	return nil
}

func (s *source) check(l *Library, path string, text [][2]string) error {
	exported, err := l.importLocked(path)
	if err != nil {
		return err
	}
	var files []*ast.File
	declared := map[string]bool{}
	for _, t := range text {
		f, err := parser.ParseFile(l.fset, t[0], t[1], parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				s.decls[sourceKey(d)] = d
				if d.Recv == nil {
					declared[d.Name.Name] = true
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						declared[spec.Name.Name] = true
					case *ast.ValueSpec:
						for _, n := range spec.Names {
							declared[n.Name] = true
						}
					}
				}
			}
		}
	}
	// What the source does not declare itself it shares with the package that
	// users see.
	s.pkg = types.NewPackage(path, exported.Name())
	for _, n := range exported.Scope().Names() {
		if !declared[n] {
			s.pkg.Scope().Insert(exported.Scope().Lookup(n))
		}
	}
	s.info = &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Instances:  map[*ast.Ident]types.Instance{},
	}
	conf := types.Config{Importer: locked{l}, Sizes: types.SizesFor("gc", runtime.GOARCH)}
	if err := types.NewChecker(&conf, l.fset, s.pkg, s.info).Files(files); err != nil {
		return fmt.Errorf("the source of package %s: %w", path, err)
	}
	return nil
}

// locked imports while l.mu is held.
type locked struct{ l *Library }

func (i locked) Import(path string) (*types.Package, error) { return i.l.importLocked(path) }

func sourceKey(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
			continue
		case *ast.ParenExpr:
			t = x.X
			continue
		case *ast.IndexExpr:
			t = x.X
			continue
		case *ast.IndexListExpr:
			t = x.X
			continue
		case *ast.Ident:
			return x.Name + "." + d.Name.Name
		}
		return "?"
	}
}
