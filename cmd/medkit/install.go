package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"

	"medkit/kernelspec"
)

// A place is where a kernelspec goes, by the flags of install and uninstall.
type place struct {
	user, sysPrefix *bool
	prefix, name    *string
}

func (p *place) define(f *flag.FlagSet) {
	p.user = f.Bool("user", false, "in the user's Jupyter data directory (the default)")
	p.sysPrefix = f.Bool("sys-prefix", false, "in the active virtual or conda environment, or that of python3 on PATH")
	p.prefix = f.String("prefix", "", "in `DIR`/share/jupyter")
	p.name = f.String("name", kernelspec.DefaultName, "the kernel's `NAME` for jupyter")
}

// data is the Jupyter data directory that the flags mean.
func (p *place) data(f *flag.FlagSet) (dir string, usage, err error) {
	prefixed := false
	f.Visit(func(o *flag.Flag) { prefixed = prefixed || o.Name == "prefix" })
	chosen := 0
	for _, c := range []bool{*p.user, *p.sysPrefix, prefixed} {
		if c {
			chosen++
		}
	}
	switch {
	case chosen > 1:
		return "", errors.New("choose one of --user, --sys-prefix and --prefix"), nil
	case prefixed && *p.prefix == "":
		return "", errors.New("--prefix is empty"), nil
	}
	home, _ := os.UserHomeDir() // without one, UserData says what to do
	system := kernelspec.System{GOOS: runtime.GOOS, Getenv: os.Getenv, Home: home, Python: kernelspec.PythonPrefix}
	switch {
	case prefixed:
		dir, err = kernelspec.PrefixData(*p.prefix)
	case *p.sysPrefix:
		dir, err = system.SysPrefix()
	default:
		dir, err = system.UserData()
	}
	return dir, nil, err
}

func runInstall(c command, args []string) int {
	f := c.flags(`Writes the kernelspec, by which Jupyter finds the kernel. It starts this very program by
its absolute path, so PATH need not lead to it; install again after moving it.
`)
	var p place
	p.define(f)
	display := f.String("display-name", "", "the `TEXT` that front ends show for the kernel (default Go (MedKit))")
	if status, done := c.parse(f, args, false); done {
		return status
	}
	data, misuse, err := p.data(f)
	if misuse != nil {
		return c.misused(misuse)
	}
	if err != nil {
		return c.failed(err)
	}
	program, err := kernelspec.Executable(os.Args[0])
	if err != nil {
		return c.failed(err)
	}
	spec := kernelspec.Spec{Name: *p.name, DisplayName: *display, Executable: program}
	if spec.DisplayName == "" {
		spec.DisplayName = kernelspec.DefaultDisplayName
		if spec.Name != kernelspec.DefaultName { // else two would look alike
			spec.DisplayName += " " + spec.Name
		}
	}
	dir, err := spec.Install(data)
	if err != nil {
		return c.failed(err)
	}
	fmt.Printf("installed kernelspec %s in %s\n", spec.Name, dir)
	return exitOK
}

func runUninstall(c command, args []string) int {
	f := c.flags("Removes the kernelspec that install wrote with the same flags.\n")
	var p place
	p.define(f)
	if status, done := c.parse(f, args, false); done {
		return status
	}
	data, misuse, err := p.data(f)
	if misuse != nil {
		return c.misused(misuse)
	}
	if err != nil {
		return c.failed(err)
	}
	dir, err := kernelspec.Uninstall(data, *p.name)
	if err != nil {
		return c.failed(err)
	}
	fmt.Printf("removed kernelspec %s from %s\n", *p.name, dir)
	return exitOK
}
