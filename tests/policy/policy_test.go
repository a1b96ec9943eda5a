package policy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportPolicy(t *testing.T) {
	pkgs, err := scan("../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 3 {
		t.Fatalf("only %d packages found: not the module's root?", len(pkgs))
	}
	for _, f := range check("medkit", pkgs) {
		t.Error(f)
	}
}

// Each rule is tried with a file that breaks it, and with one that keeps it.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, file, src, want string // want "" means: no finding
	}{
		{"down", "interp/a.go", "// Package a.\npackage interp\nimport _ \"medkit/array\"", ""},
		{"own child", "interp/a.go", "// Package a.\npackage interp\nimport _ \"medkit/interp/internal/engine\"", ""},
		{"up", "array/a.go", "// Package a.\npackage array\nimport _ \"medkit/interp\"", "array must not import interp"},
		{"kernel and interp", "kernel/a.go", "// Package a.\npackage kernel\nimport _ \"medkit/interp\"", "kernel must not import interp"},
		{"child of array by array", "array/a.go", "// Package a.\npackage array\nimport _ \"medkit/array/opt\"", "array must not import array/opt"},
		{"array by its child", "array/opt/a.go", "// Package a.\npackage opt\nimport _ \"medkit/array\"", ""},
		{"sibling stage", "interp/internal/check/a.go", "// Package a.\npackage check\nimport _ \"medkit/interp/internal/engine\"", "check must not import interp/internal/engine"},
		{"a generator is free", "interp/internal/stdlib/gen/a.go", "// Command a.\npackage main\nimport _ \"medkit/display\"", ""},
		{"a test is free", "display/a_test.go", "package display\nimport _ \"medkit/array\"", ""},
		{"unplaced", "stray/a.go", "// Package a.\npackage stray", "no row"},
		{"other systems too", "array/a_plan9.go", "//go:build plan9\n\n// Package a.\npackage array\nimport _ \"medkit/kernel\"", "array must not import kernel"},
		{"unknown module", "kernel/a.go", "// Package a.\npackage kernel\nimport _ \"example.com/x\"", "does not know"},
		{"zmq4 elsewhere", "interp/a.go", "// Package a.\npackage interp\nimport _ \"github.com/go-zeromq/zmq4\"", "interp must not import github.com/go-zeromq/zmq4"},
		{"yaegi in its stage", "interp/internal/straight/a.go", "// Package a.\npackage straight\nimport _ \"github.com/traefik/yaegi/interp\"", ""},
		{"yaegi's stdlib", "interp/internal/straight/a.go", "// Package a.\npackage straight\nimport _ \"github.com/traefik/yaegi/stdlib\"", "must not import github.com/traefik/yaegi/stdlib"},
		{"sockets in array", "array/a.go", "// Package a.\npackage array\nimport _ \"net\"", "must not import net"},
		{"unsafe in kernel", "kernel/a.go", "// Package a.\npackage kernel\nimport _ \"unsafe\"", "must not import unsafe"},
		{"C", "array/a.go", "// Package a.\npackage array\nimport \"C\"", "must not import C"},
		{"init", "kernel/a.go", "// Package a.\npackage kernel\nfunc init() {}", "func init"},
		{"no comment", "kernel/a.go", "package kernel", "no file has a package comment"},
		{"ignored folder", "kernel/testdata/a.go", "package kernel\nimport _ \"medkit/interp\"", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			name := filepath.Join(root, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(c.src), 0o644); err != nil {
				t.Fatal(err)
			}
			pkgs, err := scan(root)
			if err != nil {
				t.Fatal(err)
			}
			got := check("medkit", pkgs)
			switch {
			case c.want == "" && len(got) > 0:
				t.Errorf("findings %q, want none", got)
			case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
				t.Errorf("findings %q, want one with %q", got, c.want)
			}
		})
	}
}
