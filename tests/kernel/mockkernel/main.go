// Command mockkernel is the kernel process with the tests' evaluator in it.
package main

import (
	"fmt"
	"os"

	"medkit/internal/host"
	"medkit/kernel"
	"medkit/tests/kernel/mock"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: mockkernel connection.json")
		os.Exit(2)
	}
	if err := host.Run(os.Args[1], func() (kernel.Evaluator, error) { return mock.New(), nil }); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
