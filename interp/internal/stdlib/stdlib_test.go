package stdlib

import (
	"bytes"
	"crypto/pbkdf2"
	"crypto/sha256"
	"go/token"
	"go/types"
	"hash"
	"hash/maphash"
	"math"
	"math/rand"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unsafe"
)

func TestProbe(t *testing.T) {
	if err := Probe(); err != nil {
		t.Fatal(err)
	}
}

// Each package can be imported on its own, and after all others.
func TestImportAll(t *testing.T) {
	l := New(token.NewFileSet())
	all := Packages()
	if len(all) < 170 {
		t.Fatalf("%d packages", len(all))
	}
	for _, p := range all {
		pkg, err := l.Import(p)
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		if pkg.Path() != p || !pkg.Complete() {
			t.Errorf("%s: got %s, complete %v", p, pkg.Path(), pkg.Complete())
		}
		again, err := l.Import(p)
		if again != pkg || err != nil {
			t.Errorf("%s: not the same package again", p)
		}
	}
}

// noSource are generic functions that cells cannot call: they build values of
// unexported types, and their package is too large to run from source.
var noSource = [...]string{
	"encoding/json/v2.MarshalFunc", "encoding/json/v2.MarshalToFunc",
	"encoding/json/v2.UnmarshalFunc", "encoding/json/v2.UnmarshalFromFunc",
	"encoding/json/v2.GetOption",
}

// Once a package is complete its scope does not change, whatever is read after
// it: so type-checks and imports may run at the same time.
func TestCompleteStaysComplete(t *testing.T) {
	all := Packages()
	for seed := range 3 {
		l := New(token.NewFileSet())
		r := rand.New(rand.NewSource(int64(seed)))
		names := map[*types.Package]int{}
		for _, i := range r.Perm(len(all)) {
			p, err := l.Import(all[i])
			if err != nil {
				t.Fatal(err)
			}
			names[p] = p.Scope().Len()
		}
		for p, n := range names {
			if p.Scope().Len() != n {
				t.Errorf("%s had %d names, has %d", p.Path(), n, p.Scope().Len())
			}
		}
	}
}

func TestConcurrent(t *testing.T) {
	l := New(token.NewFileSet())
	all := Packages()
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for _, i := range rand.New(rand.NewSource(int64(g))).Perm(len(all)) {
				p, err := l.Import(all[i])
				if err != nil {
					t.Error(err)
					continue
				}
				for _, n := range p.Scope().Names() {
					if f, ok := p.Scope().Lookup(n).(*types.Func); ok {
						l.Body(f)
						types.NewMethodSet(f.Type())
					}
				}
			}
		})
	}
	wg.Wait()
}

// native calls what package source declares without a body.
func callNative(t *testing.T, pkg, name string, args ...any) []reflect.Value {
	t.Helper()
	f, ok := Symbol(pkg, name)
	if !ok {
		t.Fatalf("no %s.%s", pkg, name)
	}
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	return f.Call(in)
}

