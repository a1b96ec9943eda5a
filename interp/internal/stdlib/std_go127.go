//go:build go1.27 && !go1.28

package stdlib

import "medkit/interp/internal/stdlib/go127"

var std = &go127.Set

// builtFor is the minor release of Go that std belongs to.
const builtFor = 27
