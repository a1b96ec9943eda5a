package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

func TestSmoke(t *testing.T) {
	src := `package main
type T struct { a, b int; s string }
var g = 3
var arr2 [4]T
func main() {
	x := 1
	for i := 0; i < 10; i++ { x += i * 2 }
	println(x, "ok", 1.5, x > 3)
	s := []int{1, 2, 3}
	s = append(s, x, 7)
	s[1], s[2] = s[2], s[1]
	for i, v := range s { println(i, v) }
	m := map[string]int{"a": 1}
	m["b"] += 5
	println(len(m), m["b"], m["zz"])
	v, ok := m["a"]
	println(v, ok)
	t := T{1, 2, "x"}
	t, u := T{t.b, t.a, "y"}, t
	println(t.a, t.b, t.s, u.a, u.b, u.s)
	p := &u
	p.a = 42
	println(u.a)
	arr := [3]int{1,2,3}
	brr := arr
	brr[x%3] = 9
	for i := range brr { println(arr[i], brr[i]) }
	arr2[2].b++
	println(arr2[2].b)
	switch { case x > 50: println("big"); fallthrough; case x < 0: println("neg"); default: println("def") }
	switch x { case 91, 92: println("91") }
	var e any = x
	switch y := e.(type) { case string: println("str"); case int: println("int", y) }
	n := 0
L:
	if n < 3 { n++; goto L }
	println(n)
outer:
	for i := range 5 { for j := range 5 { if j == 3 { continue outer }; if i == 2 { break outer }; println(i, j) } }
	for i, r := range "héy" { println(i, r) }
	c := complex(1, 2)
	println(c*c, real(c))
	println(min(3, x, 2), max(1.5, 2))
	b := []byte("abc"); b = append(b, "def"...)
	println(string(b), string(b[1:3]), b[len(b)-1])
	q := new(int); *q = 5; *q <<= 2; println(*q, uint8(300&0xff+x))
	println(g)
}`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}}
	pkg, err := (&types.Config{}).Check("main", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, poison := range []bool{false, true} {
		w := New(Config{Stderr: &out, Poison: poison})
		if err := w.Load(&Unit{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, Info: info, Program: true}); err != nil {
			t.Fatal(err)
		}
		out.Reset()
		w.exec(&Run{w: w}, w.funcFor(pkg.Scope().Lookup("main").(*types.Func), nil))
		t.Log(out.String())
	}
}
