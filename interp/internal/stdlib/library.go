package stdlib

import (
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/gcexportdata"

	"medkit/interp/internal/stdlib/bundle"
)

// Library holds the packages that one session has read. Its methods may be
// called from several goroutines.
type Library struct {
	fset *token.FileSet
	sets []*bundle.Set
	// Alias gives a second, shorter import path ("array" for "medkit/array").
	alias map[string]string

	mu      sync.Mutex
	pkgs    map[string]*types.Package // some only as far as others mention them
	sources map[string]*source
}

// New makes a Library of the standard library and of further sets, whose
// positions go to fset.
func New(fset *token.FileSet, more ...*bundle.Set) *Library {
	return &Library{
		fset:    fset,
		sets:    append([]*bundle.Set{std}, more...),
		alias:   map[string]string{},
		pkgs:    map[string]*types.Package{"unsafe": types.Unsafe},
		sources: map[string]*source{},
	}
}

// Fset is where the positions of the library's objects and sources are.
func (l *Library) Fset() *token.FileSet { return l.fset }

// Probe tells whether the library was made for the Go release and the target
// that the program was built with.
func Probe() error {
	v := runtime.Version()
	if want := fmt.Sprintf("go1.%d", builtFor); !strings.HasPrefix(v, want) {
		return fmt.Errorf("the standard library's data is of %s, the program was built with %s: run go generate in interp/internal/stdlib", want, v)
	}
	if !std.Has("fmt") {
		return fmt.Errorf("the standard library's data is damaged: build the program anew")
	}
	return nil
}

// Alias lets a package be imported by a second path too.
func (l *Library) Alias(short, path string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.alias[short] = path
}

// Import gives the package of an import path; it is a types.Importer.
func (l *Library) Import(path string) (*types.Package, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.importLocked(path)
}

func (l *Library) importLocked(path string) (*types.Package, error) {
	if p := l.alias[path]; p != "" {
		path = p
	}
	if p := l.pkgs[path]; p != nil && p.Complete() {
		return p, nil
	}
	for _, s := range l.sets {
		if strings.Contains(path, "#") {
			break // a source
		}
		data, err := s.Open(path)
		if err != nil {
			return nil, fmt.Errorf("package %s: its data in this program is damaged: %v", path, err)
		}
		if data != nil {
			if imports, err := s.Open(bundle.ImportsOf(path)); err == nil {
				for p := range strings.FieldsSeq(string(imports)) {
					if _, err := l.importLocked(p); err != nil {
						return nil, err
					}
				}
			}
			return gcexportdata.Read(bytes.NewReader(data), l.fset, l.pkgs, path)
		}
	}
	return nil, l.unknown(path)
}

// unknown is the error for a package that is not there.
func (l *Library) unknown(path string) error {
	switch first, _, _ := strings.Cut(path, "/"); {
	case path == "C":
		return fmt.Errorf(`import "C": cells cannot use cgo`)
	case path == "internal" || strings.HasPrefix(path, "internal/") || strings.Contains(path, "/internal/") || strings.HasSuffix(path, "/internal"):
		return fmt.Errorf("use of internal package %s not allowed", path)
	case strings.Contains(first, "."):
		return fmt.Errorf("package %s cannot be imported: only the standard library and MedKit's own packages are built in", path)
	}
	return fmt.Errorf("package %s is not in the standard library, nor one of MedKit's own", path)
}

// Packages lists the import paths that there are, sorted, those of [Library.Alias] too.
func (l *Library) Packages() []string {
	var out []string
	for _, s := range l.sets {
		out = append(out, s.Paths()...)
	}
	l.mu.Lock()
	for short := range l.alias {
		out = append(out, short)
	}
	l.mu.Unlock()
	out = append(out, "unsafe")
	slices.Sort(out)
	return out
}

// Packages lists the standard library's import paths, sorted.
func Packages() []string {
	out := append(std.Paths(), "unsafe")
	slices.Sort(out)
	return out
}

// Symbol gives a function as a func value, a variable as an addressable value,
// or a type T as a nil *T.
func (l *Library) Symbol(pkg, name string) (reflect.Value, bool) {
	for _, s := range l.sets {
		if v, ok := symbol(s, pkg, name); ok {
			return v, true
		}
	}
	return native(pkg, name)
}

// Symbol is [Library.Symbol] for the standard library alone.
func Symbol(pkg, name string) (reflect.Value, bool) {
	if v, ok := symbol(std, pkg, name); ok {
		return v, true
	}
	return native(pkg, name)
}

func symbol(s *bundle.Set, pkg, name string) (reflect.Value, bool) {
	table := s.Symbols(pkg)
	if table == nil {
		return reflect.Value{}, false
	}
	return valueOf(table(name))
}

func valueOf(x any) (reflect.Value, bool) {
	v := reflect.ValueOf(x)
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem() // a variable
	}
	return v, v.IsValid()
}