func TestNatives(t *testing.T) {
	h := func(v any) unsafe.Pointer {
		return callNative(t, "unique", "make1", v)[0].Interface().(unsafe.Pointer)
	}
	a, b := h("one"), h("two")
	if a == b || a != h(string([]byte("one"))) || *(*any)(a) != any("one") {
		t.Error("unique")
	}
	kept, lost := new([32]int), new([32]int)
	weakOf := func(p *[32]int) unsafe.Pointer {
		return callNative(t, "weak", "make1", unsafe.Pointer(p))[0].Interface().(unsafe.Pointer)
	}
	value := func(u unsafe.Pointer) unsafe.Pointer {
		return callNative(t, "weak", "value", u)[0].Interface().(unsafe.Pointer)
	}
	wk, wl := weakOf(kept), weakOf(lost)
	if value(wk) != unsafe.Pointer(kept) || value(wl) != unsafe.Pointer(lost) || weakOf(kept) != wk {
		t.Error("weak")
	}
	cleaned := make(chan bool, 1)
	callNative(t, "runtime", "addCleanup", (*byte)(unsafe.Pointer(lost)), func() { cleaned <- true })
	lost = nil
	for range 100 {
		runtime.GC()
		if value(wl) == nil {
			break
		}
	}
	if value(wl) != nil || value(wk) == nil {
		t.Error("weak pointer after a collection")
	}
	select {
	case <-cleaned:
	case <-time.After(time.Minute):
		t.Error("no cleanup")
	}
	runtime.KeepAlive(kept)
	m := map[float64]int{1: 1, math.NaN(): 2, math.NaN(): 3}
	c := callNative(t, "maps", "clone", m)[0].Interface().(map[float64]int)
	c[5] = 5
	if len(c) != 4 || len(m) != 3 || c[1] != 1 {
		t.Error("clone", c, m)
	}
	seed := maphash.MakeSeed()
	sum := func(v any) uint64 { return callNative(t, "hash/maphash", "comparable1", seed, v)[0].Uint() }
	if sum("x") != sum(string([]byte("x"))) || sum(1) == sum(2) {
		t.Error("maphash")
	}
	var n int64
	callNative(t, "database/sql", "assign", &n, any("42"))
	if n != 42 {
		t.Error("assign", n)
	}
	if v := callNative(t, "database/sql", "nullValue", 7)[0].Interface(); v != int64(7) {
		t.Errorf("nullValue %T %v", v, v)
	}
	next := callNative(t, "iter", "pull", func(yield func(struct{}) bool) {
		if yield(struct{}{}) {
			yield(struct{}{})
		}
	})
	for i, want := range []bool{true, true, false} {
		if got := next[0].Call(nil)[1].Bool(); got != want {
			t.Errorf("pull %d: %v", i, got)
		}
	}
	newSHA := func() hash.Hash { return sha256.New() }
	k := callNative(t, "crypto/pbkdf2", "key", newSHA, "password", []byte("salt"), 2, 32)[0].Bytes()
	if want, _ := pbkdf2.Key(sha256.New, "password", []byte("salt"), 2, 32); !bytes.Equal(k, want) {
		t.Error("pbkdf2")
	}
}

