package engine

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The test binary is its own child: with this variable set it runs one program
// as medkit run does, so that exit status, fatal errors and whatever the
// program does to its process are the real ones.
const (
	envRun    = "MEDKIT_ENGINE_RUN"
	envPoison = "MEDKIT_ENGINE_POISON"
	envGC     = "MEDKIT_ENGINE_GC"
	// envMode names the only mode of TestPrograms that is to run.
	envMode = "MEDKIT_ENGINE_MODE"
)

func TestMain(m *testing.M) {
	if file := os.Getenv(envRun); file != "" {
		for _, e := range []string{envRun, envPoison, envGC} {
			defer os.Unsetenv(e)
		}
		os.Exit(runFile(file, os.Getenv(envPoison) != "", os.Getenv(envGC) != ""))
	}
	os.Exit(m.Run())
}

// child runs a program of testdata/run and gives its standard output with a
// last line "exit N", as the recorded files have it.
func child(t *testing.T, file string, env ...string) (out, errs string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(append(os.Environ(), envRun+"="+file), env...)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	code := 0
	if err := cmd.Run(); err != nil {
		var x *exec.ExitError
		if !errors.As(err, &x) {
			t.Fatal(err)
		}
		code = x.ExitCode()
	}
	return fmt.Sprintf("%sexit %d\n", &o, code), e.String()
}

// TestPrograms runs the programs of testdata/run and compares them with what
// the Go compiler's builds did (testdata/record.sh): with pooled frames, with
// poisoned ones, and with a collector that never rests and overwrites what it
// frees.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/run/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, mode := range []struct {
		name string
		env  []string
	}{
		{"pooled", nil},
		{"poison", []string{envPoison + "=1"}},
		{"collect", []string{envGC + "=1", "GOGC=1", "GODEBUG=clobberfree=1"}},
		{"collect poison", []string{envPoison + "=1", envGC + "=1", "GOGC=1", "GODEBUG=clobberfree=1"}},
	} {
		collects := strings.HasPrefix(mode.name, "collect")
		if only := os.Getenv(envMode); only != "" && mode.name != only {
			continue
		}
		t.Run(mode.name, func(t *testing.T) {
			for _, f := range files {
				if (collects || usesCgo) && filepath.Base(f) == "deadlock.go" {
					continue // the collecting goroutine never sleeps; with cgo the runtime finds no deadlocks
				}
				if collects && filepath.Base(f) == "overflow.go" {
					continue // a million frames, scanned over and over, take minutes
				}
				t.Run(strings.TrimSuffix(filepath.Base(f), ".go"), func(t *testing.T) {
					t.Parallel()
					want, err := os.ReadFile(strings.TrimSuffix(f, ".go") + ".out")
					if err != nil {
						t.Fatal(err)
					}
					got, errs := child(t, f, mode.env...)
					if got != string(want) {
						t.Errorf("%s\nstderr: %s", firstDifference(got, string(want)), errs)
					}
				})
			}
		})
	}
}

// firstDifference shows the first line in which two outputs differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(end)", "(end)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d:\ngot  %s\nwant %s", i+1, a, b)
		}
	}
	return "equal"
}
