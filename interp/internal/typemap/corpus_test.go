package typemap

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"medkit/interp/internal/stdlib"
)

// TestCorpus gives every type in Go's own test programs its run-time type and
// compares it with what go/types and the compiler's sizes say of it. The
// programs go to children in batches, as method slots are finite.
func TestCorpus(t *testing.T) {
	const env = "MEDKIT_TYPEMAP_FILES"
	if list := os.Getenv(env); list != "" {
		n := 0
		for f := range strings.SplitSeq(list, "\n") {
			n += corpusFile(t, f)
		}
		fmt.Println("types:", n)
		return
	}
	if testing.Short() {
		t.Skip("short")
	}
	out, err := exec.Command("go", "env", "GOROOT").Output()
	root := filepath.Join(strings.TrimSpace(string(out)), "test")
	if _, e := os.Stat(root); err != nil || e != nil {
		t.Skip("GOROOT has no folder test")
	}
	var files []string
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") {
			if b, err := os.ReadFile(path); err == nil && bytes.HasPrefix(b, []byte("// run")) {
				files = append(files, path)
			}
		}
		return nil
	})
	if len(files) < 1000 {
		t.Fatalf("%d programs", len(files))
	}
	total := 0
	for batch := range slices.Chunk(files, 100) {
		cmd := exec.Command(os.Args[0], "-test.run=^TestCorpus$")
		cmd.Env = append(os.Environ(), env+"="+strings.Join(batch, "\n"))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, out)
			continue
		}
		var n int
		if i := bytes.Index(out, []byte("types:")); i >= 0 {
			fmt.Sscanf(string(out[i:]), "types: %d", &n)
		}
		total += n
	}
	t.Logf("%d programs, %d types", len(files), total)
	if total < 15000 {
		t.Errorf("only %d types", total)
	}
}

func corpusFile(t *testing.T, file string) (n int) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		return 0
	}
	lib := stdlib.New(fset)
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{}}
	sizes := types.SizesFor("gc", runtime.GOARCH)
	if _, err := (&types.Config{Importer: lib, Sizes: sizes, Error: func(error) {}}).Check("main", fset, []*ast.File{f}, info); err != nil {
		return 0
	}
	m := New(Config{Symbol: lib.Symbol, Import: lib.Import})
	seen := map[types.Type]bool{}
	check := func(pos token.Pos, typ types.Type) {
		if typ == nil || seen[typ] || parametric(typ, map[types.Type]bool{}) {
			return
		}
		seen[typ] = true
		n++
		defer func() {
			if e := recover(); e != nil {
				t.Errorf("%s: %v: %v", fset.Position(pos), typ, e)
			}
		}()
		compareType(t, fset.Position(pos), sizes, typ, m.Type(typ), map[types.Type]bool{})
	}
	for e, tv := range info.Types {
		if tv.IsBuiltin() || tv.IsVoid() {
			continue
		}
		if i, ok := tv.Type.Underlying().(*types.Interface); ok && !i.IsMethodSet() {
			continue
		}
		if _, ok := tv.Type.(*types.Tuple); ok {
			continue
		}
		check(e.Pos(), tv.Type)
	}
	for id, inst := range info.Instances {
		check(id.Pos(), inst.Type)
	}
	return n
}

// parametric tells whether a type mentions type parameters or is generic.
func parametric(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	any := func(n int, at func(int) types.Type) bool {
		for i := range n {
			if parametric(at(i), seen) {
				return true
			}
		}
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam, *types.Union:
		return true
	case *types.Basic:
		return t.Kind() == types.Invalid
	case *types.Named:
		if i, ok := t.Underlying().(*types.Interface); ok && !i.IsMethodSet() {
			return true
		}
		return t.TypeParams().Len() > t.TypeArgs().Len() || any(t.TypeArgs().Len(), t.TypeArgs().At) || parametric(t.Underlying(), seen)
	case interface{ Elem() types.Type }:
		if m, ok := t.(*types.Map); ok && parametric(m.Key(), seen) {
			return true
		}
		return parametric(t.Elem(), seen)
	case *types.Struct:
		return any(t.NumFields(), func(i int) types.Type { return t.Field(i).Type() })
	case *types.Tuple:
		return any(t.Len(), func(i int) types.Type { return t.At(i).Type() })
	case *types.Signature:
		return t.TypeParams().Len() > 0 || t.RecvTypeParams().Len() > 0 || parametric(t.Params(), seen) || parametric(t.Results(), seen)
	case *types.Interface:
		return !t.IsMethodSet() || any(t.NumMethods(), func(i int) types.Type { return t.Method(i).Signature() })
	}
	return false
}

