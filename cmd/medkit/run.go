package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"medkit/interp"
)

func runRun(c command, args []string) int {
	f := c.flags(`Executes a Go program (the files of package main) or a file of cells (separated by
lines that begin with // %%), without a Go toolchain; - reads standard input.
Arguments after the files are the program's own. Output and exit status are what
the built program's would be.
`)
	if status, done := c.parse(f, args, true); done {
		return status
	}
	files, rest, err := sources(f.Args())
	if err != nil {
		return c.misused(err)
	}
	var srcs []interp.File
	for _, name := range files {
		text, err := readSource(name)
		if err != nil {
			return c.failed(err)
		}
		srcs = append(srcs, interp.File{Name: name, Src: text})
	}
	os.Args = append([]string{files[0]}, rest...)
	interp.Detach()
	if len(srcs) == 1 && !interp.IsProgram(srcs[0].Src) {
		return interp.RunCells(srcs[0])
	}
	return interp.RunProgram(os.Stderr, srcs...)
}

// sources splits the arguments into files and what the program gets.
func sources(args []string) (files, rest []string, err error) {
	n := 0
	for n < len(args) && (args[n] == "-" || strings.HasSuffix(args[n], ".go")) {
		n++
	}
	if n == 0 {
		if len(args) == 0 {
			return nil, nil, errors.New("which file?")
		}
		return nil, nil, fmt.Errorf("%q is no Go file (its name must end in .go, or be - for standard input)", args[0])
	}
	rest = args[n:]
	if len(rest) > 0 && rest[0] == "--" {
		rest = rest[1:]
	}
	return args[:n], rest, nil
}

func readSource(name string) (string, error) {
	if name == "-" {
		b, err := io.ReadAll(os.Stdin)
		return string(b), err
	}
	b, err := os.ReadFile(name)
	return string(b), err
}