// Each exported object has a symbol of its kind, or is generic, a constant or a
// constraint; and the table agrees with the export data on its type.
func TestSymbolsAgree(t *testing.T) {
	l := New(token.NewFileSet())
	n := 0
	for _, p := range Packages() {
		pkg, err := l.Import(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range pkg.Scope().Names() {
			o := pkg.Scope().Lookup(name)
			if !o.Exported() || p == "unsafe" {
				continue
			}
			v, ok := Symbol(p, name)
			want := false
			switch o := o.(type) {
			case *types.Func:
				want = o.Signature().TypeParams().Len() == 0
				if ok && (v.Kind() != reflect.Func || v.Type().NumIn() != o.Signature().Params().Len() || v.Type().NumOut() != o.Signature().Results().Len() || v.Type().IsVariadic() != o.Signature().Variadic()) {
					t.Errorf("%s.%s is %v, want %v", p, name, v.Type(), o.Type())
				}
				if want && !ok {
					t.Errorf("%s.%s: no symbol", p, name)
				}
				if _, body := l.Body(o); body == want && !slices.Contains(noSource[:], p+"."+name) {
					t.Errorf("%s.%s: source %v", p, name, body)
				}
			case *types.Var:
				want = true
				if ok && !v.CanAddr() {
					t.Errorf("%s.%s cannot be addressed", p, name)
				}
			case *types.TypeName:
				want = true
				switch u := types.Unalias(o.Type()).(type) {
				case *types.Named:
					if u.TypeParams().Len() > u.TypeArgs().Len() {
						want = false
						for m := range u.Origin().Methods() {
							if _, body := l.Body(m); m.Exported() && !body {
								t.Errorf("%s: no source", m.FullName())
							}
						}
					} else if i, ok := u.Underlying().(*types.Interface); ok && !i.IsMethodSet() {
						want = false
					}
				}
				if ok && (v.Kind() != reflect.Pointer || !v.IsNil()) {
					t.Errorf("%s.%s is %v, not a nil pointer", p, name, v)
				}
			}
			if ok != want {
				t.Errorf("%s.%s: symbol %v, want %v", p, name, ok, want)
			}
			n++
		}
	}
	if n < 8000 {
		t.Errorf("only %d objects", n)
	}
}

func TestSources(t *testing.T) {
	l := New(token.NewFileSet())
	for _, p := range Packages() {
		if err := l.SourceError(p); err != nil {
			t.Error(err)
		}
	}
	// A declaration without a body has a compiled function.
	for p, s := range l.sources {
		if s == nil {
			continue
		}
		for name, d := range s.decls {
			if d.Body != nil {
				continue
			}
			if v, ok := Symbol(p, name); !ok || v.Kind() != reflect.Func {
				t.Errorf("%s.%s has no body and no symbol", p, name)
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	l := New(token.NewFileSet())
	for path, want := range map[string]string{
		"fmtt":                "package fmtt is not in the standard library",
		"":                    "not in the standard library",
		"fmt 0":               "not in the standard library",
		"slices#source":       "not in the standard library",
		"internal/abi":        "use of internal package internal/abi not allowed",
		"net/http/internal":   "use of internal package",
		"C":                   "cgo",
		"github.com/x/y":      "only the standard library",
		"runtime/cgo":         "not in the standard library",
		"vendor/golang.org/x": "not in the standard library",
	} {
		if p, err := l.Import(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Import(%q) = %v, %v; want an error with %q", path, p, err, want)
		}
	}
}

func TestByName(t *testing.T) {
	l := New(token.NewFileSet())
	for _, c := range []struct {
		name string
		uses []string
		want string
	}{
		{"fmt", []string{"Println"}, "fmt"},
		{"rand", []string{"IntN"}, "math/rand/v2"},
		{"rand", []string{"Intn"}, "math/rand"},
		{"rand", []string{"Text"}, "crypto/rand"},
		{"rand", []string{"Read"}, "crypto/rand"},
		{"rand", []string{"Seed", "Perm"}, "math/rand"},
		{"rand", nil, "math/rand/v2"},
		{"template", []string{"New"}, "text/template"},
		{"template", []string{"JSEscapeString", "HTML"}, "html/template"},
		{"pprof", []string{"StartCPUProfile"}, "runtime/pprof"},
		{"pprof", []string{"Handler"}, "net/http/pprof"},
		{"http", []string{"Get"}, "net/http"},
		{"json", []string{"Marshal"}, "encoding/json"},
		{"filepath", nil, "path/filepath"},
		{"unsafe", nil, "unsafe"},
		{"nosuch", nil, ""},
		{"v2", nil, ""},
	} {
		got, ok := l.ByName(c.name, c.uses...)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("ByName(%s, %v) = %q, want %q", c.name, c.uses, got, c.want)
		}
	}
	seen := map[string][]string{}
	for _, p := range Packages() {
		seen[baseName(p)] = append(seen[baseName(p)], p)
	}
	for name, ps := range seen {
		if got := slices.Sorted(slices.Values(l.Candidates(name))); !slices.Equal(got, slices.Sorted(slices.Values(ps))) {
			t.Errorf("%s may mean %v, the candidates are %v", name, ps, got)
		}
	}
}

// Nothing runs at the start of a program for the packages' data and tables.
func TestNoInit(t *testing.T) {
	if os.Getenv("MEDKIT_TEST_CHILD") != "" {
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestNoInit$")
	cmd.Env = append(os.Environ(), "MEDKIT_TEST_CHILD=1", "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "init errors @") {
		t.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(line, "init medkit/") {
			t.Errorf("code runs at start: %s", line)
		}
	}
}

// A library is read lazily, and not all at once.
func BenchmarkImport(b *testing.B) {
	for _, p := range []string{"fmt", "net/http", "math"} {
		b.Run(p, func(b *testing.B) {
			for b.Loop() {
				New(token.NewFileSet()).Import(p)
			}
		})
	}
	b.Run("New", func(b *testing.B) {
		for b.Loop() {
			New(token.NewFileSet())
		}
	})
	b.Run("Symbol", func(b *testing.B) {
		for b.Loop() {
			Symbol("fmt", "Println")
		}
	})
}
