// Package host runs one kernel as a process: it reads the connection file,
// takes descriptors 1 and 2, and ends the kernel on signals and with its parent.
// All that a kernel needs and that belongs to a process is here, so that a
// command has nothing to add but an evaluator.
package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"medkit/internal/cell"
	"medkit/internal/descriptors"
	"medkit/internal/parent"
	"medkit/kernel"
)

// LogVariable names the environment variable with the level of the log.
const LogVariable = "MEDKIT_LOG"

// Run serves the front ends of a connection file with an evaluator until one of
// them asks for the end, SIGTERM or SIGHUP comes, or the parent process is gone.
// SIGINT interrupts the running cell.
func Run(file string, evaluator func() (kernel.Evaluator, error)) error {
	connection, err := kernel.ReadConnection(file)
	if err != nil {
		return err
	}
	level, err := logLevel(os.Getenv(LogVariable))
	if err != nil {
		return err
	}
	taken, err := descriptors.Take()
	if err != nil && !errors.Is(err, descriptors.ErrUnsupported) {
		return err
	}
	stderr, drain := os.Stderr, func() {}
	if taken != nil {
		stderr, drain = taken.Stderr, taken.Drain
	}
	// What the runtime says when it has to give up would end in our own pipe.
	_ = debug.SetCrashOutput(stderr, debug.CrashOptions{})
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: level}))

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	ctx, orphaned := context.WithCancel(ctx)
	defer orphaned()
	if value := os.Getenv(parent.Variable); value != "" {
		if err := parent.Watch(ctx, value, orphaned); err != nil {
			log.Warn("not watching the parent process", "reason", err)
		}
	}

	k, err := kernel.New(kernel.Config{Connection: connection, Evaluator: evaluator, Log: log, Drain: drain})
	if err != nil {
		return report(stderr, taken, err)
	}
	if taken != nil {
		taken.Copy(func(descriptor int, text []byte) {
			stream, original := cell.Stdout, taken.Stdout
			if descriptor == 2 {
				stream, original = cell.Stderr, taken.Stderr
			}
			if !k.Stream(stream, text) {
				_, _ = original.Write(text)
			}
		})
	}
	interrupts := interruptOn(k)
	defer interrupts()
	if err := k.Run(ctx); err != nil {
		log.Warn("the kernel did not end cleanly", "error", err)
	}
	return nil
}

// ErrReported is what Run fails with when it has written the reason to the
// standard error that the process was started with, having taken that away.
var ErrReported = errors.New("failed")

func report(stderr io.Writer, taken *descriptors.Taken, err error) error {
	if taken == nil {
		return err
	}
	fmt.Fprintf(stderr, "medkit kernel: %v\n", err)
	return ErrReported
}

// interruptOn lets SIGINT interrupt the running cell, until the result is called.
func interruptOn(k *kernel.Kernel) (end func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	go func() {
		for range signals {
			k.Interrupt()
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

func logLevel(name string) (slog.Level, error) {
	if name == "" {
		return slog.LevelWarn, nil
	}
	var l slog.Level
	if err := l.UnmarshalText([]byte(strings.ToUpper(name))); err != nil {
		return 0, fmt.Errorf("%s is %q, want debug, info, warn or error", LogVariable, name)
	}
	return l, nil
}
