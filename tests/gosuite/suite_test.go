package main

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// tree makes a folder of programs as $GOROOT/test has them.
func tree(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"a.go":         "// run\n\npackage main\n\nfunc main() { print(1) }\n",
		"sub/b.go":     "// run\n\npackage main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"b\"); os.Exit(3) }\n",
		"sub/c.go":     "// run\n\npackage main\n\nfunc main() { broken }\n",
		"sub/dir.go":   "// rundir\n\npackage ignored\n",
		"sub/plan9.go": "// run\n\n//go:build plan9\n\npackage main\n\nfunc main() {}\n",
		"sub/not9.go":  "// run\n\n//go:build !plan9 && gc && go1.18\n\npackage main\n\nfunc main() {}\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestPrograms(t *testing.T) {
	got, err := programs(tree(t), regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	if want := "a.go sub/b.go sub/c.go sub/not9.go"; strings.Join(got, " ") != want {
		t.Errorf("programs %v, want %s", got, want)
	}
}

// Each way to be wrong is seen: a status, an output, a program that never
// ends. The stand-ins for medkit are scripts.
func TestVerdicts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins are shell scripts")
	}
	root, dir := tree(t), t.TempDir()
	all, err := programs(root, regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	s := &suite{options: options{jobs: 2, timeout: time.Minute, buildDir: t.TempDir(), only: regexp.MustCompile("")},
		root: root, file: filepath.Join(dir, "expected.txt")}
	if err := s.recordAll(all, new(strings.Builder)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, script           string
		passed, failed, absent int
		say                    string
	}{
		{"right", `case $2 in *b.go) printf b; exit 3;; esac`, 3, 0, 1, ""},
		{"wrong status", `case $2 in *b.go) printf b; exit 4;; esac`, 2, 1, 1, "sub/b.go: exit status 4, want 3"},
		{"wrong output", `case $2 in *b.go) printf x; exit 3;; esac`, 2, 1, 1, "sub/b.go: standard output differs"},
		{"no end", `case $2 in *b.go) sleep 100;; esac`, 2, 1, 1, "sub/b.go: timed out"},
		{"refuses all", `echo cannot >&2; exit 1`, 0, 3, 1, "a.go: exit status 1, want 0: cannot"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.medkit = filepath.Join(t.TempDir(), "medkit")
			if err := os.WriteFile(s.medkit, []byte("#!/bin/sh\n"+c.script+"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			s.timeout, s.verbose = time.Minute, true
			if c.name == "no end" {
				s.timeout = 2 * time.Second
			}
			var w strings.Builder
			passed, failed, err := s.compareAll(all, &w)
			if err != nil || passed != c.passed || failed != c.failed {
				t.Errorf("%d passed, %d failed, %v; want %d and %d\n%s", passed, failed, err, c.passed, c.failed, &w)
			}
			if !strings.Contains(w.String(), c.say) {
				t.Errorf("does not say %q:\n%s", c.say, &w)
			}
		})
	}
}

func TestFloor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "floor.txt")
	for _, c := range []struct {
		before string
		passed int
		raise  bool
		after  string
		ok     bool
	}{
		{"10\n", 9, false, "10\n", false},
		{"10\n", 9, true, "10\n", false},
		{"10\n", 10, false, "10\n", true},
		{"10\n", 12, false, "10\n", true},
		{"10\n", 12, true, "12\n", true},
		{"ten\n", 12, true, "ten\n", false},
	} {
		if err := os.WriteFile(file, []byte(c.before), 0o644); err != nil {
			t.Fatal(err)
		}
		err := keepFloor(file, c.passed, c.raise, new(strings.Builder))
		text, _ := os.ReadFile(file)
		if (err == nil) != c.ok || string(text) != c.after {
			t.Errorf("%+v: %v, file %q", c, err, text)
		}
	}
}
