// Package own holds what interpreted code needs of MedKit's own packages to
// import them as it imports the standard library: export data and tables of
// symbols, see package stdlib. "array" is short for "medkit/array", "opt" for
// "medkit/array/opt", and so on.
//
// Everything else in this folder is generated. When the exported names of a
// package that is listed below change, run go generate ./interp/... (it takes
// some seconds); a test of the generator fails until that is done. Files for
// linux are in the repository, those for other targets are made with GOOS and
// GOARCH set.
package own

//go:generate env GOOS= GOARCH= go run ../stdlib/gen -goos $GOOS -goarch $GOARCH -out . medkit/array/... medkit/display/...

import (
	"go/token"
	"path"

	"medkit/interp/internal/stdlib"
)

// If this name is undefined, the data of the target is missing: set GOOS and
// GOARCH to the target and run, for this machine's Go,
//
//	go generate ./interp/...
var _ = run_GOOS_and_GOARCH_of_the_target_with_go_generate_interp

// NewLibrary makes a Library of the standard library and of MedKit's packages,
// each of which can be imported by the last element of its path too.
func NewLibrary(fset *token.FileSet) *stdlib.Library {
	l := stdlib.New(fset, &Set)
	taken := map[string]bool{}
	for _, p := range stdlib.Packages() {
		taken[p] = true
	}
	for _, p := range Set.Paths() {
		if short := path.Base(p); !taken[short] {
			taken[short] = true
			l.Alias(short, p)
		}
	}
	return l
}
