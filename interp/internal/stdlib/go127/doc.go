//go:build go1.27 && !go1.28

// Package go127 holds export data and symbol tables of Go 1.27's standard
// library. Everything else in this folder is written by
// medkit/interp/internal/stdlib/gen.
package go127

// If this name is undefined, the data of the target is missing: set GOOS and
// GOARCH to the target and run, for this machine's Go,
//
//	go generate ./interp/...
var _ = run_GOOS_and_GOARCH_of_the_target_with_go_generate_interp
