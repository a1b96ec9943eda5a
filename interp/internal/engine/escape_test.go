package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

func newInfo() *types.Info {
	return &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Implicits:  map[ast.Node]types.Object{},
		Instances:  map[*ast.Ident]types.Instance{},
	}
}

func TestEscapes(t *testing.T) {
	const decls = `package p
type T struct { n int; a [3]int; e E; p *T; *Q }
type E struct { x int; b [2]E2 }
type E2 struct { y int }
type Q struct { z int }
func (t *T) Ptr() {}
func (t T) Val() {}
func (e *E) EPtr() {}
func (e E2) Val() {}
func (e *E2) Set() {}
func (q *Q) QPtr() {}
func use(...any) {}
`
	for _, c := range []struct{ params, body, want string }{
		{"a, b int", "use(a, b)", ""},
		{"a int", "p := &a; use(p)", "a"},
		{"a int", "p := &(a); use(p)", "a"},
		{"t T", "use(&t.n)", "t"},
		{"t T", "use(&t.a[1])", "t"},
		{"t T", "use(&t.e.b[1].y)", "t"},
		{"t T", "use(&t.p.n)", ""},
		{"t *T", "use(&t.n, &t.a[0], t.a[:])", ""},
		{"t T", "use(&t.z)", ""},
		{"t T", "t.Ptr()", "t"},
		{"t T", "t.Val()", ""},
		{"t T", "f := t.Ptr; use(f)", "t"},
		{"t T", "f := t.Val; use(f)", ""},
		{"t T", "t.e.EPtr()", "t"},
		{"t T", "t.QPtr()", ""},
		{"t T", "t.p.Ptr()", ""},
		{"t T", "t.e.b[0].Set()", "t"},
		{"t T", "t.e.b[0].Val()", ""},
		{"a [4]int", "use(a[:])", "a"},
		{"a [4]int, s []int", "use(a[1], s[1:2], &s[0])", ""},
		{"a [4]int", "for i, v := range a { use(i, v) }", ""},
		{"a [4]int", "for i, v := range &a { use(i, v) }", "a"},
		{"a, b int", "func() { use(a) }()", "a"},
		{"a, b int", "func() { func() { use(b) }() }()", "b"},
		{"a int", "func() { a := 1; use(a) }()", ""},
		{"a int", "func(a int) { use(a) }(a)", ""},
		{"a int", "for i := 0; i < a; i++ { defer func() { use(i) }() }", "i"},
		{"a any", "switch v := a.(type) { case int: use(&v); case string: use(v) }", "v"},
		{"a any", "switch v := a.(type) { case int: use(v); case string: func() { use(v) }() }", "v"},
		{"a []int", "for i := range a { go func() { use(i) }() }", "i"},
	} {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "p.go", decls+"func f("+c.params+") {"+c.body+"}\n", parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		info := newInfo()
		if _, err := new(types.Config).Check("p", fset, []*ast.File{f}, info); err != nil {
			t.Fatal(err)
		}
		u := &unit{fset: fset, info: info, esc: map[ast.Node]escaping{}}
		var got []string
		for o := range u.escapes(f.Decls[len(f.Decls)-1]) {
			got = append(got, o.Name())
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q in cells, want %q", c.body, s, c.want)
		}
	}
}
