package policy

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// A file is what the rules need to know of a source file.
type file struct {
	name    string // from the module's root, with slashes
	test    bool
	main    bool // package main
	doc     bool // has a package comment
	imports map[string]token.Position
	inits   []token.Position
}

// packages maps a package's path below the module's root to its files.
type packages map[string][]file

// scan reads the Go files below root. Folders that the go command ignores
// (testdata, and names that begin with a dot or an underscore) and build
// results are left out.
func scan(root string) (packages, error) {
	pkgs := packages{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			ignored := p != root && strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata"
			if ignored || p == filepath.Join(root, "build") || p == filepath.Join(root, "dist") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		f, err := read(fset, p, rel)
		if err != nil {
			return err
		}
		dir := path.Dir(rel)
		pkgs[dir] = append(pkgs[dir], f)
		return nil
	})
	return pkgs, err
}

func read(fset *token.FileSet, p, rel string) (file, error) {
	a, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return file{}, err
	}
	at := func(pos token.Pos) token.Position {
		q := fset.Position(pos)
		q.Filename = rel
		return q
	}
	f := file{name: rel, test: strings.HasSuffix(rel, "_test.go"), main: a.Name.Name == "main", doc: a.Doc != nil,
		imports: map[string]token.Position{}}
	for _, i := range a.Imports {
		s, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return file{}, fmt.Errorf("%s: %w", at(i.Pos()), err)
		}
		f.imports[s] = at(i.Pos())
	}
	for _, d := range a.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
			f.inits = append(f.inits, at(fn.Pos()))
		}
	}
	return f, nil
}

// check applies the rules and gives the findings, sorted, each a line that
// says where, what and which rule.
func check(module string, pkgs packages) []string {
	var found []string
	report := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	for pkg, files := range pkgs {
		row := rowOf(pkg)
		if row == nil {
			report("%s: no row in tests/policy/rules.go says what this package may import", pkg)
			continue
		}
		checkDoc(pkg, files, report)
		for _, f := range files {
			if f.test {
				continue // tests may import whatever they test
			}
			for _, pos := range f.inits {
				if initialisers[pkg] != "" {
					continue
				}
				report("%s: func init: what must be set up belongs to a value that its owner makes", pos)
			}
			for imp, pos := range f.imports {
				if own, ok := strings.CutPrefix(imp, module+"/"); ok {
					generator := f.main && strings.Contains("/"+pkg+"/", "/internal/")
					if !generator && own != pkg && !matchesAny(row.to, own) {
						report("%s: %s must not import %s (may: %s)", pos, pkg, own, strings.Join(row.to, ", "))
					}
				} else if why := checkOutside(pkg, imp); why != "" {
					report("%s: %s", pos, why)
				}
			}
		}
	}
	sort.Strings(found)
	return found
}

func rowOf(pkg string) *layer {
	for i := range layers {
		if matches(layers[i].from, pkg) {
			return &layers[i]
		}
	}
	return nil
}

func checkOutside(pkg, imp string) string {
	if matches("tests/...", pkg) {
		return ""
	}
	for _, g := range guarded {
		if !matches(g.path, imp) {
			continue
		}
		if matchesAny(g.by, pkg) {
			return ""
		}
		return fmt.Sprintf("%s must not import %s (may: %s)", pkg, imp, strings.Join(g.by, ", "))
	}
	if first, _, _ := strings.Cut(imp, "/"); strings.Contains(first, ".") {
		return fmt.Sprintf("%s imports %s, a module that tests/policy/rules.go does not know", pkg, imp)
	}
	return ""
}

func checkDoc(pkg string, files []file, report func(string, ...any)) {
	shipped := false
	for _, f := range files {
		if f.doc && !f.test {
			return
		}
		shipped = shipped || !f.test
	}
	if shipped {
		report("%s: no file has a package comment (doc.go)", pkg)
	}
}
