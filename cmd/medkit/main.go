// Command medkit is a Jupyter kernel for Go, and a runner of Go programs and
// cells.
//
//	medkit kernel -f connection.json    what Jupyter starts
//	medkit install                      make the kernel known to Jupyter
//	medkit uninstall                    undo that
//	medkit run FILE... | -              execute a program or a file of cells
//	medkit version                      what this is
//
// What belongs to the process (descriptors, signals, the environment, exit
// status) is looked at here and in internal/host, and nowhere below.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// Exit statuses, as flag and Go's own commands have them.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// A command is a subcommand.
type command struct {
	name  string
	args  string // for the synopsis
	about string // one line
	run   func(c command, args []string) int
}

// commands is the table of subcommands, in the order of the help text.
func commands() []command {
	return []command{
		{"kernel", "-f CONNECTION_FILE", "run as a Jupyter kernel", runKernel},
		{"install", "[--user | --sys-prefix | --prefix DIR] [--name N]", "make the kernel known to Jupyter", runInstall},
		{"uninstall", "[--user | --sys-prefix | --prefix DIR] [--name N]", "undo install", runUninstall},
		{"run", "FILE... | -", "execute a Go program or a file of cells", runRun},
		{"version", "", "print version, commit and Go version", runVersion},
	}
}

func main() { os.Exit(dispatch(os.Args[1:])) }

func dispatch(args []string) int {
	if len(args) == 0 {
		usage(os.Stderr)
		return exitUsage
	}
	switch args[0] {
	case "-h", "-help", "--help", "help":
		usage(os.Stdout)
		return exitOK
	case "-version", "--version":
		args[0] = "version"
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(c, args[1:])
		}
	}
	fmt.Fprintf(os.Stderr, "medkit: no command %q; medkit --help lists them\n", args[0])
	return exitUsage
}

func usage(w io.Writer) {
	fmt.Fprint(w, "usage: medkit COMMAND [ARGUMENT]...\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.about)
	}
	fmt.Fprint(w, "\nmedkit COMMAND --help tells more.\n")
}

// flags makes the flag set of a command. More is the text below its synopsis.
func (c command) flags(more string) *flag.FlagSet {
	f := flag.NewFlagSet("medkit "+c.name, flag.ContinueOnError)
	f.SetOutput(io.Discard) // parse says it
	f.Usage = func() {
		w := f.Output()
		fmt.Fprintf(w, "usage: medkit %s", c.name)
		if c.args != "" {
			fmt.Fprint(w, " ", c.args)
		}
		fmt.Fprintf(w, "\n\n%s\n", more)
		f.VisitAll(func(o *flag.Flag) {
			name, text := flag.UnquoteUsage(o)
			if name != "" {
				name = " " + name
			}
			fmt.Fprintf(w, "  %-20s %s\n", dashes(o.Name)+name, text)
		})
	}
	return f
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// parse reads the arguments; done tells that the command is at its end, with
// status. Arguments that are no flags are an error unless rest is true.
func (c command) parse(f *flag.FlagSet, args []string, rest bool) (status int, done bool) {
	err := f.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		f.SetOutput(os.Stdout)
		f.Usage()
		return exitOK, true
	case err != nil:
	case !rest && f.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", f.Arg(0))
	default:
		return exitOK, false
	}
	return c.misused(err), true
}

// misused reports an error in the arguments.
func (c command) misused(err error) int {
	fmt.Fprintf(os.Stderr, "medkit %s: %v; medkit %s --help tells how to use it\n", c.name, err, c.name)
	return exitUsage
}

// failed reports an error in the doing.
func (c command) failed(err error) int {
	fmt.Fprintf(os.Stderr, "medkit %s: %v\n", c.name, err)
	return exitFailed
}
