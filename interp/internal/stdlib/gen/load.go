package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"medkit/interp/internal/stdlib/bundle"
)

// target is what data is made for.
type target struct{ goos, goarch string }

// listed is what the go command tells of a package.
type listed struct {
	ImportPath, Dir string
	Name            string
	Standard        bool
	GoFiles         []string
	ImportMap       map[string]string
	Error           *struct{ Err string }
}

// loader type-checks packages and all that they import, from source, for one
// target. Nothing is compiled, so that a foreign target costs no more than our own.
type loader struct {
	target
	fset  *token.FileSet
	sizes types.Sizes
	pkgs  map[string]*loaded
}

type loaded struct {
	listed
	types *types.Package
}

// newLoader lists the packages that match patterns, with their dependencies.
// The order of the packages that match, not only imported, is kept in roots.
func newLoader(t target, patterns []string) (l *loader, roots []string, err error) {
	l = &loader{target: t, fset: token.NewFileSet(), sizes: types.SizesFor("gc", t.goarch), pkgs: map[string]*loaded{}}
	roots, err = l.goList(append([]string{"list"}, patterns...), func(io.Reader) error { return nil })
	if err != nil {
		return nil, nil, err
	}
	_, err = l.goList(append([]string{"list", "-deps", "-json=ImportPath,Dir,Name,Standard,GoFiles,ImportMap,Error"}, patterns...), func(r io.Reader) error {
		for d := json.NewDecoder(r); ; {
			p := &loaded{}
			if err := d.Decode(&p.listed); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			if p.Error != nil {
				return fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err)
			}
			l.pkgs[p.ImportPath] = p
		}
	})
	return l, roots, err
}

func (l *loader) goList(args []string, read func(io.Reader) error) ([]string, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+l.goos, "GOARCH="+l.goarch, "GOFLAGS=", "GOEXPERIMENT=", "GOWORK=off")
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return strings.Fields(string(out)), read(strings.NewReader(string(out)))
}

// load type-checks a package's declarations.
func (l *loader) load(path string) (*loaded, error) {
	p := l.pkgs[path]
	if p == nil {
		return nil, fmt.Errorf("package %s was not listed", path)
	}
	if p.types != nil {
		return p, nil
	}
	var files []*ast.File
	for _, name := range p.GoFiles {
		full := filepath.Join(p.Dir, name)
		src, err := os.ReadFile(full)
		if err != nil {
			return nil, err
		}
		// The name in positions must not depend on the machine.
		f, err := parser.ParseFile(l.fset, p.ImportPath+"/"+name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: importFrom{l, p}, Sizes: l.sizes, IgnoreFuncBodies: true, FakeImportC: true}
	pkg, err := conf.Check(path, l.fset, files, nil)
	if err != nil {
		return nil, err
	}
	p.types = pkg
	return p, nil
}

type importFrom struct {
	l *loader
	p *loaded
}

func (i importFrom) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if m := i.p.ImportMap[path]; m != "" {
		path = m
	}
	p, err := i.l.load(path)
	if err != nil {
		return nil, err
	}
	return p.types, nil
}

// text gives a package's source files.
func (l *loader) text(path string) (string, error) {
	p := l.pkgs[path]
	var files [][2]string
	for _, name := range p.GoFiles {
		b, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil {
			return "", err
		}
		files = append(files, [2]string{path + "/" + name, string(b)})
	}
	return bundle.JoinFiles(files), nil
}
