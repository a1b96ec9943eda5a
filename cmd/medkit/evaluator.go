package main

import (
	"errors"

	"medkit/kernel"
)

// newEvaluator makes what runs the kernel's cells.
func newEvaluator() (kernel.Evaluator, error) {
	return nil, errors.New("this build has no evaluator of Go cells")
}
