package straight

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"medkit/interp/internal/stdlib"
)

// fake is a session of a few variables and functions.
type fake struct {
	vars  map[string]any // pointers
	funcs map[string]any
}

func (f fake) Variable(v *types.Var) reflect.Value { return reflect.ValueOf(f.vars[v.Name()]) }
func (f fake) Function(o *types.Func) (reflect.Value, bool) {
	v, ok := f.funcs[o.Name()]
	return reflect.ValueOf(v), ok
}
func (f fake) Type(t types.Type) reflect.Type {
	return map[string]reflect.Type{
		"int": reflect.TypeFor[int](), "string": reflect.TypeFor[string](), "float64": reflect.TypeFor[float64](),
		"uint8": reflect.TypeFor[uint8](), "bool": reflect.TypeFor[bool](), "rune": reflect.TypeFor[rune](), "float32": reflect.TypeFor[float32](),
	}[t.String()]
}

const source = `package main
import "strings"
type T struct{ n int }
var n, m int
var s string
var f float64
var b *strings.Builder
var st T
var e any
var g func()
func add(a, b int) int { return a + b }
func show(a ...any) {}
func half(x float64) float64 { return x / 2 }
func two() (int, int) { return 1, 2 }
func fail() { panic("no") }
func byType[T any](x T) T { return x }
func _() {
	STATEMENT
}`

// parse checks one statement.
func parse(t *testing.T, stmt string) (*types.Info, ast.Stmt) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", strings.Replace(source, "STATEMENT", stmt, 1), 0)
	if err != nil {
		t.Fatal(stmt, err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	conf := types.Config{Importer: stdlib.New(fset)}
	if _, err := conf.Check("main", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(stmt, err)
	}
	fd := f.Decls[len(f.Decls)-1].(*ast.FuncDecl)
	return info, fd.Body.List[0]
}

// TestAllow runs what is on the list, and holds that the rest is refused.
func TestAllow(t *testing.T) {
	for _, c := range []struct {
		stmt string
		want string // what the variables n, s and f are afterwards; "" if the statement is refused
	}{
		{"n = 7", "7 a 1.5"},
		{"n = m", "40 a 1.5"},
		{"n = add(m, 2)", "42 a 1.5"},
		{"n = add(add(1, 2), add(3, 4))", "10 a 1.5"},
		{"s = \"quo\\\"ted\\n\"", "1 quo\"ted\n 1.5"},
		{"f = half(3)", "1 a 1.5"},
		{"f = 1 << 3", "1 a 8"},
		{"show(n, s, 1.5, 'x')", "1 a 1.5"},
		{"b.WriteString(s)", "1 a 1.5"},
		{"add(n, 1)", "1 a 1.5"},
		// refused
		{"n = add(n, add(1, 2))", ""}, // order of a read and a call
		{"n++", ""},
		{"n, m = m, n", ""},
		{"n += 1", ""},
		{"st = T{1}", ""},
		{"st.n = 1", ""},
		{"e = 1", ""},
		{"e = n", ""},
		{"g = func() {}", ""},
		{"g()", ""},
		{"show([]any{1}...)", ""},
		{"n = byType(3)", ""},
		{"n = -m", ""},
		{"n = m + 1", ""},
		{"show(st)", ""},
		{"show(two())", ""},
		{"show(func() {})", ""},
		{"go fail()", ""},
		{"defer fail()", ""},
		{"if n > 0 { n = 1 }", ""},
		{"println(n)", ""},
		{"n = len(s)", ""},
		{"s = string(rune(n))", ""},
	} {
		n, m, s, f := 1, 40, "a", 1.5
		var sb strings.Builder
		b := &sb
		session := fake{
			map[string]any{"n": &n, "m": &m, "s": &s, "f": &f, "b": &b},
			map[string]any{"add": func(a, b int) int { return a + b }, "show": func(...any) {}, "half": func(x float64) float64 { return x / 2 },
				"two": func() (int, int) { return 1, 2 }, "fail": func() { panic("no") }},
		}
		info, st := parse(t, c.stmt)
		p := New()
		line, ok := p.Statement(session, info, st)
		if ok != (c.want != "") {
			t.Errorf("%s: on the list: %t (%s)", c.stmt, ok, line)
			continue
		}
		if !ok {
			continue
		}
		p.Add(line)
		if err := p.Run(); err != nil {
			t.Errorf("%s: %v", c.stmt, err)
			continue
		}
		if got := sprint(n, s, f); got != c.want {
			t.Errorf("%s: %q, want %q", c.stmt, got, c.want)
		}
	}
}

func sprint(n int, s string, f float64) string {
	return strings.Join([]string{itoa(n), s, ftoa(f)}, " ")
}

// TestPanics go on as what they were.
func TestPanics(t *testing.T) {
	want := errors.New("the very error")
	p := New()
	ran := false
	p.Call(func() { panic(want) })
	p.Call(func() { ran = true })
	defer func() {
		if r := recover(); r != want || ran {
			t.Errorf("recovered %v, went on %t", r, ran)
		}
	}()
	err := p.Run()
	t.Errorf("returned %v", err)
}

// TestOrder runs calls and lines in their order, each Program for itself.
func TestOrder(t *testing.T) {
	var got []int
	for round := range 2 {
		p := New()
		for i := range 3 {
			p.Call(func() { got = append(got, 10*round+i) })
		}
		if err := p.Run(); err != nil {
			t.Fatal(err)
		}
	}
	if want := []int{0, 1, 2, 10, 11, 12}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func itoa(n int) string     { return strconv.Itoa(n) }
func ftoa(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
