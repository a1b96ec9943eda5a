package main

import (
	"bytes"
	"fmt"
	"go/format"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/gcexportdata"

	"medkit/interp/internal/stdlib/bundle"
)

type generator struct {
	std               bool
	out, pkgName, tag string
	goos              string
	arches            []string
}

// content is what one target has of each package.
type content struct {
	export  map[string][]byte
	symbols map[string]string
}

func (g *generator) generate(patterns []string) error {
	files, err := g.files(patterns)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(g.out, 0o755); err != nil {
		return err
	}
	for name, b := range files {
		full := filepath.Join(g.out, name)
		if old, err := os.ReadFile(full); err == nil && bytes.Equal(old, b) {
			continue // spare the build cache
		}
		if err := os.WriteFile(full, b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// files gives what generate writes, by name.
func (g *generator) files(patterns []string) (map[string][]byte, error) {
	per := map[string]*content{}
	for _, arch := range g.arches {
		c, err := readAll(target{g.goos, arch}, patterns, g.std)
		if err != nil {
			return nil, err
		}
		per[arch] = c
	}
	shared := &content{map[string][]byte{}, map[string]string{}}
	if len(g.arches) > 1 {
		shared.export = common(per, func(c *content) map[string][]byte { return c.export }, bytes.Equal)
		shared.symbols = common(per, func(c *content) map[string]string { return c.symbols }, func(a, b string) bool { return a == b })
	}
	files := map[string][]byte{}
	if len(g.arches) > 1 {
		files[g.goos+".bin"] = bundle.Write(shared.export)
		files["symbols_"+g.goos+".go"] = g.symbolsFile("", shared.symbols)
	}
	for arch, c := range per {
		all := slices.Sorted(maps.Keys(c.symbols))
		for p := range shared.export {
			delete(c.export, p)
		}
		for p := range shared.symbols {
			delete(c.symbols, p)
		}
		name := g.goos + "_" + arch
		files[name+".bin"] = bundle.Write(c.export)
		files["symbols_"+name+".go"] = g.symbolsFile(arch, c.symbols)
		files["data_"+name+".go"] = g.dataFile(arch, all)
	}
	for name, b := range files {
		if strings.HasSuffix(name, ".go") {
			src, err := format.Source(b)
			if err != nil {
				return nil, fmt.Errorf("%s: %v", name, err)
			}
			files[name] = src
		}
	}
	return files, nil
}

// common gives the entries that all targets have alike.
func common[V any](per map[string]*content, of func(*content) map[string]V, equal func(a, b V) bool) map[string]V {
	var out map[string]V
	for _, c := range per {
		if out == nil {
			out = maps.Clone(of(c))
			continue
		}
		maps.DeleteFunc(out, func(p string, v V) bool {
			w, ok := of(c)[p]
			return !ok || !equal(v, w)
		})
	}
	return out
}

func readAll(t target, patterns []string, std bool) (*content, error) {
	l, roots, err := newLoader(t, patterns)
	if err != nil {
		return nil, err
	}
	c := &content{map[string][]byte{}, map[string]string{}}
	var checked []*types.Package
	found := instances{seen: map[types.Type]bool{}, all: map[string]map[string]bool{}}
	for _, path := range roots {
		if !public(path) {
			continue
		}
		p, err := l.load(path)
		if err != nil {
			return nil, err
		}
		if p.Name == "main" {
			continue
		}
		var b bytes.Buffer
		if err := gcexportdata.Write(&b, l.fset, p.types); err != nil {
			return nil, fmt.Errorf("%s: %v", path, err)
		}
		c.export[path] = b.Bytes()
		if !std {
			imports, err := standardImports(b.Bytes(), path, l)
			if err != nil {
				return nil, err
			}
			c.export[bundle.ImportsOf(path)] = []byte(strings.Join(imports, "\n"))
		}
		if std && fromSource[path] {
			text, err := l.text(path)
			if err != nil {
				return nil, err
			}
			c.export[bundle.SourceOf(path)] = []byte(text)
		}
		found.visit(p.types)
		checked = append(checked, p.types)
	}
	for _, p := range checked {
		if s := symbols(p, found.of(p.Path()), std); s != "" {
			c.symbols[p.Path()] = s
		}
		delete(found.all, p.Path())
	}
	for path := range found.all { // instances of other packages' generic types
		c.symbols[path] = symbols(types.NewPackage(path, ""), found.of(path), std)
	}
	return c, nil
}

// standardImports lists the packages of the standard library that a package's
// export data mentions. Their parts in it are of the release of Go that it was
// written with: the reader reads its own release's before.
func standardImports(data []byte, path string, l *loader) ([]string, error) {
	pkgs := map[string]*types.Package{}
	if _, err := gcexportdata.Read(bytes.NewReader(data), token.NewFileSet(), pkgs, path); err != nil {
		return nil, err
	}
	var out []string
	for p := range pkgs {
		if q := l.pkgs[p]; q != nil && q.Standard && public(p) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out, nil
}

// fromSource are the packages whose generic functions run from Go's own source.
// Those of the others rest on internal packages or the runtime: the folder
// source has ours.
var fromSource = map[string]bool{"cmp": true, "maps": true, "slices": true}

// public tells whether a user's code may import path. Two packages that it may
// are left out: they exist for the cgo and race detector of a build.
func public(path string) bool {
	switch path {
	case "unsafe", "builtin", "runtime/cgo", "runtime/race":
		return false
	}
	for e := range strings.SplitSeq(path, "/") {
		if e == "internal" || e == "vendor" {
			return false
		}
	}
	return true
}

// symbols writes the cases of a package's table. A package is written as
// {path}, to be replaced by what it is imported as.
func symbols(p *types.Package, instances []string, std bool) string {
	var b strings.Builder
	entry := func(name, format string, args ...any) {
		fmt.Fprintf(&b, "\tcase %q:\n\t\treturn %s\n", name, fmt.Sprintf(format, args...))
	}
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		if !o.Exported() {
			continue
		}
		switch o := o.(type) {
		case *types.Func:
			if o.Signature().TypeParams().Len() > 0 {
				genericEntries(o, std, entry)
			} else {
				entry(name, "{%s}.%s", p.Path(), name)
			}
		case *types.Var:
			entry(name, "&{%s}.%s", p.Path(), name)
		case *types.TypeName:
			if concrete(o) {
				entry(name, "(*{%s}.%s)(nil)", p.Path(), name)
			}
		}
	}
	for _, i := range instances {
		name := strings.NewReplacer("{", "", "}", "").Replace(i)
		entry(strings.TrimPrefix(name, p.Path()+"."), "(*%s)(nil)", i)
	}
	return b.String()
}

// concrete tells whether a type name stands for a type that a value can have.
func concrete(o *types.TypeName) bool {
	switch t := o.Type().(type) {
	case *types.Named:
		if t.TypeParams().Len() > 0 {
			return false
		}
	case *types.Alias:
		if t.TypeParams().Len() > 0 {
			return false
		}
	}
	i, ok := o.Type().Underlying().(*types.Interface)
	return !ok || i.IsMethodSet()
}

// ident makes an identifier of an import path.
func ident(path string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, path)
}

func (g *generator) head(arch string) *bytes.Buffer {
	b := new(bytes.Buffer)
	fmt.Fprintf(b, "// Code generated by medkit/interp/internal/stdlib/gen; DO NOT EDIT.\n\n")
	tag := g.goos
	if arch != "" {
		tag += " && " + arch
	} else if len(g.arches) > 1 {
		tag += " && (" + strings.Join(g.arches, " || ") + ")"
	}
	if g.tag != "" {
		tag += " && " + g.tag
	}
	fmt.Fprintf(b, "//go:build %s\n\npackage %s\n\n", tag, g.pkgName)
	return b
}

func (g *generator) symbolsFile(arch string, tables map[string]string) []byte {
	b := g.head(arch)
	paths := slices.Sorted(maps.Keys(tables))
	if len(paths) == 0 {
		return b.Bytes()
	}
	mark := regexp.MustCompile(`\{([^{}]*)\}`)
	imports := map[string]bool{}
	var body strings.Builder
	for _, p := range paths {
		cases := mark.ReplaceAllStringFunc(tables[p], func(m string) string {
			imports[m[1:len(m)-1]] = true
			return "p_" + ident(m)[1:len(m)-1]
		})
		fmt.Fprintf(&body, "\nfunc s_%s(name string) any {\n\tswitch name {\n%s\t}\n\treturn nil\n}\n", ident(p), cases)
	}
	fmt.Fprintf(b, "import (\n")
	for _, p := range slices.Sorted(maps.Keys(imports)) {
		fmt.Fprintf(b, "\tp_%s %q\n", ident(p), p)
	}
	fmt.Fprintf(b, ")\n%s", body.String())
	return b.Bytes()
}

func (g *generator) dataFile(arch string, paths []string) []byte {
	b := g.head(arch)
	fmt.Fprintf(b, "import (\n\t_ \"embed\"\n\n\t\"medkit/interp/internal/stdlib/bundle\"\n)\n\n")
	vars := "&own"
	if len(g.arches) > 1 {
		fmt.Fprintf(b, "//go:embed %s.bin\nvar shared string\n\n", g.goos)
		vars = "&own, &shared"
	}
	fmt.Fprintf(b, "//go:embed %s_%s.bin\nvar own string\n\n", g.goos, arch)
	fmt.Fprintf(b, "// See doc.go.\nconst run_GOOS_and_GOARCH_of_the_target_with_go_generate_interp = true\n\n")
	fmt.Fprintf(b, "// Set is what is known of the packages of this folder.\n")
	fmt.Fprintf(b, "var Set = bundle.Set{Data: []*string{%s}, Symbols: symbols}\n\n", vars)
	fmt.Fprintf(b, "func symbols(pkg string) func(string) any {\n\tswitch pkg {\n")
	for _, p := range paths {
		fmt.Fprintf(b, "\tcase %q:\n\t\treturn s_%s\n", p, ident(p))
	}
	fmt.Fprintf(b, "\t}\n\treturn nil\n}\n")
	return b.Bytes()
}
