package main

import (
	"bytes"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"medkit/interp/internal/stdlib"
	"medkit/interp/internal/stdlib/bundle"
)

// What interp/internal/own holds is what the packages of this module are now.
// Export data is written with the older of the two Go releases, and its bytes
// differ from one to the other.
func TestOwnIsFresh(t *testing.T) {
	const dir = "../../own"
	doc, err := os.ReadFile(filepath.Join(dir, "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`//go:generate .* -out \. (.*)`).FindSubmatch(doc)
	if line == nil {
		t.Fatal("no go:generate line")
	}
	g := &generator{out: dir, pkgName: "own", goos: "linux", arches: []string{"amd64", "arm64"}}
	files, err := g.files(strings.Fields(string(line[1])))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if strings.HasSuffix(name, ".bin") && !strings.HasPrefix(runtime.Version(), "go1.26") {
			continue
		}
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("interp/internal/own/%s is out of date: run go generate ./interp/...", name)
		}
	}
}

// A set beside the standard library shares its types, whatever is read first.
func TestSecondSet(t *testing.T) {
	g := &generator{pkgName: "x", goos: "linux", arches: []string{"amd64", "arm64"}}
	files, err := g.files([]string{"golang.org/x/tools/go/ast/inspector"})
	if err != nil {
		t.Fatal(err)
	}
	shared, own := string(files["linux.bin"]), string(files["linux_amd64.bin"])
	set := &bundle.Set{Data: []*string{&shared, &own}, Symbols: func(string) func(string) any { return nil }}
	l := stdlib.New(token.NewFileSet(), set)
	l.Alias("inspector", "golang.org/x/tools/go/ast/inspector")
	p, err := l.Import("inspector")
	if err != nil {
		t.Fatal(err)
	}
	if p.Path() != "golang.org/x/tools/go/ast/inspector" {
		t.Error(p.Path())
	}
	ast, err := l.Import("go/ast")
	if err != nil {
		t.Fatal(err)
	}
	node := p.Scope().Lookup("New").(*types.Func).Signature().Params().At(0).Type().(*types.Slice).Elem().(*types.Pointer).Elem()
	if node != ast.Scope().Lookup("File").Type() {
		t.Errorf("%v is not go/ast's File", node)
	}
	// The table names the instance of iter.Seq that the package mentions.
	if src := string(files["symbols_linux.go"]); !strings.Contains(src, `case "Seq[golang.org/x/tools/go/ast/inspector.Cursor]":`) {
		t.Errorf("no instance of iter.Seq in\n%s", src)
	}
}

func TestFiniteInstances(t *testing.T) {
	num := types.NewInterfaceType(nil, []types.Type{types.NewUnion([]*types.Term{types.NewTerm(false, types.Typ[types.Int]), types.NewTerm(true, types.Typ[types.Float64])})})
	for _, c := range []struct {
		params []types.Type
		want   string
	}{
		{[]types.Type{num}, "float64 int"},
		{[]types.Type{num, num}, "float64,float64 float64,int int,float64 int,int"},
		{[]types.Type{types.Universe.Lookup("any").Type()}, ""},
		{[]types.Type{num, types.Universe.Lookup("comparable").Type()}, ""},
	} {
		var ps []*types.TypeParam
		for _, p := range c.params {
			ps = append(ps, types.NewTypeParam(types.NewTypeName(0, nil, "T", nil), p))
		}
		f := types.NewFunc(0, nil, "F", types.NewSignatureType(nil, nil, ps, nil, nil, false))
		if got := strings.Join(finiteInstances(f), " "); got != c.want {
			t.Errorf("%v: %q, want %q", c.params, got, c.want)
		}
	}
}