// compareType compares layout, comparability and exported methods.
func compareType(t *testing.T, pos token.Position, sizes types.Sizes, typ types.Type, r reflect.Type, seen map[types.Type]bool) {
	if seen[typ] || len(seen) > 200 {
		return
	}
	seen[typ] = true
	if b, ok := typ.(*types.Basic); ok && b.Info()&types.IsUntyped != 0 {
		return
	}
	bad := func(what string, got, want any) {
		t.Errorf("%s: %v: %s %v, want %v", pos, typ, what, got, want)
	}
	if got, want := int64(r.Size()), sizes.Sizeof(typ); got != want {
		bad("size", got, want)
	}
	if got, want := int64(r.Align()), sizes.Alignof(typ); got != want {
		bad("alignment", got, want)
	}
	if got, want := r.Comparable(), types.Comparable(typ); got != want {
		bad("comparable", got, want)
	}
	for _, ptr := range []bool{false, true} {
		ts, rs := typ, r
		if ptr {
			ts, rs = types.NewPointer(typ), reflect.PointerTo(r)
		}
		set := types.NewMethodSet(ts)
		var want, got []string
		for i := range set.Len() {
			if o := set.At(i).Obj(); o.Exported() {
				want = append(want, o.Name())
			}
		}
		for i := range rs.NumMethod() {
			if m := rs.Method(i); m.IsExported() {
				got = append(got, m.Name)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			bad(fmt.Sprintf("methods (pointer %v)", ptr), got, want)
		}
	}
	next := func(e types.Type, re reflect.Type) { compareType(t, pos, sizes, e, re, seen) }
	switch u := typ.Underlying().(type) {
	case *types.Struct:
		if r.Kind() != reflect.Struct || r.NumField() != u.NumFields() {
			bad("kind", r.Kind(), "struct of as many fields")
			return
		}
		var fields []*types.Var
		for f := range u.Fields() {
			fields = append(fields, f)
		}
		for i, off := range sizes.Offsetsof(fields) {
			f := r.Field(i)
			if int64(f.Offset) != off || f.Name != fields[i].Name() || f.Anonymous != fields[i].Embedded() || string(f.Tag) != u.Tag(i) || f.IsExported() != fields[i].Exported() {
				bad("field", fmt.Sprintf("%+v", f), fields[i])
			}
			next(fields[i].Type(), f.Type)
		}
	case *types.Pointer:
		next(u.Elem(), r.Elem())
	case *types.Slice:
		next(u.Elem(), r.Elem())
	case *types.Array:
		next(u.Elem(), r.Elem())
	case *types.Chan:
		next(u.Elem(), r.Elem())
	case *types.Map:
		next(u.Key(), r.Key())
		next(u.Elem(), r.Elem())
	case *types.Signature:
		if r.Kind() != reflect.Func || r.IsVariadic() != u.Variadic() {
			bad("kind", r, "func")
			return
		}
		for i := range u.Params().Len() {
			next(u.Params().At(i).Type(), r.In(i))
		}
		for i := range u.Results().Len() {
			next(u.Results().At(i).Type(), r.Out(i))
		}
	case *types.Basic:
		if k := strings.TrimPrefix(r.Kind().String(), "unsafe."); k != strings.TrimPrefix(types.Typ[u.Kind()].Name(), "unsafe.") {
			bad("kind", k, u)
		}
	}
}
