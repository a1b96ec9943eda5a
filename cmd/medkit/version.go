package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is that of the whole project.
const version = "0.1.0"

// commit is set by the linker; a plain go build has it from the repository.
var commit string

func runVersion(c command, args []string) int {
	f := c.flags("Prints the version of medkit, the commit and the Go release that it was built from.\n")
	if status, done := c.parse(f, args, false); done {
		return status
	}
	fmt.Printf("medkit %s\ncommit %s\n%s %s/%s\n", version, revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitOK
}

func revision() string {
	if commit != "" {
		return commit
	}
	name, dirty := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				name = s.Value[:min(12, len(s.Value))]
			case s.Key == "vcs.modified" && s.Value == "true":
				dirty = " with changes"
			}
		}
	}
	return name + dirty
}
