//go:build !unix && !windows

package parent

import (
	"context"
	"errors"
)

// Watch fails: this system has no way to tell.
func Watch(context.Context, string, func()) error {
	return errors.New("cannot watch another process on this system")
}
