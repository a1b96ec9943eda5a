// Command gen writes what the interpreter knows of compiled packages: their
// types, for the type checker, and tables of their symbols, for running code.
//
//	go run ./gen -std                      the standard library
//	go run ./gen -out DIR IMPORTPATH...    other packages, with DIR's name as package name
//
// It writes for one target (-goos, -goarch; by default this machine's). Linux
// means amd64 and arm64 at once, with one copy of all that they share. Packages are type-checked from source, so nothing of a foreign
// target is compiled and the whole standard library takes some seconds.
//
// In DIR appear, for package after package,
//
//	symbols_OS.go, symbols_OS_ARCH.go   functions from a name to a function, *variable or (*type)(nil)
//	data_OS_ARCH.go                     the files below, embedded, and the package's Set
//	OS.bin, OS_ARCH.bin                 export data, see package bundle
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

func main() {
	std := flag.Bool("std", false, "the standard library, into the folder of this toolchain's release")
	out := flag.String("out", "", "folder to write to")
	goos := flag.String("goos", runtime.GOOS, "target operating system")
	goarch := flag.String("goarch", runtime.GOARCH, "target architecture; of linux always amd64 and arm64")
	flag.Parse()
	if err := run(*std, *out, *goos, *goarch, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(std bool, out, goos, goarch string, patterns []string) error {
	g := &generator{std: std, out: out, goos: goos, arches: []string{"amd64", "arm64"}}
	if goos != "linux" {
		g.arches = []string{goarch}
	}
	if std {
		minor, err := releaseMinor()
		if err != nil {
			return err
		}
		g.out = fmt.Sprintf("go1%d", minor)
		g.tag = fmt.Sprintf("go1.%d && !go1.%d", minor, minor+1)
		if minor == oldestMinor { // what go.mod demands
			g.tag = fmt.Sprintf("!go1.%d", minor+1)
		}
		patterns = []string{"std"}
	}
	if g.out == "" || len(patterns) == 0 {
		return fmt.Errorf("give -std, or -out and import paths")
	}
	full, err := filepath.Abs(g.out)
	if err != nil {
		return err
	}
	g.pkgName = filepath.Base(full)
	return g.generate(patterns)
}

// oldestMinor is the release that go.mod names.
const oldestMinor = 26

// releaseMinor is the minor number of the toolchain that the go command runs.
func releaseMinor() (int, error) {
	v := strings.TrimPrefix(runtime.Version(), "go1.")
	if i := strings.IndexFunc(v, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		v = v[:i]
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0, fmt.Errorf("%s is no release of Go", runtime.Version())
	}
	return n, nil
}
