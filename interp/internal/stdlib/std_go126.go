//go:build !go1.27

package stdlib

import "medkit/interp/internal/stdlib/go126"

var std = &go126.Set

// builtFor is the minor release of Go that std belongs to.
const builtFor = 26
