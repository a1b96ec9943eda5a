package parent

import (
	"context"
	"fmt"
	"strconv"
	"syscall"
)

// Watch calls gone once, when the process whose handle value is has ended.
func Watch(ctx context.Context, value string, gone func()) error {
	handle, err := strconv.ParseUint(value, 10, 64)
	if err != nil || handle == 0 {
		return fmt.Errorf("%s is %q, want a handle", Variable, value)
	}
	go func() {
		for ctx.Err() == nil {
			event, err := syscall.WaitForSingleObject(syscall.Handle(handle), uint32(interval.Milliseconds()))
			if err != nil {
				return
			}
			if event == syscall.WAIT_OBJECT_0 {
				gone()
				return
			}
		}
	}()
	return nil
}
