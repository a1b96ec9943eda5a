package main

import (
	"medkit/interp"
	"medkit/kernel"
)

// newEvaluator makes what runs the kernel's cells.
func newEvaluator() (kernel.Evaluator, error) {
	return interp.New(interp.Options{Version: version})
}
