package check

import (
	"go/token"
	"strings"
	"testing"

	"medkit/interp/internal/stdlib"
)

func newChecker() *Checker {
	fset := token.NewFileSet()
	return New(fset, stdlib.New(fset))
}

// TestSplit finds the pieces of cells.
func TestSplit(t *testing.T) {
	for _, c := range []struct {
		src  string
		want string // kinds: i, d or s, each with its text
	}{
		{"x := 1", "s:x := 1"},
		{"x := 1; y := 2;", "s:x := 1;|s:y := 2;"},
		{"import \"fmt\"\nfunc f() {}\nf()", "i:import \"fmt\"|d:func f() {}|s:f()"},
		{"func(a int) {}(1)", "s:func(a int) {}(1)"},
		{"func (t T) M() {}", "d:func (t T) M() {}"},
		{"func() T { return x }()", "s:func() T { return x }()"},
		{"func (a int) func() { return nil }(1)", "s:func (a int) func() { return nil }(1)"},
		{"var x = 1\ntype T int\nconst c = 2", "s:var x = 1|d:type T int|d:const c = 2"},
		{"if a {\n} else {\n}\nb", "s:if a {\n} else {\n}|s:b"},
		{"// only a comment", ""},
		{"f(1,\n 2)\n\n\ng()", "s:f(1,\n 2)|s:g()"},
		{"s := `a\nb`\nx", "s:s := `a\nb`|s:x"},
	} {
		pieces, _, _ := split(c.src)
		var got []string
		for _, p := range pieces {
			got = append(got, map[pieceKind]string{isStmt: "s", isDecl: "d", isImport: "i", isPackage: "p"}[p.kind]+":"+c.src[p.start:p.end])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %q, want %q", c.src, s, c.want)
		}
	}
}

