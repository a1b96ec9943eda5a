package main

import (
	"errors"

	"medkit/internal/host"
)

func runKernel(c command, args []string) int {
	f := c.flags(`Serves the front ends of a Jupyter connection file until one of them ends it.
Jupyter starts this; see medkit install. MEDKIT_LOG=debug, info, warn (the default)
or error sets what is logged to standard error.
`)
	file := f.String("f", "", "the connection `FILE`")
	if status, done := c.parse(f, args, false); done {
		return status
	}
	if *file == "" {
		return c.misused(errors.New("-f CONNECTION_FILE is missing"))
	}
	switch err := host.Run(*file, newEvaluator); {
	case errors.Is(err, host.ErrReported):
		return exitFailed
	case err != nil:
		return c.failed(err)
	}
	return exitOK
}
