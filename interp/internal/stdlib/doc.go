// Package stdlib knows the compiled packages that interpreted code may import:
// the standard library and, as further sets, the project's own.
//
// # Model
//
// A [Library] is what one session knows of packages. The type checker sees
// export data, which is embedded in the program and read when a package is
// first imported; nothing is read or built at start. Running code finds
// functions, variables and types in tables of symbols, which are compiled
// functions from a name to a value, so that they too cost nothing until they
// are called.
//
// A generic function cannot be in a table, as it is compiled only where it is
// instantiated. [Library.Body] gives the source of those, for the interpreter
// to run: of packages slices, maps and cmp it is Go's own, embedded; of the
// others, which rest on the runtime, it is ours (folder source), over compiled
// functions of the same package (natives.go). Source is parsed and checked when
// one of its functions is first asked for. Its package is a second
// types.Package of the same path: users only ever see the one of the export
// data, and the run-time types of the two are the same since package typemap
// knows compiled types by path and name.
//
// # Releases and targets
//
// Export data and tables belong to one minor release of Go and one target.
// They are in folders go126, go127 ..., of which build tags choose one; those
// for linux are in the repository, those for other targets are written by
//
//	GOOS=darwin GOARCH=arm64 go generate ./interp/...
//
// into files that git ignores. Without them the build fails in go126/doc.go at
// a name that says so. To follow a new release of Go, run go generate with it,
// add std_go1NN.go, and move the limit in refuse.go.
package stdlib

//go:generate env GOOS= GOARCH= go run ./gen -std -goos $GOOS -goarch $GOARCH
