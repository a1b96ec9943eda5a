//go:build unix

package parent

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

// Watch calls gone once, when the process that value names has ended.
func Watch(ctx context.Context, value string, gone func()) error {
	pid, err := strconv.Atoi(value)
	if err != nil || pid <= 0 {
		return fmt.Errorf("%s is %q, want a process id", Variable, value)
	}
	// A child is told by its own parent's changing, which holds also when the
	// parent stays as a zombie or its id is given to another process.
	child := os.Getppid() == pid
	go func() {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if child && os.Getppid() != pid || errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
				gone()
				return
			}
		}
	}()
	return nil
}
