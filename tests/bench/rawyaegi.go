//go:build ignore

// Command rawyaegi runs a file of cells, separated by lines "// %%", in plain
// yaegi with its own standard library, for comparison. It stands aside from the
// module's packages, since compiling those tables takes a minute.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/traefik/yaegi/interp"
	"github.com/traefik/yaegi/stdlib"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err == nil {
		i := interp.New(interp.Options{})
		err = i.Use(stdlib.Symbols)
		for _, cell := range strings.Split("import (\n\"fmt\"\n\"sort\"\n\"time\"\n)\n// %%\n"+string(text), "// %%\n") {
			if err == nil {
				_, err = i.Eval(cell)
			}
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
