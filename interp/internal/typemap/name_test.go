package typemap

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// A type's name is what the Go compiler gives it.
func TestNames(t *testing.T) {
	const decls = `
type P[K comparable, V any] struct { k K; v V }
type Q[T any] []T
func F[T any]() { type loc struct{ X T }; type gen []loc; var va P[string, loc]; var vb gen; _, _ = va, vb }
func G() { type loc2 int; var vc P[loc2, []loc2]; var vd loc2; _, _ = vc, vd }
`
	exprs := []string{
		"P[string, int]", "P[byte, rune]", "P[any, error]", "P[struct{}, unsafe.Pointer]", "P[*fmt.Stringer, [3]uintptr]",
		"P[struct{ a int; B string `x:\"y\\\"z\"`; fmt.Stringer }, interface{ M(...int) (a, b error); fmt.Stringer }]",
		"P[chan (<-chan int), func(chan<- byte, rune) *[3]uintptr]", "P[<-chan int, func(func(int) (int, bool), ...[]string)]",
		"P[bool, P[float64, Q[Q[complex64]]]]", "Q[map[string][]fmt.Stringer]", "Q[func()]", "Q[func() (a, b int)]", "P[int, http.Header]", "P[int, interface{}]",
		"struct{ P[int, bool]; n Q[int] }", "[]P[int, *P[int, int]]", "Q[atomic.Pointer[P[int, int]]]", "Q[struct{ _ int; X, Y int }]",
	}
	head := "package main\nimport (\"fmt\"; \"net/http\"; \"sync/atomic\"; \"unsafe\")\nvar ( _ fmt.Stringer; _ http.Header; _ atomic.Int32; _ unsafe.Pointer )\n" + decls
	// What the compiler says.
	prog := head + "func main() {\n"
	for _, e := range exprs {
		prog += fmt.Sprintf("fmt.Printf(\"%%T\\n\", *new(%s))\n", e)
	}
	prog += "}\n"
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(prog), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", file)
	cmd.Env = append(os.Environ(), "GOFLAGS=")
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("no Go toolchain: %v", err)
	}
	want := strings.Split(string(bytes.TrimSpace(out)), "\n")
	w := newWorld(t)
	src := head
	for i, e := range exprs {
		src += fmt.Sprintf("var x%d %s\n", i, e)
	}
	p := w.check(src)
	for i, e := range exprs {
		if got := w.rt(p, fmt.Sprint("x", i)).String(); got != want[i] {
			t.Errorf("%s: %s, want %s", e, got, want[i])
		}
	}
	// Local types, as go1.26 prints them.
	local := map[string]string{"va": "main.P[string,main.loc[int]·1]", "vb": "main.gen[int]", "vc": "main.P[main.loc2·3,[]main.loc2·3]", "vd": "main.loc2"}
	f := p.Scope().Lookup("F").(*types.Func)
	var decl *ast.FuncDecl
	for _, d := range p.file.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Name.Name == "F" {
			decl = d
		}
	}
	env := NewEnv(w.m, f.Signature().TypeParams(), []types.Type{types.Typ[types.Int]}, decl)
	for id, o := range p.info.Defs {
		if v, ok := o.(*types.Var); ok && local[id.Name] != "" && v.Parent() != nil {
			if got := w.m.Type(env.Subst(v.Type())).String(); got != local[id.Name] {
				t.Errorf("%s: %s, want %s", id.Name, got, local[id.Name])
			}
		}
	}
}

// What compiled types promote through embedding is there and works.
func TestEmbedCompiled(t *testing.T) {
	w := newWorld(t)
	p := w.check(`
import ("bytes"; "strings"; "sync"; "time"; "io"; "sort")
type Buf struct { *bytes.Buffer; n int }
type Val struct { n int; bytes.Buffer }
type Lock struct { sync.RWMutex }
type Dur struct { time.Duration }
type R struct { io.Reader }
type Both struct { *strings.Builder; io.Closer }
type Rev struct { sort.Interface }
type Deep struct { Buf }
type Own struct { bytes.Buffer }
func (o *Own) String() string { return "" }
`)
	newOf := func(name string) reflect.Value { return reflect.New(w.rt(p, name)) }
	b := newOf("Buf")
	b.Elem().Field(0).Set(reflect.ValueOf(new(bytes.Buffer)))
	for _, v := range []any{b.Interface(), b.Elem().Interface(), newOf("Val").Interface(), newOf("Own").Interface()} {
		n, err := v.(interface{ WriteString(string) (int, error) }).WriteString("abc")
		if n != 3 || err != nil {
			t.Errorf("%T: %d, %v", v, n, err)
		}
	}
	if got := b.Interface().(fmt.Stringer).String(); got != "abcabc" {
		t.Error(got)
	}
	if got := newOf("Own").Interface().(fmt.Stringer).String(); got != "String on Own" {
		t.Error(got)
	}
	l := newOf("Lock").Interface().(sync.Locker)
	l.Lock()
	if l.(interface{ TryLock() bool }).TryLock() {
		t.Error("not locked")
	}
	l.Unlock()
	d := newOf("Dur")
	d.Elem().Field(0).SetInt(1e9)
	if got := fmt.Sprint(d.Elem().Interface(), d.Interface()); got != "1s 1s" {
		t.Error(got)
	}
	r := newOf("R")
	r.Elem().Field(0).Set(reflect.ValueOf(strings.NewReader("xyz")))
	buf := make([]byte, 2)
	if n, _ := r.Elem().Interface().(interface{ Read([]byte) (int, error) }).Read(buf); n != 2 || string(buf) != "xy" {
		t.Error(n, buf)
	}
	rev := newOf("Rev")
	rev.Elem().Field(0).Set(reflect.ValueOf(sortable{3, 1, 2}))
	if got := rev.Elem().Interface().(interface{ Len() int }).Len(); got != 3 {
		t.Error(got)
	}
	deep := newOf("Deep")
	deep.Elem().Field(0).Set(b.Elem())
	if got := fmt.Sprint(deep.Elem().Interface()); got != "abcabc" {
		t.Error(got)
	}
	// A nil embedded pointer faults as in Go, it does not crash.
	func() {
		defer func() {
			if e, ok := recover().(error); !ok || !strings.Contains(e.Error(), "nil pointer") {
				t.Error(e)
			}
		}()
		newOf("Both").Elem().Interface().(interface{ Close() error }).Close()
	}()
}

type sortable []int

func (s sortable) Len() int           { return len(s) }
func (s sortable) Less(i, j int) bool { return s[i] < s[j] }
func (s sortable) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
