// Package interp runs Go cells and Go programs.
//
// # Model
//
// A [Session] is all that cells have declared: it checks a cell against what is
// live (internal/check), makes run-time types of its types (internal/typemap,
// internal/rtypes), compiles its code to closures (internal/engine) and runs it
// step by step. Standard-library packages and the project's own are known by
// embedded export data and tables of their compiled symbols (internal/stdlib,
// internal/own). Nothing is global: two sessions live in one process, each with
// its own names, output and interrupts.
//
// What a cell writes goes to the sink of its request. Goroutines carry a label
// that names the cell which started them, so that what they write, and their
// panics, are shown with that cell even when it has ended.
//
// A whole program runs on the same engine, with the process's own streams: see
// [RunProgram].
package interp
