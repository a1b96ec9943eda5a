//go:build go1.28

package stdlib

import "medkit/interp/internal/stdlib/bundle"

// A release of Go that there is no data for.
var std *bundle.Set = this_Go_is_newer_than_MedKit_knows__build_with_Go_1_26_or_1_27

const builtFor = 28

func newer(name string) any { return nil }
