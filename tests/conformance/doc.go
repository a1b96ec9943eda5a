// Command conformance compares package array with NumPy's own recorded answers.
//
//	go run ./tests/conformance [-op NAME] [-cat NAME] [-v] [-selfcheck] DIR...
//
// It reads the .jsonl and .jsonl.gz files below the folders (data/README.md
// tells their schema), performs each case with the library, and prints for each
// category how many passed, failed and are unsupported, the first failures, the
// core operations that are unsupported, and a last line "N passed, N failed,
// N unsupported". The exit status is 1 if a case failed.
//
// A case is unsupported if its operation has no row in the table of operations,
// if it has an argument that the row does not know, or if the library says
// that what it needs is not built. It never counts as passed.
//
// # Model
//
// decode.go turns JSON into Go values: arrays into *array.Array, Python numbers
// into int, float64 and complex128, which the library treats as Python's. A row
// of ops.go turns a case's values into a call. compare.go compares results by
// the rules of the schema.
package main