// TestErrors holds messages and places: line and column are those of the cell's
// text.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"x := y", "In[3]:1:6: undefined: y"},
		{"\n\n\tx := 1 + y", "In[3]:3:11: undefined: y"},
		{"import \"fmt\"; fmt.Nothing()", "In[3]:1:19: undefined: fmt.Nothing"},
		{"é := 1; z := é + w", "In[3]:1:20: undefined: w"}, // columns are bytes, as the compiler's
		{"x := )", "In[3]:1:6: unexpected )"},
		{"return", "In[3]:1:1: return outside of a function"},
		{"1 + 1\n2", "In[3]:1:1: 1 + 1 (untyped int constant 2) is not used"},
		{"a, a := 1, \"s\"", "In[3]:1:4: a repeated on left side of :="},
		{"var ( a int; a string )", "In[3]:1:14: a redeclared in this block"},
		{"func init() {}", "In[3]:1:1: func init in a cell: write its statements in the cell itself"},
		{"func f() { x := 1 }", "In[3]:1:12: declared and not used: x"},
	} {
		_, err := newChecker().Cell("In[3]", c.src)
		if err == nil {
			t.Errorf("%q: no error", c.src)
			continue
		}
		first, _, _ := strings.Cut(err.Error(), "\n")
		if first != c.want {
			t.Errorf("%q: %q, want %q", c.src, first, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	_, err := newChecker().Cell("In[1]", "a := 1\n\tb := a + nope")
	list, ok := err.(Errors)
	if !ok {
		t.Fatal(err)
	}
	if got, want := list[0].Quoted(), "In[1]:2:11: undefined: nope\n\tb := a + nope\n\t         ^"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestState tells whole cells from beginnings of some.
func TestState(t *testing.T) {
	for state, list := range map[int][]string{
		Whole:   {"", "1 + 1", "x := 1", "func f() {}", "// c", "package main\nfunc main() {}", "if a {\n}"},
		Partial: {"func f() {", "f(", "x := `a", "/* c", "if a {\n", "x :=", "a +", "package main\nfunc main() {"},
		Wrong:   {"x := )", "func {", "1 + / 2", "}"},
	} {
		for _, src := range list {
			if got, _ := State(src); got != state {
				t.Errorf("%q: %d, want %d", src, got, state)
			}
		}
	}
}

func TestComplete(t *testing.T) {
	k := newChecker()
	c, err := k.Cell("In[1]", "import \"strings\"\ntype P struct{ Name string; age int }\nfunc (p *P) Greet() {}\np := &P{}\npoints := 3")
	if err != nil {
		t.Fatal(err)
	}
	k.Commit(c)
	for _, c := range []struct{ src, want string }{
		{"strings.ToUpp", "strings.ToUpper strings.ToUpperSpecial"},
		{"p.", "p.Greet p.Name p.age"},
		{"poi", "points"},
		{"p.N", "p.Name"},
		{"time.Now().Yea", "time.Now().Year time.Now().YearDay"},
		{"q := p\nq.Gr", "q.Greet"},
		{"fal", "fallthrough false"},
		{"nothing.here", ""},
	} {
		ms, start := k.Complete(c.src, len(c.src))
		var got []string
		for _, m := range ms {
			got = append(got, m.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q from %d, want %q", c.src, s, start, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	k := newChecker()
	c, err := k.Cell("In[1]", "func add(a, b int) int { return a + b }\nn := 3")
	if err != nil {
		t.Fatal(err)
	}
	k.Commit(c)
	for src, want := range map[string]string{
		"add":             "func add(a int, b int) int",
		"add(":            "func add(a int, b int) int",
		"n":               "var n int",
		"strings.ToUpper": "func strings.ToUpper(s string) string",
		"len":             "builtin len",
	} {
		if got, _ := k.Describe(src, len(src)); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

// TestPrograms holds that a program is checked as one.
func TestProgram(t *testing.T) {
	for src, want := range map[string]string{
		"package main\nfunc main() {}":                   "",
		"package main\nimport \"os\"\nfunc main() {}":    "a.go:2:8: \"os\" imported and not used",
		"package lib\nfunc main() {}":                    "a.go:1:9: package lib is not a main package",
		"package main\nfunc f() {}":                      "a.go:1:9: function main is undeclared in the main package",
		"package main\nfunc main() { x := 1 }":           "a.go:2:15: declared and not used: x",
		"package main\nfunc main() { var s string = 1 }": "a.go:2:19: declared and not used: s",
	} {
		fset := token.NewFileSet()
		_, err := Program(fset, stdlib.New(fset), []File{{"a.go", src}})
		got := ""
		if err != nil {
			got, _, _ = strings.Cut(err.Error(), "\n")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

// FuzzCell parses and checks any text: it must not panic, and what it complains
// about lies in the text.
func FuzzCell(f *testing.F) {
	for _, s := range []string{
		"x := 1\nx", "func f[T any](x T) T { return x }\nf(1)", "for i := range 3 { _ = i }", "import (\"fmt\"; . \"math\")\nfmt.Print(Pi)",
		"type T struct{ a int }\nfunc (t T) M() {}\nT{1}.M()", "a, b := b, a", "L: for { break L }", "defer f()\n}", "x := `", "/*", "package p", "var x, y = 1", "x :=\n1;;;", "a.b\xff.", "\xff\xfe x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<12 {
			return // long texts only take longer
		}
		k := newChecker()
		c, err := k.Cell("In[1]", src)
		State(src)
		k.Complete(src, len(src))
		if err != nil {
			list, ok := err.(Errors)
			if !ok {
				t.Fatalf("%T: %v", err, err)
			}
			lines := strings.Count(src, "\n") + 1
			for _, e := range list {
				if e.Pos.Filename == "In[1]" && (e.Pos.Line < 1 || e.Pos.Line > lines+1) {
					t.Fatalf("%v is outside of the text", e)
				}
			}
			return
		}
		k.Commit(c)
		_, _ = k.Cell("In[2]", src) // a second run may fail, but not panic
	})
}
