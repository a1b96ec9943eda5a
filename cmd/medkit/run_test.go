package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test binary be medkit itself: what a program does to its
// process is then the real thing.
func TestMain(m *testing.M) {
	if os.Getenv("MEDKIT_TEST_MAIN") != "" {
		os.Exit(dispatch(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// medkit runs the command with a standard input.
func medkit(t *testing.T, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), "MEDKIT_TEST_MAIN=1")
	c.Stdin = strings.NewReader(stdin)
	var o, e bytes.Buffer
	c.Stdout, c.Stderr = &o, &e
	if err := c.Run(); err != nil {
		var x *exec.ExitError
		if !errors.As(err, &x) {
			t.Fatal(err)
		}
		status = x.ExitCode()
	}
	return o.String(), e.String(), status
}

// TestRun gives programs and files of cells to medkit run, by a file and by
// standard input.
func TestRun(t *testing.T) {
	for _, c := range []struct {
		name, src string
		args      []string
		stdout    string
		stderr    string // contained in standard error
		status    int
	}{
		{name: "program", src: "package main\nimport \"fmt\"\nfunc main() { fmt.Println(\"hi\") }", stdout: "hi\n"},
		{name: "arguments", src: "package main\nimport (\"fmt\"; \"os\")\nfunc main() { fmt.Println(os.Args[1:]) }", args: []string{"a", "-b"}, stdout: "[a -b]\n"},
		{name: "panic", src: "package main\nfunc main() { defer println(\"deferred\"); panic(\"no\") }", stderr: "deferred\npanic: no\n\ngoroutine 1 [running]:", status: 2},
		{name: "runtime error", src: "package main\nfunc main() { var s []int; _ = s[3] }", stderr: "panic: runtime error: index out of range [3] with length 0\n", status: 2},
		{name: "goroutine panic", src: "package main\nfunc main() { go func() { panic(1) }(); select {} }", stderr: "panic: 1\n", status: 2},
		{name: "exit", src: "package main\nimport \"os\"\nfunc main() { defer println(\"never\"); os.Exit(3) }", status: 3},
		{name: "compile error", src: "package main\n\nfunc main() {\n\tx := 1\n}", stderr: ":4:2: declared and not used: x", status: 1},
		{name: "syntax error", src: "package main\nfunc main() { x := }", stderr: ":2:20: expected operand", status: 1},
		{name: "no main", src: "package lib\n", stderr: ":1:9: package lib is not a main package", status: 1},
		{name: "cells", src: "x := 2\n// %% second\nx * 21\n// %%\nfmt.Println(\"end\")\n", stdout: "42\nend\n"},
		{name: "cell error", src: "x := 1\n// %%\n\nx + y\n", stderr: ":4:5: undefined: y", status: 1},
		{name: "cell panic", src: "fmt.Println(\"before\")\n// %%\npanic(\"stop\")\n// %%\nfmt.Println(\"never\")\n", stdout: "before\n", stderr: "panic: stop", status: 2},
		{name: "cell exit", src: "os.Exit(4)", status: 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "x.go")
			if err := os.WriteFile(file, []byte(c.src), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, from := range []string{file, "-"} {
				out, errs, status := medkit(t, c.src, append([]string{"run", from}, c.args...)...)
				if out != c.stdout || !strings.Contains(errs, c.stderr) || c.stderr == "" && errs != "" || status != c.status {
					t.Errorf("run %s: status %d, want %d\nstdout %q, want %q\nstderr %q, want %q in it", from, status, c.status, out, c.stdout, errs, c.stderr)
				}
			}
		})
	}
}

// TestRunFiles runs a program of two files.
func TestRunFiles(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.go"), filepath.Join(dir, "b.go")
	for name, src := range map[string]string{a: "package main\nfunc main() { println(f()) }", b: "package main\nfunc f() int { return 7 }"} {
		if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, errs, status := medkit(t, "", "run", a, b); errs != "7\n" || status != 0 {
		t.Errorf("status %d, %q", status, errs)
	}
}

// TestUsage holds what is said about wrong arguments.
func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args   []string
		says   string
		status int
	}{
		{[]string{"run"}, "which file?", 2},
		{[]string{"run", "x.txt"}, "is no Go file", 2},
		{[]string{"run", "nowhere.go"}, "nowhere.go", 1},
		{[]string{"nothing"}, "no command \"nothing\"", 2},
		{nil, "usage: medkit COMMAND", 2},
	} {
		if _, errs, status := medkit(t, "", c.args...); !strings.Contains(errs, c.says) || status != c.status {
			t.Errorf("%v: status %d, %q", c.args, status, errs)
		}
	}
	for _, name := range []string{"kernel", "install", "uninstall", "run", "version"} {
		if out, _, status := medkit(t, "", name, "--help"); !strings.Contains(out, "usage: medkit "+name) || status != 0 {
			t.Errorf("%s --help: status %d, %q", name, status, out)
		}
	}
}
